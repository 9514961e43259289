import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pointerPath } from "../inputs/input.js";
import { inWorkspace, redocly } from "../redocly.js";

type Bump = "major" | "minor" | "patch";

export interface SpecChange {
  /** One line per change, the most important first, and a line with totals. */
  readonly lines: readonly string[];
  /** The required release; undefined if users notice nothing. */
  readonly bump: Bump | undefined;
}

interface Change {
  readonly path: string;
  readonly kind: string;
  readonly impact: Bump;
  readonly verdicts: readonly { readonly message: string }[];
  readonly property?: string;
  readonly base?: { readonly value?: unknown };
  readonly revision?: { readonly value?: unknown };
}

const bumps: readonly Bump[] = ["major", "minor", "patch"];

/** Compares two merged specs. */
export async function compareSpecs(root: string, before: string, after: string): Promise<SpecChange> {
  const rated = before === after ? [] : (await changesBetween(root, before, after)).map((change) => ({ impact: impactOf(change), line: lineOf(change) }));
  const of = (bump: Bump) => rated.filter(({ impact }) => impact === bump);
  const lines = bumps.flatMap((bump) => of(bump).map(({ line }) => `${bump}  ${line}`));
  return { lines: [...lines, `${bumps.map((bump) => `${of(bump).length} ${bump}`).join(", ")}.`], bump: bumps.find((bump) => of(bump).length > 0) };
}

async function changesBetween(root: string, before: string, after: string): Promise<readonly Change[]> {
  return inWorkspace(async (workspace) => {
    const files = [join(workspace, "before.yaml"), join(workspace, "after.yaml")] as const;
    await Promise.all([writeFile(files[0], before), writeFile(files[1], after)]);
    const { code, stdout, stderr } = await redocly(root, ["diff", ...files, "--fail-on=none", "--format=json"]);
    if (code !== 0) throw new Error(`redocly diff ended with ${code}:\n${stdout}\n${stderr}`);
    return (JSON.parse(stdout) as { readonly changes: readonly Change[] }).changes;
  });
}

/** A new enum value in a request is minor: callers can do something new. Redocly rates it as a patch. */
function impactOf(change: Change): Bump {
  const isRequest = /\/(parameters|requestBody)\//.test(change.path);
  const { gained, lost } = enumValues(change);
  return isRequest && gained.length > 0 && lost.length === 0 && change.impact === "patch" ? "minor" : change.impact;
}

function lineOf(change: Change): string {
  const { path, kind, verdicts, property } = change;
  const keys = pointerPath(path);
  const [root, template, verb = "", ...rest] = keys;
  const where = root === "paths" ? [`${verb.toUpperCase()} ${template}`.trim(), rest.join("/")].filter(Boolean).join("  ") : keys.join("/");
  if (verdicts.length > 0) return `${where}: ${verdicts.map(({ message }) => message).join(" ")}`;
  const { gained, lost } = enumValues(change);
  const values = [gained.length > 0 ? `, gained ${gained.join(", ")}` : "", lost.length > 0 ? `, lost ${lost.join(", ")}` : ""];
  return `${where}: ${[kind, property].filter(Boolean).join(" ")}${values.join("")}`;
}

/** Values that an enum gains and loses. */
function enumValues({ property, base, revision }: Change): { readonly gained: readonly unknown[]; readonly lost: readonly unknown[] } {
  const [old, now] = [base?.value, revision?.value];
  if (property !== "enum" || !Array.isArray(old) || !Array.isArray(now)) return { gained: [], lost: [] };
  return { gained: now.filter((value) => !old.includes(value)), lost: old.filter((value) => !now.includes(value)) };
}
