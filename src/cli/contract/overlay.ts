import { isObject } from "../../decode/walk.js";
import { formatOf } from "./format.js";
import { groupBy } from "./group.js";
import { type Redact, stepOf } from "./redact.js";
import { nodeAt, type Path, type Schema, spec } from "./spec.js";
import type { UndeclaredField } from "./undeclared.js";
import { yaml } from "./yaml.js";

/** A schema of the overlay. */
type Declared = Schema & { readonly description?: string; readonly "x-wm-source"?: string };

/** A value of an undeclared field, with the field's JSON path. */
type Seen = Pick<UndeclaredField, "name" | "path" | "value">;

/** Max depth of nesting to declare. */
const deepest = 20;

/** An overlay that declares these fields, as YAML. Contains none of their values. */
export function overlayOf(found: readonly UndeclaredField[], date: string, redact: Redact) {
  const note = { description: `Observed on ${date}; undocumented`, "x-wm-source": "observed" };
  const step = stepOf(redact);
  const schemas: Record<string, Declared> = {};
  /** JSON paths of the omitted fields: no value was sent, no format fits the values, or the name is unusable. */
  const omitted = new Set<string>();
  /** Number of declared fields. */
  let declared = 0;

  const isUsable = (name: string) => redact(name) === name && /^[\p{L}_$@][\p{L}\p{N} _$@.:/-]*$/u.test(name) && !(name in {});

  /** Declares the fields of an object, if there are any. `parent` is the prefix for the names of their schemas. */
  function propertiesOf(parent: string, fields: readonly Seen[], depth: number): Declared | undefined {
    const properties: Record<string, Declared> = {};
    for (const [name, seen] of groupBy(fields, (field) => field.name)) {
      const { path } = seen[0]!;
      const values = seen.map(({ value }) => value);
      const schema = isUsable(name) ? schemaOf(`${parent}${pascal(name)}`, values, path, depth) : undefined;
      if (schema === undefined) omitted.add(path);
      else properties[name] = { ...schema, ...note };
    }
    declared += Object.keys(properties).length;
    return Object.keys(properties).length === 0 ? undefined : { properties };
  }

  function schemaOf(name: string, values: readonly unknown[], path: string, depth: number): Declared | undefined {
    if (depth > deepest) return undefined;
    const lists = values.filter(Array.isArray);
    const objects = values.filter(isObject);
    const scalars = values.filter((value) => !Array.isArray(value) && !isObject(value));
    const types = [...new Set(scalars.map((value) => (value === null ? "null" : typeof value)))];
    if (lists.length + objects.length === 0) {
      const format = formatOf(scalars);
      return format === undefined ? undefined : { type: oneOrMore(types), format };
    }
    if ((lists.length > 0 && objects.length > 0) || types.some((type) => type !== "null")) return undefined;
    if (objects.length > 0) {
      const fields = objects.flatMap(Object.entries).map(([field, value]) => ({ name: field, path: `${path}${step(field)}`, value }));
      const object = objectOf(name, fields, depth + 1);
      return object && types.length > 0 ? { anyOf: [object, { type: "null" }] } : object;
    }
    const items: readonly unknown[] = lists.flat();
    const item = items.some(Array.isArray) ? undefined : schemaOf(`${name}Item`, items, `${path}[*]`, depth + 1);
    return item && { type: oneOrMore(["array", ...types]), items: item };
  }

  /** Declares an object as a named schema. */
  function objectOf(name: string, fields: readonly Seen[], depth: number): Declared | undefined {
    const object = propertiesOf(name, fields, depth);
    if (object === undefined) return undefined;
    const own = unusedName(name, [...Object.keys(spec.components.schemas), ...Object.keys(schemas)]);
    schemas[own] = { type: "object", ...note, ...object };
    return { $ref: `#/components/schemas/${own}` };
  }

  const actions: object[] = [];
  for (const fields of groupBy(found, ({ place = null }) => JSON.stringify(place)).values()) {
    const { place, isOpen } = fields[0]!;
    if (place === undefined) continue;
    const update = (isOpen ? objectOf : propertiesOf)(nameAt(place), fields, 0);
    if (update !== undefined) actions.push(actionAt(place, update));
  }
  if (Object.keys(schemas).length > 0) actions.push({ target: "$.components.schemas", update: schemas });
  const description = `Fields that a server sent on ${date} and the spec did not declare. Written by \`wm-customer-api contract --overlay\`.`;
  const text = yaml({ overlay: "1.1.0", info: { title: "Observed fields", version: "0.1.0", description }, actions });
  return { text, declared, omitted: [...omitted] };
}

/**
 * Updates a schema through a node above it, because Redocly's lint rejects an update that is itself a reference. A named schema is updated
 * through all components, which exist even before the overlay that adds the schema is applied.
 */
function actionAt(path: Path, update: object) {
  const isIndex = (index: number) => Array.isArray(nodeAt(path.slice(0, index)));
  const inList = path.findLastIndex((_, index) => isIndex(index)) + 1;
  const length = inList > 0 ? inList : path[0] === "components" ? 2 : path.length - 1;
  const step = (key: string, index: number) => (isIndex(index) ? `[${key}]` : /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `['${key.replaceAll("'", "\\'")}']`);
  const target = `$${path.slice(0, length).map(step).join("")}`;
  return { target, update: path.slice(length).reduceRight((inner, key) => ({ [key]: inner }), update) };
}

/** Prefix of schema names for this path: its schema and fields, or its operation. */
function nameAt(path: Path): string {
  if (path[0] === "paths") return `${pascal(spec.paths[path[1]!]![path[2]!]!.operationId)}Response`;
  const fields = path.slice(3).flatMap((key, index, keys) => (keys[index - 1] === "properties" ? [pascal(key)] : key === "items" ? ["Item"] : []));
  return [path[2], ...fields].join("");
}

/** A schema name, which becomes the name of an interface. */
function pascal(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return words.map((word) => `${word[0]!.toUpperCase()}${word.slice(1)}`).join("") || "Field";
}

function unusedName(name: string, taken: readonly string[]): string {
  const isTaken = (candidate: string) => taken.some((other) => other.toLowerCase() === candidate.toLowerCase());
  let candidate = name;
  for (let number = 2; isTaken(candidate); number++) candidate = `${name}${number}`;
  return candidate;
}

function oneOrMore(types: readonly string[]): string | readonly string[] {
  return types.length === 1 ? types[0]! : types;
}
