import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import semver from "semver";
import { defineCommand } from "./command.js";
import { mergedFile } from "./generate/merged/spec.js";
import { compareSpecs } from "./generate/report/spec-change.js";

/** The highest release before `version` among tags such as `v1.2.3`. Other tags are ignored. */
export function lastRelease(tags: readonly string[], version: string): string | undefined {
  const releases = tags.filter((tag) => /^v\d+\.\d+\.\d+$/.test(tag) && semver.lt(tag, version));
  return semver.rsort(releases)[0]?.slice(1);
}

/** Error message if `next` is too small a step from `last` for the largest change of the merged spec. */
export function tooSmallStep(last: string, next: string, change: "major" | "minor" | "patch"): string | undefined {
  // Before 1.0.0 a breaking change is a minor release: npm reads ^0.1.0 as below 0.2.0.
  const step = change === "major" && semver.major(last) === 0 ? "minor" : change;
  const least = semver.inc(last, step)!;
  return semver.gte(next, least) ? undefined : `${next} is too small a step from ${last}: the merged spec has ${change} changes, so at least ${least} is due`;
}

await defineCommand(import.meta.url, {
  usage: "npm run preversion  compares the version with the last tag and the changes of the merged spec since; `npm version` runs it first",
  async run(root, { others }, output) {
    if (others.length > 0) return 2;
    const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 100_000_000 });
    const read = (file: string) => readFileSync(join(root, file), "utf8");
    const { version } = JSON.parse(read("package.json")) as { readonly version: string };
    const next = process.env.npm_new_version ?? version;
    const last = lastRelease(git("tag", "--list").split("\n"), next);
    const bump = last && (await compareSpecs(root, git("show", `v${last}:${mergedFile}`), read(mergedFile))).bump;
    const problem = last && bump && tooSmallStep(last, next, bump);
    if (problem) output.error(problem);
    else output.log(`${next} can follow ${last ?? "nothing: it is the first release"}.`);
    return problem ? 1 : 0;
  },
});
