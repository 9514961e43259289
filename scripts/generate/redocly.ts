import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

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
export function redocly(cwd: string, args: readonly string[]): Promise<Run> {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1", FORCE_COLOR: "0" };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [...nodeOptions, cli, ...args], { cwd, env, maxBuffer: Infinity }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? 1, stdout, stderr: withoutBanner(stderr) }),
    );
  });
}

/** On Node 20 every run prints a boxed notice that no setting silences. */
function withoutBanner(text: string): string {
  return text.replace(/^ *╔[\s\S]*?╝ *$/gm, "").trim();
}

/** Runs `work` in a folder that is removed afterwards. */
export async function inWorkspace<T>(work: (workspace: string) => Promise<T>): Promise<T> {
  const workspace = await mkdtemp(join(tmpdir(), "wm-generate-"));
  try {
    return await work(workspace);
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}
