import type { WmHooks } from "./hooks.js";

/** Argument of a {@link TokenProvider}. */
export interface TokenContext {
  /** The token that WM has just refused with a 401. Undefined for the first token and after an expiry. */
  readonly rejected?: string;
  /** Aborts when no call waits for the token any more. */
  readonly signal: AbortSignal;
}

/** A token with its expiry. */
export interface Token {
  /** The JWT alone, without a scheme such as `Bearer`. */
  readonly token: string;
  /** Expiry, as a Date or in milliseconds since 1970. Overrides the `exp` of the JWT. */
  readonly expiresAt: Date | number;
}

/**
 * Returns the JWT to authenticate with. Called when there is no token, when the token expires in less than 30 seconds (`expiresAt`, or the
 * JWT's `exp`), and once after a 401. Concurrent calls share one request for a token. A provider that throws or rejects is called again, with
 * the delays of a retry and within `maxRetries`; one that returns an unusable token is not.
 */
export type TokenProvider = (context: TokenContext) => string | Token | Promise<string | Token>;

/** The options of {@link createWmClient}. */
export interface WmClientOptions {
  /** The client identifier that WM issued. Sent as `ClientId`. */
  readonly clientId: string;
  /**
   * The JWT that WM issued, without a scheme such as `Bearer`, or a function that returns one. With a fixed token, a 401 is final. Trailing
   * line breaks, as in files, are removed.
   */
  readonly token: string | TokenProvider;
  /**
   * Which of WM's servers to talk to.
   *
   * @defaultValue `"production"`
   */
  readonly environment?: "production" | "test" | undefined;
  /**
   * Where the API is, instead of `environment`: for a mock or your own gateway. `https`, or `http` to a loopback host.
   *
   * @defaultValue the server of `environment`
   */
  readonly baseUrl?: string | undefined;
  /**
   * Sends the requests, called with URL and init.
   *
   * @defaultValue the global `fetch`, looked up at every request
   */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * Max duration of one attempt, its body included, in milliseconds.
   *
   * @defaultValue `30_000`
   */
  readonly timeout?: number | undefined;
  /**
   * Max duration of a whole call, in milliseconds: token, attempts and delays.
   *
   * @defaultValue no limit
   */
  readonly totalTimeout?: number | undefined;
  /**
   * Number of retries after the first attempt: only requests that are safe to repeat, after a random delay of at most 8 seconds, or the
   * `Retry-After` that WM asks for, up to 60 seconds.
   *
   * @defaultValue `2`
   */
  readonly maxRetries?: number | undefined;
  /**
   * Max size of a response body, in bytes, decompressed. A larger one is not read further: the call rejects with {@link WmResponseError}.
   *
   * @defaultValue 100 MiB (`104_857_600`)
   */
  readonly maxResponseBytes?: number | undefined;
  /**
   * Makes the `Request-Tracking-Id` of an attempt.
   *
   * @defaultValue `crypto.randomUUID`
   */
  readonly trackingId?: (() => string) | undefined;
  /**
   * Headers for every request, in addition to those of the client itself.
   *
   * @defaultValue none
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Observers of requests, responses, retries, outcomes of calls, and values that do not match their type.
   *
   * @defaultValue none
   */
  readonly hooks?: WmHooks | undefined;
}

/** Options of a single call. */
export interface RequestOptions {
  /**
   * Ends the call when it is aborted; the call then rejects with `signal.reason`.
   *
   * @defaultValue none
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * Max duration of one attempt, its body included, in milliseconds.
   *
   * @defaultValue the client's
   */
  readonly timeout?: number | undefined;
  /**
   * Max duration of the whole call, in milliseconds: token, attempts and delays. Exceeding it is a {@link WmTimeoutError}.
   *
   * @defaultValue the client's
   */
  readonly totalTimeout?: number | undefined;
  /**
   * Number of retries after the first attempt.
   *
   * @defaultValue the client's
   */
  readonly maxRetries?: number | undefined;
  /**
   * The `Request-Tracking-Id` of every attempt of this call.
   *
   * @defaultValue a fresh one for each attempt
   */
  readonly trackingId?: string | undefined;
  /**
   * Headers for this call. Override the client's.
   *
   * @defaultValue the client's
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Any value, passed by reference to every event of this call. It is not redacted.
   *
   * @defaultValue none
   */
  readonly context?: unknown;
}
