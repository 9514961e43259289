import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { redocly } from "../scripts/generate/redocly.js";
import { root } from "./support/project.js";
import { operations, spec } from "./support/spec.js";

const base = parse(readFileSync(`${root}openapi/base.yaml`, "utf8"));

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly externalDocs?: { readonly url: string };
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
  readonly "x-wm-source"?: string | readonly string[];
}

const schemas = Object.entries<Schema>(spec.components.schemas);

/** The fields of a schema. A field that is declared twice has the declaration beside `allOf`. */
function fieldsOf({ properties = {}, allOf = [] }: Schema): [string, Schema][] {
  const inherited = allOf.filter(({ $ref }) => $ref === undefined).flatMap(fieldsOf);
  return Object.entries({ ...Object.fromEntries(inherited), ...properties });
}

const fields = schemas.flatMap(([name, schema]) => fieldsOf(schema).map(([field, property]) => ({ name, field, property, at: `${name}.${field}` })));

/** Names of the fields for which `holds` returns false. */
const unless = (holds: (property: Schema) => boolean) => fields.filter(({ property }) => !holds(property)).map(({ at }) => at);

const isOneLine = (text: string | undefined) => /^[^\n]+\.$/.test(text ?? "");

describe("the merged spec", () => {
  it("breaks no user of the base specification", async () => {
    const { code, stdout } = await redocly(root, ["diff", "openapi/base.yaml", "generated/openapi.yaml"]);

    expect(stdout).toMatch(/^0 major, \d+ minor/m);
    expect(code).toBe(0);
  });

  it("equals the output of `redocly bundle` with redocly.yaml", async () => {
    const { stdout } = await redocly(root, ["bundle", "openapi/base.yaml"]);

    expect(stdout).toBe(readFileSync(`${root}generated/openapi.yaml`, "utf8"));
  });
});

describe("every operation", () => {
  const written = Object.entries<Record<string, Record<string, any>>>(spec.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ operation, inBase: base.paths[path]?.[method] !== undefined })),
  );

  it("names its source, its page and its documentation", () => {
    for (const { operation, inBase } of written) {
      const { operationId, externalDocs, "x-wm-source": source, "x-wm-documented": documented } = operation;
      expect([operationId, source]).toEqual([operationId, inBase ? expect.stringMatching(/^(base|both)$/) : "reference"]);
      expect([operationId, documented]).toEqual([operationId, expect.stringMatching(/^(full page|truncated page|second-hand|undocumented)$/)]);
      const hasPage = source !== "base" && documented !== "second-hand";
      expect([operationId, externalDocs?.url]).toEqual([operationId, hasPage ? expect.stringMatching(/^https:\/\/api\.wm\.com\/\w+$/) : undefined]);
    }
  });

  it("declares the statuses of the reference, and 204 for a write", () => {
    for (const { operationId, method, statuses } of operations)
      expect([operationId, statuses]).toEqual([operationId, [200, ...(method === "GET" ? [] : [204]), 400, 401, 404, 422, 500]]);
  });

  it("has a schema and an example of its 200", () => {
    for (const { operationId, ok } of operations) {
      expect([operationId, ok?.schema]).toEqual([operationId, expect.any(Object)]);
      expect([operationId, Object.keys(ok?.examples ?? {})]).not.toEqual([operationId, []]);
    }
  });

  it("leaves its response open only if no source names a field of it", () => {
    for (const { operationId, ok, documented } of operations) {
      const isOpen = JSON.stringify(ok?.schema) === JSON.stringify({ $ref: "#/components/schemas/OpenObject" });
      // The categories of preferences are known second-hand, and so is that they exist.
      const mayBeOpen = documented === "undocumented" || operationId === "listPreferenceCategories";
      expect([operationId, isOpen]).toEqual([operationId, mayBeOpen]);
    }
  });

  it("describes each parameter in one line", () => {
    for (const { operationId, parameters } of operations)
      for (const { name, description } of parameters) expect([operationId, name, isOneLine(description)]).toEqual([operationId, name, true]);
  });
});

describe("every schema", () => {
  /** Values of `x-wm-source` on schemas and fields; openapi/overlays/common.yaml explains them. */
  const knownSource = /^(base|page( \w+)?|older page|older document|client|second-hand)$/;

  it("names known sources, and its page if it has one", () => {
    for (const [name, schema] of schemas.filter(([name]) => name !== "OpenObject")) {
      const sources = [schema["x-wm-source"]].flat();
      for (const source of sources) expect([name, source]).toEqual([name, expect.stringMatching(knownSource)]);
      const url = sources.every((source) => source === "base") ? undefined : expect.stringMatching(/^https:\/\/api\.wm\.com\//);
      expect([name, schema.externalDocs?.url]).toEqual([name, url]);
    }
    expect(unless((property) => [property["x-wm-source"] ?? "page"].flat().every((source) => knownSource.test(source)))).toEqual([]);
  });

  it("names the source of each field of the base specification if it has other sources too", () => {
    const ofBase = (at: string) => at.split(".").reduce((node, key) => (node?.properties ?? node)?.[key], base.components.schemas) !== undefined;
    const shared = fields.filter(({ name, at }) => spec.components.schemas[name]["x-wm-source"] !== "base" && ofBase(at));

    expect(shared.length).toBeGreaterThan(20);
    expect(shared.filter(({ property }) => property["x-wm-source"] === undefined).map(({ at }) => at)).toEqual([]);
  });

  it("describes each field in one line", () => {
    const resolved = ({ $ref = "" }: Schema): Schema => spec.components.schemas[$ref.slice("#/components/schemas/".length)];

    expect(unless((property) => isOneLine(property.description ?? (property.$ref && resolved(property).description)))).toEqual([]);
  });
});
