import { operations, type Rule } from "../../generated/decode-table.js";
import type { Bodies } from "../../generated/decoded.js";
import { WmConfigError } from "../errors.js";
import type { WmDecodeIssue } from "../hooks.js";

type Reason = WmDecodeIssue["reason"];
type Key = string | number;
type FieldRules = Readonly<Record<string, Rule>>;

/** Turns text or another scalar into a value; undefined for one that does not fit. */
type Format = (value: unknown) => string | number | boolean | null | undefined;

/** Where in a body the decoder is, and whom it tells of a value that does not fit. */
interface Walk {
  /** Whether the body is written over instead of copied. */
  readonly isOwn: boolean;
  /** The way to the object or the list that is being decoded. */
  readonly keys: Key[];
  readonly report: (keys: readonly Key[], value: unknown, reason: Reason) => void;
}

/** Decodes the value that stands under `key` in the object or the list that the walk has come to. */
type Decoder = (value: unknown, walk: Walk, key: Key, rule: Rule) => unknown;

/** How a field is decoded. */
interface Field {
  readonly rule: Rule;
  readonly decoder: Decoder;
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
export function decodeWire<Id extends keyof Bodies>(operationId: Id, body: unknown, onIssue?: (issue: WmDecodeIssue) => void): Bodies[Id] {
  if (!Object.hasOwn(operations, operationId)) throw new WmConfigError(`operationId: there is no operation ${JSON.stringify(operationId)}`);
  return decodeBody(operationId, body, false, onIssue);
}

/** The same for an operation of the spec. A body that is the caller's own is written over, which spares a copy. */
export function decodeBody<Id extends keyof Bodies>(
  operation: Id,
  body: unknown,
  isOwn: boolean,
  onIssue: ((issue: WmDecodeIssue) => void) | undefined,
): Bodies[Id] {
  const rule = operations[operation];
  const report: Walk["report"] = (keys, value, reason) => onIssue?.(Object.freeze({ operation, path: `$${keys.map(step).join("")}`, value, reason }));
  // The types are compiled from the same spec as the rules.
  return (rule ? decode(body, { isOwn, keys: [], report }, rule) : body) as Bodies[Id];
}

/** A step of a JSON path, as RFC 9535 writes it. */
function step(key: Key): string {
  return typeof key === "string" && /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

/** Decodes what is declared as an object or a list. */
function decode(value: unknown, walk: Walk, rule: Rule): unknown {
  if (value === null || value === undefined) return value;
  if (typeof value !== "object") {
    walk.report(walk.keys, value, "shape");
    return value;
  }
  if (isList(rule)) return Array.isArray(value) ? decodeItems(value, walk, rule[0]) : [decodeOnly(value, walk, rule[0])];
  const either = (rule as FieldRules)["?"];
  if (either === undefined) return decodeObject(value, walk, rule as FieldRules);
  return Array.isArray(value) ? decodeItems(value, walk, either) : decode(value, walk, either);
}

function isList(rule: Rule): rule is readonly [Rule] {
  return Array.isArray(rule);
}

/** Decodes the object that came in place of a list of such objects. */
function decodeOnly(value: object, walk: Walk, rule: Rule): unknown {
  if (typeof rule !== "string") return decode(value, walk, rule);
  walk.report(walk.keys, value, "unfit");
  return null;
}

function decodeItems(items: readonly unknown[], walk: Walk, rule: Rule): unknown[] {
  const decoded = walk.isOwn ? (items as unknown[]) : [...items];
  const decoder = decoderOf(rule);
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (item !== null && item !== undefined) decoded[index] = decoder(item, walk, index, rule);
  }
  return decoded;
}

/** An object, or the list that came in its place: a list of one is that one. */
function decodeObject(value: object, walk: Walk, rules: FieldRules): unknown {
  if (!Array.isArray(value)) return decodeFields(value as Readonly<Record<string, unknown>>, walk, fieldsOf(rules));
  const isOne = value.length === 1 && isObject(value[0]);
  if (!isOne) walk.report(walk.keys, value, "shape");
  // A list within the list is not looked into: a body may nest them as deep as it likes.
  const items = value.map((item: unknown, index) => (isObject(item) ? decodeWithin(item, walk, index, rules) : item));
  return isOne ? items[0] : items;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function decodeFields(values: Readonly<Record<string, unknown>>, walk: Walk, fields: Fields): unknown {
  const decoded: Record<string, unknown> = walk.isOwn ? values : { ...values };
  for (const name of Object.keys(decoded)) {
    const field = fields[name];
    const value = decoded[name];
    if (field === undefined || value === null || value === undefined) continue;
    const result = field.decoder(value, walk, name, field.rule);
    if (!Object.is(result, value)) decoded[name] = result;
  }
  return decoded;
}

type Fields = Readonly<Record<string, Field | undefined>>;

const known = new WeakMap<FieldRules, Fields>();

function fieldsOf(rules: FieldRules): Fields {
  let fields = known.get(rules);
  if (fields === undefined) {
    const entries = Object.entries(rules).map(([name, rule]): [string, Field] => [name, { rule, decoder: decoderOf(rule) }]);
    fields = Object.setPrototypeOf(Object.fromEntries(entries), null) as Fields;
    known.set(rules, fields);
  }
  return fields;
}

const decodeWithin: Decoder = (value, walk, key, rule) => {
  walk.keys.push(key);
  const decoded = decode(value, walk, rule);
  walk.keys.pop();
  return decoded;
};

function decoderOf(rule: Rule): Decoder {
  return typeof rule === "string" ? (scalars[rule] ?? decodeNothing) : decodeWithin;
}

const decodeNothing: Decoder = (value) => value;

/** What `format` makes of a value, and null with word of it where that is nothing. */
function decodeAs(format: Format, value: unknown, walk: Walk, key: Key): unknown {
  const decoded = format(value);
  if (decoded === undefined) walk.report([...walk.keys, key], value, "unfit");
  else if (isRounded(value, decoded)) walk.report([...walk.keys, key], value, "precision");
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

/** As in `Thursday, Feb 15 , 2018`. */
const wordyDay = /^(?:[A-Za-z]+ *, *)?([A-Za-z]{3,9})\.? +(\d{1,2}) *, *(\d{4})$/;

/** Checks for an existing day in the form `yyyy-MM-dd`. */
export function isIsoDay(value: unknown): boolean {
  return typeof value === "string" && value[4] === "-" && value[7] === "-" && isoDate(value) === value;
}

/** `yyyy-MM-dd` of a day in one of the reference's layouts; undefined for one that does not exist. */
function isoDate(text: string): string | undefined {
  const { length } = text;
  if (length === 10 && text[4] === "-" && text[7] === "-") {
    return isDay(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)) ? text : undefined;
  }
  // Month first, as in the reference: `07/01/15`, `11/10/2015`, `07-01-15`.
  const first = isMark(text[1]) ? 1 : 2;
  const second = isMark(text[first + 2]) ? first + 2 : first + 3;
  if (isMark(text[first]) && text[first] === text[second] && (length - second === 3 || length - second === 5)) {
    return day(fullYear(text.slice(second + 1)), digits(text, 0, first), digits(text, first + 1, second));
  }
  const words = wordyDay.exec(text);
  return words ? day(words[3]!, monthOf(words[1]!), Number(words[2])) : undefined;
}

function isMark(character: string | undefined): boolean {
  return character === "/" || character === "-";
}

/** The number that these digits are; NaN if there are none, or something else is among them. A regular expression takes several times as long. */
function digits(text: string, from: number, to: number): number {
  let number = from < to ? 0 : NaN;
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** The number of a month by its name or at least three letters of it; 0, which is none, for any other text. */
function monthOf(name: string): number {
  return months.findIndex((full) => full.startsWith(name.toLowerCase())) + 1;
}

function fullYear(digits: string): string {
  if (digits.length === 4) return digits;
  return `${digits < "70" ? 20 : 19}${digits}`;
}

function day(year: string, month: number, day: number): string | undefined {
  return isDay(digits(year, 0, 4), month, day) ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : undefined;
}

function isDay(year: number, month: number, day: number): boolean {
  return year >= 0 && day >= 1 && day <= daysIn(year, month);
}

/** 0 for a month that there is not. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

/** A time to the second, perhaps a fraction, perhaps a zone. */
const timeOfDay = /^((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d+))? ?(?:(Z)|([+-](?:[01]\d|2[0-3])):?([0-5]\d))?$/;

/** The format of a day that may have a time, parted by a `T` or a blank: `withTime` puts the two together. Where no time was sent, none is invented. */
function dated(withTime: (date: string, time: RegExpExecArray) => string | undefined): Format {
  return (value) => {
    if (typeof value !== "string") return undefined;
    const text = value.trim();
    if (isAbsent(text)) return null;
    const colon = text.indexOf(":");
    if (colon < 0) return isoDate(text);
    const mark = text[colon - 3];
    const time = mark === "T" || mark === " " ? timeOfDay.exec(text.slice(colon - 2)) : null;
    const date = time && isoDate(text.slice(0, colon - 3));
    return date ? withTime(date, time) : undefined;
  };
}

/** A time of day would be dropped in silence, unless it is none. */
const date = /* @__PURE__ */ dated((date, [, time, fraction]) => (time === "00:00:00" && isZero(fraction) ? date : undefined));

const dateTime = /* @__PURE__ */ dated((date, [, time, fraction, utc = "", hours, minutes]) => {
  return `${date}T${time}${isZero(fraction) ? "" : `.${fraction}`}${hours ? `${hours}:${minutes}` : utc}`;
});

function isZero(fraction = ""): boolean {
  return fraction === "" || /^0*$/.test(fraction);
}

/** The powers of ten that, as the digits of a number this short, a JavaScript number keeps exactly. */
const powers = /* @__PURE__ */ Array.from({ length: 16 }, (_, power) => 10 ** power);

/**
 * The number of plain text, such as `147.14`; NaN for any other. Number() says the same and takes five times as long: the digits and the
 * power of ten are exact here, so their quotient is the nearest number there is.
 */
function plainNumber(text: string): number {
  let [digits, point] = [0, -1];
  const { length } = text;
  if (length > 15) return NaN;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) digits = digits * 10 + code - 48;
    else if (code === 46 && point < 0 && index > 0) point = index;
    else return NaN;
  }
  if (point < 0) return length === 0 ? NaN : digits;
  return point === length - 1 ? NaN : digits / powers[length - 1 - point]!;
}

const decodeDecimal: Decoder = (value, walk, key) => {
  const plain = typeof value === "string" ? plainNumber(value) : NaN;
  return plain >= 0 ? plain : decodeAs(decimal, value, walk, key);
};

const decodeInteger: Decoder = (value, walk, key) => {
  const plain = typeof value === "string" ? plainNumber(value) : NaN;
  return Number.isInteger(plain) ? plain : decodeAs(integer, value, walk, key);
};

const decodeText: Decoder = (value, walk, key) => {
  // Most text ends with no blank and is left alone.
  if (typeof value === "string" && value !== "null") {
    const last = value.charCodeAt(value.length - 1);
    if (last > 32 && last < 127) return value;
  }
  return decodeAs(text, value, walk, key);
};

/** The decoders of the formats, by their letter in the table. */
const scalars: Readonly<Record<string, Decoder>> = {
  n: decodeDecimal,
  w: decodeInteger,
  f: (value, walk, key) => decodeAs(flag, value, walk, key),
  i: decodeText,
  t: decodeText,
  d: (value, walk, key) => decodeAs(date, value, walk, key),
  m: (value, walk, key) => decodeAs(dateTime, value, walk, key),
};
