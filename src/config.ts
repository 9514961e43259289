import { WmConfigError } from "./errors.js";
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
  readonly context: unknown;
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

const clientOptionNames = [
  "clientId",
  "token",
  "environment",
  "baseUrl",
  "fetch",
  "timeout",
  "totalTimeout",
  "maxRetries",
  "maxResponseBytes",
  "trackingId",
  "headers",
  "hooks",
];
const requestOptionNames = ["signal", "timeout", "totalTimeout", "maxRetries", "trackingId", "headers", "context"];
const hookNames = ["request", "response", "retry", "success", "error", "decodeIssue"];

/** Headers that an option sets, with that option: for a client, and for a call. */
const reservedByClient = { [headerNames.authorization]: "token", [headerNames.clientId]: "clientId", [headerNames.trackingId]: "trackingId" };
const reservedByCall = { [headerNames.authorization]: "token" };

/** The error for an unusable option or argument. The value is never in the message. */
export function unusable(argument: string, why: string, cause?: unknown): WmConfigError {
  return new WmConfigError(`${argument}: ${why}`, { argument, ...(cause !== undefined && { cause }) });
}

/** Checks the client's options. Throws {@link WmConfigError}. */
export function readOptions(options: WmClientOptions): Config {
  checkNames("option", options, clientOptionNames);
  const { environment = "production", fetch, trackingId, hooks = {}, token, timeout = 30_000, totalTimeout, maxRetries = 2 } = options;
  if (!Object.hasOwn(servers, environment)) throw unusable("environment", 'must be "production" or "test"');
  if (fetch !== undefined) checkFunction("fetch", fetch);
  if (trackingId !== undefined) checkFunction("trackingId", trackingId);
  checkNames("hook", hooks, hookNames, "hooks");
  for (const [name, hook] of Object.entries(hooks)) if (hook !== undefined) checkFunction(`hooks.${name}`, hook);
  return {
    clientId: headerValue("clientId", options.clientId),
    token: typeof token === "function" ? token : readToken("token", token),
    baseUrl: options.baseUrl === undefined ? servers[environment] : readBaseUrl(options.baseUrl),
    fetch,
    timeout: readTimeout("timeout", timeout),
    totalTimeout: totalTimeout === undefined ? undefined : readTimeout("totalTimeout", totalTimeout),
    maxRetries: readWhole("maxRetries", maxRetries, 0),
    maxResponseBytes: readWhole("maxResponseBytes", options.maxResponseBytes ?? 100 * 2 ** 20, 1),
    trackingId,
    headers: readHeaders(options.headers ?? {}, reservedByClient),
    hooks,
  };
}

/** Checks a call's options. Throws {@link WmConfigError}. */
export function readRequestOptions(options: RequestOptions | undefined, config: Config): CallConfig {
  const { timeout, totalTimeout, maxRetries } = config;
  if (options === undefined) return { signal: undefined, timeout, totalTimeout, maxRetries, trackingId: undefined, headers: undefined, context: undefined };
  checkNames("option", options, requestOptionNames, "options");
  const { signal, trackingId, headers, context } = options;
  if (signal !== undefined && !(signal instanceof AbortSignal)) throw unusable("signal", "must be an AbortSignal");
  return {
    signal,
    timeout: options.timeout === undefined ? timeout : readTimeout("timeout", options.timeout),
    totalTimeout: options.totalTimeout === undefined ? totalTimeout : readTimeout("totalTimeout", options.totalTimeout),
    maxRetries: options.maxRetries === undefined ? maxRetries : readWhole("maxRetries", options.maxRetries, 0),
    trackingId: trackingId === undefined ? undefined : headerValue("trackingId", trackingId),
    headers: headers === undefined ? undefined : readCallHeaders(headers),
    context,
  };
}

/** Rejects an unknown name, so that a misspelt one does not go unnoticed. `argument` is the object that has the names. */
export function checkNames(kind: string, given: unknown, names: readonly string[], argument = kind): void {
  if (!isPlain(given)) throw unusable(argument, "must be an object");
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const meant = nearest(unknown, names);
  const hint = meant === undefined ? `known are ${names.join(", ") || "none"}` : `did you mean "${meant}"?`;
  const place = kind === "argument" && requestOptionNames.includes(unknown) ? `"${unknown}" is an option of the call: pass it in the last argument` : hint;
  throw new WmConfigError(`unknown ${kind} "${unknown}"; ${place}`, { argument: unknown });
}

/** Checks for an object with its content in its properties: not a Map, a Headers object or a list. */
function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(Symbol.iterator in value);
}

/** A non-empty value that can be sent in a header, trimmed, as `fetch` does. */
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
export function readCallHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return readHeaders(headers, reservedByCall);
}

function readHeaders(headers: Readonly<Record<string, string>>, reserved: Readonly<Record<string, string>>): Record<string, string> {
  if (!isPlain(headers)) throw unusable("headers", "must be an object of names and values");
  const checked: Record<string, string> = {};
  for (const [given, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(given)) throw unusable("headers", `${JSON.stringify(given)} is not a valid header name`);
    const name = given.toLowerCase();
    if (connectionHeader.test(name)) throw unusable("headers", `${given} cannot be set (connection header)`);
    if (Object.hasOwn(reserved, name)) throw unusable("headers", `${given} cannot be set; use the option ${reserved[name]}`);
    checked[name] = headerText(`headers["${given}"]`, value);
  }
  return checked;
}

function checkFunction(name: string, value: unknown): void {
  if (typeof value !== "function") throw unusable(name, "must be a function");
}

function readTimeout(name: string, timeout: number): number {
  if (typeof timeout !== "number" || !(timeout > 0 && timeout <= longestTimeout)) {
    throw unusable(name, `must be greater than 0 and at most ${longestTimeout} (milliseconds)`);
  }
  return timeout;
}

function readWhole(name: string, value: number, least: number): number {
  if (!Number.isInteger(value) || value < least) throw unusable(name, `must be a whole number, ${least} or more`);
  return value;
}

const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Checks a base URL. It may hold a password, so no message shows it. */
function readBaseUrl(baseUrl: string): string {
  const url = typeof baseUrl === "string" && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url?.protocol !== "https:" && url?.protocol !== "http:") throw unusable("baseUrl", "must be an absolute http or https URL");
  if (url.username || url.password) throw unusable("baseUrl", "must not contain a user name or a password");
  if (url.search || url.hash) throw unusable("baseUrl", "must not have a query or a fragment");
  if (url.protocol !== "https:" && !loopback.test(url.hostname)) throw unusable("baseUrl", "must use https (http is allowed for loopback hosts only)");
  // Not `href`: it keeps a trailing `?` or `#`.
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

/** Rejects a URL outside the configured origin: credentials never leave it. Throws {@link WmConfigError}. */
export function checkOrigin(url: string, { baseUrl }: Config): void {
  if (url.startsWith(`${baseUrl}/`)) return;
  const { origin } = new URL(baseUrl);
  const target = URL.canParse(url) ? new URL(url) : undefined;
  if (target === undefined) throw unusable("url", "invalid");
  if (target.origin !== origin) throw unusable("url", `must be on ${origin}, not on ${target.host}`);
}
