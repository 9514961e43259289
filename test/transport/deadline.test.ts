import { execFile } from "node:child_process";
import { getEventListeners } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createWmClient, type RequestOptions, WmApiError, type WmClientOptions, WmConfigError, WmConnectionError, WmTimeoutError } from "wm-customer-api";
import { describe, expect, it, onTestFinished } from "vitest";
import { createClientAt } from "../../src/client.js";
import { type Caller, callers, callRaw, overview, patch } from "../support/calls.js";
import { clientOnManualClock, connect, credentials, rejection, secret } from "../support/client.js";
import { type ManualClock, manualClock } from "../support/clock.js";
import { bytes, empty, quiet, text, until } from "../support/faults.js";
import { complete, good, refused } from "../support/scenes.js";
import { type Handler, inTurn, json, serve } from "../support/server.js";
import { unhandledRejections } from "../support/unhandled.js";

const never = () => new Promise<never>(() => undefined);
const stalled: Handler = () => undefined;
const half =
  (status: number): Handler =>
  (response) =>
    void response.writeHead(status, { "content-length": "9" }).write("{");

/** A call that fails, on a clock that stands still. */
async function begin(handler: Handler, options: Partial<WmClientOptions> = {}, caller: Pick<Caller, "call"> = overview, callOptions: RequestOptions = {}) {
  const clock = manualClock();
  const { url, requests } = await serve(handler);
  const failures: unknown[] = [];
  const hooks = { error: ({ error, attempt }: { error: unknown; attempt: number }) => void failures.push([error, attempt]), ...options.hooks };
  const wm = createClientAt(clock, { ...credentials, baseUrl: url, ...options, hooks });
  const controller = new AbortController();
  const ending = rejection<WmTimeoutError>(caller.call(wm, { signal: controller.signal, ...callOptions }));
  return { clock, requests, wm, controller, ending, failures };
}
type Begun = Awaited<ReturnType<typeof begin>>;

/** A stream that records its cancellation. */
function stream(source: UnderlyingDefaultSource<unknown>) {
  const state = { isCancelled: false };
  const cancel = () => {
    state.isCancelled = true;
  };
  return { state, body: new ReadableStream({ ...source, cancel }) };
}

/** Advances the clock by each of these delays, as soon as a timer has it. */
async function pass(clock: ManualClock, ...delays: readonly number[]): Promise<void> {
  for (const delay of delays) {
    await until(() => clock.pending.includes(delay), `a timer of ${delay} ms`);
    clock.advance(delay);
  }
}

/** Checks that a call that has ended has no listener, timer or later request. */
async function expectNothingLeft({ clock, controller, requests }: Begun): Promise<void> {
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  // The last request may still be on its way.
  await quiet();
  const sent = requests.length;
  expect(clock.pending, "timers").toEqual([]);
  clock.advance(3_600_000);
  await quiet();
  expect(requests.length).toBe(sent);
}

describe("an abort", () => {
  const renewing = { token: ({ rejected }: { rejected?: string }) => (rejected === undefined ? secret : never()) };
  const arrived = ({ requests }: Begun) => until(() => requests.length === 1, "the request arrives");
  const secondArrived = async ({ clock, requests }: Begun) => (await pass(clock, 250), until(() => requests.length === 2, "the second request arrives"));
  const phases: readonly [string, number, Handler, object, (call: Begun) => Promise<void>][] = [
    ["in the token provider", 0, good, { token: never }, ({ clock }) => until(() => clock.pending.length === 1, "the call waits")],
    ["before the headers", 1, stalled, {}, arrived],
    ["in the body of a 200", 1, half(200), {}, arrived],
    ["in the body of a 500", 1, half(500), {}, arrived],
    ["in the delay before a retry", 1, refused(503, { "retry-after": "50" }), {}, ({ clock }) => until(() => clock.pending.includes(50_500), "it waits")],
    ["in the token provider after a 401", 1, refused(401), renewing, arrived],
    ["in the second attempt", 2, inTurn(refused(429), stalled), {}, secondArrived],
  ];
  describe.each(callers)("of a $name", (caller) => {
    it.each(phases)("%s ends the call at once with the reason, and leaves nothing", async (_, attempts, handler, options, reached) => {
      const rejections = unhandledRejections();
      const call = await begin(handler, options, caller);
      const reason = { because: "the user left" };
      await reached(call);
      // Time to read what has arrived.
      await quiet(10);
      call.controller.abort(reason);

      expect(await call.ending).toBe(reason);
      expect(call.failures).toEqual([[reason, attempts]]);
      await expectNothingLeft(call);
      expect(call.requests).toHaveLength(attempts);
      expect(rejections).toEqual([]);
    });

    it("overrides a failure of fetch at the same moment", async () => {
      const controller = new AbortController();
      const fetch = () => (controller.abort("left"), Promise.reject(new Error("no route")));

      expect(await rejection(caller.call(createWmClient({ ...credentials, fetch }), { signal: controller.signal }))).toBe("left");
    });

    const others = [new WmConnectionError("one"), new WmTimeoutError("two", { timeout: 1 }), new WmConfigError("three")];
    it.each([{ because: "left" }, "left", null, 0, "", false, ...others])("with the reason %s ends a call, and keeps one from being sent", async (reason) => {
      const call = await begin(stalled, {}, caller);
      await arrived(call);
      call.controller.abort(reason);

      expect(await call.ending).toBe(reason);
      expect(await rejection(caller.call(call.wm, { signal: call.controller.signal }))).toBe(reason);
      expect(call.failures).toEqual([
        [reason, 1],
        [reason, 0],
      ]);
      expect(call.requests).toHaveLength(1);
    });
  });

  it("without a reason is an AbortError, and that of AbortSignal.timeout a TimeoutError that is not retried", async () => {
    const { wm, requests } = await connect(stalled, { totalTimeout: 5_000 });

    for (const { call } of callers) expect(await rejection(call(wm, { signal: AbortSignal.abort() }))).toMatchObject({ name: "AbortError" });
    expect(requests).toEqual([]);
    for (const { call } of callers) expect(await rejection(call(wm, { signal: AbortSignal.timeout(20) }))).toMatchObject({ name: "TimeoutError" });
    expect(requests).toHaveLength(3);
  });

  it("by a fetch that rejects with the signal's reason itself ends the call with it", async () => {
    const controller = new AbortController();
    const reason = new WmConnectionError("of the caller");
    // Listens to the caller's signal instead of the one in its init.
    const fetch = () => new Promise<never>((_, reject) => controller.signal.addEventListener("abort", () => reject(reason)));
    const ending = rejection(createWmClient({ ...credentials, fetch, maxRetries: 0 }).overview({ signal: controller.signal }));
    await quiet(5);
    controller.abort(reason);

    expect(await ending).toBe(reason);
  });

  it.each(["request", "response", "retry"] as const)("in the %s hook ends the call, and nothing is sent afterwards", async (hook) => {
    const controller = new AbortController();
    const reason = { because: "seen enough" };
    const call = await begin(refused(503, { "retry-after": "0" }), { hooks: { [hook]: () => controller.abort(reason) } }, overview, {
      signal: controller.signal,
    });

    expect(await call.ending).toBe(reason);
    expect(call.requests).toHaveLength(hook === "request" ? 0 : 1);
    await expectNothingLeft(call);
  });

  it.each([
    ["no response", stalled],
    ["half a 200", half(200)],
    ["half a 500", half(500)],
  ] as const)("closes the connection after %s", async (_, handler) => {
    let isClosed = false;
    const call = await begin((response, request, index) => {
      response.on("close", () => (isClosed = true));
      handler(response, request, index);
    });
    await arrived(call);
    await quiet(10);
    call.controller.abort("bye");

    expect(await call.ending).toBe("bye");
    await until(() => isClosed, "the connection is closed");
  });
});

describe("totalTimeout", () => {
  /** Makes a call, lets these delays pass, and checks its WmTimeoutError. */
  async function timesOut(handler: Handler, options: Partial<WmClientOptions>, delays: readonly number[] = [1_000], caller = overview, callOptions = {}) {
    const call = await begin(handler, { totalTimeout: 1_000, ...options }, caller, callOptions);
    await pass(call.clock, ...delays);
    const error = await call.ending;
    expect(error).toBeInstanceOf(WmTimeoutError);
    expect(error.message).toBe(`${caller.operation}: no complete response within the total timeout of ${error.timeout} ms`);
    expect(call.failures).toEqual([[error, error.attempts]]);
    await expectNothingLeft(call);
    return { ...call, error };
  }

  it.each(callers)("ends an attempt that takes longer, a $name's, instead of the client's", async (caller) => {
    const { error } = await timesOut(stalled, { totalTimeout: 9 }, [1_000], caller, { totalTimeout: 1_000 });

    expect([error.timeout, error.attempts, error.cause]).toEqual([1_000, 1, undefined]);
  });

  it.each<[string, Handler, object, number]>([
    ["a body", half(200), {}, 1],
    ["an error body", half(500), {}, 1],
    ["a wait for a token", good, { token: never }, 0],
    ["an attempt whose timeout is as long", stalled, { timeout: 1_000 }, 1],
  ])("ends %s", async (_, handler, options, attempts) => {
    const { error } = await timesOut(handler, options);

    expect([error.timeout, error.attempts, error.cause]).toEqual([1_000, attempts, undefined]);
  });

  it("ends the second attempt; the cause is the error of the first", async () => {
    const { error, requests } = await timesOut(inTurn(text("<p>busy", "text/html", 503), stalled), {}, [250, 750]);
    const ids = requests.map(({ headers }) => headers["request-tracking-id"]);

    expect([error.attempts, error.trackingId]).toEqual([2, ids[1]]);
    expect(error.cause).toMatchObject({ name: "WmApiError", status: 503, body: "<p>busy", attempts: 1, trackingId: ids[0] });
  });

  it.each<[string, Partial<WmClientOptions>, readonly number[]]>([
    ["WmConnectionError", { fetch: () => Promise.reject(new Error("no route")) }, [250, 500]],
    ["WmTokenError", { token: () => Promise.reject(new Error("sealed")) }, [250, 500]],
    ["WmTimeoutError", { fetch: never, timeout: 300 }, [300, 250, 300]],
  ])("has the last failure as its cause: %s", async (name, options, delays) => {
    const { error } = await timesOut(good, { ...options, maxRetries: 9 }, delays);

    expect(error.cause).toMatchObject({ name });
    expect(String(error.cause)).not.toContain("total");
  });

  it.each([
    ["a Retry-After", json({}, 429, { "retry-after": "2" }), 2_100],
    ["a backoff", json({}, 500), 250],
  ])("ends the call at once if %s would exceed it, or take all of it", async (_, handler, totalTimeout) => {
    const { wm, clock, named, requests } = await connect(handler, { totalTimeout });

    const error = await rejection<WmTimeoutError>(wm.overview());

    expect([error.name, error.timeout, error.attempts, clock.elapsed()]).toEqual(["WmTimeoutError", totalTimeout, 1, 0]);
    expect(error.cause).toBeInstanceOf(WmApiError);
    expect([named("retry"), requests.length]).toEqual([[], 1]);
  });

  it("does not affect a call that is in time, whose attempts may each exceed their timeout", async () => {
    const { wm } = await connect(inTurn(json({}, 503), good), { totalTimeout: 251 });
    expect(await wm.overview()).toEqual(complete);

    const clock = manualClock();
    const { url, requests } = await serve(inTurn(stalled, good));
    const call = createClientAt(clock, { ...credentials, baseUrl: url, timeout: 1_000, totalTimeout: 5_000 }).overview();
    await until(() => requests.length === 1, "the request arrives");
    await pass(clock, 1_000, 250);
    expect(await call).toEqual(complete);
  });
});

describe("a request body that is a stream", () => {
  const contacts = "/customers/{customerId}/contacts";
  const sending = (body: unknown): Pick<Caller, "call"> => ({
    call: (wm, options) => callRaw(wm, "PUT", contacts, { ...options, params: { path: { customerId: "1" } }, body, bodySerializer: (body: unknown) => body }),
  });
  const of = (chunk: unknown) => stream({ start: (controller) => (controller.enqueue(chunk), controller.close()) });

  it("is read once, and sent with each attempt", async () => {
    const { wm, requests } = await connect(inTurn(json({}, 500), json({})));

    await sending(of(new TextEncoder().encode("part")).body).call(wm);

    expect(requests.map(({ body }) => body)).toEqual(["part", "part"]);
  });

  it.each([
    ["timeout", { timeout: 700 }, `PUT ${contacts}: the request body did not end within 700 ms`],
    ["totalTimeout", { totalTimeout: 700 }, `PUT ${contacts}: no complete response within the total timeout of 700 ms`],
  ])("ends with a WmTimeoutError after the %s, and is cancelled", async (_, options, message) => {
    const { body, state } = stream({ pull: never });
    const call = await begin(good, options, sending(body));
    await pass(call.clock, 700);

    expect(await call.ending).toMatchObject({ name: "WmTimeoutError", timeout: 700, attempts: 0, message });
    expect(state.isCancelled).toBe(true);
    await expectNothingLeft(call);
  });

  it("ends with the caller's reason, and is cancelled", async () => {
    const { body, state } = stream({ pull: async (controller) => (await quiet(1), controller.enqueue(new Uint8Array([120]))) });
    const call = await begin(good, {}, sending(body));
    await quiet(20);
    call.controller.abort("left");

    expect(await call.ending).toBe("left");
    expect(state.isCancelled).toBe(true);
    await expectNothingLeft(call);
  });

  it.each([
    ["fails", () => stream({ pull: (controller) => controller.error(new Error("disk")) }).body],
    ["consists of text", () => of("text").body],
  ])("is a WmConfigError, and nothing is sent, if it %s", async (_, body) => {
    const call = await begin(good, {}, sending(body()));

    expect(await call.ending).toMatchObject({ name: "WmConfigError", argument: "body", attempts: 0, cause: expect.any(Error) as Error });
    expect(call.requests).toEqual([]);
  });

  it("made of a form leaves no unhandled error if the call is aborted while it is read", async () => {
    const unhandled = unhandledRejections();
    const { raw } = clientOnManualClock({ baseUrl: (await serve(good)).url }).wm;
    for (const middleware of [[], [{ onRequest: () => undefined }]]) {
      // Each round waits longer before it aborts, in steps too small for a timer.
      for (let steps = 0; steps < 80; steps++) {
        const controller = new AbortController();
        const form = new FormData();
        form.set("file", new Blob(["x"]));
        const ending = rejection(raw.PATCH(contacts, { params: { path: { customerId: "1" } }, body: form as never, signal: controller.signal, middleware }));
        for (let step = 0; step < steps; step++) await undefined;
        controller.abort("left");
        expect(await ending).toBe("left");
      }
    }
    await quiet(10);
    expect(unhandled).toEqual([]);
  });
});

describe.each(["abort", "timeout"] as const)("a fetch that ignores its signal, after an %s,", (how) => {
  const options = { timeout: 3_000, maxRetries: 0 };
  const ends = async (call: Begun) => {
    await quiet(10);
    if (how === "abort") call.controller.abort("left");
    else call.clock.advance(3_000);
    expect(await call.ending).toEqual(how === "abort" ? "left" : expect.any(WmTimeoutError));
  };
  const stalling = (status: number) => {
    const { state, body } = stream({ start: (controller) => controller.enqueue(new Uint8Array([123])) });
    return { state, response: new Response(body, { status }) };
  };

  it.each([200, 404, 500])("leaves no open reader and no timer, with the stalled body of a %i", async (status) => {
    const { state, response } = stalling(status);
    const call = await begin(good, { ...options, fetch: async () => response });
    await ends(call);

    expect(state.isCancelled).toBe(true);
    await expectNothingLeft(call);
  });

  it("may resolve or fail later: its body is given up, its error is not unhandled", async () => {
    const rejections = unhandledRejections();
    const { state, response } = stalling(200);
    for (const settle of [() => response, () => Promise.reject(new Error("late"))]) {
      let later: (response: Response | Promise<never>) => void = () => undefined;
      const call = await begin(good, { ...options, fetch: () => new Promise((resolve) => (later = resolve)) });
      await ends(call);
      later(settle());
      await quiet(10);
      await expectNothingLeft(call);
    }

    expect([state.isCancelled, rejections]).toEqual([true, []]);
  });

  it("is read no further", async () => {
    let chunks = 0;
    const pull = async (controller: ReadableStreamDefaultController) => (await quiet(1), chunks++, controller.enqueue(new Uint8Array([32])));
    await ends(await begin(good, { ...options, fetch: async () => new Response(new ReadableStream({ pull })) }));
    const before = chunks;
    await quiet(20);

    expect(chunks).toBeLessThanOrEqual(before + 2);
  });
});

describe("a signal", () => {
  /** Calls end in every way. */
  const mixture: readonly [Handler, ...Handler[]] = [
    good,
    refused(429, { "retry-after": "0" }),
    bytes("", "reset"),
    refused(404),
    text("<html>"),
    refused(503),
    empty(302, { location: "http://elsewhere.example/" }),
    bytes('HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n{"note":', "reset"),
    refused(500),
    refused(401),
  ];

  it("of many calls that end in every way has no listener, and the clock no timer", async () => {
    const rejections = unhandledRejections();
    const { wm, clock } = await connect((response, request, index) => mixture[index % mixture.length]!(response, request, index));
    const { signal } = new AbortController();
    for (let round = 0; round < 20; round++) await Promise.allSettled(callers.map(({ call }) => call(wm, { signal })));
    await quiet(5);

    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect([clock.pending, rejections]).toEqual([[], []]);
  });

  it("has no listener of a call that has ended while another is under way", async () => {
    const call = await begin(inTurn(stalled, good));
    const { signal } = call.controller;
    await until(() => call.requests.length === 1, "the first request arrives");
    for (let count = 0; count < 20; count++) await call.wm.overview({ signal });
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    call.controller.abort("done");

    expect(await call.ending).toBe("done");
    await expectNothingLeft(call);
  });

  it("still ends the retry of an attempt that timed out, and another call", async () => {
    const call = await begin(stalled, { timeout: 1_000 });
    await until(() => call.requests.length === 1, "the first request arrives");
    await pass(call.clock, 1_000);
    await until(() => call.clock.pending.includes(250), "the delay begins");
    const other = rejection(call.wm.overview({ signal: call.controller.signal }));
    await until(() => call.requests.length === 2, "the request of the other call arrives");
    call.controller.abort("done");

    expect(await Promise.all([call.ending, other])).toEqual(["done", "done"]);
    await expectNothingLeft(call);
  });

  it("still ends a call after the late token of an earlier one", async () => {
    const given: ((token: string) => void)[] = [];
    const call = await begin(stalled, { timeout: 1_000, maxRetries: 0, token: () => new Promise((resolve) => given.push(resolve)) });
    await pass(call.clock, 1_000);
    expect(await call.ending).toMatchObject({ name: "WmTokenError" });
    const next = rejection(call.wm.overview({ signal: call.controller.signal }));
    await until(() => given.length === 2, "the provider is asked again");
    given[0]!(secret);
    await quiet(5);
    call.controller.abort("done");

    expect(await next).toBe("done");
    await expectNothingLeft(call);
  });

  it("has one listener for 100 calls, of which Node does not warn", async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => void warnings.push(warning);
    process.on("warning", note);
    onTestFinished(() => void process.off("warning", note));
    const { wm } = await connect(good, { token: async () => (await quiet(5), secret) });
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 100 }, (_, index) => callers[index % 3]!.call(wm, { signal })));
    await quiet(5);

    expect(warnings).toEqual([]);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});

describe("on the system's clock", () => {
  it.each([
    ["the headers", stalled],
    ["the body of a 200", half(200)],
    ["the body of a 500", half(500)],
  ] as const)("a timeout includes the wait for %s", async (_, handler) => {
    const { url } = await serve(handler);
    const begun = performance.now();

    const error = await rejection<WmTimeoutError>(patch.call(createWmClient({ ...credentials, baseUrl: url }), { timeout: 60 }));

    expect([error.name, error.timeout, error.attempts, error.operation]).toEqual(["WmTimeoutError", 60, 1, "updateContacts"]);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(58);
  });

  it("calls that end in every phase leave nothing that keeps the process alive", { timeout: 30_000 }, async () => {
    const { url } = await serve(bytes("", "stall"));
    const program = fileURLToPath(new URL("../support/exit.ts", import.meta.url));
    const begun = performance.now();

    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", program, url], { timeout: 20_000 });

    const aborted = ["provider", "fetch", "body", "error body", "wait", "headers"].map((phase) => `${phase}: left`);
    expect(stdout.trim().split("\n").sort()).toEqual([...aborted, "timeout: WmTimeoutError", "total: WmTimeoutError"].sort());
    // Timers of the client would last from 5 to 50 s.
    expect(performance.now() - begun).toBeLessThan(4_500);
  });
});
