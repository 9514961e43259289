import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Document, isCollection, isMap, LineCounter, type Node, parseDocument, type YAMLError } from "yaml";
import { InputError } from "../errors.js";

/** Keys of objects and indices of lists, from the root of a document to a node. */
export type Path = readonly (string | number)[];

/** A text and its origin: a path from the project's root, or a URL. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** A YAML or JSON text that a person wrote. */
export interface Input extends Source {
  readonly content: unknown;
  /** The same with positions. */
  readonly document: Document;
  readonly lines: LineCounter;
}

export async function readSource(root: string, file: string): Promise<Source> {
  return { file, text: await readFile(resolve(root, file), "utf8").catch(unreadable(file)) };
}

export function unreadable(file: string): (cause: NodeJS.ErrnoException) => never {
  return ({ code }) => {
    throw new InputError(`${file}: cannot be read (${code})`);
  };
}

export function parseInput(source: Source): Input {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false });
  try {
    for (const error of document.errors) throw error;
    return { ...source, content: document.toJS(), document, lines };
  } catch (error) {
    // An alias without an anchor has no position.
    const { message, pos: [start] = [0] } = error as Error & Partial<YAMLError>;
    const { line, col } = lines.linePos(start);
    throw new InputError(`${source.file}:${line}:${col}: this is not valid YAML: ${message}`);
  }
}

/** File, line and column of the node at this path, or of the nearest one above it. A block is where its key is. */
export function locate({ file, document, lines }: Input, path: Path): string {
  for (let end = path.length; end > 0; end--) {
    const value = document.getIn(path.slice(0, end), true);
    const owner = isCollection(value) ? document.getIn(path.slice(0, end - 1), true) : undefined;
    const key = isMap(owner) ? owner.items.find((pair) => pair.value === value)?.key : undefined;
    const start = ((key ?? value) as Node | undefined)?.range?.[0];
    if (start === undefined) continue;
    const { line, col } = lines.linePos(start);
    return `${file}:${line}:${col}`;
  }
  return `${file}:1:1`;
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

export function startsWith(path: Path, beginning: Path): boolean {
  return beginning.every((key, index) => String(path[index]) === String(key));
}

/** The path of a JSON pointer such as `#/paths/~1customers/get`. Indices stay strings, which `getIn` accepts. */
export function pointerPath(pointer: string): string[] {
  const keys = pointer.replace(/^#?\//, "").split("/");
  return keys.map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));
}

interface Text {
  readonly text: string;
  readonly path: Path;
}

/** All strings in a document. */
export function textsIn(node: unknown, path: Path = []): Text[] {
  if (typeof node === "string") return [{ text: node, path }];
  return isObject(node) ? Object.entries(node).flatMap(([key, child]) => textsIn(child, [...path, key])) : [];
}

/** The references in a document, including names of schemas in a discriminator. */
export function refsIn(document: unknown): Text[] {
  return textsIn(document).filter(
    ({ path, text }) => path.at(-1) === "$ref" || (path.at(-2) === "mapping" && path.at(-3) === "discriminator" && /[/#]/.test(text)),
  );
}
