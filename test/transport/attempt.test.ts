import { createWmClient, WmConnectionError, WmTimeoutError, WmTokenError } from "wm-customer-api";
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
  it("is looked up at every call, and receives URL and init unbound", async () => {
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

  it("is called unbound if it is that of the options or of a raw call, which overrides the other", async () => {
    const seen: unknown[] = [];
    const record = (name: string) =>
      async function (this: unknown) {
        seen.push(name, this);
        return Response.json({});
      };
    const wm = createWmClient({ ...credentials, fetch: record("option") });

    await wm.overview();
    await wm.raw.GET("/customers", { fetch: record("call") });

    expect(seen).toEqual(["option", undefined, "call", undefined]);
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
  const readInPart = async () => {
    const response = Response.json({});
    const reader = response.body!.getReader();
    await reader.read();
    reader.releaseLock();
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
    ["headers that throw", () => head({ headers: { get: throwing } }), /JSON/],
    ["headers with an invalid name", () => head({ headers: new Map([["a b", "c"]]) })],
    ["a status that is text", () => head({ status: "200" }), notResponse],
    ["a status that is no integer", () => head({ status: 200.5 }), notResponse],
    ["a status above 999", () => head({ status: 1_000 }), notResponse],
    ["a status below 0", () => head({ status: -1 }), notResponse],
    ["a body that throws", () => Object.defineProperty(head({}), "body", { get: throwing }), /JSON/],
    ["a body that is a revoked proxy", () => head({ body: revoked(new ReadableStream()) })],
    ["a reader that is undefined", () => head({ body: { getReader: () => undefined } })],
    ["a reader without chunks", () => head({ body: { getReader: () => ({ read: async () => ({ done: false }), cancel: () => undefined }) } }), notBytes],
    ["text instead of bytes", withBytes("text"), notBytes],
    ["nothing instead of bytes", withBytes(undefined), notBytes],
    ["numbers instead of bytes", withBytes([123, 125]), notBytes],
    ["pairs of bytes", withBytes(new Uint16Array(2)), notBytes],
    ["no way to read the body", () => head({ arrayBuffer: undefined })],
    ["a body that streams text", () => streaming("{}"), notBytes],
    ["an error body that streams text", () => streaming("{}", 404), notBytes],
    ["a consumed Response", consumed, /consumed/],
    ["a Response that is read in part", readInPart, /consumed/],
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

  it.each([new WmTimeoutError("t", { timeout: 1 }), new WmTokenError("t"), new WmConnectionError("c")])(
    "retries if fetch rejects with a %s",
    async (thrown) => {
      const error = await rejection(resolvingTo(() => Promise.reject(thrown), 2));

      expect(error).toMatchObject({ name: "WmConnectionError", attempts: 3, cause: thrown });
    },
  );

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
