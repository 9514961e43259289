import { inspect } from "node:util";

/** Forms of a token that must not appear in any output. */
export const encodings = {
  verbatim: (token: string) => token,
  uri: (token: string) => encodeURIComponent(token),
  percent: (token: string) => [...Buffer.from(token, "utf8")].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""),
  json: (token: string) => JSON.stringify(token).slice(1, -1),
  slashes: (token: string) => JSON.stringify(token).slice(1, -1).replaceAll("/", "\\/"),
  unicode: (token: string) => Array.from(token, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
  base64: (token: string) => btoa(token),
  base64url: (token: string) => btoa(token).replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_"),
} as const satisfies Record<string, (token: string) => string>;

export type Encoding = keyof typeof encodings;

export const encodingNames = Object.keys(encodings) as readonly Encoding[];

/** Placeholder for the token of the request, in what a server or a fetch sends back. */
export function echo(encoding: Encoding): string {
  return `<<${encoding}>>`;
}

/** Replaces each {@link echo} by the token. */
export function withToken(text: string, token: string): string {
  return text.replace(/<<(\w+)>>/g, (mark, name: string) => (Object.hasOwn(encodings, name) ? encodings[name as Encoding](token) : mark));
}

/** Prefix of every long token of a case. */
export const tokenStart = "sec-";

/** The prefix in each encoding. A text without them need not be searched. */
const starts = [tokenStart, btoa(tokenStart).slice(0, 4), "%73", "\\u0073"];

/** Min length of a token to search for. Shorter ones would match parts of words. */
const shortestToken = 8;

/** The text, and the text without escapes of JSON and URLs. */
function readings(text: string): string[] {
  const unescaped = text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\\(["'\\/])/g, "$1");
  const decoded = [text, unescaped].map((one) =>
    one.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      const bytes = Buffer.from(run.replaceAll("%", ""), "hex");
      const utf8 = bytes.toString("utf8");
      return utf8.includes("\uFFFD") ? bytes.toString("latin1") : utf8;
    }),
  );
  return [...new Set([text, unescaped, ...decoded])];
}

/** The first of these tokens in a text, in any encoding. */
export function secretIn(text: string, tokens: readonly string[]): string | undefined {
  const long = tokens.filter((token) => token.length >= shortestToken);
  if (long.length === 0 || !starts.some((start) => text.includes(start))) return undefined;
  const texts = readings(text);
  return long.find((token) => {
    const base64 = btoa(token).replace(/=+$/, "");
    const forms = [token, base64, base64.replaceAll("+", "-").replaceAll("/", "_")];
    return texts.some((one) => forms.some((form) => one.includes(form)));
  });
}

/** Every string form of a value: of `inspect`, of `JSON.stringify`, and of an error and its causes. */
export function viewsOf(value: unknown): string[] {
  const views = [
    attempt(() => inspect(value, { depth: 8, showHidden: true, maxStringLength: 100_000, maxArrayLength: 1_000 })),
    attempt(() => JSON.stringify(value) ?? ""),
  ];
  for (let error: unknown = value, depth = 0; isError(error) && depth < 30; error = error.cause, depth++) {
    const shown = error;
    views.push(
      attempt(() => String(shown)),
      attempt(() => String(shown.stack)),
    );
  }
  return views;
}

/** Like `instanceof`, but never throws, not even for a revoked proxy. */
function isError(value: unknown): value is Error {
  try {
    return value instanceof Error;
  } catch {
    return false;
  }
}

function attempt(view: () => string): string {
  try {
    return view();
  } catch {
    // A value that cannot be shown has no string form.
    return "";
  }
}
