import { execFile } from "node:child_process";
import { getEventListeners } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import {
  createWmClient,
  type RequestOptions,
  WmApiError,
  type WmClient,
  type WmClientOptions,
  WmConnectionError,
  WmTimeoutError,
  WmTokenError,
} from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { createClientAt } from "../../src/client.js";
import { overview, patch, rawGet, rawPut } from "../support/calls.js";
import { clientOnManualClock, credentials, rejection } from "../support/client.js";
import { type ManualClock, manualClock } from "../support/clock.js";
import { bytes, quiet, until } from "../support/faults.js";
import { inTurn, json, serve } from "../support/server.js";
import { unhandledRejections } from "../support/unhandled.js";

const good = json({ note: "complete" });
const never = () => new Promise<never>(() => undefined);

describe("totalTimeout", () => {
  /** Makes a call, lets each of the given times pass as soon as a timer is set to it, and returns the error. */
  async function timesOut(
    options: Partial<WmClientOptions>,
    call: RequestOptions = {},
    steps: readonly number[] = [1_000],
    caller = overview,
    isReady = () => true,
  ) {
    const clock = manualClock();
    const errors: unknown[] = [];
    const wm = createClientAt(clock, { ...credentials, ...options, hooks: { error: ({ error }) => errors.push(error) } });
    const ending = rejection(caller.call(wm, call));
    for (const step of steps) {
      await until(() => clock.pending.includes(step) && isReady(), "a timer is set");
      clock.advance(step);
    }
    const error = (await ending) as WmTimeoutError;
    expect(error).toBeInstanceOf(WmTimeoutError);
    expect(errors).toEqual([error]);
    expect(clock.pending).toEqual([]);
    expect(error.operation).toBe(caller.operation);
    return { error, clock };
  }

  it.each([overview, rawGet, patch])("ends an attempt that takes longer: $name", async (caller) => {
    const { url, requests } = await serve(() => undefined);

    const { error } = await timesOut({ baseUrl: url }, { totalTimeout: 1_000 }, [1_000], caller, () => requests.length === 1);

    expect(error.timeout).toBe(1_000);
    expect(error.attempts).toBe(1);
    expect(error.trackingId).toBe(requests[0]!.headers["request-tracking-id"]);
    expect(error.message).toBe(`${caller.operation}: no complete response within the total timeout of 1000 ms`);
    expect("cause" in error).toBe(false);
  });

  it.each([
    ["a body that stalls", 200],
    ["an error body that stalls", 500],
  ])("ends %s", async (_, status) => {
    const { url } = await serve((response) => void response.writeHead(status, { "content-length": 9 }).write("{"));

    const { error } = await timesOut({ baseUrl: url, totalTimeout: 1_000 });

    expect([error.timeout, error.attempts]).toEqual([1_000, 1]);
  });

  it("ends a wait for a token, before anything is sent", async () => {
    const { error } = await timesOut({ token: never, totalTimeout: 1_000 });

    expect([error.timeout, error.attempts, error.trackingId]).toEqual([1_000, 0, undefined]);
  });

  it("ends a wait for a token after a 401, which is the cause", async () => {
    const { url } = await serve(json({ message: "expired" }, 401));
    let asked = 0;

    const token = () => (asked++ === 0 ? "first-token-0001" : never());
    const { error } = await timesOut({ baseUrl: url, token, totalTimeout: 1_000 }, {}, [1_000], overview, () => asked === 2);

    expect([error.timeout, error.attempts]).toEqual([1_000, 1]);
    expect(error.cause).toMatchObject({ name: "WmApiError", status: 401 });
  });

  it("ends the second attempt; the cause is the error of the first", async () => {
    const { url, requests } = await serve(inTurn(json({ message: "busy" }, 503), () => undefined));

    const { error } = await timesOut({ baseUrl: url, totalTimeout: 1_000 }, {}, [250, 750], overview, () => requests.length > 0);

    expect([error.timeout, error.attempts]).toEqual([1_000, 2]);
    expect(error.trackingId).toBe(requests[1]!.headers["request-tracking-id"]);
    const cause = error.cause as WmApiError;
    expect(cause).toBeInstanceOf(WmApiError);
    expect(cause.message).toMatch(/^busy \(/);
    expect([cause.status, cause.attempts, cause.trackingId]).toEqual([503, 1, requests[0]!.headers["request-tracking-id"]]);
  });

  it.each<[string, Partial<WmClientOptions>, string, readonly number[]]>([
    ["a connection", { fetch: () => Promise.reject(new Error("no route")) }, "WmConnectionError", [250, 500]],
    ["a provider", { token: () => Promise.reject(new Error("sealed")) }, "WmTokenError", [250, 500]],
    ["an attempt's timeout", { fetch: never, timeout: 300 }, "WmTimeoutError", [300, 250, 300]],
  ])("has the last failure as its cause: of %s", async (_, options, name, steps) => {
    const { error } = await timesOut({ ...options, totalTimeout: 1_000, maxRetries: 9 }, {}, steps);

    expect(error.timeout).toBe(1_000);
    expect(error.cause).toMatchObject({ name });
    expect((error.cause as Error).message).not.toContain("total");
  });

  it.each([
    ["a Retry-After", json({}, 429, { "retry-after": "2" })],
    ["a backoff", json({}, 500)],
  ])("ends the call at once if it would pass during %s", async (_, handler) => {
    const { url, requests } = await serve(handler);
    const retries: unknown[] = [];
    const { wm, clock } = clientOnManualClock({ baseUrl: url, totalTimeout: 200, hooks: { retry: (event) => void retries.push(event) } });

    const error = (await rejection(wm.overview())) as WmTimeoutError;

    expect(error).toMatchObject({ name: "WmTimeoutError", timeout: 200, attempts: 1 });
    expect(error.cause).toBeInstanceOf(WmApiError);
    expect(clock.elapsed()).toBe(0);
    expect(retries).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  it("covers the request body of a raw call", async () => {
    const clock = manualClock();
    const wm = createClientAt(clock, { ...credentials, fetch: never });
    const ending = rejection(sendStream(wm, new ReadableStream({ pull: never }), { totalTimeout: 1_000 }));
    await until(() => clock.pending.length > 0, "a timer is set");
    clock.advance(1_000);

    expect(await ending).toMatchObject({ name: "WmTimeoutError", timeout: 1_000, attempts: 0 });
  });

  it("of a call overrides the client's", async () => {
    const { url } = await serve(() => undefined);

    expect((await timesOut({ baseUrl: url, totalTimeout: 9 }, { totalTimeout: 1_000 })).error.timeout).toBe(1_000);
    expect((await timesOut({ baseUrl: url, totalTimeout: 500 }, {}, [500])).error.timeout).toBe(500);
  });

  it("leaves an attempt its own timeout, which is retried", async () => {
    const { url, requests } = await serve(inTurn(() => undefined, good));
    const clock = manualClock();
    const wm = createClientAt(clock, { ...credentials, baseUrl: url, timeout: 1_000, totalTimeout: 5_000 });
    const call = wm.overview();
    await until(() => requests.length === 1, "the request arrives");
    clock.advance(1_000);
    await until(() => clock.pending.includes(250), "the wait begins");
    clock.advance(250);

    expect(await call).toEqual({ note: "complete" });
  });

  it("does not affect a call that is in time, nor is it set by default", async () => {
    const { url } = await serve(inTurn(json({}, 503, { "retry-after": "60" }), good));
    const { wm, clock } = clientOnManualClock({ baseUrl: url });
    expect(await wm.overview()).toEqual({ note: "complete" });
    expect(clock.elapsed()).toBe(60_500);

    const { wm: limited } = clientOnManualClock({ baseUrl: (await serve(inTurn(json({}, 503), good))).url, totalTimeout: 251 });
    expect(await limited.overview()).toEqual({ note: "complete" });
  });

  it("yields to the caller's abort", async () => {
    const { url } = await serve(() => undefined);
    const wm = createWmClient({ ...credentials, baseUrl: url, totalTimeout: 5_000 });

    expect(await rejection(wm.overview({ signal: AbortSignal.timeout(20) }))).toMatchObject({ name: "TimeoutError" });
  });
});

/** Sends a stream as the body of a raw call. */
function sendStream(wm: WmClient, stream: ReadableStream, options: object = {}): Promise<unknown> {
  const init = { ...options, params: { path: { customerId: "1" } }, body: stream as object, bodySerializer: (body: unknown) => body };
  return (wm.raw.PUT as unknown as (path: string, init: object) => Promise<unknown>)("/customers/{customerId}/contacts", init);
}

describe("a request body that is a stream", () => {
  const stream = (source: UnderlyingDefaultSource) => {
    const state = { cancelled: false };
    const body = new ReadableStream({
      ...source,
      cancel() {
        state.cancelled = true;
      },
    });
    return { body, state };
  };

  it("is read once, and sent with each attempt", async () => {
    const { url, requests } = await serve(inTurn(json({}, 500), json({})));
    const { wm } = clientOnManualClock({ baseUrl: url });
    const { body } = stream({ start: (controller) => (controller.enqueue(new TextEncoder().encode("part")), controller.close()) });

    await sendStream(wm, body);

    expect(requests.map(({ body }) => body)).toEqual(["part", "part"]);
  });

  it("ends with a WmTimeoutError if it never ends, and is cancelled", async () => {
    const clock = manualClock();
    const wm = createClientAt(clock, { ...credentials, fetch: never, timeout: 700 });
    const { body, state } = stream({ pull: never });
    const ending = rejection(sendStream(wm, body));
    await until(() => clock.pending.length > 0, "a timer is set");
    clock.advance(700);

    const error = (await ending) as WmTimeoutError;

    expect(error).toMatchObject({ name: "WmTimeoutError", timeout: 700, attempts: 0, operation: "PUT /customers/{customerId}/contacts" });
    expect(error.message).toContain("the request body did not end within 700 ms");
    expect(state.cancelled).toBe(true);
    expect(clock.pending).toEqual([]);
  });

  it("ends with the caller's reason if the call is aborted, and is cancelled", async () => {
    const { body, state } = stream({
      async pull(controller) {
        await quiet(1);
        controller.enqueue(new Uint8Array([120]));
      },
    });
    const controller = new AbortController();
    const ending = rejection(sendStream(createWmClient({ ...credentials, fetch: never }), body, { signal: controller.signal }));
    await quiet(20);
    controller.abort("left");

    expect(await ending).toBe("left");
    expect(state.cancelled).toBe(true);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  it.each<[string, () => ReadableStream]>([
    ["fails", () => stream({ pull: (controller) => controller.error(new Error("disk")) }).body],
    ["is made of text", () => stream({ start: (controller) => ((controller as ReadableStreamDefaultController).enqueue("text"), controller.close()) }).body],
  ])("that %s is a WmConfigError, and nothing is sent", async (_, body) => {
    const { url, requests } = await serve(good);

    const error = await rejection(sendStream(createWmClient({ ...credentials, baseUrl: url }), body()));

    expect(error).toMatchObject({ name: "WmConfigError", argument: "body", attempts: 0, cause: expect.any(Error) as Error });
    expect(requests).toEqual([]);
  });
});

describe("a fetch that ignores its signal", () => {
  /** A response whose body begins, stalls, and records its end. */
  function stalling(status: number) {
    const state = { cancelled: false };
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array([123])),
      cancel() {
        state.cancelled = true;
      },
    });
    return { state, fetch: async () => new Response(body, { status }) };
  }
  const ends = async (clock: ManualClock, call: (signal: AbortSignal) => Promise<unknown>, how: "abort" | "timeout") => {
    const controller = new AbortController();
    const ending = rejection(call(controller.signal));
    await quiet(10);
    if (how === "abort") controller.abort("left");
    else clock.advance(3_000);
    const error = await ending;
    if (how === "abort") expect(error).toBe("left");
    else expect(error).toBeInstanceOf(WmTimeoutError);
    await quiet(5);
    expect(clock.pending, "timers").toEqual([]);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  };

  for (const how of ["abort", "timeout"] as const) {
    it.each([200, 404, 500])(`leaves no open reader and no timer after an ${how}, with the stalled body of a %i`, async (status) => {
      const clock = manualClock();
      const { state, fetch } = stalling(status);
      const wm = createClientAt(clock, { ...credentials, fetch, timeout: 3_000, maxRetries: 0 });

      await ends(clock, (signal) => wm.overview({ signal }), how);

      expect(state.cancelled).toBe(true);
    });

    it(`gives up the body of a response that comes after an ${how}`, async () => {
      const clock = manualClock();
      const { state, fetch } = stalling(200);
      let resolve: (response: Promise<Response>) => void = () => undefined;
      const wm = createClientAt(clock, { ...credentials, fetch: () => new Promise((later) => (resolve = later)), timeout: 3_000, maxRetries: 0 });

      await ends(clock, (signal) => wm.overview({ signal }), how);
      resolve(fetch());
      await quiet(10);

      expect(state.cancelled).toBe(true);
    });

    it(`leaves no unhandled rejection if it fails after an ${how}`, async () => {
      const rejections = unhandledRejections();
      const clock = manualClock();
      let reject: (reason: unknown) => void = () => undefined;
      const wm = createClientAt(clock, { ...credentials, fetch: () => new Promise((_, later) => (reject = later)), timeout: 3_000, maxRetries: 0 });

      await ends(clock, (signal) => wm.overview({ signal }), how);
      reject(new Error("late"));
      await quiet(10);

      expect(rejections).toEqual([]);
    });
  }

  it("ends at the timeout although a response stalls after every byte", async () => {
    const clock = manualClock();
    const { url } = await serve((response) => {
      const drip = setInterval(() => (clock.advance(400), response.write(" ")), 3);
      response.writeHead(200).on("close", () => clearInterval(drip));
    });
    const wm = createClientAt(clock, { ...credentials, baseUrl: url, timeout: 2_000, maxRetries: 0 });

    expect(await rejection(wm.overview())).toMatchObject({ name: "WmTimeoutError", timeout: 2_000 });
    await quiet(10);
    expect(clock.pending).toEqual([]);
  });
});

describe("an abort", () => {
  it("wins over a failure of the same moment", async () => {
    const controller = new AbortController();
    const fetch = () => {
      controller.abort("left");
      return Promise.reject(new Error("no route"));
    };

    for (const caller of [overview, rawGet, rawPut, patch]) {
      const wm = createWmClient({ ...credentials, fetch });
      expect(await rejection(caller.call(wm, { signal: controller.signal }))).toBe("left");
    }
  });

  it("by a fetch that rejects with the signal's reason itself ends the call with it, on the last attempt too", async () => {
    const controller = new AbortController();
    const reason = new WmConnectionError("of the caller");
    // A fetch that listens to the caller's signal instead of its own.
    const fetch = () => new Promise<never>((_, reject) => controller.signal.addEventListener("abort", () => reject(reason)));
    const wm = createWmClient({ ...credentials, fetch, maxRetries: 0 });
    const ending = rejection(wm.overview({ signal: controller.signal }));
    await quiet(5);
    controller.abort(reason);

    expect(await ending).toBe(reason);
  });

  it("is not confused with a fetch that throws WmErrors", async () => {
    for (const thrown of [new WmTimeoutError("t", { timeout: 1 }), new WmTokenError("t"), new WmConnectionError("c")]) {
      let count = 0;
      const { wm } = clientOnManualClock({ fetch: () => (count++, Promise.reject(thrown)) });

      const error = (await rejection(wm.overview())) as WmConnectionError;

      expect(error).toMatchObject({ name: "WmConnectionError", attempts: 3, cause: thrown });
      expect(count).toBe(3);
    }
  });

  const run = promisify(execFile);
  const program = fileURLToPath(new URL("../support/exit.ts", import.meta.url));
  it.each([
    ["provider", "left"],
    ["fetch", "left"],
    ["body", "left"],
    ["error body", "left"],
    ["wait", "left"],
    ["headers", "left"],
    ["total", "WmTimeoutError"],
    ["timeout", "WmTimeoutError"],
  ])("leaves nothing that keeps the process alive: during the %s", { timeout: 30_000 }, async (kind, expected) => {
    const { url } = await serve(bytes("", "stall"));
    const begun = performance.now();

    const { stdout } = await run(process.execPath, ["--import", "tsx", program, kind, url], { timeout: 20_000 });

    expect(stdout).toBe(expected);
    // Timers of the client would last from 5 to 50 s.
    expect(performance.now() - begun).toBeLessThan(4_500);
  });
});
