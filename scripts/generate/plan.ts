import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTwoFilesPatch } from "diff";
import { refuseConflicts } from "./inputs/conflicts.js";
import { refuse } from "./errors.js";
import type { Source } from "./inputs/input.js";
import { lint } from "./merged/lint.js";
import { merge } from "./merged/merge.js";
import { page } from "./compiled/operations-page.js";
import { baseFile, readInputs } from "./inputs/overlays.js";
import { inWorkspace } from "./redocly.js";

export interface FileChange {
  readonly file: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * Compiles `generated/` and the tables of docs/operations.md from `openapi/`, or from another base, without writing them: reads and checks the
 * inputs (`inputs/`), merges and lints them with Redocly (`merged/`), and compiles the result (`compiled/`). Throws {@link InputError} for what a
 * person has to correct.
 */
export async function plan(root: string, newBase?: Source): Promise<FileChange[]> {
  const inputs = await readInputs(root, newBase);
  refuseConflicts(inputs);
  const written = await readText(join(root, page));
  const compiled = await inWorkspace(async (workspace) => {
    // TypeScript takes as long to load as Redocly to merge.
    const [merged, { compile }] = await Promise.all([merge(root, workspace, inputs), import("./compiled/compile.js")]);
    const linting = lint(root, inputs, merged);
    // Redocly must not outlive the workspace.
    const files = await compile(inputs, merged, written).finally(() => linting);
    refuse(await linting);
    return files;
  });
  const after = new Map([...(newBase ? [[baseFile, newBase.text] as const] : []), ...Object.entries(compiled)]);
  const present = await readdir(join(root, "generated")).catch(() => []);
  const files = new Set([...after.keys(), ...present.map((name) => `generated/${name}`)]);
  return Promise.all([...files].map(async (file) => ({ file, before: await readText(join(root, file)), after: after.get(file) })));
}

/** The text of a file; undefined if it cannot be read. */
async function readText(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch(() => undefined);
}

export function isChanged({ before, after }: FileChange): boolean {
  return before !== after;
}

/** Writes all changed files or none. Each is replaced at once, so that nobody reads half a file. */
export async function apply(root: string, changes: readonly FileChange[]): Promise<void> {
  const changed = changes.filter(isChanged).map((change) => ({ ...change, target: join(root, change.file), draft: join(root, `${change.file}.new`) }));
  const done: typeof changed = [];
  await mkdir(join(root, "generated"), { recursive: true });
  try {
    for (const { after, draft } of changed) if (after !== undefined) await writeFile(draft, after);
    for (const change of changed) {
      if (change.after === undefined) await rm(change.target);
      else await rename(change.draft, change.target);
      done.push(change);
    }
  } catch (error) {
    for (const { before, target } of done) await (before === undefined ? rm(target) : writeFile(target, before));
    for (const { draft } of changed) await rm(draft, { force: true });
    throw error;
  }
}

/** A unified diff of one file. */
export function patch({ file, before = "", after = "" }: FileChange): string {
  return createTwoFilesPatch(file, file, before, after, "as committed", "as compiled", { context: 3 });
}
