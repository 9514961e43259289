/**
 * Installs the packed package for each consumer in `matrix.ts`, runs the commands of its projects and prints a table: `npm run test:consumers`,
 * or with the names of some. With `--no-skip`, a project that is skipped counts as failed.
 *
 * Skips a runtime that does not start here, and a project that prints `skipped: <reason>`.
 */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { transformSync } from "esbuild";
import { npm } from "../test/support/npm.js";
import { packIn } from "../test/support/pack.js";
import { type Consumer, consumers, type Project } from "./matrix.js";

/** Environment without this project's tools on the PATH: a consumer may only find what it installed. */
const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => !/[\\/]node_modules[\\/]|node-gyp-bin$/.test(folder));
const env = { ...process.env, PATH: path.join(delimiter) };
const run = promisify(execFile);
const programs = fileURLToPath(new URL("programs/", import.meta.url));
const args = process.argv.slice(2);
const noSkip = args.includes("--no-skip");
const names = args.filter((argument) => argument !== "--no-skip");
const unknown = names.filter((name) => !consumers.some((consumer) => consumer.name === name));
if (unknown.length > 0) {
  console.error(`Unknown consumer ${unknown.join(", ")}. Known: ${consumers.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}

const wanted = consumers.filter(({ name }) => names.length === 0 || names.includes(name));
const width = Math.max(...wanted.flatMap(({ name, projects }) => projects.map((project) => `${name} ${project.name}`.length)), "consumer".length);
const row = (name: string, result: string, seconds: string, reason = "") =>
  console.log(`${name.padEnd(width)}  ${result.padEnd(7)}  ${seconds.padStart(7)}  ${reason}`.trimEnd());
const work = mkdtempSync(join(tmpdir(), "wm-consumers-"));
const failures: string[] = [];
try {
  const packing = join(work, "package");
  mkdirSync(packing);
  const { tarball } = await packIn(packing);
  row("consumer", "result", "seconds");
  for (const consumer of wanted) {
    const cwd = join(work, consumer.name);
    if (await report(`${consumer.name} install`, () => install(consumer, cwd, tarball)))
      for (const project of consumer.projects) await report(`${consumer.name} ${project.name}`, () => check(project, join(cwd, project.name)));
    rmSync(cwd, { recursive: true, force: true });
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Prints the outcome of one step, and returns whether it passed. A step returns the reason if it is skipped, and throws if it fails. */
async function report(name: string, step: () => Promise<string | undefined>): Promise<boolean> {
  const start = performance.now();
  const seconds = () => ((performance.now() - start) / 1000).toFixed(1);
  try {
    const skipped = await step();
    row(name, skipped === undefined ? "passed" : "skipped", seconds(), skipped);
    if (skipped !== undefined && noSkip) failures.push(`\n${name}\nSkipped: ${skipped}`);
    return skipped === undefined;
  } catch (error) {
    row(name, "FAILED", seconds());
    failures.push(`\n${name}\n${outputOf(error)}`);
    return false;
  }
}

async function install({ name, packages, runtime }: Consumer, cwd: string, tarball: string): Promise<string | undefined> {
  if (runtime !== undefined && (process.platform !== "linux" || process.arch !== "x64"))
    return `for linux x64, and this is ${process.platform} ${process.arch}`;
  mkdirSync(cwd);
  writeJson(join(cwd, "package.json"), { name: `consumer-${name}`, private: true, devDependencies: packages });
  await npm(["install", tarball, "--save-exact", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"], { cwd, env, timeout: 300_000 });
  if (runtime === undefined) return undefined;
  try {
    await run(join(cwd, "node_modules", runtime), ["--version"], { cwd, env });
    return undefined;
  } catch (error) {
    return `${runtime} does not start here (${outputOf(error).trim().split("\n")[0]})`;
  }
}

async function check({ name, type, files, compilerOptions, compiled, commands }: Project, cwd: string): Promise<string | undefined> {
  mkdirSync(cwd);
  writeJson(join(cwd, "package.json"), { name: `project-${name}`, private: true, type });
  if (compilerOptions !== undefined) writeJson(join(cwd, "tsconfig.json"), { compilerOptions, files: compiled });
  for (const file of files) writeFileSync(join(cwd, file), program(file));
  let output = "";
  for (const [command, ...rest] of commands) {
    const { stdout } = await run(command === "node" ? process.execPath : join(cwd, command!), rest, { cwd, env, timeout: 120_000 });
    output += stdout;
  }
  return /^skipped: (.*)$/m.exec(output)?.[1];
}

/** The text of a program, converted from an ES module if there is no CommonJS one. */
function program(file: string): string {
  if (existsSync(join(programs, file))) return readFileSync(join(programs, file), "utf8");
  return transformSync(readFileSync(join(programs, file.replace(/\.cjs$/, ".mjs")), "utf8"), { format: "cjs" }).code;
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, JSON.stringify(value, undefined, 2));
}

/** Output of a failed command. */
function outputOf(error: unknown): string {
  const { stdout = "", stderr = "" } = error as { readonly stdout?: string; readonly stderr?: string };
  return `${stdout}${stderr}` || String(error);
}
