import type { CallConfig, Config } from "../config.js";
import type { WmError } from "../errors.js";
import type { WmEvent } from "../hooks.js";
import { type Answer, answerOf, type Bytes, readBody } from "./body.js";
import type { Deadline } from "./deadline.js";

/** One call and its progress. */
export interface Call {
  /** The operationId, or method and path template of a raw call. */
  readonly operation: string;
  readonly method: string;
  /** The path template. */
  readonly path: string;
  /** Start time, by the clock's `elapsed`. */
  readonly begun: number;
  /** The client's recent tokens, in all forms to redact. */
  readonly secrets: readonly string[];
  /** The client's options until those of the call are checked. */
  options: CallConfig;
  /** The call's `context` option. Separate from the other options, which may be invalid. */
  context?: unknown;
  attempts: number;
  /** Retries made so far, of attempts and of requests to the token provider. */
  retries: number;
  /** Created for the first event. */
  id?: string;
  /** Tracking id of the last attempt. */
  trackingId?: string;
  /** Status of the last attempt, if its headers arrived. */
  interrupted?: number | undefined;
  /** Builds the error of the last failed try. */
  lastError?: () => WmError;
  /** The response to the last attempt. Undefined when no complete one arrived. */
  answer?: Answer | undefined;
  /** The response that middleware returned instead of the answer. */
  replaced?: Response;
  /** The error that the transport or middleware ended the call with. Boxed, because a caller may abort with `undefined`. */
  failure?: { readonly reason: unknown } | undefined;
  /** In milliseconds. Set at the end. */
  duration?: number;
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

/** `fetch`, as the transport calls it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Headers and body of one attempt. */
export interface Sending {
  readonly headers: Record<string, string>;
  readonly body: string | Bytes | undefined;
}

/** Makes one HTTP request and reads the response to its end. */
export async function attempt(
  config: Config,
  call: Call,
  request: Outgoing,
  { headers, body }: Sending,
  deadline: Deadline,
  signal: AbortSignal,
): Promise<Answer> {
  const { url, method } = request;
  const init: RequestInit = { ...request.init, method, headers, redirect: "manual", signal };
  if (body !== undefined) init.body = body;
  // Looked up late, so that mocks installed later work. Called unbound, which some runtimes require.
  const fetch = request.fetch ?? config.fetch ?? globalThis.fetch;
  const response = await fetch(url, init);
  const head = readHead(response);
  call.interrupted = head.status;
  return answerOf(url, head.status, head.headers, response, await readBody(response, head.status, deadline, config.maxResponseBytes));
}

/** Fields common to all events of a call. */
export function eventOf(call: Call): WmEvent {
  const { context, operation, method, path, trackingId, attempts } = call;
  call.id ??= crypto.randomUUID();
  return { callId: call.id, context, operation, method, path, trackingId, attempt: attempts };
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

/** A copy of headers of another class, which may only support `get`. */
function platformHeaders(headers: Headers): Headers {
  const isIterable = typeof headers[Symbol.iterator] === "function";
  const entries = isIterable ? [...headers] : usedHeaders.map((name) => [name, headers.get(name)] as const);
  const copy = new Headers();
  for (const [name, value] of entries) if (typeof value === "string") copy.append(name, value);
  return copy;
}
