import { type FileChange, isChanged } from "../plan.js";
import { facadeCall } from "../compiled/operations-page.js";
import { mergedFile, parseSpec } from "../merged/spec.js";
import { compareSpecs } from "./spec-change.js";
import { touched, type TouchedOperation } from "./touched.js";

/** Max lines of a list. The whole report has at most 40. */
const longestList = 14;

/** Changed files, changes that users notice, the required release and the affected methods, as lines. */
export async function report(root: string, changes: readonly FileChange[], isDone: boolean): Promise<string[]> {
  const files = changes.filter(isChanged).map(({ file, after }) => (after === undefined ? `${file} (removed)` : file));
  const { before = "", after = "" } = changes.find(({ file }) => file === mergedFile) ?? {};
  const { lines, bump } = await compareSpecs(root, before, after);
  const operations = before === after ? [] : touched(parseSpec(before), parseSpec(after));
  return [
    `${isDone ? "Changed files" : "Files that would change"}: ${files.join(", ") || "none"}`,
    "",
    "What changes in the merged spec:",
    ...limited(lines),
    "",
    bump === undefined ? "No user-visible change; no release needed." : `This requires a ${bump} release.`,
    "",
    `Façade methods affected:${operations.length > 0 ? "" : " none"}`,
    ...limited(operations.map(lineOf)),
    ...(operations.some(({ what }) => what === "added") ? ["", "New operations need a façade method; `npx tsc` names those without one."] : []),
  ];
}

/** Indented lines, without the middle of a long list. */
function limited(lines: readonly string[]): string[] {
  const shown = lines.length <= longestList ? lines : [...lines.slice(0, longestList - 2), `... and ${lines.length - longestList + 1} more`, lines.at(-1)!];
  return shown.map((line) => `  ${line}`);
}

function lineOf({ operation, what, parts }: TouchedOperation): string {
  return `${facadeCall(operation)}  ${operation.method} ${operation.path}  ${[what, ...(parts.length > 0 ? [parts.join(", ")] : [])].join(": ")}`;
}
