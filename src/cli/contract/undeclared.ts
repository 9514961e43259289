import { isObject } from "../../decode/walk.js";
import type { Call } from "./plan.js";
import type { Step } from "./redact.js";
import { nodeAt, type Path, pathOf, type Schema } from "./spec.js";

/** A field of a body that the spec does not declare. */
export interface UndeclaredField {
  /** JSON path, the same for all items of a list. */
  readonly path: string;
  readonly name: string;
  readonly value: unknown;
  /** Whether the spec declares no field of its object at all. */
  readonly isOpen: boolean;
  /** The place in the spec to declare it. Undefined if the spec declares no object there. */
  readonly place: Path | undefined;
}

/** The undeclared fields of a body, one entry for each value. */
export function undeclaredFields(call: Call, body: unknown, step: Step): UndeclaredField[] {
  const at = bodyOf(call);
  const found: UndeclaredField[] = [];
  if (at !== undefined) walk(partsAt(at), body, "$", step, found);
  return found;
}

/** The path of the schema of a call's 200. The query may select one of several. */
function bodyOf({ operation: { path, method, responses }, query }: Call): Path | undefined {
  const schema = responses["200"]?.content?.["application/json"]?.schema;
  if (schema === undefined) return undefined;
  const at = ["paths", path, method.toLowerCase(), "responses", "200", "content", "application/json", "schema"];
  const [selection] = Object.entries(schema["x-wm-selected-by"] ?? {});
  if (selection === undefined || schema.anyOf === undefined) return at;
  const [parameter, names] = selection;
  const name = names[query[parameter] ?? ""];
  const selected = schema.anyOf.findIndex(({ $ref }) => name !== undefined && $ref?.endsWith(`/${name}`));
  return [...at, "anyOf", String(Math.max(0, selected))];
}

/** A schema and its path in the spec. */
interface Located {
  readonly schema: Schema;
  readonly path: Path;
  /** The place that refers to it; `path` without one. */
  readonly at: Path;
}

/** The schema at this place, and the parts of its allOf, anyOf and oneOf. */
function partsAt(at: Path, path = at): Located[] {
  const schema = nodeAt(path) as Schema;
  if (schema.$ref !== undefined) return partsAt(at, pathOf(schema.$ref));
  const parts = (["allOf", "anyOf", "oneOf"] as const).flatMap((keyword) =>
    Array.from(schema[keyword] ?? [], (_, index) => partsAt([...path, keyword, String(index)])),
  );
  return [{ schema, path, at }, ...parts.flat()];
}

function walk(schemas: readonly Located[], value: unknown, path: string, step: Step, found: UndeclaredField[]): void {
  const items = schemas.flatMap(({ schema, path }) => (schema.items ? partsAt([...path, "items"]) : []));
  if (Array.isArray(value)) {
    // The decoder takes an object out of a list of one.
    for (const item of value) if (items.length > 0 || !Array.isArray(item)) walk(items.length > 0 ? items : schemas, item, `${path}[*]`, step, found);
  } else if (isObject(value)) {
    // It also decodes a single object as a list of one.
    const objects = items.length > 0 && !schemas.some(describesObject) ? items : schemas;
    const owner = objects.find(describesObject);
    const isOpen = objects.every(({ schema }) => Object.keys(schema.properties ?? {}).length === 0);
    // Places that share a schema without fields each get their own.
    const place = isOpen ? owner?.at : owner?.path;
    for (const [name, member] of Object.entries(value)) {
      const declared = objects
        .filter(({ schema: { properties = {} } }) => Object.hasOwn(properties, name))
        .flatMap((object) => partsAt([...object.path, "properties", name]));
      const at = `${path}${step(name)}`;
      if (declared.length > 0) walk(declared, member, at, step, found);
      else found.push({ path: at, name, value: member, isOpen, place });
    }
  }
}

function describesObject({ schema: { type, properties, allOf, anyOf, oneOf } }: Located): boolean {
  if (properties !== undefined || allOf !== undefined) return true;
  return type === undefined ? anyOf === undefined && oneOf === undefined : [type].flat().includes("object");
}
