/** What every event says of the attempt it is about. */
export interface WmEvent {
  /** The operationId, or method and path template of a call through `wm.raw`. */
  readonly operation: string;
  /** The HTTP method. */
  readonly method: string;
  /** The path as the spec writes it, with the names of its parameters, so without any identifier. */
  readonly path: string;
  /** `Request-Tracking-Id` of the attempt. Undefined before the first one. */
  readonly trackingId: string | undefined;
  /** Number of the attempt. The first is 1. 0 when a call ended before one was made. */
  readonly attempt: number;
}

/** An attempt is about to be sent. */
export interface WmRequestEvent extends WmEvent {
  /** The request's headers. Credentials are hidden. */
  readonly headers: Readonly<Record<string, string>>;
}

/** An attempt was answered, its body included. */
export interface WmResponseEvent extends WmEvent {
  /** The HTTP status. */
  readonly status: number;
  /** How long the attempt took, in milliseconds. */
  readonly duration: number;
  /** The response's headers. Credentials are hidden. */
  readonly headers: Readonly<Record<string, string>>;
}

/** An attempt is going to be repeated. */
export interface WmRetryEvent extends WmEvent {
  /** The status that is the reason. Undefined where there was no complete answer. */
  readonly status: number | undefined;
  /** How long the attempt took, in milliseconds. */
  readonly duration: number;
  /** How long the client waits before the next one, in milliseconds. */
  readonly wait: number;
}

/** A call has failed for good. */
export interface WmErrorEvent extends WmEvent {
  /** The status it ended with. Undefined where there was no complete answer. */
  readonly status: number | undefined;
  /** How long the call took, with all its attempts and waits, in milliseconds. */
  readonly duration: number;
  /** What the call rejects with; for a call through `wm.raw` that resolves with an `error`, the same as a {@link WmApiError}. */
  readonly error: unknown;
}

/** A value did not fit what the spec says of it. */
export interface WmDecodeIssueEvent {
  /** The operationId. */
  readonly operation: string;
  /** Where in the body the value stands, as a JSON path. */
  readonly path: string;
  /** The value as WM sent it. A copy, where the façade tells of it. */
  readonly value: unknown;
  /**
   * `unfit`: the value is not of its format, and became null. `shape`: it is no object or list where one was declared, and became null or an
   * empty list; or it was removed from a list of objects; or a whole body has none of the declared fields. `precision`: it is a number of
   * more digits than a JavaScript number keeps, and was rounded. `conflict`: it was sent under the base specification's name, and WM's
   * reference's name of the same value had another one, which was kept.
   */
  readonly reason: "unfit" | "shape" | "precision" | "conflict";
}

/**
 * Observers of what a client does. Each is called with one frozen event that holds no credential. What an observer returns or throws
 * makes no difference to the call.
 */
export interface WmHooks {
  /** Told before every attempt. */
  readonly request?: ((event: WmRequestEvent) => void) | undefined;
  /** Told of every complete answer, whatever its status. */
  readonly response?: ((event: WmResponseEvent) => void) | undefined;
  /** Told before every wait for another attempt. */
  readonly retry?: ((event: WmRetryEvent) => void) | undefined;
  /** Told once of every call that fails. */
  readonly error?: ((event: WmErrorEvent) => void) | undefined;
  /** Told of every value that is not what the spec says of it. Never called for `wm.raw`, which decodes nothing. */
  readonly decodeIssue?: ((event: WmDecodeIssueEvent) => void) | undefined;
}

/** Tells an observer, if there is one; the event is made only then. */
export function notify<E extends object>(hook: ((event: E) => void) | undefined, event: () => E): void {
  if (hook === undefined) return;
  try {
    const result: unknown = hook(Object.freeze(event()));
    // An async observer that fails must not end the process as an unhandled rejection.
    if (result instanceof Promise) result.catch(() => undefined);
  } catch {
    // An observer cannot break a call.
  }
}
