import { type Json, operations, spec } from "./spec.js";

/** Random choices that a seed determines. */
export interface Random {
  /** Whether something happens that does so with this probability. */
  happens(probability: number): boolean;
  /** A whole number from 0 to below this one. */
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
}

/** The generator called mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { happens: (probability) => next() < probability, below, pick: (items) => items[below(items.length)]! };
}

interface Schema {
  readonly $ref?: string;
  readonly format?: string;
  readonly "x-wm-format"?: string;
  readonly "x-wm-selected-by"?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

/** Values of each format as WM sends them, and values that nearly fit. */
const samples: Readonly<Record<string, readonly Json[]>> = {
  decimal: ["147.14", "0", "1,234.50", "-0", 12.5, "9007199254740993", "0,5"],
  "wm-integer": ["1", "007", 3, "1.5", 1e17],
  "wm-flag": ["Y", "N", "true", "FALSE", true, "maybe"],
  "wm-identifier": ["01391", "1041279930086984565|E", 7, "S08510  ", 2 ** 60],
  "wm-text": ["CDL ", "CLOSED    ", "Per Week", 5],
  date: ["2016-10-18", "07/01/15", "11/10/2015", "Thursday, Feb 15 , 2018", "02/30/2015"],
  "date-time": ["2015-08-03 10:27:39.0", "12/11/16 05:28:44", "2014-05-21T15:41:52.000-05:00", "2015-08-03 10:27 PM"],
};

const anywhere: readonly Json[] = [null, null, "null", " null ", "", "  ", "x", "Y", "5.0", 0, 1, -1.5, 1e21, true, false];

/** Names of fields that no schema declares, some of which every object has already. */
const names = ["__proto__", "constructor", "toString", "other", "0", "request"];

/** Any JSON value. */
export function anyJson(random: Random, depth = 3): Json {
  if (depth === 0 || random.happens(0.6)) return random.pick(anywhere);
  const length = random.below(3);
  if (random.happens(0.5)) return Array.from({ length }, () => anyJson(random, depth - 1));
  return objectOf(Array.from({ length }, () => [random.pick(names), anyJson(random, depth - 1)]));
}

/** Unlike with a literal, `__proto__` is a field of it, as after JSON.parse. */
function objectOf(entries: readonly (readonly [string, Json])[]): Json {
  return Object.fromEntries(entries);
}

/** A value as this schema of the merged spec describes it, mostly, and with any JSON in it. */
function valueFor(schema: Schema, random: Random): Json {
  if (schema.$ref !== undefined) return valueFor(spec.components.schemas[schema.$ref.split("/").at(-1)!], random);
  if (random.happens(0.06)) return anyJson(random);
  if (schema.anyOf) return valueFor(random.pick(schema.anyOf), random);
  if (schema.items) {
    const { items } = schema;
    if (random.happens(0.1)) return valueFor(items, random);
    return Array.from({ length: random.below(4) }, () => (random.happens(0.05) ? [valueFor(items, random)] : valueFor(items, random)));
  }
  const properties = propertiesOf(schema);
  if (properties.length > 0) return objectFrom(properties, random);
  const format = schema["x-wm-format"] ?? schema.format ?? "wm-text";
  return random.happens(0.2) ? random.pick(anywhere) : random.pick(samples[format] ?? samples[format.replace("wm-", "")]!);
}

function propertiesOf({ $ref, properties = {}, allOf = [] }: Schema): [string, Schema][] {
  if ($ref !== undefined) return propertiesOf(spec.components.schemas[$ref.split("/").at(-1)!]);
  return [...allOf.flatMap(propertiesOf), ...Object.entries(properties)];
}

/** An object with some of these fields, in any order, and fields that are not declared. */
function objectFrom(properties: readonly [string, Schema][], random: Random): Json {
  const density = random.pick([0.2, 0.6, 0.9]);
  const entries = properties.filter(() => random.happens(density)).map(([name, property]): [string, Json] => [name, valueFor(property, random)]);
  if (random.happens(0.2)) entries.push([random.pick(names), anyJson(random, 2)]);
  for (let index = entries.length - 1; index > 0 && random.happens(0.9); index--) {
    const other = random.below(index + 1);
    [entries[index], entries[other]] = [entries[other]!, entries[index]!];
  }
  const object = objectOf(entries);
  return random.happens(0.08) ? [object] : object;
}

/** A body of an operation, with the query that selects its shape, and the name of the schema that it then has. */
export interface WireBody {
  readonly operationId: string;
  readonly query: Readonly<Record<string, string>> | undefined;
  /** Undefined for an answer that no source documents. */
  readonly schema: string | undefined;
  make(random: Random): Json;
}

/** A maker of bodies for each operation, and for each schema that its query selects. */
export const wireBodies: readonly WireBody[] = operations.flatMap(({ operationId, ok }) => {
  const schema: Schema = ok?.schema ?? {};
  const members = schema.anyOf ?? [schema];
  return members.map((member, index): WireBody => {
    const name = member.$ref?.split("/").at(-1);
    const isDocumented = propertiesOf(member).length > 0;
    return {
      operationId,
      query: index === 0 ? undefined : queryFor(schema, name!),
      schema: isDocumented ? name : undefined,
      make: (random) => (isDocumented ? valueFor(member, random) : anyJson(random)),
    };
  });
});

function queryFor({ "x-wm-selected-by": selectedBy = {} }: Schema, name: string): Record<string, string> {
  const pairs = Object.entries(selectedBy).flatMap(([parameter, schemas]) =>
    Object.entries(schemas).flatMap(([value, selected]) => (selected === name ? [[parameter, value]] : [])),
  );
  return Object.fromEntries(pairs);
}
