import { defineCommand } from "./command.js";
import { apply, isChanged, patch, plan } from "./generate/plan.js";
import { report } from "./generate/report/report.js";

/** Max diff lines to print. */
const longestDiff = 400;

export const generate = await defineCommand(import.meta.url, {
  usage: `npm run generate             merge openapi/, lint the result and compile generated/ from it
npm run generate -- --check  the same without writing: fails with a diff when generated/ is stale`,
  flags: ["check"],
  async run(root, { flags, others }, output) {
    if (others.length > 0) return 2;
    const changes = await plan(root);
    const changed = changes.filter(isChanged);
    if (changed.length === 0) {
      output.log(flags.has("check") ? "generated/ and docs/operations.md are up to date." : "Nothing changed.");
      return 0;
    }
    if (!flags.has("check")) {
      await apply(root, changes);
      output.log((await report(root, changes, true)).join("\n"));
      return 0;
    }
    const lines = changed.map(patch).join("\n").split("\n");
    output.error(lines.slice(0, longestDiff).join("\n"));
    if (lines.length > longestDiff) output.error(`... and ${lines.length - longestDiff} more lines.`);
    output.error(`\nStale: ${changed.map(({ file }) => file).join(", ")}. Run \`npm run generate\` and commit what it writes.`);
    return 1;
  },
});
