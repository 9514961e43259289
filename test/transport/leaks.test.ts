import { getEventListeners } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import {
  createWmClient,
  WmApiError,
  type WmClient,
  type WmClientOptions,
  WmConfigError,
  WmConnectionError,
  type WmHooks,
  WmResponseError,
  WmTimeoutError,
  WmTokenError,
} from "wm-customer-api";
import { describe, expect, onTestFinished, test } from "vitest";
import { createClientAt } from "../../src/client.js";
import { type Caller, overview, patch, rawGet, rawPatch, rawPut } from "../support/calls.js";
import { clientOnManualClock, credentials, rejection, secret } from "../support/client.js";
import { manualClock } from "../support/clock.js";
import { bytes, closedPort, empty, quiet, text, until } from "../support/faults.js";
import { type Handler, inTurn, json, serve } from "../support/server.js";
import { unhandledRejections } from "../support/unhandled.js";
import { expectNoSecret } from "../support/views.js";

const complete = { note: "complete" };
const good = json(complete);
const callers = [overview, rawGet, rawPut, patch, rawPatch];

const settled = (calls: readonly Promise<unknown>[]) => Promise.allSettled(calls);

/** Each request gets another of these, so that calls end in every way there is. */
const mixture: readonly Handler[] = [
  good,
  json({ code: 429 }, 429, { "retry-after": "0" }),
  bytes("", "reset"),
  json({ code: 404 }, 404),
  text("<html>", "text/html", 200),
  json({ code: 503 }, 503),
  empty(302, { location: "http://elsewhere.example/" }),
  bytes('HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n{"note":', "reset"),
  json({ code: 500 }, 500),
  json({ code: 401 }, 401),
];
const mixed: Handler = (response, request, index) => mixture[index % mixture.length]!(response, request, index);

describe("nothing is left behind", () => {
  test("one signal over many calls that end in every way has no listener, and the clock no timer", async () => {
    const rejections = unhandledRejections();
    const { url } = await serve(mixed);
    const { wm, clock } = clientOnManualClock({ baseUrl: url });
    const { signal } = new AbortController();
    for (let round = 0; round < 20; round++) await settled(callers.map((caller) => caller.call(wm, { signal })));
    await quiet(5);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(clock.pending).toEqual([]);
    expect(rejections).toEqual([]);
  });

  test("a signal has no listener of one call left while another is under way", async () => {
    const { url, requests } = await serve(inTurn(() => undefined, good));
    const wm = createClientAt(manualClock(), { ...credentials, baseUrl: url });
    const controller = new AbortController();
    const { signal } = controller;
    const hanging = rejection(wm.overview({ signal }));
    await until(() => requests.length === 1, "the first request arrives");
    const before = getEventListeners(signal, "abort").length;
    for (let call = 0; call < 20; call++) await wm.overview({ signal });
    expect(getEventListeners(signal, "abort").length).toBe(before);
    controller.abort("done");
    expect(await hanging).toBe("done");
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("an attempt that has timed out leaves the waits that come after it to its signal, its own call's and other calls'", async () => {
    const { url, requests } = await serve(() => undefined);
    const clock = manualClock();
    const wm = createClientAt(clock, { ...credentials, baseUrl: url, timeout: 1_000 });
    const controller = new AbortController();
    const { signal } = controller;
    const retrying = rejection(wm.overview({ signal, maxRetries: 1 }));
    await until(() => requests.length === 1, "the first request arrives");
    clock.advance(1_000);
    await until(() => clock.pending.length === 1, "the wait before the retry begins");
    const hanging = rejection(wm.overview({ signal }));
    await until(() => requests.length === 2, "the request of the other call arrives");
    controller.abort("done");
    expect(await Promise.race([Promise.all([retrying, hanging]), quiet(50)])).toEqual(["done", "done"]);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(clock.pending).toEqual([]);
  });

  test("a token that comes too late for one call leaves the next to its signal", async () => {
    const clock = manualClock();
    const given: ((token: string) => void)[] = [];
    const token = () => new Promise<string>((resolve) => given.push(resolve));
    const wm = createClientAt(clock, { ...credentials, baseUrl: "http://127.0.0.1:9", timeout: 1_000, token });
    const controller = new AbortController();
    const { signal } = controller;
    const late = rejection(wm.overview({ signal }));
    await until(() => given.length === 1, "the provider is asked");
    clock.advance(1_000);
    expect(await late).toBeInstanceOf(WmTokenError);
    const next = rejection(wm.overview({ signal }));
    await until(() => given.length === 2, "the provider is asked anew");
    given[0]!(secret);
    await quiet(5);
    controller.abort("done");
    expect(await Promise.race([next, quiet(50)])).toBe("done");
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("one signal over 100 calls at the same moment is no reason for Node to warn of a leak", async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => void warnings.push(warning);
    process.on("warning", note);
    onTestFinished(() => void process.off("warning", note));
    const { url } = await serve(good);
    const wm = createClientAt(manualClock(), { ...credentials, baseUrl: url, token: async () => (await quiet(5), secret) });
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 100 }, () => wm.overview({ signal })));
    await quiet(5);
    expect(warnings.map(String)).toEqual([]);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("a signal that ends many calls at once, each in another phase, has no listener, and the clock no timer", async () => {
    const rejections = unhandledRejections();
    const { url, requests } = await serve(
      inTurn(
        () => undefined,
        (response) => void response.writeHead(200).write("{"),
        (response) => void response.writeHead(500).write("{"),
        json({}, 503, { "retry-after": "50" }),
      ),
    );
    const clock = manualClock();
    const wm = createClientAt(clock, { ...credentials, baseUrl: url });
    const waiting = createClientAt(clock, { ...credentials, baseUrl: url, token: () => new Promise<string>(() => undefined) });
    const controller = new AbortController();
    const { signal } = controller;
    const calls = [wm, wm, wm, wm, wm, wm, waiting, waiting].map((client) => client.overview({ signal }));
    await until(() => requests.length === 6, "the requests arrive");
    await until(() => clock.pending.includes(50_500), "a wait begins");
    await quiet(10);
    controller.abort("done");
    expect(await settled(calls)).toEqual(calls.map(() => ({ status: "rejected", reason: "done" })));
    await quiet(10);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(clock.pending).toEqual([]);
    expect(rejections).toEqual([]);
  });

  test("a caller may abort with the error of another call: it is the caller's reason, and nothing is retried", async () => {
    const { url, requests } = await serve(() => undefined);
    for (const reason of [new WmConnectionError("one"), new WmTimeoutError("two", { timeout: 1 }), new WmConfigError("three")]) {
      const events: string[] = [];
      const hooks: WmHooks = { retry: () => events.push("retry"), error: ({ error }) => events.push(error === reason ? "its error" : "another error") };
      const wm = createClientAt(manualClock(), { ...credentials, baseUrl: url, hooks });
      const controller = new AbortController();
      const sent = requests.length;
      const ending = rejection(wm.overview({ signal: controller.signal }));
      await until(() => requests.length > sent, "the request arrives");
      controller.abort(reason);
      expect(await ending).toBe(reason);
      expect(events).toEqual(["its error"]);
    }
  });

  test("hides every token that a provider has given, whatever the provider throws", async () => {
    const { url } = await serve(json({}, 401));
    const tokens = ["first-7c31", "second-7c31"];
    let asked = 0;
    const thrown = Object.defineProperty(new Error(`cannot renew ${tokens}`), "name", {
      get() {
        throw new Error("not to be looked at");
      },
    });
    const token = () => {
      const next = tokens[asked++];
      if (next !== undefined) return next;
      throw asked % 2 === 0 ? thrown : new Error(`cannot renew ${tokens}`);
    };
    const wm = createWmClient({ ...credentials, baseUrl: url, token, maxRetries: 0 });
    await rejection(wm.overview());
    for (let call = 0; call < 4; call++) {
      const error = await rejection(wm.overview());
      expect(error).toBeInstanceOf(WmTokenError);
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("7c31");
    }
  });

  test("leaves no timer and no unhandled rejection if a provider fails for 100 calls that wait", async () => {
    const rejections = unhandledRejections();
    const { wm, clock } = clientOnManualClock({ baseUrl: "http://127.0.0.1:9", token: () => Promise.reject(new Error("sealed")) });
    const ends = await settled(Array.from({ length: 100 }, () => wm.overview()));
    expect(ends.every((end) => end.status === "rejected" && end.reason instanceof WmTokenError)).toBe(true);
    await quiet(5);
    expect(clock.pending).toEqual([]);
    expect(rejections).toEqual([]);
  });

  test("a token provider that fails after its only call has been aborted is no unhandled rejection", async () => {
    const rejections = unhandledRejections();
    let fail = (_: Error) => {};
    const wm = createClientAt(manualClock(), {
      ...credentials,
      baseUrl: "http://127.0.0.1:9",
      token: () => new Promise<string>((_, reject) => (fail = reject)),
    });
    const controller = new AbortController();
    const ending = rejection(wm.overview({ signal: controller.signal }));
    await quiet(2);
    controller.abort("left");
    expect(await ending).toBe("left");
    fail(new Error("sealed"));
    await quiet(10);
    expect(rejections).toEqual([]);
  });

  test("a fetch that heeds no signal and fails after the timeout is no unhandled rejection", async () => {
    const rejections = unhandledRejections();
    const clock = manualClock();
    let fail = (_: Error) => {};
    const wm = createClientAt(clock, { ...credentials, maxRetries: 0, fetch: () => new Promise<Response>((_, reject) => (fail = reject)) });
    const ending = rejection(wm.overview());
    await quiet(2);
    clock.advance(30_000);
    expect(await ending).toMatchObject({ name: "WmTimeoutError" });
    fail(new Error("too late"));
    await quiet(10);
    expect(rejections).toEqual([]);
  });

  test("a form whose call is aborted while it is read is no unhandled error", async () => {
    const unhandled = unhandledRejections();
    const { url } = await serve(good);
    const { raw } = createClientAt(manualClock(), { ...credentials, baseUrl: url });
    const formOf = (file: Blob) => {
      const form = new FormData();
      form.set("file", file);
      return form;
    };
    for (const middleware of [[], [{ onRequest: () => undefined }]]) {
      // Each round waits longer before it aborts, in steps too small for a timer.
      for (let steps = 0; steps < 80; steps++) {
        const controller = new AbortController();
        const init = { params: { path: { customerId: "1" } }, body: formOf(new Blob(["x"])) as never, signal: controller.signal, middleware };
        const ending = rejection(raw.PATCH("/customers/{customerId}/contacts", init));
        for (let step = 0; step < steps; step++) await undefined;
        controller.abort("left");
        expect(await ending).toBe("left");
      }
    }
    await quiet(10);
    expect(unhandled).toEqual([]);
  });

  // From version 26, Node's fetch no longer listens to its signal after a 205.
  const isRead = Number(process.versions.node.split(".")[0]) >= 26;
  test.each([204, ...(isRead ? [] : [205]), 302, 304])("a %i whose body does not end leaves no connection open", async (status) => {
    let open = 0;
    const begun = bytes(`HTTP/1.1 ${status} X\r\nlocation: /\r\ncontent-length: 9\r\n\r\n{`, "stall");
    const { url, requests } = await serve((response, ...rest) => {
      open++;
      response.socket?.once("close", () => open--);
      begun(response, ...rest);
    });
    const { wm } = clientOnManualClock({ baseUrl: url });
    await settled([overview, rawGet, rawPut].map((caller) => caller.call(wm)));
    await until(() => open === 0, "the connections end");
    expect(requests).toHaveLength(3);
  });

  test("on the system's clock, no timer outlives its call", async () => {
    const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;
    const { url } = await serve(inTurn(json({}, 429, { "retry-after": "0" }), json({}, 404), empty(302), bytes("", "reset"), good));
    const wm = createWmClient({ ...credentials, baseUrl: url, timeout: 2_000_000 });
    // The connection pool of fetch has timers of its own, which are there once a connection is.
    await settled([wm.overview()]);
    await quiet(5);
    const before = timers();
    const { signal } = new AbortController();
    for (let call = 0; call < 30; call++) await settled([wm.overview({ signal, maxRetries: 0 }), wm.raw.GET("/customers", { signal })]);
    await settled([rejection(createWmClient({ ...credentials, baseUrl: url, timeout: 20 }).overview({ signal: AbortSignal.abort() }))]);
    await quiet(5);
    // Were one left by each call, there would be 60.
    expect(timers() - before).toBeLessThanOrEqual(5);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});

describe("calls at the same moment", () => {
  const many = 100;
  const onlyWith =
    (token: string): Handler =>
    (response, request, index) =>
      (request.headers.authorization === `Bearer ${token}` ? good : json({ code: 401 }, 401))(response, request, index);
  const calls = (wm: WmClient) => Array.from({ length: many }, (_, index) => [overview, rawGet, patch][index % 3]!.call(wm));

  test("share one request to the provider", async () => {
    let asked = 0;
    const { url, requests } = await serve(good);
    const wm = createClientAt(manualClock(), { ...credentials, baseUrl: url, token: async () => (asked++, await quiet(5), "fresh") });
    await Promise.all(calls(wm));
    await Promise.all(calls(wm));
    expect(asked).toBe(1);
    expect(requests.length).toBe(2 * many);
  });

  test("share one renewal when all are refused, and none gets a second 401", async () => {
    const asked: unknown[] = [];
    const { url, requests } = await serve(onlyWith("second"));
    const wm = createClientAt(manualClock(), {
      ...credentials,
      baseUrl: url,
      token: async ({ signal, ...context }) => (asked.push(context), await quiet(5), asked.length === 1 ? "first" : "second"),
    });
    const results = await Promise.all(calls(wm));
    expect(results.length).toBe(many);
    expect(asked).toEqual([{}, { rejected: "first" }]);
    // Calls that were late to be sent have the new token at once.
    expect(requests.filter(({ headers }) => headers.authorization === "Bearer first").length).toBeLessThanOrEqual(many);
    expect(requests.filter(({ headers }) => headers.authorization === "Bearer second").length).toBe(many);
  });

  test("share one renewal although their 401s come one after the other, some after it is over", async () => {
    const asked: unknown[] = [];
    const { url } = await serve((response, request, index) => void setTimeout(() => onlyWith("second")(response, request, index), index % 25));
    const wm = createClientAt(manualClock(), {
      ...credentials,
      baseUrl: url,
      token: ({ signal, ...context }) => (asked.push(context), asked.length === 1 ? "first" : "second"),
    });
    await Promise.all(calls(wm));
    expect(asked).toEqual([{}, { rejected: "first" }]);
  });

  test("share a provider's failure, and the next call asks again", async () => {
    let asked = 0;
    const { url } = await serve(good);
    const wm = createClientAt(manualClock(), {
      ...credentials,
      maxRetries: 0,
      baseUrl: url,
      token: async () => {
        await quiet(2);
        if (++asked === 1) throw new Error("sealed");
        return "fresh";
      },
    });
    const ends = await settled(calls(wm));
    expect(new Set(ends.map((end) => (end.status === "rejected" ? (end.reason as Error).name : "value")))).toEqual(new Set(["WmTokenError"]));
    expect(await wm.overview()).toEqual(complete);
    expect(asked).toBe(2);
  });

  test("share one request for a token that expires soon", async () => {
    let asked = 0;
    const clock = manualClock();
    const exp = clock.now() / 1000 + 60;
    const token = `x.${Buffer.from(JSON.stringify({ exp })).toString("base64url")}.x`;
    const { url } = await serve(good);
    const wm = createClientAt(clock, { ...credentials, baseUrl: url, token: async () => (await quiet(2), ++asked === 1 ? token : "second") });
    await Promise.all(calls(wm));
    clock.advance(31_000);
    await Promise.all(calls(wm));
    expect(asked).toBe(2);
  });
});

describe("fetch", () => {
  test("is looked up at every call, so that a mock that is installed later is seen, and is called unbound", async () => {
    const wm = createWmClient(credentials);
    const { raw } = wm;
    const original = globalThis.fetch;
    const seen: { readonly self: unknown; readonly url: unknown; readonly redirect: unknown }[] = [];
    globalThis.fetch = async function (this: unknown, input, init) {
      seen.push({ self: this, url: String(input), redirect: init?.redirect });
      return Response.json(complete);
    };
    try {
      expect(await wm.overview()).toEqual(complete);
      expect((await raw.GET("/customers")).data).toEqual(complete);
    } finally {
      globalThis.fetch = original;
    }
    const call = { self: undefined, url: "https://api.wm.com/v1/customers", redirect: "manual" };
    expect(seen).toEqual([call, call]);
  });

  test("of the client's options and of a single raw call are called unbound too", async () => {
    const seen: unknown[] = [];
    const fetch = async function (this: unknown) {
      seen.push(this);
      return Response.json(complete);
    };
    const wm = createWmClient({ ...credentials, fetch });
    await wm.overview();
    await wm.raw.GET("/customers");
    await createWmClient(credentials).raw.GET("/customers", { fetch });
    expect(seen).toEqual([undefined, undefined, undefined]);
  });

  test("is not given the caller's signal, which would gather its listeners", async () => {
    const { signal } = new AbortController();
    const seen: unknown[] = [];
    const fetch: typeof globalThis.fetch = async (_, init) => (seen.push(init?.signal), Response.json(complete));
    const wm = createWmClient({ ...credentials, fetch });
    await wm.overview({ signal });
    await wm.raw.GET("/customers", { signal });
    expect(seen.length).toBe(2);
    for (const given of seen) {
      expect(given).toBeInstanceOf(AbortSignal);
      expect(given).not.toBe(signal);
    }
  });
});

describe("hooks", () => {
  type Told = { readonly hook: string; readonly event: Readonly<Record<string, unknown>> };

  /** A client whose every event is noted. */
  function told(options: Partial<WmClientOptions>): { readonly wm: WmClient; readonly events: Told[] } {
    const events: Told[] = [];
    const note = (hook: string) => (event: object) => void events.push({ hook, event: event as Told["event"] });
    const { wm } = clientOnManualClock({
      ...options,
      hooks: { request: note("request"), response: note("response"), retry: note("retry"), success: note("success"), error: note("error") },
    });
    return { wm, events };
  }

  const common = ["attempt", "callId", "context", "method", "operation", "path", "trackingId"];
  const fields: Readonly<Record<string, readonly string[]>> = {
    request: [...common, "headers"],
    response: [...common, "duration", "headers", "status"],
    retry: [...common, "duration", "status", "wait"],
    error: [...common, "duration", "error", "status"],
  };

  for (const caller of [overview, rawGet, patch, rawPatch]) {
    test(`report each attempt, retry and failure in turn, with frozen events: ${caller.name}`, async () => {
      const { url, requests } = await serve(inTurn(json({ code: 429 }, 429, { "retry-after": "3" }), json({ code: 404 }, 404)));
      const { wm, events } = told({ baseUrl: url });
      const outcome = await caller.call(wm).catch((error: unknown) => error);
      const [one, two] = requests.map(({ headers }) => headers["request-tracking-id"]);
      const about = (attempt: number) => ({
        operation: caller.operation,
        method: caller.method,
        path: caller.path,
        attempt,
        trackingId: attempt === 1 ? one : two,
      });

      expect(events.map(({ hook }) => hook)).toEqual(["request", "response", "retry", "request", "response", "error"]);
      expect(events.map(({ event }) => event)).toMatchObject([
        about(1),
        { ...about(1), status: 429, duration: 0 },
        { ...about(1), status: 429, duration: 0, wait: 3_150 },
        about(2),
        { ...about(2), status: 404, duration: 0 },
        { ...about(2), status: 404, duration: 3_150 },
      ]);
      for (const { hook, event } of events) {
        expect(Object.keys(event).sort(), hook).toEqual([...fields[hook]!].sort());
        expect(Object.isFrozen(event), `${hook} event is frozen`).toBe(true);
        if ("headers" in event) expect(Object.isFrozen(event.headers), `headers of the ${hook} event are frozen`).toBe(true);
      }

      const { error } = events.at(-1)!.event;
      expect(error).toBeInstanceOf(WmApiError);
      if (caller.raw) expect(outcome).toEqual({ status: 404, error: { code: 404 } });
      else expect(outcome).toBe(error);
    });
  }

  test("show the request's headers in lower case, the values of unknown headers hidden", async () => {
    const { url } = await serve(good);
    const { wm, events } = told({ baseUrl: url, headers: { "X-Api-Key": "hunter2", "X-Team": "billing", "X-Request-ID": "7" } });
    await wm.overview();
    const { headers, trackingId } = events[0]!.event;
    expect(headers).toEqual({
      accept: "application/json",
      authorization: "[redacted]",
      clientid: "client-1",
      "request-tracking-id": trackingId,
      "x-api-key": "[redacted]",
      "x-team": "[redacted]",
      "x-request-id": "7",
    });
  });

  test("tell of an attempt that had no complete answer by a retry without status, and of the failure", async () => {
    const { wm, events } = told({ baseUrl: `http://127.0.0.1:${await closedPort()}`, maxRetries: 1 });
    const error = await rejection(wm.overview());
    expect(error).toBeInstanceOf(WmConnectionError);
    expect(events.map(({ hook, event }) => [hook, event.attempt, event.status, event.wait, event.duration])).toEqual([
      ["request", 1, undefined, undefined, undefined],
      ["retry", 1, undefined, 250, 0],
      ["request", 2, undefined, undefined, undefined],
      ["error", 2, undefined, undefined, 250],
    ]);
    expect(events.at(-1)!.event.error).toBe(error);
  });

  test("a status of an attempt before is not told of one that had no answer", async () => {
    const { url } = await serve(inTurn(json({}, 500), bytes("", "reset")));
    const { wm, events } = told({ baseUrl: url, maxRetries: 1 });
    await rejection(wm.overview());
    expect(events.at(-1)).toMatchObject({ hook: "error", event: { attempt: 2 } });
    expect(events.at(-1)!.event.status).toBe(undefined);
  });

  for (const caller of [overview, rawGet]) {
    test(`report a call that fails before anything is sent: ${caller.name}`, async () => {
      const { wm, events } = told({ token: () => "" });
      const error = await rejection(caller.call(wm));
      const { callId, ...event } = events[0]!.event;
      expect(callId).toMatch(/^[\da-f-]{36}$/);
      expect(events.map(({ hook }) => hook)).toEqual(["error"]);
      expect(event).toEqual({
        context: undefined,
        operation: caller.operation,
        method: "GET",
        path: "/customers",
        attempt: 0,
        trackingId: undefined,
        status: undefined,
        duration: 0,
        error,
      });
    });
  }

  test("report a success by request, response and success", async () => {
    const { url } = await serve(good);
    const { wm, events } = told({ baseUrl: url });
    await wm.overview();
    await wm.raw.GET("/customers");
    expect(events.map(({ hook }) => hook)).toEqual(["request", "response", "success", "request", "response", "success"]);
  });

  const misbehaviours: Readonly<Record<string, (event: object) => unknown>> = {
    throw: () => {
      throw new Error("the observer is broken");
    },
    "throw what is no error": () => {
      throw undefined;
    },
    reject: () => Promise.reject(new Error("the observer is broken")),
    "never settle": () => new Promise(() => undefined),
    "return a thenable that throws": () => ({
      then: () => {
        throw new Error("the observer is broken");
      },
    }),
    "write to the event": (event) => Object.assign(event, { attempt: 99, headers: {}, wait: 1e9, status: 200, error: undefined }),
    "delete from the event": (event) => Reflect.ownKeys(event).forEach((key) => delete (event as Record<PropertyKey, unknown>)[key]),
  };
  for (const [name, misbehave] of Object.entries(misbehaviours)) {
    test(`that ${name} make no difference to a call`, async () => {
      const rejections = unhandledRejections();
      const server = await serve(inTurn(json({}, 503), good, json({ code: 429 }, 429), json({ code: 404 }, 404)));
      const clock = manualClock();
      const hook = misbehave as () => void;
      const hooks: WmHooks = { request: hook, response: hook, retry: hook, success: hook, error: hook, decodeIssue: hook };
      const wm = createClientAt(clock, { ...credentials, baseUrl: server.url, hooks });
      const later = async <T>(call: Promise<T>) => {
        await until(() => clock.pending.includes(250), "the wait begins");
        clock.advance(250);
        return call;
      };
      expect(await later(wm.overview())).toEqual(complete);
      expect(await later(rejection(wm.overview()))).toMatchObject({ name: "WmApiError", status: 404, attempts: 2 });
      await quiet(5);
      expect(server.requests.length).toBe(4);
      expect(rejections).toEqual([]);
    });
  }
});

// --- The token stays where it belongs -----------------------------------------------------------------------------------------------

describe("the token is in no event and no error", () => {
  /** Plays one call and looks at all that comes of it, but for what `wm.raw` hands through as it was sent. */
  async function exposed(options: Partial<WmClientOptions>, caller: Caller = overview, token = secret): Promise<unknown> {
    const events: object[] = [];
    const note = (event: object) => void events.push(event);
    const { wm } = clientOnManualClock({ token, ...options, hooks: { request: note, response: note, retry: note, success: note, error: note } });
    const error = await caller.call(wm).then(
      () => undefined,
      (error: unknown) => error,
    );
    for (const shown of [...events, error, wm, wm.raw, wm.customer("1")]) expectNoSecret(shown, token);
    const failure = events.at(-1);
    return error ?? (failure !== undefined && "error" in failure ? failure.error : undefined);
  }

  /** Answers with the Authorization header in the body, in headers and in `Location`. */
  const echo =
    (status: number, render: (authorization: string) => string = (authorization) => JSON.stringify({ message: authorization, code: authorization })): Handler =>
    (response, { headers: { authorization = "" } }) =>
      void response
        .writeHead(status, {
          "content-type": "application/json",
          "x-echo": authorization,
          "set-cookie": `session=${authorization}`,
          "www-authenticate": authorization,
          location: `/login?with=${encodeURIComponent(authorization)}`,
        })
        .end(render(authorization));

  for (const caller of [overview, rawGet, patch, rawPatch]) {
    for (const status of [400, 401, 404, 429, 500, 503]) {
      test(`where a ${status} echoes it in body and headers: ${caller.name}`, async () => {
        const { url } = await serve(echo(status));
        const error = await exposed({ baseUrl: url }, caller);
        expect(error).toBeInstanceOf(WmApiError);
        expect(error).toMatchObject({ status, code: "Bearer [redacted]", body: { message: "Bearer [redacted]" } });
        expect((error as WmApiError).headers.get("x-echo")).toBe("Bearer [redacted]");
        expect((error as WmApiError).headers.has("set-cookie")).toBe(false);
      });
    }
    test(`where a 302 echoes it in Location, even as a host: ${caller.name}`, async () => {
      const { url } = await serve((response) => void response.writeHead(302, { location: `http://${secret}.example/${secret}` }).end(secret));
      expect(await exposed({ baseUrl: url }, caller)).toBeInstanceOf(WmResponseError);
    });
    test(`where an HTML 200 echoes it: ${caller.name}`, async () => {
      const { url } = await serve(echo(200, (authorization) => `${authorization}<html>${authorization}`));
      expect(await exposed({ baseUrl: url }, caller)).toBeInstanceOf(WmResponseError);
    });
    test(`where an HTML 502 echoes it: ${caller.name}`, async () => {
      const { url } = await serve(echo(502, (authorization) => `<html>${authorization}`));
      expect(await exposed({ baseUrl: url }, caller)).toMatchObject({ status: 502, body: "<html>Bearer [redacted]" });
    });
  }

  test("where it is long enough to reach over the end of what is shown of a page", async () => {
    const token = `t-${"0123456789".repeat(300)}`;
    const { url } = await serve(echo(200, (authorization) => `<html>${" ".repeat(900)}${authorization}`));
    expect(await exposed({ baseUrl: url }, overview, token)).toMatchObject({ body: expect.stringContaining("Bearer [redacted]") as string });
  });

  test("where it has characters that JSON may write in another way", async () => {
    const token = "opaque/+token==";
    const { url } = await serve(
      echo(400, (authorization) => JSON.stringify({ message: authorization, errors: [{ message: authorization }] }).replaceAll("/", "\\/")),
    );
    await exposed({ baseUrl: url }, overview, token);
  });

  test("where a fixed token is followed by line breaks", async () => {
    const { url } = await serve(echo(400));
    await exposed({ baseUrl: url, token: `${secret}\r\n\n` });
  });

  const request = () => new Request("https://api.wm.com/", { headers: { authorization: `Bearer ${secret}` } });
  const deep = (levels: number, value: unknown): unknown => (levels === 0 ? value : { next: deep(levels - 1, value) });
  const gossip: Readonly<Record<string, () => unknown>> = {
    "in its message": () => new Error(`cannot send Bearer ${secret}`),
    "in its cause": () => new TypeError("fetch failed", { cause: new Error(secret) }),
    "in the cause of its cause": () => new Error("a", { cause: new Error("b", { cause: new Error(secret) }) }),
    "in the code of its cause": () => new Error("a", { cause: Object.assign(new Error("b"), { code: secret }) }),
    "in a property": () => Object.assign(new Error("a"), { headers: { authorization: secret } }),
    "in the name of a property": () => Object.assign(new Error("a"), { [secret]: true }),
    "under a symbol": () => Object.assign(new Error("a"), { [Symbol("options")]: { authorization: secret } }),
    "in a Request": () => Object.assign(new Error("a"), { request: request() }),
    "in the headers of a Request in a cause": () => new Error("a", { cause: { options: { request: request() } } }),
    "in Headers": () => Object.assign(new Error("a"), { headers: new Headers({ authorization: secret }) }),
    "in a Map": () => Object.assign(new Error("a"), { headers: new Map([["authorization", secret]]) }),
    "in a Set": () => Object.assign(new Error("a"), { values: new Set([secret]) }),
    "in an array": () => Object.assign(new Error("a"), { rawHeaders: ["authorization", `Bearer ${secret}`] }),
    "in a URL": () => Object.assign(new Error("a"), { url: new URL(`https://api.wm.com/?token=${secret}`) }),
    "in an AggregateError": () => new AggregateError([new Error("a"), new Error(secret)], "all failed"),
    "eight levels down": () => Object.assign(new Error("a"), { context: deep(8, secret) }),
    "in the message of a deep cause": () => [..."abcdefg"].reduce((cause: Error, name) => new Error(name, { cause }), new Error(secret)),
    "in its name": () => Object.assign(new Error("a"), { name: secret }),
    "behind a getter that throws": () =>
      Object.defineProperty(Object.assign(new Error("a"), { token: secret }), "trap", {
        enumerable: true,
        get: () => {
          throw new Error("no");
        },
      }),
    "as what is thrown": () => secret,
    "in a plain object that is thrown": () => ({ authorization: secret }),
    "in an object that holds itself": () => {
      const error = Object.assign(new Error("a"), { self: undefined as unknown, token: secret });
      error.self = error;
      return error;
    },
  };
  for (const [where, thrown] of Object.entries(gossip)) {
    test(`where fetch throws something with it ${where}`, async () => {
      const error = await exposed({ fetch: () => Promise.reject(thrown()), maxRetries: 1 });
      expect(error).toBeInstanceOf(WmConnectionError);
    });
    test(`where reading a body throws something with it ${where}`, async () => {
      const body = () => new ReadableStream({ pull: (controller) => controller.error(thrown()) });
      expect(await exposed({ fetch: async () => new Response(body(), { status: 500 }), maxRetries: 0 })).toBeInstanceOf(WmConnectionError);
    });
    test(`where a provider throws something with it ${where}, after it was refused`, async () => {
      const { url } = await serve(json({ code: 401 }, 401));
      let asked = 0;
      const token = () => {
        if (asked++ === 0) return secret;
        throw thrown();
      };
      expect(await exposed({ baseUrl: url, token, maxRetries: 1 })).toBeInstanceOf(WmTokenError);
    });
  }

  test("where a provider throws an error with the token that expires soon", async () => {
    const clock = manualClock();
    const exp = clock.now() / 1000 + 60;
    const token = `x.${Buffer.from(JSON.stringify({ exp })).toString("base64url")}.x`;
    const { url } = await serve(good);
    let asked = 0;
    const wm = createClientAt(clock, {
      ...credentials,
      baseUrl: url,
      token: () => {
        if (asked++ === 0) return token;
        throw new Error(`cannot refresh ${token}`);
      },
      maxRetries: 0,
    });
    await wm.overview();
    clock.advance(40_000);
    const error = await rejection(wm.overview());
    expect(error).toBeInstanceOf(WmTokenError);
    expectNoSecret(error, token);
  });

  test("where a provider gives a token that cannot be sent", async () => {
    for (const token of [`${secret}\r\nx: y`, `${secret}€`])
      expect(await exposed({ token: () => token, baseUrl: "http://127.0.0.1:9" })).toBeInstanceOf(WmTokenError);
    const error = await rejection(Promise.resolve().then(() => createWmClient({ ...credentials, token: `${secret}\n\u20ac` })));
    expectNoSecret(error);
  });

  test("where the server echoes the token that was refused before, next to the one that replaced it", async () => {
    const { url } = await serve((response, request, index) => json({ message: `${secret} ${request.headers.authorization}` }, 401)(response, request, index));
    let asked = 0;
    const error = await exposed({ baseUrl: url, token: () => (asked++ === 0 ? secret : "second-token-77") });
    expect(error).toMatchObject({ status: 401, attempts: 2 });
    expectNoSecret(error, "second-token-77");
  });

  test("where one attempt's answer echoes the token of the attempt before", async () => {
    const { url } = await serve(inTurn(json({}, 401), (response) => void response.writeHead(404, { "x-echo": secret }).end(`<p>${secret}`)));
    let asked = 0;
    await exposed({ baseUrl: url, token: () => (asked++ === 0 ? secret : "second-token-77") });
  });
});

// --- The source ---------------------------------------------------------------------------------------------------------------------

describe("the source", () => {
  const source = fileURLToPath(new URL("../../src/", import.meta.url));
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts") && !/^(?:cli|testing)\b/.test(file));
  const imports = (file: string) =>
    [...readFileSync(source + file, "utf8").matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*["']([^"']+)["']/g)].map(([, specifier]) => specifier!);

  test("has files to look at", () => expect(files.length).toBeGreaterThan(15));

  test("imports no Node built-in outside the command and the testing entry", () => {
    const builtIns = files.flatMap((file) =>
      imports(file)
        .filter((specifier) => specifier.startsWith("node:") || builtinModules.includes(specifier.split("/")[0]!))
        .map((specifier) => `${file}: ${specifier}`),
    );
    expect(builtIns).toEqual([]);
  });

  test("uses no global that only Node has outside the command and the testing entry", () => {
    const nodeGlobals = /(?<![.\w"'`#])(?:process\.|Buffer\b|setImmediate\b|__dirname\b|__filename\b|global\.|require\()/;
    const uses = files.filter((file) => nodeGlobals.test(readFileSync(source + file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")));
    expect(uses).toEqual([]);
  });
});
