const hidden = "[redacted]";

/** Names of headers whose values are shown in events. Gateways use many names for keys, so any other value is hidden. */
const harmlessHeader =
  /^(?:accept(?:-encoding|-language|-ranges)?|age|allow|cache-control|clientid|connection|content-(?:encoding|language|length|type)|date|etag|expires|keep-alive|last-modified|(?:request-tracking|x-correlation|x-request)-id|retry-after|server|sl-violations|traceparent|transfer-encoding|user-agent|vary|via)$/;

/** Min length of a token that is searched for in texts, in characters. A shorter one would match parts of words. */
const shortestToken = 8;

/** Max number of values to scan in a foreign error. Beyond it, assume that it contains a token. */
const searchLimit = 2_000;

/** Max depth of the `cause` chain kept in a redacted copy. */
const longestChain = 20;

/** Patterns of recent tokens. */
const patterns = new Map<string, RegExp>();

/** A pattern that finds a token verbatim, percent-encoded, JSON-escaped and base64-encoded. */
function patternOf(token: string): RegExp {
  let pattern = patterns.get(token);
  if (pattern === undefined) {
    const escaped = Array.from(token, encodings).join("");
    const base64 = btoa(token).replace(/=+$/, "");
    pattern = new RegExp(`${escaped}|${base64.replace(/[+/]/g, (mark) => (mark === "+" ? "[+-]" : "\\\\?[/_]"))}`, "g");
    if (patterns.size > 50) patterns.clear();
    patterns.set(token, pattern);
  }
  return pattern;
}

/** A pattern of one Latin-1 character in all encodings. */
function encodings(character: string): string {
  const code = character.charCodeAt(0);
  const hex = (digits: number) =>
    code
      .toString(16)
      .padStart(digits, "0")
      .replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
  const percent = code < 128 ? `%${hex(2)}` : encodeURIComponent(character).replace(/[A-F]/g, (letter) => `[${letter}${letter.toLowerCase()}]`);
  return `(?:\\\\?\\x${code.toString(16).padStart(2, "0")}|${percent}|\\\\u${hex(4)})`;
}

/** `text` without the tokens. A server or a library may have copied them into it. */
export function withoutTokens(text: string, tokens: readonly string[]): string {
  return tokens.reduce((rest, token) => (token.length < shortestToken ? rest : rest.replace(patternOf(token), hidden)), text);
}

function hasToken(text: string, tokens: readonly string[]): boolean {
  return tokens.some((token) => token.length >= shortestToken && text.search(patternOf(token)) >= 0);
}

/** A copy of a parsed JSON value without the tokens. */
export function jsonWithoutTokens(value: unknown, tokens: readonly string[]): unknown {
  if (typeof value === "string") return withoutTokens(value, tokens);
  if (Array.isArray(value)) return value.map((item) => jsonWithoutTokens(item, tokens));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [withoutTokens(name, tokens), jsonWithoutTokens(item, tokens)]));
}

/** Like {@link jsonWithoutTokens}, but never throws. */
export function shownJson(value: unknown, tokens: readonly string[]): unknown {
  try {
    return jsonWithoutTokens(value, tokens);
  } catch {
    return "[nested too deep]";
  }
}

/** Frozen copy of headers for hooks, with lower-case names. Values are hidden unless the name is harmless. */
export function redactHeaders(headers: Iterable<readonly [string, string]>, tokens: readonly string[]): Readonly<Record<string, string>> {
  const entries = Array.from(headers, ([name, value]) => [name.toLowerCase(), harmlessHeader.test(name.toLowerCase()) ? withoutTokens(value, tokens) : hidden]);
  return Object.freeze(Object.fromEntries(entries) as Record<string, string>);
}

/** Headers of a response for errors and results: without cookies, tokens redacted. `JSON.stringify` shows them as an object. */
export function shownHeaders(headers: Headers, tokens: readonly string[]): Headers {
  const shown = new Headers();
  for (const [name, value] of headers) if (name !== "set-cookie") shown.append(name, withoutTokens(value, tokens));
  return Object.defineProperty(shown, "toJSON", { value: () => Object.fromEntries(shown) });
}

/** A foreign error, safe to be shown: itself, or a copy without tokens if it contains one. */
export function redactError(error: unknown, tokens: readonly string[]): unknown {
  return tokens.length > 0 && mentions(error, tokens) ? safeCopy(error, tokens, 0) : error;
}

function safeCopy(error: unknown, tokens: readonly string[], depth: number): unknown {
  try {
    if (!(error instanceof Error) || depth === longestChain) return hidden;
    const copy = new Error(withoutTokens(String(error.message), tokens), error.cause === undefined ? {} : { cause: safeCopy(error.cause, tokens, depth + 1) });
    const shown = (value: unknown) => ({ value: withoutTokens(String(value), tokens), configurable: true, writable: true });
    // The code of a system error is a constant such as ECONNRESET.
    const code =
      "code" in error && typeof error.code === "string" && /^[A-Z][A-Z\d_]{1,40}$/.test(error.code) ? { code: { value: error.code, enumerable: true } } : {};
    return Object.defineProperties(copy, { name: shown(error.name), stack: shown(error.stack), ...code });
  } catch {
    // Getters may throw; hide the error entirely.
    return hidden;
  }
}

/** The shortest text that says why something failed: Node has it in the code of the cause. Never throws. May contain a token. */
export function reasonOf(error: unknown): string {
  try {
    if (!(error instanceof Error)) return "unknown reason";
    const { cause } = error;
    if (!(cause instanceof Error)) return String(error.message);
    return "code" in cause && typeof cause.code === "string" ? cause.code : String(cause.message);
  } catch {
    return "unknown reason";
  }
}

/** Searches an error, and everything it holds, for a token. */
function mentions(value: unknown, tokens: readonly string[]): boolean {
  const seen = new Set<unknown>();
  const open = [value];
  try {
    // Grows while it is walked.
    for (const next of open) {
      if (typeof next === "string" || typeof next === "symbol") {
        if (hasToken(String(next), tokens)) return true;
      } else if ((typeof next === "object" || typeof next === "function") && next !== null && !seen.has(next)) {
        if (seen.add(next).size > searchLimit) return true;
        const parts = partsOf(next);
        if (parts === undefined || open.length + parts.length > searchLimit * 10) return true;
        open.push(...parts);
      }
    }
    return false;
  } catch {
    // Unreadable values may contain anything.
    return true;
  }
}

/** Keys and values of an object. Undefined if there are too many to search. */
function partsOf(value: object): unknown[] | undefined {
  // Bytes are shown as numbers, and searching millions of them would block.
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return [];
  const size = Array.isArray(value) ? value.length : value instanceof Map || value instanceof Set ? value.size : 0;
  if (size > searchLimit) return undefined;
  const own = Reflect.ownKeys(value).flatMap((key) => [key, (value as Record<PropertyKey, unknown>)[key]]);
  if (value instanceof Request) own.push(value.url, ...value.headers);
  if (value instanceof URL || value instanceof URLSearchParams) own.push(String(value));
  if (value instanceof Headers || value instanceof Map || value instanceof Set) own.push(...value);
  return own;
}
