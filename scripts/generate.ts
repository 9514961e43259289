import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Command, type Output, reporting, runIfMain } from "./command.js";
import { apply, isChanged, patch, plan, summary } from "./generate/plan.js";
import { inWorkspace } from "./generate/workspace.js";

const usage = `npm run generate             merge openapi/, lint the result and compile generated/ from it
npm run generate -- --check  the same without writing: fails with a diff when generated/ is stale`;

/** Max diff lines to print. */
const longestDiff = 400;

async function write(root: string, output: Output): Promise<number> {
  const changes = await plan(root);
  await apply(root, changes);
  for (const change of changes) output.log(await summary(change));
  const spec = changes.find(({ file }) => file === "generated/openapi.yaml");
  if (spec?.before !== undefined && isChanged(spec)) {
    output.log(`\nWhat changed in the merged spec:\n\n${(await specChange(root, spec.before)).join("\n")}`);
  }
  output.log(changes.some(isChanged) ? "\nDone." : "\nNothing changed.");
  return 0;
}

/** The changes that users of the replaced merged spec notice, a line each. */
async function specChange(root: string, replaced: string): Promise<readonly string[]> {
  const { describeSpecChange } = await import("./generate/spec-change.js");
  return inWorkspace(async (workspace) => {
    const before = join(workspace, "before.yaml");
    await writeFile(before, replaced);
    return (await describeSpecChange(root, before, "generated/openapi.yaml")).report;
  });
}

async function check(root: string, output: Output): Promise<number> {
  const stale = (await plan(root)).filter(isChanged);
  if (stale.length === 0) {
    output.log("generated/ and docs/operations.md are what openapi/ compiles to.");
    return 0;
  }
  const lines = (await Promise.all(stale.map(patch))).join("\n").split("\n");
  const summaries = await Promise.all(stale.map(summary));
  output.error(lines.slice(0, longestDiff).join("\n"));
  if (lines.length > longestDiff) output.error(`... and ${lines.length - longestDiff} more lines.`);
  output.error(`\ngenerated/ or docs/operations.md is stale. Run \`npm run generate\` and commit what it writes:\n${summaries.join("\n")}`);
  return 1;
}

export const generate: Command = reporting(async (root, args, output) => {
  if (args.length === 0) return write(root, output);
  if (args.length === 1 && args[0] === "--check") return check(root, output);
  output.error(usage);
  return 2;
});

await runIfMain(import.meta.url, generate);
