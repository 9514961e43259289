import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { query } from "jsonpath-rfc9535";
import { parse } from "yaml";
import { actionsOf, InputError, type Inputs, type OverlayAction, place, pointerPath, refsOf, whereWritten } from "./inputs.js";
import { redocly, type Run } from "./redocly.js";

/**
 * Merges base and overlays with Redocly into a file of the workspace and hands its path to `use`, of which the result counts only if the
 * checks find nothing. They are runs of Redocly that do not wait for each other.
 */
export async function merge<T>(root: string, inputs: Inputs, workspace: string, use: (merged: string) => Promise<T>): Promise<T> {
  const merged = bundle(root, inputs, workspace, "openapi");
  const checks = [merged, refuseDeadActions(root, inputs, workspace), lintOverlays(root, inputs), merged.then((file) => lintMerged(root, inputs, file))];
  const result = merged.then(use);
  // None may outlive the workspace, and of several failures the earliest says most.
  await Promise.allSettled([...checks, result]);
  for (const check of checks) await check;
  return result;
}

/** Merges into `<workspace>/<name>.yaml`, and returns that path. */
export async function bundle(root: string, inputs: Inputs, workspace: string, name: string): Promise<string> {
  const merged = join(workspace, `${name}.yaml`);
  const config = await writeConfig(root, workspace, name, [{ inputs, overlays: inputs.overlays.map(({ file }) => file), output: merged }]);
  const run = await redocly(root, "bundle", "--config", config);
  if (run.code === 0) return merged;
  const unresolved = run.stderr.includes("Can't resolve $ref") ? await unresolvedRefs(root, inputs, config, merged) : [];
  throw new InputError(unresolved.length > 0 ? unresolved.join("\n") : relativeTo(root, run.stderr));
}

/** Redocly reports a `$ref` of an overlay at a line of the base; this finds the line on which it was written. */
async function unresolvedRefs(root: string, inputs: Inputs, config: string, merged: string): Promise<string[]> {
  await redocly(root, "bundle", "--config", config, "--force");
  const spec: unknown = parse(await readFile(merged, "utf8"));
  return [inputs.base, ...inputs.overlays].flatMap((input) =>
    refsOf(input)
      .filter(({ ref }) => !resolves(spec, ref))
      .map(({ ref, place }) => `${input.file}${place}: the $ref "${ref}" leads nowhere in the merged spec`),
  );
}

function resolves(spec: unknown, ref: string): boolean {
  if (!ref.startsWith("#/")) return false;
  let node = spec;
  for (const key of pointerPath(ref)) node = (node as Readonly<Record<string, unknown>> | null | undefined)?.[key];
  return node !== undefined;
}

/** Redocly passes over an action whose target matches nothing without a word. */
async function refuseDeadActions(root: string, inputs: Inputs, workspace: string): Promise<void> {
  const actions = actionsOf(inputs.overlays);
  const base: unknown = inputs.base.document.toJS();
  const firstRemoval = actions.findIndex(({ remove }) => remove);
  const unsure = actions.filter((action, index) => (firstRemoval !== -1 && index > firstRemoval) || !matches(base, action));
  const before = await statesBefore(root, inputs, unsure, workspace);
  const dead = unsure.filter((action, index) => !matches(before[index], action));
  if (dead.length > 0) {
    throw new InputError(
      dead
        .map(({ overlay, index, target }) => `${overlay.file}${place(overlay, ["actions", index, "target"])}: the target ${target} matches nothing`)
        .join("\n"),
    );
  }
}

function matches(spec: unknown, { target }: OverlayAction): boolean {
  return query(spec as Parameters<typeof query>[0], target).length > 0;
}

/** The document as it is when each of these actions is about to be applied: one run of Redocly with one output for each. */
async function statesBefore(root: string, inputs: Inputs, actions: readonly OverlayAction[], workspace: string): Promise<unknown[]> {
  if (actions.length === 0) return [];
  const steps = await Promise.all(
    actions.map(async ({ overlay, index }, step) => {
      const earlier = inputs.overlays.slice(0, inputs.overlays.indexOf(overlay)).map(({ file }) => file);
      const partial = join(workspace, `before-${step}.overlay.yaml`);
      const document = overlay.document.toJS();
      await writeFile(partial, JSON.stringify({ ...document, actions: document.actions.slice(0, index) }));
      // An overlay without actions is not an overlay.
      return { inputs, overlays: index > 0 ? [...earlier, partial] : earlier, output: join(workspace, `before-${step}.yaml`) };
    }),
  );
  // A later action may be what makes the document whole, so a state in between may have references that lead nowhere yet.
  const run = await redocly(root, "bundle", "--force", "--config", await writeConfig(root, workspace, "before", steps));
  return Promise.all(
    steps.map(async ({ output }) => {
      const text = await readFile(output, "utf8").catch(() => {
        throw new InputError(relativeTo(root, run.stderr));
      });
      return parse(text) as unknown;
    }),
  );
}

interface Step {
  readonly inputs: Inputs;
  readonly overlays: readonly string[];
  readonly output: string;
}

/** A Redocly configuration of our own making: the one in the project's root writes straight into `generated/`. */
async function writeConfig(root: string, workspace: string, name: string, steps: readonly Step[]): Promise<string> {
  const absolute = (file: string) => resolve(root, file);
  const apis = steps.map(({ inputs, overlays, output }, index) => [
    `step${index}`,
    { root: absolute(inputs.base.file), overlays: overlays.map(absolute), output },
  ]);
  const file = join(workspace, `${name}.redocly.yaml`);
  await writeFile(file, JSON.stringify({ extends: ["minimal"], apis: Object.fromEntries(apis) }));
  return file;
}

interface LintReport {
  readonly problems: readonly {
    readonly ruleId: string;
    readonly message: string;
    readonly location: readonly { readonly pointer?: string }[];
  }[];
}

async function lintOverlays(root: string, inputs: Inputs): Promise<void> {
  const { code, stdout, stderr } = await redocly(root, "lint", ...inputs.overlays.map(({ file }) => file), "--format=stylish");
  if (code !== 0) throw new InputError(stdout.trim() || relativeTo(root, stderr));
}

/** Lints the merged spec: an error and a warning both stop the generation. */
async function lintMerged(root: string, inputs: Inputs, merged: string): Promise<void> {
  const problems = parseReport(await redocly(root, "lint", merged, "--format=json")).problems.map(({ ruleId, message, location: [at] }) => {
    const pointer = at?.pointer ?? "#/";
    return `${whereWritten(inputs, pointerPath(pointer))}: ${message} (${ruleId}, at ${pointer} of the merged spec)`;
  });
  if (problems.length > 0) throw new InputError(problems.join("\n"));
}

function parseReport({ code, stdout, stderr }: Run): LintReport {
  try {
    return JSON.parse(stdout) as LintReport;
  } catch {
    throw new InputError(`redocly lint ended with ${code} and without a report:\n${stderr}`);
  }
}

/** What Redocly says, without the folders of this machine and the names of a configuration that nobody wrote. */
function relativeTo(root: string, text: string): string {
  return text
    .replaceAll(`${root}/`, "")
    .replace(/^bundling .*$/gm, "")
    .trim();
}
