import { execFile } from "node:child_process";
import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { npm } from "./npm.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));

/** What the tarball is made from. */
const inputs = [
  "docs",
  "src",
  "generated",
  "scripts/build.ts",
  "package.json",
  "tsconfig.json",
  "tsconfig.build.json",
  "README.md",
  "LICENSE",
  "CHANGELOG.md",
  "SECURITY.md",
  "SUPPORT.md",
];

/** Builds and packs a copy of the project in an empty folder, so that nothing is left in the work tree. Gives the tarball and what is in it. */
export async function packIn(folder: string): Promise<{ readonly tarball: string; readonly files: readonly string[] }> {
  for (const input of inputs) cpSync(join(root, input), join(folder, input), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  await run(process.execPath, ["--import", "tsx/esm", "scripts/build.ts"], { cwd: folder });
  const stdout = await npm(["pack", "--json", "--ignore-scripts"], { cwd: folder });
  const answer: unknown = JSON.parse(stdout);
  // A list, or with npm 12 an object.
  const [packed] = Object.values(answer as Record<string, { filename: string; files: { path: string }[] }>);
  return { tarball: join(folder, packed!.filename), files: packed!.files.map(({ path }) => path) };
}
