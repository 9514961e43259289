import type { CallConfig, Config } from "../config.js";
import { notify, type WmEvent } from "../hooks.js";
import { Answer, readBody } from "./body.js";
import type { Clock } from "./clock.js";
import { DeadlineExceeded, within } from "./deadline.js";
import { redactHeaders } from "./redact.js";

/** The client that sends. */
export interface Sender {
  readonly config: Config;
  readonly clock: Clock;
}

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
export async function attempt({ config, clock }: Sender, call: Call, request: Outgoing, headers: Record<string, string>): Promise<Answer | NoAnswer> {
  const { hooks } = config;
  const { signal, timeout } = call.options;
  const { url } = request;
  const init: RequestInit = { ...request.init, method: request.method, headers, redirect: "manual" };
  if (request.body !== undefined) init.body = request.body;
  // Looked up now, so that a mock installed later is seen. Called unbound, as some runtimes demand.
  const fetch = request.fetch ?? config.fetch ?? globalThis.fetch;
  call.status = undefined;
  notify(hooks.request, () => ({ ...eventOf(call), headers: redactHeaders(Object.entries(headers), call.tokens) }));
  const begun = hooks.response === undefined ? 0 : clock.elapsed();
  let interrupted: number | undefined;
  try {
    const answer = await within({ clock, timeout, signal }, async (signal) => {
      init.signal = signal;
      const response = await fetch(url, init);
      checkResponse(response);
      interrupted = response.status;
      return new Answer(url, response, await readBody(response, signal, clock));
    });
    const { status } = answer;
    call.status = status;
    notify(hooks.response, () => ({
      ...eventOf(call),
      status,
      duration: clock.elapsed() - begun,
      headers: redactHeaders(answer.headers, call.tokens),
    }));
    return answer;
  } catch (cause) {
    if (signal?.aborted && cause === signal.reason) throw cause;
    return { status: undefined, isTimeout: cause instanceof DeadlineExceeded, cause, interrupted };
  }
}

/** Fields common to all events of a call. */
export function eventOf({ operation, method, path, trackingId, attempts }: Call): WmEvent {
  return { operation, method, path, trackingId, attempt: attempts };
}

/** A custom `fetch` may resolve to anything. */
function checkResponse(response: Response): void {
  if (typeof response?.headers?.get !== "function") throw new TypeError("fetch did not resolve to a Response");
  if (response.type === "error") throw new TypeError("fetch resolved to a network error");
}
