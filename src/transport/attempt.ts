import type { CallConfig } from "../config.js";
import { Answer, readBody } from "./body.js";
import { DeadlineExceeded, type Deadline, within } from "./deadline.js";

/** One call: what it is, and how far it has come. */
export interface Call {
  /** The operationId, or method and path template of a raw call. */
  readonly operation: string;
  readonly method: string;
  /** The path template. */
  readonly path: string;
  /** Set when the options are checked. */
  options: CallConfig;
  /** Start time, by the clock's `elapsed`. */
  readonly begun: number;
  attempts: number;
  /** Tracking id of the last attempt. */
  trackingId: string | undefined;
  /** Status of the last attempt. Undefined when no complete response arrived. */
  status: number | undefined;
  /** Every token that this call has sent. */
  readonly tokens: string[];
  /** The response that the call ended with. */
  answer: Answer | undefined;
  /** The reason why there is none. Boxed, because a caller may abort with `undefined`. */
  failure: { readonly reason: unknown } | undefined;
}

/** A request before credentials are added. */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | ArrayBuffer | undefined;
  /** Further fields for `fetch`, such as `cache`. */
  readonly init: RequestInit;
  /** Sends this request instead of the client's `fetch`. */
  readonly fetch?: Fetch | undefined;
}

/** The way the transport calls `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** An attempt without a complete response. */
export interface NoAnswer {
  readonly status: undefined;
  readonly isTimeout: boolean;
  readonly cause: unknown;
  /** The status, if the headers arrived. */
  readonly interrupted: number | undefined;
}

/** Makes one HTTP request and reads the response to its end. Rejects only with the caller's reason for aborting. */
export async function attempt(fetch: Fetch, url: string, init: RequestInit, deadline: Deadline): Promise<Answer | NoAnswer> {
  let interrupted: number | undefined;
  try {
    return await within(deadline, async (signal) => {
      init.signal = signal;
      init.redirect = "manual";
      const response = await fetch(url, init);
      checkResponse(response);
      interrupted = response.status;
      return new Answer(url, response, await readBody(response, signal, deadline.clock));
    });
  } catch (cause) {
    const { signal } = deadline;
    if (signal?.aborted && cause === signal.reason) throw cause;
    return { status: undefined, isTimeout: cause instanceof DeadlineExceeded, cause, interrupted };
  }
}

/** A custom `fetch` may resolve to anything. */
function checkResponse(response: Response): void {
  if (typeof response?.headers?.get !== "function") throw new TypeError("fetch did not resolve to a Response");
  if (response.type === "error") throw new TypeError("fetch resolved to a network error");
}
