import { onAbort } from "./abort.js";
import type { Clock } from "./clock.js";

const longestBackoff = 8_000;
const firstBackoff = 500;
/** A server that asks for a longer wait than this, in milliseconds, is not waited for. */
const longestRetryAfter = 60_000;

/** What came of an attempt: no complete answer, or one with a status. */
export interface Attempted {
  readonly method: string;
  readonly status: number | undefined;
  /** What the answer's `Retry-After` asks for, in milliseconds. */
  readonly retryAfter: number | undefined;
}

/** Whether an attempt that ended like this may be repeated. */
export function mayRetry({ method, status, retryAfter }: Attempted): boolean {
  // A method that may have changed something is repeated only where the server says that it did nothing.
  const repeatable = method !== "PATCH" && method !== "POST";
  switch (status) {
    case 429:
      return true;
    case 503:
      return repeatable || retryAfter !== undefined;
    case undefined:
    case 408:
    case 500:
    case 502:
    case 504:
      return repeatable;
    default:
      return false;
  }
}

/** How long to wait before retry number `retry` (the first is 0), in milliseconds; undefined when there is to be none. */
export function retryDelay(attempted: Attempted, retry: number, clock: Clock): number | undefined {
  const { retryAfter } = attempted;
  if (!mayRetry(attempted) || (retryAfter !== undefined && retryAfter > longestRetryAfter)) return undefined;
  return retryAfter ?? clock.random() * Math.min(longestBackoff, firstBackoff * 2 ** retry);
}

/** The three forms of an HTTP date, all in GMT. */
const httpDate = /^(?:\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT|\w{6,9}, \d\d-\w{3}-\d\d \d\d:\d\d:\d\d GMT|\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4})$/;

/**
 * A `Retry-After` header in milliseconds from now: whole seconds, or an HTTP date, of which one in the past means 0. Anything else is
 * undefined, as if the header were not there.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  if (!httpDate.test(text)) return undefined;
  const date = Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
  // A day that its month does not have is read as one of the next.
  const day = /\d+/.exec(text)?.[0];
  return Number.isNaN(date) || new Date(date).getUTCDate() !== Number(day) ? undefined : Math.max(0, date - now);
}

/** Waits, and rejects with the signal's reason as soon as it is aborted. Leaves neither a timer nor a listener behind. */
export function pause(milliseconds: number, signal: AbortSignal | undefined, clock: Clock): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const cancel = clock.schedule(milliseconds, () => {
      ignore();
      resolve();
    });
    const ignore = onAbort(signal, () => {
      cancel();
      reject(signal?.reason);
    });
  });
}
