import { type Fields as FieldRules, responses, type Rule } from "../../generated/tables.js";
import { date, dateTime } from "./dates.js";
import { decimal, integer, isRounded, plainNumber } from "./numbers.js";
import { flag, type Format, identifier, isAbsent, text } from "./text.js";

/** Why a value was reported. */
export type Reason = "unfit" | "shape" | "precision" | "conflict";
type Key = string | number;
/** An object of the table: its fields, or its name among the schemas. */
type ObjectRule = string | FieldRules;
type Values = Record<string, unknown>;

/** Decoder state: current path and issue reporter. */
export interface Walk {
  /** Whether to decode in place instead of copying. */
  isOwn: boolean;
  /** Path to the current object or list, by the names and indexes on the wire. */
  readonly keys: Key[];
  readonly report: (keys: readonly Key[], value: unknown, reason: Reason) => void;
}

/** Decodes the value under `key` of the current object or list. The value is neither null nor undefined. */
type Decoder = (value: unknown, walk: Walk, key: Key, field: Field) => unknown;

/** Decoding of a field. All have the same members in the same order, which is faster. */
interface Field {
  readonly decoder: Decoder;
  /** Result for null. Missing lists are added after the fields. */
  readonly absent: unknown;
  /** Fields of the object, or of the objects in the list. */
  readonly fields: Fields | undefined;
  /** Decoding of a list's items. */
  readonly item: Field | undefined;
  /** The field's name in WM's reference. */
  readonly target: string | undefined;
}

/** The fields of an object. */
export interface Fields {
  readonly byName: Readonly<Record<string, Field | undefined>>;
  readonly lists: readonly string[];
}

/** Marks a value sent under a name other than the reference's. */
const renamed = Symbol();

const decodeLater: Decoder = () => renamed;

const known = new Map<ObjectRule, Fields>();

/** The fields of an object of the table. */
export function fieldsOf(rule: ObjectRule): Fields {
  let fields = known.get(rule);
  if (fields === undefined) {
    const rules = Object.entries(typeof rule === "string" ? responses.schemas[rule.slice(1)]! : rule);
    // Removing the prototype afterwards makes for faster lookups than Object.create(null).
    const byName = Object.setPrototypeOf(Object.fromEntries(rules.map(([field, rule]) => [field, fieldOf(rule)])), null) as Fields["byName"];
    fields = { byName, lists: rules.flatMap(([field, rule]) => (isList(rule) ? [field] : [])) };
    known.set(rule, fields);
  }
  return fields;
}

function isList(rule: Rule): rule is readonly [Rule] {
  return Array.isArray(rule);
}

function fieldOf(rule: Rule): Field {
  const plain = { absent: null, fields: undefined, item: undefined, target: undefined };
  if (isList(rule)) return { ...plain, decoder: decodeList, absent: undefined, item: fieldOf(rule[0]) };
  if (typeof rule !== "string" || rule[0] === "#") return { ...plain, decoder: decodeObject, fields: fieldsOf(rule) };
  return rule[0] === ">" ? { ...plain, decoder: decodeLater, absent: renamed, target: rule.slice(1) } : { ...plain, decoder: scalars[rule]! };
}

function decodeValue(value: unknown, walk: Walk, key: Key, field: Field): unknown {
  return value === null || value === undefined ? field.absent : field.decoder(value, walk, key, field);
}

/** Decodes the fields of an object, renames them as in WM's reference and adds missing lists. */
export function decodeFields(values: Values, walk: Walk, fields: Fields): Values {
  const { byName, lists } = fields;
  let decoded: Values = walk.isOwn ? values : { ...values };
  let isRenamed = false;
  // A quarter faster than Object.keys, and the same here: JSON inherits no fields.
  for (const name in decoded) {
    const field = byName[name];
    if (field === undefined) continue;
    const value = decoded[name];
    const result = decodeValue(value, walk, name, field);
    if (Object.is(result, value)) continue;
    if (result === renamed) isRenamed = true;
    else decoded[name] = result;
  }
  if (isRenamed) decoded = rename(decoded, Object.keys(decoded), walk, byName);
  for (const name of lists) if (decoded[name] === undefined) decoded[name] = [];
  return decoded;
}

/** Rebuilds an object under the reference's names. Deleting fields would make it slow. */
function rename(sent: Values, names: readonly string[], walk: Walk, byName: Fields["byName"]): Values {
  let decoded: Values = {};
  const { isOwn } = walk;
  for (const name of names) {
    const target = byName[name]?.target;
    if (target === undefined) {
      // An assignment would set the prototype.
      if (name === "__proto__") decoded = { ...decoded, [name]: sent[name] };
      else if (!Object.hasOwn(decoded, name)) decoded[name] = sent[name];
      continue;
    }
    const current = Object.hasOwn(decoded, target) ? decoded[target] : sent[target];
    const isTaken = !isNothing(current);
    // A value that is not used is reported as it was sent.
    walk.isOwn = isOwn && !isTaken;
    const value = decodeValue(sent[name], walk, name, byName[target]!);
    walk.isOwn = isOwn;
    if (!isTaken) decoded[target] = isNothing(value) ? (current ?? value) : value;
    else if (!isNothing(value) && !isEqual(value, current)) walk.report([...walk.keys, name], sent[name], "conflict");
  }
  return decoded;
}

function isNothing(decoded: unknown): boolean {
  return decoded === undefined || decoded === null || decoded === "" || (Array.isArray(decoded) && decoded.length === 0);
}

function isEqual(one: unknown, other: unknown): boolean {
  try {
    return JSON.stringify(one) === JSON.stringify(other);
  } catch {
    // Nested too deep to serialize.
    return false;
  }
}

/** Checks for a JSON object. */
export function isObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Checks for a list of one object, which is decoded like that object. */
export function isListOfOne(value: unknown): value is [Values] {
  return Array.isArray(value) && value.length === 1 && isObject(value[0]);
}

/** Checks for WM's ways to send no object or list. */
function isBlank(value: unknown): boolean {
  return value === null || (typeof value === "string" && isAbsent(value.trim()));
}

/** Decodes the object in a list of one; undefined for anything else. */
export function decodeOnly(value: unknown, walk: Walk, fields: Fields): Values | undefined {
  if (!isListOfOne(value)) return undefined;
  walk.keys.push(0);
  const decoded = decodeFields(value[0], walk, fields);
  walk.keys.pop();
  return decoded;
}

const decodeObject: Decoder = (value, walk, key, { fields }) => {
  walk.keys.push(key);
  const decoded = isObject(value) ? decodeFields(value, walk, fields!) : decodeOnly(value, walk, fields!);
  if (decoded === undefined && !isBlank(Array.isArray(value) && value.length === 1 ? value[0] : value)) walk.report(walk.keys, value, "shape");
  walk.keys.pop();
  return decoded ?? null;
};

const decodeList: Decoder = (value, walk, key, { item }) => {
  walk.keys.push(key);
  const decoded = listFrom(value, walk, item!);
  walk.keys.pop();
  return decoded;
};

function listFrom(value: unknown, walk: Walk, item: Field): unknown[] {
  if (Array.isArray(value)) return item.fields ? decodeObjects(value, walk, item.fields) : decodeScalars(value, walk, item);
  if (item.fields && isObject(value)) return [decodeFields(value, walk, item.fields)];
  if (!isBlank(value)) walk.report(walk.keys, value, "shape");
  return [];
}

function decodeObjects(items: unknown[], walk: Walk, fields: Fields): unknown[] {
  const decoded = walk.isOwn ? items : [...items];
  let count = 0;
  for (let index = 0; index < items.length; index++) {
    walk.keys.push(index);
    const item = items[index];
    const object = isObject(item) ? decodeFields(item, walk, fields) : decodeOnly(item, walk, fields);
    if (object === undefined) walk.report(walk.keys, item, "shape");
    else decoded[count++] = object;
    walk.keys.pop();
  }
  decoded.length = count;
  return decoded;
}

function decodeScalars(items: readonly unknown[], walk: Walk, item: Field): unknown[] {
  return items.map((value, index) => decodeValue(value, walk, index, item));
}

/** Applies `format`. Reports a value that does not fit and returns null. */
function decodeAs(format: Format, value: unknown, walk: Walk, key: Key): unknown {
  const decoded = format(value);
  if (decoded === undefined) walk.report([...walk.keys, key], value, "unfit");
  else if (isRounded(value, decoded)) walk.report([...walk.keys, key], value, "precision");
  return decoded ?? null;
}

const decodeDecimal: Decoder = (value, walk, key) => {
  const plain = typeof value === "string" ? plainNumber(value) : NaN;
  return plain >= 0 ? plain : decodeAs(decimal, value, walk, key);
};

const decodeInteger: Decoder = (value, walk, key) => {
  const plain = typeof value === "string" ? plainNumber(value) : NaN;
  return Number.isInteger(plain) ? plain : decodeAs(integer, value, walk, key);
};

/** Fast path: most text has no trailing whitespace. */
function isTrimmed(value: unknown): boolean {
  if (typeof value !== "string" || value === "null") return false;
  const last = value.charCodeAt(value.length - 1);
  return last > 32 && last < 127;
}

/** The decoders of the formats, by their letter in the table. */
const scalars: Readonly<Record<string, Decoder>> = {
  n: decodeDecimal,
  w: decodeInteger,
  f: (value, walk, key) => decodeAs(flag, value, walk, key),
  i: (value, walk, key) => (isTrimmed(value) ? value : decodeAs(identifier, value, walk, key)),
  t: (value, walk, key) => (isTrimmed(value) ? value : decodeAs(text, value, walk, key)),
  d: (value, walk, key) => decodeAs(date, value, walk, key),
  m: (value, walk, key) => decodeAs(dateTime, value, walk, key),
};
