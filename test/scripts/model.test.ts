import ts from "typescript";
import { afterEach, describe, expect, it, vi } from "vitest";
import { parseDocument } from "yaml";
import { InputError } from "../../scripts/generate/files.js";
import { modelOf } from "../../scripts/generate/model.js";
import { namesFields, operationsOf, type Schema, type Spec } from "../../scripts/generate/spec.js";
import { tables } from "../../scripts/generate/tables.js";
import { valueTypes } from "../../scripts/generate/values.js";
import type { WmDecodeIssueEvent } from "../../src/hooks.js";
import { rejection } from "../support/client.js";

const decimal: Schema = { type: ["string", "number"], format: "decimal" };
const text: Schema = { type: "string", format: "wm-text" };
const flag: Schema = { type: "string", format: "wm-flag" };

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Record<string, Schema>): Schema => ({ type: "object", properties });
const list = (items: Schema): Schema => ({ type: "array", items });

interface Parts {
  readonly schemas?: Record<string, Schema>;
  readonly request?: Schema;
  readonly parameters?: object[];
  /** The base, in which an enum may stand. */
  readonly base?: string;
}

function specOf(body: Schema | undefined, { schemas = {}, request, parameters = [] }: Parts): Spec {
  const content = (schema: Schema) => ({ content: { "application/json": { schema } } });
  const operation = {
    operationId: "listThings",
    "x-wm-facade": "customer.things.list",
    parameters,
    ...(request && { requestBody: content(request) }),
    responses: { "200": body ? content(body) : {} },
  };
  return { paths: { "/things": { get: operation } }, components: { schemas } } as unknown as Spec;
}

/** The model of a spec with these schemas, whose one operation `listThings` has this body. */
function compile(body: Schema | undefined, parts: Parts = {}) {
  const spec = specOf(body, parts);
  const base = parseDocument(parts.base ?? "");
  return modelOf(spec, operationsOf(spec), { place: (path) => `${path.length}:1`, isBase: (path) => base.hasIn(path) });
}

/** What is said of a spec that is refused. */
async function failure(body: Schema | undefined, parts: Parts = {}): Promise<string> {
  const error = await rejection((async () => compile(body, parts))());
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).message;
}

type Decode = (value: unknown, onIssue?: (issue: WmDecodeIssueEvent) => void, query?: object) => unknown;

/** The decoder, and the encoder, over the tables of such a spec. */
async function runtime(body: Schema | undefined, parts: Parts = {}): Promise<{ decode: Decode; encode: (body: object) => unknown }> {
  const module = (await import(`data:text/javascript,${encodeURIComponent(tables(compile(body, parts)))}`)) as object;
  vi.resetModules();
  vi.doMock("../../generated/tables.js", () => ({ ...module }));
  const { decodeWire } = (await import("../../src/decode/index.js")) as unknown as { decodeWire(id: string, ...rest: unknown[]): unknown };
  const { encodeBody } = (await import("../../src/decode/encode.js")) as unknown as { encodeBody(id: string, body: object): unknown };
  return { decode: (...args) => decodeWire("listThings", ...args), encode: (given) => encodeBody("listThings", given) };
}

afterEach(() => {
  vi.doUnmock("../../generated/tables.js");
  vi.resetModules();
});

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
});

describe("the tables", () => {
  const schemas = {
    Detail: { allOf: [ref("Summary"), object({ lines: list(ref("Line")), Lines: { ...list(ref("Line")), "x-wm-same-as": "lines" } })] },
    Summary: object({
      total: decimal,
      sum: { ...text, "x-wm-same-as": "total" },
      base: { type: "string", enum: ["A"], format: "email", "x-wm-format": "wm-text" } as Schema,
    }),
    Line: object({ "due-amount": decimal, open: flag }),
  };
  const base = "components: { schemas: { Summary: { properties: { base: { enum: [A] } } } } }";

  it("are plain data: letters, lists, other names, and objects, long ones of several places by name", () => {
    const fields = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`field-${index}`, text]));
    const used = { ...schemas, Top: object({ one: ref("Long"), two: list(ref("Long")), detail: ref("Detail"), line: ref("Line") }), Long: object(fields) };

    expect(tables(compile(ref("Top"), { schemas: used, base }))).toBe(`export const responses = {
  "schemas": {
    "Long": {${Object.keys(fields).map((name) => `"${name}":"t"`)}},
  },
  "operations": {
    "listThings": {"one":"#Long","two":["#Long"],"detail":{"total":"n","sum":">total","base":"t","lines":[{"due-amount":"n","open":"f"}],"Lines":">lines"},"line":{"due-amount":"n","open":"f"}},
  }
};

export const requests = {
  "schemas": {
  },
  "operations": {
  }
};
`);
  });

  it("decode what the schemas say", async () => {
    const { decode } = await runtime(ref("Detail"), { schemas, base });

    expect(decode({ Lines: [{ "due-amount": "1,000.50", open: "Y", more: "1" }], sum: "5 ", base: "B " })).toEqual({
      lines: [{ "due-amount": 1000.5, open: true, more: "1" }],
      total: 5,
      base: "B",
    });
  });

  it("decode what the query selects", async () => {
    const body = { anyOf: [ref("Line"), ref("Detail")], "x-wm-selected-by": { kind: { detail: "Detail" } } };
    const parameters = [{ name: "kind", in: "query", schema: { type: "string" } }];
    const { decode } = await runtime(body, { schemas, base, parameters });

    expect(decode({ total: "1", open: "Y" })).toEqual({ total: "1", open: true });
    expect(decode({ total: "1", open: "Y" }, undefined, { kind: "detail" })).toEqual({ total: 1, open: "Y", lines: [] });
  });

  it("keep the places of the scalars in a list", async () => {
    const { decode } = await runtime(ref("Codes"), { schemas: { Codes: object({ codes: list(decimal) }) } });
    const issues: unknown[] = [];

    expect(decode({ codes: ["1", null, "x", 2] }, ({ path }) => issues.push(path))).toEqual({ codes: [1, null, null, 2] });
    expect(decode({ codes: "1" }, ({ path }) => issues.push(path))).toEqual({ codes: [] });
    expect(issues).toEqual(["$.codes[2]", "$.codes"]);
  });

  it("decode a field called like what every object has where it was sent, and do not make one up", async () => {
    const { decode } = await runtime(ref("Odd"), { schemas: { Odd: object({ constructor: decimal, toString: text }) } });

    expect(decode({ constructor: "1.50" })).toEqual({ constructor: 1.5 });
    expect(Object.keys(decode({}) as object)).toEqual([]);
  });

  it("encode what a request has", async () => {
    const request = {
      schemas: { Update: object({ thingName: { ...text, "x-wm-same-as": "name" }, parts: list(ref("Part")) }), Part: object({ open: flag }) },
      request: ref("Update"),
    };
    const { encode } = await runtime(undefined, request);

    expect(encode({ name: "A", parts: [{ open: true, other: 1 }, { open: "N" }] })).toEqual({ thingName: "A", parts: [{ open: "Y" }, { open: "N" }] });
  });
});

it("namesFields ends for an object without fields", () => {
  const spec: Spec = { info: { description: "" }, paths: {}, components: { schemas: {} } };

  expect(namesFields(spec, object({}))).toBe(false);
  expect(namesFields(spec, { allOf: [object({}), object({ a: text })] })).toBe(true);
});

describe("a response is refused, with its place, if its type would be wrong:", () => {
  const thing = (properties: Record<string, Schema>, others: Record<string, Schema> = {}, base?: string): [Schema, Parts] => [
    ref("Thing"),
    { schemas: { Thing: object(properties), ...others }, ...(base === undefined ? {} : { base }) },
  ];

  it.each<[string, [Schema, Parts], string]>([
    [
      "a scalar without a format",
      thing({ total: { type: "number" } }),
      "5:1: Thing.total: a scalar in a response needs a format. In an overlay:\n  - target: $.components.schemas.Thing.properties.total\n    update: { format: decimal }",
    ],
    [
      "a scalar with the base's format alone",
      thing({ email: { type: "string", format: "email" } }),
      "5:1: Thing.email: a scalar in a response needs a format. In an overlay:\n  - target: $.components.schemas.Thing.properties.email\n    update: { x-wm-format: wm-text }",
    ],
    ["a misspelt format", thing({ total: { type: "string", format: "wm-decimal" } }), "6:1: Thing.total: there is no format wm-decimal"],
    ["a misspelt x-wm-format", thing({ total: { type: "string", "x-wm-format": "wm-txt" } }), "6:1: Thing.total: there is no format wm-txt"],
    [
      "typed additionalProperties",
      [ref("Thing"), { schemas: { Thing: { ...object({ a: text }), additionalProperties: text } } }],
      "4:1: Thing: values under additionalProperties are not decoded, so they cannot have a type",
    ],
    [
      "patternProperties",
      [ref("Thing"), { schemas: { Thing: { ...object({ a: text }), patternProperties: { "^a": text } } } }],
      "4:1: Thing: values under patternProperties are not decoded, so they cannot have a type",
    ],
    ["prefixItems", thing({ a: { type: "array", prefixItems: [text] } }), "6:1: Thing.a: values under prefixItems are not decoded"],
    [
      "an enum that an overlay added",
      thing({ kind: { ...text, enum: ["A"] } }, {}, "components: { schemas: { Thing: { properties: { kind: { type: string } } } } }"),
      "6:1: Thing.kind: an overlay must not add an enum to a response, because WM sends values outside its documented lists",
    ],
    [
      "x-wm-same-as that leads nowhere",
      thing({ a: { ...text, "x-wm-same-as": "b" } }),
      "6:1: Thing.a: x-wm-same-as leads to b, which is not a field of this object",
    ],
    [
      "x-wm-same-as that leads to another such field",
      thing({ a: { ...text, "x-wm-same-as": "b" }, b: { ...text, "x-wm-same-as": "c" }, c: text }),
      "6:1: Thing.a: x-wm-same-as leads to b, which is not a field of this object",
    ],
    [
      "a list named like what every object has",
      thing({ valueOf: list(ref("Part")) }, { Part: object({ a: text }) }),
      "5:1: Thing.valueOf: every object has a member of this name already",
    ],
    ["an object that contains itself", thing({ things: list(ref("Thing")) }), "3:1: Thing: it contains itself, so a body could be nested without end"],
    [
      "objects that contain each other",
      thing({ part: ref("Part") }, { Part: object({ thing: ref("Thing") }) }),
      "3:1: Thing: it contains itself, so a body could be nested without end\n3:1: Part: it contains itself, so a body could be nested without end",
    ],
    [
      "objects that extend each other",
      [
        ref("Thing"),
        {
          schemas: {
            Thing: { allOf: [ref("One"), object({ a: text })] },
            One: { allOf: [ref("Two"), object({ b: text })] },
            Two: { allOf: [ref("One")], properties: {} },
          },
        },
      ],
      "3:1: One: it contains itself, so a body could be nested without end\n3:1: Two: it contains itself, so a body could be nested without end",
    ],
    [
      "a list that contains itself",
      thing({ a: ref("Tree") }, { Tree: list(ref("Tree")) }),
      "3:1: Tree: it contains itself, so a body could be nested without end",
    ],
    [
      "an object without a name",
      thing({ part: object({ a: text }) }),
      "5:1: Thing.part: an object needs a name: move it to components.schemas and refer to it",
    ],
    ["a list of lists", thing({ a: list(list(text)) }), "5:1: Thing.a: a list of lists is not decoded"],
    ["two shapes", thing({ a: { anyOf: [text, decimal] } }), "5:1: Thing.a: its schemas differ, and a value does not say which of them it has"],
    [
      "a body that is a list",
      [list(ref("Thing")), { schemas: { Thing: object({ a: text }) } }],
      "8:1: GET /things: a body has to be an object with a name in components.schemas",
    ],
    [
      "two bodies of which none is selected",
      [{ anyOf: [ref("Thing"), ref("Other")] }, { schemas: { Thing: object({ a: text }), Other: object({ b: text }) } }],
      "8:1: GET /things: x-wm-selected-by does not say which query selects Other",
    ],
    [
      "a body that something else than the query selects",
      [
        { anyOf: [ref("Thing"), ref("Other")], "x-wm-selected-by": { kind: { other: "Other" } } },
        { schemas: { Thing: object({ a: text }), Other: object({ b: text }) } },
      ],
      "8:1: GET /things: x-wm-selected-by names kind, which is not a query parameter of this operation",
    ],
    [
      "another field of a name that it inherits",
      [ref("Thing"), { schemas: { Thing: { allOf: [ref("Base"), object({ a: decimal })] }, Base: object({ a: text }) } }],
      "7:1: Thing.a: an object that it extends has another field of this name",
    ],
    [
      "a name that no interface can have",
      [ref("thing-1"), { schemas: { "thing-1": object({ a: text }) } }],
      "3:1: thing-1: the name of a schema becomes that of an interface: letters and digits, the first a capital",
    ],
  ])("%s", async (_, [body, parts], message) => {
    expect(await failure(body, parts)).toBe(message);
  });

  it("a schema of a request too, because lists and flags differ in them", async () => {
    const schemas = { Thing: object({ a: text }) };

    expect(await failure(ref("Thing"), { schemas, request: ref("Thing") })).toMatch(/^3:1: Thing: a request and a response need a schema each/);
  });

  it("every one of several", async () => {
    const schemas = { Thing: object({ a: { type: "string" }, b: { type: "boolean" } }) };

    expect(await failure(ref("Thing"), { schemas })).toMatch(/Thing\.a: .*wm-text.*Thing\.b: .*wm-flag/s);
  });
});

describe("a request", () => {
  it("needs no formats", () => {
    const schemas = { Update: object({ a: { type: "string" }, b: { type: "integer" } }) };

    expect(interfaces(undefined, { schemas, request: ref("Update") }).Update).toBe(
      "{ readonly a?: string | null | undefined; readonly b?: number | string | null | undefined; }",
    );
  });

  it("is refused if the other name of a field is a field of its own", async () => {
    const schemas = { Update: object({ a: { ...text, "x-wm-same-as": "b" }, b: text }) };

    expect(await failure(undefined, { schemas, request: ref("Update") })).toBe(
      "6:1: Update.a: x-wm-same-as leads to b, which this request has as a field of its own",
    );
  });
});
