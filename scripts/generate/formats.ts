/** Type of a decoded value. */
export type Decoded = "number" | "boolean" | "string";

/** Decoded formats, with their letters in the run-time tables. */
export const formats: Readonly<Record<string, { readonly letter: string; readonly decoded: Decoded }>> = {
  decimal: { letter: "n", decoded: "number" },
  "wm-integer": { letter: "w", decoded: "number" },
  "wm-flag": { letter: "f", decoded: "boolean" },
  "wm-identifier": { letter: "i", decoded: "string" },
  "wm-text": { letter: "t", decoded: "string" },
  date: { letter: "d", decoded: "string" },
  "wm-date": { letter: "d", decoded: "string" },
  "date-time": { letter: "m", decoded: "string" },
  "wm-date-time": { letter: "m", decoded: "string" },
};

export function formatOf(format: string | undefined): { readonly letter: string; readonly decoded: Decoded } | undefined {
  return format !== undefined && Object.hasOwn(formats, format) ? formats[format] : undefined;
}
