/** What every error says of the call it ended. */
export interface WmErrorContext {
  /** The operationId, or method and path template of a call through `wm.raw`. */
  readonly operation?: string | undefined;
  /** `Request-Tracking-Id` of the last attempt. Undefined when nothing was sent. */
  readonly trackingId?: string | undefined;
  /** How many HTTP requests were made. 0 when nothing was sent. */
  readonly attempts?: number | undefined;
  readonly cause?: unknown;
}

/**
 * What all errors of this package have in common. Never thrown itself: `instanceof WmError` tells them from other errors. A call rejects with
 *
 * - {@link WmConfigError} for an option or an argument that is unusable: nothing was sent;
 * - {@link WmTokenError} when the token provider fails;
 * - {@link WmConnectionError} when there is no complete HTTP answer, {@link WmTimeoutError} when there is none in time;
 * - {@link WmApiError} for a status outside 2xx, {@link WmResponseError} for a 2xx that is not what was promised and for a redirect.
 *
 * What may be sent again has been by then: see {@link WmClientOptions.maxRetries}. A call whose `signal` is aborted rejects with the signal's
 * own reason, which is none of these.
 */
export abstract class WmError extends Error {
  /** The operationId, or method and path template of a call through `wm.raw`. Undefined where no call was being made. */
  readonly operation: string | undefined;
  /** `Request-Tracking-Id` of the last attempt, to be named to WM's support. Undefined when nothing was sent. */
  readonly trackingId: string | undefined;
  /** How many HTTP requests were made. 0 when nothing was sent. */
  readonly attempts: number;

  constructor(message: string, { operation, trackingId, attempts = 0, ...rest }: WmErrorContext = {}) {
    super(message, "cause" in rest ? { cause: rest.cause } : undefined);
    this.operation = operation;
    this.trackingId = trackingId;
    this.attempts = attempts;
  }

  /** What `JSON.stringify` shows: name and message, which errors keep to themselves otherwise, and the fields of the class. */
  toJSON(): Record<string, unknown> {
    return { ...(this as object), name: this.name, message: this.message };
  }
}

/** Puts the name where minifying the class cannot change it and where a stack trace finds it. */
function named(error: { readonly prototype: WmError }, name: string): void {
  Object.defineProperty(error.prototype, "name", { value: name, configurable: true, writable: true });
}

/** An option or an argument is unusable. Nothing was sent. */
export class WmConfigError extends WmError {
  static {
    named(this, "WmConfigError");
  }
}

/** The token provider threw, took longer than the timeout, or gave no usable token. `cause` is what it threw. */
export class WmTokenError extends WmError {
  static {
    named(this, "WmTokenError");
  }
}

/** There was no complete HTTP answer: no connection, a connection that was cut, or a body that broke off. `cause` says why. */
export class WmConnectionError extends WmError {
  static {
    named(this, "WmConnectionError");
  }
}

/** There was no complete HTTP answer in time, its body included. */
export class WmTimeoutError extends WmError {
  /** The time that an attempt was given, in milliseconds. */
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
  /** The HTTP status. */
  readonly status: number;
  /** The code in WM's error body, as text. Undefined where it sent none. */
  readonly code: string | undefined;
  /** What WM says is wrong, one entry for each. Empty where it does not say. */
  readonly details: readonly WmErrorDetail[];
  /** How long WM asks to wait before the next try, in milliseconds. Undefined where it does not say. */
  readonly retryAfter: number | undefined;
  /** The body: parsed if it is JSON, else its text, undefined if it is empty. */
  readonly body: unknown;
  /** The response's headers, without cookies. */
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

  /** The same with the headers as an object. */
  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), headers: Object.fromEntries(this.headers) };
  }

  static {
    named(this, "WmApiError");
  }
}

/** A 2xx whose body is not what was promised (no JSON, cut off, HTML), or a redirect, which is never followed. */
export class WmResponseError extends WmError {
  /** The HTTP status. 0 where a browser hides the status of a redirect. */
  readonly status: number;
  /** The first 1 000 characters of the body. */
  readonly body: string;

  constructor(message: string, { status, body, ...context }: WmErrorContext & { readonly status: number; readonly body: string }) {
    super(message, context);
    this.status = status;
    this.body = body.slice(0, 1000);
  }

  static {
    named(this, "WmResponseError");
  }
}
