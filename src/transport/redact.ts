const hidden = "[redacted]";

/** Names of headers whose value is, or may be, a credential. */
const secretName = /authori[sz]ation|cookie|token|secret|password|api-?key|signature/i;

/** How many values of an error of others are searched for a token. One that has more may hold anything. */
const searchLimit = 2_000;

/** How many causes of an error of others are shown. */
const longestChain = 20;

/** `text` without the tokens, for what a server or a library may have copied them into. */
export function withoutTokens(text: string, tokens: readonly string[]): string {
  return tokens.reduce((rest, token) => rest.replaceAll(token, hidden), text);
}

/** A copy of a parsed JSON value without the tokens, which JSON may have spelt in many ways. */
export function jsonWithoutTokens(value: unknown, tokens: readonly string[]): unknown {
  if (typeof value === "string") return withoutTokens(value, tokens);
  if (Array.isArray(value)) return value.map((item) => jsonWithoutTokens(item, tokens));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [withoutTokens(name, tokens), jsonWithoutTokens(item, tokens)]));
}

/** The same for people to look at, whatever it is. */
export function shownJson(value: unknown, tokens: readonly string[]): unknown {
  try {
    return jsonWithoutTokens(value, tokens);
  } catch {
    return "[nested too deep]";
  }
}

/** A frozen copy of headers for people to look at: credentials are hidden. */
export function redactHeaders(headers: Iterable<readonly [string, string]>, tokens: readonly string[]): Readonly<Record<string, string>> {
  const copy: Record<string, string> = {};
  for (const [name, value] of headers) copy[name] = secretName.test(name) ? hidden : withoutTokens(value, tokens);
  return Object.freeze(copy);
}

/** An error that others threw, safe to be shown: itself, or where it mentions a token, a copy that does not. */
export function redactError(error: unknown, tokens: readonly string[]): unknown {
  return tokens.length > 0 && mentions(error, tokens) ? safeCopy(error, tokens, 0) : error;
}

function safeCopy(error: unknown, tokens: readonly string[], depth: number): unknown {
  try {
    if (!(error instanceof Error) || depth === longestChain) return hidden;
    const copy = new Error(withoutTokens(String(error.message), tokens), error.cause === undefined ? {} : { cause: safeCopy(error.cause, tokens, depth + 1) });
    const shown = (value: unknown) => ({ value: withoutTokens(String(value), tokens), configurable: true, writable: true });
    return Object.defineProperties(copy, { name: shown(error.name), stack: shown(error.stack) });
  } catch {
    // What throws when it is looked at is no error to be shown.
    return hidden;
  }
}

/** Whether a token is anywhere within. */
function mentions(value: unknown, tokens: readonly string[]): boolean {
  const seen = new Set<unknown>();
  const open = [value];
  try {
    // Grows while it is walked.
    for (const next of open) {
      if (typeof next === "string" || typeof next === "symbol") {
        if (tokens.some((token) => String(next).includes(token))) return true;
      } else if ((typeof next === "object" || typeof next === "function") && next !== null && !seen.has(next)) {
        if (seen.add(next).size > searchLimit) return true;
        open.push(...partsOf(next));
      }
    }
    return false;
  } catch {
    // What cannot be looked into may hold anything.
    return true;
  }
}

function partsOf(value: object): unknown[] {
  const own = Reflect.ownKeys(value).flatMap((key) => [key, (value as Record<PropertyKey, unknown>)[key]]);
  if (value instanceof Request) own.push(value.url, ...value.headers);
  if (value instanceof URL || value instanceof URLSearchParams) own.push(String(value));
  if (value instanceof Headers || value instanceof Map || value instanceof Set) own.push(...value);
  return own;
}
