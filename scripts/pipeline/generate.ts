import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTwoFilesPatch, diffLines } from "diff";
import { compile } from "./compile.js";
import { readInputs } from "./inputs.js";
import { merge } from "./merge.js";
import { withTables } from "./readme.js";
import { redocly } from "./redocly.js";

export interface FileChange {
  readonly file: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Runs `work` in a folder that is gone afterwards. */
export async function inWorkspace<T>(work: (workspace: string) => Promise<T>): Promise<T> {
  const workspace = await mkdtemp(join(tmpdir(), "wm-generate-"));
  try {
    return await work(workspace);
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

/** Compiles `generated/` and the README's table from `openapi/` without writing them, and says which files would change. */
export async function plan(root: string): Promise<FileChange[]> {
  const inputs = await readInputs(root);
  const readme = await readText(join(root, "README.md"));
  const { compiled, table } = await inWorkspace(async (workspace) => {
    return merge(root, inputs, workspace, async (merged) => {
      return { compiled: await compile(merged, inputs), table: readme === undefined ? undefined : await withTables(readme, merged) };
    });
  });
  const present = await readdir(join(root, "generated")).catch(() => [] as string[]);
  const files = [...new Set([...compiled.keys(), ...present])].map(async (file) => ({
    file: `generated/${file}`,
    before: await readText(join(root, "generated", file)),
    after: compiled.get(file),
  }));
  return [...(await Promise.all(files)), { file: "README.md", before: readme, after: table }];
}

/** The text of a file; undefined where there is none. */
async function readText(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch(() => undefined);
}

export function isChanged({ before, after }: FileChange): boolean {
  return before !== after;
}

/** Writes the changed files; a reader never sees half of one. */
export async function apply(root: string, changes: readonly FileChange[]): Promise<void> {
  await mkdir(join(root, "generated"), { recursive: true });
  for (const { file, after } of changes.filter(isChanged)) {
    const target = join(root, file);
    if (after === undefined) {
      await rm(target);
    } else {
      await writeFile(`${target}.new`, after);
      await rename(`${target}.new`, target);
    }
  }
}

/** One line for a file: what happened to it and how many lines it gained and lost. */
export function summary({ file, before, after }: FileChange): string {
  if (before === after) return `  ${file}  unchanged`;
  if (after === undefined) return `  ${file}  removed`;
  if (before === undefined) return `  ${file}  new, ${after.split("\n").length - 1} lines`;
  const parts = diffLines(before, after);
  const count = (kind: "added" | "removed") => parts.filter((part) => part[kind]).reduce((sum, part) => sum + part.count, 0);
  return `  ${file}  changed, +${count("added")} -${count("removed")} lines`;
}

/** A unified diff of one file. */
export function patch({ file, before, after }: FileChange): string {
  return createTwoFilesPatch(file, file, before ?? "", after ?? "", "as committed", "as compiled", { context: 3 });
}

export interface SpecChange {
  /** Redocly's report, for people. */
  readonly report: string;
  /** The release that the change asks for; undefined where users notice nothing. */
  readonly bump: "major" | "minor" | "patch" | undefined;
}

/** What users notice between two versions of the merged spec, each a file. */
export async function describeSpecChange(root: string, before: string, after: string): Promise<SpecChange> {
  const run = await redocly(root, "diff", before, after, "--fail-on=none");
  const counts = /^(\d+) major, (\d+) minor, (\d+) patch/m.exec(run.stdout);
  if (run.code !== 0 || !counts) throw new Error(`redocly diff ended with ${run.code}:\n${run.stdout}\n${run.stderr}`);
  const bump = (["major", "minor", "patch"] as const).find((_, index) => Number(counts[index + 1]) > 0);
  // Redocly gives places in the merged files, which are gone when this is read.
  const report = run.stdout.replace(/^ +at .*\n/gm, "").trim();
  return { report, bump };
}
