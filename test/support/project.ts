import { spawn } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { Command } from "../../scripts/command.js";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** A copy of the project's inputs and of what was generated from them, until `whenDone`. */
export async function project(whenDone: (remove: () => Promise<void>) => void = onTestFinished): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "wm-project-"));
  whenDone(() => rm(copy, { recursive: true, force: true }));
  for (const part of ["openapi", "generated", "redocly.yaml", "docs"]) await cp(join(root, part), join(copy, part), { recursive: true });
  return copy;
}

/** Adds an overlay, last in order, with these actions. */
export async function addOverlay(folder: string, actions: string, listed = true): Promise<void> {
  await writeFile(join(folder, "openapi/overlays/zz.yaml"), `overlay: 1.1.0\ninfo: { title: Test, version: 0.1.0 }\nactions:\n${actions}\n`);
  if (listed) await edit(folder, "redocly.yaml", (text) => text.replace(/( +- openapi\/overlays\/)(?![\s\S]*overlays\/)(.*)/, "$1$2\n$1zz.yaml"));
}

export async function edit(folder: string, file: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, file);
  const text = await readFile(path, "utf8");
  await writeFile(path, changed(text, change));
}

/** The changed text. Fails if nothing changed. */
export function changed(text: string, change: (text: string) => string): string {
  const result = change(text);
  if (result === text) throw new Error("the text is as it was");
  return result;
}

/** Every file of a folder with its text. */
export async function filesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(await Promise.all(paths.sort().map(async (path) => [path.slice(folder.length + 1), await readFile(path, "utf8")])));
}

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in this process. */
export async function run(command: Command, folder: string, ...args: string[]): Promise<Run> {
  const written = { stdout: [] as string[], stderr: [] as string[] };
  const code = await command(folder, args, { log: (text) => written.stdout.push(`${text}\n`), error: (text) => written.stderr.push(`${text}\n`) });
  return { code, stdout: written.stdout.join(""), stderr: written.stderr.join("") };
}

/** Runs a script as users do, in a process of its own. */
export function runScript(folder: string, script: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = process.env): Promise<Run> {
  return new Promise((resolve) => {
    const loader = fileURLToPath(import.meta.resolve("tsx/esm"));
    const child = spawn(process.execPath, ["--import", `file://${loader}`, join(root, script), ...args], { cwd: folder, env });
    const out = { stdout: "", stderr: "" };
    child.stdout.on("data", (text) => (out.stdout += text));
    child.stderr.on("data", (text) => (out.stderr += text));
    child.on("close", (code) => resolve({ code, ...out }));
  });
}
