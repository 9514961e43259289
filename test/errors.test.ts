import { inspect } from "node:util";
import {
  createWmClient,
  type paths,
  WmApiError,
  WmConfigError,
  WmConnectionError,
  WmError,
  WmResponseError,
  WmTimeoutError,
  WmTokenError,
} from "wm-customer-api";
import { describe, expect, it, vi } from "vitest";
import { clientOnManualClock, credentials, rejection } from "./support/client.js";
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

describe("every class", () => {
  it.each(Object.entries(samples))("%s has its name, and the fields of a call", (name, error) => {
    expect(error.name).toBe(name);
    expect(String(error)).toBe(`${name}: m`);
    expect(error.stack).toMatch(new RegExp(`^${name}: m\n`));
    expect(error.operation).toBeUndefined();
    expect(error.trackingId).toBeUndefined();
    expect(error.attempts).toBe(0);
    expect("cause" in error).toBe(false);
  });

  it.each(Object.entries(classes))("%s keeps the context and the cause, which JSON does not show", (_, type) => {
    const cause = new Error("why");
    const context = { operation: "getBalance", trackingId: "t", attempts: 2, cause, ...api, body: "x", timeout: 1 };

    const error = new type("m", context);

    expect(error.operation).toBe("getBalance");
    expect(error.trackingId).toBe("t");
    expect(error.attempts).toBe(2);
    expect(error.cause).toBe(cause);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ name: error.name, message: "m", operation: "getBalance", trackingId: "t", attempts: 2 });
    expect(JSON.stringify(error)).not.toContain("why");
  });

  it("has its own fields", () => {
    const { WmTimeoutError: timeout, WmApiError: failed, WmResponseError: unusable } = samples;

    expect(timeout.timeout).toBe(5);
    expect([failed.status, failed.code, failed.details, failed.retryAfter, failed.body, failed.headers]).toEqual([500, "5", [], undefined, {}, api.headers]);
    expect([unusable.status, unusable.details, unusable.body]).toEqual([200, [], "x"]);
    expect(new WmResponseError("m", { status: 200, body: "y".repeat(1_001) }).body).toBe("y".repeat(1_000));
    expect(samples.WmConfigError.argument).toBeUndefined();
    expect(new WmConfigError("m", { argument: "timeout" }).argument).toBe("timeout");
  });
});

describe("instanceof", () => {
  it("tells the classes apart", () => {
    for (const [name, error] of Object.entries(samples)) {
      expect(error).toBeInstanceOf(WmError);
      expect(error).toBeInstanceOf(Error);
      for (const [other, type] of Object.entries(classes)) expect(error instanceof type, `${name} instanceof ${other}`).toBe(name === other);
    }
  });

  it("works for errors of another build of the package, in both directions", async () => {
    vi.resetModules();
    const other = await import("../src/errors.js");
    expect(other.WmError).not.toBe(WmError);
    const { url } = await serve(json({}, 404));
    const error = await rejection(createWmClient({ ...credentials, baseUrl: url }).overview());

    expect(error instanceof other.WmError).toBe(true);
    expect(error instanceof other.WmApiError).toBe(true);
    expect(error instanceof other.WmTimeoutError).toBe(false);
    const foreign = new other.WmTimeoutError("m", { timeout: 1 });
    expect(foreign instanceof WmError).toBe(true);
    expect(foreign instanceof WmTimeoutError).toBe(true);
    expect(foreign instanceof WmApiError).toBe(false);
  });

  it("works for classes that extend one of the package", () => {
    class Own extends WmApiError {}
    class Other extends WmApiError {}
    const own = new Own("m", api);

    expect(own instanceof Own).toBe(true);
    expect(own instanceof WmApiError).toBe(true);
    expect(own instanceof WmError).toBe(true);
    expect(own instanceof Other).toBe(false);
    expect(samples.WmApiError instanceof Own).toBe(false);
  });

  it.each([undefined, null, 0, "WmError", Symbol("x"), {}, [], new Error("m"), Object.create(null), () => undefined, { name: "WmApiError" }])(
    "is false for %o",
    (value) => {
      expect(value instanceof WmError).toBe(false);
      expect(value instanceof WmApiError).toBe(false);
    },
  );

  it("narrows the type of a caught error", () => {
    const caught: unknown = samples.WmApiError;
    const status: number | undefined = caught instanceof WmApiError ? caught.status : undefined;

    expect(status).toBe(500);
  });
});

describe("a message", () => {
  const longest = 2_000;
  const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

  it.each([
    ["line breaks", "a\r\nb\n\nc", "a b c"],
    ["an escape sequence", "\u001b[31mred\u001b[0m", " [31mred [0m"],
    ["line separators of Unicode", "a\u2028b\u2029c", "a b c"],
    ["controls beyond ASCII", "a\u0085b\u009bc", "a b c"],
    ["NUL and DEL", "a\u0000b\u007fc", "a b c"],
  ])("replaces %s by a space", (_, given, message) => {
    expect(new WmConnectionError(given).message).toBe(message);
  });

  it("keeps 2 000 characters, and truncates a longer one", () => {
    expect(new WmConnectionError("x".repeat(longest)).message).toBe("x".repeat(longest));
    expect(new WmConnectionError("x".repeat(longest + 1)).message).toBe(`${"x".repeat(longest - 1)}…`);
    // Half a surrogate pair would be no text.
    expect(new WmConnectionError(`${"x".repeat(longest - 2)}𝄞𝄞`).message).toBe(`${"x".repeat(longest - 2)}…`);
  });

  const page = `<html>\n${"\u001b[2J\t".repeat(5_000)}`;
  const hostile: [string, Handler][] = [
    ["a WmApiError with a long message", json({ message: `first\nsecond ${"m".repeat(10_000)}` }, 400)],
    ["a WmApiError with control sequences in its code", json({ code: "\u001b]0;x\u0007", message: "\u001b[2J" }, 400)],
    ["a WmResponseError of a page", (response) => void response.end(page)],
    ["a WmResponseError of a redirect", (response) => void response.writeHead(302, { location: `https://${"a.".repeat(3_000)}example/` }).end()],
  ];
  it.each(hostile)("is one line without control characters, whatever the server sends: %s", async (_, handler) => {
    const { url } = await serve(handler);
    const { wm } = clientOnManualClock({ baseUrl: url });

    const error = (await rejection(wm.overview())) as WmError;

    expect(error).toBeInstanceOf(WmError);
    expect(error.message).not.toMatch(control);
    expect(error.message.length).toBeLessThanOrEqual(longest);
    expect(error.message.length).toBeGreaterThan(10);
  });

  it.each([
    ["a connection error", (thrown: Error) => ({ fetch: () => Promise.reject(thrown), maxRetries: 0 })],
    ["a token error", (thrown: Error) => ({ token: () => Promise.reject(thrown), maxRetries: 0 })],
  ])("is one line, whatever is thrown: %s", async (_, options) => {
    const { wm } = clientOnManualClock(options(new Error(`one\ntwo \u001b[31m ${"z".repeat(5_000_000)}`)));

    const error = (await rejection(wm.overview())) as WmError;

    expect(error.message).not.toMatch(control);
    expect(error.message.length).toBeLessThanOrEqual(longest);
    expect(error.message).toContain("one two");
  });
});

// A line of this file in the stack of an error: the caller's.
const here = /errors\.test\.ts:(\d+):\d+/;

describe("the stack contains the caller's line", () => {
  const never = () => new Promise<never>(() => undefined);
  const path: keyof paths = "/customers";
  const callers = {
    façade: (wm: ReturnType<typeof createWmClient>, options: object) => wm.overview(options),
    "façade, with metadata": (wm: ReturnType<typeof createWmClient>, options: object) => wm.overview(options).withResponse(),
    raw: (wm: ReturnType<typeof createWmClient>, options: object) => wm.raw.GET(path, { ...options }),
    "raw with middleware": (wm: ReturnType<typeof createWmClient>, options: object) =>
      wm.raw.GET(path, { ...options, middleware: [{ onRequest: () => undefined }] }),
  };
  const real = async (handler: Handler) => ({ baseUrl: (await serve(handler)).url });
  const causes: readonly [string, string, () => Promise<object>, object?][] = [
    ["WmConfigError", "a timeout below 0", async () => ({}), { timeout: -1 }],
    ["WmConfigError", "a header that cannot be sent", async () => ({}), { headers: { "X-A": "a\nb" } }],
    ["WmConfigError", "a tracking id function that throws", async () => ({ trackingId: () => JSON.parse("{") })],
    ["WmTokenError", "a provider that throws", async () => ({ token: () => JSON.parse("{") })],
    ["WmTokenError", "a provider that rejects after a while", async () => ({ token: async () => (await new Promise(setImmediate), JSON.parse("{")) })],
    ["WmTokenError", "a provider that returns nothing", async () => ({ token: () => undefined })],
    ["WmTokenError", "a provider that does not answer", async () => ({ token: never, timeout: 20 })],
    ["WmConnectionError", "a refused connection", async () => ({ baseUrl: `http://127.0.0.1:${await closedPort()}` })],
    [
      "WmConnectionError",
      "a body that is cut off",
      () => real((response) => void response.writeHead(200, { "content-length": 9 }).write("{", () => response.destroy())),
    ],
    ["WmConnectionError", "a fetch that throws at once", async () => ({ fetch: () => JSON.parse("{") })],
    ["WmTimeoutError", "a response that does not begin", async () => ({ ...(await real(() => undefined)), timeout: 20 })],
    ["WmTimeoutError", "a body that stalls", async () => ({ ...(await real((response) => void response.writeHead(200).write("{"))), timeout: 20 })],
    ["WmTimeoutError", "the total timeout in an attempt", async () => ({ ...(await real(() => undefined)), totalTimeout: 20 })],
    ["WmTimeoutError", "the total timeout in the provider", async () => ({ token: never, totalTimeout: 20 })],
    [
      "WmTimeoutError",
      "the total timeout in a wait",
      async () => ({ ...(await real(json({}, 429, { "retry-after": "9" }))), totalTimeout: 200, maxRetries: 1 }),
    ],
    ["WmResponseError", "a page", () => real((response) => void response.end("<html>"))],
    ["WmResponseError", "a redirect", () => real((response) => void response.writeHead(302, { location: "/" }).end())],
    ["WmResponseError", "a body that is too large", async () => ({ ...(await real((response) => void response.end("[1,2,3]"))), maxResponseBytes: 3 })],
  ];

  for (const [caller, call] of Object.entries(callers)) {
    it.each(causes)(`for a %s of the ${caller}: %s`, async (name, _, options, callOptions = {}) => {
      const wm = createWmClient({ ...credentials, maxRetries: 0, ...(await options()) });
      let error: unknown;
      let line = 0;

      try {
        line = Number(here.exec(new Error("here").stack!)![1]) + 1;
        await call(wm, callOptions);
      } catch (thrown) {
        error = thrown;
      }

      expect((error as Error).name).toBe(name);
      const lines = [...(error as Error).stack!.matchAll(new RegExp(here, "g"))].map((match) => Number(match[1]));
      expect(lines, (error as Error).stack).toContain(line);
    });
  }

  it("for a WmApiError, with retries and a new token before", async () => {
    const { url } = await serve((response, request, index) => json({}, [401, 503, 404][index])(response, request, index));
    let count = 0;
    const { wm } = clientOnManualClock({ baseUrl: url, token: async () => `token-number-${++count}` });

    const error = (await rejection(
      (async () => {
        await wm.customer("1").balance();
      })(),
    )) as WmApiError;

    expect(error.status).toBe(404);
    expect(error.stack).toMatch(here);
  });

  it("after many frames of their own, and of callers that wait for it", async () => {
    const { url } = await serve(() => undefined);
    const wm = createWmClient({ ...credentials, baseUrl: url, timeout: 20, maxRetries: 0 });
    const call = async (): Promise<unknown> => {
      const result = await wm.overview().withResponse();
      return result;
    };
    const callers = [1, 2, 3].reduce((next) => async () => await next(), call);

    const { stack = "" } = (await rejection(callers())) as Error;

    expect([...stack.matchAll(new RegExp(here, "g"))]).toHaveLength(5);
  });

  it("for each of many calls that time out on the same tick, to which Node adds frames of its own", async () => {
    const wm = createWmClient({ ...credentials, fetch: () => new Promise(() => undefined), timeout: 20, maxRetries: 0 });
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

  it("for the error of createWmClient", () => {
    let error: unknown;
    try {
      createWmClient({ clientId: "c", token: "" });
    } catch (thrown) {
      error = thrown;
    }

    expect(error).toBeInstanceOf(WmConfigError);
    expect((error as Error).stack).toMatch(here);
  });
});

it("shows the fields of an error when it is printed", async () => {
  const { url } = await serve(json({ message: "No" }, 404, { "x-request-id": "7" }));
  const error = await rejection(createWmClient({ ...credentials, baseUrl: url }).overview());

  const shown = inspect(error);

  for (const text of ["WmApiError: No", "operation: 'getCustomerOverview'", "attempts: 1", "status: 404", "x-request-id"]) expect(shown).toContain(text);
});
