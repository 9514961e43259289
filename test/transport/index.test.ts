import { describe, expect, it } from "vitest";
import { createWmClient, WmConfigError, WmConnectionError, WmTimeoutError } from "wm-customer-api";
import { callers, patch, rawGet, rawPut } from "../support/calls.js";
import { connect, credentials, rejection } from "../support/client.js";
import { type ManualClock, manualClock } from "../support/clock.js";
import { bytes, closedPort, empty, text, until } from "../support/faults.js";
import { complete, type Expected, good, play, refused, refusedWith, type Scene, usualWaits } from "../support/scenes.js";
import type { Handler } from "../support/server.js";

const start = manualClock().now();
const date = (milliseconds: number) => new Date(start + milliseconds).toUTCString();
const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
const note = 'content-length: 19\r\n\r\n{"note":"complete"}';

/** Advances the clock once the request has arrived, then responds. */
const late =
  (clock: ManualClock, milliseconds: number, then?: Handler): Handler =>
  (response, request, index) => {
    clock.advance(milliseconds);
    then?.(response, request, index);
  };

/** Sends half of a 500, and advances the clock by 5 seconds once the client waits for the rest. */
const halfOf500 =
  (clock: ManualClock): Handler =>
  async (response) => {
    response.writeHead(500, { "content-length": "90" }).write("half of it");
    await until(() => clock.pending.includes(5_000), "the client waits for the rest");
    clock.advance(5_000);
  };

const noAnswer = (message = /: no complete response from 127\.0\.0\.1:\d+ \(.+\)$/): Expected => ({ error: WmConnectionError, message, cause: /Error/ });
const tooLate = (timeout = 30_000): Expected => ({
  error: WmTimeoutError,
  fields: { timeout },
  message: new RegExp(`no complete response within ${timeout} ms$`),
});

/** Plays a scene with each class of call. */
async function playEach(scene: (isRead: boolean, clock: ManualClock) => Scene): Promise<void> {
  for (const caller of callers) await play((clock) => ({ caller, ...scene(caller !== patch, clock) }));
}

describe("the transport", () => {
  const ofReads = (isRead: boolean) => (isRead ? usualWaits : []);

  it.each<[string, Handler, RegExp]>([
    ["a connection reset before the headers", bytes("", "reset"), /\((ECONNRESET|UND_ERR_SOCKET)\)$/],
    ["a connection closed amid the headers", bytes("HTTP/1.1 200 OK\r\ncontent-ty", "close"), /\(UND_ERR_SOCKET\)$/],
    ["a connection reset mid-body", bytes(`${head}content-length: 19\r\n\r\n{"note":`, "reset"), /\); the body was truncated after status 200$/],
    ["a JSON value without the last chunk", bytes(`${head}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n`, "close"), /after status 200$/],
    ["a response that is not HTTP", bytes("SSH-2.0-OpenSSH_9.6\r\n", "close"), /\((HPE_INVALID_CONSTANT|Expected HTTP.*)\)$/],
    ["a gzip body that is garbage", text("this is not gzip", "application/json", 200, { "content-encoding": "gzip" }), /after status 200$/],
    ["a truncated body of a 500", bytes('HTTP/1.1 500 No\r\ncontent-length: 90\r\n\r\n{"code":', "reset"), /after status 500$/],
  ])("retries a read, not an update, after %s", (_, answer, message) =>
    playEach((isRead) => ({ answers: [answer], ends: noAnswer(message), waits: ofReads(isRead) })),
  );

  it("retries a read, not an update, if the connection is refused", async () => {
    const baseUrl = `http://127.0.0.1:${await closedPort()}`;

    await playEach((isRead) => ({ baseUrl, ends: noAnswer(/\(ECONNREFUSED\)$/), waits: ofReads(isRead), attempts: isRead ? 3 : 1, requests: 0 }));
  });

  it("retries a read, not an update, without a response in time", () =>
    playEach((isRead, clock) => ({
      answers: [late(clock, 30_000)],
      ends: tooLate(),
      waits: ofReads(isRead),
      elapsed: isRead ? 90_750 : 30_000,
    })));

  it("retries a read, not an update, after a stalled error body", () =>
    playEach((isRead, clock) => ({
      answers: [halfOf500(clock), good],
      ends: isRead ? { value: complete } : { status: 500, fields: { body: "half of it" } },
      waits: isRead ? [250] : [],
      elapsed: isRead ? 5_250 : 5_000,
    })));

  const busy = (retryAfter: string) => refused(503, { "retry-after": retryAfter });
  it.each<[number, string | undefined, readonly number[], readonly number[]]>([
    [500, undefined, usualWaits, []],
    [429, undefined, usualWaits, usualWaits],
    [503, "2", [2_100, 2_100], [2_100, 2_100]],
    [501, "1", [], []],
    [429, "61", [], []],
  ])("retries a %i with the Retry-After %s after %j ms, an update after %j ms", (status, seconds, ofRead, ofUpdate) =>
    playEach((isRead) => ({
      answers: [refused(status, seconds === undefined ? {} : { "retry-after": seconds })],
      ends: refusedWith(status, seconds === undefined ? seconds : Number(seconds) * 1_000),
      waits: isRead ? ofRead : ofUpdate,
    })),
  );

  it("neither retries a 304 nor reports it as a redirect", () =>
    playEach(() => ({ answers: [empty(304)], ends: { status: 304, fields: { code: undefined, details: [] } } })));

  it.each<[string, Scene | ((clock: ManualClock) => Scene)]>([
    [
      "gives each attempt the whole timeout",
      (clock) => ({ answers: [late(clock, 29_999, refused(500)), late(clock, 29_999, good)], waits: [250], elapsed: 60_248 }),
    ],
    ["accepts an unknown status", { answers: [bytes(`HTTP/1.1 999 Odd\r\n${note}`, "stall")], ends: { status: 999, fields: { body: complete } } }],
    ["accepts a reason phrase in another script", { caller: rawGet, answers: [bytes(`HTTP/1.1 200 Хорошо\r\n${note}`, "stall")] }],
    ["waits longer the second time", { answers: [bytes("", "reset"), refused(503), good], waits: usualWaits }],
    ["sends a body again byte for byte", { caller: rawPut, answers: [refused(500), refused(502), good], waits: usualWaits }],
    ["ends a call with a status that is final", { answers: [refused(500), refused(404)], ends: refusedWith(404), waits: [250] }],
    ["obeys a Retry-After of seconds with any status", { answers: [refused(500, { "retry-after": "4" }), good], waits: [4_200] }],
    ["obeys a date, counted from the response", (clock) => ({ answers: [late(clock, 10_000, busy(date(15_000))), good], waits: [5_250], elapsed: 15_250 })],
    ["ignores an invalid Retry-After", { answers: [busy("soon"), good], waits: [250] }],
    ["ignores an invalid Retry-After for an update", { caller: patch, answers: [busy("soon")], ends: refusedWith(503) }],
    ["counts an obeyed delay in the next backoff", { answers: [busy("9"), refused(429), good], waits: [9_450, 500] }],
    ["stops after maxRetries although the delay is 0", { answers: [busy("0")], ends: refusedWith(503, 0), waits: [0, 0] }],
  ])("%s", (_, scene) => play(scene));

  it("ends an attempt at its timeout although the body keeps trickling", () =>
    play((clock) => ({
      caller: patch,
      answers: [
        (response) => {
          const drip = () => {
            clock.advance(3_000);
            if (!response.destroyed) response.write(" ", () => setImmediate(drip));
          };
          drip();
        },
      ],
      ends: tooLate(),
      elapsed: 30_000,
    })));
});

describe("an option of a call", () => {
  it("overrides the client's timeout", () =>
    playEach((_, clock) => ({
      answers: [late(clock, 1_234)],
      options: { timeout: 60_000, maxRetries: 0 },
      call: { timeout: 1_234 },
      ends: tooLate(1_234),
      elapsed: 1_234,
    })));

  it.each<[number, { maxRetries?: number }, readonly number[]]>([
    [5, { maxRetries: 0 }, []],
    [0, {}, []],
    [0, { maxRetries: 3 }, [250, 500, 1_000]],
  ])("overrides maxRetries of %d: %j", (maxRetries, call, waits) =>
    playEach(() => ({ answers: [refused(429)], options: { maxRetries }, call, ends: refusedWith(429), waits })),
  );

  it("sets the tracking id of every attempt", () =>
    playEach(() => ({ answers: [refused(429), refused(429), good], call: { trackingId: "my-own-id" }, trackingId: "my-own-id", waits: usualWaits })));
});

describe("the trackingId option", () => {
  it("is called for each attempt", async () => {
    let count = 0;
    const { wm, requests } = await connect(refused(500), { trackingId: () => `id-${++count}` });

    await rejection(wm.overview());

    expect(requests.map(({ headers }) => headers["request-tracking-id"])).toEqual(["id-1", "id-2", "id-3"]);
  });

  it.each<[string, () => string, RegExp]>([
    ["throws", () => JSON.parse("{"), /trackingId: the function threw/],
    ["returns nothing", () => "", /trackingId: must be a non-empty string/],
    ["returns a line break", () => "a\nb", /trackingId: contains a character/],
  ])("rejects with a WmConfigError if its function %s", async (_, trackingId, message) => {
    const error = await rejection<WmConfigError>(createWmClient({ ...credentials, trackingId }).overview());

    expect(error).toBeInstanceOf(WmConfigError);
    expect([error.operation, error.attempts, error.argument]).toEqual(["getCustomerOverview", 0, "trackingId"]);
    expect(error.message).toMatch(message);
  });
});

describe("errorOf", () => {
  it("keeps the WmConfigError of another call that middleware throws", async () => {
    const { wm } = await connect(good);
    const thrown = await rejection<WmConfigError>(wm.overview({ timeout: -1 }));

    expect(await rejection(wm.raw.GET("/customers", { middleware: [{ onRequest: () => Promise.reject(thrown) }] }))).toBe(thrown);
  });
});
