/**
 * `npm run release:check`: checks that the version is a large enough step from the last tag for the changes of the merged spec. `npm version`
 * runs it first.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describeSpecChange } from "./generate/spec-change.js";
import { lastRelease, tooSmallStep } from "./generate/version-step.js";
import { inWorkspace } from "./generate/workspace.js";

const mergedFile = "generated/openapi.yaml";
const root = process.cwd();
const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 100_000_000 });

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };
const next = process.env.npm_new_version ?? version;
const last = lastRelease(git("tag", "--list").split("\n"), next);
const change = last === undefined ? undefined : await changeSince(`v${last}`);
const problem = last !== undefined && change !== undefined ? tooSmallStep(last, next, change) : undefined;
if (problem !== undefined) console.error(problem);
else console.log(`${next} can follow ${last ?? "nothing: it is the first release"}.`);
process.exitCode = problem === undefined ? 0 : 1;

/** The largest change of the merged spec since a tag. */
async function changeSince(tag: string) {
  return inWorkspace(async (workspace) => {
    const before = join(workspace, "before.yaml");
    writeFileSync(before, git("show", `${tag}:${mergedFile}`));
    return (await describeSpecChange(root, before, mergedFile)).bump;
  });
}
