import { describe, expect, it } from "vitest";
import { backoff, parseRetryAfter, retryDelay, shouldRetry } from "../../src/transport/retry.js";
import { manualClock } from "../support/clock.js";

const now = manualClock().now();
const date = (milliseconds: number) => new Date(now + milliseconds).toUTCString();

describe("shouldRetry", () => {
  const statuses = Array.from({ length: 900 }, (_, index) => 100 + index);

  it.each([
    ["GET", undefined, [408, 429, 500, 502, 503, 504]],
    ["PUT", undefined, [408, 429, 500, 502, 503, 504]],
    ["PATCH", undefined, [429]],
    ["PATCH", 0, [429, 503]],
    ["POST", 1_000, [429, 503]],
  ])("accepts a %s with a Retry-After of %s only after %j", (method, retryAfter, expected) => {
    expect(statuses.filter((status) => shouldRetry({ method, status, retryAfter }))).toEqual(expected);
  });

  it("accepts every method but PATCH and POST if no complete response arrived", () => {
    const isRetried = (method: string) => shouldRetry({ method, status: undefined, retryAfter: undefined });

    expect(["GET", "HEAD", "PUT", "DELETE", "PATCH", "POST"].filter(isRetried)).toEqual(["GET", "HEAD", "PUT", "DELETE"]);
  });
});

describe("backoff", () => {
  it.each([
    [0.5, [250, 500, 1_000, 2_000, 4_000, 4_000]],
    [0.75, [375, 750, 1_500, 3_000, 6_000, 6_000]],
  ])("doubles up to 8 seconds, times the random number %d", (random, expected) => {
    expect(expected.map((_, retry) => backoff(retry, manualClock({ random })))).toEqual(expected);
  });
});

describe("retryDelay", () => {
  const delay = (retryAfter: number | undefined, status = 503, retry = 0) =>
    retryDelay({ method: "GET", status, retryAfter }, retry, manualClock({ random: 0.9 }));

  it.each([
    [0, 0],
    [1_000, 1_090],
    [10_000, 10_900],
    [60_000, 60_900],
  ])("extends a Retry-After of %d ms by at most a tenth and 1 second, at random: to %d ms", (retryAfter, expected) => {
    expect(delay(retryAfter)).toBe(expected);
    expect(delay(retryAfter, 500, 9)).toBe(expected);
  });

  it("returns undefined for a longer Retry-After, and for a status that is not retried", () => {
    expect([delay(60_001), delay(Infinity), delay(0, 404)]).toEqual([undefined, undefined, undefined]);
  });

  it("returns the backoff without a Retry-After", () => {
    expect([delay(undefined), delay(undefined, 503, 1)]).toEqual([450, 900]);
  });
});

describe("parseRetryAfter", () => {
  it.each([
    ["0", 0],
    ["007", 7_000],
    [" 3 ", 3_000],
    ["9".repeat(400), Infinity],
    [date(7_000), 7_000],
    [date(-3_600_000), 0],
    ["Thursday, 01-Jan-26 00:00:09 GMT", 9_000],
    ["Thu Jan  1 00:00:09 2026", 9_000],
    ["Thu Jan 15 00:00:00 2026", 14 * 86_400_000],
    ["Fri, 31 Dec 9999 23:59:59 GMT", Date.UTC(9999, 11, 31, 23, 59, 59) - now],
  ])("reads %j", (header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected);
  });

  const dates = ["2026-01-01T00:00:07Z", "Thu, 01 Jan 2026 00:00:07", "Thu, 01 Jan 2026 00:00:07 CET", "Thu, 01 Jan 2026 25:00:00 GMT"];
  const numbers = [null, "", "-1", "+5", "1.5", "1e3", "0x10", "5s", "5 7", "5, 7", "Thursday"];
  it.each([...numbers, ...dates, "Thu, 01 Foo 2026 00:00:07 GMT", "Tue, 31 Feb 2026 00:00:07 GMT"])("ignores %j", (header) => {
    expect(parseRetryAfter(header, now)).toBeUndefined();
  });
});
