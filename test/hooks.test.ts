import { createWmClient, type RequestOptions, WmApiError, type WmHooks, WmResponseError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { createClientAt } from "../src/client.js";
import { systemClock } from "../src/transport/clock.js";
import { callers, overview, rawGet } from "./support/calls.js";
import { connect, credentials, hookNames, recorded, rejection, secret } from "./support/client.js";
import { bytes, empty, quiet, text } from "./support/faults.js";
import { type Handler, inTurn, json, serve } from "./support/server.js";
import { unhandledRejections } from "./support/unhandled.js";

const good = json({ customerId: "1" });
const common = ["attempt", "callId", "context", "method", "operation", "path", "trackingId"];
const fields: Readonly<Record<string, readonly string[]>> = {
  request: [...common, "headers"],
  response: [...common, "duration", "headers", "status"],
  retry: [...common, "duration", "status", "wait"],
  success: [...common, "attempts", "duration", "status"],
  error: [...common, "duration", "error", "status"],
};

describe.each(callers)("a $name", (caller) => {
  const { call, operation, method, path, raw } = caller;

  it.each([200, 404])("emits frozen events of requests, responses, the retry and the outcome, a %i", async (status) => {
    const { wm, events, names, requests } = await connect(inTurn(json({}, 429, { "retry-after": "3" }), json({ customerId: "1" }, status)));
    const ids = () => requests.map(({ headers }) => headers["request-tracking-id"]);
    const about = (attempt: number) => ({ context: "c", operation, method, path, attempt, trackingId: ids()[attempt - 1] });

    const outcome = await call(wm, { context: "c" } as RequestOptions).catch((error: unknown) => error);

    expect(names()).toEqual(["request", "response", "retry", "request", "response", status === 200 ? "success" : "error"]);
    expect(events.map(({ event }) => event)).toMatchObject([
      about(1),
      { ...about(1), status: 429, duration: 0 },
      { ...about(1), status: 429, duration: 0, wait: 3_150 },
      about(2),
      { ...about(2), status, duration: 0 },
      { ...about(2), status, duration: 3_150, ...(status === 200 && { attempts: 2 }) },
    ]);
    expect(new Set(events.map(({ event }) => event.callId)).size).toBe(1);
    expect(events[0]!.event.callId).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/);
    for (const { hook, event } of events) {
      expect(Object.keys(event).sort(), hook).toEqual([...fields[hook]!].sort());
      expect([Object.isFrozen(event), Object.isFrozen(event.headers)], hook).toEqual([true, true]);
    }
    if (status === 200) return;
    const { error } = events.at(-1)!.event;
    expect(error).toBeInstanceOf(WmApiError);
    expect(outcome).toEqual(raw ? { status, error: { customerId: "1" } } : error);
  });

  it.each<[string, Handler, object?]>([
    ["a login page", text("<html>Sign in</html>")],
    ["a redirect", empty(302, { location: "/" })],
    ["a body beyond maxResponseBytes", good, { maxResponseBytes: 5 }],
  ])("emits an error, not a success, for %s", async (_, handler, options) => {
    const { wm, named, names } = await connect(handler, options);

    const error = await rejection(call(wm));

    expect(names()).toEqual(["request", "response", "error"]);
    expect(error).toBeInstanceOf(WmResponseError);
    expect(named("error")[0]!.error).toBe(error);
  });

  it.each<[string, object, RequestOptions]>([
    ["an option", {}, { timeout: Number.NaN }],
    ["a token", { token: () => "" }, {}],
  ])("emits only an error if %s is unusable", async (_, options, callOptions) => {
    const { wm, events, names } = recorded({ ...options, maxRetries: 0 });
    const context = { tenant: 7 };

    const error = await rejection(call(wm, { ...callOptions, context }));

    expect(names()).toEqual(["error"]);
    const { callId, ...event } = events[0]!.event;
    expect(event).toEqual({ context, operation, method, path, attempt: 0, trackingId: undefined, status: undefined, duration: 0, error });
    expect(event.context).toBe(context);
    expect(String(callId)).toMatch(/^[\da-f-]{36}$/);
  });
});

describe("an event", () => {
  it("has no status if its attempt has no complete response, even if an earlier attempt had one", async () => {
    const truncated = bytes("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{", "reset");
    const { wm, events } = await connect(inTurn(json({}, 500), truncated), { maxRetries: 2 });

    await rejection(wm.overview());

    expect(events.map(({ hook, event }) => [hook, event.attempt, event.status, event.wait, event.duration])).toEqual([
      ["request", 1, undefined, undefined, undefined],
      ["response", 1, 500, undefined, 0],
      ["retry", 1, 500, 250, 0],
      ["request", 2, undefined, undefined, undefined],
      ["retry", 2, undefined, 500, 0],
      ["request", 3, undefined, undefined, undefined],
      ["error", 3, undefined, undefined, 750],
    ]);
  });

  it("has headers with lower-case names, and hides their values unless they are known to be harmless", async () => {
    const headers = { "X-Api-Key": "hunter2", Cookie: "a=b", "X-Request-ID": "7" };
    const { wm, events } = await connect(json({}, 200, { "X-Session": "s", "Set-Cookie": "a=b", ETag: '"7"' }), { headers });

    await wm.overview();

    const hidden = "[redacted]";
    const sent = { accept: "application/json", authorization: hidden, clientid: "client-1", cookie: hidden, "x-api-key": hidden, "x-request-id": "7" };
    expect(events[0]!.event.headers).toEqual({ ...sent, "request-tracking-id": events[0]!.event.trackingId });
    expect(events[1]!.event.headers).toMatchObject({ "content-type": "application/json", etag: '"7"', "set-cookie": hidden, "x-session": hidden });
  });
});

describe("the context of a call", () => {
  it("reaches all its events by reference, neither frozen nor redacted, and is not sent", async () => {
    const seen: object[] = [];
    const server = await serve(inTurn(json({}, 503), json({ ivr_fee: "x" })));
    const fetch: typeof globalThis.fetch = (url, init) => (seen.push(init!), globalThis.fetch(url, init));
    const { wm, events, names } = recorded({ baseUrl: server.url, fetch });
    const context = { customer: { id: "7" }, secret };

    await wm.customer("1").balance({ context });

    expect(names()).toEqual(["request", "response", "retry", "request", "response", "decodeIssue", "success"]);
    for (const { event } of events) expect(event.context).toBe(context);
    expect([Object.isFrozen(context), context.secret]).toEqual([false, secret]);
    for (const init of seen) expect(init).not.toHaveProperty("context");
  });

  it("keeps a falsy value", async () => {
    const { wm, events } = await connect(good);

    for (const context of [0, null]) for (const { call } of [overview, rawGet]) await call(wm, { context });

    expect(events.map(({ event }) => event.context)).toEqual([...Array(6).fill(0), ...Array(6).fill(null)]);
    expect(new Set(events.map(({ event }) => event.callId)).size).toBe(4);
  });
});

describe("an observer", () => {
  const broken = () => Promise.reject(new Error("the observer is broken"));
  /** A promise of another library, over one of the platform. */
  class Foreign {
    readonly #inner: Promise<unknown> = broken();
    then(resolve: () => void, reject: () => void) {
      return this.#inner.then(resolve, reject);
    }
  }
  const revoked = () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  };
  const misbehaviours: Readonly<Record<string, (event: object) => unknown>> = {
    "throws an error": () => JSON.parse("{"),
    rejects: broken,
    "rejects after a while": async () => (await quiet(2), broken()),
    "never settles": () => new Promise(() => undefined),
    "returns a foreign promise that rejects": () => new Foreign(),
    "returns a thenable that throws": () => ({ then: () => JSON.parse("{") }),
    "returns a thenable whose then throws when it is read": () => Object.defineProperty({}, "then", { get: () => JSON.parse("{") }),
    "returns a thenable that resolves to a rejection": () => ({ then: (resolve: (value: unknown) => void) => setTimeout(() => resolve(broken()), 1) }),
    "returns a revoked proxy": revoked,
    "writes to the event": (event) => Object.assign(event, { attempt: 99, status: 200, error: undefined }),
    "calls the client": () => void rejection(createWmClient({ ...credentials, fetch: broken, maxRetries: 0 }).overview()),
  };

  it.each(Object.entries(misbehaviours))("cannot affect a call if it %s", async (_, hook) => {
    const rejections = unhandledRejections();
    const { url, requests } = await serve(inTurn(json({}, 503), json({ ivr_fee: "x" }), json({}, 404)));
    const hooks: WmHooks = Object.fromEntries(hookNames.map((name) => [name, hook as () => void]));
    // Delays before retries are of 0 ms.
    const wm = createClientAt({ ...systemClock, random: () => 0 }, { ...credentials, baseUrl: url, hooks });

    expect(await wm.customer("1").balance()).toEqual({ ivr_fee: null, balance: [] });
    expect(await rejection(wm.overview())).toMatchObject({ name: "WmApiError", status: 404, attempts: 1 });

    await quiet(10);
    expect([requests.length, rejections]).toEqual([3, []]);
  });

  it("ignores a hook that is undefined", async () => {
    const { wm } = await connect(good, { hooks: { request: undefined, success: undefined } });

    for (const { call } of [overview, rawGet]) expect(await call(wm)).toBeDefined();
  });
});
