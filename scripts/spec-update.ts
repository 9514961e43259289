import { defineCommand } from "./command.js";
import { readBase } from "./generate/inputs/base.js";
import { apply, plan } from "./generate/plan.js";
import { report } from "./generate/report/report.js";

export const specUpdate = await defineCommand(import.meta.url, {
  usage: `npm run spec:update -- <file or url>            replaces openapi/base.yaml, compiles generated/ from it and lists what users notice
npm run spec:update -- <file or url> --dry-run  lists the same and writes nothing`,
  flags: ["dry-run"],
  async run(root, { flags, others: [source, ...others] }, output) {
    if (source === undefined || others.length > 0) return 2;
    const isDone = !flags.has("dry-run");
    const changes = await plan(root, await readBase(root, source));
    // The old spec is compared before it is overwritten.
    const lines = await report(root, changes, isDone);
    if (isDone) await apply(root, changes);
    output.log(lines.join("\n"));
    return 0;
  },
});
