import { WmConfigError } from "./errors.js";
import type { WmHooks } from "./hooks.js";

/** What a token provider is told. */
export interface TokenContext {
  /** The token that WM has just refused with a 401. Undefined when a token is asked for the first time or has expired. */
  readonly rejected?: string;
}

/**
 * Gives the JWT to authenticate with. It is asked when there is no token, when the `exp` of the one in use is less than 30 seconds away,
 * and once after a 401; calls that need a token at the same moment share one request for it.
 */
export type TokenProvider = (context: TokenContext) => string | Promise<string>;

/** The options of {@link createWmClient}. */
export interface WmClientOptions {
  /** The client identifier that WM issued. Sent as `ClientId`. */
  readonly clientId: string;
  /** The JWT that WM issued, or a function that gets one. With a fixed token a 401 is final. */
  readonly token: string | TokenProvider;
  /**
   * Which of WM's servers to talk to.
   *
   * @defaultValue `"production"`
   */
  readonly environment?: "production" | "test" | undefined;
  /**
   * Where the API is, instead of `environment`: for a mock, or a gateway of one's own. `https`, or `http` to a loopback host.
   *
   * @defaultValue the server of `environment`
   */
  readonly baseUrl?: string | undefined;
  /**
   * What sends the requests.
   *
   * @defaultValue the global `fetch`, looked up at every request
   */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * How long one attempt may take, its body included, in milliseconds.
   *
   * @defaultValue `30_000`
   */
  readonly timeout?: number | undefined;
  /**
   * How often a call is tried again after its first attempt: only what can do no harm twice, after a random wait of at most 8 seconds, or the
   * `Retry-After` that WM asks for, up to 60 seconds.
   *
   * @defaultValue `2`
   */
  readonly maxRetries?: number | undefined;
  /**
   * Makes the `Request-Tracking-Id` of an attempt.
   *
   * @defaultValue `crypto.randomUUID`
   */
  readonly trackingId?: (() => string) | undefined;
  /**
   * Headers for every request, beside those of the client itself.
   *
   * @defaultValue none
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Observers of requests, responses, retries, errors and values that do not fit.
   *
   * @defaultValue none
   */
  readonly hooks?: WmHooks | undefined;
}

/** What can be set for a single call. */
export interface RequestOptions {
  /**
   * Ends the call when it is aborted; the call then rejects with `signal.reason`.
   *
   * @defaultValue none
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * How long one attempt may take, its body included, in milliseconds.
   *
   * @defaultValue the client's
   */
  readonly timeout?: number | undefined;
  /**
   * How often the call is tried again after its first attempt.
   *
   * @defaultValue the client's
   */
  readonly maxRetries?: number | undefined;
  /**
   * The `Request-Tracking-Id` of every attempt of this call.
   *
   * @defaultValue a fresh one for each attempt
   */
  readonly trackingId?: string | undefined;
  /**
   * Headers for this call. They go before the client's.
   *
   * @defaultValue the client's alone
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The client's options, checked and with their defaults. */
export interface Config {
  readonly clientId: string;
  readonly token: string | TokenProvider;
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch | undefined;
  readonly timeout: number;
  readonly maxRetries: number;
  readonly trackingId: () => string;
  readonly headers: Readonly<Record<string, string>>;
  readonly hooks: WmHooks;
}

/** A call's options, checked and with the client's where it has none of its own. */
export interface CallConfig {
  readonly signal: AbortSignal | undefined;
  readonly timeout: number;
  readonly maxRetries: number;
  readonly trackingId: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** The servers of the merged spec. */
export const servers = {
  production: "https://api.wm.com/v1",
  test: "https://apitest.wm.com/v1",
} as const;

/** The longest time a timer can be set to; Node turns a longer one into 1 ms. */
const longestTimeout = 2 ** 31 - 1;

const clientOptionNames = ["clientId", "token", "environment", "baseUrl", "fetch", "timeout", "maxRetries", "trackingId", "headers", "hooks"];
const requestOptionNames = ["signal", "timeout", "maxRetries", "trackingId", "headers"];
const hookNames = ["request", "response", "retry", "error", "decodeIssue"];

/** Checks the client's options. Throws {@link WmConfigError}. */
export function readOptions(options: WmClientOptions): Config {
  checkNames("option", options, clientOptionNames);
  const { environment = "production", fetch, trackingId = () => crypto.randomUUID(), hooks = {}, token } = options;
  if (!Object.hasOwn(servers, environment)) throw new WmConfigError('environment: must be "production" or "test"');
  if (fetch !== undefined) checkFunction("fetch", fetch);
  checkFunction("trackingId", trackingId);
  checkNames("hooks", hooks, hookNames);
  for (const [name, hook] of Object.entries(hooks)) if (hook !== undefined) checkFunction(`hooks.${name}`, hook);
  return {
    clientId: headerValue("clientId", options.clientId),
    token: typeof token === "function" ? token : headerValue("token", token),
    baseUrl: options.baseUrl === undefined ? servers[environment] : readBaseUrl(options.baseUrl),
    fetch,
    timeout: readTimeout(options.timeout ?? 30_000),
    maxRetries: readMaxRetries(options.maxRetries ?? 2),
    trackingId,
    headers: readHeaders(options.headers ?? {}, { Authorization: "token", ClientId: "clientId", "Request-Tracking-Id": "trackingId" }),
    hooks,
  };
}

/** Checks a call's options. Throws {@link WmConfigError}. */
export function readRequestOptions(options: RequestOptions | undefined, config: Config): CallConfig {
  const { timeout, maxRetries, headers: clientHeaders } = config;
  if (options === undefined) return { signal: undefined, timeout, maxRetries, trackingId: undefined, headers: clientHeaders };
  checkNames("option", options, requestOptionNames);
  const { signal, trackingId } = options;
  if (signal !== undefined && !(signal instanceof AbortSignal)) throw new WmConfigError("signal: must be an AbortSignal");
  const own = options.headers === undefined ? {} : readHeaders(options.headers, { Authorization: "token" });
  const headers = { ...clientHeaders, ...own };
  return {
    signal,
    timeout: readTimeout(options.timeout ?? timeout),
    maxRetries: readMaxRetries(options.maxRetries ?? maxRetries),
    trackingId: trackingId === undefined ? headers["Request-Tracking-Id"] : headerValue("trackingId", trackingId),
    headers,
  };
}

/** Refuses a name that nothing reads, so that a misspelt one does not go unnoticed. */
export function checkNames(what: string, given: unknown, names: readonly string[]): void {
  if (!isPlain(given)) throw new WmConfigError(`${what}: must be an object`);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new WmConfigError(`${what} "${unknown}" is unknown; known are ${names.join(", ") || "none"}`);
}

/** Whether a value has its content in its properties, as a Map, a Headers object or a list has not. */
function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(Symbol.iterator in value);
}

/** A value that can be sent in a header. White space around it is not part of it, as `fetch` has it. The value is never in the message. */
export function headerValue(name: string, value: unknown): string {
  const text = typeof value === "string" ? value.trim() : "";
  if (text === "") throw new WmConfigError(`${name}: must be a string that is not empty`);
  if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(text)) throw new WmConfigError(`${name}: has a character that no HTTP header can carry`);
  return text;
}

/** Headers that say how a message is carried, which `fetch` refuses to take from a caller. */
const transportHeader = /^(?:connection|content-length|expect|host|keep-alive|te|trailer|transfer-encoding|upgrade)$/i;

/** The names of the client's own headers as they are written; others are sent in lower case. */
const ownHeaderNames = ["Accept", "Authorization", "ClientId", "Content-Type", "Request-Tracking-Id"];

function headerName(name: string): string {
  const lower = name.toLowerCase();
  return ownHeaderNames.find((own) => own.toLowerCase() === lower) ?? lower;
}

/** Checks headers and gives each name one spelling. `reserved` are those that an option is there for. */
export function readHeaders(headers: Readonly<Record<string, string>>, reserved: Readonly<Record<string, string>>): Record<string, string> {
  if (!isPlain(headers)) throw new WmConfigError("headers: must be an object of names and values");
  const checked: Record<string, string> = {};
  for (const [given, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(given)) throw new WmConfigError(`headers: ${JSON.stringify(given)} is not the name of a header`);
    if (transportHeader.test(given)) throw new WmConfigError(`headers: ${given} is for the connection to set`);
    const name = headerName(given);
    if (Object.hasOwn(reserved, name)) throw new WmConfigError(`headers: ${name} is set by the client; use the option ${reserved[name]}`);
    checked[name] = headerValue(`headers["${given}"]`, value);
  }
  return checked;
}

function checkFunction(name: string, value: unknown): void {
  if (typeof value !== "function") throw new WmConfigError(`${name}: must be a function`);
}

function readTimeout(timeout: number): number {
  if (typeof timeout !== "number" || !(timeout > 0 && timeout <= longestTimeout)) {
    throw new WmConfigError(`timeout: must be a number of milliseconds above 0 and at most ${longestTimeout}`);
  }
  return timeout;
}

function readMaxRetries(maxRetries: number): number {
  if (!Number.isInteger(maxRetries) || maxRetries < 0) throw new WmConfigError("maxRetries: must be a whole number, 0 or more");
  return maxRetries;
}

const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Checks a base URL. It may hold a password, so it is not in any message. */
function readBaseUrl(baseUrl: string): string {
  const url = typeof baseUrl === "string" && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url?.protocol !== "https:" && url?.protocol !== "http:") throw new WmConfigError("baseUrl: must be an absolute http or https URL");
  if (url.username || url.password) throw new WmConfigError("baseUrl: must not hold a user name or a password");
  if (url.search || url.hash) throw new WmConfigError("baseUrl: must not have a query or a fragment");
  checkTarget("baseUrl", url);
  // Not its href, which keeps a mark that nothing follows.
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

/** Refuses to send credentials in the clear to another machine. */
export function checkTarget(name: string, { protocol, hostname }: URL): void {
  if (protocol !== "https:" && !loopback.test(hostname)) {
    throw new WmConfigError(`${name}: credentials go over https only, and ${hostname} is not a loopback host`);
  }
}
