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
import { callRaw } from "./support/calls.js";
import { connect, credentials, rejection } from "./support/client.js";
import { closedPort, empty } from "./support/faults.js";
import { type Handler, inTurn, json, serve } from "./support/server.js";

const classes = { WmConfigError, WmTokenError, WmConnectionError, WmTimeoutError, WmApiError, WmResponseError };
/** The required fields of all classes. */
const fields = { status: 500, code: "5", details: [], retryAfter: 7, body: "x", headers: new Headers({ "x-a": "1" }), timeout: 5 };
const apiError = new WmApiError("m", fields);

describe.each(Object.entries(classes))("%s", (name, type) => {
  it("is an instance of its class and of WmError alone, and has its name and the fields of a call", () => {
    const error = new type("m", fields);

    expect([error instanceof WmError, error instanceof Error]).toEqual([true, true]);
    expect(Object.values(classes).filter((other) => error instanceof other)).toEqual([type]);
    expect([error.name, String(error)]).toEqual([name, `${name}: m`]);
    expect(error.stack).toMatch(new RegExp(`^${name}: m\n`));
    expect([error.operation, error.trackingId, error.attempts, "cause" in error]).toEqual([undefined, undefined, 0, false]);
    expect(["operation", "trackingId"].every((field) => Object.hasOwn(error, field))).toBe(true);
    expect(Object.hasOwn(error, "argument")).toBe(error instanceof WmConfigError);
  });

  it("shows its fields in JSON, but not the cause", () => {
    const cause = new Error("why");
    const context = { ...fields, operation: "getBalance", trackingId: "t", attempts: 2 };

    const error = new type("m", { ...context, cause });

    expect(error).toMatchObject({ ...context, cause });
    const shown = JSON.parse(JSON.stringify(error));
    expect(shown).toMatchObject({ ...context, headers: {}, name, message: "m" });
    expect(shown).not.toHaveProperty("cause");
  });
});

describe("WmResponseError", () => {
  it("has the first 1 000 characters of the body, and no details by default", () => {
    const error = new WmResponseError("m", { status: 200, body: "y".repeat(1_001) });

    expect([error.body, error.details]).toEqual(["y".repeat(1_000), []]);
  });
});

describe("instanceof", () => {
  it("accepts errors of another build of the package, in both directions", async () => {
    vi.resetModules();
    const other = await import("../src/errors.js");
    const foreign = new other.WmTimeoutError("m", { timeout: 1 });

    expect(other.WmError).not.toBe(WmError);
    expect([other.WmError, other.WmApiError, other.WmTimeoutError].map((type) => apiError instanceof type)).toEqual([true, true, false]);
    expect([WmError, WmTimeoutError, WmApiError].map((type) => foreign instanceof type)).toEqual([true, true, false]);
  });

  it("distinguishes the subclasses of a class", () => {
    class Own extends WmApiError {}
    class Other extends WmApiError {}
    const own = new Own("m", fields);

    expect([Own, WmApiError, WmError, Other].map((type) => own instanceof type)).toEqual([true, true, true, false]);
    expect(apiError instanceof Own).toBe(false);
  });

  it.each([undefined, null, "WmError", {}, new Error("m"), Object.create(null), { name: "WmApiError" }])("rejects %o", (value) => {
    expect([value instanceof WmError, value instanceof WmApiError]).toEqual([false, false]);
  });
});

describe("isInstance", () => {
  it("does not throw for a revoked proxy", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();

    expect([isInstance(proxy, WmError), isInstance(proxy, TypeError), isInstance(apiError, WmApiError)]).toEqual([false, false, true]);
  });
});

describe("a message", () => {
  const longest = 2_000;

  it.each([
    ["replaces line breaks by one space", "a\r\n\u2028\u2029b", "a b"],
    ["replaces control characters", "\u001b[31mred\u0000\u007f\u0085\u009b!", " [31mred !"],
    ["keeps 2 000 characters", "x".repeat(longest), "x".repeat(longest)],
    ["truncates a longer text", "x".repeat(longest + 1), `${"x".repeat(longest - 1)}…`],
    ["truncates before a surrogate pair", `${"x".repeat(longest - 2)}𝄞𝄞`, `${"x".repeat(longest - 2)}…`],
  ])("%s", (_, given, message) => {
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
  ])("stays on one line without control characters, whatever the server sends: %s", async (_, handler, options) => {
    const { wm } = await connect(handler, { maxRetries: 0, ...options });

    const error = await rejection<WmError>(wm.overview());

    expect(error).toBeInstanceOf(WmError);
    expect(error.message).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(error.message.length).toBeLessThanOrEqual(longest);
    expect(error.message.length).toBeGreaterThan(10);
  });
});

/** The numbers of the lines of this file in a stack. */
const linesIn = (stack = "") => [...stack.matchAll(/errors\.test\.ts:(\d+):\d+/g)].map((match) => Number(match[1]));

describe("the stack of an error", () => {
  const never = () => new Promise<never>(() => undefined);
  const stalled: Handler = () => undefined;
  const renewed = ({ rejected = "" }) => (rejected === "" ? "token-number-1" : "token-number-2");
  const redirect = empty(302, { location: "/" });
  const truncated: Handler = (response) => void response.writeHead(200, { "content-length": 9 }).write("{", () => response.destroy());
  const at = async (handler: Handler, options: object = {}) => ({ baseUrl: (await serve(handler)).url, ...options });
  const causes: readonly [string, string, () => object, object?][] = [
    ["WmConfigError", "a timeout below 0", () => ({}), { timeout: -1 }],
    ["WmConfigError", "a tracking id function that throws", () => ({ trackingId: () => JSON.parse("{") })],
    ["WmTokenError", "a provider that throws", () => ({ token: () => JSON.parse("{") })],
    ["WmTokenError", "a provider that rejects after a while", () => ({ token: async () => (await new Promise(setImmediate), JSON.parse("{")) })],
    ["WmTokenError", "a provider that does not answer", () => ({ token: never, timeout: 20 })],
    ["WmConnectionError", "a refused connection", async () => ({ baseUrl: `http://127.0.0.1:${await closedPort()}` })],
    ["WmConnectionError", "a truncated body", () => at(truncated)],
    ["WmTimeoutError", "a response that does not begin", () => at(stalled, { timeout: 20 })],
    ["WmTimeoutError", "the total timeout of an attempt", () => at(stalled, { totalTimeout: 20 })],
    ["WmTimeoutError", "the total timeout of a delay", () => at(json({}, 429, { "retry-after": "9" }), { totalTimeout: 200, maxRetries: 1 })],
    ["WmResponseError", "a page", () => at((response) => void response.end("<html>"))],
    [
      "WmResponseError",
      "a redirect after a retry and a new token",
      () => at(inTurn(json({}, 401), json({}, 503), redirect), { token: renewed, maxRetries: 1 }),
    ],
  ];
  const middleware = [{ onRequest: () => undefined }];
  const calls: readonly [string, (wm: WmClient, options?: object) => Promise<unknown>][] = [
    ["withResponse()", (wm, options) => wm.overview(options).withResponse()],
    ["a raw GET", (wm, options) => callRaw(wm, "GET", "/customers", options)],
    ["a raw GET with middleware", (wm, options) => callRaw(wm, "GET", "/customers", { ...options, middleware })],
  ];

  describe.each(calls)("of %s", (_, call) => {
    it.each(causes)("has the caller's line in a %s for %s", async (name, _, options, callOptions = {}) => {
      const wm = createWmClient({ ...credentials, maxRetries: 0, ...(await options()) });
      const [line] = linesIn(new Error("here").stack);
      const error = await call(wm, callOptions).catch((error: unknown) => error as Error);

      const { name: thrown, stack } = error as Error;
      expect(thrown).toBe(name);
      expect(linesIn(stack), stack).toContain(line! + 1);
    });
  });

  it("has the caller's line for each of many calls that time out on the same tick, to which Node adds frames", async () => {
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

  it("has the line that calls createWmClient", () => {
    const create = () => createWmClient({ clientId: "c", token: "" });

    expect(create).toThrow(expect.objectContaining({ name: "WmConfigError", stack: expect.stringContaining("errors.test.ts") as string }) as Error);
  });

  it.each([0, 10])("leaves a limit of %i frames unchanged", (limit) => {
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
});
