import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { bumpBetween, changelogEntry, lastRelease, refusals, type ReleaseState } from "../../scripts/pipeline/release.js";
import { release } from "../../scripts/release.js";
import { root, run, runScript } from "../support/project.js";

const ready: ReleaseState = {
  version: "1.3.0",
  last: "1.2.3",
  asked: "minor",
  dirty: [],
  changelog: "# Changelog\n\n## 1.3.0\n\n- New.\n\n## 1.2.3\n\n- Old.\n",
};

describe("the last release", () => {
  it("is the highest version, by number and not by letter, whatever else is tagged", () => {
    expect(lastRelease(["v0.9.0", "v0.10.0", "v0.2.11", "v9", "nightly", "v2.0.0-beta.1"], "1.0.0")).toBe("0.10.0");
  });

  it("is not the one that is being made", () => {
    expect(lastRelease(["v0.1.0", "v0.2.0"], "0.2.0")).toBe("0.1.0");
    expect(lastRelease(["v0.1.0"], "0.1.0")).toBeUndefined();
  });
});

it.each([
  ["1.2.3", "1.2.4", "patch"],
  ["1.2.3", "1.3.0", "minor"],
  ["1.2.3", "2.0.0", "major"],
  ["1.2.3", "1.2.3", undefined],
  ["1.2.3", "1.2.5", undefined],
  ["1.2.3", "1.3.1", undefined],
  ["1.2.3", "1.2.2", undefined],
])("the step from %s to %s is %s", (from, to, bump) => {
  expect(bumpBetween(from, to)).toBe(bump);
});

describe("the changelog's entry", () => {
  it("is what stands under the version", () => {
    expect(changelogEntry(ready.changelog, "1.2.3")).toBe("- Old.");
    expect(changelogEntry("## [1.2.3] - 2026-01-01\n\n- Old.\n", "1.2.3")).toBe("- Old.");
  });

  it("is missing for an empty section and for another version", () => {
    expect(changelogEntry("## 1.2.3\n\n## 1.2.2\n\n- Old.", "1.2.3")).toBeUndefined();
    expect(changelogEntry("## 1.2.30\n\n- Other.", "1.2.3")).toBeUndefined();
  });
});

describe("a release", () => {
  it.each<[string, Partial<ReleaseState>]>([
    ["the step that the spec asks for", {}],
    ["a larger step than that", { asked: "patch" }],
    ["a spec without a change", { asked: undefined }],
    ["the first one", { last: undefined, asked: undefined }],
    ["a minor step before 1.0.0 for a change that breaks users", { version: "0.2.0", last: "0.1.0", asked: "major", changelog: "## 0.2.0\n\n- New." }],
  ])("is made for %s", (_, state) => {
    expect(refusals({ ...ready, ...state })).toEqual([]);
  });

  it.each<[string, Partial<ReleaseState>, RegExp]>([
    ["a tree that is not clean", { dirty: ["src/index.ts"] }, /^the working tree is not clean: src\/index\.ts$/],
    ["too small a step", { asked: "major" }, /^1\.3\.0 is a minor release, but .* ask for a major release: it must be 2\.0\.0 at least$/],
    ["too small a step before 1.0.0", { version: "0.1.1", last: "0.1.0", asked: "major", changelog: "## 0.1.1\n\n- x" }, /it must be 0\.2\.0 at least$/],
    ["a version that is released", { last: "1.3.0" }, /^1\.3\.0 does not follow 1\.3\.0: 1\.3\.1, 1\.4\.0 or 2\.0\.0 would$/],
    ["a version that leaves one out", { last: "1.1.0" }, /^1\.3\.0 does not follow 1\.1\.0/],
    ["a version that is none", { version: "1.3", changelog: "## 1.3\n\n- x" }, /^the version 1\.3 in package\.json is not of the form/],
    ["a version that the changelog does not know", { changelog: "# Changelog\n" }, /^CHANGELOG\.md has no entry under "## 1\.3\.0"$/],
  ])("is refused for %s", (_, state, reason) => {
    expect(refusals({ ...ready, ...state })).toEqual([expect.stringMatching(reason)]);
  });
});

describe("npm run release", () => {
  it("tags a commit that can be released and refuses one that cannot", async () => {
    const folder = await mkdtemp(join(tmpdir(), "wm-release-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", ...args], {
        cwd: folder,
        encoding: "utf8",
      });
    const edit = async (file: string, change: (text: string) => string) => writeFile(join(folder, file), change(await readFile(join(folder, file), "utf8")));
    const commit = (message: string) => {
      git("add", "--all");
      git("commit", "--quiet", "--message", message);
    };
    for (const part of ["generated", "redocly.yaml"]) await cp(join(root, part), join(folder, part), { recursive: true });
    await writeFile(join(folder, "package.json"), JSON.stringify({ version: "0.1.0" }));
    await writeFile(join(folder, "CHANGELOG.md"), "# Changelog\n\n## 0.1.0\n\n- First.\n");
    git("init", "--quiet");
    commit("First");

    const identity = { ...process.env, GIT_COMMITTER_NAME: "Test", GIT_COMMITTER_EMAIL: "test@example.com" };
    expect(await runScript(folder, "scripts/release.ts", [], identity)).toEqual({
      code: 0,
      stdout: "v0.1.0 is tagged. To publish it: git push origin v0.1.0\n",
      stderr: "",
    });
    expect(git("tag", "--list", "--format=%(contents)")).toBe("0.1.0\n\n- First.\n\n");

    // A field goes: users break.
    await edit("generated/openapi.yaml", (text) => text.replace("  /customers/{customerId}/balance:", "  /customers/{customerId}/balances:"));
    await edit("package.json", () => JSON.stringify({ version: "0.1.1" }));
    await edit("CHANGELOG.md", (text) => text.replace("## 0.1.0", "## 0.1.1\n\n- A new path.\n\n## 0.1.0"));
    const refused = await run(release, folder);

    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("the working tree is not clean: CHANGELOG.md, generated/openapi.yaml, package.json");
    expect(refused.stderr).toContain("it must be 0.2.0 at least");
    expect(git("tag", "--list").trim()).toBe("v0.1.0");

    await edit("package.json", () => JSON.stringify({ version: "0.2.0" }));
    await edit("CHANGELOG.md", (text) => text.replace("## 0.1.1", "## 0.2.0"));
    commit("Second");

    expect((await run(release, folder, "--check")).stdout).toContain("0.2.0 can be released.");
    expect(git("tag", "--list").trim()).toBe("v0.1.0");
  });
});
