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

/** Where in a body the decoder is, and who receives the values that do not fit. */
export interface Walk {
  /** Whether the body is written over instead of copied. */
  isOwn: boolean;
  /** The way to the object or the list that is being decoded, by the names and indexes that were sent. */
  readonly keys: Key[];
  readonly report: (keys: readonly Key[], value: unknown, reason: Reason) => void;
}

/** Decodes the value, neither null nor undefined, that was sent under `key` in the object or the list that the walk has come to. */
type Decoder = (value: unknown, walk: Walk, key: Key, field: Field) => unknown;

/** How a field is decoded. All have the same members, in this order, because engines are faster then. */
interface Field {
  readonly decoder: Decoder;
  /** The value if null was sent. A list is added after the fields. */
  readonly absent: unknown;
  /** What the objects are that it is or holds. */
  readonly fields: Fields | undefined;
  /** What the items of a list are. */
  readonly item: Field | undefined;
  /** The reference's name of the field. */
  readonly target: string | undefined;
}

/** The fields of an object. */
export interface Fields {
  readonly byName: Readonly<Record<string, Field | undefined>>;
  readonly lists: readonly string[];
}

/** The result for a value that is sent under another name than the reference's. */
const renamed = Symbol();

const decodeLater: Decoder = () => renamed;

const known = new Map<ObjectRule, Fields>();

/** The fields of an object of the table. */
export function fieldsOf(rule: ObjectRule): Fields {
  let fields = known.get(rule);
  if (fields === undefined) {
    const rules = Object.entries(typeof rule === "string" ? responses.schemas[rule.slice(1)]! : rule);
    // A table without a prototype, which engines read faster if it was made with one.
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

/** Decodes the fields of an object, gives them the reference's names and adds the lists that were not sent. */
export function decodeFields(values: Values, walk: Walk, fields: Fields): Values {
  const { byName, lists } = fields;
  let decoded: Values = walk.isOwn ? values : { ...values };
  let isRenamed = false;
  const names = Object.keys(decoded);
  for (const name of names) {
    const field = byName[name];
    if (field === undefined) continue;
    const value = decoded[name];
    const result = decodeValue(value, walk, name, field);
    if (Object.is(result, value)) continue;
    if (result === renamed) isRenamed = true;
    else decoded[name] = result;
  }
  if (isRenamed) decoded = rename(decoded, names, walk, byName);
  for (const name of lists) if (decoded[name] === undefined) decoded[name] = [];
  return decoded;
}

/** Puts an object together anew, because one from which fields are deleted is slow ever after. */
function rename(sent: Values, names: readonly string[], walk: Walk, byName: Fields["byName"]): Values {
  let decoded: Values = {};
  const { isOwn } = walk;
  for (const name of names) {
    const target = byName[name]?.target;
    if (target === undefined) {
      // Assigned, it would be the prototype.
      if (name === "__proto__") decoded = { ...decoded, [name]: sent[name] };
      else if (!Object.hasOwn(decoded, name)) decoded[name] = sent[name];
      continue;
    }
    const current = Object.hasOwn(decoded, target) ? decoded[target] : sent[target];
    const isTaken = !isNothing(current);
    // What loses is reported as it was sent.
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
    // What is nested too deep to be written.
    return false;
  }
}

/** Whether this is an object of JSON, and no list. */
export function isObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether this is a list of one object, which stands for that object. */
export function isListOfOne(value: unknown): value is [Values] {
  return Array.isArray(value) && value.length === 1 && isObject(value[0]);
}

/** Whether WM sent no value in place of an object or a list. */
function isBlank(value: unknown): boolean {
  return value === null || (typeof value === "string" && isAbsent(value.trim()));
}

/** Decodes the object that a list of one stands for; undefined for anything else. */
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

/** What `format` makes of a value; null, with a report, if it does not fit. */
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

/** Most text does not end in a blank and is left alone. */
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
