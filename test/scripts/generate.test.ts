import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { generate } from "../../scripts/generate.js";
import { plan } from "../../scripts/generate/plan.js";
import { addOverlay, edit, filesOf, project, run } from "../support/project.js";

it("writes what an overlay adds, removes stale files, and prints what changed for users", async () => {
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

it("prints the overlay entry and the method for an operation without them, and compiles that entry", async () => {
  const folder = await project();
  const path = "/customers/{customerId}/services/{serviceId}/trucks/{truckId}";
  const ids = ["serviceId", "truckId"].map((name) => `{ name: ${name}, in: path, required: true, description: x, schema: { type: string } }`);
  const added = `
  ${path}:
    get:
      operationId: getTruck
      summary: Get Truck
      description: Gets a truck.
      tags: [Services]
      parameters: [{ $ref: '#/components/parameters/CustomerId' }, ${ids.join(", ")}, { name: since, in: query, description: x, schema: { type: string } }]
      security: [{ bearerAuth: [] }]
      responses:
        '200': { description: Success, content: { application/json: { schema: { $ref: '#/components/schemas/CustomerOverview' } } } }
        '401': { $ref: '#/components/responses/Unauthorized' }`;
  await edit(folder, "openapi/base.yaml", (text) => text.replace("paths:", `paths:${added}`));

  const { code, stderr } = await run(generate, folder);

  expect(code).toBe(1);
  expect(stderr).toMatch(/^openapi\/base\.yaml:\d+:\d+: getTruck \(GET \S+\) has no façade method/);
  expect(stderr).toContain("openapi/overlays/services.yaml");
  expect(stderr).toContain("src/resources/services.ts");
  expect(stderr).toContain(
    `  trucks(serviceId: string, truckId: string, query?: GetTruckQuery, options?: RequestOptions): WmPromise<CustomerOverview> {\n    return this.send("GET ${path}", { path: { serviceId, truckId }, query }, options);\n  }`,
  );

  await addOverlay(folder, /^ {2}- target:[\s\S]*?(?=\n\n)/m.exec(stderr)![0]);
  const facade = (await plan(folder)).find(({ file }) => file === "generated/facade.d.ts");
  expect(facade?.after).toContain('getTruck: "customer.services.trucks";');
});

/** Text that would end a comment, a template, a script or a line, or control a terminal. */
const hostile = `a */ b $\{c} \`d\` </script> \u001b[31mred\u009b \u2028 e\r\nf \\ "g" 'h' -->`;

it("compiles hostile names and texts to code that compiles, and prints them without control sequences", async () => {
  const folder = await project();
  const names = [...Object.getOwnPropertyNames(Object.prototype).filter((name) => name !== "__proto__"), "a-b", "</script>", "\u001b[31m", hostile];
  const properties = Object.fromEntries(names.map((name) => [name, { type: "string", format: "wm-text", description: hostile }]));
  const parameters = names.map((name) => ({ name, in: "query", description: hostile, schema: { type: "string", enum: ["it's", hostile] } }));
  const operation = {
    operationId: "toString",
    summary: hostile,
    description: hostile,
    tags: ["constructor"],
    "x-wm-facade": "customer.services.hostile",
    security: [{ bearerAuth: [] }],
    parameters: [{ $ref: "#/components/parameters/CustomerId" }, ...parameters],
    responses: {
      "200": { description: hostile, content: { "application/json": { schema: { $ref: "#/components/schemas/Hostile" } } } },
      "401": { $ref: "#/components/responses/Unauthorized" },
    },
  };
  const action = (target: string, update: object) => `  - target: $.${target}\n    update: ${JSON.stringify(update)}`;
  const added = [
    action("components.schemas", { Hostile: { type: "object", description: hostile, properties } }),
    action("paths", { "/customers/{customerId}/hostile": { get: operation } }),
    action("tags", { name: "constructor", description: hostile }),
  ];
  await addOverlay(folder, added.join("\n"));

  const { code, stdout, stderr } = await run(generate, folder);

  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("account.services.hostile(query?)");
  const files = ["wire", "values", "routes", "facade", "tables"].map((name) => join(folder, `generated/${name}.d.ts`));
  const program = ts.createProgram(files, { strict: true, noEmit: true, types: [], target: ts.ScriptTarget.ES2022 });
  expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([]);
  const tables = (await import(join(folder, "generated/tables.js"))) as typeof import("../../generated/tables.js");
  const { routes } = (await import(join(folder, "generated/routes.js"))) as { routes: Record<string, [string, object]> };
  expect(tables.responses.operations.toString).toEqual(Object.fromEntries(names.map((name) => [name, "t"])));
  expect(Object.values(routes["GET /customers/{customerId}/hostile"]![1])).toEqual(names);
  for (const text of Object.values(await filesOf(join(folder, "generated")))) expect(text).not.toMatch(/[\u001b\u009b]/);
  await addOverlay(folder, [...added, action("components.schemas.Hostile.properties", { "\u001b[32m": { type: "string" } })].join("\n"), false);
  const refused = await run(generate, folder);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("Hostile.\\u001b[32m: a scalar in a response needs a format");
  expect(refused.stderr).not.toMatch(/[\u001b\u009b]/);
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
