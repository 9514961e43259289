import { CORE_SCHEMA, load, YAMLException } from "js-yaml";
import { paths } from "jsonpath-rfc9535";
import { type Document, isCollection, isMap, LineCounter, type Node, parseDocument } from "yaml";
import { InputError, overlayFolder, readSource, type Source } from "./files.js";

export { InputError };

/** A YAML or JSON text that a person wrote. */
export interface Input extends Source {
  readonly content: unknown;
  /** Nodes and lines for messages that point into the text; parsed when there is one. It is never written back. */
  readonly written: () => Written;
}

interface Written {
  readonly document: Document;
  readonly lines: LineCounter;
}

export interface OverlayAction {
  readonly overlay: Input;
  readonly index: number;
  readonly target: string;
  readonly update: unknown;
  /** Whether it copies a node from elsewhere in the document. */
  readonly copies: boolean;
  readonly remove: boolean;
}

export interface Inputs {
  readonly base: Input;
  readonly overlays: readonly Input[];
  /** The actions of every overlay, in the order in which they are applied. */
  readonly actions: readonly OverlayAction[];
}

/** The way to a node: the keys of objects and the indices of lists. */
export type Path = readonly (string | number)[];

/** The name of the one API in `redocly.yaml`. */
const api = "wm@v1";

/** Reads the overlays and `redocly.yaml`, and checks that every overlay is applied, in the order of their names. */
export async function readInputs(root: string, base: Input, files: readonly string[]): Promise<Inputs> {
  const config = parseInput(await readSource(root, "redocly.yaml"));
  if (JSON.stringify(nodeAt(config.content, ["apis", api, "overlays"])) !== JSON.stringify(files)) {
    throw new InputError(
      `redocly.yaml${place(config, ["apis", api, "overlays"])}: the overlays of ${api} must be exactly the files in ${overlayFolder}, ` +
        `in the order of their names:\n${files.map((file) => `  - ${file}`).join("\n")}`,
    );
  }
  const overlays = (await Promise.all(files.map((file) => readSource(root, file)))).map(parseInput);
  const actions = overlays.flatMap(actionsIn);
  for (const input of [base, ...overlays]) refuseOutsideRefs(input);
  return { base, overlays, actions };
}

const parsed = new Map<string, Input>();

/** Parses a text; the same text only once in a process. */
export function parseInput(source: Source): Input {
  const key = `${source.file}\n${source.text}`;
  const input = parsed.get(key) ?? { ...source, content: contentOf(source), written: writtenOf(source.text) };
  parsed.set(key, input);
  return input;
}

/** Parses YAML as Redocly does, and three times as fast as with positions. */
export function parseYaml(text: string): unknown {
  return load(text, { schema: CORE_SCHEMA });
}

function contentOf({ file, text }: Source): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { mark, reason } = error;
    throw new InputError(`${file}:${mark.line + 1}:${mark.column + 1}: this is not valid YAML: ${reason}`);
  }
}

function writtenOf(text: string): () => Written {
  let written: Written | undefined;
  return () => {
    if (written !== undefined) return written;
    const lines = new LineCounter();
    written = { document: parseDocument(text, { lineCounter: lines }), lines };
    return written;
  };
}

/** `:line:column` of the node at this path, or nothing if there isn't one: of a value, or of the key of a block. */
export function place(input: Input, path: Path): string {
  const { document, lines } = input.written();
  const value = document.getIn(path, true);
  const owner = isCollection(value) && path.length > 0 ? document.getIn(path.slice(0, -1), true) : undefined;
  const key = isMap(owner) ? owner.items.find((pair) => pair.value === value)?.key : undefined;
  const start = ((key ?? value) as Node | undefined)?.range?.[0];
  return start === undefined ? "" : lineAndColumn(lines, start);
}

/** File, line and column of the node at this path, or of the nearest one above it. */
export function locate(input: Input, path: Path): string {
  for (let end = path.length; end > 0; end--) {
    const found = place(input, path.slice(0, end));
    if (found !== "") return `${input.file}${found}`;
  }
  return `${input.file}:1:1`;
}

export function lineAndColumn(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `:${line}:${col}`;
}

function actionsIn(overlay: Input): OverlayAction[] {
  const actions = (overlay.content as { readonly actions?: unknown } | null)?.actions;
  if (!Array.isArray(actions)) throw new InputError(`${overlay.file}:1:1: an overlay needs a list of \`actions\``);
  return actions.map((action, index) => {
    const where = () => locate(overlay, ["actions", index]);
    if (typeof action?.target !== "string") throw new InputError(`${where()}: an action needs a \`target\``);
    if (action.update === undefined && action.copy === undefined && action.remove !== true) {
      throw new InputError(`${where()}: an action needs an \`update\`, a \`copy\` or \`remove: true\``);
    }
    return { overlay, index, target: action.target, update: action.update, copies: action.copy !== undefined, remove: action.remove === true };
  });
}

/** File, line and column of an action, or of the node at this path in its update. */
export function whereIs({ overlay, index }: OverlayAction, path?: Path): string {
  return locate(overlay, ["actions", index, ...(path === undefined ? ["target"] : ["update", ...path])]);
}

const matched = new WeakMap<OverlayAction, WeakMap<object, Path[]>>();

/** The paths that a target matches in a document. Throws {@link InputError} for one that isn't a JSONPath. */
export function matches(document: unknown, action: OverlayAction): Path[] {
  if (typeof document !== "object" || document === null) return [];
  const known = matched.get(action) ?? new WeakMap<object, Path[]>();
  matched.set(action, known);
  const found = known.get(document) ?? evaluate(document, action);
  known.set(document, found);
  return found;
}

function evaluate(document: object, action: OverlayAction): Path[] {
  try {
    return paths(document as Parameters<typeof paths>[0], action.target).map(keysOf);
  } catch (error) {
    throw new InputError(`${whereIs(action)}: the target ${action.target} is not a JSONPath: ${(error as Error).message}`);
  }
}

/** The keys of a normalized JSONPath such as `$['paths']['/customers'][0]`. */
function keysOf(normalized: string): Path {
  return [...normalized.matchAll(/\[(?:(\d+)|'((?:[^'\\]|\\.)*)')\]/g)].map(([, index, name]) =>
    index === undefined ? name!.replace(/\\(.)/g, "$1") : Number(index),
  );
}

export interface Ref {
  readonly ref: string;
  readonly input: Input;
  readonly path: Path;
}

/** The references of an input, those of a discriminator included. */
export function refsOf(input: Input): Ref[] {
  const visit = (node: unknown, path: Path): Ref[] =>
    typeof node !== "object" || node === null
      ? []
      : Object.entries(node).flatMap(([key, child]) =>
          typeof child === "string" && isRef(path, key, child) ? [{ ref: child, input, path: [...path, key] }] : visit(child, [...path, key]),
        );
  return visit(input.content, []);
}

/** The mapping of a discriminator has names of schemas too. */
function isRef(path: Path, key: string, value: string): boolean {
  return key === "$ref" || (path.at(-1) === "mapping" && path.at(-2) === "discriminator" && /[/#]/.test(value));
}

/** A reference to another file would take that file, whichever machine it is on, into `generated/`. */
function refuseOutsideRefs(input: Input): void {
  const outside = refsOf(input).filter(({ ref }) => !ref.startsWith("#/"));
  if (outside.length === 0) return;
  const lines = outside.map(
    ({ ref, path }) => `${locate(input, path)}: the $ref "${ref}" leads out of the file: only references that begin with #/ are supported`,
  );
  throw new InputError([...lines, "Bundle the description into one file first, for example with `redocly bundle`."].join("\n"));
}

/** The node at the end of a path; undefined if there isn't one. */
export function nodeAt(document: unknown, path: Path): unknown {
  let node = document;
  for (const key of path) {
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) return undefined;
    node = (node as Readonly<Record<string | number, unknown>>)[key];
  }
  return node;
}

/**
 * Where the inputs say what is at this path of the merged spec: the last overlay that wrote there, else the base; where neither did, the
 * same for the node above.
 */
export function whereWritten({ base, actions }: Inputs, merged: unknown, path: Path): string {
  const writers = actions.filter(({ update }) => update !== undefined).map((action) => ({ action, targets: matches(merged, action) }));
  for (let end = path.length; end > 0; end--) {
    const upper = path.slice(0, end);
    for (const { action, targets } of writers.toReversed()) {
      for (const target of targets) {
        const rest = upper.slice(target.length);
        if (rest.length > 0 && startsWith(upper, target) && nodeAt(action.update, rest) !== undefined) return whereIs(action, rest);
      }
    }
    if (place(base, upper) !== "") return locate(base, upper);
  }
  return locate(base, path);
}

export function startsWith(path: Path, beginning: Path): boolean {
  return beginning.every((key, index) => String(path[index]) === String(key));
}

/** The keys of a JSON pointer such as `#/paths/~1customers/get`. A list's index stays text, which `getIn` accepts too. */
export function pointerPath(pointer: string): string[] {
  return pointer
    .replace(/^#?\//, "")
    .split("/")
    .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));
}
