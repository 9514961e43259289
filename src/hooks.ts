/** Fields common to all hook events. */
export interface WmEvent {
  /** Identifies the call: the same in all events of one call. */
  readonly callId: string;
  /** The call's `context` option, by reference. Undefined if it was not passed. */
  readonly context: unknown;
  /** The operationId, or method and path template of a call through `wm.raw`. */
  readonly operation: string;
  /** The HTTP method. */
  readonly method: string;
  /** Path template, e.g. `/customers/{customerId}/balance`. Contains no ids. */
  readonly path: string;
  /** `Request-Tracking-Id` of the attempt. Undefined before the first one. */
  readonly trackingId: string | undefined;
  /** Number of the attempt, starting at 1. 0 before the first one. */
  readonly attempt: number;
}

/** An attempt is about to be sent. */
export interface WmRequestEvent extends WmEvent {
  /** The request's headers, with lower-case names. Values are hidden unless the name is on a list of harmless names. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A complete response to an attempt has arrived, with any status. */
export interface WmResponseEvent extends WmEvent {
  /** HTTP status code. */
  readonly status: number;
  /** Duration of the attempt, in milliseconds. */
  readonly duration: number;
  /** The response's headers, with lower-case names. Values are hidden unless the name is on a list of harmless names. */
  readonly headers: Readonly<Record<string, string>>;
}

/** An attempt, or a request to the token provider, will be retried. */
export interface WmRetryEvent extends WmEvent {
  /** HTTP status code of the attempt. Undefined if no complete response arrived, and for a request to the token provider. */
  readonly status: number | undefined;
  /** Duration of the attempt, or of the request to the token provider, in milliseconds. */
  readonly duration: number;
  /** Delay before the retry, in milliseconds. */
  readonly wait: number;
}

/** A call has succeeded. */
export interface WmSuccessEvent extends WmEvent {
  /** HTTP status code. */
  readonly status: number;
  /** Number of HTTP requests. */
  readonly attempts: number;
  /** Duration of the call, all attempts and delays included, in milliseconds. */
  readonly duration: number;
}

/** A call has failed, after all retries, or was aborted. */
export interface WmErrorEvent extends WmEvent {
  /** HTTP status code of the last attempt. Undefined if no complete response arrived. */
  readonly status: number | undefined;
  /** Duration of the call, all attempts and delays included, in milliseconds. */
  readonly duration: number;
  /** The error that the call rejects with. For a `wm.raw` call that resolves with an `error`, the equivalent {@link WmApiError}. */
  readonly error: unknown;
}

/** A value that does not match its declared type. */
export interface WmDecodeIssue {
  /** The operationId. */
  readonly operation: string;
  /** JSON path of the value in the body, with the names on the wire. */
  readonly path: string;
  /** The value as WM sent it. If a façade method reports it, a copy with tokens redacted. */
  readonly value: unknown;
  /**
   * `unfit`: doesn't match its format; decoded as null. `precision`: a number with more digits than a JavaScript number keeps; rounded.
   * `shape`: wrong JSON type, such as text where an object is declared; decoded as null or an empty list, or removed from its list.
   * `conflict`: sent under two names with different contents; the value under the name of WM's reference is used.
   */
  readonly reason: "unfit" | "precision" | "shape" | "conflict";
}

/** A value in a response does not match its declared type. */
export interface WmDecodeIssueEvent extends WmEvent, WmDecodeIssue {}

/**
 * Observers of a client. Each receives one frozen event without credentials. Return values and errors of observers do not affect the call.
 */
export interface WmHooks {
  /** Called before every attempt. */
  readonly request?: ((event: WmRequestEvent) => void) | undefined;
  /** Called for every complete response, with any status. */
  readonly response?: ((event: WmResponseEvent) => void) | undefined;
  /** Called before the delay of every retry, of an attempt or of a request to the token provider. */
  readonly retry?: ((event: WmRetryEvent) => void) | undefined;
  /** Called once for every call that succeeds. */
  readonly success?: ((event: WmSuccessEvent) => void) | undefined;
  /** Called once for every call that fails or is aborted. */
  readonly error?: ((event: WmErrorEvent) => void) | undefined;
  /** Called for every value that does not match its declared type. Never for `wm.raw`, which decodes nothing. */
  readonly decodeIssue?: ((event: WmDecodeIssueEvent) => void) | undefined;
}

const ignore = () => undefined;

/** Calls `hook` if it is set. The event is only built in that case. */
export function notify<E extends object>(hook: ((event: E) => void) | undefined, event: () => E): void {
  if (hook === undefined) return;
  try {
    const result: unknown = hook(Object.freeze(event()));
    // Prevents unhandled rejections of async observers. Their promise may be of a foreign class.
    if (typeof result === "object" && result !== null && "then" in result) Promise.resolve(result).then(ignore, ignore);
  } catch {
    // An observer cannot break a call.
  }
}
