import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Command, type Output, reporting, runIfMain } from "./command.js";
import { readBase } from "./generate/base.js";
import { apply, type FileChange, isChanged, plan } from "./generate/plan.js";
import { parseYaml } from "./generate/inputs.js";
import { facadeCall } from "./generate/operations-page.js";
import type { Spec } from "./generate/spec.js";
import { describeSpecChange, type SpecChange } from "./generate/spec-change.js";
import { touched, type TouchedOperation } from "./generate/touched.js";
import { inWorkspace } from "./generate/workspace.js";

const usage = `npm run spec:update -- <file or url>            replaces openapi/base.yaml, compiles generated/ from it and lists what users notice
npm run spec:update -- <file or url> --dry-run  lists the same and writes nothing`;

const mergedFile = "generated/openapi.yaml";
/** Max lines for the changes of the spec, and for the methods that they affect. */
const longestList = 14;

async function update(root: string, source: string, dryRun: boolean, output: Output): Promise<void> {
  const changes = await plan(root, await readBase(root, source));
  const { spec, operations } = await compare(root, changes);
  if (!dryRun) await apply(root, changes);
  const files = changes.filter(isChanged).map(({ file }) => file);
  output.log(`${dryRun ? "Files that would change" : "Changed files"}: ${files.join(", ") || "none"}`);
  output.log(`\nWhat changes in the merged spec:\n${limited(spec.report)}\n`);
  output.log(spec.bump === undefined ? "No user-visible change; no release needed." : `This requires a ${spec.bump} release.`);
  output.log(`\nFaçade methods affected:${operations.length > 0 ? `\n${limited(operations.map(operationLine))}` : " none"}`);
  if (operations.some(({ what }) => what === "added")) output.log("\nNew operations need a façade method; `npm run typecheck` names those without one.");
}

/** Compares the new merged spec with the committed one. */
async function compare(root: string, changes: readonly FileChange[]): Promise<{ spec: SpecChange; operations: TouchedOperation[] }> {
  return inWorkspace(async (workspace) => {
    const [old, current] = [join(root, mergedFile), join(workspace, "openapi.yaml")];
    const text = changes.find(({ file }) => file === mergedFile)!.after!;
    const before = await readFile(old, "utf8");
    await writeFile(current, text);
    const spec = before === text ? { report: ["0 major, 0 minor, 0 patch."], bump: undefined } : await describeSpecChange(root, old, current);
    return { spec, operations: before === text ? [] : touched(parseYaml(before) as Spec, parseYaml(text) as Spec).operations };
  });
}

/** The lines, of a long list the first and the last. */
function limited(lines: readonly string[]): string {
  const shown = lines.length <= longestList ? lines : [...lines.slice(0, longestList - 2), `... and ${lines.length - longestList + 1} more`, lines.at(-1)!];
  return shown.map((line) => `  ${line}`).join("\n");
}

function operationLine({ operation, what, parts, through }: TouchedOperation): string {
  const details = [...parts, ...(through.length > 0 ? [`through ${through.join(", ")}`] : [])].join("; ");
  return `${facadeCall(operation)}  ${operation.method} ${operation.path}  ${what}${details && `: ${details}`}`;
}

export const specUpdate: Command = reporting(async (root, args, output) => {
  const [source, ...others] = args.filter((arg) => arg !== "--dry-run");
  if (source === undefined || source.startsWith("-") || others.length > 0) {
    output.error(usage);
    return 2;
  }
  await update(root, source, args.includes("--dry-run"), output);
  return 0;
});

await runIfMain(import.meta.url, specUpdate);
