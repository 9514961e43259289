import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../scripts/generate.js";
import { plan } from "../../scripts/generate/plan.js";
import { InputError } from "../../scripts/generate/files.js";
import { rejection } from "../support/client.js";
import { addOverlay, edit, filesOf, project, type Run, run, runScript } from "../support/project.js";

const operation = (operationId: string, more = "") =>
  `{ operationId: ${operationId}, summary: x, description: x, tags: [Customers], security: [{ bearerAuth: [] }], responses: { '200': { description: x }, '400': { description: x } }${more} }`;

describe("npm run generate", () => {
  it("changes no byte of a fresh checkout, and says so", async () => {
    const folder = await project();
    const before = await filesOf(folder);

    const { code, stdout } = await run(generate, folder);

    expect(code).toBe(0);
    expect(stdout).toContain("Nothing changed.");
    expect(await filesOf(folder)).toEqual(before);
  });

  describe("with a new overlay and a file that is not compiled any more", () => {
    let folder: string;
    let outcome: Run;
    let remove: () => Promise<void>;

    beforeAll(async () => {
      folder = await project((whenDone) => {
        remove = whenDone;
      });
      await addOverlay(folder, "  - target: $.components.schemas.Address.properties\n    update: { street: { description: Where. } }");
      await writeFile(join(folder, "generated/old.d.ts"), "");
      outcome = await run(generate, folder);
    });

    afterAll(() => remove());

    it("writes what the overlay adds and says what changed for users", async () => {
      expect(outcome.code).toBe(0);
      expect(outcome.stdout).toMatch(/^Changed files: generated\/openapi\.yaml, /);
      expect(outcome.stdout).toContain("0 major, 0 minor");
      expect((await filesOf(folder))["generated/wire.d.ts"]).toContain("Where.");
    });

    it("removes the file", async () => {
      expect(outcome.stdout).toContain("generated/old.d.ts (removed)");
      expect(Object.keys(await filesOf(folder))).not.toContain("generated/old.d.ts");
    });
  });

  const badInputs: [string, (folder: string) => Promise<void>, RegExp | readonly RegExp[]][] = [
    [
      "an overlay whose target matches nothing",
      (folder) => addOverlay(folder, "  - target: $.paths['/nope'].get\n    update: { summary: x }"),
      /^openapi\/overlays\/zz\.yaml:4:13: the target \$\.paths\['\/nope'\]\.get matches nothing$/,
    ],
    [
      "targets that match only what comes after them or what was removed before",
      (folder) =>
        addOverlay(
          folder,
          [
            // The name alone does not make the schema.
            "  - target: $.components.schemas.Address\n    update: { title: Late }",
            "  - target: $.components.schemas.Late\n    update: { description: x }",
            "  - target: $.components.schemas\n    update: { Late: { type: object } }",
            "  - target: $.components.schemas.Address.properties.zip\n    remove: true",
            "  - target: $.components.schemas.Late\n    update: { title: x }",
            "  - target: $.components.schemas.Address.properties.zip\n    update: { description: x }",
            "  - target: $.components.schemas.Address\n    update: { properties: { zip: { format: wm-text } } }",
            "  - target: $.components.schemas.Address.properties.zip\n    update: { title: x }",
          ].join("\n"),
        ),
      /^openapi\/overlays\/zz\.yaml:6:13: the target \$\.components\.schemas\.Late matches nothing\nopenapi\/overlays\/zz\.yaml:14:13: the target \$\.components\.schemas\.Address\.properties\.zip matches nothing$/,
    ],
    [
      "a target gone because the base renamed a path",
      (folder) => edit(folder, "openapi/base.yaml", (text) => text.replace("/services/next-pickup:", "/services/following-pickup:")),
      /services\.yaml:\d+:13: the target \$\.paths\['\/customers\/\{customerId\}\/services\/next-pickup'\]\.get matches nothing; did you mean \/customers\/\{customerId\}\/services\/following-pickup \(openapi\/base\.yaml:\d+:3\)\?/,
    ],
    [
      "a target gone because the base renamed a parameter of an operation",
      (folder) => edit(folder, "openapi/base.yaml", (text) => text.replace("name: line_of_business", "name: business_line")),
      /services\.yaml:\d+:13: the target .*line_of_business'\] matches nothing; did you mean business_line \(openapi\/base\.yaml:\d+:\d+\)\?/,
    ],
    [
      "an entry whose shared parameter the base renamed",
      (folder) =>
        edit(folder, "openapi/base.yaml", (text) =>
          text.replace("    CustomerId:\n", "    CustomerNumber:\n").replaceAll("parameters/CustomerId'", "parameters/CustomerNumber'"),
        ),
      /common\.yaml:\d+:7: the overlay adds to components\.parameters\.CustomerId, which neither the base nor an overlay describes; did you mean CustomerNumber \(openapi\/base\.yaml:\d+:5\)\?/,
    ],
    [
      "a target gone because the base renamed a schema",
      (folder) => edit(folder, "openapi/base.yaml", (text) => text.replaceAll("ErrorResponse", "ErrorAnswer")),
      /statuses-and-errors\.yaml:\d+:13: the target \$\.components\.schemas\.ErrorResponse matches nothing; did you mean ErrorAnswer \(openapi\/base\.yaml:\d+:5\)\?/,
    ],
    [
      "a duplicate operationId",
      (folder) => addOverlay(folder, `  - target: $.paths\n    update:\n      /x:\n        get: ${operation("getBalance")}`),
      /^openapi\/overlays\/zz\.yaml:7:9: the operation GET \/x is described by openapi\/base\.yaml:\d+:\d+ too \(there: GET \/customers\/\{customerId\}\/balance, operationId getBalance\): remove/,
    ],
    [
      "a duplicate operationId in overlays alone",
      (folder) =>
        addOverlay(
          folder,
          `  - target: $.paths\n    update:\n      /x:\n        get: ${operation("getX", ", x-wm-facade: x")}\n      /y:\n        get: ${operation("getX", ", x-wm-facade: y")}`,
        ),
      /^openapi\/overlays\/zz\.yaml:9:\d+: the operation GET \/y is described by openapi\/overlays\/zz\.yaml:7:\d+ too \(there: GET \/x, operationId getX\): remove/,
    ],
    [
      "a duplicate façade name",
      (folder) => addOverlay(folder, `  - target: $.paths\n    update:\n      /x:\n        get: ${operation("getX", ", x-wm-facade: customer.balance")}`),
      /^openapi\/overlays\/zz\.yaml:7:\d+: the façade method customer\.balance is taken by getBalance \(openapi\/overlays\/invoices-and-balance\.yaml:\d+:\d+\): give each/,
    ],
    [
      "an unknown wm- format",
      (folder) => addOverlay(folder, "  - target: $.components.schemas.Address.properties.zip\n    update: { format: wm-identifer }"),
      /^openapi\/overlays\/zz\.yaml:5:\d+: the format wm-identifer is unknown; did you mean wm-identifier\?/,
    ],
    [
      "path parameters that are found nowhere",
      async (folder) => {
        await edit(folder, "openapi/overlays/services.yaml", (text) => text.replace(/( {8}example: '000000002'\n) +x-wm-found-in: .*\n/, "$1"));
        await edit(folder, "openapi/overlays/common.yaml", (text) => text.replace("operationId: getCustomerOverview", "operationId: getOverview"));
        await edit(folder, "openapi/overlays/cases-and-tickets.yaml", (text) => text.replace("field: case_id }", "field: number }"));
      },
      [
        /^openapi\/overlays\/services\.yaml:\d+:\d+: the path parameter serviceId needs x-wm-found-in.*\{ operationId: listServices, list: services, field: id \}/m,
        /^openapi\/overlays\/common\.yaml:\d+:\d+: the path parameter customerId is found in getOverview, which is not an operation/m,
        /^openapi\/overlays\/cases-and-tickets\.yaml:\d+:\d+: the path parameter caseId is found in cases\[\*\]\.number, which listCases does not declare/m,
      ],
    ],
    [
      "query parameters with one name in camelCase",
      (folder) =>
        addOverlay(
          folder,
          `  - target: $.paths\n    update:\n      /x:\n        get: ${operation("getX", ", x-wm-facade: x, parameters: [{ name: from_date, in: query, description: x, schema: { type: string } }, { name: fromDate, in: query, description: x, schema: { type: string } }]")}`,
        ),
      /^openapi\/overlays\/zz\.yaml:7:\d+: the query parameter fromDate has the same name in camelCase as from_date: give it an x-wm-parameter$/,
    ],
    [
      "a 200 whose schema has no name",
      (folder) =>
        addOverlay(
          folder,
          `  - target: $.paths\n    update:\n      /x:\n        get: ${operation("getX", ", x-wm-facade: x").replace("'200': {", "'200': { content: { application/json: { schema: { type: object } } },")}`,
        ),
      /^openapi\/overlays\/zz\.yaml:7:\d+: the schema of the 200 of getX needs a name: move it to components\.schemas/,
    ],
    [
      "an unresolvable $ref",
      (folder) =>
        addOverlay(folder, "  - target: $.components.schemas\n    update: { X: { type: object, properties: { a: { $ref: '#/components/schemas/Adress' } } } }"),
      /^openapi\/overlays\/zz\.yaml:5:\d+: the \$ref "#\/components\/schemas\/Adress" does not resolve in the merged spec; did you mean Address \(openapi\/base\.yaml:\d+:5\)\?$/,
    ],
    [
      "a $ref to a file",
      (folder) => addOverlay(folder, "  - target: $.components.schemas\n    update: { X: { $ref: './nope.yaml' } }"),
      /^openapi\/overlays\/zz\.yaml:5:\d+: the \$ref "\.\/nope\.yaml" leads out of the file/,
    ],
    [
      "an unresolvable $ref in the base",
      (folder) => edit(folder, "openapi/base.yaml", (text) => text.replace("#/components/schemas/InvoiceList", "#/components/schemas/Nope")),
      /^openapi\/base\.yaml:\d+:\d+: the \$ref "#\/components\/schemas\/Nope" does not resolve/,
    ],
    [
      "a $ref to a file in the base",
      (folder) => edit(folder, "openapi/base.yaml", (text) => text.replace("#/components/schemas/InvoiceList", "file:///etc/hostname")),
      /^openapi\/base\.yaml:\d+:\d+: the \$ref "file:\/\/\/etc\/hostname" leads out of the file/,
    ],
    [
      "invalid YAML in an overlay",
      (folder) => addOverlay(folder, "  - target: $.paths\n   update: ["),
      /^openapi\/overlays\/zz\.yaml:\d+:\d+: this is not valid YAML/,
    ],
    [
      "invalid YAML in the base",
      (folder) => edit(folder, "openapi/base.yaml", (text) => `${text}\n  - bad: [`),
      /^openapi\/base\.yaml:\d+:\d+: this is not valid YAML/,
    ],
    ["invalid YAML in redocly.yaml", (folder) => edit(folder, "redocly.yaml", (text) => `${text}\n- x`), /^redocly\.yaml:\d+:\d+: this is not valid YAML/],
    [
      "a target that is not a JSONPath",
      (folder) => addOverlay(folder, "  - target: $.paths[\n    update: {}"),
      /^openapi\/overlays\/zz\.yaml:4:13: the target \$\.paths\[ is not a JSONPath/,
    ],
    [
      "an update that cannot be merged",
      (folder) => addOverlay(folder, "  - target: $.paths['/customers'].get\n    update: { tags: { x: 1 }, summary: [x] }"),
      /^openapi\/overlays\/zz\.yaml:5:13: Cannot apply/,
    ],
    [
      "an example that its schema does not allow, and a misspelt key of an overlay",
      (folder) => addOverlay(folder, "  - target: $..examples.sample.value.tickets[0]\n    update: { site_name: 5 }\n    extend: 1"),
      [/openapi\/overlays\/.*yaml:\d+:\d+: .*no-invalid-media-type-examples/, /^openapi\/overlays\/zz\.yaml:6:13: Property `extend` is not expected here/m],
    ],
    [
      "an overlay that redocly.yaml does not apply",
      (folder) => addOverlay(folder, "  - target: $.info\n    update: { summary: x }", false),
      /^redocly\.yaml:\d+:\d+: .*openapi\/overlays\/zz\.yaml/s,
    ],
    ["an action that does nothing", (folder) => addOverlay(folder, "  - target: $.info"), /^openapi\/overlays\/zz\.yaml:4:\d+: an action needs/],
    ["a folder of overlays that is missing", (folder) => rm(join(folder, "openapi/overlays"), { recursive: true }), /^openapi\/overlays: cannot be read/],
    ["a base that is missing", (folder) => rm(join(folder, "openapi/base.yaml")), /^openapi\/base\.yaml: cannot be read/],
    [
      "a schema that the base describes too",
      (folder) => edit(folder, "openapi/base.yaml", (text) => text.replace("  schemas:\n", "  schemas:\n    Metadata:\n      type: string\n")),
      /^openapi\/overlays\/common\.yaml:\d+:7: components\.schemas\.Metadata is described by openapi\/base\.yaml:\d+:5 too: if both mean the same, remove Metadata from the overlay; if not, rename it there$/,
    ],
    [
      "an operation that the base describes too",
      (folder) =>
        edit(folder, "openapi/base.yaml", (text) => text.replace("paths:\n", `paths:\n  /customers/{id}/profiles:\n    get: ${operation("getProfiles")}\n`)),
      /^openapi\/overlays\/profiles-and-preferences\.yaml:\d+:\d+: the operation GET \/customers\/\{customerId\}\/profiles is described by openapi\/base\.yaml:38:5 too \(there: GET \/customers\/\{id\}\/profiles, operationId getProfiles\): remove the entry/,
    ],
    [
      "a format of a field to which the base gives one",
      (folder) => addOverlay(folder, "  - target: $.components.schemas.InvoiceSummary.properties.dueDate\n    update: { format: wm-date }"),
      /^openapi\/overlays\/zz\.yaml:5:23: openapi\/base\.yaml:\d+:\d+ has the format date: use x-wm-format in the overlay$/,
    ],
    [
      "a schema of an answer that the base gives too",
      (folder) =>
        edit(folder, "openapi/base.yaml", (text) =>
          text.replace(
            /(operationId: listPlannedServices[\s\S]*?description: Success\n)/,
            "$1          content: { application/json: { schema: { type: object } } }\n",
          ),
        ),
      /^openapi\/overlays\/services\.yaml:\d+:\d+: openapi\/base\.yaml:\d+:\d+ has a schema for this already \(type\): remove `\$ref` and what belongs to it from the overlay$/m,
    ],
  ];

  it.each(badInputs)("stops at %s, says where it is and leaves every file as it was", async (_, spoil, message) => {
    const folder = await project();
    await spoil(folder);
    const before = await filesOf(folder);

    const error = (await rejection(plan(folder))) as InputError;

    expect(error).toBeInstanceOf(InputError);
    for (const pattern of [message].flat()) expect(error.message).toMatch(pattern);
    expect(error.message).not.toContain(folder);
    expect(error.message).not.toContain("generated/");
    expect(await filesOf(folder)).toEqual(before);
  });

  it("names what to remove where the base describes an operation of an overlay", async () => {
    const folder = await project();
    await edit(folder, "openapi/base.yaml", (text) =>
      text.replace("paths:\n", `paths:\n  /customers/{customerId}/profiles:\n    get: ${operation("listProfiles")}\n`),
    );

    const error = (await rejection(plan(folder))) as InputError;

    expect(error.message).toMatch(
      /^openapi\/overlays\/profiles-and-preferences\.yaml:\d+:\d+: the operation GET \/customers\/\{customerId\}\/profiles is described by openapi\/base\.yaml:38:5 too: remove from the overlay what the base has: operationId, summary, description, tags, security, responses$/,
    );
  });

  it("prints the overlay entry and the method for an operation that has none, and takes them", async () => {
    const folder = await project();
    const added = `paths:
  /customers/{customerId}/services/{serviceId}/trucks/{truckId}:
    get:
      operationId: getTruck
      summary: Get Truck
      description: Gets a truck.
      tags: [Services]
      parameters:
        - $ref: '#/components/parameters/CustomerId'
        - { name: serviceId, in: path, required: true, description: x, schema: { type: string } }
        - { name: truckId, in: path, required: true, description: x, schema: { type: string } }
        - { name: since, in: query, description: x, schema: { type: string } }
      security: [{ bearerAuth: [] }]
      responses:
        '200': { description: Success, content: { application/json: { schema: { $ref: '#/components/schemas/CustomerOverview' } } } }
        '401': { $ref: '#/components/responses/Unauthorized' }
`;
    await edit(folder, "openapi/base.yaml", (text) => text.replace("paths:\n", added));

    const { code, stderr } = await run(generate, folder);

    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^openapi\/base\.yaml:\d+:\d+: getTruck \(GET \/customers\/\{customerId\}\/services\/\{serviceId\}\/trucks\/\{truckId\}\) has no façade method/,
    );
    expect(stderr).toContain("openapi/overlays/services.yaml");
    expect(stderr).toContain("src/resources/services.ts");
    expect(stderr).toContain(
      '  trucks(serviceId: string, truckId: string, query?: GetTruckQuery, options?: RequestOptions): WmPromise<CustomerOverview> {\n    return this.send("GET /customers/{customerId}/services/{serviceId}/trucks/{truckId}", { path: { serviceId, truckId }, query }, options);\n  }',
    );

    const entry = stderr.split("\n").filter((line) => /^ {2}(- target| {2})/.test(line) && !line.includes("return this.send"));
    await addOverlay(folder, entry.join("\n"));

    const facade = (await plan(folder)).find(({ file }) => file === "generated/facade.d.ts");

    expect(facade?.after).toContain('getTruck: "customer.services.trucks";');
  });

  it("prints what is wrong without a stack trace, and fails", async () => {
    const folder = await project();
    await addOverlay(folder, "  - target: $.info");

    const { code, stdout, stderr } = await runScript(folder, "scripts/generate.ts");

    expect(stderr).toBe("openapi/overlays/zz.yaml:4:5: an action needs an `update`, a `copy` or `remove: true`\n\nNo files were written.\n");
    expect(stdout).toBe("");
    expect(code).toBe(1);
  });

  it("--check fails with a readable diff when generated/ is stale, and does not mend it", async () => {
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

  it("prints its usage for an argument that it does not know", async () => {
    const { code, stderr } = await run(generate, await project(), "--chek");

    expect(code).toBe(2);
    expect(stderr).toContain("--check");
  });
});
