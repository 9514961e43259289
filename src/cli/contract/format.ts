import { date, dateTime } from "../../decode/dates.js";
import { flag, isAbsent } from "../../decode/text.js";

const decimal = /^[+-]?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)\.\d+$|^-?\d+$/;

/** Formats of text and numbers. The first one that fits all values applies. */
const formats: readonly (readonly [format: string, fits: (text: string, value: unknown) => boolean])[] = [
  ["wm-identifier", (text) => /^\d+$/.test(text)],
  ["decimal", (text, value) => typeof value === "number" || decimal.test(text)],
  ["wm-date", (text) => date(text) !== undefined],
  ["wm-date-time", (text) => dateTime(text) !== undefined],
  ["wm-text", () => true],
];

/** The format that decodes all these scalars; undefined if none has a value, or if booleans are mixed with others. */
export function formatOf(values: readonly unknown[]): string | undefined {
  const present = values.filter((value) => !isAbsent(String(value).trim()));
  if (present.length === 0) return undefined;
  if (present.every((value) => flag(value) !== undefined)) return "wm-flag";
  if (present.some((value) => typeof value === "boolean")) return undefined;
  return formats.find(([, fits]) => present.every((value) => fits(String(value).trim(), value)))?.[0];
}
