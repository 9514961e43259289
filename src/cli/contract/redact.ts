import { secretsOf, withoutTokens } from "../../transport/redact.js";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Removes credentials from text of a server or a caller. */
export type Redact = (text: string) => string;

/** Redacts the token and the client id, except short ones, which would match parts of words. */
export function redactorOf({ WM_TOKEN = "", WM_CLIENT_ID = "" }: Environment): Redact {
  // The client rejects characters outside Latin-1 before anything is sent.
  const secrets = [WM_TOKEN.trim(), WM_CLIENT_ID.trim()].filter((text) => /^[\x20-\xff]*$/.test(text)).flatMap(secretsOf);
  return (text) => withoutTokens(text, secrets);
}

/** Formats the JSON path step of a field. */
export type Step = (name: string) => string;

/** Redacts names, and quotes those that are not identifiers. */
export function stepOf(redact: Redact): Step {
  return (name) => {
    const shown = redact(name);
    return /^[A-Za-z_][\w-]*$/.test(shown) ? `.${shown}` : `[${JSON.stringify(shown)}]`;
  };
}

/** Escapes characters that would control a terminal or be invalid in XML. Field names come from a server. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu, (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, "0")}`);
}
