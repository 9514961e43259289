import { readFile, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { parse } from "yaml";
import { refuseStrays } from "../inputs/conflicts.js";
import { InputError, refuse } from "../errors.js";
import { renamed, renamedStep } from "../inputs/hints.js";
import { locate, nodeAt, pointerPath, refsIn, startsWith } from "../inputs/input.js";
import { type Inputs, matches, type OverlayAction, type Where, whereIn, whereIs } from "../inputs/overlays.js";
import { redocly } from "../redocly.js";
import { parseSpec, type Spec } from "./spec.js";

export interface Merged {
  /** The merged spec in the workspace. */
  readonly file: string;
  readonly text: string;
  readonly spec: Spec;
  readonly where: Where;
}

/** A base with some overlays, merged into a file. */
interface Step {
  readonly overlays: readonly string[];
  readonly output: string;
}

/** Merges the base with the overlays, and rejects overlay actions and references without a target. */
export async function merge(root: string, workspace: string, inputs: Inputs): Promise<Merged> {
  const { overlays, actions } = inputs;
  const file = join(workspace, "openapi.yaml");
  const unsure = actions.filter((action, index) => !surelyMatches(action, actions.slice(0, index)));
  const before = unsure.map((action, index) => stepBefore(root, workspace, inputs, action, index));
  const steps = [{ overlays: overlays.map((overlay) => resolve(root, overlay.file)), output: file }, ...(await Promise.all(before))];
  const problems = await bundle(root, workspace, inputs, steps);
  const [text = "", ...states] = await Promise.all(steps.map(({ output }) => readFile(output, "utf8"))).catch(() => {
    throw new InputError(problems.join("\n"));
  });

  const spec = parseSpec(text);
  const where = whereIn(inputs, spec);
  const dead = unsure.filter((action, index) => matches(parse(states[index]!), action).length === 0);
  refuse(dead.map((action) => `${whereIs(action)}: the target ${action.target} matches nothing${renamedStep(inputs, action)}`));
  refuseUnresolved(inputs, spec);
  refuse(problems.filter((problem) => !problem.includes(": Can't resolve $ref")));
  refuseStrays(inputs, spec, where);
  return { file, text, spec, where };
}

/** Whether an action's target is in the base and no earlier action can have removed it. */
function surelyMatches({ target, inBase }: OverlayAction, earlier: readonly OverlayAction[]): boolean {
  const removals = earlier.filter(({ remove }) => remove);
  // The removed node may come from an overlay, or may be needed by a filter.
  if (removals.some((removal) => removal.inBase.length === 0) || (removals.length > 0 && target.includes("?"))) return false;
  return inBase.some((path) => !removals.some((removal) => removal.inBase.some((gone) => startsWith(path, gone))));
}

/** The merge of what comes before an action. */
async function stepBefore(root: string, workspace: string, { overlays }: Inputs, { overlay, index }: OverlayAction, step: number): Promise<Step> {
  const output = join(workspace, `before-${step}.yaml`);
  const earlier = overlays.slice(0, overlays.indexOf(overlay)).map(({ file }) => resolve(root, file));
  // An overlay without actions is not valid.
  if (index === 0) return { overlays: earlier, output };
  const partial = join(workspace, `before-${step}.overlay.yaml`);
  const document = overlay.content as { readonly actions: readonly unknown[] };
  await writeFile(partial, JSON.stringify({ ...document, actions: document.actions.slice(0, index) }));
  return { overlays: [...earlier, partial], output };
}

/** Redocly's problems with the first of these merges, without paths of this machine. */
async function bundle(root: string, workspace: string, { base }: Inputs, steps: readonly Step[]): Promise<string[]> {
  // With the project's configuration, Redocly would write to `generated/`.
  const [copy, config] = [join(workspace, "base.yaml"), join(workspace, "redocly.yaml")];
  const apis = steps.map((step, index) => [`step${index}`, { root: copy, ...step }]);
  await writeFile(copy, base.text);
  await writeFile(config, JSON.stringify({ extends: ["minimal"], apis: Object.fromEntries(apis) }));
  // `--force` ignores unresolved references, which are reported here.
  const { stderr } = await redocly(root, ["bundle", "--force", "--config", config]);
  const [, first = stderr] = stderr.split(/^bundling .*$/m);
  const found = [...first.matchAll(/^\[\d+\] (.+?:\d+:\d+) at .*\n\n(.*)\n\n/gm)].map(([, where, message]) => `${where}: ${message}`);
  const problems = found.length > 0 || first.includes("Created a bundle") ? found : [first.trim()];
  return problems.map((problem) => problem.replaceAll(relative(root, copy), base.file).replaceAll(copy, base.file).replaceAll(`${root}/`, ""));
}

/** Reports unresolved references at their own lines. Redocly reports those of overlays at a line of the base. */
function refuseUnresolved(inputs: Inputs, spec: Spec): void {
  const refs = [inputs.base, ...inputs.overlays].flatMap((input) => refsIn(input.content).map((ref) => ({ ...ref, input, target: pointerPath(ref.text) })));
  const dangling = refs.filter(({ target }) => nodeAt(spec, target) === undefined);
  refuse(
    dangling.map(({ text, input, path, target }) => {
      const hint = renamed(inputs, target.slice(0, -1), target.at(-1)!);
      return `${locate(input, path)}: the $ref "${text}" does not resolve in the merged spec${hint}`;
    }),
  );
}
