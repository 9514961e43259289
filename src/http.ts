import createClient, { createQuerySerializer, defaultBodySerializer, type Middleware } from "openapi-fetch";
import { type Config, guarded, unusable } from "./config.js";

/** The fields of `Request` that the transport reads. Node takes 20 ms to load the global class, and 8 µs for an instance. */
export class PlainRequest {
  declare readonly url: string;
  declare readonly method: string;
  declare readonly headers: Headers;
  declare readonly body: unknown;

  constructor(url: string, { method, headers, body }: { method: string; headers: Headers; body?: unknown }) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.body = body;
  }
}

/** The members of `Response` that openapi-fetch reads. */
export interface PlainResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Pick<Headers, "get">;
  text(): string | Promise<string>;
  json(): unknown;
}

/** openapi-fetch's init, untyped: the types of a call are checked by the façade's methods and by those of `wm.raw`. */
export interface HttpInit {
  readonly params: { readonly path: object; readonly query?: object | undefined; readonly header?: object | undefined };
  readonly headers?: object | undefined;
  readonly body?: unknown;
  readonly middleware?: readonly Middleware[];
  /** The class of the request. Middleware needs the global one. */
  readonly Request?: unknown;
  /** Sends the request. Each call has its own. */
  readonly fetch: (request: PlainRequest) => Promise<PlainResponse>;
}

/** openapi-fetch's result. */
export interface HttpResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: PlainResponse;
}

/** The openapi-fetch client as the façade and `wm.raw` use it. */
export interface Http {
  readonly request: (method: string, path: string, init: HttpInit) => Promise<HttpResult>;
  readonly use: (...middleware: Middleware[]) => void;
}

/** Creates an openapi-fetch client. It assembles path, query, headers and body; the transport is the `fetch` of each call. */
export function createHttp({ baseUrl, headers }: Config): Http {
  const client = createClient<Record<string, object>>({
    baseUrl,
    headers,
    // openapi-fetch only uses these four fields.
    Request: PlainRequest as unknown as typeof Request,
    pathSerializer: fillPath,
    querySerializer: serializeQuery,
    // Its types leave out the headers.
    bodySerializer: serializeBody as never,
  });
  return client as unknown as Http;
}

/**
 * Fills the parameters of a path template, each as one percent-encoded segment. Throws {@link WmConfigError} for an empty value or a dot
 * segment, which would change the path.
 */
export function fillPath(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => segment(name, values[name]));
}

function segment(name: string, value: unknown): string {
  // A number has lost the leading zeros of an identifier.
  if (typeof value !== "string" || value === "") throw unusable(name, "must be a non-empty string");
  // URL parsers resolve dot segments even when percent-encoded.
  if (value === "." || value === "..") throw unusable(name, `must not be ${JSON.stringify(value)}`);
  if (/[\0-\x1f\x7f-\x9f]|^\s|\s$/.test(value)) throw unusable(name, "must not contain control characters or leading or trailing whitespace");
  return percentEncoded(name, value);
}

/** Text as part of a URL. Throws {@link WmConfigError} for a lone surrogate. */
export function percentEncoded(name: string, text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw unusable(name, "contains a lone surrogate");
  }
}

const toSearch = /* @__PURE__ */ createQuerySerializer<Record<string, unknown>>();

function serializeQuery(query: Record<string, unknown>): string {
  return guarded("query", "cannot be part of a URL", () => toSearch(query));
}

/** Kinds of values that JSON preserves. It turns a Map, a Promise or an Error into `{}`, and a Date into text. */
const jsonKinds = ["Object", "Array", "Null", "String", "Number", "Boolean"];

/** A body as JSON. Throws {@link WmConfigError} for one that JSON cannot represent without loss. */
export function jsonOf(body: unknown): string {
  const kind = kindOf(body);
  // It returns undefined if `toJSON` does.
  const stringify = (): string | undefined => JSON.stringify(body);
  const json = jsonKinds.includes(kind) ? guarded("body", "not serializable as JSON", stringify) : undefined;
  // A class instance with private content serializes as `{}`.
  if (json === undefined || (json === "{}" && !isPlain(body))) throw unusable("body", `${kind} has no JSON form`);
  return json;
}

function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Serializes forms as openapi-fetch does, and anything else as JSON. */
function serializeBody(body: unknown, headers: Headers): unknown {
  const isForm = kindOf(body) === "FormData" || headers.get("content-type") === "application/x-www-form-urlencoded";
  // Its types leave out the headers, which select form encoding.
  return isForm ? (defaultBodySerializer as (body: unknown, headers: Headers) => unknown)(body, headers) : jsonOf(body);
}

function isPlain(value: unknown): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
