import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { redocly, type Run } from "./redocly.js";

/** One document for Redocly to make: the base with these overlays. */
export interface Step {
  readonly overlays: readonly string[];
  readonly output: string;
}

/** Merges base and overlays with Redocly into a file of the workspace. Its errors are for `checkMerged`. */
export function startMerge(root: string, base: string, overlays: readonly string[], workspace: string, signal: AbortSignal): Promise<Run> {
  return bundle(root, base, [{ overlays, output: mergedFile(workspace) }], workspace, "merged", signal);
}

/** Where {@link startMerge} writes. */
export function mergedFile(workspace: string): string {
  return join(workspace, "openapi.yaml");
}

/** With `--force`, unresolved references do not stop Redocly: `checkMerged` reports them at the line where they are written. */
export async function bundle(root: string, base: string, steps: readonly Step[], workspace: string, name: string, signal?: AbortSignal): Promise<Run> {
  const absolute = (file: string) => resolve(root, file);
  const apis = steps.map(({ overlays, output }, index) => [`step${index}`, { root: absolute(base), overlays: overlays.map(absolute), output }]);
  // The configuration in the project's root would make Redocly write straight into `generated/`.
  const config = join(workspace, `${name}.redocly.yaml`);
  await writeFile(config, JSON.stringify({ extends: ["minimal"], apis: Object.fromEntries(apis) }));
  return redocly(root, ["bundle", "--force", "--config", config], signal);
}

/** Lints the merged spec and the overlays. Its findings are for `refuseFindings`. */
export function startLint(root: string, overlays: readonly string[], workspace: string, signal: AbortSignal): Promise<Run> {
  return redocly(root, ["lint", mergedFile(workspace), ...overlays, "--format=json"], signal);
}
