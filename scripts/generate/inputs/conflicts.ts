import { refuse } from "../errors.js";
import { formatOf, formats } from "../formats.js";
import { likeliest, renamed } from "./hints.js";
import { type Input, isObject, locate, nodeAt, type Path, startsWith, textsIn } from "./input.js";
import { type Inputs, type OverlayAction, type Where, whereIs } from "./overlays.js";

/** An operation or a component, in the base or in an overlay. */
interface Entry {
  /** Path in the merged spec. */
  readonly path: Path;
  readonly value: Readonly<Record<string, unknown>>;
  readonly where: () => string;
}

const verbs = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

/** Keys of an entry that is a definition. Entries without them add to a definition. */
const defining: Readonly<Record<string, readonly string[]>> = {
  schemas: ["type", "$ref", "allOf", "anyOf", "oneOf", "enum"],
  parameters: ["in", "$ref"],
  responses: ["description", "$ref"],
};

/** Rejects what the base and the overlays describe differently, and unknown formats. Needs no merged spec. */
export function refuseConflicts({ base, overlays, actions }: Inputs): void {
  // An overlay may remove a part of the base and add it again in another form.
  const removed = actions.filter(({ remove }) => remove).flatMap(({ inBase }) => inBase);
  const isKept = (path: Path) => !removed.some((other) => startsWith(other, path) || startsWith(path, other));
  const added = actions.flatMap((action) =>
    action.inBase.flatMap((target) => entriesIn(action.update, (path) => whereIs(action, path.slice(target.length)), target)),
  );
  const described = entriesIn(base.content, (path) => locate(base, path));
  const doubled = doubles(
    described,
    added.filter((entry) => isKept(entry.path) && isDefinition(entry)),
  );
  // Parts of a duplicate entry are not reported separately.
  const isChecked = (path: Path) => isKept(path) && !doubled.some(({ entry }) => entry.path.join() === path.join());
  refuse([
    ...[base, ...overlays].flatMap(unknownFormats),
    ...doubled.map(({ problem }) => problem),
    ...actions.flatMap((action) => action.inBase.flatMap((target) => typesGivenTwice(base, action, isChecked, target))),
  ]);
}

/** The operations and components in the part of a description that is at `path`. */
function entriesIn(node: unknown, where: (path: Path) => string, path: Path = []): Entry[] {
  if (!isMap(node)) return [];
  if (path.length < 3) return Object.entries(node).flatMap(([key, child]) => entriesIn(child, where, [...path, key]));
  return isOperation(path) || isComponent(path) ? [{ path, value: node, where: () => where(path) }] : [];
}

function isMap(node: unknown): node is Readonly<Record<string, unknown>> {
  return isObject(node) && !Array.isArray(node);
}

function isOperation(path: Path): boolean {
  return path.length === 3 && path[0] === "paths" && verbs.includes(String(path[2]));
}

function isComponent(path: Path): boolean {
  return path.length === 3 && path[0] === "components" && String(path[1]) in defining;
}

function isDefinition({ path, value }: Entry): boolean {
  return isOperation(path) ? value.operationId !== undefined : defining[String(path[1])]!.some((key) => value[key] !== undefined);
}

function nameOf(path: Path): string {
  return isOperation(path) ? `the operation ${requestOf(path)}` : path.join(".");
}

function requestOf(path: Path): string {
  return `${String(path[2]).toUpperCase()} ${path[1]}`;
}

/** Entries that duplicate the base or an earlier overlay. */
function doubles(described: readonly Entry[], definitions: readonly Entry[]): { readonly entry: Entry; readonly problem: string }[] {
  return definitions.flatMap((entry, index) => {
    const earlier = definitions.slice(0, index).filter(({ path }) => isOperation(path));
    const twin = [...described, ...earlier].find((other) => isTwin(entry, other));
    if (twin === undefined) return [];
    const isMoved = twin.path.join() !== entry.path.join();
    const moved = isMoved ? ` (there: ${requestOf(twin.path)}, operationId ${String(twin.value.operationId)})` : "";
    const twice = Object.keys(entry.value).filter((key) => key in twin.value && key !== "externalDocs");
    const remedy = isComponent(entry.path)
      ? `if both mean the same, remove ${entry.path[2]} from the overlay; if not, rename it there`
      : isMoved
        ? "remove the entry from the overlay, and add what is missing to the other"
        : `remove from the overlay what the base has: ${twice.join(", ")}`;
    return [{ entry, problem: `${entry.where()}: ${nameOf(entry.path)} is described by ${twin.where()} too${moved}: ${remedy}` }];
  });
}

/** Whether two entries have the same path or, for operations, the same request or operationId. */
function isTwin({ path, value }: Entry, other: Entry): boolean {
  const shape = (operation: Path) => requestOf(operation).replace(/\{[^}]*\}/g, "{}");
  if (!isOperation(path) || !isOperation(other.path)) return path.join() === other.path.join();
  return shape(path) === shape(other.path) || value.operationId === other.value.operationId;
}

/** Types, references and formats that an update adds to a node that has one in the base. */
function typesGivenTwice(base: Input, action: OverlayAction, isChecked: (path: Path) => boolean, path: Path, inUpdate: Path = []): string[] {
  const [node, own] = [nodeAt(action.update, inUpdate), nodeAt(base.content, path)];
  if (!isMap(node) || !isMap(own) || !isChecked(path)) return [];
  const given = ["type", "$ref"].find((key) => typeof node[key] === "string" || Array.isArray(node[key]));
  const had = ["type", "$ref", "properties", "allOf", "anyOf", "oneOf"].find((key) => own[key] !== undefined);
  const isSame = node.$ref !== undefined && node.$ref === own.$ref;
  const where = (key: string, ownKey = key) => `${whereIs(action, [...inUpdate, key])}: ${locate(base, [...path, ownKey])}`;
  if (given !== undefined && had !== undefined && !isComponent(path) && !isSame) {
    return [`${where(given, had)} has a schema for this already (${had}): remove \`${given}\` and what belongs to it from the overlay`];
  }
  if (typeof node.format === "string" && typeof own.format === "string" && node.format !== own.format) {
    return [`${where("format")} has the format ${own.format}: use x-wm-format in the overlay`];
  }
  return Object.keys(node).flatMap((key) => typesGivenTwice(base, action, isChecked, [...path, key], [...inUpdate, key]));
}

/** Unknown formats with the `wm-` prefix. */
function unknownFormats(input: Input): string[] {
  const known = Object.keys(formats).filter((name) => name.startsWith("wm-"));
  const written = textsIn(input.content).filter(({ path, text }) => /^(?:x-wm-)?format$/.test(String(path.at(-1))) && text.startsWith("wm-"));
  const unknown = written.filter(({ text }) => formatOf(text) === undefined);
  return unknown.map(({ path, text }) => {
    const likely = likeliest(text, known);
    return `${locate(input, path)}: the format ${text} is unknown${likely === undefined ? "" : `; did you mean ${likely}?`} (known: ${known.join(", ")})`;
  });
}

/** Rejects entries that add to something undefined: most likely, the base has renamed it. */
export function refuseStrays(inputs: Inputs, spec: unknown, where: Where): void {
  const isInBase = (path: Path) => nodeAt(inputs.base.content, path) !== undefined;
  const strays = entriesIn(spec, where).filter((entry) => !isDefinition(entry) && !isInBase(entry.path));
  refuse(
    strays.map(({ path }) => {
      const owner = isOperation(path) && !isInBase(path.slice(0, 2)) ? path.slice(0, 1) : path.slice(0, 2);
      const hint = renamed(inputs, owner, String(path[owner.length]));
      return `${where(path)}: the overlay adds to ${nameOf(path)}, which neither the base nor an overlay describes${hint}`;
    }),
  );
}
