import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { exec } from "jsonpath-rfc9535";
import { parseBase } from "./base.js";
import { InputError, refuse } from "../errors.js";
import { type Input, locate, nodeAt, parseInput, type Path, readSource, refsIn, type Source, startsWith, unreadable } from "./input.js";

export interface OverlayAction {
  readonly overlay: Input;
  /** Its place among the actions of its overlay. */
  readonly index: number;
  readonly target: string;
  readonly update: unknown;
  readonly remove: boolean;
  /** Paths in the base that the target matches. */
  readonly inBase: readonly Path[];
}

export interface Inputs {
  readonly base: Input;
  readonly overlays: readonly Input[];
  /** All actions, in the order in which they are applied. */
  readonly actions: readonly OverlayAction[];
}

export const baseFile = "openapi/base.yaml";
const folder = "openapi/overlays";
/** The overlays of the one API in `redocly.yaml`. */
const configured = ["apis", "wm@v1", "overlays"];

/** Reads the base, or the one that replaces it, and the overlays. */
export async function readInputs(root: string, newBase?: Source): Promise<Inputs> {
  const base = parseBase(newBase ?? (await readSource(root, baseFile)));
  const files = await overlayFiles(root);
  const overlays = (await Promise.all(files.map((file) => readSource(root, file)))).map(parseInput);
  const actions = overlays.flatMap((overlay) => actionsIn(overlay, base));
  [base, ...overlays].forEach(refuseOutsideRefs);
  return { base, overlays, actions };
}

/** The overlays in the order of `redocly.yaml`, which has to apply all of them. */
async function overlayFiles(root: string): Promise<string[]> {
  const config = parseInput(await readSource(root, "redocly.yaml"));
  const listed = [nodeAt(config.content, configured)].flat().map(String);
  const names = await readdir(join(root, folder)).catch(unreadable(folder));
  const present = names.filter((name) => /\.ya?ml$/.test(name)).map((name) => `${folder}/${name}`);
  const files = [...new Set([...listed.filter((file) => present.includes(file)), ...present.sort()])];
  if (listed.join() === files.join()) return files;
  throw new InputError([`${locate(config, configured)}: the overlays must be exactly the files in ${folder}:`, ...files].join("\n  - "));
}

function actionsIn(overlay: Input, base: Input): OverlayAction[] {
  const actions = nodeAt(overlay.content, ["actions"]);
  if (!Array.isArray(actions)) throw new InputError(`${overlay.file}:1:1: an overlay needs a list of \`actions\``);
  return actions.map((written, index) => {
    const where = locate(overlay, ["actions", index]);
    if (typeof written?.target !== "string") throw new InputError(`${where}: an action needs a \`target\``);
    const { target, update, copy, remove } = written;
    if (update === undefined && copy === undefined && remove !== true) {
      throw new InputError(`${where}: an action needs an \`update\`, a \`copy\` or \`remove: true\``);
    }
    const action = { overlay, index, target, update, remove: remove === true };
    return { ...action, inBase: matches(base.content, action) };
  });
}

/** Rejects references to other files: their content would end up in `generated/`. */
function refuseOutsideRefs(input: Input): void {
  const outside = refsIn(input.content).filter(({ text }) => !text.startsWith("#/"));
  const problems = outside.map(
    ({ text, path }) => `${locate(input, path)}: the $ref "${text}" leads out of the file: only references that begin with #/ are supported`,
  );
  refuse(problems.length > 0 ? [...problems, "Bundle the description into one file first, for example with `redocly bundle`."] : []);
}

/** Paths in a document that an action's target matches. */
export function matches(document: unknown, action: Omit<OverlayAction, "inBase">): Path[] {
  const found: Path[] = [];
  try {
    // The library escapes names, as normalized paths do.
    exec(document as Parameters<typeof exec>[0], action.target, (_, path) => {
      found.push(path.map((key) => (typeof key === "string" ? key.replace(/\\(.)/g, "$1") : key)));
    });
    return found;
  } catch (error) {
    throw new InputError(`${whereIs(action)}: the target ${action.target} is not a JSONPath: ${(error as Error).message}`);
  }
}

/** File, line and column of an action's target, or of the node at this path in its update. */
export function whereIs({ overlay, index }: Pick<OverlayAction, "overlay" | "index">, path?: Path): string {
  return locate(overlay, ["actions", index, ...(path === undefined ? ["target"] : ["update", ...path])]);
}

/** Finds the place in the inputs of a node of the merged spec. */
export type Where = (path: Path) => string;

/** Places of nodes: in the last overlay that wrote it, else in the base, else that of the parent. */
export function whereIn({ base, actions }: Inputs, merged: unknown): Where {
  let writers: readonly (readonly [OverlayAction, target: Path])[] | undefined;
  const writerOf = (path: Path) => {
    // Only mistakes need places.
    writers ??= actions.toReversed().flatMap((action) => matches(merged, action).map((target) => [action, target] as const));
    return writers.find(
      ([{ update }, target]) => target.length < path.length && startsWith(path, target) && nodeAt(update, path.slice(target.length)) !== undefined,
    );
  };
  return (path) => {
    for (let end = path.length; end > 0; end--) {
      const upper = path.slice(0, end);
      const [action, target] = writerOf(upper) ?? [];
      if (action !== undefined) return whereIs(action, upper.slice(target!.length));
      if (nodeAt(base.content, upper) !== undefined) return locate(base, upper);
    }
    return locate(base, path);
  };
}
