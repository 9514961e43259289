import { operations, type Rule } from "../generated/decode-table.js";
import type { Bodies } from "../generated/decoded.js";
import { WmConfigError } from "./errors.js";
import type { WmDecodeIssueEvent } from "./hooks.js";

type Reason = WmDecodeIssueEvent["reason"];

/** How the fields of an object are decoded. */
type Fields = Readonly<Record<string, Rule>>;

/** Decodes text or another scalar; undefined for a value that does not fit. */
type Format = (value: unknown) => string | number | boolean | null | undefined;

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
  const report = (value: unknown, reason: Reason) => onIssue?.(Object.freeze({ operation: operationId, path: `$${keys.map(step).join("")}`, value, reason }));
  // The types are compiled from the same spec as the rules.
  return (rule ? decode(body, rule, { keys, report }) : body) as Bodies[Id];
}

/** A step of a JSON path, as RFC 9535 writes it. */
function step(key: string | number): string {
  return typeof key === "string" && /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

function decode(value: unknown, rule: Rule, walk: Walk): unknown {
  if (value === null || value === undefined) return value;
  if (typeof rule === "string") return decodeScalar(value, rule, walk);
  if (typeof value !== "object") {
    walk.report(value, "shape");
    return value;
  }
  if (isList(rule)) return Array.isArray(value) ? decodeItems(value, rule[0], walk) : [decode(value, rule[0], walk)];
  const either = rule["?"];
  if (either === undefined) return decodeObject(value, rule, walk);
  return Array.isArray(value) ? decodeItems(value, either, walk) : decode(value, either, walk);
}

function isList(rule: Rule): rule is readonly [Rule] {
  return Array.isArray(rule);
}

function decodeItems(items: readonly unknown[], rule: Rule, walk: Walk): unknown[] {
  return items.map((item, index) => decodeAt(index, item, rule, walk));
}

/** An object, or the list that came in its place: a list of one is that one. */
function decodeObject(value: object, fields: Fields, walk: Walk): unknown {
  if (isObject(value)) return decodeFields(value, fields, walk);
  // A list within the list is not looked into: a body may nest them as deep as it likes.
  const items = (value as readonly unknown[]).map((item, index) => (isObject(item) ? decodeAt(index, item, fields, walk) : item));
  if (items.length === 1 && isObject(items[0])) return items[0];
  walk.report(value, "shape");
  return items;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function decodeFields(values: Readonly<Record<string, unknown>>, fields: Fields, walk: Walk): unknown {
  const decoded: Record<string, unknown> = { ...values };
  for (const name in fields) {
    if (Object.hasOwn(values, name)) decoded[name] = decodeAt(name, values[name], fields[name]!, walk);
  }
  return decoded;
}

function decodeAt(key: string | number, value: unknown, rule: Rule, walk: Walk): unknown {
  walk.keys.push(key);
  const decoded = decode(value, rule, walk);
  walk.keys.pop();
  return decoded;
}

function decodeScalar(value: unknown, letter: string, walk: Walk): unknown {
  const format = formats[letter];
  if (format === undefined) return value;
  const decoded = format(value);
  if (decoded === undefined) walk.report(value, "unfit");
  else if (isRounded(value, decoded)) walk.report(value, "precision");
  return decoded ?? null;
}

/** WM's ways to send no value as text. */
function isAbsent(text: string): boolean {
  return text === "" || text === "null";
}

/** Digits with or without well-formed grouping, a fraction, an exponent. `0,500` is a decimal comma, not a group. */
const numeral = /^[+-]?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

const decimal: Format = (value) => {
  if (typeof value === "number") return finite(value);
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (isAbsent(text)) return null;
  return numeral.test(text) ? finite(Number(withoutGroups(text))) : undefined;
};

function withoutGroups(text: string): string {
  return text.includes(",") ? text.replaceAll(",", "") : text;
}

/** There is neither an infinity nor a negative zero among amounts. */
function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number + 0 : undefined;
}

const integer: Format = (value) => {
  const number = decimal(value);
  return typeof number === "number" && !Number.isInteger(number) ? undefined : number;
};

/** Whether a number was sent that a JavaScript number does not keep to its last digit. */
function isRounded(value: unknown, decoded: unknown): boolean {
  if (typeof value === "number") return Number.isInteger(value) && !Number.isSafeInteger(value);
  if (typeof value !== "string" || typeof decoded !== "number") return false;
  // Fifteen digits always fit.
  if (value.length <= 15 && !/e/i.test(value)) return false;
  return Math.abs(decoded) > 2 ** 53 || significant(String(decoded)) !== significant(withoutGroups(value.trim()));
}

/** The digits of a numeral from the first to the last that is not 0, and the power of ten of the last. */
function significant(numeral: string): string {
  const [, whole = "", fraction = "", exponent = "0"] = /^[+-]?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(numeral) ?? [];
  const digits = whole + fraction;
  let [first, end] = [0, digits.length];
  while (digits[first] === "0") first++;
  while (end > first && digits[end - 1] === "0") end--;
  return first === end ? "0" : `${digits.slice(first, end)}e${Number(exponent) - fraction.length + digits.length - end}`;
}

const flag: Format = (value) => {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return undefined;
  const text = value.trim().toLowerCase();
  if (isAbsent(text)) return null;
  if (text === "y" || text === "true") return true;
  return text === "n" || text === "false" ? false : undefined;
};

/** Text without the blanks that pad it. A JSON number becomes its text. */
const text: Format = (value) => {
  if (typeof value === "number") return finite(value)?.toString();
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
  const iso = isoDay.exec(text);
  if (iso) return existingDay(iso[1]!, Number(iso[2]), Number(iso[3]));
  const slashes = monthDayYear.exec(text);
  if (slashes) return existingDay(fullYear(slashes[4]!), Number(slashes[1]), Number(slashes[3]));
  const words = wordyDay.exec(text);
  return words ? existingDay(words[3]!, monthOf(words[1]!), Number(words[2])) : undefined;
}

/** The number of a month by its name or at least three letters of it; 0, which is none, for any other text. */
function monthOf(name: string): number {
  return months.findIndex((full) => full.startsWith(name.toLowerCase())) + 1;
}

function fullYear(digits: string): string {
  if (digits.length === 4) return digits;
  return `${digits < "70" ? 20 : 19}${digits}`;
}

function existingDay(year: string, month: number, day: number): string | undefined {
  return day >= 1 && day <= daysIn(Number(year), month) ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : undefined;
}

/** 0 for a month that there is not. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

/** A day, a time to the second, perhaps a fraction, perhaps a zone. */
const dayAndTime = /^(.+?)[T ]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d+))? ?(?:(Z)|([+-](?:[01]\d|2[0-3])):?([0-5]\d))?$/;

const date: Format = (value) => {
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (isAbsent(text)) return null;
  const parts = dayAndTime.exec(text);
  if (!parts) return isoDate(text);
  // A time of day would be dropped in silence, unless it is none.
  return parts[2] === "00:00:00" && isZero(parts[3]) ? isoDate(parts[1]!) : undefined;
};

const dateTime: Format = (value) => {
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (isAbsent(text)) return null;
  const parts = dayAndTime.exec(text);
  // Where no time was sent, none is invented.
  if (!parts) return isoDate(text);
  const [, day = "", time, fraction, utc = "", hours, minutes] = parts;
  const date = isoDate(day);
  return date && `${date}T${time}${isZero(fraction) ? "" : `.${fraction}`}${hours ? `${hours}:${minutes}` : utc}`;
};

function isZero(fraction = ""): boolean {
  return /^0*$/.test(fraction);
}

/** The formats by their letter in the table. */
const formats: Readonly<Record<string, Format>> = { n: decimal, w: integer, f: flag, i: text, t: text, d: date, m: dateTime };
