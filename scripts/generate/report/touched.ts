import { isDeepStrictEqual } from "node:util";
import { prose as descriptions, without } from "../compiled/contract.js";
import { isObject, nodeAt, pointerPath } from "../inputs/input.js";
import { type Operation, operationsOf, type Spec } from "../merged/spec.js";

const prose = [...descriptions, "title"];

export interface TouchedOperation {
  readonly operation: Operation;
  readonly what: "added" | "removed" | "changed";
  /** Changed parts, such as `parameters`. */
  readonly parts: readonly string[];
}

/** Operations that a new merged spec changes for callers. Ignores descriptions, examples and the order of keys. */
export function touched(before: Spec, after: Spec): TouchedOperation[] {
  const [old, current] = [byName(before), byName(after)];
  return [...new Set([...current.keys(), ...old.keys()])].flatMap((name): TouchedOperation[] => {
    const [was, is] = [old.get(name), current.get(name)];
    if (was === undefined || is === undefined) return [{ operation: (is ?? was)!, what: is ? "added" : "removed", parts: [] }];
    const [left, right] = [surfaceOf(before, was), surfaceOf(after, is)];
    const parts = Object.keys(right).filter((part) => !isDeepStrictEqual(left[part], right[part]));
    return parts.length === 0 ? [] : [{ operation: is, what: "changed", parts }];
  });
}

/** Operations by operationId, which survives a change of path or method. */
function byName(spec: Spec): Map<string, Operation> {
  return new Map(operationsOf(spec).map((operation) => [operation.operationId, operation]));
}

/** An operation as callers see it, with references resolved. */
function surfaceOf(spec: Spec, { path, method }: Operation): Record<string, unknown> {
  const { parameters, requestBody, responses, security, ...written } = nodeAt(spec, ["paths", path, method.toLowerCase()]) as Readonly<Record<string, unknown>>;
  const parts = { parameters, "request body": requestBody, responses, security, "façade method": written["x-wm-facade"] };
  return { request: `${method} ${path}`, ...(inlined(spec, without(prose, parts, true)) as object) };
}

function inlined(spec: Spec, node: unknown, open: readonly string[] = []): unknown {
  if (Array.isArray(node)) return node.map((item) => inlined(spec, item, open));
  if (!isObject(node)) return node;
  const { $ref } = node;
  // A schema may contain itself.
  if (typeof $ref === "string" && !open.includes($ref)) return inlined(spec, without(prose, nodeAt(spec, pointerPath($ref))), [...open, $ref]);
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inlined(spec, value, open)]));
}
