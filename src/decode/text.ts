/** Turns a value of the wire into one of a format; undefined if it does not fit. */
export type Format = (value: unknown) => string | number | boolean | null | undefined;

/** Whether trimmed text is one of WM's ways to send no value. */
export function isAbsent(text: string): boolean {
  return text === "" || text === "null";
}

/** A number without the infinities and the negative zero. */
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

/** Text without the blanks that pad it. A JSON number becomes its text. */
export const text: Format = (value) => {
  if (typeof value === "number") return finite(value)?.toString();
  if (typeof value !== "string") return undefined;
  const trimmed = value.trimEnd();
  return trimmed === "null" ? null : trimmed;
};

/** The same; blank text identifies nothing. */
export const identifier: Format = (value) => {
  const kept = text(value);
  return kept === "" ? null : kept;
};
