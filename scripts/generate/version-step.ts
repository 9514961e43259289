import semver from "semver";

/** The highest release before `version` among tags such as `v1.2.3`. Other tags are ignored. */
export function lastRelease(tags: readonly string[], version: string): string | undefined {
  const releases = tags.filter((tag) => /^v\d+\.\d+\.\d+$/.test(tag) && semver.lt(tag, version));
  return semver.rsort(releases)[0]?.slice(1);
}

/** Why `next` is too small a step from `last` for the largest change of the merged spec; undefined if it is not. */
export function tooSmallStep(last: string, next: string, change: "major" | "minor" | "patch"): string | undefined {
  // Before 1.0.0 a breaking change is a minor release: npm reads ^0.1.0 as below 0.2.0.
  const step = change === "major" && semver.major(last) === 0 ? "minor" : change;
  const least = semver.inc(last, step)!;
  return semver.gte(next, least) ? undefined : `${next} is too small a step from ${last}: the merged spec has ${change} changes, so at least ${least} is due`;
}
