import { locate, pointerPath } from "../inputs/input.js";
import type { Merged } from "./merge.js";
import type { Inputs } from "../inputs/overlays.js";
import { redocly } from "../redocly.js";

interface Report {
  readonly problems: readonly {
    readonly ruleId: string;
    readonly message: string;
    readonly location: readonly { readonly source: { readonly ref: string }; readonly pointer?: string }[];
  }[];
}

/** Lint errors and warnings of the merged spec and the overlays, at their places in the inputs. */
export async function lint(root: string, { overlays }: Inputs, { file, where }: Merged): Promise<string[]> {
  const { code, stdout, stderr } = await redocly(root, ["lint", file, ...overlays.map((overlay) => overlay.file), "--format=json"]);
  const reports = reportsIn(stdout);
  if (reports === undefined) return [`redocly lint ended with ${code} and without a report:\n${stderr}`];
  return reports.flatMap(({ problems }) =>
    problems.map(({ ruleId, message, location: [at] }) => {
      const pointer = at?.pointer ?? "#/";
      const overlay = overlays.find((input) => input.file === at?.source.ref);
      if (overlay !== undefined) return `${locate(overlay, pointerPath(pointer))}: ${message} (${ruleId})`;
      return `${where(pointerPath(pointer))}: ${message} (${ruleId}, at ${pointer} of the merged spec)`;
    }),
  );
}

/** Redocly writes one JSON document for each file, one after the other. */
function reportsIn(stdout: string): Report[] | undefined {
  try {
    return JSON.parse(`[${stdout.replace(/^\}\s*\{$/gm, "},{")}]`) as Report[];
  } catch {
    return undefined;
  }
}
