import { isRedirect, type Received } from "./attempt.js";
import type { Clock } from "./clock.js";
import { WmApiError, type WmErrorContext, WmResponseError } from "../errors.js";
import { withoutTokens } from "./redact.js";
import { parseRetryAfter } from "./retry.js";

/** The complete answer to a call, whatever its status. */
export interface Answer extends Received {
  readonly url: string;
  /** What an error made of this answer says of the call. */
  readonly context: WmErrorContext & { readonly operation: string };
  /** The tokens that were sent, which must not appear in an error. */
  readonly tokens: readonly string[];
  readonly clock: Clock;
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** The JSON value in a 2xx body; undefined for an empty one. Throws {@link WmResponseError}. */
export function jsonOf(answer: Answer): unknown {
  if (answer.body.byteLength === 0) {
    // A compressed body that was cut off may be decoded to nothing.
    if (Number(answer.headers.get("content-length")) > 0) throw responseError(answer, "its body was cut off");
    return undefined;
  }
  const text = utf8(answer.body);
  if (text === undefined) throw responseError(answer, "its body is not valid UTF-8");
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw responseError(answer, `its body is not JSON: it begins with ${JSON.stringify(shown(answer, text).slice(0, 40))}`);
  }
}

/** The error for an answer with a status outside 2xx that is not a redirect. */
export function apiError(answer: Answer): WmApiError {
  const { status, body, context, tokens, clock } = answer;
  const headers = new Headers();
  for (const [name, value] of answer.headers) if (name !== "set-cookie") headers.append(name, withoutTokens(value, tokens));
  const retryAfter = parseRetryAfter(headers.get("retry-after"), clock.now());
  return new WmApiError({ ...context, status, headers, retryAfter, tokens, text: shown(answer, new TextDecoder().decode(body)) });
}

/** Throws {@link WmResponseError} for a redirect: to follow it would carry the client's identity to another host. */
export function refuseRedirect(answer: Answer): void {
  if (!isRedirect(answer.status)) return;
  const location = answer.headers.get("location");
  const target = location !== null && URL.canParse(location, answer.url) ? new URL(location, answer.url).host : "a target that is not shown";
  throw responseError(answer, `it redirects to ${withoutTokens(target, answer.tokens)}, and redirects are not followed`);
}

/** An answer that is not what was promised. */
export function responseError(answer: Answer, why: string): WmResponseError {
  const { status, body, context } = answer;
  const text = shown(answer, new TextDecoder().decode(body.slice(0, 10_000)));
  const message = `${context.operation}: status ${status}, but ${why} (tracking id ${context.trackingId})`;
  return new WmResponseError(message, { ...context, status, body: text });
}

function shown({ tokens }: Answer, text: string): string {
  return withoutTokens(text, tokens);
}

const strictDecoder = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true });

/** Undefined for bytes that are not UTF-8: a replacement character in an amount or a name would go unnoticed. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return undefined;
  }
}
