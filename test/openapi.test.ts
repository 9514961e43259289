import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createWmClient } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { redocly } from "../scripts/generate/redocly.js";
import { credentials } from "./support/client.js";
import { facadeMethod, operations, spec } from "./support/spec.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const base = parse(readFileSync(new URL("../openapi/base.yaml", import.meta.url), "utf8"));
/** What `npm run typecheck` writes too: files that are as they were are not checked again. */
const buildInfo = "node_modules/.cache/tsc.tsbuildinfo";
const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");

function node(...args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root });
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    child.on("close", (code) => resolve({ code, output }));
  });
}

it("the whole project compiles, its type tests included", async () => {
  const { code, output } = await node(
    "node_modules/typescript/bin/tsc",
    "-p",
    "tsconfig.json",
    "--pretty",
    "false",
    "--incremental",
    "--tsBuildInfoFile",
    buildInfo,
  );

  expect(output).toBe("");
  expect(code).toBe(0);
});

it("generated/ is what openapi/ compiles to", async () => {
  const { output } = await node("--import", "tsx/esm", "scripts/generate.ts", "--check");

  expect(output).toBe("generated/ and docs/operations.md are what openapi/ compiles to.\n");
});

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
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

/** What `x-wm-source` of a schema or a field may say; openapi/overlays/common.yaml explains it. */
const knownSource = /^(base|page( \w+)?|older page|older document|client|second-hand)$/;

const resolved = ({ $ref = "" }: Schema): Schema => spec.components.schemas[$ref.slice("#/components/schemas/".length)];

/** The fields of a schema. A field that is declared twice has the declaration beside `allOf`. */
function fieldsOf({ properties = {}, allOf = [] }: Schema): [string, Schema][] {
  const inherited = allOf.filter(({ $ref }) => $ref === undefined).flatMap(fieldsOf);
  return Object.entries({ ...Object.fromEntries(inherited), ...properties });
}

function hasFormat({ $ref, type, format, items, "x-wm-format": override }: Schema): boolean {
  const isScalar = [type].flat().some((name) => name !== undefined && ["string", "number", "integer", "boolean"].includes(name));
  return $ref !== undefined || (items === undefined ? !isScalar || format !== undefined || override !== undefined : hasFormat(items));
}

/** Schema, name in the base or in an older source, name in the reference. The target of the request is a name of the façade's. */
const sameAs = [
  ["Contact", "firstName", "first_name"],
  ["Contact", "lastName", "last_name"],
  ["ContactUpdate", "firstName", "first_name"],
  ["ContactUpdate", "lastName", "last_name"],
  ["ServiceList", "Services", "services"],
  ["Service", "serviceId", "id"],
  ["Service", "occurrenceFrequency", "occurs"],
  ["ServiceMaterial", "materialCode", "code"],
  ["ServiceMaterial", "materialName", "name"],
  ["ServiceMaterial", "specialHandling", "special_handling"],
  ["ServiceEquipment", "equipmentName", "name"],
  ["ServiceEquipment", "unitOfMeasure", "uom"],
  ["ServiceEquipment", "containerCount", "count"],
  ["ServiceEquipment", "unit_of_measure", "uom"],
  ["ServiceEquipment", "container_count", "count"],
  ["ServicePricing", "monthlyBaseCost", "base_monthly_cost"],
  ["ServicePricing", "currency", "currency_code"],
  ["InvoiceSummary", "invoiceId", "id"],
  ["InvoiceSummary", "invoiceDate", "date"],
  ["InvoiceSummary", "dueDate", "due_date"],
  ["InvoiceSummary", "totalAmount", "amount"],
];

describe("the merged spec", () => {
  it("is a superset of the base: no change that would break a user", async () => {
    const { code, stdout } = await redocly(root, ["diff", "openapi/base.yaml", "generated/openapi.yaml"]);

    expect(stdout).toMatch(/^0 major, \d+ minor/m);
    expect(code).toBe(0);
  });

  it("is linted without an error or a warning", async () => {
    const { code, stderr } = await redocly(root, ["lint", "generated/openapi.yaml"]);

    expect(stderr).toContain("Your API description is valid");
    expect(stderr).not.toContain("warning");
    expect(code).toBe(0);
  });

  it("is exactly what `redocly bundle` makes of redocly.yaml", async () => {
    const { stdout } = await redocly(root, ["bundle", "openapi/base.yaml"]);

    expect(stdout).toBe(read("generated/openapi.yaml"));
  });

  it("names the source, the page and the documentation of every operation", () => {
    for (const [path, item] of Object.entries<Record<string, Record<string, any>>>(spec.paths)) {
      for (const [method, operation] of Object.entries(item)) {
        const inBase = base.paths[path]?.[method] !== undefined;
        expect(["base", "reference", "both"]).toContain(operation["x-wm-source"]);
        expect([path, operation["x-wm-source"] !== "reference"]).toEqual([path, inBase]);
        expect(["full page", "truncated page", "second-hand", "undocumented"]).toContain(operation["x-wm-documented"]);
        const hasPage = operation["x-wm-source"] !== "base" && operation["x-wm-documented"] !== "second-hand";
        expect([path, operation.externalDocs?.url]).toEqual([path, hasPage ? expect.stringMatching(/^https:\/\/api\.wm\.com\/\w+$/) : undefined]);
      }
    }
  });

  it("gives the 200 of every operation a schema", () => {
    for (const { operationId, ok } of operations) expect([operationId, ok?.schema]).toEqual([operationId, expect.any(Object)]);
  });

  it("names the sources of every schema, and its page if it has one", () => {
    for (const [name, schema] of schemas.filter(([name]) => name !== "OpenObject")) {
      const sources = [schema["x-wm-source"]].flat();
      for (const source of sources) expect([name, source]).toEqual([name, expect.stringMatching(knownSource)]);
      const url = sources.every((source) => source === "base") ? undefined : expect.stringMatching(/^https:\/\/api\.wm\.com\//);
      expect([name, schema.externalDocs?.url]).toEqual([name, url]);
    }
  });

  it("names the source of every field that the base declares, if the schema has other sources too", () => {
    for (const [name, { properties = {} }] of Object.entries<Schema>(base.components.schemas)) {
      const merged = spec.components.schemas[name];
      if (merged["x-wm-source"] === "base") continue;
      for (const field of Object.keys(properties)) expect([name, field, merged.properties[field]["x-wm-source"]]).toEqual([name, field, expect.anything()]);
    }
  });

  it("knows every source that it names for a field", () => {
    for (const [name, { properties = {} }] of schemas) {
      for (const [field, property] of Object.entries(properties)) {
        for (const source of [property["x-wm-source"] ?? "page"].flat())
          expect([name, field, source]).toEqual([name, field, expect.stringMatching(knownSource)]);
      }
    }
  });

  it("describes every field in one line", () => {
    for (const [name, schema] of schemas) {
      for (const [field, property] of fieldsOf(schema)) {
        const description = property.description ?? (property.$ref && resolved(property).description);
        expect([name, field, description]).toEqual([name, field, expect.stringMatching(/^[^\n]+\.$/)]);
      }
    }
  });

  it("gives every object a name", () => {
    const isInline = (schema: Schema) => schema.$ref === undefined && (schema.type === "object" || schema.properties !== undefined);
    const inline = schemas.flatMap(([name, schema]) =>
      fieldsOf(schema)
        .filter(([, property]) => [property, property.items ?? {}, ...(property.anyOf ?? [])].some(isInline))
        .map(([field]) => `${name}.${field}`),
    );

    expect(inline).toEqual([]);
  });

  it("has no two schemas whose names differ by a final s", () => {
    expect(schemas.map(([name]) => name).filter((name) => `${name}s` in spec.components.schemas)).toEqual([]);
  });

  it("gives every scalar of a schema a format", () => {
    const without = schemas.flatMap(([name, schema]) =>
      fieldsOf(schema)
        .filter(([, property]) => !hasFormat(property))
        .map(([field]) => `${name}.${field}`),
    );

    expect(without).toEqual([]);
  });

  it("moves a value only to a field of the same object", () => {
    const pairs = schemas.flatMap(([name, schema]) =>
      fieldsOf(schema).flatMap(([field, property]) => (property["x-wm-same-as"] === undefined ? [] : [[name, field, property["x-wm-same-as"]]])),
    );

    expect(pairs).toEqual(sameAs);
    for (const [name, , target] of pairs.filter(([name]) => name !== "ContactUpdate"))
      expect(spec.components.schemas[name!].properties).toHaveProperty(target!);
  });

  it("declares the statuses that the reference names for every operation, and 204 for writes", () => {
    for (const { operationId, method, statuses } of operations) {
      expect([operationId, statuses]).toEqual([operationId, method === "GET" ? [200, 400, 401, 404, 422, 500] : [200, 204, 400, 401, 404, 422, 500]]);
    }
  });

  it("shows an example of every 200", () => {
    const without = operations.filter(({ ok }) => Object.keys(ok?.examples ?? {}).length === 0).map(({ operationId }) => operationId);

    expect(without).toEqual([]);
  });

  it("leaves an answer open only if no source names a field of it", () => {
    for (const { operationId, ok, documented } of operations) {
      const isOpen = JSON.stringify(ok?.schema) === JSON.stringify({ $ref: "#/components/schemas/OpenObject" });
      // The categories of preferences are known second-hand, and so is that they exist.
      const mayBeOpen = documented === "undocumented" || operationId === "listPreferenceCategories";
      expect([operationId, isOpen]).toEqual([operationId, mayBeOpen]);
    }
  });

  it("describes every parameter in one line", () => {
    for (const { operationId, parameters } of operations) {
      for (const { name, description } of parameters)
        expect([operationId, name, description]).toEqual([operationId, name, expect.stringMatching(/^[^\n]+\.$/)]);
    }
  });

  it("narrows no value by an enum: WM's samples break their own lists", () => {
    const enums = Object.entries<{ properties?: Record<string, { enum?: unknown }> }>(spec.components.schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, property]) => property.enum !== undefined)
        .map(([property]) => `${name}.${property}`),
    );

    // The base's own.
    expect(enums).toEqual(["Service.lineOfBusiness"]);
  });
});

describe("the façade", () => {
  const wm = createWmClient(credentials);

  it.each(operations.map((operation) => [operation.operationId, operation.facade, operation] as const))("has a method for %s: %s", (_, __, operation) => {
    expect(facadeMethod(wm, operation)).toHaveLength(2);
  });

  it("has no two operations on one method", () => {
    expect(new Set(operations.map(({ facade }) => facade)).size).toBe(operations.length);
  });
});
