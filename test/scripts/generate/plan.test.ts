import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../scripts/generate/errors.js";
import { apply, plan } from "../../../scripts/generate/plan.js";
import { rejection } from "../../support/client.js";
import { addOverlay, edit, filesOf, project } from "../../support/project.js";

type Spoil = (folder: string) => Promise<void>;

const base = "openapi/base.yaml";
const all =
  (...spoils: readonly Spoil[]): Spoil =>
  async (folder) => {
    for (const spoil of spoils) await spoil(folder);
  };
const overlay =
  (...actions: readonly string[]): Spoil =>
  (folder) =>
    addOverlay(folder, actions.map((action) => `  - target: ${action}`).join("\n"));
const replacing =
  (file: string, ...replacements: readonly (readonly [string | RegExp, string])[]): Spoil =>
  (folder) =>
    edit(folder, file, (text) => replacements.reduce((result, [old, now]) => result.replaceAll(old, now), text));

const operation = (operationId: string, more = "") =>
  `{ operationId: ${operationId}, summary: x, description: x, tags: [Customers], security: [{ bearerAuth: [] }], responses: { '200': { description: x }, '400': { description: x } }${more} }`;

/** An overlay action that adds operations, each with its path. */
const adding = (...operations: readonly (readonly [path: string, operation: string])[]) =>
  `$.paths\n    update:\n${operations.map(([path, written]) => `      ${path}:\n        get: ${written}`).join("\n")}`;

const address = "$.components.schemas.Address";
const parameter = (name: string) => `{ name: ${name}, in: query, description: x, schema: { type: string } }`;

/** Mistakes, and the beginnings of the lines that report them. Lines and columns of other files than the overlay of the test are `*`. */
const mistakes: readonly [mistake: string, spoil: Spoil, ...lines: string[]][] = [
  ["invalid YAML in an overlay", overlay("$.paths\n   update: ["), "openapi/overlays/zz.yaml:5:1: this is not valid YAML: "],
  ["invalid YAML in the base", replacing(base, [/$(?![\s\S])/g, "\n  - bad: ["]), "openapi/base.yaml:*: this is not valid YAML: "],
  [
    "a path that the base renamed",
    replacing(base, ["/services/next-pickup:", "/services/following-pickup:"]),
    "openapi/overlays/services.yaml:*: the target $.paths['/customers/{customerId}/services/next-pickup'].get matches nothing; did you mean /customers/{customerId}/services/following-pickup (openapi/base.yaml:*)?",
  ],
  [
    "a parameter that the base renamed",
    replacing(base, ["name: line_of_business", "name: business_line"]),
    "openapi/overlays/services.yaml:*: the target $.paths['/customers/{customerId}/services'].get.parameters[?@.name=='line_of_business'] matches nothing; did you mean business_line (openapi/base.yaml:*)?",
  ],
  [
    "a shared parameter that the base renamed",
    replacing(base, ["    CustomerId:\n", "    CustomerNumber:\n"], ["parameters/CustomerId'", "parameters/CustomerNumber'"]),
    "openapi/overlays/common.yaml:*: the overlay adds to components.parameters.CustomerId, which neither the base nor an overlay describes; did you mean CustomerNumber (openapi/base.yaml:*)?",
  ],
  [
    "a schema that the base renamed",
    replacing(base, ["ErrorResponse", "ErrorAnswer"]),
    "openapi/overlays/statuses-and-errors.yaml:*: the target $.components.schemas.ErrorResponse matches nothing; did you mean ErrorAnswer (openapi/base.yaml:*)?",
  ],
  [
    "targets that match only what is added later or removed earlier",
    overlay(
      // The name alone does not make the schema.
      `${address}\n    update: { title: Late }`,
      "$.components.schemas.Late\n    update: { description: x }",
      "$.components.schemas\n    update: { Late: { type: object } }",
      `${address}.properties.zip\n    remove: true`,
      "$.components.schemas.Late\n    update: { title: x }",
      `${address}.properties.zip\n    update: { description: x }`,
      `${address}\n    update: { properties: { zip: { format: wm-text } } }`,
      `${address}.properties.zip\n    update: { title: x }`,
    ),
    "openapi/overlays/zz.yaml:6:13: the target $.components.schemas.Late matches nothing",
    `openapi/overlays/zz.yaml:14:13: the target ${address}.properties.zip matches nothing`,
  ],
  [
    "an operation of the base under its own path",
    replacing(base, ["paths:\n", `paths:\n  /customers/{customerId}/profiles:\n    get: ${operation("listProfiles")}\n`]),
    "openapi/overlays/profiles-and-preferences.yaml:*: the operation GET /customers/{customerId}/profiles is described by openapi/base.yaml:* too: remove from the overlay what the base has: operationId, summary, description, tags, security, responses",
  ],
  [
    "an operation of the base under another path parameter",
    replacing(base, ["paths:\n", `paths:\n  /customers/{id}/profiles:\n    get: ${operation("getProfiles")}\n`]),
    "openapi/overlays/profiles-and-preferences.yaml:*: the operation GET /customers/{customerId}/profiles is described by openapi/base.yaml:* too (there: GET /customers/{id}/profiles, operationId getProfiles): remove the entry from the overlay",
  ],
  [
    "a schema of the base",
    replacing(base, ["  schemas:\n", "  schemas:\n    Metadata:\n      type: string\n"]),
    "openapi/overlays/common.yaml:*: components.schemas.Metadata is described by openapi/base.yaml:* too: if both mean the same, remove Metadata from the overlay; if not, rename it there",
  ],
  [
    "what the base or another overlay describes",
    all(
      replacing(base, [
        /(operationId: listPlannedServices[\s\S]*?description: Success\n)/g,
        "$1          content: { application/json: { schema: { type: object } } }\n",
      ]),
      overlay(
        adding(["/x", operation("getBalance")], ["/y", operation("getY")], ["/z", operation("getY")]),
        "$.components.schemas.InvoiceSummary.properties.dueDate\n    update: { format: wm-date }",
      ),
    ),
    "openapi/overlays/services.yaml:*: openapi/base.yaml:* has a schema for this already (type): remove `$ref` and what belongs to it from the overlay",
    "openapi/overlays/zz.yaml:7:9: the operation GET /x is described by openapi/base.yaml:* too (there: GET /customers/{customerId}/balance, operationId getBalance): remove the entry",
    "openapi/overlays/zz.yaml:11:9: the operation GET /z is described by openapi/overlays/zz.yaml:9:9 too (there: GET /y, operationId getY): remove the entry",
    "openapi/overlays/zz.yaml:13:23: openapi/base.yaml:* has the format date: use x-wm-format in the overlay",
  ],
  [
    "an unknown wm- format",
    overlay(`${address}.properties.zip\n    update: { format: wm-identifer }`),
    "openapi/overlays/zz.yaml:5:23: the format wm-identifer is unknown; did you mean wm-identifier?",
  ],
  [
    "a façade name of another operation",
    overlay(adding(["/x", operation("getX", ", x-wm-facade: customer.balance")])),
    "openapi/overlays/zz.yaml:7:196: the façade method customer.balance is taken by getBalance (openapi/overlays/invoices-and-balance.yaml:*): give each",
  ],
  [
    "parameters without a source and without a name of their own",
    all(
      replacing("openapi/overlays/services.yaml", [/( {8}example: '000000002'\n) +x-wm-found-in: .*\n/g, "$1"]),
      replacing("openapi/overlays/common.yaml", ["operationId: getCustomerOverview", "operationId: getOverview"]),
      replacing("openapi/overlays/cases-and-tickets.yaml", ["field: case_id }", "field: number }"]),
      overlay(adding(["/x", operation("getX", `, x-wm-facade: x, parameters: [${parameter("from_date")}, ${parameter("fromDate")}]`)])),
    ),
    "openapi/overlays/services.yaml:*: the path parameter serviceId needs x-wm-found-in, which says where its values are found: `x-wm-found-in: { operationId: listServices, list: services, field: id }`",
    "openapi/overlays/common.yaml:*: the path parameter customerId is found in getOverview, which is not an operation",
    "openapi/overlays/cases-and-tickets.yaml:*: the path parameter caseId is found in cases[*].number, which listCases does not declare",
    "openapi/overlays/zz.yaml:7:286: the query parameter fromDate has the same name in camelCase as from_date: give it an x-wm-parameter",
  ],
  [
    "an unresolved $ref in an overlay",
    overlay("$.components.schemas\n    update: { X: { type: object, properties: { a: { $ref: '#/components/schemas/Adress' } } } }"),
    'openapi/overlays/zz.yaml:5:59: the $ref "#/components/schemas/Adress" does not resolve in the merged spec; did you mean Address (openapi/base.yaml:*)?',
  ],
  [
    "an unresolved $ref in the base",
    // Every object has a member of this name.
    replacing(base, ["#/components/schemas/InvoiceList", "#/components/schemas/valueOf"]),
    'openapi/base.yaml:*: the $ref "#/components/schemas/valueOf" does not resolve',
  ],
  [
    "a $ref to a file",
    overlay("$.components.schemas\n    update: { X: { $ref: './nope.yaml' } }"),
    'openapi/overlays/zz.yaml:5:26: the $ref "./nope.yaml" leads out of the file',
  ],
  ["a target that is not a JSONPath", overlay("$.paths[\n    update: {}"), "openapi/overlays/zz.yaml:4:13: the target $.paths[ is not a JSONPath"],
  [
    "an update that cannot be merged",
    overlay("$.paths['/customers'].get\n    update: { tags: { x: 1 }, summary: [x] }"),
    "openapi/overlays/zz.yaml:5:13: Cannot apply",
  ],
  [
    "an example that its schema does not allow, and a misspelt key of an overlay",
    overlay("$..examples.sample.value.tickets[0]\n    update: { site_name: 5 }", "$.info\n    update: { summary: x }\n    extend: 1"),
    "openapi/overlays/zz.yaml:5:26: Example value must conform to the schema",
    "openapi/overlays/zz.yaml:8:13: Property `extend` is not expected here",
  ],
  [
    "an overlay that redocly.yaml does not apply",
    (folder) => addOverlay(folder, "  - target: $.info\n    update: { summary: x }", false),
    "redocly.yaml:*: the overlays must be exactly the files in openapi/overlays:",
    "  - openapi/overlays/zz.yaml",
  ],
  ["an action that does nothing", overlay("$.info"), "openapi/overlays/zz.yaml:4:5: an action needs an `update`, a `copy` or `remove: true`"],
  ["a missing folder of overlays", (folder) => rm(join(folder, "openapi/overlays"), { recursive: true }), "openapi/overlays: cannot be read"],
  ["a missing base", (folder) => rm(join(folder, base)), "openapi/base.yaml: cannot be read"],
];

it.each(mistakes)("refuses %s with its place, and writes nothing", async (_, spoil, ...lines) => {
  const folder = await project();
  await spoil(folder);
  const before = await filesOf(folder);

  const error = (await rejection(plan(folder))) as InputError;

  expect(error).toBeInstanceOf(InputError);
  const reported = error.message.replace(/(?<!zz\.yaml):\d+:\d+/g, ":*").split("\n");
  for (const line of lines) expect(reported.map((text) => text.slice(0, line.length))).toContain(line);
  expect(error.message).not.toContain(folder);
  expect(error.message).not.toContain("generated/");
  expect(await filesOf(folder)).toEqual(before);
});

describe("apply", () => {
  it.each([
    ["written", { file: "nowhere/file", before: undefined, after: "other half" }],
    ["removed", { file: "openapi", before: "a folder", after: undefined }],
  ])("restores every file if one cannot be %s", async (_, impossible) => {
    const folder = await project();
    const before = await filesOf(folder);
    const changes = ["docs/operations.md", "generated/new.d.ts"].map((file) => ({ file, before: before[file], after: "half" }));

    expect(await rejection(apply(folder, [...changes, impossible]))).toBeInstanceOf(Error);
    expect(await filesOf(folder)).toEqual(before);
  });
});
