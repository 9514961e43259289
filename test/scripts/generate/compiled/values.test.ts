import ts from "typescript";
import { expect, it } from "vitest";
import { valueTypes } from "../../../../scripts/generate/compiled/values.js";
import type { Schema } from "../../../../scripts/generate/merged/spec.js";
import { compile, decimal, flag, list, object, type Parts, ref, text } from "../../../support/model.js";

/** The printed interfaces, by name, each on one line without its doc comments. */
function interfaces(body: Schema | undefined, parts: Parts = {}): Record<string, string> {
  const source = ts.createSourceFile("values.d.ts", valueTypes(compile(body, parts)), ts.ScriptTarget.ES2022);
  const printer = ts.createPrinter({ removeComments: true });
  const printed = (node: ts.Node) => printer.printNode(ts.EmitHint.Unspecified, node, source).replace(/^export interface \w+ /, "");
  return Object.fromEntries(source.statements.filter(ts.isInterfaceDeclaration).map((node) => [node.name.text, printed(node).replace(/\s+/g, " ")]));
}

it.each<[what: string, schemas: Record<string, Schema>, expected: Record<string, string>]>([
  [
    "lists that are always there, and scalars and objects that may be null or absent",
    {
      Thing: object({ parts: list(ref("Part")), one: ref("Part"), codes: list(text), id: ref("Id") }),
      Part: object({ amount: decimal, open: flag, "due-day": text }),
      Id: text,
    },
    {
      Thing: "{ parts: Part[]; one?: Part | null; codes: (string | null)[]; id?: string | null; }",
      Part: '{ amount?: number | null; open?: boolean | null; "due-day"?: string | null; }',
      Bodies: "{ listThings: Thing; }",
    },
  ],
  [
    "an object that extends another",
    { Thing: { allOf: [ref("Base"), object({ lines: list(ref("Base")) })] }, Base: object({ amount: decimal }) },
    { Thing: "extends Base { lines: Base[]; }", Base: "{ amount?: number | null; }" },
  ],
  [
    "nothing more in an object that extends another without a field of its own",
    { Thing: { allOf: [ref("Base")], properties: {} }, Base: object({ amount: decimal }) },
    { Thing: "extends Base { }" },
  ],
  ["one name of a value that has two", { Thing: object({ thingId: { ...text, "x-wm-same-as": "id" }, id: text }) }, { Thing: "{ id?: string | null; }" }],
  [
    "an object for one that may come as a list of one, or as null",
    {
      Thing: object({ metadata: ref("Metadata") }),
      Metadata: { anyOf: [ref("ListMetadata"), list(ref("ListMetadata")), { type: "null" }] },
      ListMetadata: object({ count: decimal }),
    },
    { Thing: "{ metadata?: ListMetadata | null; }" },
  ],
  [
    "an index signature for an object without fields, and for no other",
    { Thing: { ...object({ any: ref("Anything") }), additionalProperties: true }, Anything: { type: "object" } },
    { Thing: "{ any?: Anything | null; }", Anything: "{ [field: string]: unknown; }" },
  ],
])("declares %s", (_, schemas, expected) => {
  expect(interfaces(ref("Thing"), { schemas })).toMatchObject(expected);
});

it("declares an undocumented body as unknown", () => {
  const expected = { Bodies: "{ listThings: unknown; }", Queries: "{ }", Requests: "{ }" };

  expect(interfaces(undefined)).toEqual(expected);
  expect(interfaces(ref("Anything"), { schemas: { Anything: { type: "object" } } })).toEqual(expected);
});

it("writes a doc comment of one line, without remarks about the wire", () => {
  const part = { ...text, description: "First */\n  line.\n", "x-wm-wire": "Sent as text." } as Schema;
  const schemas = { Thing: { ...object({ a: part, id: ref("Id") }), description: "A thing." }, Id: { ...text, description: "Identifies." } };

  expect(valueTypes(compile(ref("Thing"), { schemas }))).toContain(
    "/** A thing. */\nexport interface Thing {\n  /** First *\\/ line. */\n  a?: string | null;\n  /** Identifies. */\n  id?: string | null;\n}",
  );
});

it("declares each query with names in camelCase, and one for each body that it selects", () => {
  const parameters = [
    { name: "customer", in: "path", required: true, schema: { type: "string" } },
    { name: "thing_type", in: "query", description: "The kind.", schema: { type: "string", enum: ["big"] } },
    { name: "numberOfdays", "x-wm-parameter": "numberOfDays", in: "query", required: true, schema: { type: "integer" } },
  ];
  const schemas = { Small: object({ a: text }), Big: object({ b: text }) };
  const body = { anyOf: [ref("Small"), ref("Big")], "x-wm-selected-by": { thing_type: { big: "Big" } } };

  expect(interfaces(body, { schemas, parameters })).toMatchObject({
    Bodies: "{ listThings: Small | Big; }",
    ListThingsQuery: '{ readonly thingType?: "big" | undefined; readonly numberOfDays: number; }',
    ListBigThingsQuery: '{ readonly thingType: "big"; readonly numberOfDays: number; }',
    ListServiceThingsQuery: "{ readonly thingType?: undefined; readonly numberOfDays: number; }",
    Queries: "{ listThings: ListThingsQuery; }",
  });
});

it("declares a request that takes decoded values, wire values and both names of a value", () => {
  const schemas = {
    Update: object({ parts: list(ref("Part")), thingName: { type: "string", "x-wm-same-as": "name" }, request_tracking_id: text }),
    Part: object({ open: flag, active: { type: "boolean", "x-wm-format": "wm-flag" }, amount: decimal, count: { type: "integer" } }),
  };
  const printed = interfaces(undefined, { schemas, request: ref("Update") });
  const type = (name: string) => printed[name]?.replaceAll("readonly ", "").replaceAll(" | null | undefined", "");

  expect(printed.Update).toContain("readonly parts?: readonly Part[] | null | undefined;");
  expect(type("Update")).toBe("{ parts?: Part[]; name?: string; thingName?: string; }");
  expect(type("Part")).toBe("{ open?: boolean | string; active?: boolean; amount?: number | string; count?: number | string; }");
  expect(printed.Requests).toBe("{ listThings: Update; }");
  expect(valueTypes(compile(undefined, { schemas, request: ref("Update") }))).toContain("@deprecated The name on the wire: use `name`.");
});
