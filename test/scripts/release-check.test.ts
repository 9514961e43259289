import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { lastRelease, tooSmallStep } from "../../scripts/release-check.js";
import { npm } from "../support/npm.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

it.each([
  [["v0.9.0", "v0.10.0", "v0.2.11", "v9", "nightly", "v0.11.0-beta.1"], "1.0.0", "0.10.0"],
  [["v0.1.0", "v0.2.0", "v0.3.0"], "0.2.0", "0.1.0"],
  [["v0.1.0", ""], "0.1.0", undefined],
])("finds among the tags %j the last release before %s: %s", (tags, version, last) => {
  expect(lastRelease(tags, version)).toBe(last);
});

it.each([
  ["1.2.3", "1.2.4", "patch", undefined],
  ["1.2.3", "1.2.4", "minor", "1.2.4 is too small a step from 1.2.3: the merged spec has minor changes, so at least 1.3.0 is due"],
  ["1.2.3", "1.3.0", "minor", undefined],
  ["1.2.3", "2.0.0", "patch", undefined],
  ["1.2.3", "1.9.0", "major", "1.9.0 is too small a step from 1.2.3: the merged spec has major changes, so at least 2.0.0 is due"],
  ["0.1.0", "0.1.1", "major", "0.1.1 is too small a step from 0.1.0: the merged spec has major changes, so at least 0.2.0 is due"],
  ["0.1.0", "0.2.0", "major", undefined],
] as const)("judges the step from %s to %s with %s changes of the spec", (last, next, change, problem) => {
  expect(tooSmallStep(last, next, change)).toBe(problem);
});

it("makes npm version refuse a step that is too small for the spec, and tag a larger one", { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "wm-release-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const identity = { GIT_AUTHOR_NAME: "Test", GIT_AUTHOR_EMAIL: "t@example.com", GIT_COMMITTER_NAME: "Test", GIT_COMMITTER_EMAIL: "t@example.com" };
  const env = { ...process.env, ...identity, GIT_CONFIG_GLOBAL: join(folder, "none"), GIT_CONFIG_NOSYSTEM: "1" };
  const git = async (...args: string[]) => (await promisify(execFile)("git", args, { cwd: folder, env })).stdout.trim();
  const version = (step: string) => npm(["version", step], { cwd: folder, env });
  const script = `"${process.execPath}" "${join(root, "node_modules/tsx/dist/cli.mjs")}" "${join(root, "scripts/release-check.ts")}"`;
  for (const part of ["generated", "redocly.yaml"]) await cp(join(root, part), join(folder, part), { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "released", version: "0.1.0", scripts: { preversion: script } }));
  const commit = async () => {
    await git("add", "--all");
    await git("commit", "--quiet", "--message", "Change");
  };
  await git("init", "--quiet");
  await commit();
  await git("tag", "v0.1.0");

  // A path is renamed: a breaking change.
  const file = join(folder, "generated/openapi.yaml");
  await writeFile(file, (await readFile(file, "utf8")).replace("  /customers/{customerId}/balance:", "  /customers/{customerId}/balances:"));
  await commit();

  await expect(version("patch")).rejects.toMatchObject({ stderr: expect.stringContaining("0.1.1 is too small a step from 0.1.0") });
  expect([await git("tag", "--list"), await git("status", "--porcelain")]).toEqual(["v0.1.0", ""]);
  await version("minor");
  expect([await git("tag", "--list"), await git("status", "--porcelain")]).toEqual(["v0.1.0\nv0.2.0", ""]);
});
