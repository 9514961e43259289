import type { WmHooks } from "./hooks.js";

/** What a token provider is told. */
export interface TokenContext {
  /** The token that WM has just refused with a 401. Undefined when a token is asked for the first time or has expired. */
  readonly rejected?: string;
}

/**
 * Gives the JWT to authenticate with. It is asked when there is no token, when the `exp` of the one in use is less than 30 seconds away,
 * and once after a 401; calls that need a token at the same moment share one request for it.
 */
export type TokenProvider = (context: TokenContext) => string | Promise<string>;

/** The options of {@link createWmClient}. */
export interface WmClientOptions {
  /** The client identifier that WM issued. Sent as `ClientId`. */
  readonly clientId: string;
  /** The JWT that WM issued, or a function that gets one. With a fixed token a 401 is final. */
  readonly token: string | TokenProvider;
  /**
   * Which of WM's servers to talk to.
   *
   * @defaultValue `"production"`
   */
  readonly environment?: "production" | "test" | undefined;
  /**
   * Where the API is, instead of `environment`: for a mock, or a gateway of one's own. `https`, or `http` to a loopback host.
   *
   * @defaultValue the server of `environment`
   */
  readonly baseUrl?: string | undefined;
  /**
   * What sends the requests.
   *
   * @defaultValue the global `fetch`, looked up at every request
   */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * How long one attempt may take, its body included, in milliseconds.
   *
   * @defaultValue `30_000`
   */
  readonly timeout?: number | undefined;
  /**
   * How often a call is tried again after its first attempt: only what can do no harm twice, after a random wait of at most 8 seconds, or the
   * `Retry-After` that WM asks for, up to 60 seconds.
   *
   * @defaultValue `2`
   */
  readonly maxRetries?: number | undefined;
  /**
   * Makes the `Request-Tracking-Id` of an attempt.
   *
   * @defaultValue `crypto.randomUUID`
   */
  readonly trackingId?: (() => string) | undefined;
  /**
   * Headers for every request, beside those of the client itself.
   *
   * @defaultValue none
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Observers of requests, responses, retries, errors and values that do not fit.
   *
   * @defaultValue none
   */
  readonly hooks?: WmHooks | undefined;
}

/** What can be set for a single call. */
export interface RequestOptions {
  /**
   * Ends the call when it is aborted; the call then rejects with `signal.reason`.
   *
   * @defaultValue none
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * How long one attempt may take, its body included, in milliseconds.
   *
   * @defaultValue the client's
   */
  readonly timeout?: number | undefined;
  /**
   * How often the call is tried again after its first attempt.
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
   * Headers for this call. They go before the client's.
   *
   * @defaultValue the client's alone
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}
