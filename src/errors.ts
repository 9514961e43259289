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

/** Names of an error's classes, under a key that other builds of this package share. */
const classes: unique symbol = Symbol.for("wm-customer-api.error");

/** Max length of a message, in characters. */
const longestMessage = 2_000;

/** Text on a single line without control characters, truncated. A server may have sent parts of it. */
function singleLine(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
  return line.length > longestMessage ? `${line.slice(0, longestMessage - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : line;
}

/**
 * The base class of all errors of this package. Never thrown itself: `instanceof WmError` tells them from other errors. A call rejects with
 *
 * - {@link WmConfigError} for an unusable option or argument: nothing was sent;
 * - {@link WmTokenError} when the token provider fails;
 * - {@link WmConnectionError} without a complete HTTP response, {@link WmTimeoutError} without one in time;
 * - {@link WmApiError} for a status outside 2xx, {@link WmResponseError} for an unexpected 2xx and for a redirect.
 *
 * Eligible retries have already been made: see {@link WmClientOptions.maxRetries}. A call whose `signal` is aborted rejects with the signal's
 * reason instead. `instanceof` also works for errors of another build of this package, ES module or CommonJS.
 */
export abstract class WmError extends Error {
  /** The operationId, or method and path template of a call through `wm.raw`. Undefined outside a call. */
  readonly operation: string | undefined;
  /** `Request-Tracking-Id` of the last attempt; quote it to WM support. Undefined when nothing was sent. */
  readonly trackingId: string | undefined;
  /** Number of HTTP requests. 0 when nothing was sent. */
  readonly attempts: number;

  constructor(message: string, { operation, trackingId, attempts = 0, ...rest }: WmErrorContext = {}) {
    super(singleLine(message), "cause" in rest ? { cause: rest.cause } : undefined);
    this.operation = operation;
    this.trackingId = trackingId;
    this.attempts = attempts;
  }

  /** The fields that `JSON.stringify` shows: those of the class, and `name` and `message`, which it omits on other errors. */
  toJSON(): Record<string, unknown> {
    return { ...(this as object), name: this.name, message: this.message };
  }

  static {
    named(this, "WmError");
    // Not a method: TypeScript would no longer narrow by `instanceof`.
    Object.defineProperty(this, Symbol.hasInstance, { value: hasInstance });
  }
}

/** `instanceof` by name, so that it works for the classes of another build. */
function hasInstance(this: { readonly prototype: WmError }, value: unknown): boolean {
  const { prototype } = this;
  // Subclasses that users write have no entry.
  if (!Object.hasOwn(prototype, classes)) return Function.prototype[Symbol.hasInstance].call(this, value);
  const names: unknown = typeof value === "object" && value !== null && classes in value ? value[classes] : undefined;
  return Array.isArray(names) && names.includes(prototype.name);
}

/** Puts the name where minifying the class cannot change it and where a stack trace finds it. */
function named(error: { readonly prototype: WmError }, name: string): void {
  const names = name === "WmError" ? [name] : ["WmError", name];
  Object.defineProperty(error.prototype, "name", { value: name, configurable: true, writable: true });
  Object.defineProperty(error.prototype, classes, { value: names });
}

/** An option or an argument is unusable. Nothing was sent. */
export class WmConfigError extends WmError {
  /** Name of the option or argument. Undefined if no single one is to blame. */
  readonly argument: string | undefined;

  constructor(message: string, { argument, ...context }: WmErrorContext & { readonly argument?: string | undefined } = {}) {
    super(message, context);
    this.argument = argument;
  }

  static {
    named(this, "WmConfigError");
  }
}

/** The token provider failed, took longer than the timeout, or returned no usable token. The message says why, `cause` is what it threw. */
export class WmTokenError extends WmError {
  static {
    named(this, "WmTokenError");
  }
}

/** No complete HTTP response: connection refused, reset, or body truncated. `cause` says why. */
export class WmConnectionError extends WmError {
  static {
    named(this, "WmConnectionError");
  }
}

/** No complete HTTP response in time, its body included. */
export class WmTimeoutError extends WmError {
  /** The limit that was exceeded, in milliseconds: the `timeout` of an attempt, or the `totalTimeout` of the call. */
  readonly timeout: number;

  constructor(message: string, { timeout, ...context }: WmErrorContext & { readonly timeout: number }) {
    super(message, context);
    this.timeout = timeout;
  }

  static {
    named(this, "WmTimeoutError");
  }
}

/** One thing that WM says is wrong with a request. */
export interface WmErrorDetail {
  /** The field it is about, where WM names one. */
  readonly field?: string;
  /** What is wrong with it, in WM's words. Empty where WM names the field alone. */
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
 * WM answered with a status outside 2xx. `message` begins with WM's own words where it sent any.
 *
 * @see https://api.wm.com/
 */
export class WmApiError extends WmError {
  /** HTTP status code. */
  readonly status: number;
  /** The code in WM's error body, as text. Undefined where it sent none. */
  readonly code: string | undefined;
  /** The reasons that WM gives, one entry for each. Empty where it gives none. */
  readonly details: readonly WmErrorDetail[];
  /** Time to wait before the next try, in milliseconds, as WM asks for. Undefined where it does not. */
  readonly retryAfter: number | undefined;
  /** The body: parsed if it is JSON, else its text, undefined if it is empty. */
  readonly body: unknown;
  /** The response's headers, without cookies. `JSON.stringify` shows them as an object. */
  readonly headers: Headers;

  constructor(message: string, { status, code, details, retryAfter, body, headers, ...context }: ApiErrorContext) {
    super(message, context);
    this.status = status;
    this.code = code;
    this.details = details;
    this.retryAfter = retryAfter;
    this.body = body;
    this.headers = headers;
  }

  static {
    named(this, "WmApiError");
  }
}

/** Max length of {@link WmResponseError.body}, in characters. */
const longestBody = 1_000;

/** An unexpected 2xx (not JSON, truncated, HTML, too large), an update that reports failure, or a redirect, which is never followed. */
export class WmResponseError extends WmError {
  /** HTTP status code. 0 where a browser hides the status of a redirect. */
  readonly status: number;
  /** The reasons that WM gives for a failed update. Empty for any other response. */
  readonly details: readonly WmErrorDetail[];
  /** The first 1 000 characters of the body. */
  readonly body: string;

  constructor(
    message: string,
    {
      status,
      details = [],
      body,
      ...context
    }: WmErrorContext & { readonly status: number; readonly details?: readonly WmErrorDetail[]; readonly body: string },
  ) {
    super(message, context);
    this.status = status;
    this.details = details;
    this.body = body.slice(0, longestBody);
  }

  static {
    named(this, "WmResponseError");
  }
}
