import { spawn } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { apply, plan, summary } from "../../scripts/pipeline/generate.js";
import { InputError } from "../../scripts/pipeline/inputs.js";
import { rejection } from "../support/client.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const tsx = join(root, "node_modules/tsx/dist/cli.mjs");

/** A copy of the project's inputs and of what was generated from them. */
async function project(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "wm-project-"));
  onTestFinished(() => rm(copy, { recursive: true, force: true }));
  for (const part of ["openapi", "generated", "redocly.yaml", "README.md"]) await cp(join(root, part), join(copy, part), { recursive: true });
  return copy;
}

/** Adds an overlay, last in order, with these actions. */
async function addOverlay(folder: string, actions: string, listed = true): Promise<void> {
  await writeFile(join(folder, "openapi/overlays/zz.yaml"), `overlay: 1.1.0\ninfo: { title: Test, version: 0.1.0 }\nactions:\n${actions}\n`);
  if (listed) await edit(folder, "redocly.yaml", (text) => text.replace(/( +- openapi\/overlays\/)(?![\s\S]*overlays\/)(.*)/, "$1$2\n$1zz.yaml"));
}

async function edit(folder: string, file: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, file);
  const text = await readFile(path, "utf8");
  const changed = change(text);
  if (changed === text) throw new Error(`${file} is as it was`);
  await writeFile(path, changed);
}

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(folder: string, script: string, ...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [tsx, join(root, "scripts", script), ...args], { cwd: folder });
    const out = { stdout: "", stderr: "" };
    child.stdout.on("data", (text) => (out.stdout += text));
    child.stderr.on("data", (text) => (out.stderr += text));
    child.on("close", (code) => resolve({ code, ...out }));
  });
}

async function generated(folder: string): Promise<Record<string, string>> {
  const files = (await readdir(join(folder, "generated"))).sort();
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await readFile(join(folder, "generated", file), "utf8")])));
}

describe("npm run generate", () => {
  it("changes no byte of a fresh checkout, and says so", async () => {
    const folder = await project();
    const before = await generated(folder);

    const { code, stdout } = await run(folder, "generate.ts");

    expect(code).toBe(0);
    expect(stdout).toContain("Nothing changed.");
    expect(await generated(folder)).toEqual(before);
  });

  it("writes what an overlay adds and says what changed for users", async () => {
    const folder = await project();
    await addOverlay(folder, "  - target: $.components.schemas.Address.properties\n    update: { street: { description: Where. } }");

    const { code, stdout } = await run(folder, "generate.ts");

    expect(code).toBe(0);
    expect(stdout).toMatch(/generated\/openapi\.yaml {2}changed, \+1 -1 lines/);
    expect(stdout).toContain("0 major, 0 minor");
    expect((await generated(folder))["wire.d.ts"]).toContain("Where.");
  });

  it("removes a file that nothing is compiled to any more", async () => {
    const folder = await project();
    await writeFile(join(folder, "generated/old.d.ts"), "");

    const changes = await plan(folder);
    await apply(folder, changes);

    expect(changes.map(summary)).toContain("  generated/old.d.ts  removed");
    expect(Object.keys(await generated(folder))).not.toContain("old.d.ts");
  });

  const badInputs: [string, (folder: string) => Promise<void>, RegExp][] = [
    [
      "an overlay whose target matches nothing",
      (folder) => addOverlay(folder, "  - target: $.paths['/nope'].get\n    update: { summary: x }"),
      /openapi\/overlays\/zz\.yaml:4:13: the target \$\.paths\['\/nope'\]\.get matches nothing/,
    ],
    [
      "a target that matches only what comes after it",
      (folder) =>
        addOverlay(
          folder,
          "  - target: $.components.schemas.Late\n    update: { description: x }\n  - target: $.components.schemas\n    update: { Late: { type: object } }",
        ),
      /zz\.yaml:4:13: the target \$\.components\.schemas\.Late matches nothing/,
    ],
    [
      "a target that matches only what was removed before",
      (folder) =>
        addOverlay(
          folder,
          "  - target: $.components.schemas.Address.properties.zip\n    remove: true\n  - target: $.components.schemas.Address.properties.zip\n    update: { description: x }",
        ),
      /zz\.yaml:6:13: the target \$\.components\.schemas\.Address\.properties\.zip matches nothing/,
    ],
    [
      "a duplicate operationId",
      (folder) =>
        addOverlay(
          folder,
          "  - target: $.paths\n    update:\n      /x:\n        get:\n          operationId: getBalance\n          summary: x\n          description: x\n          tags: [Customers]\n          security: [{ bearerAuth: [] }]\n          responses: { '200': { description: x }, '400': { description: x } }",
        ),
      /openapi\/overlays\/zz\.yaml:\d+:\d+: Every operation must have a unique `operationId`.*~1x/,
    ],
    [
      "an unresolvable $ref",
      (folder) =>
        addOverlay(folder, "  - target: $.components.schemas\n    update: { X: { type: object, properties: { a: { $ref: '#/components/schemas/Nope' } } } }"),
      /openapi\/overlays\/zz\.yaml:5:\d+: the \$ref "#\/components\/schemas\/Nope" leads nowhere/,
    ],
    [
      "a $ref to a file that is not there",
      (folder) => addOverlay(folder, "  - target: $.components.schemas\n    update: { X: { $ref: './nope.yaml' } }"),
      /openapi\/overlays\/zz\.yaml:5:\d+: the \$ref "\.\/nope\.yaml" leads nowhere/,
    ],
    [
      "an unresolvable $ref in the base",
      (folder) => edit(folder, "openapi/base.yaml", (text) => text.replace("#/components/schemas/InvoiceList", "#/components/schemas/Nope")),
      /openapi\/base\.yaml:\d+:\d+: the \$ref "#\/components\/schemas\/Nope" leads nowhere/,
    ],
    [
      "invalid YAML in an overlay",
      (folder) => addOverlay(folder, "  - target: $.paths\n   update: ["),
      /openapi\/overlays\/zz\.yaml:\d+:\d+: this is not valid YAML/,
    ],
    [
      "invalid YAML in the base",
      (folder) => edit(folder, "openapi/base.yaml", (text) => `${text}\n  - bad: [`),
      /openapi\/base\.yaml:\d+:\d+: this is not valid YAML/,
    ],
    ["invalid YAML in redocly.yaml", (folder) => edit(folder, "redocly.yaml", (text) => `${text}\n- x`), /redocly\.yaml:\d+:\d+: this is not valid YAML/],
    ["a target that is no JSONPath", (folder) => addOverlay(folder, "  - target: $.paths[\n    update: {}"), /openapi\/overlays\/zz\.yaml:4:13/],
    [
      "an example that its schema does not allow",
      (folder) => addOverlay(folder, "  - target: $..examples.sample.value.tickets[0]\n    update: { site_name: 5 }"),
      /openapi\/overlays\/.*yaml:\d+:\d+: .*no-invalid-media-type-examples/,
    ],
    [
      "an overlay that redocly.yaml does not apply",
      (folder) => addOverlay(folder, "  - target: $.info\n    update: { summary: x }", false),
      /redocly\.yaml:\d+:\d+: .*openapi\/overlays\/zz\.yaml/s,
    ],
    ["an action that does nothing", (folder) => addOverlay(folder, "  - target: $.info"), /openapi\/overlays\/zz\.yaml:4:\d+: an action needs/],
    ["a folder of overlays that is missing", (folder) => rm(join(folder, "openapi/overlays"), { recursive: true }), /openapi\/overlays: cannot be read/],
    ["a base that is missing", (folder) => rm(join(folder, "openapi/base.yaml")), /openapi\/base\.yaml: cannot be read/],
  ];

  it.each(badInputs)("stops at %s, says where it is and leaves generated/ as it was", async (_, spoil, message) => {
    const folder = await project();
    const before = await generated(folder);
    await spoil(folder);

    const error = (await rejection(plan(folder))) as InputError;

    expect(error).toBeInstanceOf(InputError);
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain(folder);
    expect(await generated(folder)).toEqual(before);
  });

  it("prints what is wrong without a stack trace, and fails", async () => {
    const folder = await project();
    await addOverlay(folder, "  - target: $.paths['/nope'].get\n    update: { summary: x }");

    const { code, stdout, stderr } = await run(folder, "generate.ts");

    expect(stderr).toBe("openapi/overlays/zz.yaml:4:13: the target $.paths['/nope'].get matches nothing\n\nNothing was written: generated/ is as it was.\n");
    expect(stdout).toBe("");
    expect(code).toBe(1);
  });

  it("--check passes for a fresh checkout and writes nothing", async () => {
    const folder = await project();
    const { code, stdout } = await run(folder, "generate.ts", "--check");

    expect(code).toBe(0);
    expect(stdout).toContain("are what openapi/ compiles to");
  });

  it("--check fails with a readable diff when generated/ is stale, and does not mend it", async () => {
    const folder = await project();
    await edit(folder, "generated/wire.d.ts", (text) => text.replace("accountName?: string", "accountName?: number"));
    const before = await generated(folder);

    const { code, stderr } = await run(folder, "generate.ts", "--check");

    expect(code).toBe(1);
    expect(stderr).toMatch(/^-.*accountName\?: number/m);
    expect(stderr).toMatch(/^\+.*accountName\?: string/m);
    expect(stderr).toContain("npm run generate");
    expect(await generated(folder)).toEqual(before);
  });

  it("prints its usage for an argument that it does not know", async () => {
    const { code, stderr } = await run(await project(), "generate.ts", "--chek");

    expect(code).toBe(2);
    expect(stderr).toContain("--check");
  });
});

describe("npm run spec:diff", () => {
  it("rates what a new base changes for users by the release it asks for", async () => {
    const folder = await project();
    await cp(join(folder, "openapi/base.yaml"), join(folder, "old.yaml"));
    await edit(folder, "old.yaml", (text) => text.replace("accountName:\n          type: string", "accountName:\n          type: integer"));

    const { code, stdout } = await run(folder, "spec-diff.ts", "old.yaml");

    expect(code).toBe(0);
    expect(stdout).toContain("accountName");
    expect(stdout).toContain("This asks for a major release.");
  });

  it("says so when users notice nothing", async () => {
    const { code, stdout } = await run(await project(), "spec-diff.ts", "openapi/base.yaml");

    expect(code).toBe(0);
    expect(stdout).toContain("no release is asked for");
  });

  it("names a file that is not there", async () => {
    const { code, stderr } = await run(await project(), "spec-diff.ts", "gone.yaml");

    expect(code).toBe(1);
    expect(stderr).toBe("gone.yaml: cannot be read (ENOENT)\n");
  });
});
