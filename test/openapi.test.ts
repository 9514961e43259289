import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { redocly } from "../scripts/generate/redocly.js";
import { root } from "./support/project.js";
import { operations, spec } from "./support/spec.js";

const base = parse(readFileSync(`${root}openapi/base.yaml`, "utf8"));

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: unknown;
  readonly description?: string;
  readonly externalDocs?: { readonly url: string };
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly "x-wm-format"?: string;
  readonly "x-wm-same-as"?: string;
  readonly "x-wm-source"?: string | readonly string[];
}

const schemas = Object.entries<Schema>(spec.components.schemas);

/** The fields of a schema. A field that is declared twice has the declaration beside `allOf`. */
function fieldsOf({ properties = {}, allOf = [] }: Schema): [string, Schema][] {
  const inherited = allOf.filter(({ $ref }) => $ref === undefined).flatMap(fieldsOf);
  return Object.entries({ ...Object.fromEntries(inherited), ...properties });
}

const fields = schemas.flatMap(([name, schema]) => fieldsOf(schema).map(([field, property]) => ({ name, field, property, at: `${name}.${field}` })));

/** The places of the fields for which this is not so. */
const unless = (holds: (property: Schema) => boolean) => fields.filter(({ property }) => !holds(property)).map(({ at }) => at);

const isOneLine = (text: string | undefined) => /^[^\n]+\.$/.test(text ?? "");

function hasFormat({ $ref, type, format, items, "x-wm-format": override }: Schema): boolean {
  const isScalar = [type].flat().some((name) => name !== undefined && ["string", "number", "integer", "boolean"].includes(name));
  return $ref !== undefined || (items === undefined ? !isScalar || format !== undefined || override !== undefined : hasFormat(items));
}

describe("the merged spec", () => {
  it("breaks no user of the base", async () => {
    const { code, stdout } = await redocly(root, ["diff", "openapi/base.yaml", "generated/openapi.yaml"]);

    expect(stdout).toMatch(/^0 major, \d+ minor/m);
    expect(code).toBe(0);
  });

  it("is exactly what `redocly bundle` makes of redocly.yaml", async () => {
    const { stdout } = await redocly(root, ["bundle", "openapi/base.yaml"]);

    expect(stdout).toBe(readFileSync(`${root}generated/openapi.yaml`, "utf8"));
  });
});

describe("the operations", () => {
  const written = Object.entries<Record<string, Record<string, any>>>(spec.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ operation, inBase: base.paths[path]?.[method] !== undefined })),
  );

  it("name their source, their page and their documentation", () => {
    for (const { operation, inBase } of written) {
      const { operationId, externalDocs, "x-wm-source": source, "x-wm-documented": documented } = operation;
      expect([operationId, source]).toEqual([operationId, inBase ? expect.stringMatching(/^(base|both)$/) : "reference"]);
      expect([operationId, documented]).toEqual([operationId, expect.stringMatching(/^(full page|truncated page|second-hand|undocumented)$/)]);
      const hasPage = source !== "base" && documented !== "second-hand";
      expect([operationId, externalDocs?.url]).toEqual([operationId, hasPage ? expect.stringMatching(/^https:\/\/api\.wm\.com\/\w+$/) : undefined]);
    }
  });

  it("declare the statuses of the reference, and 204 for writes", () => {
    for (const { operationId, method, statuses } of operations)
      expect([operationId, statuses]).toEqual([operationId, [200, ...(method === "GET" ? [] : [204]), 400, 401, 404, 422, 500]]);
  });

  it("have a schema and an example of every 200", () => {
    for (const { operationId, ok } of operations) {
      expect([operationId, ok?.schema]).toEqual([operationId, expect.any(Object)]);
      expect([operationId, Object.keys(ok?.examples ?? {})]).not.toEqual([operationId, []]);
    }
  });

  it("leave the answer open only if no source names a field of it", () => {
    for (const { operationId, ok, documented } of operations) {
      const isOpen = JSON.stringify(ok?.schema) === JSON.stringify({ $ref: "#/components/schemas/OpenObject" });
      // The categories of preferences are known second-hand, and so is that they exist.
      const mayBeOpen = documented === "undocumented" || operationId === "listPreferenceCategories";
      expect([operationId, isOpen]).toEqual([operationId, mayBeOpen]);
    }
  });

  it("describe every parameter in one line", () => {
    for (const { operationId, parameters } of operations)
      for (const { name, description } of parameters) expect([operationId, name, isOneLine(description)]).toEqual([operationId, name, true]);
  });

  it("take the parameters that WM's documents name", () => {
    const parameter = (id: string, name: string) =>
      operations.find(({ operationId }) => operationId === id)!.parameters.find((candidate) => candidate.name === name);

    expect(parameter("listServices", "status")!.schema).toMatchObject({ type: "string" });
    expect(parameter("listServices", "status")!.schema.enum).toBeUndefined();
    expect(parameter("getServiceEtaForDate", "requestDate")).toMatchObject({ in: "query", required: true, schema: { format: "date" } });
  });
});

describe("the schemas", () => {
  /** Values of `x-wm-source` on schemas and fields; openapi/overlays/common.yaml explains them. */
  const knownSource = /^(base|page( \w+)?|older page|older document|client|second-hand)$/;

  it("name their sources, and their page if they have one", () => {
    for (const [name, schema] of schemas.filter(([name]) => name !== "OpenObject")) {
      const sources = [schema["x-wm-source"]].flat();
      for (const source of sources) expect([name, source]).toEqual([name, expect.stringMatching(knownSource)]);
      const url = sources.every((source) => source === "base") ? undefined : expect.stringMatching(/^https:\/\/api\.wm\.com\//);
      expect([name, schema.externalDocs?.url]).toEqual([name, url]);
    }
  });

  it("name the source of every field of the base, if they have other sources too", () => {
    const ofBase = (at: string) => at.split(".").reduce((node, key) => (node?.properties ?? node)?.[key], base.components.schemas) !== undefined;
    const shared = fields.filter(({ name, at }) => spec.components.schemas[name]["x-wm-source"] !== "base" && ofBase(at));

    expect(shared.length).toBeGreaterThan(20);
    expect(shared.filter(({ property }) => property["x-wm-source"] === undefined).map(({ at }) => at)).toEqual([]);
  });

  it("name known sources of fields", () => {
    expect(unless((property) => [property["x-wm-source"] ?? "page"].flat().every((source) => knownSource.test(source)))).toEqual([]);
  });

  it("describe every field in one line", () => {
    const resolved = ({ $ref = "" }: Schema): Schema => spec.components.schemas[$ref.slice("#/components/schemas/".length)];

    expect(unless((property) => isOneLine(property.description ?? (property.$ref && resolved(property).description)))).toEqual([]);
  });

  it("give every object a name, no two of which differ by a final s", () => {
    const isInline = (schema: Schema) => schema.$ref === undefined && (schema.type === "object" || schema.properties !== undefined);

    expect(unless((property) => ![property, property.items ?? {}, ...(property.anyOf ?? [])].some(isInline))).toEqual([]);
    expect(schemas.map(([name]) => name).filter((name) => `${name}s` in spec.components.schemas)).toEqual([]);
  });

  it("give every scalar a format", () => {
    expect(unless(hasFormat)).toEqual([]);
  });

  it("have no enum but the base's own: WM's samples break their own lists", () => {
    expect(unless((property) => property.enum === undefined)).toEqual(["Service.lineOfBusiness"]);
  });

  it("move a value only to a field of the same object", () => {
    const pairs = fields.flatMap(({ name, at, property: { "x-wm-same-as": target } }) => (target === undefined ? [] : [[name, `${at} > ${target}`, target]]));

    expect(pairs.map(([, pair]) => pair)).toEqual(sameAs);
    // The target of the request is a name of the façade's.
    for (const [name, , target] of pairs) if (name !== "ContactUpdate") expect(spec.components.schemas[name!].properties).toHaveProperty(target!);
  });

  it("have the fields that WM's documents name", () => {
    const { ReplacementContact, ErrorResponse } = spec.components.schemas;
    const reference = { $ref: "#/components/schemas/NestedError" };

    expect(ReplacementContact.properties).toMatchObject({ work_phone_extension: { type: "string" }, organization_name: { type: "string" } });
    expect(ErrorResponse.properties.error.anyOf).toEqual([reference, { type: "array", items: reference }]);
  });
});

/** The name in the base or in an older source, and the name in the reference. */
const sameAs = [
  "Contact.firstName > first_name",
  "Contact.lastName > last_name",
  "ContactUpdate.firstName > first_name",
  "ContactUpdate.lastName > last_name",
  "ServiceList.Services > services",
  "Service.serviceId > id",
  "Service.occurrenceFrequency > occurs",
  "ServiceMaterial.materialCode > code",
  "ServiceMaterial.materialName > name",
  "ServiceMaterial.specialHandling > special_handling",
  "ServiceEquipment.equipmentName > name",
  "ServiceEquipment.unitOfMeasure > uom",
  "ServiceEquipment.containerCount > count",
  "ServiceEquipment.unit_of_measure > uom",
  "ServiceEquipment.container_count > count",
  "ServicePricing.monthlyBaseCost > base_monthly_cost",
  "ServicePricing.currency > currency_code",
  "InvoiceSummary.invoiceId > id",
  "InvoiceSummary.invoiceDate > date",
  "InvoiceSummary.dueDate > due_date",
  "InvoiceSummary.totalAmount > amount",
];

/** The sample values of WM's reference, by the operation whose page has them. */
const samples: Readonly<Record<string, string>> = {
  listServices: "Active|Inactive|On Call|Per Week|USD|S08510|TUESDAY  |000021700264005",
  listPlannedServices: "000000001|Planned|Confirmed Positive|Confirmed Negative|790678|11/10/2015|E/R",
  listServiceMaterials: "1|3210|COLL_COM:HAUL uses FL with 8FL for MSCO|8 Yard Dumpster Service|166|MSCO|MSW Commercial|false",
  listServiceInvoiceFees: "53434|RCR|ENVIRON|FUEL|06Z|2.6|12|11.49|N|NEGOTIATED|2016-09-18 05:09:22|2018-02-17 02:00:00",
  listServiceOperations: "J31A|WEDNESDAY|",
  getNextPickup: "Hauling - 96 Gallon REL Toter for MSW Residential|Every Monday and Thursday|Thursday, Feb 15 , 2018",
  getServiceEtaForDate: "You are scheduled to be serviced today|ComputedETA",
  listInvoices: "USD|1085871|2016-10-18|569.82|2016-11-16|RECUR-AMEX          |null|Current|30Day|60Day|90Day|120Day|Future|Total",
  getInvoiceDetails: "1051117|1|INVOICE|PAYMENT|ADJUSTMENTS|FINANCE CHARGE|NON A/R|07/01/15|40.62|201506",
  getBalance: "andrew|5.0|0.0|497.7|2014-09-01|total|30-Day|60-Day|30.0",
  listContacts: "billing|service|JOHN, SMITH|9147222006| |",
  replaceContacts: "Success",
  listCases: "1234567|AUTO-CREATED FROM TICKET|TKT|SERVICE TICKET|2016-06-06 10:56:00.0",
  listTickets:
    "407519|CLOSED    |SNP|OP SNAPSHOT|12/11/16 05:28:44|12/09/16 05:28:44|OFN|104237|2015-06-08 10:11:49.0|Completed|1048.94|Reload and Recycle Facility",
  listServiceStats: "Confirmed Positive|Confirmed Negative|Confirmed Incomplete",
  getTicket: "DEL|XPU",
  listTicketSurcharges: "1234547|Inactive|2015-08-03 10:27:39.0|01391|Eastmont Transfer Station|0|null|CDL |2.67|55.11|Tons|147.14",
  listTicketPrices: "Inactive|147.14|0|18.38|165.52|United States Dollar",
  listTicketMaterials: "Inactive|2015-08-03 10:27:39.0|01391|Eastmont Transfer Station",
  listProfiles: "1041279930086984565\\E|true|S|2014-05-21T15:41:52.000-05:00",
  listCommunicationPreferences: "Service Notification|Service Exception|Y|Text|Email|Voice",
  replaceCommunicationPreferences: "Success",
  listActivityNotes: "2016-07-01 00:00:00.000Z",
  listActivityEmails: "380589",
};

function valuesOf(node: unknown): unknown[] {
  return typeof node === "object" && node !== null ? Object.values(node).flatMap(valuesOf) : [node];
}

describe("the examples, from which the mock answers,", () => {
  it.each(Object.entries(samples))("have WM's own sample values of %s", (operationId, expected) => {
    const operation = operations.find((candidate) => candidate.operationId === operationId);

    expect(valuesOf(operation?.ok?.examples)).toEqual(expect.arrayContaining(expected.split("|").map((value) => value.replace("\\", "|"))));
  });
});
