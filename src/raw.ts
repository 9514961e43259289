import type { Client, Middleware } from "openapi-fetch";
import type { paths } from "../generated/wire.js";
import { type Config, readCallHeaders, readRequestOptions, unusable } from "./config.js";
import { createHttp, type HttpResult, PlainRequest } from "./http.js";
import type { RequestOptions } from "./options.js";
import { responseError } from "./transport/api-error.js";
import type { Answer, Call, Outgoing, Transport } from "./transport/index.js";

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
 * `openapi-fetch` over the spec's paths. Values and types are as on the wire. A call resolves for every status except a redirect, with
 * `error` set for statuses outside 2xx, and rejects with the other classes of {@link WmError}. With `parseAs: "stream"`, the stream reads
 * from memory: the whole body has already arrived.
 */
export type WmRaw = Client<SoftPaths<paths>>;

/** openapi-fetch's init and the options of a call. */
interface Init extends RequestInit, Omit<RequestOptions, "headers" | "signal"> {
  readonly params?: { readonly path?: object; readonly query?: object; readonly header?: object };
  readonly parseAs?: string;
  readonly baseUrl?: string;
  readonly middleware?: readonly Middleware[];
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly Request?: typeof Request;
}

/** Creates an openapi-fetch client whose requests go through the transport. */
export function createRaw(transport: Transport, config: Config): WmRaw {
  const http = createHttp(config);
  const registered: Middleware[] = [];

  const request = async (verb: string, path: string, given: Init | null | undefined): Promise<unknown> => {
    const method = String(verb).toUpperCase();
    const call = transport.start(`${method} ${String(path)}`, method, path);
    try {
      const { context, signal, timeout, totalTimeout, maxRetries, trackingId, fetch, headers, params, middleware = [], ...init } = given ?? {};
      const { parseAs = "json", Request: RequestClass = globalThis.Request } = init;
      call.context = context;
      for (const [name, value] of Object.entries({ method: verb, path })) if (typeof value !== "string") throw unusable(name, "must be a string");
      // Middleware needs the platform's classes. openapi-fetch itself works with the plain ones, which are faster.
      const watched = [...registered, ...middleware].filter(Boolean).map((one) => watch(one, call));
      const hasMiddleware = watched.length > 0;
      const isPlainResponse = !hasMiddleware && parseAs === "json" && method !== "HEAD";
      call.options = readRequestOptions({ signal: signal ?? undefined, timeout, totalTimeout, maxRetries, trackingId }, config);
      checkInit(method, init);
      const result = await http.request(method, path, {
        ...init,
        middleware: watched,
        // The global Request needs the signal, and `duplex` for a stream.
        ...(hasMiddleware && { duplex: "half", ...(signal && { signal }) }),
        headers: checkedHeaders(headers),
        params: { ...params, path: { ...params?.path }, header: checkedHeaders(params?.header) },
        Request: hasMiddleware || init.Request ? RequestClass : PlainRequest,
        fetch: async (assembled) => {
          const outgoing = assembled instanceof PlainRequest ? fromPlain(assembled) : fromNative(assembled as Request, call);
          const answer = await transport.fetch(call, { ...outgoing, fetch: fetch && ((url, init) => fetch(requestOf(RequestClass, url, init))) });
          return isPlainResponse ? answer : toResponse(call, answer);
        },
      });
      return finished(call, result);
    } catch (thrown) {
      throw transport.failed(call, thrown);
    }
  };

  /** Reports the outcome. Replaces the plain response by the platform's Response. */
  const finished = (call: Call, result: HttpResult): HttpResult => {
    const { answer } = call;
    const { response, error } = result;
    if (response.ok) transport.reportSuccess(call, response.status);
    // Either the answer or a Response from middleware.
    else transport.reportError(call, () => transport.apiError(call, response as Response, error));
    return response === answer ? { ...result, response: answer.response } : result;
  };

  const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"].map((method) => [
    method,
    (path: string, init?: Init): unknown => request(method, path, init),
  ]);

  // Same signatures as openapi-fetch; TypeScript can't infer that here.
  return {
    request,
    ...Object.fromEntries(methods),
    use(...middleware: Middleware[]) {
      // Throws for values that are not middleware.
      createHttp(config).use(...middleware);
      registered.push(...middleware);
    },
    eject(...middleware: Middleware[]) {
      for (const one of middleware) if (registered.includes(one)) registered.splice(registered.indexOf(one), 1);
    },
  } as unknown as WmRaw;
}

/** Wraps middleware to record what it throws and the response it returns. Changes neither. */
function watch(middleware: Middleware, call: Call): Middleware {
  return new Proxy(middleware, {
    get(target, name) {
      const member: unknown = target[name as keyof Middleware];
      if (typeof member !== "function") return member;
      return async (given: unknown) => {
        try {
          const result: unknown = await member.call(target, given);
          if (result instanceof Response) {
            call.replaced = result;
            call.failure = undefined;
          }
          return result;
        } catch (reason) {
          call.failure ??= { reason };
          throw reason;
        }
      };
    },
  });
}

const parsers = ["json", "text", "blob", "arrayBuffer", "stream"];

/** Rejects invalid init that openapi-fetch would send, or reject with a different error. */
function checkInit(method: string, { parseAs = "json", baseUrl, body }: Pick<Init, "parseAs" | "baseUrl" | "body">): void {
  if (!parsers.includes(parseAs)) throw unusable("parseAs", `must be one of ${parsers.join(", ")}`);
  if (baseUrl !== undefined && !URL.canParse(baseUrl)) throw unusable("baseUrl", "must be an absolute http or https URL");
  // openapi-fetch serializes null too.
  if (body !== undefined && (method === "GET" || method === "HEAD")) throw unusable("body", `not allowed for ${method}`);
}

/** Headers in any form that `fetch` or openapi-fetch accepts, as a record. `null` removes the client's header of that name. */
function checkedHeaders(headers: unknown): Record<string, unknown> | undefined {
  if (headers === undefined || headers === null) return undefined;
  const isList = Symbol.iterator in (headers as object);
  const entries = isList ? [...(headers as Iterable<readonly [string, unknown]>)] : Object.entries(headers as object);
  const record: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    if (value === undefined) continue;
    readCallHeaders({ [name]: value === null ? "-" : String(value) });
    record[name.toLowerCase()] = value;
  }
  return record;
}

/** The request that openapi-fetch assembled, as the transport sends it. */
function fromPlain({ url, method, headers, body, ...init }: PlainRequest): Outgoing {
  if (body === undefined || typeof body === "string") return { url, method, headers, body, init };
  // Turns any other body into bytes, with its Content-Type.
  const request = new Request(url, { method, headers, body: body as BodyInit, ...(body instanceof ReadableStream && { duplex: "half" }) } as RequestInit);
  return { url, method, headers: request.headers, body: bodyOf(request), init };
}

/** Stream types do not exclude shared memory. */
function bodyOf({ body }: Request): Outgoing["body"] {
  return (body ?? undefined) as Outgoing["body"];
}

/** Request fields that the transport passes through. */
const requestFields = ["mode", "credentials", "cache", "referrer", "referrerPolicy", "integrity", "keepalive"] as const;

/** The request after middleware, as the transport sends it. Its signal aborts the call too. */
function fromNative(request: Request, call: Call): Outgoing {
  const { url, method, headers, signal } = request;
  checkedHeaders(headers);
  const given = call.options.signal;
  call.options = { ...call.options, signal: given === undefined ? signal : AbortSignal.any([given, signal]) };
  const init: Record<string, unknown> = {};
  for (const name of requestFields) init[name] = request[name];
  // Own fields are those that openapi-fetch copied from the init, such as `next` or `dispatcher`.
  return { url, method, headers, body: bodyOf(request), init: Object.assign(init, request) };
}

/** The request for a per-call `fetch`. Has other init fields as properties, like openapi-fetch's. */
function requestOf(RequestClass: typeof Request, url: string, init: RequestInit): Request {
  const request = new RequestClass(url, init);
  for (const [name, value] of Object.entries(init)) if (!(name in request)) Object.assign(request, { [name]: value });
  return request;
}

/** An unread Response, for middleware and for parsers other than JSON. */
function toResponse(call: Call, answer: Answer): Response {
  const { status, bytes, url, response } = answer;
  if (status < 200 || status > 599) throw responseError(call, answer, "this is not a valid HTTP status");
  const statusText = String(response.statusText);
  const headers = new Headers(answer.headers);
  const isEmpty = [204, 205, 304].includes(status);
  // openapi-fetch parses the body of a 205 with a length, or in chunks.
  if (isEmpty) {
    headers.set("content-length", "0");
    headers.delete("transfer-encoding");
  }
  // Node decodes statusText as UTF-8; Response only accepts Latin-1.
  const unread = new Response(isEmpty ? null : bytes, { status, statusText: /[^\t\x20-\x7e\x80-\xff]/.test(statusText) ? "" : statusText, headers });
  return Object.defineProperty(unread, "url", { value: url });
}
