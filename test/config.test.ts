import { inspect } from "node:util";
import { createWmClient, type RequestOptions, WmConfigError, type WmClientOptions } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { checkOrigin, readOptions, readRequestOptions, servers } from "../src/config.js";
import { credentials, secret } from "./support/client.js";
import { spec } from "./support/spec.js";

/** The WmConfigError that `run` throws. Fails if it shows the token. */
function configError(run: () => unknown): WmConfigError {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(WmConfigError);
    expect(inspect(error)).not.toContain(secret);
    return error as WmConfigError;
  }
  throw new Error("nothing was thrown");
}

describe("createWmClient", () => {
  it.each<[string, object, string]>([
    ["a missing clientId", { clientId: undefined }, "clientId: must be a non-empty string"],
    ["a blank clientId", { clientId: "  " }, "clientId: must be a non-empty string"],
    ["a clientId with a control character", { clientId: "a\u007fb" }, "clientId: contains a character"],
    ["a clientId outside Latin-1", { clientId: "клиент" }, "clientId: contains a character"],
    ["a blank token", { token: " " }, "token: must be a non-empty string"],
    ["a token that is null", { token: null }, "token: must be a non-empty string"],
    ["a token with a control character", { token: `${secret}\u0000` }, "token: contains a character"],
    ["a token with a scheme", { token: `Bearer ${secret}` }, "token: must not contain whitespace or a scheme"],
    ["a token after a space", { token: ` ${secret}` }, "token: must not contain whitespace or a scheme"],
    ["a token with a tab", { token: `a\t${secret}` }, "token: must not contain whitespace or a scheme"],
    ["an environment named like a member of objects", { environment: "toString" }, 'environment: must be "production" or "test"'],
    ["a baseUrl that is a number", { baseUrl: 1 }, "baseUrl: must use https"],
    ["a fetch that is an object", { fetch: {} }, "fetch: must be a function"],
    ["a timeout of 0", { timeout: 0 }, "timeout: must be greater than 0"],
    ["a timeout that is text", { timeout: "30" }, "timeout: must be greater than 0"],
    ["a timeout beyond the longest timer", { timeout: 2 ** 31 }, "timeout: must be greater than 0 and at most 2147483647"],
    ["negative maxRetries", { maxRetries: -1 }, "maxRetries: must be a whole number, 0 or more"],
    ["fractional maxRetries", { maxRetries: 1.5 }, "maxRetries: must be a whole number"],
    ["a limit of 0 bytes", { maxResponseBytes: 0 }, "maxResponseBytes: must be a whole number, 1 or more"],
    ["a trackingId that is text", { trackingId: "id" }, "trackingId: must be a function"],
    ["headers that are null", { headers: null }, "headers: must be an object"],
    ["headers that are a Headers object", { headers: new Headers({ a: "b" }) }, "headers: must be an object"],
    ["a Transfer-Encoding header", { headers: { "Transfer-Encoding": "chunked" } }, "headers: Transfer-Encoding cannot be set (connection header)"],
    ["a Host header", { headers: { Host: "example.com" } }, "headers: Host cannot be set (connection header)"],
    ["an invalid header name", { headers: { "a b": "c" } }, 'headers: "a b" is not a valid header name'],
    ["an invalid header value", { headers: { "X-Site": "a\nb" } }, 'headers["X-Site"]: contains a character'],
    ["a header value that is a number", { headers: { "X-Site": 1 } }, 'headers["X-Site"]: must be a string'],
    ["an Authorization header", { headers: { Authorization: secret } }, "headers: Authorization cannot be set; use the option token"],
    ["a ClientId header", { headers: { clientid: "c" } }, "headers: clientid cannot be set; use the option clientId"],
    ["a tracking id for all calls", { headers: { "Request-Tracking-Id": "1" } }, "headers: Request-Tracking-Id cannot be set; use the option trackingId"],
    ["a misspelt option", { clientid: "c" }, 'unknown option "clientid"; did you mean "clientId"?'],
    ["an option of a call", { signal: AbortSignal.abort() }, 'unknown option "signal"; known: clientId, token, '],
    ["a hook with another name", { hooks: { onError: () => undefined } }, 'unknown hook "onError"; did you mean "error"?'],
    ["a hook that is 0", { hooks: { request: 0 } }, "hooks.request: must be a function"],
  ])("rejects %s", (_, options, message) => {
    const error = configError(() => createWmClient({ ...credentials, ...options } as WmClientOptions));

    expect(error.message.startsWith(message)).toBe(true);
    expect([error.operation, error.trackingId, error.attempts]).toEqual([undefined, undefined, 0]);
    expect(message).toContain(error.argument);
  });

  it("rejects missing options", () => {
    expect(configError(() => createWmClient(undefined as never)).message).toBe("option: must be an object");
  });

  it("rejects an option whose getter throws, with the thrown value as the cause", () => {
    const boom = new Error("unreadable");
    const get = () => {
      throw boom;
    };

    const error = configError(() => createWmClient(Object.defineProperty({ ...credentials }, "headers", { get, enumerable: true })));

    expect(error.cause).toBe(boom);
  });

  it("uses the default of an option that is undefined", () => {
    const names = ["environment", "baseUrl", "fetch", "timeout", "totalTimeout", "maxRetries", "maxResponseBytes", "trackingId", "headers", "hooks"];

    expect(readOptions({ ...credentials, ...Object.fromEntries(names.map((name) => [name, undefined])) })).toStrictEqual({
      ...credentials,
      baseUrl: "https://api.wm.com/v1",
      timeout: 30_000,
      maxRetries: 2,
      maxResponseBytes: 104_857_600,
      headers: {},
      hooks: {},
    });
  });

  it("accepts the longest timeout, and the smallest limits", () => {
    const limits = { timeout: 2 ** 31 - 1, maxRetries: 0, maxResponseBytes: 1 };

    expect(readOptions({ ...credentials, ...limits })).toMatchObject(limits);
  });

  it.each(["\n", "\r\n", "\n\n", "\r"])("removes %j from the end of a token, which may come from a file", (ending) => {
    expect(readOptions({ ...credentials, token: `${secret}${ending}` }).token).toBe(secret);
  });

  it("accepts headers in any case, trims them and omits those that are undefined", () => {
    const headers = { "X-App": " é ", "X-None": undefined as never, constructor: "x" as never };

    expect(readOptions({ ...credentials, headers }).headers).toEqual({ "x-app": "é", constructor: "x" });
  });

  it("has the servers of the merged spec as environments", () => {
    expect(Object.values(servers)).toEqual((spec.servers as { url: string }[]).map(({ url }) => url));
    expect(readOptions({ ...credentials, environment: "test" }).baseUrl).toBe("https://apitest.wm.com/v1");
  });
});

describe("the base URL", () => {
  const baseUrlOf = (baseUrl: string) => readOptions({ ...credentials, baseUrl }).baseUrl;

  it.each(["/v1", "ftp://api.wm.com", "http://api.wm.com/v1", "http://127.0.0.1.example.com", "http://notlocalhost"])(
    "rejects a base URL that is neither https nor http to a loopback host: %s",
    (baseUrl) => {
      const error = configError(() => baseUrlOf(baseUrl));

      expect(error.argument).toBe("baseUrl");
      expect(error.message).toMatch(/^baseUrl: must use https/);
    },
  );

  it.each(["https://api.wm.com/v1?x=1", "https://api.wm.com/v1#x", "https://user@api.wm.com/v1", `https://:${secret}@api.wm.com/v1`])(
    "rejects a base URL with a query, a fragment, a user name or a password: %s",
    (baseUrl) => {
      const error = configError(() => baseUrlOf(baseUrl));

      expect(error.argument).toBe("baseUrl");
      expect(error.message).toMatch(/^baseUrl: must not contain/);
    },
  );

  it.each(["http://localhost:4010", "http://api.localhost/v1", "http://127.8.9.1", "http://[::1]:4010"])(
    "accepts http to the loopback host of %s",
    (baseUrl) => {
      expect(baseUrlOf(baseUrl)).toBe(baseUrl);
    },
  );

  it.each(["?", "#", "/?#", "//"])("drops %s at the end", (ending) => {
    expect(baseUrlOf(`https://gateway.example/wm${ending}`)).toBe("https://gateway.example/wm");
  });

  it("limits requests to the origin of the base URL", () => {
    const config = readOptions({ ...credentials, baseUrl: "https://gateway.example/wm" });

    for (const url of ["https://gateway.example/wm/customers", "https://gateway.example/other"]) expect(() => checkOrigin(url, config)).not.toThrow();
    for (const url of ["https://gateway.example:444/wm/", "http://gateway.example/wm/", "https://gateway.example.evil/wm/", "no URL"])
      expect(configError(() => checkOrigin(url, config)).message).toMatch(/^url: must be on https:\/\/gateway\.example, not on /);
  });
});

describe("a call", () => {
  const config = readOptions({ ...credentials, timeout: 1, totalTimeout: 2, maxRetries: 3 });

  it("uses the client's limits unless it has its own", () => {
    expect(readRequestOptions(undefined, config)).toEqual({ timeout: 1, totalTimeout: 2, maxRetries: 3 });
    expect(readRequestOptions({ timeout: 4 }, config)).toEqual({ timeout: 4, totalTimeout: 2, maxRetries: 3 });
  });

  it.each<[string, unknown, string, string]>([
    ["a misspelt option", { timout: 5 }, "timout", 'did you mean "timeout"?'],
    ["an option that resembles none", { colour: 5 }, "colour", "known: signal, timeout"],
    ["an option named like a member of objects", { constructor: 5 }, "constructor", "unknown option"],
    ["a negative timeout", { timeout: -1 }, "timeout", "greater than 0"],
    ["a negative total timeout", { totalTimeout: -5 }, "totalTimeout", "greater than 0"],
    ["null", { maxRetries: null }, "maxRetries", "whole number"],
    ["an empty tracking id", { trackingId: "" }, "trackingId", "non-empty string"],
    ["a signal of another class", { signal: {} }, "signal", "an AbortSignal"],
    ["an Authorization header", { headers: { Authorization: `Bearer ${secret}` } }, "headers", "use the option token"],
    ["options that are text", "options", "options", "must be an object"],
  ])("rejects %s", (_, options, argument, message) => {
    const error = configError(() => readRequestOptions(options as RequestOptions, config));

    expect(error.argument).toBe(argument);
    expect(error.message).toContain(message);
  });
});
