import { readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { refuseStrays } from "./check-overlays.js";
import { InputError, refuse } from "./files.js";
import { renamed, renamedStep } from "./hints.js";
import { locate, nodeAt, parseYaml, pointerPath, refsOf } from "./input.js";
import { type Inputs, matches, type OverlayAction, startsWith, whereIs, whereWritten } from "./overlays.js";
import { baseIn, bundle, mergedIn, type Run } from "./redocly.js";
import type { Spec } from "./spec.js";

/** The merged spec, as written to `generated/` and parsed. */
export interface Merged {
  readonly text: string;
  readonly spec: Spec;
}

/** Reads the merged spec, and rejects it if an overlay action or a reference has no target. */
export async function checkMerged(root: string, inputs: Inputs, workspace: string, run: Run): Promise<Merged> {
  const problems = problemsOf(root, workspace, inputs, run);
  const text = await readFile(mergedIn(workspace), "utf8").catch(() => {
    throw new InputError(problems.map(({ line }) => line).join("\n"));
  });
  const spec = parseYaml(text) as Spec;
  await refuseDeadTargets(root, inputs, workspace);
  refuseUnresolved(inputs, spec);
  refuse(problems.filter(({ message }) => !message.startsWith("Can't resolve $ref")).map(({ line }) => line));
  refuseStrays(inputs, spec);
  return { text, spec };
}

/** The errors in Redocly's output, without paths of this machine. */
function problemsOf(root: string, workspace: string, { base }: Inputs, { stderr }: Run): { readonly message: string; readonly line: string }[] {
  const local = (text: string) =>
    text
      .replaceAll(relative(root, baseIn(workspace)), base.file)
      .replaceAll(baseIn(workspace), base.file)
      .replaceAll(`${root}/`, "");
  const found = [...stderr.matchAll(/^\[\d+\] (.+?:\d+:\d+) at .*\n\n(.*)\n\n/gm)];
  if (found.length > 0) return found.map(([, where = "", message = ""]) => ({ message, line: local(`${where}: ${message}`) }));
  return stderr.includes("Created a bundle") ? [] : [{ message: stderr, line: local(stderr.replace(/^bundling .*$/gm, "")).trim() }];
}

/** Reports unresolved references at their own lines. Redocly reports those of overlays at a line of the base. */
function refuseUnresolved(inputs: Inputs, spec: Spec): void {
  const refs = [inputs.base, ...inputs.overlays].flatMap(refsOf).map((ref) => ({ ...ref, target: pointerPath(ref.ref) }));
  const dangling = refs.filter(({ target }) => nodeAt(spec, target) === undefined);
  refuse(
    dangling.map(({ ref, input, path, target }) => {
      const hint = renamed(inputs, target.slice(0, -1), target.at(-1)!);
      return `${locate(input, path)}: the $ref "${ref}" does not resolve in the merged spec${hint}`;
    }),
  );
}

/** Redocly silently ignores an action whose target matches nothing. */
async function refuseDeadTargets(root: string, inputs: Inputs, workspace: string): Promise<void> {
  const unsure = inputs.actions.filter((action, index) => !surelyMatches(inputs, action, inputs.actions.slice(0, index)));
  const before = await statesBefore(root, inputs, workspace, unsure);
  const dead = unsure.filter((action, index) => matches(before[index], action).length === 0);
  refuse(dead.map((action) => `${whereIs(action)}: the target ${action.target} matches nothing${renamedStep(inputs, action)}`));
}

/** Whether an action's target is in the base and no earlier action can have removed it. */
function surelyMatches({ base }: Inputs, action: OverlayAction, earlier: readonly OverlayAction[]): boolean {
  const removals = earlier.filter(({ remove }) => remove);
  const removed = removals.map((removal) => matches(base.content, removal));
  // The removed node may come from an overlay, or may be needed by a filter.
  if (removed.some((paths) => paths.length === 0) || (removals.length > 0 && action.target.includes("?"))) return false;
  return matches(base.content, action).some((path) => !removed.flat().some((gone) => startsWith(path, gone)));
}

/** The document before each of these actions, from one run of Redocly. */
async function statesBefore(root: string, inputs: Inputs, workspace: string, actions: readonly OverlayAction[]): Promise<unknown[]> {
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
  const run = await bundle(root, workspace, steps);
  const texts = await Promise.all(steps.map(({ output }) => readFile(output, "utf8"))).catch(() => {
    throw new InputError(
      problemsOf(root, workspace, inputs, run)
        .map(({ line }) => line)
        .join("\n"),
    );
  });
  return texts.map(parseYaml);
}

interface LintReport {
  readonly problems: readonly {
    readonly ruleId: string;
    readonly message: string;
    readonly location: readonly { readonly source: { readonly ref: string }; readonly pointer?: string }[];
  }[];
}

/** Rejects a merged spec or an overlay with lint errors or warnings. */
export function refuseFindings(inputs: Inputs, spec: Spec, run: Run): void {
  const problems = reportsOf(run).flatMap((report) => report.problems);
  refuse(
    problems.map(({ ruleId, message, location: [at] }) => {
      const pointer = at?.pointer ?? "#/";
      const overlay = inputs.overlays.find(({ file }) => file === at?.source.ref);
      if (overlay !== undefined) return `${locate(overlay, pointerPath(pointer))}: ${message} (${ruleId})`;
      return `${whereWritten(inputs, spec, pointerPath(pointer))}: ${message} (${ruleId}, at ${pointer} of the merged spec)`;
    }),
  );
}

/** Redocly writes one JSON document for each file, one after the other. */
function reportsOf({ code, stdout, stderr }: Run): LintReport[] {
  try {
    return JSON.parse(`[${stdout.replace(/^\}\s*\{$/gm, "},{")}]`) as LintReport[];
  } catch {
    throw new InputError(`redocly lint ended with ${code} and without a report:\n${stderr}`);
  }
}
