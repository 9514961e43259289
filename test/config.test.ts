import { inspect } from "node:util";
import { createWmClient, WmConfigError, type WmClientOptions } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { readOptions, servers } from "../src/config.js";
import { credentials, rejection, secret } from "./support/client.js";
import { json, serve } from "./support/server.js";
import { spec } from "./support/spec.js";

/** What a caller without types may pass. */
const anyway = (options: object) => options as WmClientOptions;

function configError(create: () => unknown): WmConfigError {
  try {
    create();
  } catch (error) {
    if (error instanceof WmConfigError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("createWmClient refuses", () => {
  const unusable: [string, object, string][] = [
    ["no options", undefined as unknown as object, "option"],
    ["a missing clientId", { token: secret }, "clientId"],
    ["an empty clientId", { ...credentials, clientId: "" }, "clientId"],
    ["a blank clientId", { ...credentials, clientId: "  " }, "clientId"],
    ["a clientId that is a number", { ...credentials, clientId: 7 }, "clientId"],
    ["a clientId with a line break", { ...credentials, clientId: "a\r\nb" }, "clientId"],
    ["a clientId outside Latin-1", { ...credentials, clientId: "клиент" }, "clientId"],
    ["a missing token", { clientId: "c" }, "token"],
    ["an empty token", { ...credentials, token: "" }, "token"],
    ["a token that is null", { ...credentials, token: null }, "token"],
    ["a token that no header can carry", { ...credentials, token: "a\u0000b" }, "token"],
    ["an unknown environment", { ...credentials, environment: "staging" }, "environment"],
    ["an environment named like a property of objects", { ...credentials, environment: "toString" }, "environment"],
    ["a relative baseUrl", { ...credentials, baseUrl: "/v1" }, "baseUrl"],
    ["a baseUrl that is no string", { ...credentials, baseUrl: 1 }, "baseUrl"],
    ["a baseUrl of another protocol", { ...credentials, baseUrl: "ftp://api.wm.com" }, "baseUrl"],
    ["a baseUrl with a query", { ...credentials, baseUrl: "https://api.wm.com/v1?x=1" }, "baseUrl"],
    ["a baseUrl with a fragment", { ...credentials, baseUrl: "https://api.wm.com/v1#x" }, "baseUrl"],
    ["a baseUrl with a password", { ...credentials, baseUrl: `https://user:${secret}@api.wm.com/v1` }, "baseUrl"],
    ["http to another machine", { ...credentials, baseUrl: "http://api.wm.com/v1" }, "baseUrl"],
    ["http to a host that only begins like a loopback host", { ...credentials, baseUrl: "http://127.0.0.1.example.com" }, "baseUrl"],
    ["http to a host that only ends in localhost", { ...credentials, baseUrl: "http://notlocalhost" }, "baseUrl"],
    ["a fetch that is no function", { ...credentials, fetch: {} }, "fetch"],
    ["a timeout of 0", { ...credentials, timeout: 0 }, "timeout"],
    ["a timeout that is NaN", { ...credentials, timeout: Number.NaN }, "timeout"],
    ["a timeout that is text", { ...credentials, timeout: "30" }, "timeout"],
    ["a timeout that no timer can be set to", { ...credentials, timeout: 2 ** 31 }, "timeout"],
    ["maxRetries below 0", { ...credentials, maxRetries: -1 }, "maxRetries"],
    ["maxRetries that is no whole number", { ...credentials, maxRetries: 1.5 }, "maxRetries"],
    ["a trackingId that is no function", { ...credentials, trackingId: "id" }, "trackingId"],
    ["headers that are no object", { ...credentials, headers: "x" }, "headers"],
    ["headers whose names cannot be read off", { ...credentials, headers: new Headers({ a: "b" }) }, "headers"],
    ["a header of the connection", { ...credentials, headers: { "Transfer-Encoding": "chunked" } }, "Transfer-Encoding"],
    ["a header whose name no header can have", { ...credentials, headers: { "a b": "c" } }, "a b"],
    ["a header whose value no header can have", { ...credentials, headers: { "X-Site": "a\nb" } }, "X-Site"],
    ["an Authorization header", { ...credentials, headers: { Authorization: secret } }, "Authorization"],
    ["a tracking id for all calls", { ...credentials, headers: { "Request-Tracking-Id": "1" } }, "Request-Tracking-Id"],
    ["a misspelt option", { ...credentials, timout: 5 }, "timout"],
    ["a misspelt hook", { ...credentials, hooks: { requests: () => undefined } }, "requests"],
    ["a hook that is no function", { ...credentials, hooks: { request: 1 } }, "hooks.request"],
  ];

  it.each(unusable)("%s", (_, options, named) => {
    const error = configError(() => createWmClient(anyway(options)));

    expect(error.name).toBe("WmConfigError");
    expect(error.message).toContain(named);
    expect(error.operation).toBeUndefined();
    expect(error.trackingId).toBeUndefined();
    expect(error.attempts).toBe(0);
    expect(inspect(error)).not.toContain(secret);
  });
});

describe("createWmClient accepts", () => {
  it.each(["http://localhost:4010", "http://api.localhost/v1", "http://127.0.0.1:4010", "http://127.8.9.1", "http://[::1]:4010"])(
    "http to the loopback host in %s",
    (baseUrl) => {
      expect(() => createWmClient({ ...credentials, baseUrl })).not.toThrow();
    },
  );

  it.each(["https://gateway.example/wm?", "https://gateway.example/wm#", "https://gateway.example/wm/?#"])(
    "the address %s without the mark that nothing follows",
    (baseUrl) => {
      expect(readOptions({ ...credentials, baseUrl }).baseUrl).toBe("https://gateway.example/wm");
    },
  );

  it("options that are undefined, as if they were not there", () => {
    const { baseUrl, timeout, maxRetries, fetch } = readOptions({
      ...credentials,
      environment: undefined,
      baseUrl: undefined,
      timeout: undefined,
      maxRetries: undefined,
      fetch: undefined,
      headers: undefined,
      hooks: undefined,
      trackingId: undefined,
    });

    expect(baseUrl).toBe("https://api.wm.com/v1");
    expect(timeout).toBe(30_000);
    expect(maxRetries).toBe(2);
    expect(fetch).toBeUndefined();
  });

  it.each(["\n", "\r\n", "\n\n", "\r"])("a token that ends with %j, as one read from a file", (ending) => {
    expect(readOptions({ ...credentials, token: `${secret}${ending}` }).token).toBe(secret);
  });
});

it("talks to the servers that the merged spec names", () => {
  expect(Object.values(servers)).toEqual((spec.servers as { url: string }[]).map(({ url }) => url));
  expect(readOptions(credentials).baseUrl).toBe(servers.production);
  expect(readOptions({ ...credentials, environment: "test" }).baseUrl).toBe("https://apitest.wm.com/v1");
});

describe("a call refuses", () => {
  const unusable: [string, object, string][] = [
    ["a misspelt option", { timout: 5 }, "timout"],
    ["a timeout below 0", { timeout: -1 }, "timeout"],
    ["maxRetries that is text", { maxRetries: "2" }, "maxRetries"],
    ["an empty tracking id", { trackingId: "" }, "trackingId"],
    ["a signal that is none", { signal: {} }, "signal"],
    ["an Authorization header", { headers: { Authorization: `Bearer ${secret}` } }, "Authorization"],
    ["options that are no object", "options" as unknown as object, "option"],
  ];

  it.each(unusable)("%s", async (_, options, named) => {
    const server = await serve(json({}));
    const wm = createWmClient({ ...credentials, baseUrl: server.url });

    const error = (await rejection(wm.overview(options))) as WmConfigError;

    expect(error).toBeInstanceOf(WmConfigError);
    expect(error.message).toContain(named);
    expect(error.operation).toBe("getCustomerOverview");
    expect(error.attempts).toBe(0);
    expect(inspect(error)).not.toContain(secret);
    expect(server.requests).toHaveLength(0);
  });

  const segments: [string, unknown][] = [
    ["empty", ""],
    ["a number", 2],
    ["undefined", undefined],
    ["null", null],
    ["an object", {}],
    [".", "."],
    ["..", ".."],
    ["text with a line break", "1\n2"],
    ["text with a NUL", "1\u00002"],
    ["text with a DEL", "1\u007f"],
    ["text with a control character beyond ASCII", "1\u0085"],
    ["half of a surrogate pair", "\ud800"],
  ];

  it.each(segments)("a path parameter that is %s", async (_, value) => {
    const server = await serve(json({}));
    const wm = createWmClient({ ...credentials, baseUrl: server.url });
    const id = value as string;

    const calls = {
      customerId: [wm.customer(id).balance(), "getBalance"],
      serviceId: [wm.customer("1").services.eta(id), "getServiceEta"],
      ticketId: [wm.customer("1").tickets.surcharges(id), "listTicketSurcharges"],
    } as const;
    for (const [name, [call, operation]] of Object.entries(calls)) {
      const error = (await rejection(call)) as WmConfigError;
      expect(error).toBeInstanceOf(WmConfigError);
      expect(error.message).toContain(name);
      expect(error.operation).toBe(operation);
    }
    expect(server.requests).toHaveLength(0);
  });

  it("a query that it does not know, or a value that is none", async () => {
    const server = await serve(json({}));
    const { invoices } = createWmClient({ ...credentials, baseUrl: server.url }).customer("1");

    for (const query of [{ startdate: "2026-01-01" }, { timeout: 5 }, { startDate: new Date() }, { startDate: ["2026-01-01"] }]) {
      const error = (await rejection(invoices.list(query as object))) as WmConfigError;
      expect(error).toBeInstanceOf(WmConfigError);
      expect(error.message).toContain(Object.keys(query)[0]);
    }
    expect(server.requests).toHaveLength(0);
  });

  it("a query that cannot be sent", async () => {
    const server = await serve(json({}));
    const { services } = createWmClient({ ...credentials, baseUrl: server.url }).customer("1");

    for (const numberOfDays of [Number.NaN, Infinity]) expect(await rejection(services.stats({ numberOfDays }))).toBeInstanceOf(WmConfigError);
    expect(await rejection(services.etaForDate("1", { requestDate: "2026-01-31", ticketNumber: "\ud800" }))).toBeInstanceOf(WmConfigError);
    expect(await rejection(services.list(new Map() as object))).toBeInstanceOf(WmConfigError);
    expect(server.requests).toHaveLength(0);
  });

  it("a tracking id function that throws, with what it threw as the cause", async () => {
    const boom = new Error("no entropy");
    const trackingId = () => {
      throw boom;
    };

    const error = (await rejection(createWmClient({ ...credentials, trackingId }).overview())) as WmConfigError;

    expect(error).toBeInstanceOf(WmConfigError);
    expect(error.operation).toBe("getCustomerOverview");
    expect(error.cause).toBe(boom);
  });

  it.each([
    ["undefined", undefined],
    ["null", null],
    ["text", "a"],
    ["a list", []],
    ["a Map", new Map()],
    ["a FormData", new FormData()],
  ])("a body that is %s", async (_, body) => {
    const server = await serve(json({}));
    const error = (await rejection(
      createWmClient({ ...credentials, baseUrl: server.url })
        .customer("1")
        .contacts.update(body as object),
    )) as WmConfigError;

    expect(error).toBeInstanceOf(WmConfigError);
    expect(error.message).toContain("body");
    expect(server.requests).toHaveLength(0);
  });

  it("a body that cannot be written as JSON, and says why", async () => {
    const body: Record<string, unknown> = {};
    body.self = body;
    const error = (await rejection(createWmClient(credentials).customer("1").contacts.update(body))) as WmConfigError;

    expect(error).toBeInstanceOf(WmConfigError);
    expect(error.cause).toBeInstanceOf(TypeError);
  });
});
