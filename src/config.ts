import { isInstance, WmConfigError } from "./errors.js";
import type { WmHooks } from "./hooks.js";
import { nearest } from "./nearest.js";
import type { RequestOptions, TokenProvider, WmClientOptions } from "./options.js";

/** The client's options, checked and with their defaults. */
export interface Config {
  readonly clientId: string;
  readonly token: string | TokenProvider;
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch | undefined;
  readonly timeout: number;
  readonly totalTimeout: number | undefined;
  readonly maxRetries: number;
  readonly maxResponseBytes: number;
  /** The caller's function. Undefined for `crypto.randomUUID`, whose result needs no check. */
  readonly trackingId: (() => string) | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly hooks: WmHooks;
}

/** A call's options, checked, with the client's as defaults. */
export interface CallConfig {
  readonly signal: AbortSignal | undefined;
  readonly timeout: number;
  readonly totalTimeout: number | undefined;
  readonly maxRetries: number;
  readonly trackingId: string | undefined;
  /** Headers of this call alone. */
  readonly headers: Readonly<Record<string, string>> | undefined;
}

/** The servers of the merged spec. */
export const servers = {
  production: "https://api.wm.com/v1",
  test: "https://apitest.wm.com/v1",
} as const;

/** Names of the headers that the client adds, in lower case, as they are sent. */
export const headerNames = {
  accept: "accept",
  authorization: "authorization",
  clientId: "clientid",
  trackingId: "request-tracking-id",
} as const;

/** Max delay of a timer; Node turns a longer one into 1 ms. */
const longestTimeout = 2 ** 31 - 1;

const hookNames = ["request", "response", "retry", "success", "error", "decodeIssue"];

/** Headers that an option sets, with that option: for a client, and for a call. */
const reservedByClient = { [headerNames.authorization]: "token", [headerNames.clientId]: "clientId", [headerNames.trackingId]: "trackingId" };
const reservedByCall = { [headerNames.authorization]: "token" };

/** The error for an unusable option or argument. The value is never in the message. */
export function unusable(argument: string, why: string, cause?: unknown): WmConfigError {
  return new WmConfigError(`${argument}: ${why}`, { argument, ...(cause !== undefined && { cause }) });
}

/** Runs `work`, which may call the caller's code. Turns its errors into the error for an unusable argument. */
export function guarded<T>(argument: string, why: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw isInstance(cause, WmConfigError) ? cause : unusable(argument, `${why} (see cause)`, cause);
  }
}

/** Checks and normalizes one option. Throws {@link WmConfigError}. */
type Reader = (name: string, value: unknown) => unknown;

/** Creates a reader that requires `check` to pass. `what` describes a valid value in the error. */
function must(what: string, check: (value: unknown) => boolean): Reader {
  return (name, value) => {
    if (check(value)) return value;
    throw unusable(name, `must be ${what}`);
  };
}

const readFunction = must("a function", (value) => typeof value === "function");
const readTimeout = must(
  `greater than 0 and at most ${longestTimeout} (milliseconds)`,
  (value) => typeof value === "number" && value > 0 && value <= longestTimeout,
);
const whole = (least: number) => must(`a whole number, ${least} or more`, (value) => Number.isInteger(value) && (value as number) >= least);
const readObject = must("an object", isPlain);

const limitReaders = { timeout: readTimeout, totalTimeout: readTimeout, maxRetries: whole(0) };

const clientReaders: Readonly<Record<keyof WmClientOptions, Reader>> = {
  clientId: headerValue,
  token: (name, value) => (typeof value === "function" ? value : readToken(name, value)),
  environment: must('"production" or "test"', (value) => Object.hasOwn(servers, value as string)),
  baseUrl: readBaseUrl,
  fetch: readFunction,
  ...limitReaders,
  maxResponseBytes: whole(1),
  trackingId: readFunction,
  headers: (_, value) => readHeaders(value, reservedByClient),
  hooks: readHooks,
};

const callReaders: Readonly<Record<keyof RequestOptions, Reader>> = {
  signal: must("an AbortSignal", (value) => value instanceof AbortSignal && typeof value.aborted === "boolean"),
  ...limitReaders,
  trackingId: headerValue,
  headers: (_, value) => readCallHeaders(value),
  context: (_, value) => value,
};

const clientDefaults = {
  clientId: "",
  token: "",
  environment: "production",
  timeout: 30_000,
  maxRetries: 2,
  maxResponseBytes: 100 * 2 ** 20,
  headers: {},
  hooks: {},
};

/** Checks the client's options. Throws {@link WmConfigError}. */
export function readOptions(options: WmClientOptions): Config {
  const { environment, ...config } = guarded("options", "cannot be read", () => read(options, clientReaders, clientDefaults, "option"));
  // The readers check the types.
  return { baseUrl: servers[environment as keyof typeof servers], ...config } as unknown as Config;
}

/** Checks a call's options. Throws {@link WmConfigError}. */
export function readRequestOptions(options: RequestOptions | undefined, { timeout, totalTimeout, maxRetries }: Config): CallConfig {
  const defaults = { timeout, totalTimeout, maxRetries };
  return (options === undefined ? defaults : read(options, callReaders, defaults, "options")) as unknown as CallConfig;
}

function read(given: object, readers: Readonly<Record<string, Reader>>, defaults: object, argument: string): Record<string, unknown> {
  checkNames("option", given, Object.keys(readers), argument);
  const result: Record<string, unknown> = {};
  for (const [name, reader] of Object.entries(readers)) {
    // Not `??`: null is not a valid value of any option.
    const { [name]: value = (defaults as Record<string, unknown>)[name] } = given as Record<string, unknown>;
    if (value !== undefined) result[name] = reader(name, value);
  }
  return result;
}

/** Rejects unknown names, which may be misspelt. `argument` is the name of the checked object. */
export function checkNames(kind: string, given: unknown, names: readonly string[], argument = kind): void {
  const unknown = Object.keys(readObject(argument, given) as object).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const meant = nearest(unknown, names);
  const isOfCall = kind === "argument" && unknown in callReaders;
  const hint = isOfCall ? "it is a call option; pass it in the last argument" : meant ? `did you mean "${meant}"?` : `known: ${names.join(", ")}`;
  throw new WmConfigError(`unknown ${kind} "${unknown}"; ${hint}`, { argument: unknown });
}

/** Plain object check: rejects a Map, a Headers object and a list. */
function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(Symbol.iterator in value);
}

/** A non-empty header value, trimmed as `fetch` does. */
export function headerValue(name: string, value: unknown): string {
  const text = typeof value === "string" ? headerText(name, value) : "";
  if (text === "") throw unusable(name, "must be a non-empty string");
  return text;
}

/** A token without trailing line breaks. Rejects one with a scheme or with other whitespace. */
export function readToken(name: string, value: unknown): string {
  const token = typeof value === "string" ? value.replace(/[\r\n]+$/, "") : value;
  if (typeof token === "string" && /\s/.test(token) && token.trim() !== "") {
    throw unusable(name, 'must not contain whitespace or a scheme; pass the JWT alone, without "Bearer"');
  }
  return headerValue(name, token);
}

function headerText(name: string, value: unknown): string {
  if (typeof value !== "string") throw unusable(name, "must be a string");
  const text = value.trim();
  if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(text)) throw unusable(name, "contains a character not allowed in HTTP headers");
  return text;
}

/** Connection headers, which `fetch` forbids. */
const connectionHeader = /^(?:connection|content-length|expect|host|keep-alive|te|trailer|transfer-encoding|upgrade)$/;

/** Checks the headers of a call. Returns them with lower-case names. Throws {@link WmConfigError}. */
export function readCallHeaders(headers: unknown): Record<string, string> {
  return readHeaders(headers, reservedByCall);
}

function readHeaders(headers: unknown, reserved: Readonly<Record<string, string>>): Record<string, string> {
  const checked: Record<string, string> = {};
  for (const [given, value] of Object.entries(readObject("headers", headers) as object)) {
    if (value === undefined) continue;
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(given)) throw unusable("headers", `${JSON.stringify(given)} is not a valid header name`);
    const name = given.toLowerCase();
    if (connectionHeader.test(name)) throw unusable("headers", `${given} cannot be set (connection header)`);
    if (Object.hasOwn(reserved, name)) throw unusable("headers", `${given} cannot be set; use the option ${reserved[name]}`);
    checked[name] = headerText(`headers["${given}"]`, value);
  }
  return checked;
}

function readHooks(name: string, hooks: unknown): unknown {
  checkNames("hook", hooks, hookNames, name);
  for (const [hook, value] of Object.entries(hooks as object)) if (value !== undefined) readFunction(`${name}.${hook}`, value);
  return hooks;
}

const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Checks a base URL. Messages do not show it, because it may contain a password. */
function readBaseUrl(name: string, value: unknown): string {
  const { protocol, hostname, username, password, search, hash, origin, pathname } = urlOf(value) ?? ({} as Partial<URL>);
  if (protocol !== "https:" && !(protocol === "http:" && loopback.test(hostname!))) throw unusable(name, "must use https (http for loopback hosts only)");
  if (username || password || search || hash) throw unusable(name, "must not contain a user name, password, query or fragment");
  // Not `href`: it keeps a trailing `?` or `#`.
  return `${origin}${pathname}`.replace(/\/+$/, "");
}

function urlOf(value: unknown): URL | undefined {
  return typeof value === "string" && URL.canParse(value) ? new URL(value) : undefined;
}

/** Rejects a URL outside the configured origin: credentials never leave it. Throws {@link WmConfigError}. */
export function checkOrigin(url: string, { baseUrl }: Config): void {
  if (url.startsWith(`${baseUrl}/`)) return;
  const { origin } = new URL(baseUrl);
  const target = urlOf(url)?.origin;
  if (target !== origin) throw unusable("url", `must be on ${origin}, not on ${target}`);
}
