import { inspect } from "node:util";
import {
  createWmClient,
  WmApiError,
  type WmClient,
  WmConfigError,
  WmConnectionError,
  WmError,
  WmResponseError,
  WmTimeoutError,
  WmTokenError,
} from "wm-customer-api";
import { describe, expect, it, vi } from "vitest";
import { isInstance } from "../src/errors.js";
import { callers, callRaw } from "./support/calls.js";
import { connect, credentials, rejection } from "./support/client.js";
import { closedPort } from "./support/faults.js";
import { type Handler, json, serve } from "./support/server.js";

const api = { status: 500, code: "5", details: [], retryAfter: undefined, body: {}, headers: new Headers({ "x-a": "1" }) };
const samples = {
  WmConfigError: new WmConfigError("m"),
  WmTokenError: new WmTokenError("m"),
  WmConnectionError: new WmConnectionError("m"),
  WmTimeoutError: new WmTimeoutError("m", { timeout: 5 }),
  WmApiError: new WmApiError("m", api),
  WmResponseError: new WmResponseError("m", { status: 200, body: "x" }),
};
const classes = { WmConfigError, WmTokenError, WmConnectionError, WmTimeoutError, WmApiError, WmResponseError };
const never = () => new Promise<never>(() => undefined);

describe.each(Object.entries(samples))("a %s", (name, error) => {
  it("has its name, and the fields of a call", () => {
    expect([error.name, String(error)]).toEqual([name, `${name}: m`]);
    expect(error.stack).toMatch(new RegExp(`^${name}: m\n`));
    expect([error.operation, error.trackingId, error.attempts, "cause" in error]).toEqual([undefined, undefined, 0, false]);
    expect([Object.hasOwn(error, "operation"), Object.hasOwn(error, "trackingId")]).toEqual([true, true]);
  });

  it("keeps its context, and the cause, which JSON does not show", () => {
    const cause = new Error("why");
    const given = { operation: "getBalance", trackingId: "t", attempts: 2 };

    const created = new classes[name as keyof typeof classes]("m", { ...api, body: "x", timeout: 1, ...given, cause });

    expect(created).toMatchObject({ ...given, cause });
    const shown = JSON.parse(JSON.stringify(created));
    expect(shown).toMatchObject({ ...given, name, message: "m" });
    expect(shown).not.toHaveProperty("cause");
  });

  it("is an instance of its class, of WmError and of Error", () => {
    expect([error instanceof WmError, error instanceof Error]).toEqual([true, true]);
    expect(Object.entries(classes).filter(([, type]) => error instanceof type)).toEqual([[name, classes[name as keyof typeof classes]]]);
  });
});

it("fields of a class have its arguments", () => {
  const { WmTimeoutError: timeout, WmApiError: failed, WmResponseError: unusable } = samples;

  expect([timeout.timeout, failed.status, failed.code, failed.details, failed.body, failed.headers]).toEqual([5, 500, "5", [], {}, api.headers]);
  expect([unusable.status, unusable.details, unusable.body]).toEqual([200, [], "x"]);
  expect(new WmResponseError("m", { status: 200, body: "y".repeat(1_001) }).body).toBe("y".repeat(1_000));
  expect([Object.hasOwn(samples.WmConfigError, "argument"), new WmConfigError("m", { argument: "timeout" }).argument]).toEqual([true, "timeout"]);
});

it("inspect shows the fields of an error", async () => {
  const { wm } = await connect(json({ message: "No" }, 404, { "x-request-id": "7" }));

  const shown = inspect(await rejection(wm.overview()));

  for (const text of ["WmApiError: No", "operation: 'getCustomerOverview'", "attempts: 1", "status: 404", "x-request-id"]) expect(shown).toContain(text);
});

describe("instanceof", () => {
  it("works for errors of another build of the package, in both directions", async () => {
    vi.resetModules();
    const other = await import("../src/errors.js");
    const foreign = new other.WmTimeoutError("m", { timeout: 1 });

    expect(other.WmError).not.toBe(WmError);
    expect([other.WmError, other.WmApiError, other.WmTimeoutError].map((type) => samples.WmApiError instanceof type)).toEqual([true, true, false]);
    expect([WmError, WmTimeoutError, WmApiError].map((type) => foreign instanceof type)).toEqual([true, true, false]);
  });

  it("works for classes that extend one of the package", () => {
    class Own extends WmApiError {}
    class Other extends WmApiError {}
    const own = new Own("m", api);

    expect([Own, WmApiError, WmError, Other].map((type) => own instanceof type)).toEqual([true, true, true, false]);
    expect(samples.WmApiError instanceof Own).toBe(false);
  });

  it.each([undefined, null, 0, "WmError", Symbol("x"), {}, [], new Error("m"), Object.create(null), () => undefined, { name: "WmApiError" }])(
    "is false for %o",
    (value) => {
      expect([value instanceof WmError, value instanceof WmApiError]).toEqual([false, false]);
    },
  );

  it("is false, without throwing, for what cannot be looked at", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();

    expect([isInstance(proxy, WmError), isInstance(proxy, TypeError), isInstance(samples.WmApiError, WmApiError)]).toEqual([false, false, true]);
  });
});

describe("a message", () => {
  const longest = 2_000;
  const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

  it.each([
    ["a\r\nb\n\nc", "a b c"],
    ["\u001b[31mred\u001b[0m", " [31mred [0m"],
    ["a\u2028b\u2029c", "a b c"],
    ["a\u0085b\u009bc", "a b c"],
    ["a\u0000b\u007fc", "a b c"],
    ["x".repeat(longest), "x".repeat(longest)],
    ["x".repeat(longest + 1), `${"x".repeat(longest - 1)}…`],
    // Half a surrogate pair would be no text.
    [`${"x".repeat(longest - 2)}𝄞𝄞`, `${"x".repeat(longest - 2)}…`],
  ])("is one line of limited length: %j", (given, message) => {
    expect(new WmConnectionError(given).message).toBe(message);
  });

  const thrown = new Error(`one\ntwo \u001b[31m ${"z".repeat(5_000_000)}`);
  it.each<[string, Handler, object?]>([
    ["a long message", json({ message: `first\nsecond ${"m".repeat(10_000)}` }, 400)],
    ["control sequences", json({ code: "\u001b]0;x\u0007", message: "\u001b[2J" }, 400)],
    ["a page", (response) => void response.end(`<html>\n${"\u001b[2J\t".repeat(5_000)}`)],
    ["a redirect", (response) => void response.writeHead(302, { location: `https://${"a.".repeat(3_000)}example/` }).end()],
    ["nothing: fetch throws", json({}), { fetch: () => Promise.reject(thrown) }],
    ["nothing: the token provider throws", json({}), { token: () => Promise.reject(thrown) }],
  ])("is one line without control characters, whatever the server sends: %s", async (_, handler, options) => {
    const { wm } = await connect(handler, { maxRetries: 0, ...options });

    const error = await rejection<WmError>(wm.overview());

    expect(error).toBeInstanceOf(WmError);
    expect(error.message).not.toMatch(control);
    expect(error.message.length).toBeLessThanOrEqual(longest);
    expect(error.message.length).toBeGreaterThan(10);
  });
});

// A line of this file in the stack of an error: the caller's.
const here = /errors\.test\.ts:(\d+):\d+/;

describe("the stack has the caller's line", () => {
  const at = async (handler: Handler, options: object = {}) => ({ baseUrl: (await serve(handler)).url, ...options });
  const stalled: Handler = () => undefined;
  const truncated: Handler = (response) => void response.writeHead(200, { "content-length": 9 }).write("{", () => response.destroy());
  const causes: readonly [string, string, () => object, object?][] = [
    ["WmConfigError", "a timeout below 0", () => ({}), { timeout: -1 }],
    ["WmConfigError", "a header that cannot be sent", () => ({}), { headers: { "X-A": "a\nb" } }],
    ["WmConfigError", "a tracking id function that throws", () => ({ trackingId: () => JSON.parse("{") })],
    ["WmTokenError", "a provider that throws", () => ({ token: () => JSON.parse("{") })],
    ["WmTokenError", "a provider that rejects after a while", () => ({ token: async () => (await new Promise(setImmediate), JSON.parse("{")) })],
    ["WmTokenError", "a provider that returns nothing", () => ({ token: () => undefined })],
    ["WmTokenError", "a provider that does not answer", () => ({ token: never, timeout: 20 })],
    ["WmConnectionError", "a refused connection", async () => ({ baseUrl: `http://127.0.0.1:${await closedPort()}` })],
    ["WmConnectionError", "a truncated body", () => at(truncated)],
    ["WmConnectionError", "a fetch that throws", () => ({ fetch: () => JSON.parse("{") })],
    ["WmTimeoutError", "a response that does not begin", () => at(stalled, { timeout: 20 })],
    ["WmTimeoutError", "a body that stalls", () => at((response) => void response.writeHead(200).write("{"), { timeout: 20 })],
    ["WmTimeoutError", "the total timeout of an attempt", () => at(stalled, { totalTimeout: 20 })],
    ["WmTimeoutError", "the total timeout of the provider", () => ({ token: never, totalTimeout: 20 })],
    ["WmTimeoutError", "the total timeout of a delay", () => at(json({}, 429, { "retry-after": "9" }), { totalTimeout: 200, maxRetries: 1 })],
    ["WmResponseError", "a page", () => at((response) => void response.end("<html>"))],
    ["WmResponseError", "a redirect", () => at((response) => void response.writeHead(302, { location: "/" }).end())],
    ["WmResponseError", "a body that is too large", () => at((response) => void response.end("[1,2,3]"), { maxResponseBytes: 3 })],
  ];
  const withResponse = { name: "GET with metadata", call: (wm: WmClient, options?: object) => wm.overview(options).withResponse() };
  const middleware = [{ onRequest: () => undefined }];
  const withMiddleware = {
    name: "raw GET with middleware",
    call: (wm: WmClient, options?: object) => callRaw(wm, "GET", "/customers", { ...options, middleware }),
  };

  describe.each([...callers, withResponse, withMiddleware])("of a $name", ({ call }) => {
    it.each(causes)("for a %s: %s", async (name, _, options, callOptions = {}) => {
      const wm = createWmClient({ ...credentials, maxRetries: 0, ...(await options()) });
      const line = Number(here.exec(new Error("here").stack!)![1]) + 1;
      const error = await call(wm, callOptions).catch((error: unknown) => error as Error);

      const { stack = "", name: thrown } = error as Error;
      expect(thrown).toBe(name);
      const lines = [...stack.matchAll(new RegExp(here, "g"))].map((match) => Number(match[1]));
      expect(lines, stack).toContain(line);
    });
  });

  it("for a WmApiError, with retries and a new token before", async () => {
    let count = 0;
    const { wm } = await connect((response, request, index) => json({}, [401, 503, 404][index])(response, request, index), {
      token: async () => `token-number-${++count}`,
    });
    const call = async () => void (await wm.customer("1").balance());

    const error = await rejection<WmApiError>(call());

    expect(error.status).toBe(404);
    expect(error.stack).toMatch(here);
  });

  it("after many frames of the package, and of callers that wait for it", async () => {
    const { url } = await serve(stalled);
    const wm = createWmClient({ ...credentials, baseUrl: url, timeout: 20, maxRetries: 0 });
    const call = async (): Promise<unknown> => {
      const result = await wm.overview().withResponse();
      return result;
    };
    const nested = [1, 2, 3].reduce((next) => async () => await next(), call);

    const { stack = "" } = await rejection<Error>(nested());

    expect([...stack.matchAll(new RegExp(here, "g"))]).toHaveLength(5);
  });

  it("of each of many calls that time out on the same tick, to which Node adds frames", async () => {
    const wm = createWmClient({ ...credentials, fetch: never, timeout: 20, maxRetries: 0 });
    const stackOf = async (index: number): Promise<string | undefined> => {
      try {
        await (index % 2 === 0 ? wm.overview().withResponse() : wm.raw.GET("/customers"));
      } catch (error) {
        return (error as Error).stack;
      }
      return undefined;
    };

    const stacks = await Promise.all(Array.from({ length: 200 }, (_, index) => stackOf(index)));

    expect(stacks.filter((stack) => !stack?.includes("stackOf ("))).toEqual([]);
  });

  it.each([0, 1, 10, 50])("and leaves a limit of %i frames as it was", (limit) => {
    const { stackTraceLimit } = Error;
    try {
      Error.stackTraceLimit = limit;
      const { stack = "" } = new WmConfigError("m");
      expect(Error.stackTraceLimit).toBe(limit);
      if (limit === 0) expect(stack).toBe("WmConfigError: m");
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
  });

  it("of createWmClient", () => {
    const create = () => createWmClient({ clientId: "c", token: "" });

    expect(create).toThrow(WmConfigError);
    expect(create).toThrow(expect.objectContaining({ stack: expect.stringMatching(here) as string }) as Error);
  });
});
