import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Command, type Output, runIfMain } from "./command.js";
import { changelogEntry, lastRelease, refusals } from "./pipeline/release.js";
import { describeSpecChange, type SpecChange } from "./pipeline/spec-change.js";
import { inWorkspace } from "./pipeline/workspace.js";

const usage = `npm run release             checks that this commit can be released, and tags it; pushing the tag publishes it
npm run release -- --check  checks only`;

const mergedFile = "generated/openapi.yaml";

/** Git's output. It may be a whole spec. */
async function git(root: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)("git", args, { cwd: root, maxBuffer: 100_000_000 });
  return stdout;
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

/** The changes of the merged spec since a release. */
async function specChangeSince(root: string, tag: string): Promise<SpecChange> {
  return inWorkspace(async (workspace) => {
    const before = join(workspace, "before.yaml");
    await writeFile(before, await git(root, "show", `${tag}:${mergedFile}`));
    return describeSpecChange(root, before, mergedFile);
  });
}

async function tagRelease(root: string, checkOnly: boolean, output: Output): Promise<number> {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { readonly version: string };
  const changelog = await readFile(join(root, "CHANGELOG.md"), "utf8");
  const tags = linesOf(await git(root, "tag", "--list"));
  const tag = `v${version}`;
  const last = lastRelease(tags, version);
  const change = last === undefined ? undefined : await specChangeSince(root, `v${last}`);
  const dirty = linesOf(await git(root, "status", "--porcelain")).map((line) => line.slice(3));
  const reasons = [
    ...refusals({ version, last, asked: change?.bump, dirty, changelog }),
    ...(!checkOnly && tags.includes(tag) ? [`${tag} is tagged already`] : []),
  ];
  if (change !== undefined) output.log(`The merged spec since v${last}:\n\n${change.report.join("\n")}\n`);
  if (reasons.length > 0) {
    output.error(`No release:\n${reasons.map((reason) => `  ${reason}`).join("\n")}`);
    return 1;
  }
  if (checkOnly) {
    output.log(`${version} can be released.`);
    return 0;
  }
  await git(root, "tag", "--annotate", "--cleanup=whitespace", tag, "--message", `${version}\n\n${changelogEntry(changelog, version)}`);
  output.log(`${tag} is tagged. To publish it: git push origin ${tag}`);
  return 0;
}

export const release: Command = async (root, args, output) => {
  if (args.length === 0) return tagRelease(root, false, output);
  if (args.length === 1 && args[0] === "--check") return tagRelease(root, true, output);
  output.error(usage);
  return 2;
};

await runIfMain(import.meta.url, release);
