/** The clients that the generators make of the merged spec, and how long that takes them. */
import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const bench = fileURLToPath(new URL(".", import.meta.url));
export const root = fileURLToPath(new URL("..", import.meta.url));

const spec = "../generated/openapi.yaml";

export interface Generator {
  readonly name: string;
  /** What Node is started with, in the bench's folder. Started directly, as `npx` costs half a second. */
  readonly command: readonly string[];
}

export const generators: readonly Generator[] = [
  { name: "redocly", command: ["../node_modules/@redocly/cli/bin/cli.js", "generate-client", spec, "--output", "generated/redocly/client.ts"] },
  {
    name: "hey-api",
    command: ["node_modules/@hey-api/openapi-ts/bin/run.js", "--input", spec, "--output", "generated/hey-api", "--client", "@hey-api/client-fetch"],
  },
  { name: "orval", command: ["node_modules/orval/dist/bin/orval.js", "--config", "./orval.config.cjs"] },
];

/** Runs a program to its end and gives the milliseconds that it took. */
export function timed(command: string, args: readonly string[], cwd: string): Promise<number> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, REDOCLY_TELEMETRY: "off" } });
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(performance.now() - begun) : reject(new Error(`${args.join(" ")} ended with ${code}:\n${output}`))));
  });
}

export async function generate({ command }: Generator): Promise<number> {
  await mkdir(join(bench, "generated"), { recursive: true });
  return timed(process.execPath, command, bench);
}
