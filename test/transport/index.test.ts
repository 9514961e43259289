import { describe, expect, it, onTestFinished } from "vitest";
import { createWmClient, WmConfigError, WmConnectionError, WmTimeoutError } from "wm-customer-api";
import { callers, patch, rawGet, rawPut } from "../support/calls.js";
import { connect, credentials, rejection } from "../support/client.js";
import { type ManualClock, manualClock } from "../support/clock.js";
import { bytes, closedPort, empty, listen, text, until } from "../support/faults.js";
import { complete, type Expected, good, play, refused, refusedWith, type Scene, usualWaits } from "../support/scenes.js";
import type { Handler } from "../support/server.js";

const start = manualClock().now();
const date = (milliseconds: number) => new Date(start + milliseconds).toUTCString();
const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
const chunked = `${head}transfer-encoding: chunked\r\n\r\n`;
const truncated = `${head}content-length: 19\r\n\r\n{"note":`;

const noAnswer = (cause?: RegExp): Expected => ({
  error: WmConnectionError,
  message: /no complete response from 127\.0\.0\.1:\d+ \(/,
  ...(cause && { cause }),
});

/** Sends these bytes and stalls. Advances the clock once they are read, in real time. */
const late =
  (clock: ManualClock, milliseconds: number, sent = "", then?: Handler): Handler =>
  (response, request, index) => {
    if (sent !== "") response.socket?.write(sent);
    const isRead = () => sent === "" || clock.pending.includes(milliseconds);
    setTimeout(async () => {
      await until(isRead, "the client waits for the rest");
      clock.advance(milliseconds);
      then?.(response, request, index);
    }, 10);
  };

const tooLate = (timeout = 30_000): Expected => ({
  error: WmTimeoutError,
  fields: { timeout },
  message: new RegExp(`no complete response within ${timeout} ms$`),
});

const broken: readonly [string, Handler, RegExp?][] = [
  ["a connection reset before the headers", bytes("", "reset"), /ECONNRESET|UND_ERR_SOCKET/],
  ["a connection closed before the headers", bytes("", "close"), /UND_ERR_SOCKET/],
  ["a connection reset amid the headers", bytes("HTTP/1.1 200 OK\r\ncontent-ty", "reset")],
  ["a connection closed after the headers", bytes(`${head}content-length: 19\r\n\r\n`, "close")],
  ["a connection reset mid-body", bytes(truncated, "reset")],
  ["a connection closed mid-body", bytes(truncated, "close")],
  ["a connection closed after a JSON value without the last chunk", bytes(`${chunked}2\r\n{}\r\n`, "close")],
  ["a chunk with an invalid size", bytes(`${chunked}zz\r\n{}\r\n`, "close")],
  ["a response that is not HTTP", bytes("SSH-2.0-OpenSSH_9.6\r\n", "close"), /HPE_INVALID_CONSTANT|Expected HTTP/],
  ["headers that are too large", bytes(`${head}x-large: ${"x".repeat(100_000)}\r\n\r\n`, "stall"), /HEADERS_OVERFLOW/],
  ["a gzip body that is garbage", text("this is not gzip", "application/json", 200, { "content-encoding": "gzip" })],
  ["a truncated body of a 500", bytes('HTTP/1.1 500 No\r\ncontent-length: 90\r\n\r\n{"code":', "reset")],
];
const halfOf500 = "HTTP/1.1 500 No\r\ncontent-length: 90\r\n\r\nhalf of it";
const stalls = ["", "HTTP/1.1 200 OK\r\ncontent-", `${head}content-length: 19\r\n\r\n`, truncated];

describe.each(callers)("a $name", (caller) => {
  const isUpdate = caller === patch;
  const outcome = (isRetried: boolean, status: number, headers = {}, retryAfter?: number): Scene => ({
    caller,
    answers: [refused(status, headers)],
    ends: refusedWith(status, retryAfter),
    waits: isRetried ? usualWaits : [],
  });

  it.each(broken)(`${isUpdate ? "does not repeat an update after" : "repeats a read after"} %s`, (_, answer, cause) =>
    play({ caller, answers: [answer], ends: noAnswer(cause), waits: !isUpdate ? usualWaits : [] }),
  );

  it.each(stalls)("ends in a WmTimeoutError if the response stalls after %j", (sent) =>
    play((clock) => ({
      caller,
      answers: [late(clock, 30_000, sent)],
      ends: tooLate(),
      waits: !isUpdate ? usualWaits : [],
      elapsed: isUpdate ? 30_000 : 90_750,
    })),
  );

  it("ends in a WmConnectionError if the connection is refused", async () =>
    play({
      caller,
      baseUrl: `http://127.0.0.1:${await closedPort()}`,
      ends: noAnswer(/ECONNREFUSED/),
      waits: !isUpdate ? usualWaits : [],
      attempts: isUpdate ? 1 : 3,
      requests: 0,
    }));

  it.each([408, 500, 502, 503, 504])("repeats a read, not an update, after a %i", (status) => play(outcome(!isUpdate, status)));

  it.each([400, 403, 404, 409, 422, 501])("ends with a %i at once, whatever its Retry-After", (status) =>
    play(outcome(false, status, { "retry-after": "1" }, 1_000)),
  );

  it("is repeated after a 429", () => play(outcome(true, 429)));

  it("is repeated after a 503 with Retry-After", () => play({ ...outcome(true, 503, { "retry-after": "2" }, 2_000), waits: [2_100, 2_100] }));

  it("ends with a 429 at once if its Retry-After is too long", () => play(outcome(false, 429, { "retry-after": "61" }, 61_000)));

  it("ends with a 304, which is no redirect, in a WmApiError", () =>
    play({ caller, answers: [empty(304)], ends: { status: 304, fields: { code: undefined, details: [] } } }));

  it("uses the call's timeout instead of the client's", () =>
    play((clock) => ({
      caller,
      answers: [late(clock, 1_234)],
      options: { timeout: 60_000, maxRetries: 0 },
      call: { timeout: 1_234 },
      ends: tooLate(1_234),
      elapsed: 1_234,
    })));

  it("uses the call's maxRetries instead of the client's", async () => {
    const calm = { caller, answers: [refused(429)], ends: refusedWith(429) } as const;

    await play({ ...calm, options: { maxRetries: 5 }, call: { maxRetries: 0 } });
    await play({ ...calm, options: { maxRetries: 0 } });
    await play({ ...calm, options: { maxRetries: 0 }, call: { maxRetries: 3 }, requests: 4, waits: [250, 500, 1_000] });
  });

  it("sends the call's tracking id with every attempt", () =>
    play({
      caller,
      answers: [refused(429), refused(429), good],
      call: { trackingId: "my-own-id" },
      trackingId: "my-own-id",
      waits: usualWaits,
    }));

  it("accepts a reason phrase in another script", () =>
    play({
      caller,
      answers: [bytes('HTTP/1.1 404 Не найдено\r\ncontent-length: 10\r\n\r\n{"code":4}', "stall")],
      ends: { status: 404, fields: { body: { code: 4 } } },
    }));
});

describe("a retry", () => {
  const busy = (retryAfter: string) => refused(503, { "retry-after": retryAfter });
  const retryAfters = "retry-after: 5\r\nretry-after: 7\r\ncontent-length: 0\r\nconnection: close\r\n";
  const after20s = (clock: ManualClock) => (answer: Handler) => late(clock, 20_000, "", answer);

  it.each<[string, Scene | ((clock: ManualClock) => Scene)]>([
    ["follows different faults with longer delays", { answers: [bytes("", "reset"), refused(503), good], waits: usualWaits }],
    ["sends a body again byte for byte", { caller: rawPut, answers: [refused(500), refused(502), good], waits: usualWaits }],
    ["ends with a later status that is final", { answers: [refused(500), refused(404)], ends: refusedWith(404), waits: [250] }],
    ["obeys a Retry-After of seconds with any status", { answers: [refused(500, { "retry-after": "4" }), good], waits: [4_200] }],
    ["obeys a date", { answers: [busy(date(4_000)), good], waits: [4_200] }],
    ["ignores an invalid Retry-After", { answers: [busy("soon"), good], waits: [250] }],
    ["of an update ignores an invalid Retry-After too", { caller: patch, answers: [busy("soon")], ends: refusedWith(503) }],
    ["ignores two Retry-After headers", { answers: [bytes(`HTTP/1.1 503 No\r\n${retryAfters}\r\n`, "close"), good], waits: [250] }],
    ["counts an obeyed delay in the next backoff", { answers: [busy("9"), refused(429), good], waits: [9_450, 500] }],
    ["stops after maxRetries although the delay is 0", { answers: [busy("0")], ends: refusedWith(503, 0), waits: [0, 0] }],
    ["counts a date from the response", (clock) => ({ answers: [late(clock, 10_000, "", busy(date(15_000))), good], waits: [5_250], elapsed: 15_250 })],
    ["follows a stalled response", (clock) => ({ answers: [late(clock, 30_000), good], waits: [250], elapsed: 30_250 })],
    ["follows a stalled error body after 5 seconds", (clock) => ({ answers: [late(clock, 5_000, halfOf500), good], waits: [250], elapsed: 5_250 })],
    ["has a timeout of its own", (clock) => ({ answers: [refused(500), good].map(after20s(clock)) as [Handler], waits: [250], elapsed: 40_250 })],
  ])("%s", (_, scene) => play(scene));
});

describe("an attempt", () => {
  const note = 'content-length: 19\r\n\r\n{"note":"complete"}';
  const halfRead: Expected = { status: 500, fields: { body: "half of it" } };
  it.each<[string, Scene | ((clock: ManualClock) => Scene)]>([
    ["is in time a millisecond before its timeout", (clock) => ({ answers: [late(clock, 29_999, "", good)], elapsed: 29_999 })],
    ["reads what arrived of a stalled error body", (clock) => ({ caller: patch, answers: [late(clock, 5_000, halfOf500)], ends: halfRead, elapsed: 5_000 })],
    ["skips a status below 200", { answers: [bytes(`HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\n${note}`, "stall")] }],
    ["accepts an unknown status", { answers: [bytes(`HTTP/1.1 999 Odd\r\n${note}`, "stall")], ends: { status: 999, fields: { body: complete } } }],
    ["accepts a 200 with a reason phrase in another script", { caller: rawGet, answers: [bytes(`HTTP/1.1 200 Хорошо\r\n${note}`, "stall")] }],
  ])("%s", (_, scene) => play(scene));

  it("is cut off at its timeout although its body keeps trickling", () =>
    play((clock) => ({
      caller: patch,
      answers: [
        (response) => {
          response.writeHead(200, { "content-type": "application/json" });
          const drip = setInterval(() => (response.write(" "), clock.advance(3_000)), 2);
          onTestFinished(() => clearInterval(drip));
        },
      ],
      ends: tooLate(),
      elapsed: 30_000,
    })));

  it.each([
    ["a reset on accept", "http", (socket: { resetAndDestroy(): void }) => socket.resetAndDestroy()],
    ["a server without TLS", "https", (socket: { end(text: string): void }) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")],
  ])("ends in a WmConnectionError after %s", async (_, protocol, answer) =>
    play({
      baseUrl: `${protocol}://127.0.0.1:${await listen((socket) => void answer(socket))}`,
      ends: noAnswer(),
      requests: 0,
      attempts: 3,
      waits: usualWaits,
    }),
  );

  it("names the status that had arrived if the body is truncated", async () => {
    const { wm } = await connect(bytes(truncated, "reset"), { maxRetries: 0 });

    expect(String(await rejection(wm.overview()))).toContain("; the body was truncated after status 200");
  });
});

describe("a tracking id", () => {
  it("is made by the client's function for each attempt", async () => {
    let count = 0;
    const { wm, requests } = await connect(refused(500), { trackingId: () => `id-${++count}` });

    await rejection(wm.overview());

    expect(requests.map(({ headers }) => headers["request-tracking-id"])).toEqual(["id-1", "id-2", "id-3"]);
  });

  it.each<[string, () => string, RegExp]>([
    ["throws", () => JSON.parse("{"), /trackingId: the function threw/],
    ["returns nothing", () => "", /trackingId: must be a non-empty string/],
    ["returns a line break", () => "a\nb", /trackingId: contains a character/],
  ])("is a WmConfigError with the operation if its function %s", async (_, trackingId, message) => {
    const error = await rejection<WmConfigError>(createWmClient({ ...credentials, trackingId }).overview());

    expect(error).toBeInstanceOf(WmConfigError);
    expect([error.operation, error.attempts, error.argument]).toEqual(["getCustomerOverview", 0, "trackingId"]);
    expect(error.message).toMatch(message);
  });
});

it("the WmConfigError of another call stays as it is if middleware throws it", async () => {
  const { wm } = await connect(good);
  const thrown = await rejection<WmConfigError>(wm.overview({ timeout: -1 }));

  expect(await rejection(wm.raw.GET("/customers", { middleware: [{ onRequest: () => Promise.reject(thrown) }] }))).toBe(thrown);
});
