import { formats, isMisspelt } from "./formats.js";
import {
  type Input,
  InputError,
  type Inputs,
  locate,
  matches,
  nodeAt,
  type OverlayAction,
  type Path,
  pointerPath,
  type Ref,
  refsOf,
  startsWith,
  whereIs,
} from "./inputs.js";
import { nearest } from "./nearest.js";

/** Part of an overlay's update: an operation or a component, at its path in the merged spec. */
interface Entry {
  readonly action: OverlayAction;
  /** Path in the merged spec. */
  readonly path: Path;
  /** Path in the update. */
  readonly inUpdate: Path;
  readonly value: Readonly<Record<string, unknown>>;
}

const verbs = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

/** Keys that an entry has if it describes the thing itself; one without them adds to what the base describes. */
const defining: Readonly<Record<string, readonly string[]>> = {
  schemas: ["type", "$ref", "allOf", "anyOf", "oneOf", "enum"],
  parameters: ["in", "$ref"],
  responses: ["description", "$ref"],
};

/** Reports what is wrong with the inputs as far as it can be known without merging them, which takes half a second. */
export function checkOverlays(inputs: Inputs): void {
  const removed = removedPaths(inputs);
  const kept = ({ path }: { readonly path: Path }) => !removed.some((other) => startsWith(other, path) || startsWith(path, other));
  const entries = entriesOf(inputs).filter(kept);
  const doubled = entries.filter(isDefinition).map((entry) => ({ path: entry.path, lines: doubles(inputs, entry) }));
  // Of an entry that has to go, the parts need no lines of their own.
  const isVisited = ({ path }: { readonly path: Path }) =>
    kept({ path }) && !doubled.some((entry) => entry.lines.length > 0 && entry.path.join() === path.join());
  const problems = [
    ...inputs.actions.filter((action) => isSurelyDead(inputs, action)).map((action) => deadTarget(inputs, action)),
    ...[inputs.base, ...inputs.overlays].flatMap(unknownFormats),
    ...unresolvable(inputs),
    ...doubled.flatMap(({ lines }) => lines),
    ...sharedOperationIds(entries),
    ...typesGivenTwice(inputs, isVisited),
    ...entries.filter((entry) => !isDefinition(entry)).flatMap((entry) => strays(inputs, entries, entry)),
  ];
  if (problems.length > 0) throw new InputError([...new Set(problems)].join("\n"));
}

/** Paths that overlays remove from the base, and may add again in another form. */
function removedPaths({ base, actions }: Inputs): Path[] {
  return actions.filter(({ remove }) => remove).flatMap((action) => matches(base.content, action));
}

/** The operations and components in the updates of actions whose targets the base has. */
function entriesOf({ base, actions }: Inputs): Entry[] {
  return actions.flatMap((action) =>
    (action.update === undefined ? [] : matches(base.content, action)).flatMap((target) =>
      nodesIn(action.update)
        .map((inUpdate) => ({ action, path: [...target, ...inUpdate], inUpdate, value: nodeAt(action.update, inUpdate) as Entry["value"] }))
        .filter(({ path }) => isOperation(path) || isComponent(path)),
    ),
  );
}

/** The paths of the objects in an update that could be an operation or a component. */
function nodesIn(node: unknown, path: Path = []): Path[] {
  if (typeof node !== "object" || node === null || Array.isArray(node) || path.length > 3) return [];
  return [path, ...Object.entries(node).flatMap(([key, child]) => nodesIn(child, [...path, key]))];
}

function isOperation(path: Path): boolean {
  return path.length === 3 && path[0] === "paths" && verbs.includes(String(path[2]));
}

function isComponent(path: Path): boolean {
  return path.length === 3 && path[0] === "components" && String(path[1]) in defining;
}

function isDefinition({ path, value }: Entry): boolean {
  if (isOperation(path)) return value.operationId !== undefined;
  return defining[String(path[1])]!.some((key) => value[key] !== undefined);
}

/** Refuses an entry that the base describes too. */
function doubles({ base }: Inputs, { action, path, inUpdate, value }: Entry): string[] {
  const twin = isOperation(path) ? twinOperation(base.content, path, value) : nodeAt(base.content, path) === undefined ? undefined : path;
  if (twin === undefined) return [];
  const kept = ["externalDocs"];
  const described = nodeAt(base.content, twin) as Entry["value"];
  const twice = Object.keys(value).filter((key) => key in described && !kept.includes(key));
  const what = isOperation(path) ? `the operation ${nameOf(path)}` : `${path.slice(0, 2).join(".")}.${path[2]}`;
  const moved = twin.join() === path.join() ? "" : ` (in the base: ${nameOf(twin)}, operationId ${String(described.operationId)})`;
  const remedy = isComponent(path)
    ? `if both mean the same, remove ${path[2]} from the overlay; if not, rename it there`
    : moved
      ? "remove the entry from the overlay, and add to the operation of the base what is still missing there"
      : `remove from the overlay what the base has: ${twice.join(", ")}`;
  return [`${whereIs(action, inUpdate)}: ${what} is described by ${locate(base, twin)} too${moved}: ${remedy}`];
}

function nameOf(path: Path): string {
  return `${String(path[2]).toUpperCase()} ${path[1]}`;
}

/** The operation of the base that has the same request, whatever its path parameters are called, or the same operationId. */
function twinOperation(base: unknown, [, path, verb]: Path, { operationId }: Entry["value"]): Path | undefined {
  const shape = (text: unknown) => String(text).replace(/\{[^}]*\}/g, "{}");
  const operations = Object.entries((nodeAt(base, ["paths"]) ?? {}) as Record<string, object>).flatMap(([own, item]) =>
    Object.keys(item ?? {})
      .filter((key) => verbs.includes(key))
      .map((key): Path => ["paths", own, key]),
  );
  return (
    operations.find(([, own, key]) => key === verb && shape(own) === shape(path)) ??
    operations.find((own) => nodeAt(base, [...own, "operationId"]) === operationId)
  );
}

/** Types, references and formats that an update puts on a node to which the base gives one already. */
function typesGivenTwice({ base, actions }: Inputs, isVisited: (node: { readonly path: Path }) => boolean): string[] {
  const keys = ["type", "$ref"];
  const visit = (action: OverlayAction, path: Path, inUpdate: Path): string[] => {
    const [node, own] = [nodeAt(action.update, inUpdate), nodeAt(base.content, path)];
    if (!isObject(node) || !isObject(own) || !isVisited({ path })) return [];
    const given = keys.find((key) => typeof node[key] === "string" || Array.isArray(node[key]));
    const had = ["type", "$ref", "properties", "allOf", "anyOf", "oneOf"].find((key) => own[key] !== undefined);
    if (given !== undefined && had !== undefined && !isComponent(path) && !isSame(node.$ref, own.$ref)) {
      const where = whereIs(action, [...inUpdate, given]);
      return [`${where}: ${locate(base, [...path, had])} has a schema for this already (${had}): remove \`${given}\` and what belongs to it from the overlay`];
    }
    if (typeof node.format === "string" && typeof own.format === "string" && node.format !== own.format) {
      return [`${whereIs(action, [...inUpdate, "format"])}: ${locate(base, [...path, "format"])} has the format ${own.format}: use x-wm-format in the overlay`];
    }
    return Object.keys(node).flatMap((key) => visit(action, [...path, key], [...inUpdate, key]));
  };
  return actions.flatMap((action) => matches(base.content, action).flatMap((target) => visit(action, target, [])));
}

/** Whether both refer to the same thing, in which case merging them changes nothing. */
function isSame(ref: unknown, other: unknown): boolean {
  return ref !== undefined && ref === other;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Refuses an entry that adds to something that nobody describes: most likely the base has renamed it. */
function strays(inputs: Inputs, entries: readonly Entry[], { action, path, inUpdate }: Entry): string[] {
  const isDescribed = nodeAt(inputs.base.content, path) !== undefined || entries.some((other) => isDefinition(other) && other.path.join() === path.join());
  if (isDescribed) return [];
  const isGone = nodeAt(inputs.base.content, path.slice(0, -1)) !== undefined;
  const what = isOperation(path) ? nameOf(path) : `${path.slice(0, 2).join(".")}.${path[2]}`;
  const upper = isGone || !isOperation(path) ? path.slice(0, -1) : ["paths"];
  const hint = suggestion(inputs, upper, String(path[upper.length]));
  return [`${whereIs(action, inUpdate)}: the overlay adds to ${what}, which neither the base nor an overlay describes${hint}`];
}

/** A hint at the likely new name of what is not where an overlay expects it. */
function suggestion(inputs: Inputs, upper: Path, name: string): string {
  const owner = nodeAt(inputs.base.content, upper);
  if (typeof owner !== "object" || owner === null) return "";
  const named = Array.isArray(owner)
    ? owner.flatMap((item, index): [string, Path][] => (typeof item?.name === "string" ? [[item.name, [...upper, index, "name"]]] : []))
    : Object.keys(owner).map((key): [string, Path] => [key, [...upper, key]]);
  const mentioned = namesIn(inputs);
  // A name that overlays mention is an old one, so names that they don't mention are tried first.
  const found =
    nearest(
      name,
      named.map(([own]) => own).filter((own) => !mentioned.has(own)),
    ) ??
    nearest(
      name,
      named.map(([own]) => own),
      0.3,
    );
  return found === undefined ? "" : `; did you mean ${found} (${locate(inputs.base, named.find(([own]) => own === found)![1])})?`;
}

/** The names of paths, parameters and components that the overlays mention. */
function namesIn({ actions }: Inputs): Set<string> {
  const names = actions.flatMap(({ target, update }) => [...stepsOf(target).map(({ name }) => name), ...nodesIn(update).flatMap((path) => path.map(String))]);
  return new Set(names);
}

/** The steps of a target up to the first that is more than a name: `$.paths['/x'].get`, `$.a.parameters[?@.name=='b']`. */
function stepsOf(target: string): { readonly name: string; readonly filtered: boolean }[] {
  const step = /\.([A-Za-z_$][\w-]*)|\[(?:'([^']*)'|"([^"]*)")\]|\[\?\s*@\.name\s*==\s*(?:'([^']*)'|"([^"]*)")\s*\]/y;
  step.lastIndex = 1;
  const steps = [];
  for (let match = step.exec(target); match !== null; match = step.exec(target)) {
    const name = match[1] ?? match[2] ?? match[3];
    steps.push(name === undefined ? { name: (match[4] ?? match[5])!, filtered: true } : { name, filtered: false });
  }
  return steps;
}

/** The first step of a target that the base does not have, and the way to it; undefined if the base has the target. */
function missingStep({ base }: Inputs, { target }: OverlayAction): { readonly path: Path; readonly name: string } | undefined {
  let path: Path = [];
  for (const { name, filtered } of stepsOf(target)) {
    const list = nodeAt(base.content, path);
    const key = filtered && Array.isArray(list) ? list.findIndex((item) => item?.name === name) : name;
    if (key === -1 || nodeAt(base.content, [...path, key]) === undefined) return { path, name };
    path = [...path, key];
  }
  return undefined;
}

/** Whether a target names something that is not in the base and that no earlier action mentions. */
function isSurelyDead(inputs: Inputs, action: OverlayAction): boolean {
  const missing = missingStep(inputs, action);
  const earlier = inputs.actions.slice(0, inputs.actions.indexOf(action));
  return missing !== undefined && !mentions(earlier, missing.name);
}

function mentions(actions: readonly OverlayAction[], name: string): boolean {
  const text = JSON.stringify(name);
  return actions.some(({ update, copies }) => copies || JSON.stringify(update)?.includes(text));
}

/** The message for a target that matches nothing. */
export function deadTarget(inputs: Inputs, action: OverlayAction): string {
  const missing = missingStep(inputs, action);
  return `${whereIs(action)}: the target ${action.target} matches nothing${missing === undefined ? "" : suggestion(inputs, missing.path, missing.name)}`;
}

/** References to what is not in the base and what no overlay mentions. */
function unresolvable(inputs: Inputs): string[] {
  return [inputs.base, ...inputs.overlays]
    .flatMap(refsOf)
    .filter(({ ref }) => nodeAt(inputs.base.content, pointerPath(ref)) === undefined && !mentions(inputs.actions, pointerPath(ref).at(-1)!))
    .map((ref) => unresolved(inputs, ref));
}

/** The message for a reference that does not resolve. */
export function unresolved(inputs: Inputs, { ref, input, path: at }: Ref): string {
  const path = pointerPath(ref);
  return `${locate(input, at)}: the $ref "${ref}" does not resolve in the merged spec${suggestion(inputs, path.slice(0, -1), path.at(-1)!)}`;
}

/** Operations of overlays alone that have one operationId. */
function sharedOperationIds(entries: readonly Entry[]): string[] {
  const operations = entries.filter((entry) => isOperation(entry.path) && isDefinition(entry));
  return operations.flatMap(({ action, path, inUpdate, value }, index) => {
    const first = operations.slice(0, index).find((other) => other.value.operationId === value.operationId);
    if (first === undefined) return [];
    const where = whereIs(action, [...inUpdate, "operationId"]);
    return [
      `${where}: the operationId ${String(value.operationId)} of ${nameOf(path)} is taken by ${nameOf(first.path)} (${whereIs(first.action, first.inUpdate)})`,
    ];
  });
}

/** Formats with this project's prefix that it does not know. */
function unknownFormats(input: Input): string[] {
  const known = Object.keys(formats).filter((name) => name.startsWith("wm-"));
  const visit = (node: unknown, path: Path): string[] =>
    typeof node !== "object" || node === null
      ? []
      : Object.entries(node).flatMap(([key, child]) => {
          if ((key !== "format" && key !== "x-wm-format") || typeof child !== "string" || !isMisspelt(child)) return visit(child, [...path, key]);
          const likely = nearest(child, known);
          const hint = likely === undefined ? "" : `; did you mean ${likely}?`;
          return [`${locate(input, [...path, key])}: the format ${child} is unknown${hint} (known: ${known.join(", ")})`];
        });
  return visit(input.content, []);
}
