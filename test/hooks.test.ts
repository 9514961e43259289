import { createWmClient, type RequestOptions, WmApiError, type WmClientOptions, WmConfigError, type WmHooks, WmResponseError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { createClientAt } from "../src/client.js";
import { systemClock } from "../src/transport/clock.js";
import { overview, patch, rawGet, rawPatch } from "./support/calls.js";
import { clientOnManualClock, credentials, rejection, secret } from "./support/client.js";
import { bytes, empty, quiet, text } from "./support/faults.js";
import { type Handler, inTurn, json, serve } from "./support/server.js";
import { unhandledRejections } from "./support/unhandled.js";
import { expectNoSecret } from "./support/views.js";

interface Seen {
  readonly hook: string;
  readonly event: Readonly<Record<string, unknown>>;
}

const hookNames = ["request", "response", "retry", "success", "error", "decodeIssue"] as const;

/** A client whose events are recorded. */
function recorded(options: Partial<WmClientOptions>) {
  const events: Seen[] = [];
  const hooks = Object.fromEntries(hookNames.map((hook) => [hook, (event: object) => void events.push({ hook, event: event as Seen["event"] })]));
  const { wm, clock } = clientOnManualClock({ ...options, hooks });
  return { wm, clock, events, names: () => events.map(({ hook }) => hook) };
}

const good = json({ customerId: "1" });
const callers = [overview, rawGet, patch, rawPatch];

describe("success and error", () => {
  it.each(callers)("success is reported once for a call that succeeds: $name", async ({ call, operation, method, path }) => {
    const { url } = await serve(inTurn(json({}, 429, { "retry-after": "2" }), json({}, 429), good));
    const { wm, events, names } = recorded({ baseUrl: url });

    await call(wm);

    expect(names()).toEqual(["request", "response", "retry", "request", "response", "retry", "request", "response", "success"]);
    const { callId, trackingId, ...event } = events.at(-1)!.event;
    expect(event).toEqual({ context: undefined, operation, method, path, attempt: 3, attempts: 3, status: 200, duration: 2_600 });
    expect(trackingId).toBe(events.at(-2)!.event.trackingId);
    expect(callId).toBe(events[0]!.event.callId);
    expect(Object.isFrozen(events.at(-1)!.event)).toBe(true);
  });

  it.each([overview, rawGet])("error is reported once for a call that fails: $name", async ({ call, operation }) => {
    const { url } = await serve(json({ message: "busy" }, 503));
    const { wm, events, names } = recorded({ baseUrl: url });

    const outcome = await call(wm).catch((error: unknown) => error);

    expect(names()).toEqual(["request", "response", "retry", "request", "response", "retry", "request", "response", "error"]);
    const { error, status, duration, attempt } = events.at(-1)!.event;
    expect([status, duration, attempt]).toEqual([503, 750, 3]);
    expect(error).toBeInstanceOf(WmApiError);
    expect((error as WmApiError).operation).toBe(operation);
    expect((error as WmApiError).attempts).toBe(3);
    if (operation === "getCustomerOverview") expect(outcome).toBe(error);
    else expect(outcome).toEqual({ status: 503, error: { message: "busy" } });
  });

  const unusable: [string, Handler][] = [
    ["a login page", text("<html>Sign in</html>")],
    ["a body that is cut off", bytes('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{"', "close")],
    ["invalid UTF-8", text(Uint8Array.of(0x22, 0xe9, 0x22))],
    ["a redirect", empty(302, { location: "/" })],
  ];
  for (const caller of [overview, rawGet]) {
    it.each(unusable)(`a 200 that is unusable is an error, not a success: %s, ${caller.name}`, async (_, handler) => {
      const { url } = await serve(handler);
      const { wm, events, names } = recorded({ baseUrl: url });

      const error = await rejection(caller.call(wm));

      expect(names()).toEqual(["request", "response", "error"]);
      expect(error).toBeInstanceOf(WmResponseError);
      expect(events[2]!.event.error).toBe(error);
    });
  }

  it("a body without the declared object is an error, not a success", async () => {
    const { url } = await serve(json([1, 2]));
    const { wm, names } = recorded({ baseUrl: url });

    expect(await rejection(wm.customer("1").balance())).toBeInstanceOf(WmResponseError);

    expect(names()).toEqual(["request", "response", "error"]);
  });

  it("a body beyond maxResponseBytes is an error, not a success", async () => {
    const { url } = await serve(good);
    const { wm, events, names } = recorded({ baseUrl: url, maxResponseBytes: 5 });

    const error = await rejection(wm.overview());

    expect(names()).toEqual(["request", "response", "error"]);
    expect(events[2]!.event.error).toBe(error);
  });

  it.each([overview, rawGet])("error alone is reported for an argument that is unusable: $name", async ({ call }) => {
    const { wm, events, names } = recorded({});

    const error = await rejection(call(wm, { timeout: -1, context: "c" } as RequestOptions));

    expect(names()).toEqual(["error"]);
    expect(error).toBeInstanceOf(WmConfigError);
    expect(events[0]!.event.error).toBe(error);
    expect([events[0]!.event.attempt, events[0]!.event.status, events[0]!.event.trackingId]).toEqual([0, undefined, undefined]);
  });

  it("error is reported for a call that its caller aborts, with the reason", async () => {
    const { url } = await serve(() => undefined);
    const { wm, events, names } = recorded({ baseUrl: url });
    const controller = new AbortController();
    const ending = rejection(wm.overview({ signal: controller.signal }));
    await quiet(20);
    controller.abort("left");

    expect(await ending).toBe("left");
    expect(names()).toEqual(["request", "error"]);
    expect(events[1]!.event.error).toBe("left");
  });

  it("a 204 is a success", async () => {
    const { url } = await serve(empty(204));
    const { wm, events, names } = recorded({ baseUrl: url });

    await wm.customer("1").contacts.update({ email: "a@example.com" });

    expect(names()).toEqual(["request", "response", "success"]);
    expect(events[2]!.event.status).toBe(204);
  });

  it("the outcome that middleware of wm.raw decides is reported", async () => {
    const { url } = await serve(good);
    const { wm, events, names } = recorded({ baseUrl: url });
    const refuse = { onResponse: () => Response.json({ message: "not for you" }, { status: 403 }) };
    const cached = { onRequest: () => Response.json({ from: "cache" }) };
    const closed = { onRequest: () => Response.json({ message: "closed" }, { status: 503, headers: { "retry-after": "3" } }) };

    await wm.raw.GET("/customers", { middleware: [refuse] });
    await wm.raw.GET("/customers", { middleware: [cached] });
    await wm.raw.GET("/customers", { middleware: [closed] });

    expect(names()).toEqual(["request", "response", "error", "success", "error"]);
    expect(events[2]!.event.error).toMatchObject({ status: 403, message: expect.stringMatching(/^not for you/) as string });
    expect(events[3]!.event).toMatchObject({ status: 200, attempts: 0 });
    expect(events[4]!.event.error).toMatchObject({ status: 503, retryAfter: 3_000, body: { message: "closed" }, attempts: 0 });
  });
});

describe("callId and context", () => {
  const busyThenIssue: Handler = inTurn(json({}, 503), json({ ivr_fee: "x" }));

  it("are the same in all events of a call", async () => {
    const { url } = await serve(busyThenIssue);
    const { wm, events, names } = recorded({ baseUrl: url });
    const context = { customer: { id: "7" }, secret };

    await wm.customer("1").balance({ context });

    expect(names()).toEqual(["request", "response", "retry", "request", "response", "decodeIssue", "success"]);
    const { callId } = events[0]!.event;
    expect(callId).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/);
    for (const { event } of events) {
      expect(event.callId).toBe(callId);
      // By reference: neither copied, nor frozen, nor redacted.
      expect(event.context).toBe(context);
    }
    expect(Object.isFrozen(context)).toBe(false);
    expect(context.secret).toBe(secret);
  });

  it("are those of wm.raw's calls too", async () => {
    const { url } = await serve(inTurn(json({}, 503), good));
    const { wm, events } = recorded({ baseUrl: url });
    const context = Symbol("context");

    await wm.raw.GET("/customers", { context });

    expect(events).toHaveLength(6);
    for (const { event } of events) expect([event.callId, event.context]).toEqual([events[0]!.event.callId, context]);
  });

  it("tell calls at the same moment apart", async () => {
    const { url } = await serve(good);
    const { wm, events } = recorded({ baseUrl: url });

    await Promise.all(Array.from({ length: 20 }, (_, context) => wm.overview({ context })));

    const contexts = new Map<unknown, unknown[]>();
    for (const { event } of events) contexts.set(event.callId, [...(contexts.get(event.callId) ?? []), event.context]);
    expect(contexts.size).toBe(20);
    for (const [first, ...others] of contexts.values()) expect(others).toEqual([first, first]);
  });

  it("context is not sent, nor passed to fetch", async () => {
    const seen: RequestInit[] = [];
    const fetch: typeof globalThis.fetch = async (_, init) => (seen.push(init!), Response.json({}));
    const wm = createWmClient({ ...credentials, fetch });

    await wm.overview({ context: "c" });
    await wm.raw.GET("/customers", { context: "c" });

    for (const init of seen) expect(init).not.toHaveProperty("context");
  });

  it.each([0, "", null, undefined, false])("context may be %o", async (context) => {
    const { url } = await serve(good);
    const { wm, events } = recorded({ baseUrl: url });

    await wm.overview({ context });

    for (const { event } of events) expect(event.context).toBe(context);
  });
});

describe("headers in events", () => {
  const keys = ["X-Api-Key", "Ocp-Apim-Subscription-Key", "X-Amz-Security-Token", "X-Gateway-Secret", "Cookie", "Proxy-Authorization", "X-Auth", "X-Session"];

  it("are frozen, have lower-case names, and hide every value that is not known to be harmless", async () => {
    const headers = Object.fromEntries(keys.map((name) => [name, `value of ${name}`]));
    const { url } = await serve(json({}, 200, { ...headers, "Set-Cookie": "session=abc", "X-Request-Id": "r-1", ETag: '"7"' }));
    const { wm, events } = recorded({ baseUrl: url, headers });

    await wm.overview({ headers: { "Content-Language": "en", "X-Correlation-Id": "c-1" } });

    for (const { event } of events.slice(0, 2)) {
      const shown = event.headers as Record<string, string>;
      expect(Object.isFrozen(shown)).toBe(true);
      expect(Object.keys(shown)).toEqual(Object.keys(shown).map((name) => name.toLowerCase()));
      for (const name of keys) expect(shown[name.toLowerCase()], name).toBe("[redacted]");
    }
    const [request, response] = events.map(({ event }) => event.headers as Record<string, string>);
    expect(request).toMatchObject({ accept: "application/json", clientid: "client-1", "x-correlation-id": "c-1", authorization: "[redacted]" });
    expect(response).toMatchObject({ "content-type": "application/json", "x-request-id": "r-1", etag: '"7"', "set-cookie": "[redacted]" });
  });

  it("do not show a token in a harmless header either", async () => {
    const { url } = await serve(
      (response, { headers }) => void response.writeHead(200, { "x-request-id": headers.authorization!, etag: `"${secret}"` }).end("{}"),
    );
    const { wm, events } = recorded({ baseUrl: url });

    await wm.overview({ headers: { "x-correlation-id": secret } });

    for (const { event } of events) expectNoSecret(event);
    expect((events[1]!.event.headers as Record<string, string>)["x-request-id"]).toBe("Bearer [redacted]");
  });
});

describe("an observer cannot affect a call", () => {
  /** A promise of another library, which its users await. */
  class Foreign {
    then(_: unknown, reject: (reason: unknown) => void) {
      setTimeout(() => reject(new Error("the observer is broken")), 1);
    }
  }
  const revoked = () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  };
  const misbehaviours: Readonly<Record<string, (event: object) => unknown>> = {
    "throws an error": () => JSON.parse("{"),
    "throws undefined": () => {
      throw undefined;
    },
    "throws a revoked proxy": () => {
      throw revoked();
    },
    rejects: () => Promise.reject(new Error("the observer is broken")),
    "rejects after a while": async () => {
      await quiet(2);
      throw new Error("the observer is broken");
    },
    "never settles": () => new Promise(() => undefined),
    "returns a foreign promise that rejects": () => new Foreign(),
    "returns a thenable that throws": () => ({ then: () => JSON.parse("{") }),
    "returns a thenable whose then throws when it is read": () => Object.defineProperty({}, "then", { get: () => JSON.parse("{") }),
    "returns a thenable that resolves to itself": () => ({
      then(resolve: (value: unknown) => void) {
        setTimeout(() => resolve(Promise.reject(new Error("the observer is broken"))), 1);
      },
    }),
    "returns a revoked proxy": revoked,
    "returns a subclass of Promise": () => class extends Promise<never> {}.reject(new Error("the observer is broken")),
    "writes to the event": (event) => Object.assign(event, { attempt: 99, status: 200, error: undefined }),
    "deletes from the event": (event) => Reflect.ownKeys(event).forEach((key) => delete (event as Record<PropertyKey, unknown>)[key]),
    "calls the client again": () => {
      void createWmClient({ ...credentials, maxRetries: 0, fetch: () => Promise.reject(new Error("no")) })
        .overview()
        .catch(() => undefined);
    },
  };

  it.each(Object.entries(misbehaviours))("that %s", async (_, hook) => {
    const rejections = unhandledRejections();
    const { url, requests } = await serve(inTurn(json({}, 503), json({ ivr_fee: "x" }), json({}, 404)));
    const hooks: WmHooks = Object.fromEntries(hookNames.map((name) => [name, hook as () => void]));
    // Waits before retries are of 0 ms.
    const wm = createClientAt({ ...systemClock, random: () => 0 }, { ...credentials, baseUrl: url, hooks });

    expect(await wm.customer("1").balance()).toEqual({ ivr_fee: null, balance: [] });
    expect(await rejection(wm.overview())).toMatchObject({ name: "WmApiError", status: 404, attempts: 1 });

    await quiet(10);
    expect(requests).toHaveLength(3);
    expect(rejections).toEqual([]);
  });

  it("that changes the value of an issue", async () => {
    const { url } = await serve(json({ ivr_fee: { amount: [1] } }));
    const decodeIssue: WmHooks["decodeIssue"] = ({ value }) => void Object.assign(value as object, { amount: "changed" });
    const { wm } = clientOnManualClock({ baseUrl: url, hooks: { decodeIssue } });

    const { issues } = await wm.customer("1").balance().withResponse();

    expect(issues.map(({ value }) => value)).toEqual([{ amount: [1] }]);
  });

  it("that is set to undefined, which is none", async () => {
    const { url } = await serve(good);

    await createWmClient({ ...credentials, baseUrl: url, hooks: { request: undefined, success: undefined } }).overview();
  });
});

it("the error event for unusable options has the context of the call", async () => {
  const { wm, events } = recorded({ baseUrl: "http://127.0.0.1:1" });
  const context = { tenant: 7 };

  await rejection(wm.overview({ context, timeout: Number.NaN }));
  await rejection(wm.raw.GET("/customers", { context, timeout: Number.NaN }));

  expect(events.map(({ event }) => event.context)).toEqual([context, context]);
  expect(events[0]!.event.context).toBe(context);
});
