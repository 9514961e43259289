import { afterEach, describe, expect, it, vi } from "vitest";
import { InputError } from "../../scripts/pipeline/inputs.js";
import { namesFields, type Schema, type Spec } from "../../scripts/pipeline/spec.js";
import { decodeTable } from "../../scripts/pipeline/table.js";
import type { Rule } from "../../generated/decode-table.js";
import type { WmDecodeIssueEvent } from "../../src/hooks.js";

const decimal: Schema = { type: ["string", "number"], format: "decimal" };
const text: Schema = { type: "string", format: "wm-text" };
const flag: Schema = { type: "string", format: "wm-flag" };
const plain: Schema = { type: "string" };

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Record<string, Schema>): Schema => ({ type: "object", properties });
const list = (items: Schema): Schema => ({ type: "array", items });

/** The table of a spec with these schemas, whose one operation `get` has this body. */
function compile(body: Schema | undefined, schemas: Record<string, Schema> = {}): string {
  const spec: Spec = { paths: {}, components: { schemas } };
  return decodeTable(spec, [{ operationId: "get", body }]);
}

/** The text of a table with these constants, in which `get` has this body. */
function table(constants: string, body: string): string {
  return `export const operations = /* @__PURE__ */ (() => {\n${constants}  return {\n    get: ${body},\n  };\n})();\n`;
}

/** The table as the decoder gets it. */
async function evaluate(source: string): Promise<Record<string, Rule | null>> {
  const { operations } = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(source)}`)) as { operations: Record<string, Rule | null> };
  return operations;
}

async function ruleOf(body: Schema | undefined, schemas?: Record<string, Schema>): Promise<Rule | null | undefined> {
  return (await evaluate(compile(body, schemas))).get;
}

/** The decoder with the table of this body in the place of the one in generated/. */
async function decoder(body: Schema, schemas?: Record<string, Schema>): Promise<(value: unknown, onIssue?: (issue: WmDecodeIssueEvent) => void) => unknown> {
  const operations = await evaluate(compile(body, schemas));
  vi.resetModules();
  vi.doMock("../../generated/decode-table.js", () => ({ operations }));
  const { decodeWire } = (await import("../../src/decode/index.js")) as unknown as {
    decodeWire(id: string, body: unknown, onIssue?: (issue: WmDecodeIssueEvent) => void): unknown;
  };
  return (value, onIssue) => decodeWire("get", value, onIssue);
}

afterEach(() => {
  vi.doUnmock("../../generated/decode-table.js");
  vi.resetModules();
});

/** What a compilation fails with. */
function failure(body: Schema, schemas?: Record<string, Schema>): InputError {
  try {
    compile(body, schemas);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return error as InputError;
  }
  throw new Error("it compiled");
}

describe("the table of a body", () => {
  it("has a letter for each field that is decoded, and not the others", async () => {
    const body = object({ amount: decimal, name: plain, status: text, open: flag, quantity: { format: "wm-integer" }, id: { format: "wm-identifier" } });

    expect(await ruleOf(body)).toEqual({ amount: "n", status: "t", open: "f", quantity: "w", id: "i" });
  });

  it("decodes the base's formats as ours", async () => {
    const body = object({ a: { format: "date" }, b: { format: "wm-date" }, c: { format: "date-time" }, d: { format: "wm-date-time" } });

    expect(await ruleOf(body)).toEqual({ a: "d", b: "d", c: "m", d: "m" });
  });

  it("passes over a format that is not decoded, such as uuid, and names that every object has", async () => {
    const body = object({ id: { format: "uuid" }, other: { format: "constructor" }, constructor: decimal });

    expect(await ruleOf(body)).toEqual({ constructor: "n" });
  });

  it("writes a schema that stands in several places once", () => {
    const source = compile(object({ one: ref("Price"), other: ref("Price"), all: list(ref("Price")) }), { Price: object({ amount: decimal }) });

    expect(source).toBe(table(`  const Price = { amount: "n" };\n`, "{ one: Price, other: Price, all: [Price] }"));
  });

  it("leaves out schemas with nothing to decode, and those that no body holds", async () => {
    const schemas = { Name: object({ first: plain, last: plain }), Names: list(ref("Name")), Unused: object({ amount: decimal }) };

    const source = compile(object({ name: ref("Name"), names: ref("Names"), inline: list(object({ a: plain })), amount: decimal }), schemas);

    expect(source).toBe(table("", `{ amount: "n" }`));
  });

  it("is empty where fields are named and none is decoded, and null where no field is named", async () => {
    expect(await ruleOf(object({ name: plain }))).toEqual({});
    expect(await ruleOf(ref("Open"), { Open: { type: "object" } })).toBeNull();
    expect(await ruleOf(object({}))).toBeNull();
    expect(await ruleOf(undefined)).toBeNull();
  });

  it("quotes the names of fields that need it", async () => {
    const body = object({ "due-date": decimal, "1st": decimal, 'say "hi"': decimal, ünïcode: decimal, default: decimal, a_1: decimal });

    expect(compile(body)).toContain(`{ "due-date": "n", "1st": "n", "say \\"hi\\"": "n", "ünïcode": "n", default: "n", a_1: "n" }`);
    expect(Object.keys((await ruleOf(body)) as object).sort()).toEqual(["1st", "a_1", "default", "due-date", 'say "hi"', "ünïcode"]);
  });

  it("names constants so that a schema may be called anything that a spec allows", async () => {
    const names = ["default", "class", "operations", "price-list", "price.list", "price_list", "2nd", "_default"];
    const schemas = Object.fromEntries(names.map((name, index) => [name, object({ [`f${index}`]: decimal })]));

    const rule = await ruleOf(object(Object.fromEntries(names.map((name) => [name, ref(name)]))), schemas);

    expect(rule).toEqual(Object.fromEntries(names.map((name, index) => [name, { [`f${index}`]: "n" }])));
  });

  it("decodes a list of scalars and a list of lists", async () => {
    expect(await ruleOf(object({ amounts: list(decimal), rows: list(list(decimal)) }))).toEqual({ amounts: ["n"], rows: [["n"]] });
  });

  it("has lists of scalars decoded item by item, and what is null in them stay so", async () => {
    const decode = await decoder(object({ amounts: list(decimal), rows: list(list(flag)) }));
    const issues: WmDecodeIssueEvent[] = [];

    expect(decode({ amounts: ["1.50", null, "x"], rows: [["Y", null], null] }, (issue) => issues.push(issue))).toEqual({
      amounts: [1.5, null, null],
      rows: [[true, null], null],
    });
    expect(issues.map(({ path, reason }) => [path, reason])).toEqual([["$.amounts[2]", "unfit"]]);
    expect(decode({ amounts: { a: "1" } }, (issue) => issues.push(issue))).toEqual({ amounts: [null] });
    expect(issues.map(({ path, reason }) => [path, reason])[1]).toEqual(["$.amounts", "unfit"]);
  });

  it("follows a named list, a named scalar and a name for another name", async () => {
    const schemas = { Prices: list(ref("Price")), Price: object({ amount: ref("Amount") }), Amount: decimal, Alias: { allOf: [ref("Price")] } };

    expect(await ruleOf(object({ prices: ref("Prices"), alias: ref("Alias") }), schemas)).toEqual({ prices: [{ amount: "n" }], alias: { amount: "n" } });
  });

  it("names the schema that is missing", () => {
    expect(failure(object({ a: ref("Nope") })).message).toContain("Nope");
  });
});

describe("allOf", () => {
  it("puts the fields of all its schemas together, those beside it included", async () => {
    const body = { allOf: [ref("Base"), object({ extra: text })], properties: { own: flag } };

    expect(await ruleOf(body, { Base: object({ amount: decimal }) })).toEqual({ amount: "n", extra: "t", own: "f" });
  });

  it("refers to a named schema instead of repeating its fields", () => {
    expect(compile(ref("Detail"), { Base: object({ amount: decimal }), Detail: { allOf: [ref("Base"), object({ lines: list(ref("Base")) })] } })).toContain(
      "const Detail = { ...Base, lines: [Base] };",
    );
  });

  it("looks into one within one", async () => {
    const inner: Schema = { allOf: [ref("Base")], properties: { own: flag } };

    expect(await ruleOf({ allOf: [inner, object({ extra: text })] }, { Base: object({ amount: decimal }) })).toEqual({ amount: "n", own: "f", extra: "t" });
  });
});

describe.each(["anyOf", "oneOf"] as const)("%s", (either) => {
  it("of two objects decodes the fields of both, and what they share by the format both give it", async () => {
    const body = { [either]: [object({ id: text, amount: decimal }), object({ id: text, open: flag })] };

    expect(await ruleOf(body)).toEqual({ id: "t", amount: "n", open: "f" });
  });

  it("of two objects that give a field different formats is refused, and the message says where", () => {
    const body = { [either]: [object({ tickets: list(object({ tax: decimal })) }), object({ tickets: list(object({ tax: text })) })] };

    expect(failure(body).message).toBe("get.tickets[].tax: its schemas give it different formats, and a value does not say which of them it has");
    expect(failure(object({ price: ref("Price") }), { Price: { [either]: [object({ a: decimal }), object({ a: text })] } }).message).toMatch(/^Price\.a: /);
  });

  it("of two objects that disagree on whether a field is an object is refused", () => {
    expect(failure({ [either]: [object({ tax: decimal }), object({ tax: object({ amount: decimal }) })] }).message).toMatch(/^get\.tax: /);
    expect(failure({ [either]: [object({ tax: list(decimal) }), object({ tax: decimal })] }).message).toMatch(/^get\.tax: /);
  });

  it("of two objects merges the objects and the lists that they share", async () => {
    const schemas = {
      One: object({ info: ref("A"), rows: list(ref("A")) }),
      Other: object({ info: ref("B"), rows: list(ref("B")) }),
      A: object({ a: decimal, same: text }),
      B: object({ b: flag, same: text }),
    };

    expect(await ruleOf({ [either]: [ref("One"), ref("Other")] }, schemas)).toEqual({
      info: { a: "n", same: "t", b: "f" },
      rows: [{ a: "n", same: "t", b: "f" }],
    });
  });

  it("of an object and a list of such objects, in any order, decodes either", async () => {
    const schemas = { Total: object({ count: decimal }) };
    const inline = object({ count: decimal });

    for (const members of [
      [ref("Total"), list(ref("Total"))],
      [list(ref("Total")), ref("Total")],
      [inline, list(inline)],
    ]) {
      expect(await ruleOf(object({ total: { [either]: members } }), schemas)).toEqual({ total: { "?": { count: "n" } } });
    }
  });

  it("of an object and a list of other objects is refused", () => {
    expect(failure(object({ total: { [either]: [object({ count: decimal }), list(object({ count: text }))] } })).message).toMatch(/^get\.total: /);
  });

  it("of scalars decodes by the one format they have, and refuses two", async () => {
    expect(await ruleOf(object({ a: { [either]: [decimal, { type: "null" }] }, b: { [either]: [{ type: "number" }, decimal] } }))).toEqual({ a: "n", b: "n" });
    expect(failure(object({ a: { [either]: [decimal, text] } })).message).toMatch(/^get\.a: /);
  });
});

describe("a schema that holds itself", () => {
  const deep = { amount: "1.50", child: { amount: "2.50", children: [{ amount: "null" }, { child: { amount: "3" } }] } };
  const decoded = { amount: 1.5, child: { amount: 2.5, children: [{ amount: null }, { child: { amount: 3 } }] } };

  it("directly and in a list is decoded at every depth", async () => {
    const decode = await decoder(ref("Node"), { Node: object({ amount: decimal, child: ref("Node"), children: list(ref("Node")) }) });

    expect(decode(deep)).toEqual(decoded);
  });

  it("by way of another schema, in an object of no name and as an object or a list is decoded at every depth", async () => {
    const schemas = {
      Node: object({ amount: decimal, other: ref("Other"), inline: object({ child: ref("Node") }), either: { anyOf: [ref("Node"), list(ref("Node"))] } }),
      Other: object({ amount: decimal, back: list(ref("Node")) }),
    };
    const decode = await decoder(ref("Node"), schemas);

    expect(decode({ other: { amount: "1", back: [{ inline: { child: { amount: "2" } } }] }, either: [{ either: { amount: "3" } }] })).toEqual({
      other: { amount: 1, back: [{ inline: { child: { amount: 2 } } }] },
      either: [{ either: { amount: 3 } }],
    });
  });

  it("is refused as a part of another, whose copy would lack what refers back", () => {
    const Node = object({ amount: decimal, children: list(ref("Node")) });

    expect(failure({ allOf: [ref("Node"), object({ extra: text })] }, { Node }).message).toMatch(/^Node: it holds itself/);
    expect(failure(ref("Node"), { Node: object({ child: { allOf: [ref("Node"), object({ extra: text })] } }) }).message).toMatch(/^Node: it holds itself/);
  });

  it("is refused when it is a list", () => {
    expect(failure(ref("Tree"), { Tree: list(object({ amount: decimal, children: ref("Tree") })) }).message).toMatch(/^Tree: a list that holds itself/);
  });
});

it("the produced table decodes what the schemas say, and nothing else", async () => {
  const schemas = { Base: object({ "due-amount": decimal, note: plain }), Line: { allOf: [ref("Base"), object({ open: flag })] } };
  const decode = await decoder(object({ lines: list(ref("Line")), total: { anyOf: [ref("Base"), list(ref("Base"))] } }), schemas);

  expect(decode({ lines: [{ "due-amount": "1,000.50", note: " x ", open: "Y", more: "1" }], total: [{ "due-amount": "2" }, { "due-amount": "3" }] })).toEqual({
    lines: [{ "due-amount": 1000.5, note: " x ", open: true, more: "1" }],
    total: [{ "due-amount": 2 }, { "due-amount": 3 }],
  });
  expect(decode({ total: { "due-amount": "2" } })).toEqual({ total: { "due-amount": 2 } });
});

it("a field called like what every object has is decoded where it was sent, and not made up where it was not", async () => {
  const decode = await decoder(object({ constructor: decimal, toString: text }));

  expect(decode({ constructor: "1.50" })).toEqual({ constructor: 1.5 });
  expect(Object.keys(decode({}) as object)).toEqual([]);
});

it("namesFields comes to an end for an object without fields", () => {
  const spec: Spec = { paths: {}, components: { schemas: {} } };

  expect(namesFields(spec, object({}))).toBe(false);
  expect(namesFields(spec, { allOf: [object({}), object({ a: plain })] })).toBe(true);
});

describe("what would leave a value undecoded without a word", () => {
  it("is refused: a format of this project's that is misspelt", () => {
    expect(failure(object({ amount: { type: "string", format: "wm-decimal" } })).message).toBe("get.amount: there is no format wm-decimal");
  });

  it.each([
    ["additionalProperties", { type: "object", additionalProperties: { type: "string", format: "decimal" } }],
    ["prefixItems", { type: "array", prefixItems: [{ type: "string", format: "decimal" }] }],
    ["patternProperties", { type: "object", patternProperties: { "^a": { type: "object", properties: { b: { type: "string", format: "wm-date" } } } } }],
  ] as const)("is refused: a format under %s", (keyword, schema) => {
    expect(failure(object({ rates: schema })).message).toBe(`get.rates: values under ${keyword} are not decoded, so they cannot have a format`);
  });
});
