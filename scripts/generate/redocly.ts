import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

/** The command that Redocly's package declares; started directly, because `npx` costs half a second. */
const cli = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin", "cli.js");

/** Redocly is done in half a second, in which optimizing its code takes more time than it saves, and a third of all processor time. */
const nodeOptions = ["--no-opt", "--max-semi-space-size=32"];

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Redocly with its notices off. It never throws: the caller knows what a failure means. */
export function redocly(cwd: string, args: readonly string[], signal?: AbortSignal): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...nodeOptions, cli, ...args], {
      cwd,
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1", FORCE_COLOR: "0" },
      ...(signal && { signal }),
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", (error) => (stderr += error.message));
    child.on("close", (code) => resolve({ code: code ?? 1, stdout, stderr: withoutBanner(stderr) }));
  });
}

/** On Node 20 every run prints a boxed notice that no setting silences. */
function withoutBanner(text: string): string {
  return text.replace(/^ *╔[\s\S]*?╝ *$/gm, "").trim();
}

/** The base in a workspace. */
export function baseIn(workspace: string): string {
  return join(workspace, "base.yaml");
}

/** The merged spec in a workspace. */
export function mergedIn(workspace: string): string {
  return join(workspace, "openapi.yaml");
}

/** Merges the base with overlays, once for each step. With `--force`, unresolved references do not stop Redocly: `checkMerged` finds them. */
export async function bundle(
  root: string,
  workspace: string,
  steps: readonly { readonly overlays: readonly string[]; readonly output: string }[],
  signal?: AbortSignal,
): Promise<Run> {
  const absolute = (file: string) => resolve(root, file);
  const apis = steps.map(({ overlays, output }, index) => [`step${index}`, { root: baseIn(workspace), overlays: overlays.map(absolute), output }]);
  // The configuration in the project's root would make Redocly write straight into `generated/`.
  const config = join(workspace, "redocly.yaml");
  await writeFile(config, JSON.stringify({ extends: ["minimal"], apis: Object.fromEntries(apis) }));
  return redocly(root, ["bundle", "--force", "--config", config], signal);
}

export function lint(root: string, files: readonly string[], signal: AbortSignal): Promise<Run> {
  return redocly(root, ["lint", ...files, "--format=json"], signal);
}
