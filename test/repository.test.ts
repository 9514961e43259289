import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly name?: string; readonly uses?: string; readonly run?: string; readonly with?: object }[];
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const github = fileURLToPath(new URL("../.github/", import.meta.url));
const text = (file: string) => readFile(join(github, file), "utf8");

describe("every workflow", () => {
  it("pins each action by commit, with its version in a comment", async () => {
    const files = await readdir(join(github, "workflows"));
    const texts = await Promise.all(files.map((file) => text(`workflows/${file}`)));
    const uses = texts.join("\n").match(/uses:.*/g) ?? [];

    expect(uses.length).toBeGreaterThan(10);
    expect(uses.filter((line) => !/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it("withholds the token of the repository from the code of the project", async () => {
    for (const file of await readdir(join(github, "workflows"))) {
      const { jobs } = parse(await text(`workflows/${file}`)) as Workflow;
      const checkouts = Object.values(jobs).flatMap(({ steps }) => steps.filter(({ uses }) => uses?.startsWith("actions/checkout@")));

      for (const checkout of checkouts) expect(checkout.with).toMatchObject({ "persist-credentials": false });
    }
  });
});

describe("the release workflow", () => {
  it("gives the right to publish only to a job that runs no code of the project", async () => {
    const { permissions, jobs } = parse(await text("workflows/release.yml")) as Workflow;

    expect(permissions).toEqual({});
    expect(jobs.build!.permissions).toEqual({ contents: "read" });
    expect(jobs.publish!.permissions).toEqual({ "id-token": "write" });
    expect(jobs.publish!.steps.map(({ uses, run }) => uses?.split("@")[0] ?? run)).toEqual([
      "actions/setup-node",
      "actions/download-artifact",
      "npm publish ./*.tgz --ignore-scripts --provenance --access public",
    ]);
  });

  it.skipIf(process.platform === "win32")("fills in repository, homepage and bugs from the repository in which it runs", async () => {
    const { jobs } = parse(await text("workflows/release.yml")) as Workflow;
    const step = jobs.build!.steps.find(({ name }) => name === "Fill in repository, homepage and bugs")!;
    const folder = await mkdtemp(join(tmpdir(), "wm-workflow-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, "package.json"), '{ "name": "any", "version": "1.0.0" }');

    const env = { ...process.env, GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "owner/name" };
    await promisify(execFile)("bash", ["-e", "-c", step.run!], { cwd: folder, env });

    expect(JSON.parse(await readFile(join(folder, "package.json"), "utf8"))).toEqual({
      name: "any",
      version: "1.0.0",
      repository: { type: "git", url: "git+https://github.com/owner/name.git" },
      homepage: "https://github.com/owner/name#readme",
      bugs: { url: "https://github.com/owner/name/issues" },
    });
  });
});
