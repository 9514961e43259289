import { WmConfigError } from "./errors.js";

/**
 * Fills the parameters of a path template, each as one percent-encoded segment. Throws {@link WmConfigError} for a value that is not
 * one: it would change the path, or send the template itself.
 */
export function fillPath(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => segment(name, values[name]));
}

function segment(name: string, value: unknown): string {
  // A number would have lost the leading zeros of an identifier.
  if (typeof value !== "string" || value === "") throw new WmConfigError(`${name}: must be a string that is not empty`);
  // A URL parser takes these for steps in the path, encoded or not.
  if (value === "." || value === "..") throw new WmConfigError(`${name}: must not be ${JSON.stringify(value)}`);
  if (/\p{Cc}/u.test(value)) throw new WmConfigError(`${name}: must not have control characters`);
  return percentEncoded(name, value);
}

/** Text as part of a URL. Throws {@link WmConfigError} where it has half of a surrogate pair. */
export function percentEncoded(name: string, text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw new WmConfigError(`${name}: must not have half of a surrogate pair`);
  }
}
