import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { InputError, type Inputs, locate, matches, nodeAt, type OverlayAction, parseYaml, pointerPath, refsOf, startsWith, whereWritten } from "./inputs.js";
import { deadTarget, unresolved } from "./overlays.js";
import { bundle } from "./bundle.js";
import type { Run } from "./redocly.js";
import type { Spec } from "./spec.js";

/** The merged spec: as it is written to `generated/`, and parsed. */
export interface Merged {
  readonly text: string;
  readonly spec: Spec;
}

/** Reads and checks the merged spec. Throws {@link InputError} if something is wrong with it. */
export async function checkMerged(root: string, inputs: Inputs, base: string, run: Run, file: string): Promise<Merged> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) throw new InputError(problemsOf(root, inputs, base, run, () => true));
  const spec = parseYaml(text) as Spec;
  await refuseDeadTargets(root, inputs, base, dirname(file));
  refuseUnresolved(inputs, spec);
  const problems = problemsOf(root, inputs, base, run, (message) => !message.startsWith("Can't resolve $ref"));
  if (problems !== "") throw new InputError(problems);
  return { text, spec };
}

/** Redocly reports a `$ref` of an overlay at a line of the base; this finds the line on which it was written. */
function refuseUnresolved(inputs: Inputs, spec: Spec): void {
  const dangling = [inputs.base, ...inputs.overlays]
    .flatMap(refsOf)
    .filter(({ ref }) => nodeAt(spec, pointerPath(ref)) === undefined)
    .map((ref) => unresolved(inputs, ref));
  if (dangling.length > 0) throw new InputError(dangling.join("\n"));
}

/** The errors in Redocly's output, one a line, without the folders of this machine. */
function problemsOf(root: string, { base: { file } }: Inputs, base: string, { stderr }: Run, isWanted: (message: string) => boolean): string {
  const problems = [...stderr.matchAll(/^\[\d+\] (.+?:\d+:\d+) at .*\n\n(.*)\n\n/gm)].map(([, where, message]) => ({ where, message: message! }));
  const text = problems.length > 0 ? problems.filter(({ message }) => isWanted(message)).map(({ where, message }) => `${where}: ${message}`) : [];
  const known = problems.length > 0 || stderr.includes("Created a bundle") ? [...new Set(text)].join("\n") : stderr;
  return known
    .replace(/^bundling .*$/gm, "")
    .replaceAll(resolve(root, base), file)
    .replaceAll(base, file)
    .replaceAll(`${root}/`, "")
    .trim();
}

/** Redocly silently ignores an action whose target matches nothing. */
async function refuseDeadTargets(root: string, inputs: Inputs, base: string, workspace: string): Promise<void> {
  const unsure = inputs.actions.filter((action, index) => !surelyMatches(inputs, action, inputs.actions.slice(0, index)));
  const before = await statesBefore(root, inputs, base, unsure, workspace);
  const dead = unsure.filter((action, index) => matches(before[index], action).length === 0);
  if (dead.length > 0) throw new InputError(dead.map((action) => deadTarget(inputs, action)).join("\n"));
}

/** Whether an action's target is in the base and no earlier action can have taken it out. */
function surelyMatches({ base }: Inputs, action: OverlayAction, earlier: readonly OverlayAction[]): boolean {
  const removals = earlier.filter(({ remove }) => remove);
  const removed = removals.map((removal) => matches(base.content, removal));
  // The removed node may be one that an overlay has added, or one that a filter asks for.
  if (removed.some((paths) => paths.length === 0) || (removals.length > 0 && action.target.includes("?"))) return false;
  return matches(base.content, action).some((path) => !removed.flat().some((gone) => startsWith(path, gone)));
}

/** The document as it is when each of these actions is about to be applied: one run of Redocly with one output for each. */
async function statesBefore(root: string, inputs: Inputs, base: string, actions: readonly OverlayAction[], workspace: string): Promise<unknown[]> {
  if (actions.length === 0) return [];
  const steps = await Promise.all(
    actions.map(async ({ overlay, index }, step) => {
      const earlier = inputs.overlays.slice(0, inputs.overlays.indexOf(overlay)).map(({ file }) => file);
      const partial = join(workspace, `before-${step}.overlay.yaml`);
      const document = overlay.content as { readonly actions: readonly unknown[] };
      await writeFile(partial, JSON.stringify({ ...document, actions: document.actions.slice(0, index) }));
      // An overlay without actions is not valid.
      return { overlays: index > 0 ? [...earlier, partial] : earlier, output: join(workspace, `before-${step}.yaml`) };
    }),
  );
  const run = await bundle(root, base, steps, workspace, "before");
  return Promise.all(
    steps.map(async ({ output }) => {
      const text = await readFile(output, "utf8").catch(() => {
        throw new InputError(problemsOf(root, inputs, base, run, () => true));
      });
      return parseYaml(text);
    }),
  );
}

interface LintReport {
  readonly problems: readonly {
    readonly ruleId: string;
    readonly message: string;
    readonly location: readonly { readonly source: { readonly ref: string }; readonly pointer?: string }[];
  }[];
}

/** Refuses a merged spec or an overlay with an error or a warning. */
export function refuseFindings(inputs: Inputs, spec: Spec, run: Run): void {
  const problems = reportsOf(run).flatMap((report) =>
    report.problems.map(({ ruleId, message, location: [at] }) => {
      const path = pointerPath(at?.pointer ?? "#/");
      const overlay = inputs.overlays.find((input) => input.file === at?.source.ref);
      const where = overlay === undefined ? whereWritten(inputs, spec, path) : locate(overlay, path);
      return `${where}: ${message} (${ruleId}${overlay === undefined ? `, at ${at?.pointer ?? "#/"} of the merged spec` : ""})`;
    }),
  );
  if (problems.length > 0) throw new InputError(problems.join("\n"));
}

/** Redocly writes one JSON document for each file, one after the other. */
function reportsOf({ code, stdout, stderr }: Run): LintReport[] {
  try {
    return JSON.parse(`[${stdout.replace(/^\}\s*\{$/gm, "},{")}]`) as LintReport[];
  } catch {
    throw new InputError(`redocly lint ended with ${code} and without a report:\n${stderr}`);
  }
}
