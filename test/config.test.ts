import { inspect } from "node:util";
import { createWmClient, type RequestOptions, WmConfigError, type WmClientOptions } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { checkOrigin, readOptions, readRequestOptions, servers } from "../src/config.js";
import { credentials, rejection, secret } from "./support/client.js";
import { spec } from "./support/spec.js";

/** Fails if anything else than a WmConfigError without a secret is thrown. */
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

describe("createWmClient refuses", () => {
  it.each<[string, object, string]>([
    ["a missing clientId", { clientId: undefined }, "clientId: must be a non-empty string"],
    ["an empty clientId", { clientId: "" }, "clientId: must be a non-empty string"],
    ["a blank clientId", { clientId: "  " }, "clientId: must be a non-empty string"],
    ["a clientId that is a number", { clientId: 7 }, "clientId: must be a non-empty string"],
    ["a clientId with a line break", { clientId: "a\r\nb" }, "clientId: contains a character"],
    ["a clientId outside Latin-1", { clientId: "клиент" }, "clientId: contains a character"],
    ["a missing token", { token: undefined }, "token: must be a non-empty string"],
    ["a blank token", { token: " " }, "token: must be a non-empty string"],
    ["a token that is null", { token: null }, "token: must be a non-empty string"],
    ["a token with a control character", { token: `${secret}\u0000` }, "token: contains a character"],
    ["a token with a scheme", { token: `Bearer ${secret}` }, "token: must not contain whitespace or a scheme"],
    ["a token with a tab", { token: `a\t${secret}` }, "token: must not contain whitespace or a scheme"],
    ["an unknown environment", { environment: "prod" }, 'environment: must be "production" or "test"'],
    ["an environment named like a member of objects", { environment: "toString" }, "environment: must be"],
    ["a relative baseUrl", { baseUrl: "/v1" }, "baseUrl: must use https"],
    ["a baseUrl that is a number", { baseUrl: 1 }, "baseUrl: must use https"],
    ["a baseUrl of another protocol", { baseUrl: "ftp://api.wm.com" }, "baseUrl: must use https"],
    ["a baseUrl with a query", { baseUrl: "https://api.wm.com/v1?x=1" }, "baseUrl: must not contain"],
    ["a baseUrl with a fragment", { baseUrl: "https://api.wm.com/v1#x" }, "baseUrl: must not contain"],
    ["a baseUrl with a user name", { baseUrl: "https://user@api.wm.com/v1" }, "baseUrl: must not contain"],
    ["a baseUrl with a password", { baseUrl: `https://:${secret}@api.wm.com/v1` }, "baseUrl: must not contain"],
    ["http to another machine", { baseUrl: "http://api.wm.com/v1" }, "baseUrl: must use https"],
    ["http to a host that begins like a loopback host", { baseUrl: "http://127.0.0.1.example.com" }, "baseUrl: must use https"],
    ["http to a host that ends in localhost", { baseUrl: "http://notlocalhost" }, "baseUrl: must use https"],
    ["a fetch that is an object", { fetch: {} }, "fetch: must be a function"],
    ["a timeout of 0", { timeout: 0 }, "timeout: must be greater than 0"],
    ["a timeout that is NaN", { timeout: Number.NaN }, "timeout: must be greater than 0"],
    ["a timeout that is text", { timeout: "30" }, "timeout: must be greater than 0"],
    ["a timeout beyond the longest timer", { timeout: 2 ** 31 }, "timeout: must be greater than 0 and at most 2147483647"],
    ["negative maxRetries", { maxRetries: -1 }, "maxRetries: must be a whole number, 0 or more"],
    ["fractional maxRetries", { maxRetries: 1.5 }, "maxRetries: must be a whole number"],
    ["a limit of 0 bytes", { maxResponseBytes: 0 }, "maxResponseBytes: must be a whole number, 1 or more"],
    ["a trackingId that is text", { trackingId: "id" }, "trackingId: must be a function"],
    ["headers that are text", { headers: "x" }, "headers: must be an object"],
    ["headers that are a Headers object", { headers: new Headers({ a: "b" }) }, "headers: must be an object"],
    ["a Transfer-Encoding header", { headers: { "Transfer-Encoding": "chunked" } }, "headers: Transfer-Encoding cannot be set (connection header)"],
    ["a Host header", { headers: { Host: "example.com" } }, "headers: Host cannot be set (connection header)"],
    ["an invalid header name", { headers: { "a b": "c" } }, 'headers: "a b" is not a valid header name'],
    ["an invalid header value", { headers: { "X-Site": "a\nb" } }, 'headers["X-Site"]: contains a character'],
    ["an Authorization header", { headers: { Authorization: secret } }, "headers: Authorization cannot be set; use the option token"],
    ["a ClientId header", { headers: { clientid: "c" } }, "headers: clientid cannot be set; use the option clientId"],
    ["a tracking id for all calls", { headers: { "Request-Tracking-Id": "1" } }, "headers: Request-Tracking-Id cannot be set; use the option trackingId"],
    ["a misspelt option", { clientid: "c" }, 'unknown option "clientid"; did you mean "clientId"?'],
    ["a hook with another name", { hooks: { onError: () => undefined } }, 'unknown hook "onError"; did you mean "error"?'],
    ["a misspelt hook", { hooks: { sucess: () => undefined } }, 'unknown hook "sucess"; did you mean "success"?'],
    ["a hook that is 0", { hooks: { request: 0 } }, "hooks.request: must be a function"],
  ])("%s", (_, options, message) => {
    const error = configError(() => createWmClient({ ...credentials, ...options } as WmClientOptions));

    expect(error.name).toBe("WmConfigError");
    expect(error.message.startsWith(message)).toBe(true);
    expect([error.operation, error.trackingId, error.attempts]).toEqual([undefined, undefined, 0]);
    expect(message).toContain(error.argument);
  });

  it("a call without options", () => {
    expect(configError(() => createWmClient(undefined as never)).message).toBe("option: must be an object");
  });

  it.each(["clientId", "token", "environment", "fetch", "timeout", "headers", "hooks"])("an option that throws when it is read: %s", (name) => {
    const boom = new Error("unreadable");
    const get = () => {
      throw boom;
    };

    const error = configError(() => createWmClient(Object.defineProperty({ ...credentials }, name, { get, enumerable: true })));

    expect(error.name).toBe("WmConfigError");
    expect(error.cause).toBe(boom);
  });
});

describe("createWmClient accepts", () => {
  it.each(["http://localhost:4010", "http://api.localhost/v1", "http://127.0.0.1:4010", "http://127.8.9.1", "http://[::1]:4010"])(
    "http to the loopback host of %s",
    (baseUrl) => {
      expect(readOptions({ ...credentials, baseUrl }).baseUrl).toBe(baseUrl);
    },
  );

  it.each(["?", "#", "/?#", "/", "//"])("a baseUrl with %s at its end, and drops it", (ending) => {
    expect(readOptions({ ...credentials, baseUrl: `https://gateway.example/wm${ending}` }).baseUrl).toBe("https://gateway.example/wm");
  });

  it("undefined options as if they were missing", () => {
    const names = ["environment", "baseUrl", "fetch", "timeout", "totalTimeout", "maxRetries", "maxResponseBytes", "trackingId", "headers", "hooks"];

    expect(readOptions({ ...credentials, ...Object.fromEntries(names.map((name) => [name, undefined])) })).toEqual({
      ...credentials,
      baseUrl: "https://api.wm.com/v1",
      timeout: 30_000,
      maxRetries: 2,
      maxResponseBytes: 104_857_600,
      headers: {},
      hooks: {},
    });
  });

  it.each(["\n", "\r\n", "\n\n", "\r"])("a token that ends with %j, as in a file", (ending) => {
    expect(readOptions({ ...credentials, token: `${secret}${ending}` }).token).toBe(secret);
  });

  it("headers in any case, trimmed, without those that are undefined", () => {
    expect(readOptions({ ...credentials, headers: { "X-App": " é ", "X-None": undefined as never } }).headers).toEqual({ "x-app": "é" });
    expect(readOptions({ ...credentials, headers: { constructor: "x" } as never }).headers).toEqual({ constructor: "x" });
  });

  it("no retries", () => {
    expect(readOptions({ ...credentials, maxRetries: 0 }).maxRetries).toBe(0);
  });
});

it("the servers are those of the merged spec", () => {
  expect(Object.values(servers)).toEqual((spec.servers as { url: string }[]).map(({ url }) => url));
  expect(readOptions({ ...credentials, environment: "test" }).baseUrl).toBe("https://apitest.wm.com/v1");
});

describe("a call refuses", () => {
  it.each<[string, unknown, string, string]>([
    ["a misspelt option", { timout: 5 }, "timout", 'did you mean "timeout"?'],
    ["an option in another case", { maxretries: 5 }, "maxretries", 'did you mean "maxRetries"?'],
    ["an option that is like none", { colour: 5 }, "colour", "known: signal, timeout"],
    ["an option named like a member of objects", { constructor: 5 }, "constructor", "unknown option"],
    ["a negative timeout", { timeout: -1 }, "timeout", "greater than 0"],
    ["a negative total timeout", { totalTimeout: -5 }, "totalTimeout", "greater than 0"],
    ["null", { maxRetries: null }, "maxRetries", "whole number"],
    ["maxRetries that is text", { maxRetries: "2" }, "maxRetries", "whole number"],
    ["an empty tracking id", { trackingId: "" }, "trackingId", "non-empty string"],
    ["a signal of another class", { signal: {} }, "signal", "an AbortSignal"],
    ["an Authorization header", { headers: { Authorization: `Bearer ${secret}` } }, "headers", "use the option token"],
    ["options that are text", "options", "options", "must be an object"],
  ])("%s", (_, options, argument, message) => {
    const error = configError(() => readRequestOptions(options as RequestOptions, readOptions(credentials)));

    expect(error.argument).toBe(argument);
    expect(error.message).toContain(message);
  });

  it("a name of great length without delay", () => {
    const begun = performance.now();

    configError(() => readRequestOptions({ ["timeout".repeat(2_000)]: 1 } as RequestOptions, readOptions(credentials)));

    expect(performance.now() - begun).toBeLessThan(500);
  });

  it("a tracking id function that throws, with the thrown value as the cause", async () => {
    const boom = new Error("no entropy");
    const trackingId = () => {
      throw boom;
    };

    const error = (await rejection(createWmClient({ ...credentials, trackingId }).overview())) as WmConfigError;

    expect(error).toBeInstanceOf(WmConfigError);
    expect(error.operation).toBe("getCustomerOverview");
    expect(error.cause).toBe(boom);
  });
});

it("a URL has to be on the origin of the base URL", () => {
  const config = readOptions({ ...credentials, baseUrl: "https://gateway.example/wm" });

  for (const url of ["https://gateway.example/wm/customers", "https://gateway.example/other"]) expect(() => checkOrigin(url, config)).not.toThrow();
  for (const url of ["https://gateway.example:444/wm/", "http://gateway.example/wm/", "https://gateway.example.evil/wm/", "https://evil.example", "no URL"])
    expect(configError(() => checkOrigin(url, config)).message).toMatch(/^url: must be on https:\/\/gateway\.example, not on /);
});
