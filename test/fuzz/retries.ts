import type { Possible } from "./answers.js";

/** Max `Retry-After` that is obeyed, in milliseconds. */
const longestRetryAfter = 60_000;

/** A `Retry-After` in milliseconds; undefined for an invalid one. Dates of a case are in the past or a few seconds away. */
function millisecondsOf(value: string | undefined): number | undefined {
  const text = value?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  return text.endsWith("GMT") ? 0 : undefined;
}

/** An independent copy of the retry table. */
function isRetried(method: string, status: number | undefined, retryAfter: string | undefined): boolean {
  const isSafe = method === "GET" || method === "PUT";
  const delay = millisecondsOf(retryAfter);
  if (delay !== undefined && delay > longestRetryAfter) return false;
  if (status === 429) return true;
  if (status === 503) return isSafe || delay !== undefined;
  return isSafe && (status === undefined || [408, 500, 502, 504].includes(status));
}

/** Whether an attempt with several possible outcomes may be retried, and whether it must be. */
export function retryOf(method: string, { status, breaks, hangs, retryAfter }: Possible): { readonly may: boolean; readonly must: boolean } {
  const ends = [
    ...(status === undefined ? [] : [isRetried(method, status, retryAfter)]),
    ...(breaks || hangs ? [isRetried(method, undefined, undefined)] : []),
  ];
  return { may: ends.includes(true), must: ends.length > 0 && !ends.includes(false) };
}
