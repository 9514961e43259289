import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inWorkspace, overlayFiles, page, readSource, type Source } from "./files.js";
import { baseIn, bundle, lint, mergedIn } from "./redocly.js";

export interface FileChange {
  readonly file: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

const baseFile = "openapi/base.yaml";
const folder = "generated";

/**
 * Compiles `generated/` and the tables of docs/operations.md from `openapi/`, or from another base, without writing them. Throws
 * {@link InputError} for what a person has to correct.
 */
export async function plan(root: string, newBase?: Source): Promise<FileChange[]> {
  const [overlays, source] = await Promise.all([overlayFiles(root), newBase ?? readSource(root, baseFile)]);
  const written = await readText(join(root, page));
  const compiled = await inWorkspace((workspace) => compileIn(workspace, root, source, overlays, written));
  const present = await readdir(join(root, folder)).catch(() => [] as string[]);
  const after = new Map([...(newBase ? [[baseFile, newBase.text] as const] : []), ...compiled]);
  const files = new Set([...after.keys(), ...present.map((name) => `${folder}/${name}`)]);
  return Promise.all([...files].map(async (file) => ({ file, before: await readText(join(root, file)), after: after.get(file) })));
}

/** The compiled files, by path. */
async function compileIn(workspace: string, root: string, source: Source, overlays: readonly string[], written: string | undefined) {
  await writeFile(baseIn(workspace), source.text);
  const failed = new AbortController();
  // Redocly takes longest, so it starts before the inputs are checked.
  const merging = bundle(root, workspace, [{ overlays, output: mergedIn(workspace) }], failed.signal);
  const linting = merging.then((run) => (failed.signal.aborted ? run : lint(root, [mergedIn(workspace), ...overlays], failed.signal)));
  try {
    // Other modules load while Redocly runs; TypeScript takes as long as merging.
    await import("./typescript.js");
    const { checkMerged, checkSources, compile, refuseFindings } = await import("./compile.js");
    const inputs = await checkSources(root, source, overlays);
    const merged = await checkMerged(root, inputs, workspace, await merging);
    const compiled = await compile(inputs, merged, written);
    refuseFindings(inputs, merged.spec, await linting);
    return compiled;
  } finally {
    failed.abort();
    // Redocly must not outlive the workspace.
    await linting;
  }
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

/** A unified diff of one file. */
export async function patch({ file, before, after }: FileChange): Promise<string> {
  const { createTwoFilesPatch } = await import("diff");
  return createTwoFilesPatch(file, file, before ?? "", after ?? "", "as committed", "as compiled", { context: 3 });
}
