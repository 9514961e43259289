import type { WmClient } from "../../client.js";
import { headerNames } from "../../config.js";
import { WmConfigError, WmError, WmResponseError, WmTimeoutError } from "../../errors.js";
import { loadPrism, type Prism, prismSettings, type PrismViolation, violationsOf } from "../../prism.js";
import type { Call } from "./plan.js";
import { type Operation, spec } from "./spec.js";

/** The last request of a call, and its response. */
export interface Exchange {
  /** Undefined if nothing was sent. */
  readonly trackingId?: string;
  readonly timeMs?: number;
  /** Undefined if no complete response arrived. */
  readonly status?: number | undefined;
  readonly contentType?: string | null | undefined;
  /** The body; undefined if it is not valid UTF-8. */
  readonly text?: string | undefined;
  /** The body's JSON value; undefined if it is not JSON. */
  readonly body?: unknown;
  /** The reason why nothing was sent, why no response arrived, or why it cannot be validated. */
  readonly failure: string | undefined;
  readonly findings: readonly PrismViolation[];
}

/** Sends a request through the client, with its credentials, tracking ids, timeouts, retries and limits. Prism validates the last attempt. */
export async function exchange(client: WmClient, validate: Validate, { operation, query }: Call, path: object, body: unknown): Promise<Exchange> {
  let sent: Request | undefined;
  let begun = 0;
  let received: Response | undefined;
  let error: WmError | undefined;
  const recorder = {
    onResponse({ response }: { readonly response: Response }) {
      received = response.clone();
    },
  };
  const init = {
    params: { path, query },
    body,
    parseAs: "text",
    middleware: [recorder],
    fetch(request: Request) {
      sent = request;
      begun = performance.now();
      return fetch(request);
    },
  };
  try {
    // The route is only known at run time.
    await (client.raw.request as (method: string, path: string, init: object) => Promise<unknown>)(operation.method, operation.path, init);
  } catch (thrown) {
    if (!(thrown instanceof WmError)) throw thrown;
    error = thrown;
  }
  const failure = error && failureOf(error);
  if (sent === undefined) return { failure, findings: [] };
  const timing = { trackingId: sent.headers.get(headerNames.trackingId)!, timeMs: Math.round(performance.now() - begun) };
  if (received === undefined) return { ...timing, status: error instanceof WmResponseError ? error.status : undefined, failure, findings: [] };
  const bytes = await received.arrayBuffer();
  const text = attempt(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  const response = { contentType: received.headers.get("content-type"), text, body: parsed(text ?? "") };
  const findings = text === undefined ? [] : await validate(operation, { request: sent, body }, { response: received, body: response.body });
  return { ...timing, status: received.status, ...response, failure, findings };
}

/** A JSON value; undefined if the text is not JSON. */
export function parsed(text: string): unknown {
  return attempt(() => JSON.parse(text) as unknown);
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** The kind of failure. Messages of other libraries may contain anything. */
function failureOf(error: WmError): string {
  if (error instanceof WmTimeoutError) return `no complete response within ${error.timeout / 1000} s`;
  if (error instanceof WmConfigError || error instanceof WmResponseError) return error.message.replace(`${error.operation}: `, "");
  const { cause } = error;
  const codes = [cause, cause instanceof Error ? cause.cause : undefined].map((one) => (one as { readonly code?: unknown } | undefined)?.code);
  const known = codes.find((code) => typeof code === "string" && /^\w+$/.test(code));
  return `the connection failed${known === undefined ? "" : ` (${String(known)})`}`;
}

/** Validates a request and its response, each with its parsed body. */
export type Validate = Awaited<ReturnType<typeof createValidator>>;

let loaded: ReturnType<Prism["getHttpOperationsFromSpec"]> | undefined;

/** Loads Prism, to validate only. Runs in one process share the validators that it compiles. */
export async function createValidator(baseUrl: string) {
  const { createInstance, createLogger, getHttpOperationsFromSpec } = await loadPrism("wm-customer-api contract");
  // Prism writes into the object.
  loaded ??= getHttpOperationsFromSpec(structuredClone(spec));
  const operations = await loaded;
  const logger = createLogger("prism", { level: "silent" });
  const config = { ...prismSettings, isProxy: true, upstream: new URL(baseUrl), mock: { dynamic: false } } as const;

  return async (
    { operationId }: Operation,
    { request, body }: { readonly request: Request; readonly body: unknown },
    received: { readonly response: Response; readonly body: unknown },
  ): Promise<readonly PrismViolation[]> => {
    const { pathname, searchParams } = new URL(request.url.slice(baseUrl.length), "http://server");
    const url = { path: pathname, query: Object.fromEntries(searchParams) };
    const input = { method: request.method.toLowerCase() as "get", url, headers: Object.fromEntries(request.headers), body };
    const { status, headers } = received.response;
    const output = { statusCode: status, headers: Object.fromEntries(headers), body: received.body };
    // Replaces Prism's own request to the server.
    const forward = () => () => async () => ({ _tag: "Right" as const, right: output });
    const resources = operations.filter(({ iid }) => iid === operationId);
    const outcome = await createInstance(config, { logger, forward }).request(input, resources)();
    if (outcome._tag === "Left") return [{ location: ["response"], message: "Prism cannot read the response" }];
    return violationsOf(outcome.right.validations);
  };
}
