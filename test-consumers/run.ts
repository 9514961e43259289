/**
 * Installs the packed package in the projects beside this file and runs their checks: `npm run test:consumers`, or with the names of some.
 * With `--no-skip`, one that is skipped counts as failed.
 *
 * The `package.json` of each has a script `check` and, in `consumer`, the files of `shared/` that it wants and the path of the runtime that
 * it brings. One that is for another platform, or whose runtime does not start here, is skipped, as is one that prints `skipped: <reason>`.
 */
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { packIn } from "../test/support/pack.js";

interface Consumer {
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly consumer: { readonly shared: readonly string[]; readonly runtime?: string };
}

/** Without this project's own tools on the PATH: a consumer must not find what it did not install. */
const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => !/[\\/]node_modules[\\/]|node-gyp-bin$/.test(folder));
const env = { ...process.env, PATH: path.join(delimiter) };
const run = promisify(execFile);
const here = fileURLToPath(new URL(".", import.meta.url));
const all = readdirSync(here).filter((name) => existsSync(join(here, name, "package.json")));
const args = process.argv.slice(2);
const noSkip = args.includes("--no-skip");
const wanted = args.filter((argument) => argument !== "--no-skip");
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no consumer ${unknown.join(", ")}. There are ${all.join(", ")}.`);
  process.exit(2);
}

const names = wanted.length > 0 ? wanted : all;
const width = Math.max(...names.map((name) => name.length), "consumer".length);
const row = (name: string, result: string, seconds: string, reason = "") =>
  console.log(`${name.padEnd(width)}  ${result.padEnd(7)}  ${seconds.padStart(7)}  ${reason}`.trimEnd());
const work = mkdtempSync(join(tmpdir(), "wm-consumers-"));
const failures: string[] = [];
try {
  const packing = join(work, "package");
  mkdirSync(packing);
  const { tarball } = await packIn(packing);
  row("consumer", "result", "seconds");
  for (const name of names) {
    const start = performance.now();
    const seconds = () => ((performance.now() - start) / 1000).toFixed(1);
    try {
      const skipped = await check(name, tarball);
      row(name, skipped === undefined ? "passed" : "skipped", seconds(), skipped);
      if (skipped !== undefined && noSkip) failures.push(`\n${name}\nIt was skipped: ${skipped}`);
    } catch (error) {
      row(name, "FAILED", seconds());
      failures.push(`\n${name}\n${outputOf(error)}`);
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Runs one consumer. Gives the reason when it is skipped; throws when it fails. */
async function check(name: string, tarball: string): Promise<string | undefined> {
  const source = join(here, name);
  const manifest: Consumer = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  const { os = [process.platform], cpu = [process.arch], consumer } = manifest;
  if (!os.includes(process.platform) || !cpu.includes(process.arch))
    return `for ${os.join("/")} ${cpu.join("/")}, and this is ${process.platform} ${process.arch}`;

  const cwd = join(work, name);
  cpSync(source, cwd, { recursive: true });
  for (const file of consumer.shared) cpSync(join(here, "shared", file), join(cwd, file));
  await run("npm", ["install", tarball, "--save-exact", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"], { cwd, env, timeout: 300_000 });
  if (consumer.runtime !== undefined) {
    try {
      await run(join(cwd, consumer.runtime), ["--version"], { cwd, env });
    } catch (error) {
      return `${consumer.runtime} does not start here (${outputOf(error).trim().split("\n")[0]})`;
    }
  }
  const { stdout } = await run("npm", ["run", "--silent", "check"], { cwd, env, timeout: 120_000 });
  return /^skipped: (.*)$/m.exec(stdout)?.[1];
}

/** What a command that failed has said. */
function outputOf(error: unknown): string {
  const { stdout = "", stderr = "" } = error as { readonly stdout?: string; readonly stderr?: string };
  return `${stdout}${stderr}` || String(error);
}
