/** Generates clients from the merged spec, and measures the time it takes. */
import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export const bench = fileURLToPath(new URL(".", import.meta.url));
export const root = fileURLToPath(new URL("..", import.meta.url));

const spec = "../generated/openapi.yaml";

export interface Generator {
  readonly name: string;
  /** Arguments for Node, in the bench's folder. Without `npx`, which costs half a second. */
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

/** Runs a program to its end. Returns the duration in milliseconds. */
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

/** Entry module of each generated client. */
const modules: Readonly<Record<string, string>> = {
  redocly: `export * from "./redocly/client.ts";`,
  "hey-api": `export * from "./hey-api/client.gen.ts";\nexport * from "./hey-api/sdk.gen.ts";`,
  orval: `export * from "./orval/client.ts";\nexport * from "../orval-fetch.ts";`,
};

/** Compiles each generated client to one JavaScript file, the best case for its users. */
export async function compileAll(): Promise<void> {
  for (const [name, contents] of Object.entries(modules)) {
    const stdin = { contents, resolveDir: join(bench, "generated"), loader: "ts" as const };
    await build({ stdin, bundle: true, format: "esm", platform: "node", target: "es2022", outfile: join(bench, `generated/${name}.js`), logLevel: "error" });
  }
}

/** Duration of a generator, in milliseconds. */
export async function generate({ command }: Generator): Promise<number> {
  await mkdir(join(bench, "generated"), { recursive: true });
  return timed(process.execPath, command, bench);
}
