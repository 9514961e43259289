import { nodeAt, pointerPath } from "./inputs.js";
import { type Operation, operationsOf, type Spec } from "./spec.js";

export interface TouchedOperation {
  readonly operation: Operation;
  readonly what: "added" | "removed" | "changed";
  /** Changed parts. Empty if only schemas that it uses have changed. */
  readonly parts: readonly string[];
  /** The changed schemas that its requests or responses are made of. */
  readonly through: readonly string[];
}

export interface TouchedType {
  readonly name: string;
  readonly what: "added" | "removed" | "changed";
}

/** Operations and types that a new merged spec changes for their users. Descriptions and examples do not count. */
export function touched(before: Spec, after: Spec): { readonly operations: TouchedOperation[]; readonly types: TouchedType[] } {
  const types = compare(before.components.schemas, after.components.schemas);
  const changed = new Set(types.map(({ name }) => name));
  const [old, current] = [byName(before), byName(after)];
  const names = [...new Set([...current.keys(), ...old.keys()])];
  const operations = names.flatMap((name): TouchedOperation[] => {
    const [was, is] = [old.get(name), current.get(name)];
    if (was === undefined || is === undefined) {
      return [{ operation: (is ?? was)!, what: is ? "added" : "removed", parts: [], through: [] }];
    }
    const [left, right] = [surfaceOf(before, was), surfaceOf(after, is)];
    const parts = Object.keys(right).filter((part) => contract(left[part]) !== contract(right[part]));
    const through = [...new Set([...schemasIn(before, left), ...schemasIn(after, right)])].filter((schema) => changed.has(schema));
    return parts.length + through.length === 0 ? [] : [{ operation: is, what: "changed", parts, through }];
  });
  return { operations, types };
}

/** The operations by operationId, which a change of path or verb does not change. */
function byName(spec: Spec): Map<string, Operation> {
  return new Map(operationsOf(spec).map((operation) => [operation.operationId, operation]));
}

function compare(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): TouchedType[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((name): TouchedType[] => {
    if (!(name in before)) return [{ name, what: "added" }];
    if (!(name in after)) return [{ name, what: "removed" }];
    return contract(before[name]) === contract(after[name]) ? [] : [{ name, what: "changed" }];
  });
}

/** An operation as callers see it, with shared parameters and responses inlined and schemas as references. */
function surfaceOf(spec: Spec, { path, method }: Operation): Record<string, unknown> {
  const written = spec.paths[path]?.[method.toLowerCase()] as Readonly<Record<string, unknown>> | undefined;
  return {
    request: `${method} ${path}`,
    parameters: inlined(spec, written?.parameters),
    body: inlined(spec, written?.requestBody),
    responses: inlined(spec, written?.responses),
    security: written?.security,
    "façade method": written?.["x-wm-facade"],
  };
}

const schemaPrefix = "#/components/schemas/";

function inlined(spec: Spec, node: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => inlined(spec, item));
  if (typeof node !== "object" || node === null) return node;
  const ref = "$ref" in node && typeof node.$ref === "string" ? node.$ref : undefined;
  if (ref === undefined) return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inlined(spec, value)]));
  return ref.startsWith(schemaPrefix) ? node : inlined(spec, nodeAt(spec, pointerPath(ref)));
}

/** The names of the schemas that a node refers to, and those that they are made of. */
function schemasIn(spec: Spec, node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node !== "object" || node === null) return found;
  const ref = "$ref" in node && typeof node.$ref === "string" ? node.$ref : "";
  const name = ref.startsWith(schemaPrefix) ? ref.slice(schemaPrefix.length) : undefined;
  if (name !== undefined && !found.has(name)) {
    found.add(name);
    schemasIn(spec, spec.components.schemas[name], found);
  }
  for (const child of Object.values(node)) schemasIn(spec, child, found);
  return found;
}

/** Documentation-only keys, ignored when comparing. */
const prose = ["description", "summary", "title", "example", "examples", "externalDocs", "x-wm-wire", "x-wm-source", "x-wm-documented"];

/** A text that is the same for two nodes that ask the same of callers, in whatever order they say it. */
function contract(node: unknown): string {
  return JSON.stringify(stripped(node, false)) ?? "";
}

function stripped(node: unknown, namesFields: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => stripped(item, false));
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node)
    // A field may well be called `description`.
    .filter(([key]) => namesFields || !prose.includes(key))
    .map(([key, value]): [string, unknown] => [key, stripped(value, key === "properties" && !namesFields)])
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries);
}
