import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { apply, describeSpecChange, inWorkspace, isChanged, patch, plan, summary } from "./pipeline/generate.js";
import { InputError } from "./pipeline/inputs.js";

const usage = `npm run generate             merge openapi/, lint the result and compile generated/ from it
npm run generate -- --check  the same without writing: fails with a diff when generated/ is stale`;

/** A diff is there to be read; past this many lines nobody does. */
const longestDiff = 400;

async function generate(root: string): Promise<number> {
  const changes = await plan(root);
  await apply(root, changes);
  for (const change of changes) console.log(summary(change));
  const spec = changes.find(({ file }) => file === "generated/openapi.yaml");
  if (spec?.before !== undefined && isChanged(spec)) await describe(root, spec.before);
  console.log(changes.some(isChanged) ? "\nDone." : "\nNothing changed.");
  return 0;
}

/** Says what the new merged spec changes for users of the one that it replaced. */
async function describe(root: string, replaced: string): Promise<void> {
  await inWorkspace(async (workspace) => {
    const before = join(workspace, "before.yaml");
    await writeFile(before, replaced);
    const { report } = await describeSpecChange(root, before, "generated/openapi.yaml");
    console.log(`\nWhat changed in the merged spec:\n\n${report}`);
  });
}

async function check(root: string): Promise<number> {
  const stale = (await plan(root)).filter(isChanged);
  if (stale.length === 0) {
    console.log("generated/ and the README's table are what openapi/ compiles to.");
    return 0;
  }
  const lines = stale.map(patch).join("\n").split("\n");
  console.error(lines.slice(0, longestDiff).join("\n"));
  if (lines.length > longestDiff) console.error(`... and ${lines.length - longestDiff} more lines.`);
  console.error(`\ngenerated/ or the README is stale. Run \`npm run generate\` and commit what it writes:\n${stale.map(summary).join("\n")}`);
  return 1;
}

async function main(args: readonly string[]): Promise<number> {
  if (args.length === 0) return generate(process.cwd());
  if (args.length === 1 && args[0] === "--check") return check(process.cwd());
  console.error(usage);
  return 2;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof InputError)) throw error;
  console.error(`${error.message}\n\nNothing was written: generated/ is as it was.`);
  return 1;
});
