import { date, dateTime } from "../../decode/dates.js";
import { flag, isAbsent } from "../../decode/text.js";

/** A format of the spec, without its prefix. */
type Kind = "identifier" | "decimal" | "flag" | "date" | "date-time" | "text";

/** The format that decodes all these scalars; undefined if none has a value, or if booleans are mixed with others. */
export function formatOf(values: readonly unknown[]): string | undefined {
  const kinds = new Set(values.map(kindOf).filter((kind) => kind !== undefined));
  const isWithin = (...others: Kind[]) => [...kinds].every((kind) => others.includes(kind));
  if (kinds.size === 0) return undefined;
  if (isWithin("flag")) return "wm-flag";
  if (values.some((value) => typeof value === "boolean")) return undefined;
  if (isWithin("identifier")) return "wm-identifier";
  if (isWithin("identifier", "decimal")) return "decimal";
  if (isWithin("date")) return "wm-date";
  return isWithin("date", "date-time") ? "wm-date-time" : "wm-text";
}

const decimal = /^[+-]?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)\.\d+$|^-\d+$/;

/** The kind of a scalar; undefined for null, `"null"` and blank text, which all mean no value. */
function kindOf(value: unknown): Kind | undefined {
  const text = String(value).trim();
  if (isAbsent(text)) return undefined;
  if (flag(value) !== undefined) return "flag";
  if (/^\d+$/.test(text)) return "identifier";
  if (typeof value === "number" || decimal.test(text)) return "decimal";
  if (date(text) !== undefined) return "date";
  return dateTime(text) !== undefined ? "date-time" : "text";
}
