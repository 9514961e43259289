/** Call context attached to every error. */
export interface WmErrorContext {
  /** The operationId, or method and path template of a call through `wm.raw`. */
  readonly operation?: string | undefined;
  /** `Request-Tracking-Id` of the last attempt. Undefined when nothing was sent. */
  readonly trackingId?: string | undefined;
  /** Number of HTTP requests. 0 when nothing was sent. */
  readonly attempts?: number | undefined;
  readonly cause?: unknown;
}

/** The name of an error's class, under a key that other builds of this package share. */
const className: unique symbol = Symbol.for("wm-customer-api.error");

/** Max length of a message, in characters. */
const longestMessage = 2_000;

/** Max number of stack frames between the caller and an error: of this package, openapi-fetch and Node. */
const furtherFrames = 12;

/** Text on a single line without control characters, truncated. A server may have sent parts of it. */
function singleLine(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
  return line.length > longestMessage ? `${line.slice(0, longestMessage - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : line;
}

/**
 * Base class of all errors of this package, for `instanceof`. Never thrown itself. A call rejects with
 *
 * - {@link WmConfigError} for an unusable option or argument;
 * - {@link WmTokenError} when the token provider fails;
 * - {@link WmConnectionError} when no complete HTTP response arrives, {@link WmTimeoutError} when none arrives in time;
 * - {@link WmApiError} for a status outside 2xx, {@link WmResponseError} for an unexpected 2xx and for a redirect.
 *
 * Eligible retries have already been made: see {@link WmClientOptions.maxRetries}. A call whose `signal` is aborted rejects with the signal's
 * reason instead. `instanceof` also works for errors of another build of this package, ES module or CommonJS.
 */
export abstract class WmError extends Error {
  /** The operationId, or method and path template of a call through `wm.raw`. Undefined outside a call. */
  declare readonly operation: string | undefined;
  /** `Request-Tracking-Id` of the last attempt; quote it to WM support. Undefined when nothing was sent. */
  declare readonly trackingId: string | undefined;
  /** Number of HTTP requests. 0 when nothing was sent. */
  declare readonly attempts: number;

  constructor(message: string, context: WmErrorContext = {}) {
    const limited = Error as { stackTraceLimit?: number };
    const { stackTraceLimit } = limited;
    // V8 keeps ten frames, which do not always reach the caller. Not an assignment: that throws where Error is frozen.
    if (stackTraceLimit) Reflect.set(limited, "stackTraceLimit", stackTraceLimit + furtherFrames);
    super(singleLine(message), context);
    if (stackTraceLimit) Reflect.set(limited, "stackTraceLimit", stackTraceLimit);
    // Error's own constructor has set `cause`, hidden from JSON.
    const { cause, ...fields } = context;
    Object.assign(this, { operation: undefined, trackingId: undefined, attempts: 0 }, fields);
  }

  /** The fields that `JSON.stringify` shows: those of the class, and `name` and `message`, which it omits on other errors. */
  toJSON(): Record<string, unknown> {
    return { ...(this as object), name: this.name, message: this.message };
  }
}

/** Like `instanceof`, but never throws. */
export function isInstance<T>(value: unknown, type: abstract new (...args: never) => T): value is T {
  try {
    return value instanceof type;
  } catch {
    return false;
  }
}

/** `instanceof` by name, so that it works for the classes of another build. */
function hasInstance(this: { readonly prototype: WmError }, value: unknown): boolean {
  const { prototype } = this;
  // Users' subclasses have no entry under this key.
  if (!Object.hasOwn(prototype, className)) return Function.prototype[Symbol.hasInstance].call(this, value);
  const name: unknown = Object(value)[className];
  return name !== undefined && (prototype.name === "WmError" || prototype.name === name);
}

/** An option or an argument is unusable. Nothing was sent, unless `trackingId` was a function that failed before a retry: see `attempts`. */
export class WmConfigError extends WmError {
  /** Name of the option or argument. Undefined if the error is not about a single one. */
  declare readonly argument: string | undefined;

  constructor(message: string, context: WmErrorContext & { readonly argument?: string | undefined } = {}) {
    const fields = { argument: undefined, ...context };
    super(message, fields);
  }
}

/** The token provider failed, took longer than `timeout`, or returned an unusable token. The message says why; `cause` is its error. */
export class WmTokenError extends WmError {}

/** No complete HTTP response arrived: the connection was refused or reset, or the body was truncated. `cause` says why. */
export class WmConnectionError extends WmError {}

/** No complete HTTP response, body included, arrived in time. */
export class WmTimeoutError extends WmError {
  /** The limit that was exceeded, in milliseconds: the `timeout` of an attempt, or the `totalTimeout` of the call. */
  declare readonly timeout: number;

  constructor(message: string, context: WmErrorContext & { readonly timeout: number }) {
    super(message, context);
  }
}

/** One problem that WM reports about a request. */
export interface WmErrorDetail {
  /** The field with the problem. Absent if WM names none. */
  readonly field?: string;
  /** WM's description of the problem. Empty if WM only names the field. */
  readonly message: string;
}

/** Constructor argument of {@link WmApiError}. */
export interface ApiErrorContext extends WmErrorContext {
  readonly status: number;
  readonly code: string | undefined;
  readonly details: readonly WmErrorDetail[];
  readonly retryAfter: number | undefined;
  readonly body: unknown;
  readonly headers: Headers;
}

/**
 * WM responded with a status outside 2xx. `message` begins with WM's error message, if there is one.
 *
 * @see https://api.wm.com/
 */
export class WmApiError extends WmError {
  /** HTTP status code. */
  declare readonly status: number;
  /** The code in WM's error body, as text. Undefined if WM sent no code. */
  declare readonly code: string | undefined;
  /** The problems that WM reports; may be empty. */
  declare readonly details: readonly WmErrorDetail[];
  /** Time to wait before the next attempt, in milliseconds, from the `Retry-After` header. Undefined without a valid one. */
  declare readonly retryAfter: number | undefined;
  /** The body: parsed if it is JSON, else its text, undefined if it is empty. */
  declare readonly body: unknown;
  /** The response's headers, without cookies. `JSON.stringify` shows them as an object. */
  declare readonly headers: Headers;

  constructor(message: string, context: ApiErrorContext) {
    super(message, context);
  }
}

/** Max length of {@link WmResponseError.body}, in characters. */
const longestBody = 1_000;

/**
 * An unexpected 2xx (not JSON, an error body, larger than `maxResponseBytes`), an update that reports failure, or a redirect, which is never
 * followed.
 */
export class WmResponseError extends WmError {
  /** HTTP status code. 0 if a browser hides the status of a redirect. */
  declare readonly status: number;
  /** The problems that WM reports in an error body or for a failed update; may be empty. */
  declare readonly details: readonly WmErrorDetail[];
  /** The first 1 000 characters of the body. Empty for a redirect. */
  declare readonly body: string;

  constructor(message: string, context: WmErrorContext & { readonly status: number; readonly details?: readonly WmErrorDetail[]; readonly body: string }) {
    const fields = { details: [], ...context, body: context.body.slice(0, longestBody) };
    super(message, fields);
  }
}

for (const [name, { prototype }] of Object.entries({
  WmError,
  WmConfigError,
  WmTokenError,
  WmConnectionError,
  WmTimeoutError,
  WmApiError,
  WmResponseError,
})) {
  // Minifiers cannot change this name. Stack traces show it.
  Object.defineProperty(prototype, "name", { value: name, configurable: true, writable: true });
  Object.defineProperty(prototype, className, { value: name });
}
// Not a method: TypeScript would no longer narrow by `instanceof`.
Object.defineProperty(WmError, Symbol.hasInstance, { value: hasInstance });
