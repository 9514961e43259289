import type { Clock } from "./clock.js";

const longestBackoff = 8_000;
const firstBackoff = 500;
/** Max `Retry-After` that is obeyed, in milliseconds. */
const longestRetryAfter = 60_000;
/** Max random delay after a `Retry-After`, in milliseconds. */
const longestSpread = 1_000;

/** Outcome of one attempt. `status` is undefined when no complete response arrived. */
export interface Attempted {
  readonly method: string;
  readonly status: number | undefined;
  /** The response's `Retry-After`, in milliseconds. */
  readonly retryAfter: number | undefined;
}

/** Decides whether to retry an attempt with this outcome. */
export function shouldRetry({ method, status, retryAfter }: Attempted): boolean {
  // PATCH and POST are only retried if the server has not processed them.
  const repeatable = method !== "PATCH" && method !== "POST";
  if (status === 429 || (status === 503 && retryAfter !== undefined)) return true;
  return repeatable && (status === undefined || [408, 500, 502, 503, 504].includes(status));
}

/** Random delay before retry number `retry` (the first is 0), in milliseconds. */
export function backoff(retry: number, clock: Clock): number {
  return clock.random() * Math.min(longestBackoff, firstBackoff * 2 ** retry);
}

/** Delay before retry number `retry` (the first is 0), in milliseconds; undefined if no retry is allowed. */
export function retryDelay(attempted: Attempted, retry: number, clock: Clock): number | undefined {
  const { retryAfter } = attempted;
  if (!shouldRetry(attempted) || (retryAfter !== undefined && retryAfter > longestRetryAfter)) return undefined;
  // Spreads the retries of concurrent calls with the same Retry-After.
  return retryAfter === undefined ? backoff(retry, clock) : retryAfter + clock.random() * Math.min(longestSpread, retryAfter / 10);
}

/** The three forms of an HTTP date, all in GMT. */
const httpDate = /^(?:\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT|\w{6,9}, \d\d-\w{3}-\d\d \d\d:\d\d:\d\d GMT|\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4})$/;

/**
 * A `Retry-After` header in milliseconds from now, from whole seconds or an HTTP date; 0 for a date in the past. Undefined for anything
 * else, as without the header.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  if (!httpDate.test(text)) return undefined;
  const date = Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
  // Date.parse rolls 31 Feb over to March; reject that.
  const day = /\d+/.exec(text)?.[0];
  return Number.isNaN(date) || new Date(date).getUTCDate() !== Number(day) ? undefined : Math.max(0, date - now);
}
