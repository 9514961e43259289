import createClient, { type Client } from "openapi-fetch";
import type { paths } from "../generated/wire.js";
import { type Answer, isSuccess, jsonOf, responseError } from "./transport/api-error.js";
import { WmConfigError } from "./errors.js";
import { checkTarget, type Config, readHeaders, readRequestOptions, type RequestOptions } from "./options.js";
import { fillPath } from "./path.js";
import type { Outgoing, Transport } from "./transport/index.js";

/** The headers that the client adds: required by the spec, optional for callers. */
type AddedHeader = "ClientId" | "Request-Tracking-Id";
type HttpMethod = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

type Flat<T> = { [Key in keyof T]: T[Key] };
type SoftHeaders<H> = Flat<Omit<H, AddedHeader> & { [Key in AddedHeader & keyof H]?: H[Key] }>;
type SoftParameters<P> = P extends { header: infer H } ? Flat<Omit<P, "header"> & { header?: SoftHeaders<H> }> : P;
type SoftOperation<O> = O extends { parameters: infer P } ? Flat<Omit<O, "parameters"> & { parameters: SoftParameters<P> }> : O;
type SoftPaths<Paths> = {
  [Path in keyof Paths]: { [Key in keyof Paths[Path]]: Key extends HttpMethod ? SoftOperation<Paths[Path][Key]> : Paths[Path][Key] };
};

/**
 * `openapi-fetch` over the spec's paths: values as they are on the wire, and errors in the result. A call resolves for every status, and
 * rejects with the other classes of {@link WmError}. The types of `paths` are the wire's.
 */
export type WmRaw = Client<SoftPaths<paths>>;

/** What openapi-fetch is called with, and the options of a single call, which it lets pass as names it does not know. */
interface Init extends RequestInit, Omit<RequestOptions, "headers" | "signal"> {
  readonly params?: { readonly path?: Readonly<Record<string, unknown>>; readonly header?: object };
  readonly parseAs?: string;
  readonly baseUrl?: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** An openapi-fetch client whose requests go through the transport. */
export function createRaw(transport: Transport, config: Config): WmRaw {
  const client = createClient({ baseUrl: config.baseUrl, pathSerializer: fillPath });
  // What is called here is checked by the types that this function returns.
  const assemble = client.request as (method: string, path: string, init: object) => Promise<unknown>;

  const request = async (verb: string, path: string, init: Init = {}): Promise<unknown> => {
    const method = verb.toUpperCase();
    const call = { operation: `${method} ${path}`, method, path };
    let failure: { readonly reason: unknown } | undefined;

    /** A call has a `fetch` of its own, which so knows the call that its request belongs to. */
    const fetch = async (assembled: Request) => {
      try {
        const prepare = () => outgoingOf(assembled, init, config);
        return await transport.send({ ...call, prepare }, (answer) => responseOf(answer, method, init.parseAs ?? "json"));
      } catch (reason) {
        failure = { reason };
        throw reason;
      }
    };

    try {
      checkInit(method, path, init);
    } catch (error) {
      const prepare = () => {
        throw error;
      };
      return transport.send({ ...call, prepare }, () => undefined);
    }
    try {
      return await assemble(method, path, { ...forOpenapiFetch(init), fetch });
    } catch (error) {
      // openapi-fetch takes a falsy reason, as an abort may have, for no error at all.
      throw failure && !failure.reason ? failure.reason : error;
    }
  };

  const through =
    (method: string) =>
    (path: string, init?: Init): unknown =>
      request(method, path, init);

  // The methods are openapi-fetch's own, called in its own way; only their types cannot be told from here.
  return {
    request,
    GET: through("GET"),
    PUT: through("PUT"),
    POST: through("POST"),
    DELETE: through("DELETE"),
    OPTIONS: through("OPTIONS"),
    HEAD: through("HEAD"),
    PATCH: through("PATCH"),
    TRACE: through("TRACE"),
    use: client.use,
    eject: client.eject,
  } as unknown as WmRaw;
}

const parsers = ["json", "text", "blob", "arrayBuffer", "stream"];

/** Refuses what openapi-fetch would send all the same, or would fail at with an error of its own that may show a header's value. */
function checkInit(method: string, path: string, { params, headers, parseAs = "json", baseUrl, body }: Init): void {
  // openapi-fetch sends the template itself where a parameter is missing.
  fillPath(path, params?.path ?? {});
  readHeaders(headersOf(headers, params?.header), { Authorization: "token" });
  if (!parsers.includes(parseAs)) throw new WmConfigError(`parseAs: must be one of ${parsers.join(", ")}`);
  if (baseUrl !== undefined && !URL.canParse(baseUrl)) throw new WmConfigError("baseUrl: must be an absolute http or https URL");
  if (body !== undefined && body !== null && (method === "GET" || method === "HEAD")) throw new WmConfigError(`body: a ${method} cannot have one`);
}

/** The headers of all the forms that openapi-fetch takes, as names and values. */
function headersOf(...all: readonly unknown[]): Record<string, string> {
  const entries = all.flatMap((headers) => (Array.isArray(headers) || headers instanceof Headers ? [...headers] : Object.entries(headers ?? {})));
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== undefined).map(([name, value]) => [name, String(value)]));
}

/** A caller's options without those that the transport reads. */
function forOpenapiFetch({ signal, timeout, maxRetries, trackingId, fetch, ...known }: Init): object {
  return known;
}

/** What a caller says to `fetch` itself: everything but what openapi-fetch reads and what is in the assembled request. */
function forFetch(init: Init): RequestInit {
  // openapi-fetch lets callers pass names that its types do not have.
  const { params, parseAs, body, headers, querySerializer, bodySerializer, pathSerializer, baseUrl, middleware, ...rest } = init as Init &
    Readonly<Record<string, unknown>>;
  return forOpenapiFetch(rest);
}

/** The request that openapi-fetch has assembled, as the transport sends it. */
async function outgoingOf(assembled: Request, init: Init, config: Config): Promise<Outgoing> {
  checkTarget("url", new URL(assembled.url));
  const { signal, timeout, maxRetries, trackingId, fetch } = init;
  const headers = Object.fromEntries(assembled.headers);
  return {
    url: assembled.url,
    init: forFetch(init),
    body: assembled.body === null ? undefined : await assembled.arrayBuffer(),
    fetch,
    config: readRequestOptions({ signal: signal ?? undefined, timeout, maxRetries, trackingId, headers }, config),
  };
}

/** Statuses whose response cannot have a body. */
const bodiless = [204, 205, 304];

/** The answer as openapi-fetch expects it. Throws {@link WmResponseError} for a 2xx that is to be parsed and is not JSON. */
function responseOf(answer: Answer, method: string, parseAs: string): Response {
  const { status, statusText, headers, body, url } = answer;
  if (isSuccess(status) && parseAs === "json" && method !== "HEAD") jsonOf(answer);
  if (status < 200 || status > 599) throw responseError(answer, "this is not a status of HTTP");
  const response = new Response(bodiless.includes(status) ? null : body, {
    status,
    // Node decodes it as UTF-8, and a Response takes no more than Latin-1.
    statusText: /^[\t\x20-\x7e\x80-\xff]*$/.test(statusText) ? statusText : "",
    headers,
  });
  return Object.defineProperty(response, "url", { value: url });
}
