import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { specUpdate } from "../../scripts/spec-update.js";
import { addOverlay, changed, filesOf, project, root, run, runScript } from "../support/project.js";
import { serve } from "../support/server.js";

const base = await readFile(`${root}openapi/base.yaml`, "utf8");

const operation = (operationId: string, more = "") =>
  `{ operationId: ${operationId}, summary: List Fleet, description: x, tags: [Customers], ${more}security: [{ bearerAuth: [] }], responses: { '200': { description: Success, content: { application/json: { schema: { $ref: '#/components/schemas/CustomerOverview' } } } }, '401': { $ref: '#/components/responses/Unauthorized' } } }`;

/** A project, and what it says of a new base beside it. */
async function update(newBase: string, prepare: (folder: string) => Promise<void> = async () => undefined, ...flags: string[]) {
  const folder = await project();
  await writeFile(join(folder, "new.yaml"), newBase);
  await prepare(folder);
  const before = await filesOf(folder);
  const outcome = await run(specUpdate, folder, ...flags, "new.yaml");
  expect(`${outcome.stdout}${outcome.stderr}`).not.toContain(folder);
  return { ...outcome, before, after: await filesOf(folder) };
}

it("takes a new base as JSON, compiles from it and lists what it changes", async () => {
  const address = "serviceAddress:\n          $ref: '#/components/schemas/Address'";
  const newBase = JSON.stringify(parse(changed(base, (text) => text.replace(address, "serviceAddress:\n          type: number\n          format: decimal"))));

  const { code, stdout, stderr, after } = await update(newBase);

  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(after["openapi/base.yaml"]).toBe(newBase);
  expect(after["generated/wire.d.ts"]).toContain("serviceAddress?: string | number;");
  expect(stdout).toContain("Changed files: openapi/base.yaml, generated/openapi.yaml, generated/wire.d.ts, generated/values.d.ts");
  expect(stdout).toMatch(/^ {2}major {2}GET \/customers {2}responses\/200\/.*serviceAddress/m);
  expect(stdout).toContain("This requires a major release.");
  expect(stdout).toContain("wm.overview()  GET /customers  changed: responses");
});

it("changes no byte for the base that is there", async () => {
  const { code, stdout, before, after } = await update(base);

  expect(code).toBe(0);
  for (const line of ["Changed files: none", "No user-visible change; no release needed.", "Façade methods affected: none"]) expect(stdout).toContain(line);
  expect(after).toEqual(before);
});

it("prints at most 40 lines, and writes nothing with --dry-run", async () => {
  const fleets = Array.from({ length: 20 }, (_, index) => index);
  const newBase = changed(base, (text) =>
    text
      .replaceAll(/^ {8}(\w+):\n {10}type: string$/gm, "        $1:\n          type: string\n          title: x")
      .replace("paths:\n", `paths:\n${fleets.map((index) => `  /fleets/${index}:\n    get: ${operation(`getFleet${index}`)}\n`).join("")}`),
  );
  const actions = fleets.map((index) => `  - target: $.paths['/fleets/${index}'].get\n    update: { x-wm-facade: fleets.get${index} }`).join("\n");

  const { code, stdout, stderr, before, after } = await update(newBase, (folder) => addOverlay(folder, actions), "--dry-run");

  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(after).toEqual(before);
  expect(stdout).toContain("Files that would change: openapi/base.yaml, generated/openapi.yaml,");
  expect(stdout.trimEnd().split("\n").length).toBeLessThanOrEqual(40);
  expect(stdout).toContain("  minor  /fleets/0: added");
  expect(stdout).toMatch(/^ {2}\.\.\. and \d+ more$/m);
  expect(stdout).toContain("This requires a minor release.");
  expect(stdout).toContain("wm.fleets.get0()  GET /fleets/0  added");
  expect(stdout).toContain("New operations need a façade method");
});

it("refuses an operation without an overlay entry, and prints the entry and the method", async () => {
  const fleet = operation("listFleet", "parameters: [{ $ref: '#/components/parameters/CustomerId' }], ");
  const newBase = base.replace("paths:\n", `paths:\n  /customers/{customerId}/fleet:\n    get: ${fleet}\n`);

  const { code, stdout, stderr, before, after } = await update(newBase);

  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^new\.yaml:38:\d+: listFleet \(GET \/customers\/\{customerId\}\/fleet\) has no façade method/);
  expect(stderr).toMatch(/^ {6}x-wm-facade: customer\.fleet$/m);
  expect(stderr).toContain("  fleet(options?: RequestOptions): WmPromise<CustomerOverview> {");
  expect(stderr).toMatch(/\n\nNo files were written\.\n$/);
  expect(after).toEqual(before);
});

it.each(["./other.yaml", "file:///etc/hostname"])("refuses a base from a URL that refers to %s", async (ref) => {
  const folder = await project();
  const before = await filesOf(folder);
  const { url } = await serve((response) => void response.end(base.replace("#/components/schemas/InvoiceList", ref)));

  const { code, stderr } = await run(specUpdate, folder, url);

  expect(code).toBe(1);
  expect(stderr).toMatch(new RegExp(`^${url}:\\d+:\\d+: the \\$ref "${ref}" leads out of the file`));
  expect(await filesOf(folder)).toEqual(before);
});

it("prints a mistake without a stack trace in a process of its own", async () => {
  const { code, stdout, stderr } = await runScript(await project(), "scripts/spec-update.ts", ["gone.yaml"]);

  expect(stderr).toBe("gone.yaml: cannot be read (ENOENT)\n\nNo files were written.\n");
  expect(stdout).toBe("");
  expect(code).toBe(1);
});

it.each([[[]], [["--dry-run"]], [["--dry", "new.yaml"]], [["a.yaml", "b.yaml"]]])("prints its usage for %j", async (args) => {
  const { code, stderr } = await run(specUpdate, root, ...args);

  expect(code).toBe(2);
  expect(stderr).toContain("npm run spec:update");
});
