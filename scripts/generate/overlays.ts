import { paths } from "jsonpath-rfc9535";
import { InputError, overlayFolder, readSource } from "./files.js";
import { type Input, locate, nodeAt, parseInput, type Path, place, refuseOutsideRefs } from "./input.js";

export interface OverlayAction {
  readonly overlay: Input;
  readonly index: number;
  readonly target: string;
  readonly update: unknown;
  readonly remove: boolean;
}

export interface Inputs {
  readonly base: Input;
  readonly overlays: readonly Input[];
  /** All actions, in the order in which they are applied. */
  readonly actions: readonly OverlayAction[];
}

/** The overlays of the one API in `redocly.yaml`. */
const configured = ["apis", "wm@v1", "overlays"];

/** Reads the overlays and checks that `redocly.yaml` applies all of them. */
export async function readInputs(root: string, base: Input, files: readonly string[]): Promise<Inputs> {
  const config = parseInput(await readSource(root, "redocly.yaml"));
  if (JSON.stringify(nodeAt(config.content, configured)) !== JSON.stringify(files)) {
    const wanted = files.map((file) => `  - ${file}`).join("\n");
    throw new InputError(`redocly.yaml${place(config, configured)}: the overlays must be exactly the files in ${overlayFolder}:\n${wanted}`);
  }
  const overlays = (await Promise.all(files.map((file) => readSource(root, file)))).map(parseInput);
  const actions = overlays.flatMap(actionsIn);
  [base, ...overlays].forEach(refuseOutsideRefs);
  return { base, overlays, actions };
}

function actionsIn(overlay: Input): OverlayAction[] {
  const actions = nodeAt(overlay.content, ["actions"]);
  if (!Array.isArray(actions)) throw new InputError(`${overlay.file}:1:1: an overlay needs a list of \`actions\``);
  return actions.map((action, index) => {
    const where = () => locate(overlay, ["actions", index]);
    if (typeof action?.target !== "string") throw new InputError(`${where()}: an action needs a \`target\``);
    if (action.update === undefined && action.copy === undefined && action.remove !== true) {
      throw new InputError(`${where()}: an action needs an \`update\`, a \`copy\` or \`remove: true\``);
    }
    return { overlay, index, target: action.target, update: action.update, remove: action.remove === true };
  });
}

/** File, line and column of an action's target, or of the node at this path in its update. */
export function whereIs({ overlay, index }: OverlayAction, path?: Path): string {
  return locate(overlay, ["actions", index, ...(path === undefined ? ["target"] : ["update", ...path])]);
}

const matched = new WeakMap<object, WeakMap<OverlayAction, Path[]>>();

/** The paths that a target matches in a document. */
export function matches(document: unknown, action: OverlayAction): Path[] {
  if (typeof document !== "object" || document === null) return [];
  const known = matched.get(document) ?? new WeakMap<OverlayAction, Path[]>();
  matched.set(document, known);
  const found = known.get(action) ?? evaluate(document, action);
  known.set(action, found);
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
  const keys = [...normalized.matchAll(/\[(?:(\d+)|'((?:[^'\\]|\\.)*)')\]/g)];
  return keys.map(([, index, name]) => (index === undefined ? name!.replace(/\\(.)/g, "$1") : Number(index)));
}

/** Place of a node of the merged spec: in the last overlay that wrote it, else in the base, else that of the parent. */
export function whereWritten({ base, actions }: Inputs, merged: unknown, path: Path): string {
  const writers = actions.filter(({ update }) => update !== undefined).toReversed();
  for (let end = path.length; end > 0; end--) {
    const upper = path.slice(0, end);
    for (const action of writers) {
      const isWriter = (target: Path) => target.length < end && startsWith(upper, target) && nodeAt(action.update, upper.slice(target.length)) !== undefined;
      const target = matches(merged, action).find(isWriter);
      if (target !== undefined) return whereIs(action, upper.slice(target.length));
    }
    if (place(base, upper) !== "") return locate(base, upper);
  }
  return locate(base, path);
}

export function startsWith(path: Path, beginning: Path): boolean {
  return beginning.every((key, index) => String(path[index]) === String(key));
}
