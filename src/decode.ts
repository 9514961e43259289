import { operations, type Rule } from "../generated/decode-table.js";
import type { Bodies } from "../generated/decoded.js";
import { WmConfigError } from "./errors.js";
import type { WmDecodeIssueEvent } from "./hooks.js";

type Reason = WmDecodeIssueEvent["reason"];

/** Decodes text or a scalar; undefined for a value that does not fit. `lost` is called for one that a number cannot hold exactly. */
type Format = (value: unknown, lost: () => void) => string | number | boolean | null | undefined;

/** Where in a body the decoder is, and whom it tells of a value that does not fit. */
interface Walk {
  readonly keys: (string | number)[];
  readonly report: (value: unknown, reason: Reason) => void;
}

/** Whether a source names a field of an operation's body, so that an empty one is not what was promised. */
export function promisesBody(operation: string): boolean {
  return operations[operation] !== null;
}

/**
 * Decodes a body that is at hand already, from a queue, a file or `wm.raw`, as the façade does: numbers, booleans, ISO dates and trimmed
 * text where WM sends text. The body itself is not changed. A value that does not fit becomes null and is told to `onIssue`.
 *
 * @throws {@link WmConfigError} for an operation that the spec does not have. No body makes it throw.
 */
export function decodeWire<Id extends keyof Bodies>(operationId: Id, body: unknown, onIssue?: (issue: WmDecodeIssueEvent) => void): Bodies[Id] {
  if (!Object.hasOwn(operations, operationId)) throw new WmConfigError(`operationId: there is no operation ${JSON.stringify(operationId)}`);
  const rule = operations[operationId];
  const keys: (string | number)[] = [];
  const report = (value: unknown, reason: Reason) =>
    onIssue?.(Object.freeze({ operation: operationId, path: `$${keys.map(step).join("")}`, value, reason }));
  // The types are compiled from the same spec as the rules.
  return (rule ? decode(body, rule, { keys, report }) : body) as Bodies[Id];
}

function step(key: string | number): string {
  return typeof key === "number" ? `[${key}]` : `.${key}`;
}

function decode(value: unknown, rule: Rule, walk: Walk): unknown {
  if (typeof rule === "string") return decodeScalar(value, formats[rule], walk);
  if (typeof value !== "object" || value === null) return value;
  if (isList(rule)) return Array.isArray(value) ? decodeItems(value, rule[0], walk) : [decode(value, rule[0], walk)];
  const either = rule["?"];
  if (!Array.isArray(value)) return decodeFields(value as Readonly<Record<string, unknown>>, either ?? rule, walk);
  if (either !== undefined) return decodeItems(value, either, walk);
  if (value.length > 1) walk.report(value, "shape");
  const items = decodeItems(value, rule, walk);
  return items.length === 1 ? items[0] : items;
}

function decodeItems(items: readonly unknown[], rule: Rule, walk: Walk): unknown[] {
  return items.map((item, index) => decodeAt(index, item, rule, walk));
}

function decodeFields(fields: Readonly<Record<string, unknown>>, rule: Rule, walk: Walk): unknown {
  const decoded: Record<string, unknown> = { ...fields };
  for (const [name, fieldRule] of Object.entries(rule as Readonly<Record<string, Rule>>)) {
    if (Object.hasOwn(fields, name)) decoded[name] = decodeAt(name, fields[name], fieldRule, walk);
  }
  return decoded;
}

function decodeAt(key: string | number, value: unknown, rule: Rule, walk: Walk): unknown {
  walk.keys.push(key);
  const decoded = decode(value, rule, walk);
  walk.keys.pop();
  return decoded;
}

function isList(rule: Rule): rule is readonly [Rule] {
  return Array.isArray(rule);
}

function decodeScalar(value: unknown, format: Format | undefined, { report }: Walk): unknown {
  if (value === null || value === undefined || format === undefined) return value;
  const decoded = format(value, () => report(value, "precision"));
  if (decoded !== undefined) return decoded;
  report(value, "unfit");
  return null;
}

/** WM's ways to send no value as text. */
function isAbsent(text: string): boolean {
  return text === "" || text === "null";
}

/** Digits with or without well-formed grouping, a fraction, an exponent. */
const numeral = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

const decimal: Format = (value, lost) => {
  if (typeof value === "number") return Number.isFinite(value) ? exact(value, Number.isInteger(value) && !Number.isSafeInteger(value), lost) : undefined;
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (isAbsent(text)) return null;
  if (!numeral.test(text)) return undefined;
  const plain = text.replaceAll(",", "");
  const number = Number(plain);
  return Number.isFinite(number) ? exact(number, !keeps(number, plain), lost) : undefined;
};

function exact(number: number, isLossy: boolean, lost: () => void): number {
  if (isLossy) lost();
  // There is no negative zero among amounts.
  return number === 0 ? 0 : number;
}

/** Whether a number is what the text says to its last digit. */
function keeps(number: number, text: string): boolean {
  // Fifteen digits always fit.
  if (/^[+-]?[\d.]{1,15}$/.test(text)) return true;
  return Math.abs(number) <= 2 ** 53 && significant(String(number)) === significant(text);
}

/** The digits of a numeral from the first that counts to the last, and the power of ten of the last. */
function significant(numeral: string): string {
  const [, whole = "", fraction = "", exponent = "0"] = /^[+-]?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(numeral) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  const kept = digits.replace(/0+$/, "");
  return kept === "" ? "0" : `${kept}e${Number(exponent) - fraction.length + digits.length - kept.length}`;
}

const integer: Format = (value, lost) => {
  const number = decimal(value, lost);
  return typeof number === "number" && !Number.isInteger(number) ? undefined : number;
};

const flag: Format = (value) => {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return undefined;
  const text = value.trim().toLowerCase();
  if (isAbsent(text)) return null;
  if (text === "y" || text === "true") return true;
  return text === "n" || text === "false" ? false : undefined;
};

/** Text without the blanks that pad it. A JSON number becomes its text. */
const text: Format = (value, lost) => {
  if (typeof value === "number") return String(exact(value, Number.isInteger(value) && !Number.isSafeInteger(value), lost));
  if (typeof value !== "string") return undefined;
  const trimmed = value.trimEnd();
  return trimmed === "null" ? null : trimmed;
};

const months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

const isoDay = /^(\d{4})-(\d\d)-(\d\d)$/;
/** Month first, as in the reference: `07/01/15`, `11/10/2015`, `07-01-15`. */
const monthDayYear = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d\d)$/;
/** As in `Thursday, Feb 15 , 2018`. */
const wordyDay = /^(?:[A-Za-z]+ *, *)?([A-Za-z]{3,9})\.? +(\d{1,2}) *, *(\d{4})$/;

/** `yyyy-MM-dd` of a day in one of the reference's layouts; undefined for one that does not exist. */
function isoDate(text: string): string | undefined {
  const [, year, month, day] = isoDay.exec(text) ?? [];
  if (year && month && day) return existingDay(Number(year), Number(month), Number(day));
  const [, first, , second, last] = monthDayYear.exec(text) ?? [];
  if (first && second && last) return existingDay(fullYear(last), Number(first), Number(second));
  const [, name, wordyDate, wordyYear] = wordyDay.exec(text) ?? [];
  if (!name) return undefined;
  return existingDay(Number(wordyYear), monthOf(name), Number(wordyDate));
}

/** The number of a month by its name or at least three letters of it; 0, which is none, for any other text. */
function monthOf(name: string): number {
  return months.findIndex((full) => full.startsWith(name.toLowerCase())) + 1;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function existingDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? [String(year).padStart(4, "0"), twoDigits(month), twoDigits(day)].join("-") : undefined;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

/** A day, a time to the second, perhaps a fraction, perhaps a zone. */
const dayAndTime = /^(.+?)[T ]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d+))? ?(Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?$/;

const date: Format = (value) => {
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (isAbsent(text)) return null;
  const [, day, time, fraction = ""] = dayAndTime.exec(text) ?? [];
  // A time of day would be dropped in silence, unless it is none.
  return day && time === "00:00:00" && /^0*$/.test(fraction) ? isoDate(day) : isoDate(text);
};

const dateTime: Format = (value) => {
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (isAbsent(text)) return null;
  const [, day, time, fraction = "", zone = ""] = dayAndTime.exec(text) ?? [];
  // Where no time was sent, none is invented.
  if (!day) return isoDate(text);
  const date = isoDate(day);
  return date && `${date}T${time}${/^0*$/.test(fraction) ? "" : `.${fraction}`}${zone}`;
};

/** The formats by their letter in the table. */
const formats: Readonly<Record<string, Format>> = { n: decimal, w: integer, f: flag, i: text, t: text, d: date, m: dateTime };
