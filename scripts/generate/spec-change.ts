import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pointerPath } from "./input.js";
import { inWorkspace, redocly } from "./redocly.js";

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
  const [old, now] = [change.base?.value, change.revision?.value];
  const isRequest = /\/(parameters|requestBody)\//.test(change.path);
  const gained = change.property === "enum" && Array.isArray(old) && Array.isArray(now) && old.every((value) => now.includes(value));
  return isRequest && gained && change.impact === "patch" ? "minor" : change.impact;
}

function lineOf({ path, kind, verdicts, property, base, revision }: Change): string {
  const [root, ...keys] = pointerPath(path);
  const [owner, rest] = root === "paths" ? [requestOf(keys), keys.slice(2)] : [[root, ...keys].join("/"), []];
  const where = [owner, rest.join("/")].filter(Boolean).join("  ");
  const gained = property === "enum" && Array.isArray(revision?.value) && Array.isArray(base?.value) ? enumLine(base.value, revision.value) : "";
  const what = verdicts.map(({ message }) => message).join(" ") || [kind, property].filter(Boolean).join(" ") + gained;
  return `${where}: ${what}`;
}

function enumLine(old: readonly unknown[], now: readonly unknown[]): string {
  const [added, removed] = [now.filter((value) => !old.includes(value)), old.filter((value) => !now.includes(value))];
  return [added.length > 0 ? `, gained ${added.join(", ")}` : "", removed.length > 0 ? `, lost ${removed.join(", ")}` : ""].join("");
}

function requestOf([path, verb]: readonly string[]): string {
  return [verb?.toUpperCase(), path].filter(Boolean).join(" ");
}
