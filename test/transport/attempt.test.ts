import { runInNewContext } from "node:vm";
import { createWmClient, WmConnectionError, WmTimeoutError, WmTokenError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { callers, overview, patch, rawGet } from "../support/calls.js";
import { clientOnManualClock, connect, credentials, rejection } from "../support/client.js";
import { foreignFetch, GetOnlyHeaders } from "../support/foreign.js";
import { json } from "../support/server.js";

/** A `fetch` that resolves to this, or throws what the function throws, and the number of its calls. */
function fetching(resolve: () => unknown) {
  const state = { calls: 0 };
  const fetch = async () => (state.calls++, (await resolve()) as Response);
  return { state, fetch };
}

/** A response without a class, over the members that the client reads. */
const head = (fields: object) => ({ status: 200, headers: new Headers(), ok: true, type: "default", arrayBuffer: async () => new ArrayBuffer(0), ...fields });
const revoked = (target: object) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
const throwing = () => JSON.parse("{");

describe("fetch", () => {
  it("is looked up at every call, and called unbound with URL and init", async () => {
    const wm = createWmClient(credentials);
    const original = globalThis.fetch;
    const seen: unknown[] = [];
    globalThis.fetch = async function (this: unknown, input, init) {
      seen.push([this, String(input), init?.redirect, init?.method]);
      return Response.json({});
    };
    try {
      await overview.call(wm);
      await rawGet.call(wm);
    } finally {
      globalThis.fetch = original;
    }

    expect(seen).toEqual(Array(2).fill([undefined, "https://api.wm.com/v1/customers", "manual", "GET"]));
  });

  it("of the options, or of a raw call, is called unbound", async () => {
    const seen: unknown[] = [];
    const record = (name: string) =>
      async function (this: unknown) {
        seen.push([name, this]);
        return Response.json({});
      };
    const wm = createWmClient({ ...credentials, fetch: record("option") });

    await wm.overview();
    await wm.raw.GET("/customers", { fetch: record("call") });

    expect(seen).toEqual([
      ["option", undefined],
      ["call", undefined],
    ]);
  });

  it.each(callers)("receives a signal other than the caller's, which would gather listeners: $name", async ({ call }) => {
    const { signal } = new AbortController();
    const seen: unknown[] = [];
    const wm = createWmClient({ ...credentials, fetch: async (_, init) => (seen.push(init?.signal), Response.json({})) });

    await call(wm, { signal });

    expect(seen).toEqual([expect.any(AbortSignal)]);
    expect(seen[0]).not.toBe(signal);
  });
});

describe("a fetch that is not the platform's", () => {
  const consumed = async () => {
    const response = Response.json({});
    await response.text();
    return response;
  };
  const invalidName = () => head({ headers: Object.assign(new Map([["a b", "c"]]), {}) });
  const notResponses: Readonly<Record<string, () => unknown>> = {
    undefined: () => undefined,
    null: () => null,
    "a number": () => 200,
    "an empty object": () => ({}),
    "a revoked proxy": () => revoked({}),
    "a response without headers": () => head({ headers: undefined }),
    "headers that throw": () => head({ headers: { get: throwing } }),
    "headers with an invalid name": invalidName,
    "headers that are a revoked proxy": () => head({ headers: revoked(new Headers()) }),
    "a status that is text": () => head({ status: "200" }),
    "a status that is no integer": () => head({ status: 200.5 }),
    "a status above 999": () => head({ status: 1_000 }),
    "a status below 0": () => head({ status: -1 }),
    "a status that throws": () => Object.defineProperty(head({}), "status", { get: throwing }),
    "a body that throws": () => Object.defineProperty(head({}), "body", { get: throwing }),
    "a body that is a revoked proxy": () => head({ body: revoked(new ReadableStream()) }),
    "a reader that throws": () => head({ body: { getReader: throwing } }),
    "a reader that is undefined": () => head({ body: { getReader: () => undefined } }),
    "a reader without chunks": () => head({ body: { getReader: () => ({ read: async () => ({ done: false }), cancel: () => undefined }) } }),
    "a body without bytes": () => head({ arrayBuffer: async () => "text" }),
    "no way to read the body": () => head({ arrayBuffer: undefined }),
    "an arrayBuffer that throws": () => head({ arrayBuffer: throwing }),
    "a consumed Response": consumed,
    "Response.error()": () => Response.error(),
  };
  it.each(Object.entries(notResponses))("leads to a WmConnectionError after all retries if it resolves to %s", async (_, resolved) => {
    const { fetch, state } = fetching(resolved);

    const error = await rejection<WmConnectionError>(clientOnManualClock({ fetch }).wm.overview());

    expect([error.name, error.operation, error.attempts, state.calls]).toEqual(["WmConnectionError", "getCustomerOverview", 3, 3]);
    expect(error.cause).toBeInstanceOf(Error);
    expect(await rejection(rawGet.call(clientOnManualClock({ fetch }).wm))).toBeInstanceOf(WmConnectionError);
    expect(await rejection(patch.call(clientOnManualClock({ fetch }).wm))).toMatchObject({ name: "WmConnectionError", attempts: 1 });
  });

  it.each<[string, () => unknown, RegExp]>([
    ["undefined", () => undefined, /undefined/],
    ["text", () => "no route", /no route/],
    ["a symbol", () => Symbol("x"), /Symbol\(x\)/],
    ["an object with a numeric message", () => ({ message: 404 }), /404/],
    ["an error whose message throws", () => Object.defineProperty(new Error("m"), "message", { get: throwing }), /unknown/],
    ["an object that has no text", () => Object.create(null), /unknown/],
    ["a revoked proxy", () => revoked({}), /unknown/],
    ["an error of another realm", () => new (runInNewContext("Error"))("far away"), /far away/],
    ["an error with a code in its cause", () => new Error("a", { cause: Object.assign(new Error("b"), { code: "EPIPE" }) }), /\(EPIPE\)/],
    ["an error with a numeric code in its cause", () => new Error("a", { cause: Object.assign(new Error("b"), { code: 7 }) }), /\(b\)/],
    ["an error whose cause is itself", () => ((error) => Object.assign(error, { cause: error }))(new Error("loop")), /loop/],
  ])("leads to a WmConnectionError after all retries if it throws %s", async (_, value, message) => {
    const thrower = () => {
      throw value();
    };
    for (const fetch of [() => Promise.reject(value()), thrower]) {
      const error = await rejection<WmConnectionError>(clientOnManualClock({ fetch }).wm.overview());

      expect([error.name, error.attempts]).toEqual(["WmConnectionError", 3]);
      expect(error.message).toMatch(message);
      expect(error.message).toMatch(/^getCustomerOverview: no complete response from api\.wm\.com \(/);
    }
  });

  it("may throw WmErrors, which are no errors of the call", async () => {
    for (const thrown of [new WmTimeoutError("t", { timeout: 1 }), new WmTokenError("t"), new WmConnectionError("c")]) {
      const { wm } = clientOnManualClock({ fetch: () => Promise.reject(thrown) });

      expect(await rejection(wm.overview())).toMatchObject({ name: "WmConnectionError", attempts: 3, cause: thrown });
    }
  });

  it("may fail once", async () => {
    const answers = [undefined, { status: "x" }, Response.json({ note: "complete" })];

    expect(await clientOnManualClock({ fetch: async () => answers.shift() as Response }).wm.overview()).toEqual({ note: "complete" });
  });

  for (const kind of ["iterable", "get"] as const) {
    it.each([404, 429, 500])(`may have headers that are ${kind}: retries a %i as usual`, async (status) => {
      const { wm, requests } = await connect(json({ message: "no" }, status, { "retry-after": "1" }), { fetch: foreignFetch(kind) });
      const attempts = status === 404 ? 1 : 3;

      expect(await rejection(wm.overview())).toMatchObject({ name: "WmApiError", status, retryAfter: 1_000, attempts, body: { message: "no" } });
      expect(requests).toHaveLength(attempts);
    });

    it(`may have headers that are ${kind}: reads a body`, async () => {
      const { wm } = await connect(json({ note: "complete" }, 200, { "x-request-id": "7" }), { fetch: foreignFetch(kind) });

      const { data, headers } = await wm.overview().withResponse();

      expect([data, headers.get("x-request-id")]).toEqual([{ note: "complete" }, kind === "get" ? null : "7"]);
    });
  }

  it("may have headers that only support get, with values that are no text", async () => {
    const headers = new GetOnlyHeaders({ "retry-after": 5, location: "https://elsewhere.example/x", "content-type": "text/html" });
    const { wm } = clientOnManualClock({ fetch: async () => head({ status: 302, headers, body: {} }) as unknown as Response });

    expect(String(await rejection(wm.overview()))).toContain("redirects to elsewhere.example");
  });
});
