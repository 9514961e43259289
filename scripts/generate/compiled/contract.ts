import { isObject } from "../inputs/input.js";
import type { Spec } from "../merged/spec.js";

/** Documentation-only keywords. */
export const prose = ["description", "summary", "externalDocs", "tags", "example", "examples", "x-wm-documented", "x-wm-source", "x-wm-wire"];

/** Keywords that only the compilers need. */
const compiled = ["x-wm-facade", "x-wm-format", "x-wm-same-as"];

/** Keywords with a map by name. Names that look like a dropped keyword are kept. */
const maps = new Set(["paths", "content", "headers", "parameters", "patternProperties", "properties", "requestBodies", "responses", "schemas"]);

/** The merged spec without prose and examples, as JSON with a line for each operation and each component. */
export function contractSpec(spec: Spec): string {
  return `${lines(without([...prose, ...compiled], spec), 3)}\n`;
}

/** A node of the spec without these keywords. */
export function without(dropped: readonly string[], node: unknown, isMap = false): unknown {
  if (Array.isArray(node)) return node.map((item) => without(dropped, item));
  if (!isObject(node)) return node;
  const entries = Object.entries(node).filter(([key]) => isMap || !dropped.includes(key));
  return Object.fromEntries(entries.map(([key, value]) => [key, without(dropped, value, !isMap && maps.has(key))]));
}

/** JSON with one line per member, down to `levels` of objects. */
function lines(node: unknown, levels: number, indent = ""): string {
  if (levels === 0 || typeof node !== "object" || node === null || Array.isArray(node)) return JSON.stringify(node);
  const inner = `${indent}  `;
  const members = Object.entries(node).map(([key, value]) => `${inner}${JSON.stringify(key)}: ${lines(value, levels - 1, inner)}`);
  return members.length === 0 ? "{}" : `{\n${members.join(",\n")}\n${indent}}`;
}
