import type { Spec } from "./spec.js";

/** Keywords that the contract check does not read: prose, examples, and what only the compilers need. */
const dropped = new Set([
  "description",
  "summary",
  "externalDocs",
  "tags",
  "example",
  "examples",
  "x-wm-documented",
  "x-wm-facade",
  "x-wm-format",
  "x-wm-same-as",
  "x-wm-source",
  "x-wm-wire",
]);

/** Keywords whose value is a map by names. A name is kept, even if it is that of a keyword above. */
const maps = new Set(["paths", "content", "headers", "parameters", "patternProperties", "properties", "requestBodies", "responses", "schemas"]);

/** The merged spec without prose and examples, as JSON with a line for each operation and each component. */
export function contractSpec(spec: Spec): string {
  return `${lines(stripped(spec, false), 3)}\n`;
}

function stripped(node: unknown, isMap: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => stripped(item, false));
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).filter(([key]) => isMap || !dropped.has(key));
  return Object.fromEntries(entries.map(([key, value]) => [key, stripped(value, !isMap && maps.has(key))]));
}

/** JSON with a line for each member of the upper `levels` of objects. */
function lines(node: unknown, levels: number, indent = ""): string {
  if (levels === 0 || typeof node !== "object" || node === null || Array.isArray(node)) return JSON.stringify(node);
  const inner = `${indent}  `;
  const members = Object.entries(node).map(([key, value]) => `${inner}${JSON.stringify(key)}: ${lines(value, levels - 1, inner)}`);
  return members.length === 0 ? "{}" : `{\n${members.join(",\n")}\n${indent}}`;
}
