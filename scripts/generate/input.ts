import { CORE_SCHEMA, load, YAMLException } from "js-yaml";
import { type Document, isCollection, isMap, LineCounter, type Node, parseDocument } from "yaml";
import { InputError, refuse, type Source } from "./files.js";

/** Keys of objects and indices of lists, from the root of a document to a node. */
export type Path = readonly (string | number)[];

/** A YAML or JSON text that a person wrote. */
export interface Input extends Source {
  readonly content: unknown;
  /** All strings in it, with their paths. */
  readonly texts: readonly Text[];
  /** Nodes with positions, parsed on demand. */
  readonly written: () => Written;
}

interface Written {
  readonly document: Document;
  readonly lines: LineCounter;
}

interface Text {
  readonly path: Path;
  readonly text: string;
}

const parsed = new Map<string, Input>();

/** Parses a text once per process. */
export function parseInput(source: Source): Input {
  const key = `${source.file}\n${source.text}`;
  let input = parsed.get(key);
  if (input === undefined) {
    const content = contentOf(source);
    input = { ...source, content, texts: textsIn(content), written: writtenIn(source.text) };
    parsed.set(key, input);
  }
  return input;
}

/** Parses YAML like Redocly, without positions, which takes a third of the time. */
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

function textsIn(node: unknown, path: Path = [], found: Text[] = []): Text[] {
  if (typeof node === "string") found.push({ path, text: node });
  else if (typeof node === "object" && node !== null) {
    for (const [key, child] of Object.entries(node)) textsIn(child, [...path, key], found);
  }
  return found;
}

function writtenIn(text: string): () => Written {
  let written: Written | undefined;
  return () => {
    if (written === undefined) {
      const lines = new LineCounter();
      written = { document: parseDocument(text, { lineCounter: lines }), lines };
    }
    return written;
  };
}

/** `:line:column` of a value, or of its key if it is a block; empty if there is nothing at this path. */
export function place(input: Input, path: Path): string {
  const { document, lines } = input.written();
  const value = document.getIn(path, true);
  const owner = isCollection(value) && path.length > 0 ? document.getIn(path.slice(0, -1), true) : undefined;
  const key = isMap(owner) ? owner.items.find((pair) => pair.value === value)?.key : undefined;
  const start = ((key ?? value) as Node | undefined)?.range?.[0];
  if (start === undefined) return "";
  const { line, col } = lines.linePos(start);
  return `:${line}:${col}`;
}

/** File, line and column of the node at this path, or of the nearest one above it. */
export function locate(input: Input, path: Path): string {
  for (let end = path.length; end > 0; end--) {
    const found = place(input, path.slice(0, end));
    if (found !== "") return `${input.file}${found}`;
  }
  return `${input.file}:1:1`;
}

/** The node at this path; undefined if the path does not exist. */
export function nodeAt(document: unknown, path: Path): unknown {
  let node = document;
  for (const key of path) {
    if (!isObject(node) || !Object.hasOwn(node, key)) return undefined;
    node = node[key];
  }
  return node;
}

export function isObject(node: unknown): node is Readonly<Record<string | number, unknown>> {
  return typeof node === "object" && node !== null;
}

/** The path of a JSON pointer such as `#/paths/~1customers/get`. Indices stay strings, which `getIn` accepts. */
export function pointerPath(pointer: string): string[] {
  const keys = pointer.replace(/^#?\//, "").split("/");
  return keys.map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));
}

export interface Ref {
  readonly ref: string;
  readonly input: Input;
  readonly path: Path;
}

/** The references of an input, including names of schemas in a discriminator. */
export function refsOf(input: Input): Ref[] {
  const isRef = ({ path, text }: Text) => path.at(-1) === "$ref" || (path.at(-2) === "mapping" && path.at(-3) === "discriminator" && /[/#]/.test(text));
  return input.texts.filter(isRef).map(({ path, text }) => ({ ref: text, input, path }));
}

/** Rejects references to other files: their content would end up in `generated/`. */
export function refuseOutsideRefs(input: Input): void {
  const outside = refsOf(input).filter(({ ref }) => !ref.startsWith("#/"));
  const problems = outside.map(
    ({ ref, path }) => `${locate(input, path)}: the $ref "${ref}" leads out of the file: only references that begin with #/ are supported`,
  );
  refuse(problems.length > 0 ? [...problems, "Bundle the description into one file first, for example with `redocly bundle`."] : []);
}
