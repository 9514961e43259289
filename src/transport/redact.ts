const hidden = "[redacted]";

/** Names of headers whose values are shown in events. Gateways use many names for keys, so any other value is hidden. */
const harmlessHeader =
  /^(?:accept|age|cache-control|clientid|content-(?:encoding|length|type)|date|etag|(?:request-tracking|x-correlation|x-request)-id|retry-after|server|traceparent|user-agent|vary|via)$/;

/** Min length of a token to redact, in characters. A shorter one would match parts of words. */
const shortestToken = 8;

/** Max length of a text in a foreign error that is searched and shown, in characters. */
const longestText = 20_000;

/** Max number of values to scan in a foreign error. Beyond it, assume that it contains a token. */
const searchLimit = 1_000;

/** Max depth of the `cause` chain kept in a redacted copy. */
const longestChain = 20;

/** The forms of a token to redact: plain and in base64. Empty for a short token. */
export function secretsOf(token: string): string[] {
  if (token.length < shortestToken) return [];
  // Percent-encoding encodes UTF-8 bytes.
  const forms = [token, String.fromCharCode(...new TextEncoder().encode(token))].flatMap((text) => {
    const base64 = btoa(text).replace(/=+$/, "");
    return [text, base64, base64.replace(/[+/]/g, (mark) => (mark === "+" ? "-" : "_"))];
  });
  return [...new Set([...forms, decoded(token)])].filter(({ length }) => length >= shortestToken);
}

function withoutPlain(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, hidden), text);
}

/** `text` without the escapes of JSON and URLs. */
function decoded(text: string): string {
  return text.replace(/%([\da-f]{2})|\\u([\da-f]{4})|\\/gi, (_, byte?: string, unit?: string) => {
    const code = byte ?? unit;
    return code === undefined ? "" : String.fromCharCode(Number.parseInt(code, 16));
  });
}

/** `text` without tokens, verbatim or encoded. A text with an encoded one is returned without its escapes. */
export function withoutTokens(text: string, secrets: readonly string[]): string {
  const shown = withoutPlain(text, secrets);
  if (!/[%\\]/.test(shown)) return shown;
  const plain = decoded(shown);
  const clean = withoutPlain(plain, secrets);
  return clean === plain ? shown : clean;
}

/** Redacts a text that may be truncated: tokens, and a part of one at its end. */
export function shownText(text: string, secrets: readonly string[]): string {
  const shown = withoutTokens(text, secrets);
  for (const secret of secrets) {
    const start = shown.indexOf(secret.slice(0, shortestToken), Math.max(0, shown.length - secret.length));
    if (start >= 0 && secret.startsWith(shown.slice(start))) return shown.slice(0, start) + hidden;
  }
  return shown;
}

/** A copy of a parsed JSON value without the tokens. Never throws. */
export function shownJson(value: unknown, secrets: readonly string[]): unknown {
  const copy = (value: unknown): unknown => {
    if (typeof value === "string") return withoutTokens(value, secrets);
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [withoutTokens(name, secrets), copy(item)]));
  };
  try {
    return copy(value);
  } catch {
    return "[nested too deep]";
  }
}

/** Frozen copy of headers for hooks, with lower-case names. Values are hidden unless the name is harmless. */
export function redactHeaders(headers: Iterable<readonly [string, string]>, secrets: readonly string[]): Readonly<Record<string, string>> {
  const entries = Array.from(headers, ([name, value]) => [name, harmlessHeader.test(name) ? withoutTokens(value, secrets) : hidden]);
  return Object.freeze(Object.fromEntries(entries) as Record<string, string>);
}

/** Headers of a response for errors and results: without cookies, tokens redacted. `JSON.stringify` shows them as an object. */
export function shownHeaders(headers: Headers, secrets: readonly string[]): Headers {
  const shown = new Headers();
  for (const [name, value] of headers) {
    if (name === "set-cookie") continue;
    const text = withoutTokens(value, secrets);
    // Decoded escapes may be characters not allowed in headers.
    shown.append(name, /[^\t\x20-\x7e\x80-\xff]/.test(text) ? hidden : text);
  }
  return Object.defineProperty(shown, "toJSON", { value: () => Object.fromEntries(shown) });
}

function startOf(value: unknown): string {
  return String(value).slice(0, longestText);
}

/** A foreign error, safe to be shown: itself, or a copy without tokens if it contains one. */
export function redactError(error: unknown, secrets: readonly string[]): unknown {
  return secrets.length > 0 && mentions(error, secrets) ? safeCopy(error, secrets, 0) : error;
}

function safeCopy(error: unknown, secrets: readonly string[], depth: number): unknown {
  try {
    if (!(error instanceof Error) || depth === longestChain) return hidden;
    const { message, name, stack, cause, code } = error as Error & { code?: unknown };
    const shown = (value: unknown) => shownText(startOf(value), secrets);
    const copy = new Error(shown(message), cause === undefined ? {} : { cause: safeCopy(cause, secrets, depth + 1) });
    Object.defineProperty(copy, "name", { value: shown(name), configurable: true, writable: true });
    copy.stack = shown(stack);
    // The code of a system error is a constant such as ECONNRESET.
    return typeof code === "string" && /^[A-Z][A-Z\d_]{1,40}$/.test(code) ? Object.assign(copy, { code }) : copy;
  } catch {
    // Getters may throw; hide the error entirely.
    return hidden;
  }
}

/** Shortest reason of a failure, without tokens. In Node, the `code` of the cause. Never throws. */
export function reasonOf(error: unknown, secrets: readonly string[]): string {
  try {
    const { cause, message } = Object(error) as Error;
    const inner = Object(cause) as Error & { code?: unknown };
    const reason = typeof inner.code === "string" ? inner.code : (inner.message ?? message);
    // The text of an object may be very long.
    if (reason !== undefined || Object(error) !== error) return shownText(startOf(reason ?? error), secrets);
  } catch {
    // Getters may throw.
  }
  return "unknown reason";
}

/** Searches an error, and all values in it, for a token. */
function mentions(error: unknown, secrets: readonly string[]): boolean {
  const seen = new Set<unknown>();
  const open = [error];
  try {
    // `open` grows in the loop.
    for (const value of open) {
      if (typeof value === "string" || typeof value === "symbol") {
        const text = String(value);
        if (text.length > longestText || withoutTokens(text, secrets) !== text) return true;
      } else if (Object(value) === value && !seen.has(value)) {
        const parts = partsOf(value as object);
        if (parts === undefined || seen.add(value).size > searchLimit || open.length + parts.length > searchLimit * 10) return true;
        open.push(...parts);
      }
    }
    return false;
  } catch {
    // Unreadable values may contain anything.
    return true;
  }
}

/** Keys and values of an object that `inspect` and `JSON.stringify` show. Undefined if there are too many to search. */
function partsOf(value: object): unknown[] | undefined {
  // `inspect` shows bytes as numbers.
  if (ArrayBuffer.isView(value)) return [];
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  const isCollection = /^(?:Map|Set|Headers|URLSearchParams|FormData)$/.test(kind);
  const size = Array.isArray(value) ? value.length : isCollection ? (value as Set<unknown>).size : 0;
  // `inspect` shows the value of a promise, which cannot be read here.
  if (size > searchLimit || kind === "Promise") return undefined;
  const keys = Reflect.ownKeys(value);
  if (keys.length > searchLimit) return undefined;
  const parts = keys.flatMap((key) => [key, (value as Record<PropertyKey, unknown>)[key]]);
  if (isCollection) parts.push(...(value as Set<unknown>));
  if (kind === "Request" || kind === "Response") parts.push((value as Request).url, ...(value as Request).headers);
  if (kind === "URL") parts.push(String(value));
  return parts;
}
