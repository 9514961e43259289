import { WmApiError, type WmErrorDetail, WmResponseError } from "../errors.js";
import type { Call } from "./attempt.js";
import { type Answer, decodeLeniently } from "./body.js";
import { shownHeaders, shownJson, shownText, withoutTokens } from "./redact.js";
import { parseRetryAfter } from "./retry.js";

/**
 * Builds the error for a status outside 2xx that is not a redirect.
 *
 * @param parsed - The body as openapi-fetch returns it: parsed if it is JSON, else its text.
 */
export function apiError(call: Call, { status, headers }: Pick<Answer, "status" | "headers">, parsed: unknown, now: number): WmApiError {
  const { operation, trackingId, secrets } = call;
  const body = typeof parsed === "string" ? shownText(parsed, secrets) || undefined : shownJson(parsed, secrets);
  const { message = "no error message in the response", ...read } = readErrorBody(body);
  return new WmApiError(`${message} (${operation}: status ${status}, tracking id ${trackingId})`, {
    ...contextOf(call),
    status,
    ...read,
    retryAfter: parseRetryAfter(headers.get("retry-after"), now),
    body,
    headers: shownHeaders(headers, secrets),
  });
}

/** The error for a redirect. Following it could send credentials to another host. */
export function redirectError(call: Call, answer: Answer): WmResponseError {
  const { secrets } = call;
  const location = answer.headers.get("location");
  const host = location !== null && URL.canParse(location, answer.url) && new URL(location, answer.url).host;
  const target = host || "an invalid or missing Location";
  // Hosts are in lower case.
  const shown = withoutTokens(target, [...secrets, ...secrets.map((secret) => secret.toLowerCase())]);
  return responseError(call, answer, `it redirects to ${shown}, and redirects are not followed`);
}

/** Builds the error for an unusable 2xx, and for an update that reports failure. */
export function responseError(
  call: Call,
  { status, bytes }: Pick<Answer, "status" | "bytes">,
  why: string,
  more: { readonly details?: readonly WmErrorDetail[]; readonly cause?: unknown } = {},
): WmResponseError {
  const message = `${call.operation}: status ${status}, but ${why} (tracking id ${call.trackingId})`;
  return new WmResponseError(message, { ...contextOf(call), status, ...more, body: startOf(call, bytes) });
}

/** Max length of the start of a body, in bytes. Has room for what an error shows, and a token in any encoding. */
const longestStart = 100_000;

/** The start of a body as text, without tokens. */
function startOf({ secrets }: Call, bytes: Answer["bytes"]): string {
  return shownText(decodeLeniently(bytes.subarray(0, longestStart)), secrets);
}

/** The error for a body that is not valid JSON. Undefined for valid JSON: then something else threw. */
export function jsonError(call: Call, answer: Answer): WmResponseError | undefined {
  const { bytes, headers } = answer;
  // A truncated compressed body may decode to nothing.
  if (bytes.length === 0 && !(Number(headers.get("content-length")) > 0)) return undefined;
  let why = "is not valid UTF-8";
  try {
    const text = answer.text();
    why = `is not JSON: it begins with ${JSON.stringify(startOf(call, bytes).slice(0, 40))}`;
    JSON.parse(text);
    return undefined;
  } catch {
    return responseError(call, answer, `its body ${why}`);
  }
}

/** The body of an error response, as openapi-fetch returns it. */
export function parsedBody(answer: Answer): unknown {
  const text = answer.text();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Call context of an error. */
export function contextOf({ operation, trackingId, attempts }: Call) {
  return { operation, trackingId, attempts };
}

/** Fields of an error body from WM or a gateway. */
export interface ErrorBody {
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly details: readonly WmErrorDetail[];
}

/**
 * Reads WM's error bodies, nested in `error` (an object or a list) or flat, and problem documents. Other bodies yield no fields.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export function readErrorBody(body: unknown): ErrorBody {
  const outer = fieldsOf(body);
  const list: readonly unknown[] = Array.isArray(outer.error) ? outer.error : [];
  const nested = fieldsOf(list.length > 0 ? list[0] : outer.error);
  const error = typeof outer.error === "object" && outer.error !== null ? nested : outer;
  const entries = [error, ...(error === outer ? [] : [outer])].flatMap(({ errors }): readonly unknown[] => (Array.isArray(errors) ? errors : []));
  const message = textOf(error.message) ?? textOf(outer.message) ?? textOf(outer.error) ?? textOf(outer.detail) ?? textOf(outer.title);
  return { code: textOf(error.code), message, details: [...list, ...entries].flatMap(readDetail) };
}

function readDetail(entry: unknown): WmErrorDetail[] {
  const { field, message, description } = fieldsOf(entry);
  const text = textOf(message) ?? textOf(description) ?? textOf(entry);
  const name = textOf(field);
  if (text === undefined && name === undefined) return [];
  return [{ ...(name === undefined ? {} : { field: name }), message: text ?? "" }];
}

/** Checks the body of a 2xx for an error: an object, a list or text as `error`, which no response of the spec has. */
export function hasError({ error }: Readonly<Record<string, unknown>>): boolean {
  return typeof error === "string" ? error.trim() !== "" : typeof error === "object" && error !== null;
}

/** Checks the response to an update for the status `failure`, in any case and padded. */
export function isFailure({ status }: Readonly<Record<string, unknown>>): boolean {
  return typeof status === "string" && status.trim().toLowerCase() === "failure";
}

/** Non-empty text of a string, a number or a boolean. */
function textOf(value: unknown): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
