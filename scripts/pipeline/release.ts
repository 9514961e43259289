import type { SpecChange } from "./spec-change.js";

/** What is looked at before a release. */
export interface ReleaseState {
  /** The version in package.json. */
  readonly version: string;
  /** The last released version before it; undefined for the first release. */
  readonly last: string | undefined;
  /** The release that the changes of the merged spec since then ask for. */
  readonly asked: SpecChange["bump"];
  /** Files that are changed or not known to git. */
  readonly dirty: readonly string[];
  readonly changelog: string;
}

type Bump = NonNullable<SpecChange["bump"]>;
type Version = readonly [major: number, minor: number, patch: number];

const bumps: readonly Bump[] = ["major", "minor", "patch"];

function parseVersion(text: string): Version | undefined {
  const [, major, minor, patch] = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(text) ?? [];
  return major === undefined ? undefined : [Number(major), Number(minor), Number(patch)];
}

/** The highest version among tags such as `v1.2.3` that is not `except`. Other tags are no releases. */
export function lastRelease(tags: readonly string[], except: string): string | undefined {
  const versions = tags.filter((tag) => tag.startsWith("v")).map((tag) => tag.slice(1));
  return versions
    .filter((version) => version !== except && parseVersion(version) !== undefined)
    .sort(compareVersions)
    .at(-1);
}

function compareVersions(one: string, other: string): number {
  const [left, right] = [parseVersion(one)!, parseVersion(other)!];
  const index = left.findIndex((part, at) => part !== right[at]);
  return index === -1 ? 0 : left[index]! - right[index]!;
}

/** What kind of step leads from one version to a later one; undefined where the other is not the next of any kind. */
export function bumpBetween(from: string, to: string): Bump | undefined {
  const next = nextVersions(from);
  return bumps.find((bump) => next[bump] === to);
}

function nextVersions(from: string): Readonly<Record<Bump, string>> {
  const [major, minor, patch] = parseVersion(from) ?? [0, 0, 0];
  return { major: `${major + 1}.0.0`, minor: `${major}.${minor + 1}.0`, patch: `${major}.${minor}.${patch + 1}` };
}

/** Before 1.0.0 a change that breaks users is a minor release: that is how npm reads `^0.1.0`. */
function leastBump(last: string, asked: Bump): Bump {
  return asked === "major" && last.startsWith("0.") ? "minor" : asked;
}

/** What the changelog says of a version; undefined where it says nothing. */
export function changelogEntry(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split(/[\s(]/)[0]?.replace(/^\[|\]$/g, "") === version);
  return section?.slice(section.indexOf("\n") + 1).trim() || undefined;
}

/** Why there is to be no release, a reason for each line. Empty when there is none. */
export function refusals({ version, last, asked, dirty, changelog }: ReleaseState): string[] {
  return [
    ...(dirty.length > 0 ? [`the working tree is not clean: ${dirty.join(", ")}`] : []),
    ...versionRefusals(version, last, asked),
    ...(changelogEntry(changelog, version) === undefined ? [`CHANGELOG.md has no entry under "## ${version}"`] : []),
  ];
}

function versionRefusals(version: string, last: string | undefined, asked: SpecChange["bump"]): string[] {
  if (parseVersion(version) === undefined) return [`the version ${version} in package.json is not of the form 1.2.3`];
  if (last === undefined) return [];
  const bump = bumpBetween(last, version);
  const next = nextVersions(last);
  if (bump === undefined) return [`${version} does not follow ${last}: ${next.patch}, ${next.minor} or ${next.major} would`];
  const least = leastBump(last, asked ?? "patch");
  if (bumps.indexOf(bump) <= bumps.indexOf(least)) return [];
  const why = `the merged spec has changes since ${last} that ask for a ${asked} release`;
  return [`${version} is a ${bump} release, but ${why}${asked === least ? "" : `, which is a ${least} one before 1.0.0`}: it must be ${next[least]} at least`];
}
