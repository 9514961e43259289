import { partsOf, resolve, type Schema, type Spec } from "../../../scripts/pipeline/spec.js";

/** The JSON paths of the fields of a body that its schema does not name, each once for all items of a list. */
export function undeclaredFields(spec: Spec, schema: Schema, body: unknown): string[] {
  const found = new Set<string>();
  walk(spec, [schema], body, "$", found);
  return [...found];
}

function walk(spec: Spec, schemas: readonly Schema[], value: unknown, path: string, found: Set<string>): void {
  const all = withParts(spec, schemas);
  if (Array.isArray(value)) {
    const items = all.flatMap((schema) => schema.items ?? []);
    for (const item of value) walk(spec, items, item, `${path}[*]`, found);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      const declared = all.flatMap(({ properties = {} }) => (Object.hasOwn(properties, name) ? properties[name]! : []));
      const at = `${path}${pathStep(name)}`;
      // What is in a field that nobody has described is not described either.
      if (declared.length === 0) found.add(at);
      else walk(spec, declared, member, at, found);
    }
  }
}

/** The schemas, what they refer to, and what they are put together from. A schema may lead back to itself. */
function withParts(spec: Spec, schemas: readonly Schema[]): Schema[] {
  const seen = new Set<Schema>();
  const add = (schema: Schema): void => {
    const resolved = resolve(spec, schema);
    if (seen.has(resolved)) return;
    seen.add(resolved);
    partsOf(resolved).forEach(add);
  };
  schemas.forEach(add);
  return [...seen];
}

/** A step of a JSON path. The name comes from a server, so a name that is not a plain one is escaped. */
export function pathStep(name: string): string {
  return /^[A-Za-z_][\w-]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
