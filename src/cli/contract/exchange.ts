import type { WmClient } from "../../client.js";
import { WmConfigError, WmError, WmResponseError, WmTimeoutError } from "../../errors.js";
import { headerNames } from "../../config.js";
import { loadPrism, type Prism } from "../../prism.js";
import type { Call } from "./plan.js";
import type { Operation, Spec } from "./spec.js";

/** A response as the server sent it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined if it is not valid UTF-8. */
  readonly text: string | undefined;
}

/** A deviation that Prism reports. */
export interface Finding {
  readonly location: readonly string[];
  readonly message: string;
}

export interface Exchange {
  /** Of the last attempt. Undefined if nothing was sent. */
  readonly trackingId?: string | undefined;
  readonly timeMs?: number;
  /** Undefined if no complete response arrived. */
  readonly answer?: Answer | undefined;
  /** The reason why nothing was sent, why no response arrived, or why it cannot be validated. */
  readonly failure: string | undefined;
  readonly findings: readonly Finding[];
}

/** A request as it was sent. */
interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Validates a request and its response. */
export type Validate = (operation: Operation, request: Sent, answer: Answer) => Promise<Finding[]>;

/** Sends a request through the client, with its credentials, tracking ids, timeouts, retries and limits. Prism validates the last attempt. */
export async function exchange(client: WmClient, validate: Validate, { operation, query }: Call, path: object, body: unknown): Promise<Exchange> {
  let sent: Request | undefined;
  let begun = 0;
  let answer: Answer | undefined;
  const recorder = {
    async onResponse({ response }: { readonly response: Response }) {
      answer = { status: response.status, headers: Object.fromEntries(response.headers), text: textOf(await response.clone().arrayBuffer()) };
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
  let failure: string | undefined;
  try {
    // The route is only known at run time.
    await (client.raw.request as (method: string, path: string, init: object) => Promise<unknown>)(operation.method, operation.path, init);
  } catch (error) {
    if (!(error instanceof WmError)) throw error;
    if (error instanceof WmResponseError) answer = { status: error.status, headers: {}, text: "" };
    failure = failureOf(error);
  }
  if (sent === undefined) return { failure, findings: [] };
  const { method, url, headers } = sent;
  const received = { trackingId: headers.get(headerNames.trackingId) ?? undefined, timeMs: Math.round(performance.now() - begun), answer, failure };
  if (answer?.text === undefined || failure !== undefined) return { ...received, findings: [] };
  return { ...received, findings: await validate(operation, { method, url, headers: Object.fromEntries(headers), body }, answer) };
}

function textOf(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The kind of failure. Messages of other libraries may contain anything. */
function failureOf(error: WmError): string {
  if (error instanceof WmTimeoutError) return `no complete response within ${error.timeout / 1000} s`;
  if (error instanceof WmConfigError || error instanceof WmResponseError) return error.message.replace(`${error.operation}: `, "");
  const { cause } = error;
  const code = [cause, cause instanceof Error ? cause.cause : undefined].map((one) => (one as { readonly code?: unknown } | undefined)?.code);
  const known = code.find((one) => typeof one === "string" && /^\w+$/.test(one));
  return `the connection failed${known === undefined ? "" : ` (${String(known)})`}`;
}

const config = {
  isProxy: true,
  upstreamProxy: undefined,
  validateRequest: true,
  validateResponse: true,
  checkSecurity: true,
  errors: false,
  mock: { dynamic: false },
} as const;

const loaded = new WeakMap<Spec, ReturnType<Prism["getHttpOperationsFromSpec"]>>();

/** Loads Prism, to validate only. */
export async function createValidator(spec: Spec, baseUrl: string): Promise<Validate> {
  const { createInstance, createLogger, getHttpOperationsFromSpec } = await loadPrism("wm-customer-api contract");
  // Prism writes into the object.
  if (!loaded.has(spec)) loaded.set(spec, getHttpOperationsFromSpec(structuredClone(spec)));
  const operations = await loaded.get(spec)!;
  const logger = createLogger("prism", { level: "silent" });
  return async ({ operationId }, { method, url, headers, body }, { status, headers: received, text = "" }) => {
    const { pathname, searchParams } = new URL(url.slice(baseUrl.length), "http://server");
    const output = { statusCode: status, headers: { ...received }, body: parsed(text) };
    // Replaces Prism's own request to the server.
    const forward = () => () => async () => ({ _tag: "Right" as const, right: output });
    const prism = createInstance({ ...config, upstream: new URL(baseUrl) }, { logger, forward });
    const input = { method: method.toLowerCase() as "get", url: { path: pathname, query: Object.fromEntries(searchParams) }, headers: { ...headers }, body };
    const resources = operations.filter(({ iid }) => iid === operationId);
    const outcome = await prism.request(input, resources)();
    if (outcome._tag === "Left") return [{ location: ["response"], message: "Prism cannot read the response" }];
    const { validations } = outcome.right;
    return [...validations.input.map(finding("request")), ...validations.output.map(finding("response"))];
  };
}

const finding =
  (side: string) =>
  ({ path = [], message }: { readonly path?: readonly (string | number)[]; readonly message: string }): Finding => ({
    location: [side, ...path.map(String)],
    message,
  });

/** A JSON value; undefined if the text is not JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
