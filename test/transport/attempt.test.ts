import { createWmClient, type WmConnectionError, WmTimeoutError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { callers, overview, rawGet } from "../support/calls.js";
import { clientOnManualClock, connect, credentials, rejection } from "../support/client.js";
import { foreignFetch, GetOnlyHeaders } from "../support/foreign.js";
import { complete } from "../support/scenes.js";
import { inTurn, json } from "../support/server.js";

/** A response without a class, over the members that the client reads. */
const head = (fields: object) => ({ status: 200, headers: new Headers(), type: "default", arrayBuffer: async () => new ArrayBuffer(0), ...fields });
const resolvingTo = (resolved: () => unknown, maxRetries = 0) =>
  clientOnManualClock({ fetch: async () => (await resolved()) as Response, maxRetries }).wm.overview();
const revoked = (target: object) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
const throwing = () => JSON.parse("{");

describe("fetch", () => {
  it("is looked up at every call, and called unbound: that of the call, of the options or of the platform", async () => {
    const seen: unknown[] = [];
    const record = (name: string) =>
      async function (this: unknown, ...args: Parameters<typeof fetch>) {
        const { url, method, redirect } = new Request(...args);
        seen.push([name, this, url, method, redirect]);
        return Response.json({});
      };
    const [plain, own] = [createWmClient(credentials), createWmClient({ ...credentials, fetch: record("option") })];
    const original = globalThis.fetch;
    globalThis.fetch = record("global");
    try {
      await overview.call(plain);
      await rawGet.call(plain);
    } finally {
      globalThis.fetch = original;
    }
    await own.overview();
    await own.raw.GET("/customers", { fetch: record("call") });

    const sent = [undefined, "https://api.wm.com/v1/customers", "GET", "manual"];
    expect(seen).toEqual(["global", "global", "option", "call"].map((name) => [name, ...sent]));
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

describe("attempt", () => {
  const consumed = async () => {
    const response = Response.json({});
    await response.text();
    return response;
  };
  const streaming = (text: string, status = 200) => new Response(new ReadableStream({ start: (controller) => controller.enqueue(text) }), { status });
  const withBytes = (bytes: unknown) => () => head({ arrayBuffer: async () => bytes });
  const notResponse = /fetch did not resolve to a Response/;
  const notBytes = /the body does not consist of bytes/;

  it.each<[string, () => unknown, RegExp?]>([
    ["undefined", () => undefined, notResponse],
    ["a number", () => 200, notResponse],
    ["a revoked proxy", () => revoked({})],
    ["a response without headers", () => head({ headers: undefined }), notResponse],
    ["headers with an invalid name", () => head({ headers: new Map([["a b", "c"]]) })],
    ["a status that is text", () => head({ status: "200" }), notResponse],
    ["a status that is no integer", () => head({ status: 200.5 }), notResponse],
    ["a status above 999", () => head({ status: 1_000 }), notResponse],
    ["a status below 0", () => head({ status: -1 }), notResponse],
    ["a body that throws", () => Object.defineProperty(head({}), "body", { get: throwing }), /JSON/],
    ["a reader that is undefined", () => head({ body: { getReader: () => undefined } })],
    ["a reader without chunks", () => head({ body: { getReader: () => ({ read: async () => ({ done: false }), cancel: () => undefined }) } }), notBytes],
    ["text instead of bytes", withBytes("text"), notBytes],
    ["pairs of bytes", withBytes(new Uint16Array(2)), notBytes],
    ["no way to read the body", () => head({ arrayBuffer: undefined })],
    ["a body that streams text", () => streaming("{}"), notBytes],
    ["an error body that streams text", () => streaming("{}", 404), notBytes],
    ["a consumed Response", consumed, /consumed/],
    ["Response.error()", () => Response.error(), /network error/],
  ])("rejects with a WmConnectionError if fetch resolves to %s", async (_, resolved, message = /no complete response from api\.wm\.com/) => {
    const error = await rejection<WmConnectionError>(resolvingTo(resolved));

    expect([error.name, error.operation, error.attempts]).toEqual(["WmConnectionError", "getCustomerOverview", 1]);
    expect(error.message).toMatch(message);
    expect(error.cause).toBeInstanceOf(Error);
  });

  it("retries if fetch throws, rejects or resolves to anything but a response", async () => {
    const failures = [throwing, () => Promise.reject(undefined), () => ({ status: "x" })];

    expect(await resolvingTo(() => (failures.shift() ?? (() => Response.json(complete)))(), 3)).toEqual(complete);
  });

  it("treats a WmError that fetch rejects with as the cause, not as the error of the call", async () => {
    const cause = new WmTimeoutError("of another call", { timeout: 1 });
    const error = await rejection<WmConnectionError>(resolvingTo(() => Promise.reject(cause), 2));

    expect([error.name, error.attempts]).toEqual(["WmConnectionError", 3]);
    expect(error.cause).toBe(cause);
  });

  it.each([
    ["iterable", "7"],
    ["get", null],
  ] as const)("reads headers of another class: %s", async (kind, id) => {
    const handler = inTurn(json({}, 503, { "retry-after": "1" }), json(complete, 200, { "x-request-id": "7" }));
    const { wm, named } = await connect(handler, { fetch: foreignFetch(kind) });

    const { data, headers } = await wm.overview().withResponse();

    expect([data, headers.get("x-request-id")]).toEqual([complete, id]);
    expect(named("retry")).toMatchObject([{ status: 503, wait: 1_050 }]);
  });

  it("ignores headers that are not text", async () => {
    const headers = new GetOnlyHeaders({ "retry-after": 5, location: "https://elsewhere.example/x", "content-type": "text/html" });

    expect(String(await rejection(resolvingTo(() => head({ status: 302, headers, body: {} }))))).toContain("redirects to elsewhere.example");
  });
});
