import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { generate } from "../../scripts/generate.js";
import { plan } from "../../scripts/generate/plan.js";
import { addOverlay, edit, filesOf, project, run } from "../support/project.js";

it("changes no byte of a fresh checkout", async () => {
  const folder = await project();
  const before = await filesOf(folder);

  const { code, stdout } = await run(generate, folder);

  expect(code).toBe(0);
  expect(stdout).toContain("Nothing changed.");
  expect(await filesOf(folder)).toEqual(before);
});

it("writes what an overlay adds, removes files that are not compiled any more, and says what changed for users", async () => {
  const folder = await project();
  await addOverlay(folder, "  - target: $.components.schemas.Address.properties\n    update: { street: { description: Where. } }");
  await writeFile(join(folder, "generated/old.d.ts"), "");

  const { code, stdout } = await run(generate, folder);

  expect(code).toBe(0);
  expect(stdout).toMatch(/^Changed files: generated\/openapi\.yaml, .*generated\/old\.d\.ts \(removed\)/);
  expect(stdout).toContain("0 major, 0 minor");
  const after = await filesOf(folder);
  expect(after["generated/wire.d.ts"]).toContain("Where.");
  expect(after).not.toHaveProperty(["generated/old.d.ts"]);
});

it("prints the overlay entry and the method for an operation that has none, and takes them", async () => {
  const folder = await project();
  const path = "/customers/{customerId}/services/{serviceId}/trucks/{truckId}";
  const parameters = ["serviceId", "truckId"].map((name) => `{ name: ${name}, in: path, required: true, description: x, schema: { type: string } }`);
  const added = `paths:
  ${path}:
    get:
      operationId: getTruck
      summary: Get Truck
      description: Gets a truck.
      tags: [Services]
      parameters: [{ $ref: '#/components/parameters/CustomerId' }, ${parameters.join(", ")}, { name: since, in: query, description: x, schema: { type: string } }]
      security: [{ bearerAuth: [] }]
      responses:
        '200': { description: Success, content: { application/json: { schema: { $ref: '#/components/schemas/CustomerOverview' } } } }
        '401': { $ref: '#/components/responses/Unauthorized' }
`;
  await edit(folder, "openapi/base.yaml", (text) => text.replace("paths:\n", added));

  const { code, stderr } = await run(generate, folder);

  expect(code).toBe(1);
  expect(stderr.replace(/:\d+:\d+/, "")).toMatch(new RegExp(`^openapi/base\\.yaml: getTruck \\(GET ${path.replace(/[{}]/g, "\\$&")}\\) has no façade method`));
  expect(stderr).toContain("openapi/overlays/services.yaml");
  expect(stderr).toContain("src/resources/services.ts");
  expect(stderr).toContain(
    `  trucks(serviceId: string, truckId: string, query?: GetTruckQuery, options?: RequestOptions): WmPromise<CustomerOverview> {\n    return this.send("GET ${path}", { path: { serviceId, truckId }, query }, options);\n  }`,
  );

  const entry = stderr.split("\n").filter((line) => /^ {2}(- target| {2})/.test(line) && !line.includes("return this.send"));
  await addOverlay(folder, entry.join("\n"));

  const facade = (await plan(folder)).find(({ file }) => file === "generated/facade.d.ts");
  expect(facade?.after).toContain('getTruck: "customer.services.trucks";');
});

it("reports a mistake without a stack trace", async () => {
  const folder = await project();
  await addOverlay(folder, "  - target: $.info");

  expect(await run(generate, folder)).toEqual({
    code: 1,
    stdout: "",
    stderr: "openapi/overlays/zz.yaml:4:5: an action needs an `update`, a `copy` or `remove: true`\n\nNo files were written.\n",
  });
});

it("fails with a diff for --check if generated/ is stale, and writes nothing", async () => {
  const folder = await project();
  await edit(folder, "generated/wire.d.ts", (text) => text.replace("accountName?: string", "accountName?: number"));
  const before = await filesOf(folder);

  const { code, stderr } = await run(generate, folder, "--check");

  expect(code).toBe(1);
  expect(stderr).toMatch(/^-.*accountName\?: number/m);
  expect(stderr).toMatch(/^\+.*accountName\?: string/m);
  expect(stderr).toContain("npm run generate");
  expect(await filesOf(folder)).toEqual(before);
});

it("prints its usage for an unknown argument", async () => {
  const { code, stderr } = await run(generate, await project(), "--chek");

  expect(code).toBe(2);
  expect(stderr).toContain("--check");
});
