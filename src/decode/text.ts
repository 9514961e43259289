/** Decodes a wire value; undefined if it does not fit the format. */
export type Format = (value: unknown) => string | number | boolean | null | undefined;

/** Checks for trimmed text that means no value. */
export function isAbsent(text: string): boolean {
  return text === "" || text === "null";
}

/** Rejects Infinity and NaN, and normalizes -0 to 0. */
export function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number + 0 : undefined;
}

export const flag: Format = (value) => {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return undefined;
  const text = value.trim().toLowerCase();
  if (isAbsent(text)) return null;
  if (text === "y" || text === "true") return true;
  return text === "n" || text === "false" ? false : undefined;
};

/** Text without trailing whitespace. A JSON number becomes text. */
export const text: Format = (value) => {
  if (typeof value === "number") return finite(value)?.toString();
  if (typeof value !== "string") return undefined;
  const trimmed = value.trimEnd();
  return trimmed === "null" ? null : trimmed;
};

/** Like `text`, but null for blank text. */
export const identifier: Format = (value) => {
  const kept = text(value);
  return kept === "" ? null : kept;
};
