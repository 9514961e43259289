import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Document, isScalar, LineCounter, type Node, parseDocument, visit } from "yaml";

/** Something is wrong with what a person wrote; the message says what, in which file and where. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** A YAML file under `openapi/`, parsed so that a message can point into it. It is never written back. */
export interface Input {
  /** Path from the project's root, as it stands in messages. */
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

export interface OverlayAction {
  readonly overlay: Input;
  readonly index: number;
  readonly target: string;
  readonly remove: boolean;
}

export interface Inputs {
  readonly base: Input;
  readonly overlays: readonly Input[];
}

/** The name of the one API in `redocly.yaml`. */
export const api = "wm@v1";
const overlayFolder = "openapi/overlays";

/** Reads the base, the overlays and `redocly.yaml`, and checks that every overlay is applied, in the order of their names. */
export async function readInputs(root: string, baseFile = "openapi/base.yaml"): Promise<Inputs> {
  const config = await readInput(root, "redocly.yaml");
  const listed: unknown = config.document.toJS()?.apis?.[api]?.overlays;
  const present = (await readdir(join(root, overlayFolder)).catch(unreadable(overlayFolder)))
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => `${overlayFolder}/${name}`);
  if (JSON.stringify(listed) !== JSON.stringify(present)) {
    throw new InputError(
      `redocly.yaml${place(config, ["apis", api, "overlays"])}: the overlays of ${api} must be exactly the files in ${overlayFolder}, ` +
        `in the order of their names:\n${present.map((file) => `  - ${file}`).join("\n")}`,
    );
  }
  const [base, ...overlays] = await Promise.all([baseFile, ...present].map((file) => readInput(root, file)));
  return { base: base!, overlays };
}

async function readInput(root: string, file: string): Promise<Input> {
  const text = await readFile(resolve(root, file), "utf8").catch(unreadable(file));
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const error = document.errors[0];
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    const what = error.message.split(" at line ")[0];
    throw new InputError(`${file}:${line}:${col}: this is not valid YAML: ${what}`);
  }
  return { file, document, lines };
}

function unreadable(file: string): (cause: NodeJS.ErrnoException) => never {
  return ({ code }) => {
    throw new InputError(`${file}: cannot be read (${code})`);
  };
}

/** `:line:column` of the node at this path, or nothing where there is none. */
export function place(input: Input, path: readonly (string | number)[]): string {
  return placeOf(input, input.document.getIn(path, true));
}

function placeOf(input: Input, node: unknown): string {
  const start = (node as Node | undefined)?.range?.[0];
  if (start === undefined) return "";
  const { line, col } = input.lines.linePos(start);
  return `:${line}:${col}`;
}

/** The actions of every overlay, in the order in which they are applied. */
export function actionsOf(overlays: readonly Input[]): OverlayAction[] {
  return overlays.flatMap((overlay) => {
    const actions: unknown = overlay.document.toJS()?.actions;
    if (!Array.isArray(actions)) throw new InputError(`${overlay.file}: an overlay needs a list of \`actions\``);
    return actions.map((action, index) => {
      if (typeof action?.target !== "string") {
        throw new InputError(`${overlay.file}${place(overlay, ["actions", index])}: an action needs a \`target\``);
      }
      if (action.update === undefined && action.copy === undefined && action.remove !== true) {
        throw new InputError(`${overlay.file}${place(overlay, ["actions", index])}: an action needs an \`update\`, a \`copy\` or \`remove: true\``);
      }
      return { overlay, index, target: action.target, remove: action.remove === true };
    });
  });
}

/** The `$ref`s of an input, each with its place. */
export function refsOf(input: Input): { ref: string; place: string }[] {
  const found: { ref: string; place: string }[] = [];
  visit(input.document, {
    Pair(_, pair) {
      if (isScalar(pair.key) && pair.key.value === "$ref" && isScalar(pair.value) && typeof pair.value.value === "string") {
        found.push({ ref: pair.value.value, place: placeOf(input, pair.value) });
      }
    },
  });
  return found;
}

/**
 * Where the inputs say what stands at this path of the merged spec: the last overlay whose `update` carries the end of the path,
 * else the base. Overlay targets are not evaluated, so this is for pointing a reader to a line and for nothing else.
 */
export function whereWritten(inputs: Inputs, path: readonly string[]): string {
  for (let end = path.length; end > 0; end--) {
    for (let start = 0; start < end; start++) {
      for (const { overlay, index } of actionsOf(inputs.overlays).reverse()) {
        const node = overlay.document.getIn(["actions", index, "update", ...path.slice(start, end)], true);
        if (node !== undefined) return `${overlay.file}${placeOf(overlay, node)}`;
      }
      if (start === 0) {
        const node = inputs.base.document.getIn(path.slice(0, end), true);
        if (node !== undefined) return `${inputs.base.file}${placeOf(inputs.base, node)}`;
      }
    }
  }
  return inputs.base.file;
}

/** The keys of a JSON pointer such as `#/paths/~1customers/get`. */
export function pointerPath(pointer: string): string[] {
  return pointer
    .replace(/^#?\//, "")
    .split("/")
    .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));
}
