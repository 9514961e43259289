import { execFile, type ExecFileOptions } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Runs npm, and returns what it prints. On Windows `npm` is a script that only a shell can start, so Node.js runs npm's own file. */
export async function npm(args: readonly string[], options: ExecFileOptions): Promise<string> {
  const { npm_execpath: running = "" } = process.env;
  const installed = process.platform === "win32" ? join(process.execPath, "../node_modules/npm/bin/npm-cli.js") : undefined;
  const script = /npm-cli\.js$/.test(running) ? running : installed;
  const [file, first] = script === undefined ? ["npm", []] : [process.execPath, [script]];
  const { stdout } = await run(file, [...first, ...args], { ...options, encoding: "utf8" });
  return stdout;
}
