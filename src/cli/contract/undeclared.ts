import type { Call } from "./plan.js";
import { nodeAt, type Path, pathOf, type Schema, type Spec } from "./spec.js";

/** A schema and its path in the spec. */
export interface Located {
  readonly schema: Schema;
  readonly path: Path;
  /** The place that refers to it; `path` without one. */
  readonly at: Path;
}

/** A field of a body that the spec does not declare. */
export interface UndeclaredField {
  /** JSON path, the same for all items of a list. */
  readonly path: string;
  readonly name: string;
  readonly value: unknown;
  /** The object that has it. Undefined if the spec declares none there. */
  readonly owner: Located | undefined;
  /** Whether the spec declares no field of that object at all. */
  readonly isOpen: boolean;
}

/** A JSON path step of a field. Names come from a server. */
export type Step = (name: string) => string;

/** The undeclared fields of a body, one entry for each value. */
export function undeclaredFields(spec: Spec, call: Call, body: unknown, step: Step): UndeclaredField[] {
  const schema = bodyOf(spec, call);
  const found: UndeclaredField[] = [];
  if (schema !== undefined) walk(spec, [schema], body, "$", step, found);
  return found;
}

/** The schema of a call's 200. The query may select one of several. */
function bodyOf(spec: Spec, { operation: { path, method, responses }, query }: Call): Located | undefined {
  const schema = responses["200"]?.content?.["application/json"]?.schema;
  if (schema === undefined) return undefined;
  const at = ["paths", path, method.toLowerCase(), "responses", "200", "content", "application/json", "schema"];
  const [selection] = Object.entries(schema["x-wm-selected-by"] ?? {});
  if (selection === undefined || schema.anyOf === undefined) return located(spec, schema, at);
  const [parameter, names] = selection;
  const name = names[query[parameter] ?? ""];
  const index = Math.max(
    0,
    schema.anyOf.findIndex(({ $ref }) => name !== undefined && $ref?.endsWith(`/${name}`)),
  );
  return located(spec, schema.anyOf[index]!, [...at, "anyOf", String(index)]);
}

function located(spec: Spec, schema: Schema, at: Path): Located {
  let target: Located = { schema, path: at, at };
  while (target.schema.$ref !== undefined) {
    const path = pathOf(target.schema.$ref);
    target = { schema: nodeAt(spec, path) as Schema, path, at };
  }
  return target;
}

function walk(spec: Spec, schemas: readonly Located[], value: unknown, path: string, step: Step, found: UndeclaredField[]): void {
  const all = withParts(spec, schemas);
  const items = all.flatMap(({ schema, path }) => (schema.items ? [located(spec, schema.items, [...path, "items"])] : []));
  if (Array.isArray(value)) {
    // The decoder takes an object out of a list of one.
    for (const item of value) if (items.length > 0 || !Array.isArray(item)) walk(spec, items.length > 0 ? items : schemas, item, `${path}[*]`, step, found);
  } else if (typeof value === "object" && value !== null) {
    // It also decodes a single object as a list of one.
    const objects = items.length > 0 && !all.some(isObject) ? withParts(spec, items) : all;
    const owner = objects.find(isObject);
    const isOpen = objects.every(({ schema }) => Object.keys(schema.properties ?? {}).length === 0);
    for (const [name, member] of Object.entries(value)) {
      const declared = objects.flatMap(({ schema: { properties = {} }, path }) =>
        Object.hasOwn(properties, name) ? [located(spec, properties[name]!, [...path, "properties", name])] : [],
      );
      const at = `${path}${step(name)}`;
      if (declared.length > 0) walk(spec, declared, member, at, step, found);
      else found.push({ path: at, name, value: member, owner, isOpen });
    }
  }
}

function isObject({ schema: { type, properties, allOf, anyOf, oneOf } }: Located): boolean {
  if (properties !== undefined || allOf !== undefined) return true;
  return type === undefined ? anyOf === undefined && oneOf === undefined : [type].flat().includes("object");
}

/** The schemas and the parts of their allOf, anyOf and oneOf. A schema may contain itself. */
function withParts(spec: Spec, schemas: readonly Located[]): Located[] {
  const seen = new Map<Schema, Located>();
  const add = (one: Located): void => {
    if (seen.has(one.schema)) return;
    seen.set(one.schema, one);
    for (const keyword of ["allOf", "anyOf", "oneOf"] as const)
      for (const [index, part] of (one.schema[keyword] ?? []).entries()) add(located(spec, part, [...one.path, keyword, String(index)]));
  };
  schemas.forEach(add);
  return [...seen.values()];
}
