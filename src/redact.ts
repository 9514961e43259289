const hidden = "[redacted]";

/** Names of headers whose value is, or may be, a credential. */
const secretName = /authori[sz]ation|cookie|token|secret|password|api-?key|signature/i;

/** How deep an error of others is searched for the token; `inspect` prints less. */
const searchDepth = 5;

/** `text` without the token, for what a server or a library may have copied it into. */
export function withoutToken(text: string, token: string | undefined): string {
  return token === undefined ? text : text.replaceAll(token, hidden);
}

/** A copy of a value of a body without the token, for an observer: what it does to the copy changes nothing. */
export function redactValue(value: unknown, token: string): unknown {
  if (typeof value === "string") return withoutToken(value, token);
  return typeof value === "object" ? (JSON.parse(withoutToken(JSON.stringify(value), token)) as unknown) : value;
}

/** A frozen copy of headers for people to look at: credentials are hidden. */
export function redactHeaders(headers: Iterable<readonly [string, string]>, token: string | undefined): Readonly<Record<string, string>> {
  const copy: Record<string, string> = {};
  for (const [name, value] of headers) copy[name] = secretName.test(name) ? hidden : withoutToken(value, token);
  return Object.freeze(copy);
}

/** An error that others threw, safe to be shown: itself, or where it mentions the token, a copy that does not. */
export function redactError(error: unknown, token: string | undefined): unknown {
  if (token === undefined || !mentions(error, token, searchDepth)) return error;
  if (!(error instanceof Error)) return hidden;
  const copy = new Error(withoutToken(error.message, token), { cause: redactError(error.cause, token) });
  copy.name = error.name;
  copy.stack = withoutToken(String(error.stack), token);
  return copy;
}

function mentions(value: unknown, token: string, depth: number): boolean {
  if (typeof value === "string") return value.includes(token);
  if (typeof value !== "object" || value === null || depth === 0) return false;
  try {
    return partsOf(value).some((part) => mentions(part, token, depth - 1));
  } catch {
    // What cannot be looked into may hold anything.
    return true;
  }
}

function partsOf(value: object): unknown[] {
  if (value instanceof Request) return [...value.headers];
  if (value instanceof Headers || value instanceof Map) return [...value];
  return Object.getOwnPropertyNames(value).map((name) => (value as Record<string, unknown>)[name]);
}
