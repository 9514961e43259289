import { execFile } from "node:child_process";
import { getEventListeners } from "node:events";
import { setImmediate as turn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createWmClient, type RequestOptions, WmApiError, type WmClientOptions, WmConfigError, type WmHooks, WmTimeoutError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { createClientAt } from "../../src/client.js";
import { systemClock } from "../../src/transport/clock.js";
import { type Caller, callers, callRaw, overview } from "../support/calls.js";
import { connect, credentials, rejection, secret } from "../support/client.js";
import { type ManualClock, manualClock } from "../support/clock.js";
import { bytes, empty, text, until } from "../support/faults.js";
import { complete, good, refused } from "../support/scenes.js";
import { type Handler, inTurn, json, serve } from "../support/server.js";
import { unhandledRejections } from "../support/unhandled.js";

const never = () => new Promise<never>(() => undefined);
const stalled: Handler = () => undefined;
const half =
  (status: number): Handler =>
  (response) =>
    void response.writeHead(status, { "content-length": "9" }).write("{");

const advance = ({ clock }: Begun) => clock.advance(1_000);

/** Begins a call that fails, on a clock that stands still. */
async function begin(
  handler: Handler,
  optionsFor: (count: { open: number }) => Partial<WmClientOptions> = () => ({}),
  caller: Pick<Caller, "call"> = overview,
  callOptions: RequestOptions = {},
) {
  const clock = manualClock();
  /** Number of calls of `fetch`, of heads and of whole responses that arrived, and of responses that are still open. */
  const count = { sent: 0, heads: 0, responses: 0, open: 0 };
  const { url, requests } = await serve((response, request, index) => {
    count.open++;
    response.on("close", () => count.open--);
    handler(response, request, index);
  });
  const options = optionsFor(count);
  const fetch: typeof globalThis.fetch = async (input, init) => {
    count.sent++;
    const response = await (options.fetch ?? globalThis.fetch)(String(input), init);
    count.heads++;
    return response;
  };
  const failures: unknown[] = [];
  const hooks: WmHooks = { response: () => count.responses++, ...options.hooks, error: ({ error, attempt }) => failures.push([error, attempt]) };
  const wm = createClientAt(clock, { ...credentials, baseUrl: url, ...options, fetch, hooks });
  const controller = new AbortController();
  const ending = rejection<WmTimeoutError>(caller.call(wm, { signal: controller.signal, ...callOptions }));
  return { clock, count, requests, wm, controller, ending, failures };
}
type Begun = Awaited<ReturnType<typeof begin>>;

/** Advances the clock by each of these delays, as soon as a timer has it. */
async function pass(clock: ManualClock, ...delays: readonly number[]): Promise<void> {
  for (const delay of delays) {
    await until(() => clock.pending.includes(delay), `a timer of ${delay} ms`);
    clock.advance(delay);
  }
}

/** Checks that a call that has ended leaves no listener, timer, connection, open body or later request. */
async function expectNothingLeft({ clock, count, controller }: Begun): Promise<void> {
  const { sent } = count;
  await until(() => count.open === 0, "the client hangs up");
  expect(getEventListeners(controller.signal, "abort"), "listeners").toEqual([]);
  expect(clock.pending, "timers").toEqual([]);
  expect(count.sent, "requests").toBe(sent);
}

/** A body that stalls, and is open until it is cancelled. */
function stalledBody(count: { open: number }): ReadableStream {
  count.open++;
  return new ReadableStream({ cancel: () => void count.open-- });
}

/** A phase of a call: the number of requests that are sent until then, and how to get there. */
interface Phase {
  readonly sent: number;
  readonly handler?: Handler;
  readonly options?: Parameters<typeof begin>[1];
  isReached(call: Begun): boolean;
}
const renewing = { token: ({ rejected }: { rejected?: string }) => (rejected === undefined ? secret : never()) };
const isAnswered = ({ count }: Begun) => count.heads === 1;
const phases: Readonly<Record<string, Phase>> = {
  "in the token provider": { sent: 0, options: () => ({ token: never }), isReached: ({ clock }) => clock.pending.length === 1 },
  "before the headers": { sent: 1, handler: stalled, isReached: ({ requests }) => requests.length === 1 },
  "in the body of a 200": { sent: 1, handler: half(200), isReached: isAnswered },
  "in the body of a 500": { sent: 1, handler: half(500), isReached: ({ clock }) => clock.pending.includes(5_000) },
  "in a fetch that ignores its signal": { sent: 1, options: () => ({ fetch: never }), isReached: ({ count }) => count.sent === 1 },
  "in a body that ignores it": { sent: 1, options: (count) => ({ fetch: async () => new Response(stalledBody(count)) }), isReached: isAnswered },
  "in an error body that ignores it": {
    sent: 1,
    options: (count) => ({ fetch: async () => new Response(stalledBody(count), { status: 500 }) }),
    isReached: isAnswered,
  },
};
const laterPhases: typeof phases = {
  "in the delay before a retry": { sent: 1, handler: refused(503, { "retry-after": "50" }), isReached: ({ clock }) => clock.pending.includes(50_500) },
  "in the token provider after a 401": { sent: 1, handler: refused(401), options: () => renewing, isReached: ({ count }) => count.responses === 1 },
  "in the second attempt": {
    sent: 2,
    handler: inTurn(refused(429, { "retry-after": "0" }), stalled),
    isReached: ({ clock, requests }) => (clock.advance(0), requests.length === 2),
  },
};

/** Ends a call in this phase, and checks its error. */
async function endIn(
  [name, { sent, handler = good, options, isReached }]: [string, Phase],
  callOptions: RequestOptions,
  end: (call: Begun) => void,
  check: (error: WmTimeoutError, caller: Caller, sent: number) => void,
): Promise<void> {
  const rejections = unhandledRejections();
  for (const caller of callers) {
    const call = await begin(handler, options, caller, callOptions);
    await until(() => isReached(call), name);
    end(call);
    const error = await call.ending;

    check(error, caller, sent);
    expect(call.failures).toEqual([[error, sent]]);
    await expectNothingLeft(call);
    expect(call.count.sent).toBe(sent);
  }
  expect(rejections).toEqual([]);
}

describe("the signal option", () => {
  it.each(Object.entries({ ...phases, ...laterPhases }))("ends a call %s at once with the reason, and leaves nothing", async (...phase) => {
    const reason = { because: "the user left" };

    await endIn(
      phase,
      {},
      ({ controller }) => controller.abort(reason),
      (error) => expect(error).toBe(reason),
    );
  });

  const reasons = [undefined, "left", null, "", new WmTimeoutError("of another call", { timeout: 1 }), new WmConfigError("of another call")];
  it.each([...reasons, new DOMException("", "TimeoutError")])("ends a call with the reason %s, and keeps the next from being sent", async (given) => {
    for (const caller of callers) {
      const call = await begin(stalled, undefined, caller);
      await until(() => call.requests.length === 1, "the request arrives");
      const { signal } = call.controller;
      call.controller.abort(given);

      expect(await call.ending).toBe(signal.reason);
      expect(await rejection(caller.call(call.wm, { signal }))).toBe(signal.reason);
      expect(call.failures.flat()).toEqual([signal.reason, 1, signal.reason, 0]);
      expect(call.count.sent).toBe(1);
    }
  });

  it("overrides a failure of fetch at the same moment", async () => {
    for (const { call } of callers) {
      const controller = new AbortController();
      const fetch = () => (controller.abort("left"), Promise.reject(new Error("no route")));

      expect(await rejection(call(createWmClient({ ...credentials, fetch }), { signal: controller.signal }))).toBe("left");
    }
  });

  it.each([
    ["request", 0],
    ["response", 1],
    ["retry", 1],
  ] as const)("ends a call if it is aborted in the %s hook, after %d requests", async (hook, sent) => {
    const controller = new AbortController();
    const { signal } = controller;
    const call = await begin(refused(503, { "retry-after": "0" }), () => ({ hooks: { [hook]: () => controller.abort("seen") } }), overview, { signal });

    expect(await call.ending).toBe("seen");
    await expectNothingLeft({ ...call, controller });
    expect(call.count.sent).toBe(sent);
  });

  /** Calls end in every way. */
  const mixture: readonly [Handler, ...Handler[]] = [
    good,
    bytes("", "reset"),
    refused(404),
    text("<html>"),
    refused(503),
    empty(302),
    bytes('HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n{"note":', "reset"),
    refused(401),
  ];
  it("leaves no listener and no timer after calls that end in every way", async () => {
    const rejections = unhandledRejections();
    const { wm, clock } = await connect((response, request, index) => mixture[index % mixture.length]!(response, request, index));
    const { signal } = new AbortController();
    for (let round = 0; round < 10; round++) await Promise.allSettled(callers.map(({ call }) => call(wm, { signal })));

    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect([clock.pending, rejections]).toEqual([[], []]);
  });

  it("has one listener for several calls, and ends those that are left, after others have timed out or ended", async () => {
    const call = await begin(inTurn(stalled, stalled, good), () => ({ timeout: 1_000 }));
    const { signal } = call.controller;
    await until(() => call.requests.length === 1, "the first request arrives");
    call.clock.advance(1_000);
    await until(() => call.clock.pending.includes(250), "the delay before a retry begins");
    const other = rejection(call.wm.overview({ signal }));
    await until(() => call.requests.length === 2, "the request of the other call arrives");
    await call.wm.overview({ signal });
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    call.controller.abort("done");

    expect(await Promise.all([call.ending, other])).toEqual(["done", "done"]);
    await expectNothingLeft(call);
  });
});

describe("the timeout option", () => {
  it.each(Object.entries(phases))("ends an attempt %s, and leaves nothing", async (...phase) => {
    await endIn(phase, { timeout: 1_000, maxRetries: 0 }, advance, (error, { operation }, sent) => {
      expect([error.name, error.operation, error.attempts]).toEqual([sent === 0 ? "WmTokenError" : "WmTimeoutError", operation, sent]);
      const late = sent === 0 ? "the token provider did not respond" : `${operation}: no complete response`;
      expect(error.message).toBe(`${late} within 1000 ms`);
    });
  });
});

describe("the totalTimeout option", () => {
  it.each(Object.entries(phases))("ends a call %s, and leaves nothing, although the timeout is as long", async (...phase) => {
    await endIn(phase, { timeout: 1_000, totalTimeout: 1_000 }, advance, (error, { operation }, sent) => {
      expect(error).toBeInstanceOf(WmTimeoutError);
      expect([error.timeout, error.attempts, error.cause]).toEqual([1_000, sent, undefined]);
      expect(error.message).toBe(`${operation}: no complete response within the total timeout of 1000 ms`);
    });
  });

  const failing = (error: Error) => () => Promise.reject(error);
  it.each<[object, Handler, Partial<WmClientOptions>, readonly number[]]>([
    [{ name: "WmApiError", attempts: 1, body: "busy" }, inTurn(text("busy", "text/plain", 503), stalled), {}, [250, 750]],
    [{ name: "WmConnectionError", attempts: 3 }, good, { fetch: failing(new Error("no route")) }, [250, 500]],
    [{ name: "WmTokenError", attempts: 0 }, good, { token: failing(new Error("sealed")) }, [250, 500]],
    [{ name: "WmTimeoutError", attempts: 2 }, good, { fetch: never, timeout: 300 }, [300, 250, 300]],
  ])("ends a call with the last failure as the cause: %o", async (expected, handler, options, delays) => {
    const call = await begin(handler, () => ({ ...options, maxRetries: 9, totalTimeout: 1_000 }));
    await pass(call.clock, ...delays);
    const { name, timeout, cause } = await call.ending;

    expect([name, timeout]).toEqual(["WmTimeoutError", 1_000]);
    expect(cause).toMatchObject(expected);
    expect(String(cause)).not.toContain("total");
  });

  it.each([
    ["a Retry-After", json({}, 429, { "retry-after": "2" }), 2_100],
    ["a backoff", json({}, 500), 250],
  ])("ends a call at once if %s would exceed it, or take all of it", async (_, handler, totalTimeout) => {
    const { wm, clock, named, requests } = await connect(handler, { totalTimeout });

    const error = await rejection<WmTimeoutError>(wm.overview());

    expect([error.name, error.timeout, error.attempts, clock.elapsed()]).toEqual(["WmTimeoutError", totalTimeout, 1, 0]);
    expect(error.cause).toBeInstanceOf(WmApiError);
    expect([named("retry"), requests.length]).toEqual([[], 1]);
  });

  it("is overridden by the call's, and accepts a call that is in time although an attempt exceeds its timeout", async () => {
    const { wm, clock, requests } = await connect(inTurn(stalled, good), { timeout: 1_000, totalTimeout: 9 });
    const call = wm.overview({ totalTimeout: 1_251 });
    await until(() => requests.length === 1, "the request arrives");
    clock.advance(1_000);

    expect(await call).toEqual(complete);
  });
});

describe("a request body that is a stream", () => {
  const contacts = "/customers/{customerId}/contacts";
  const sending = (body: unknown): Pick<Caller, "call"> => ({
    call: (wm, options) => callRaw(wm, "PUT", contacts, { ...options, params: { path: { customerId: "1" } }, body, bodySerializer: (body: unknown) => body }),
  });

  it("is read once, and sent with each attempt", async () => {
    const { wm, requests } = await connect(inTurn(json({}, 500), json({})));

    await sending(new Response("part").body).call(wm);

    expect(requests.map(({ body }) => body)).toEqual(["part", "part"]);
  });

  it.each<[string, RequestOptions, (call: Begun) => void, unknown]>([
    ["abort", {}, ({ controller }) => controller.abort("left"), "left"],
    ["timeout", { timeout: 1_000 }, advance, `PUT ${contacts}: the request body did not end within 1000 ms`],
    ["totalTimeout", { totalTimeout: 1_000 }, advance, `PUT ${contacts}: no complete response within the total timeout of 1000 ms`],
  ])("is cancelled after its %s", async (_, callOptions, end, expected) => {
    const count = { open: 0 };
    const call = await begin(good, undefined, sending(stalledBody(count)), callOptions);
    await until(() => call.clock.pending.length === 1, "it is read");
    end(call);
    const error = await call.ending;

    expect(error.message ?? error).toBe(expected);
    expect([error.attempts ?? 0, count.open, call.count.sent]).toEqual([0, 0, 0]);
    await expectNothingLeft(call);
  });

  it.each([
    ["fails", (controller: ReadableStreamDefaultController) => controller.error(new Error("disk"))],
    ["consists of text", (controller: ReadableStreamDefaultController) => controller.enqueue("text")],
  ])("rejects with a WmConfigError, and sends nothing, if it %s", async (_, start) => {
    const call = await begin(good, undefined, sending(new ReadableStream({ start })));

    expect(await call.ending).toMatchObject({ name: "WmConfigError", argument: "body", attempts: 0, cause: expect.any(Error) as Error });
    expect(call.count.sent).toBe(0);
  });

  it("leaves no unhandled error if it is made of a form, and the call is aborted while it is read", async () => {
    const unhandled = unhandledRejections();
    const { raw } = createClientAt(manualClock(), { ...credentials, baseUrl: (await serve(good)).url });
    // Each round waits longer before it aborts, in steps too small for a timer.
    for (let steps = 0; steps < 80; steps++) {
      const controller = new AbortController();
      const form = new FormData();
      form.set("file", new Blob(["x"]));
      const ending = rejection(raw.PATCH(contacts, { params: { path: { customerId: "1" } }, body: form as never, signal: controller.signal }));
      for (let step = 0; step < steps; step++) await undefined;
      controller.abort("left");
      expect(await ending).toBe("left");
    }
    await turn();
    expect(unhandled).toEqual([]);
  });
});

describe("within", () => {
  const abort = async (call: Begun) => {
    call.controller.abort("left");
    expect(await call.ending).toBe("left");
    await expectNothingLeft(call);
  };

  it.each<[string, (count: { open: number }) => Response | Promise<never>]>([
    ["a response", (count) => new Response(stalledBody(count))],
    ["a failure", () => Promise.reject(new Error("late"))],
  ])("discards %s of fetch that arrives after the call has ended", async (_, settle) => {
    const rejections = unhandledRejections();
    let later: (response: Response | Promise<never>) => void = () => undefined;
    const call = await begin(good, () => ({ fetch: () => new Promise((resolve) => (later = resolve)) }));
    await until(() => call.count.sent === 1, "fetch is called");
    await abort(call);
    later(settle(call.count));
    await turn();

    await expectNothingLeft(call);
    expect(rejections).toEqual([]);
  });

  it("stops reading a body that ignores its cancellation", async () => {
    let chunks = 0;
    const read = async () => (await turn(), chunks++, { done: false, value: new Uint8Array([32]) });
    const body = { getReader: () => ({ read, cancel: () => undefined }) };
    const call = await begin(good, () => ({ fetch: async () => ({ status: 200, headers: new Headers(), body }) as unknown as Response }));
    await until(() => chunks > 3, "it is read");
    await abort(call);
    const before = chunks;
    for (let turns = 0; turns < 5; turns++) await turn();

    expect(chunks).toBeLessThanOrEqual(before + 1);
  });
});

describe("systemClock", () => {
  it("reads the platform's times and random numbers", () => {
    const [now, elapsed] = [Date.now(), performance.now()];
    const randoms = new Set(Array.from({ length: 9 }, systemClock.random));

    expect(systemClock.now() - now).toBeLessThan(1_000);
    expect(systemClock.elapsed() - elapsed).toBeLessThan(1_000);
    expect([systemClock.now() >= now, systemClock.elapsed() >= elapsed, randoms.size]).toEqual([true, true, 9]);
  });

  it("leaves nothing that keeps the process alive after calls that end in every phase", { timeout: 30_000 }, async () => {
    const { url } = await serve(stalled);
    const program = fileURLToPath(new URL("../support/exit.ts", import.meta.url));
    const begun = performance.now();

    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", program, url], { timeout: 20_000 });

    const aborted = ["provider", "fetch", "body", "error body", "wait", "headers"].map((phase) => `${phase}: left`);
    expect(stdout.trim().split("\n").sort()).toEqual([...aborted, "timeout: WmTimeoutError", "total: WmTimeoutError"].sort());
    // Timers of the client would last from 5 to 50 s.
    expect(performance.now() - begun).toBeLessThan(4_500);
  });
});
