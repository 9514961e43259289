import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

/** Redocly's command. It is started directly, because `npx` takes half a second. */
const cli = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin", "cli.js");

/** A run takes half a second: too short for optimized code, which would cost a third of the CPU time. */
const nodeOptions = ["--no-opt", "--max-semi-space-size=32"];

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Redocly without notices. Never throws: a failure is an exit code. */
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

/** Merges the base with overlays, once per step. `--force` ignores unresolved references, which `checkMerged` reports. */
export async function bundle(
  root: string,
  workspace: string,
  steps: readonly { readonly overlays: readonly string[]; readonly output: string }[],
  signal?: AbortSignal,
): Promise<Run> {
  const absolute = (file: string) => resolve(root, file);
  const apis = steps.map(({ overlays, output }, index) => [`step${index}`, { root: baseIn(workspace), overlays: overlays.map(absolute), output }]);
  // With the project's configuration, Redocly would write to `generated/`.
  const config = join(workspace, "redocly.yaml");
  await writeFile(config, JSON.stringify({ extends: ["minimal"], apis: Object.fromEntries(apis) }));
  return redocly(root, ["bundle", "--force", "--config", config], signal);
}

export function lint(root: string, files: readonly string[], signal: AbortSignal): Promise<Run> {
  return redocly(root, ["lint", ...files, "--format=json"], signal);
}
