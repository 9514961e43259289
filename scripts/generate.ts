import { defineCommand, type Output } from "./command.js";
import { apply, isChanged, patch, plan } from "./generate/plan.js";

/** Max diff lines to print. */
const longestDiff = 400;

async function write(root: string, output: Output): Promise<number> {
  const changes = await plan(root);
  await apply(root, changes);
  if (!changes.some(isChanged)) output.log("Nothing changed.");
  else output.log((await (await import("./generate/report.js")).report(root, changes, true)).join("\n"));
  return 0;
}

async function check(root: string, output: Output): Promise<number> {
  const stale = (await plan(root)).filter(isChanged);
  if (stale.length === 0) {
    output.log("generated/ and docs/operations.md are up to date.");
    return 0;
  }
  const lines = stale.map(patch).join("\n").split("\n");
  output.error(lines.slice(0, longestDiff).join("\n"));
  if (lines.length > longestDiff) output.error(`... and ${lines.length - longestDiff} more lines.`);
  output.error(`\nStale: ${stale.map(({ file }) => file).join(", ")}. Run \`npm run generate\` and commit what it writes.`);
  return 1;
}

export const generate = await defineCommand(import.meta.url, {
  usage: `npm run generate             merge openapi/, lint the result and compile generated/ from it
npm run generate -- --check  the same without writing: fails with a diff when generated/ is stale`,
  flags: ["check"],
  async run(root, { flags, others }, output) {
    if (others.length > 0) return 2;
    return flags.has("check") ? check(root, output) : write(root, output);
  },
});
