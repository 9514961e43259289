import type { CallConfig, Config } from "../config.js";
import { notify, type WmEvent } from "../hooks.js";
import { Answer, type Bytes, readBody } from "./body.js";
import type { Clock } from "./clock.js";
import { within } from "./deadline.js";
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
  /** Made for the first event. */
  id: string | undefined;
  /** Set when the options are checked. */
  options: CallConfig;
  /** Start time, by the clock's `elapsed`. */
  readonly begun: number;
  /** Duration in milliseconds, set at the end. */
  duration: number;
  attempts: number;
  /** Tracking id of the last attempt. */
  trackingId: string | undefined;
  /** Status of the last attempt. Undefined when no complete response arrived. */
  status: number | undefined;
  /** Every token that this call has sent. */
  readonly tokens: string[];
  /** The response that the call ended with. */
  answer: Answer | undefined;
  /** Retries made so far, of attempts and of requests to the token provider. */
  retries: number;
  /** Builds the error of the last failed try: the cause of a total timeout. */
  lastError: (() => unknown) | undefined;
  /** The reason why there is none. Boxed, because a caller may abort with `undefined`. */
  failure: { readonly reason: unknown } | undefined;
}

/** A request before credentials are added. */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | ReadableStream<Bytes> | undefined;
  /** Further fields for `fetch`, such as `cache`. */
  readonly init: RequestInit;
  /** Sends this request instead of the client's `fetch`. */
  readonly fetch?: Fetch | undefined;
}

/** The way the transport calls `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What belongs to one attempt of a request. */
export interface Sending {
  readonly headers: Record<string, string>;
  readonly body: string | Bytes | undefined;
  /** In milliseconds. */
  readonly timeout: number;
}

/** An attempt without a usable response. */
export interface NoAnswer {
  readonly status: undefined;
  readonly isTimeout: boolean;
  readonly cause: unknown;
  /** The status, if the headers arrived. */
  readonly interrupted: number | undefined;
}

/** Makes one HTTP request and reads the response to its end. Rejects only with the caller's reason for aborting. */
export async function attempt({ config, clock }: Sender, call: Call, request: Outgoing, { headers, body, timeout }: Sending): Promise<Answer | NoAnswer> {
  const { hooks, maxResponseBytes } = config;
  const { signal } = call.options;
  const { url } = request;
  const init: RequestInit = { ...request.init, method: request.method, headers, redirect: "manual" };
  if (body !== undefined) init.body = body;
  // Looked up now, so that a mock installed later is seen. Called unbound, as some runtimes demand.
  const fetch = request.fetch ?? config.fetch ?? globalThis.fetch;
  call.status = undefined;
  notify(hooks.request, () => ({ ...eventOf(call), headers: redactHeaders(Object.entries(headers), call.tokens) }));
  const begun = hooks.response === undefined ? 0 : clock.elapsed();
  const deadline = { clock, timeout, signal, isExceeded: false };
  let interrupted: number | undefined;
  try {
    const answer = await within(deadline, async (signal) => {
      init.signal = signal;
      const response = await fetch(url, init);
      const { status, headers } = readHead(response);
      interrupted = status;
      return new Answer(url, status, headers, response, await readBody(response, signal, clock, maxResponseBytes));
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
    return { status: undefined, isTimeout: deadline.isExceeded, cause, interrupted };
  }
}

/** Fields common to all events of a call. */
export function eventOf(call: Call): WmEvent {
  const { operation, method, path, trackingId, attempts, options } = call;
  call.id ??= crypto.randomUUID();
  return { callId: call.id, context: options.context, operation, method, path, trackingId, attempt: attempts };
}

/** Status and headers of a response. A custom `fetch` may resolve to anything. */
function readHead(response: Response): { readonly status: number; readonly headers: Headers } {
  const { status, headers, type } = Object(response) as Response;
  if (typeof headers?.get !== "function" || !Number.isInteger(status) || status < 0 || status > 999) throw new TypeError("fetch did not resolve to a Response");
  if (type === "error") throw new TypeError("fetch resolved to a network error");
  return { status, headers: headers instanceof Headers ? headers : platformHeaders(headers) };
}

/** Headers that the client reads itself. */
const usedHeaders = ["content-length", "content-type", "location", "retry-after", "transfer-encoding"];

/** A copy of headers of another class, which may support `get` alone. */
function platformHeaders(headers: Headers): Headers {
  const isIterable = typeof headers[Symbol.iterator] === "function";
  const entries = isIterable ? [...headers] : usedHeaders.map((name) => [name, headers.get(name)] as const);
  const copy = new Headers();
  for (const [name, value] of entries) if (typeof value === "string") copy.append(name, value);
  return copy;
}
