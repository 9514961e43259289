import { expect, it } from "vitest";
import { InputError } from "../../../../scripts/generate/errors.js";
import { namesFields, type Schema, type Spec } from "../../../../scripts/generate/merged/spec.js";
import { compile, decimal, list, object, type Parts, ref, text } from "../../../support/model.js";

/** The message of the error that refuses a spec. */
function problem(body: Schema | undefined, parts: Parts): string | undefined {
  try {
    compile(body, parts);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return undefined;
}

const part = object({ a: text });
const endless = (...names: readonly string[]) => names.map((name) => `3:1: ${name}: it contains itself, so a body could be nested without end`).join("\n");
const format = (field: string, action: string) =>
  `5:1: Thing.${field}: a scalar in a response needs a format. In an overlay:\n  - target: $.components.schemas.Thing.properties.${field}\n    update: { ${action} }`;

it.each<[mistake: string, properties: Record<string, Schema>, message: string, others?: Record<string, Schema>]>([
  ["scalars without a format", { a: { type: "number" }, b: { type: "boolean" } }, `${format("a", "format: decimal")}\n${format("b", "format: wm-flag")}`],
  ["a scalar with no format but the base's", { email: { type: "string", format: "email" } }, format("email", "x-wm-format: wm-text")],
  ["prefixItems", { a: { type: "array", prefixItems: [text] } }, "6:1: Thing.a: values under prefixItems are not decoded"],
  ["a list of lists", { a: list(list(text)) }, "5:1: Thing.a: a list of lists is not decoded"],
  ["a value of two types", { a: { anyOf: [text, decimal] } }, "5:1: Thing.a: its schemas differ, and a value does not say which of them it has"],
  ["an object without a name", { part }, "5:1: Thing.part: an object needs a name: move it to components.schemas and refer to it"],
  ["the other name of no field", { a: { ...text, "x-wm-same-as": "b" } }, "6:1: Thing.a: x-wm-same-as leads to b, which is not a field of this object"],
  [
    "the other name of a field that has another name",
    { a: { ...text, "x-wm-same-as": "b" }, b: { ...text, "x-wm-same-as": "c" }, c: text },
    "6:1: Thing.a: x-wm-same-as leads to b, which is not a field of this object",
  ],
  ["a list named like a member of every object", { valueOf: list(text) }, "5:1: Thing.valueOf: every object has a member of this name already"],
  ["a field named __proto__", { ["__proto__"]: text }, "5:1: Thing.__proto__: every object has a member of this name already"],
  ["objects that contain each other", { part: ref("Part") }, endless("Thing", "Part"), { Part: object({ thing: ref("Thing") }) }],
  ["a list that contains itself", { a: ref("Tree") }, endless("Tree"), { Tree: list(ref("Tree")) }],
])("refuses %s in a response", (_, properties, message, others) => {
  expect(problem(ref("Thing"), { schemas: { Thing: object(properties), ...others } })).toBe(message);
});

const both = { anyOf: [ref("Thing"), ref("Other")] };

it.each<[mistake: string, body: Schema, schemas: Record<string, Schema>, message: string]>([
  [
    "types of fields without a name",
    ref("Thing"),
    { Thing: { ...part, additionalProperties: text, patternProperties: { "^a": text } } },
    ["additionalProperties", "patternProperties"]
      .map((keyword) => `4:1: Thing: values under ${keyword} are not decoded, so they cannot have a type`)
      .join("\n"),
  ],
  [
    "objects that extend each other",
    ref("Thing"),
    { Thing: { allOf: [ref("One"), part] }, One: { allOf: [ref("Two"), part] }, Two: { allOf: [ref("One")], properties: {} } },
    endless("One", "Two"),
  ],
  [
    "another field with an inherited name",
    ref("Thing"),
    { Thing: { allOf: [ref("Base"), object({ a: decimal })] }, Base: part },
    "7:1: Thing.a: an object that it extends has another field of this name",
  ],
  [
    "a name that no interface can have",
    ref("thing-1"),
    { "thing-1": part },
    "3:1: thing-1: the name of a schema becomes that of an interface: letters and digits, the first a capital",
  ],
  ["a list as a body", list(ref("Thing")), { Thing: part }, "8:1: GET /things: a body has to be an object with a name in components.schemas"],
  ["two bodies of which no query selects one", both, { Thing: part, Other: part }, "8:1: GET /things: x-wm-selected-by does not say which query selects Other"],
  [
    "a body that is selected by something other than the query, and one that is not among the schemas",
    { ...both, "x-wm-selected-by": { kind: { other: "Other", none: "None" } } },
    { Thing: part, Other: part },
    [
      "8:1: GET /things: x-wm-selected-by selects None, which is not among the schemas",
      "8:1: GET /things: x-wm-selected-by names kind, which is not a query parameter of this operation",
    ].join("\n"),
  ],
])("refuses %s", (_, body, schemas, message) => {
  expect(problem(body, { schemas })).toBe(message);
});

it("refuses an enum that an overlay adds to a response", () => {
  const schemas = { Thing: object({ kind: { ...text, enum: ["A"] } }) };
  const message = "6:1: Thing.kind: an overlay must not add an enum to a response, because WM sends values outside its documented lists";

  expect(problem(ref("Thing"), { schemas, base: "components: { schemas: { Thing: { properties: { kind: { type: string } } } } }" })).toBe(message);
});

it("refuses a schema for a request that is one for a response too", () => {
  const message = "3:1: Thing: a request and a response need a schema each, because lists and flags differ in them";

  expect(problem(ref("Thing"), { schemas: { Thing: part }, request: ref("Thing") })).toBe(message);
});

it("refuses a request in which the other name of a field is a field too", () => {
  const schemas = { Update: object({ a: { ...text, "x-wm-same-as": "b" }, b: text }) };
  const message = "6:1: Update.a: x-wm-same-as leads to b, which this request has as a field of its own";

  expect(problem(undefined, { schemas, request: ref("Update") })).toBe(message);
});

it("finds fields in the parts of an object, and none in an empty one", () => {
  const spec: Spec = { info: { description: "" }, paths: {}, components: { schemas: {} } };

  expect(namesFields(spec, object({}))).toBe(false);
  expect(namesFields(spec, { allOf: [object({}), object({ a: text })] })).toBe(true);
});
