import ts from "typescript";
import { describe, expect, it } from "vitest";
import type { Schema } from "../../../../scripts/generate/merged/spec.js";
import { valueTypes } from "../../../../scripts/generate/compiled/values.js";
import { compile, decimal, flag, list, object, type Parts, ref, text } from "../../../support/model.js";

/** The printed interfaces, by name, each on one line without its doc comments. */
function interfaces(body: Schema | undefined, parts: Parts = {}): Record<string, string> {
  const source = ts.createSourceFile("values.d.ts", valueTypes(compile(body, parts)), ts.ScriptTarget.ES2022);
  const printer = ts.createPrinter({ removeComments: true });
  return Object.fromEntries(
    source.statements.filter(ts.isInterfaceDeclaration).map((node) => [
      node.name.text,
      printer
        .printNode(ts.EmitHint.Unspecified, node, source)
        .replace(/^export interface \w+ /, "")
        .replace(/\s+/g, " "),
    ]),
  );
}

describe("the value types", () => {
  it("have a list that is always there, and scalars and objects that may be null or absent", () => {
    const schemas = {
      Things: object({ things: list(ref("Thing")), one: ref("Thing"), codes: list(text) }),
      Thing: object({ amount: decimal, open: flag, "due-day": text }),
    };

    expect(interfaces(ref("Things"), { schemas })).toMatchObject({
      Things: "{ things: Thing[]; one?: Thing | null; codes: (string | null)[]; }",
      Thing: '{ amount?: number | null; open?: boolean | null; "due-day"?: string | null; }',
      Bodies: "{ listThings: Things; }",
    });
  });

  it("extend the object that another is put together from", () => {
    const schemas = {
      Detail: { allOf: [ref("Summary"), object({ lines: list(ref("Line")) })], properties: { lines: { ...list(ref("Line")), description: "Own." } } },
      Summary: object({ amount: decimal }),
      Line: object({ amount: decimal }),
    };

    expect(interfaces(ref("Detail"), { schemas })).toMatchObject({ Detail: "extends Summary { lines: Line[]; }" });
    expect(valueTypes(compile(ref("Detail"), { schemas }))).toContain("/** Own. */");
  });

  it("show one name of a value that has two", () => {
    const schemas = { Thing: object({ thingId: { ...text, "x-wm-same-as": "id" }, id: text }) };

    expect(interfaces(ref("Thing"), { schemas })).toMatchObject({ Thing: "{ id?: string | null; }" });
  });

  it("have an object for one that may also come as a list of one, and what a named scalar is", () => {
    const schemas = {
      Thing: object({ metadata: ref("Metadata"), id: ref("Id") }),
      Metadata: { anyOf: [ref("ListMetadata"), list(ref("ListMetadata"))] },
      ListMetadata: object({ count: decimal }),
      Id: { ...text, description: "Identifies." },
    };

    expect(interfaces(ref("Thing"), { schemas })).toMatchObject({ Thing: "{ metadata?: ListMetadata | null; id?: string | null; }" });
    expect(valueTypes(compile(ref("Thing"), { schemas }))).toContain("/** Identifies. */");
  });

  it("have an index signature for an object without a declared field, and for no other", () => {
    const schemas = { Thing: { ...object({ any: ref("Anything") }), additionalProperties: true }, Anything: { type: "object" } };

    expect(interfaces(ref("Thing"), { schemas })).toMatchObject({ Thing: "{ any?: Anything | null; }", Anything: "{ [field: string]: unknown; }" });
  });

  it("are unknown for a body of which no source names a field", () => {
    expect(interfaces(undefined).Bodies).toBe("{ listThings: unknown; }");
    expect(interfaces(ref("Anything"), { schemas: { Anything: { type: "object" } } })).toEqual({
      Bodies: "{ listThings: unknown; }",
      Queries: "{ }",
      Requests: "{ }",
    });
  });

  it("have a doc comment of one line, without remarks about the wire", () => {
    const schemas = {
      Thing: { ...object({ a: { ...text, description: "First */\n  line.\n", "x-wm-wire": "Sent as text." } as Schema }), description: "A thing." },
    };

    const printed = valueTypes(compile(ref("Thing"), { schemas }));

    expect(printed).toContain("/** A thing. */\nexport interface Thing {\n  /** First *\\/ line. */\n  a?: string | null;\n}");
  });

  const parameters = [
    { name: "customer", in: "path", required: true, schema: { type: "string" } },
    { name: "thing_type", in: "query", description: "The kind.", schema: { type: "string", enum: ["big"] } },
    { name: "numberOfdays", "x-wm-parameter": "numberOfDays", in: "query", required: true, schema: { type: "integer" } },
  ];

  it("have an interface for a query, its names in camelCase", () => {
    const { ListThingsQuery, Queries } = interfaces(undefined, { parameters });

    expect(ListThingsQuery).toBe('{ readonly thingType?: "big" | undefined; readonly numberOfDays: number; }');
    expect(Queries).toBe("{ listThings: ListThingsQuery; }");
  });

  it("have an interface for each query that selects a body", () => {
    const schemas = { Small: object({ a: text }), Big: object({ b: text }) };
    const body = { anyOf: [ref("Small"), ref("Big")], "x-wm-selected-by": { thing_type: { big: "Big" } } };

    expect(interfaces(body, { schemas, parameters })).toMatchObject({
      Bodies: "{ listThings: Small | Big; }",
      ListThingsQuery: '{ readonly thingType?: "big" | undefined; readonly numberOfDays: number; }',
      ListBigThingsQuery: '{ readonly thingType: "big"; readonly numberOfDays: number; }',
      ListServiceThingsQuery: "{ readonly thingType?: undefined; readonly numberOfDays: number; }",
    });
  });

  it("have an interface for a request, which takes what was read, what is on the wire, and both names of a value", () => {
    const schemas = {
      Update: object({ things: list(ref("Part")), thingName: { type: "string", "x-wm-same-as": "name" }, request_tracking_id: text }),
      Part: object({ open: flag, active: { type: "boolean", "x-wm-format": "wm-flag" }, amount: decimal }),
    };

    expect(interfaces(undefined, { schemas, request: ref("Update") })).toMatchObject({
      Update:
        "{ readonly things?: readonly Part[] | null | undefined; readonly name?: string | null | undefined; readonly thingName?: string | null | undefined; }",
      Part: "{ readonly open?: boolean | string | null | undefined; readonly active?: boolean | null | undefined; readonly amount?: number | string | null | undefined; }",
      Requests: "{ listThings: Update; }",
    });
    expect(valueTypes(compile(undefined, { schemas, request: ref("Update") }))).toContain("@deprecated The name on the wire: use `name`.");
  });

  it("need no formats in a request", () => {
    const schemas = { Update: object({ a: { type: "string" }, b: { type: "integer" } }) };

    expect(interfaces(undefined, { schemas, request: ref("Update") }).Update).toBe(
      "{ readonly a?: string | null | undefined; readonly b?: number | string | null | undefined; }",
    );
  });
});
