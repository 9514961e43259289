import type { WmHooks } from "./hooks.js";

/** Argument of a {@link TokenProvider}. */
export interface TokenContext {
  /** The token that WM has just rejected with a 401. Undefined for the first token and after an expiry. */
  readonly rejected?: string;
  /** Aborted as soon as no call is waiting for the token. */
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
 * JWT's `exp`), and once after a 401. Concurrent calls share one request for a token. A provider that throws or rejects is retried, within
 * `maxRetries` and with the same delays as a request. One that takes longer than `timeout` or returns an unusable token is not.
 */
export type TokenProvider = (context: TokenContext) => string | Token | Promise<string | Token>;

/** The options of {@link createWmClient}. */
export interface WmClientOptions {
  /** The client identifier that WM issued. Sent as `ClientId`. */
  readonly clientId: string;
  /**
   * The JWT that WM issued, without a scheme such as `Bearer`, or a function that returns one. A fixed token is not sent again after a 401.
   * Trailing line breaks are removed, so the content of a file can be passed.
   */
  readonly token: string | TokenProvider;
  /**
   * WM's server: `https://api.wm.com/v1` or `https://apitest.wm.com/v1`.
   *
   * @defaultValue `"production"`
   */
  readonly environment?: "production" | "test" | undefined;
  /**
   * Base URL of a mock or of your own gateway. Overrides `environment`. Must be `https`, or `http` to a loopback host.
   *
   * @defaultValue the server of `environment`
   */
  readonly baseUrl?: string | undefined;
  /**
   * Sends the requests. Called with a URL and an init object.
   *
   * @defaultValue the global `fetch`, looked up at every request
   */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * Max duration of one attempt until the end of the response body, in milliseconds. Also applies to a request to the token provider.
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
   * Number of retries of a call, failed requests to the token provider included. Only requests that are safe to repeat are retried, after a
   * random delay of at most 8 seconds, or after `Retry-After` and up to a tenth more. A `Retry-After` above 60 seconds ends the call.
   *
   * @defaultValue `2`
   */
  readonly maxRetries?: number | undefined;
  /**
   * Max size of the decompressed body of a 2xx, in bytes. Reading stops there, and the call rejects with {@link WmResponseError}. Of an
   * error body, at most 1 MB is read.
   *
   * @defaultValue 100 MiB (`104_857_600`)
   */
  readonly maxResponseBytes?: number | undefined;
  /**
   * Returns the `Request-Tracking-Id` of an attempt.
   *
   * @defaultValue `crypto.randomUUID`
   */
  readonly trackingId?: (() => string) | undefined;
  /**
   * Headers for every request. Cannot set `Authorization`, `ClientId`, `Request-Tracking-Id` or connection headers such as `Host`.
   *
   * @defaultValue none
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Observers of requests, responses, retries, outcomes of calls, and values that do not match their declared type.
   *
   * @defaultValue none
   */
  readonly hooks?: WmHooks | undefined;
}

/** Options of a single call. */
export interface RequestOptions {
  /**
   * Aborts the call. It then rejects with `signal.reason`.
   *
   * @defaultValue none
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * Max duration of one attempt until the end of the response body, in milliseconds. Also applies to a request to the token provider.
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
   * Number of retries of the call, failed requests to the token provider included.
   *
   * @defaultValue the client's
   */
  readonly maxRetries?: number | undefined;
  /**
   * The `Request-Tracking-Id` of every attempt of this call.
   *
   * @defaultValue a new one for each attempt
   */
  readonly trackingId?: string | undefined;
  /**
   * Headers for this call, in addition to the client's. Override a client's header of the same name. Cannot set `Authorization` or
   * connection headers such as `Host`.
   *
   * @defaultValue none
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Any value, passed by reference to every event of this call. It is not redacted.
   *
   * @defaultValue none
   */
  readonly context?: unknown;
}
