import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { mergedFile, startLint, startMerge } from "./bundle.js";
import { overlayFiles, readSource, type Source, tableFile } from "./files.js";
import { inWorkspace } from "./workspace.js";

export interface FileChange {
  readonly file: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export const baseFile = "openapi/base.yaml";

/**
 * Compiles `generated/` and the tables of docs/operations.md from `openapi/`, or from another base, without writing them, and says which files would
 * change. Throws {@link InputError} for what a person has to correct.
 */
export async function plan(root: string, newBase?: Source): Promise<FileChange[]> {
  const source = newBase ?? (await readSource(root, baseFile));
  const page = await readText(join(root, tableFile));
  const { compiled, table } = await inWorkspace(async (workspace) => {
    const overlays = await overlayFiles(root);
    const file = newBase === undefined ? baseFile : join(workspace, "base.yaml");
    if (newBase !== undefined) await writeFile(file, newBase.text);
    const failed = new AbortController();
    // Redocly takes longest, so it starts before the inputs have been checked, and lints what has not been looked at yet.
    const merging = startMerge(root, file, overlays, workspace, failed.signal);
    const linting = merging.then((run) => (failed.signal.aborted ? run : startLint(root, overlays, workspace, failed.signal)));
    try {
      // The rest is loaded while Redocly works; TypeScript takes as long as merging.
      await import("./typescript.js");
      const { checkMerged, checkSources, compileSpec, refuseFindings } = await import("./compilation.js");
      const inputs = await checkSources(root, source, overlays);
      const merged = await checkMerged(root, inputs, file, await merging, mergedFile(workspace));
      const result = await compileSpec(inputs, merged, page);
      refuseFindings(inputs, merged.spec, await linting);
      return result;
    } finally {
      failed.abort();
      // Neither may outlive the workspace.
      await linting;
    }
  });
  const present = await readdir(join(root, "generated")).catch(() => [] as string[]);
  const files = [...new Set([...compiled.keys(), ...present])].map(async (name) => ({
    file: `generated/${name}`,
    before: await readText(join(root, "generated", name)),
    after: compiled.get(name),
  }));
  const replaced = newBase === undefined ? [] : [{ file: baseFile, before: await readText(join(root, baseFile)), after: newBase.text }];
  return [...replaced, ...(await Promise.all(files)), { file: tableFile, before: page, after: table }];
}

/** The text of a file; undefined if it cannot be read. */
async function readText(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch(() => undefined);
}

export function isChanged({ before, after }: FileChange): boolean {
  return before !== after;
}

/** Writes the changed files, or, where one cannot be written, leaves all as they were; a reader never sees half of one. */
export async function apply(root: string, changes: readonly FileChange[]): Promise<void> {
  const changed = changes.filter(isChanged).map((change) => ({ ...change, target: join(root, change.file), draft: join(root, `${change.file}.new`) }));
  const drafted: string[] = [];
  const done: typeof changed = [];
  await mkdir(join(root, "generated"), { recursive: true });
  try {
    for (const { after, draft } of changed) {
      if (after === undefined) continue;
      drafted.push(draft);
      await writeFile(draft, after);
    }
    for (const change of changed) {
      if (change.after === undefined) await rm(change.target);
      else await rename(change.draft, change.target);
      done.push(change);
    }
  } catch (error) {
    for (const draft of drafted) await rm(draft, { force: true });
    for (const { before, target } of done) await (before === undefined ? rm(target, { force: true }) : writeFile(target, before));
    throw error;
  }
}

/** One line for a file: what happened to it and how many lines it gained and lost. */
export async function summary({ file, before, after }: FileChange): Promise<string> {
  if (before === after) return `  ${file}  unchanged`;
  if (after === undefined) return `  ${file}  removed`;
  if (before === undefined) return `  ${file}  new, ${after.split("\n").length - 1} lines`;
  const { diffLines } = await import("diff");
  const parts = diffLines(before, after);
  const count = (kind: "added" | "removed") => parts.filter((part) => part[kind]).reduce((sum, part) => sum + part.count, 0);
  return `  ${file}  changed, +${count("added")} -${count("removed")} lines`;
}

/** A unified diff of one file. */
export async function patch({ file, before, after }: FileChange): Promise<string> {
  const { createTwoFilesPatch } = await import("diff");
  return createTwoFilesPatch(file, file, before ?? "", after ?? "", "as committed", "as compiled", { context: 3 });
}
