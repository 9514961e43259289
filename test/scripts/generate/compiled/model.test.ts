import { describe, expect, it } from "vitest";
import { InputError } from "../../../../scripts/generate/errors.js";
import { namesFields, type Schema, type Spec } from "../../../../scripts/generate/merged/spec.js";
import { rejection } from "../../../support/client.js";
import { compile, decimal, list, object, type Parts, ref, text } from "../../../support/model.js";

/** What is said of a spec that is refused. */
async function problem(body: Schema | undefined, parts: Parts): Promise<string> {
  const error = await rejection((async () => compile(body, parts))());
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).message;
}

const endless = (...names: readonly string[]) => names.map((name) => `3:1: ${name}: it contains itself, so a body could be nested without end`).join("\n");
const format = (field: string, action: string) =>
  `5:1: Thing.${field}: a scalar in a response needs a format. In an overlay:\n  - target: $.components.schemas.Thing.properties.${field}\n    update: { ${action} }`;

describe("a response is refused, with its place, if", () => {
  it.each<[string, Record<string, Schema>, string, Record<string, Schema>?]>([
    ["a scalar has no format", { total: { type: "number" } }, format("total", "format: decimal")],
    ["a scalar has the base's format alone", { email: { type: "string", format: "email" } }, format("email", "x-wm-format: wm-text")],
    ["there are prefixItems", { a: { type: "array", prefixItems: [text] } }, "6:1: Thing.a: values under prefixItems are not decoded"],
    ["a list has lists", { a: list(list(text)) }, "5:1: Thing.a: a list of lists is not decoded"],
    ["a value has two shapes", { a: { anyOf: [text, decimal] } }, "5:1: Thing.a: its schemas differ, and a value does not say which of them it has"],
    ["an object has no name", { part: object({ a: text }) }, "5:1: Thing.part: an object needs a name: move it to components.schemas and refer to it"],
    ["another name leads nowhere", { a: { ...text, "x-wm-same-as": "b" } }, "6:1: Thing.a: x-wm-same-as leads to b, which is not a field of this object"],
    [
      "another name leads to another",
      { a: { ...text, "x-wm-same-as": "b" }, b: { ...text, "x-wm-same-as": "c" }, c: text },
      "6:1: Thing.a: x-wm-same-as leads to b, which is not a field of this object",
    ],
    [
      "a list is named like a member of every object",
      { valueOf: list(ref("Part")) },
      "5:1: Thing.valueOf: every object has a member of this name already",
      { Part: object({ a: text }) },
    ],
    ["an object contains itself", { things: list(ref("Thing")) }, endless("Thing")],
    ["objects contain each other", { part: ref("Part") }, endless("Thing", "Part"), { Part: object({ thing: ref("Thing") }) }],
    ["a list contains itself", { a: ref("Tree") }, endless("Tree"), { Tree: list(ref("Tree")) }],
  ])("%s", async (_, properties, message, others = {}) => {
    expect(await problem(ref("Thing"), { schemas: { Thing: object(properties), ...others } })).toBe(message);
  });

  const named = { Thing: object({ a: text }), Other: object({ b: text }) };
  const both = { anyOf: [ref("Thing"), ref("Other")] };
  const enumerated = object({ kind: { ...text, enum: ["A"] } });

  it.each<[string, Schema, Parts, string]>([
    [
      "an overlay adds an enum",
      ref("Thing"),
      { schemas: { Thing: enumerated }, base: "components: { schemas: { Thing: { properties: { kind: { type: string } } } } }" },
      "6:1: Thing.kind: an overlay must not add an enum to a response, because WM sends values outside its documented lists",
    ],
    ...["additionalProperties", "patternProperties"].map((keyword): [string, Schema, Parts, string] => [
      `${keyword} have a type`,
      ref("Thing"),
      { schemas: { Thing: { ...object({ a: text }), [keyword]: { "^a": text } } } },
      `4:1: Thing: values under ${keyword} are not decoded, so they cannot have a type`,
    ]),
    [
      "objects extend each other",
      ref("Thing"),
      {
        schemas: {
          Thing: { allOf: [ref("One"), object({ a: text })] },
          One: { allOf: [ref("Two"), object({ b: text })] },
          Two: { allOf: [ref("One")], properties: {} },
        },
      },
      endless("One", "Two"),
    ],
    ["the body is a list", list(ref("Thing")), { schemas: named }, "8:1: GET /things: a body has to be an object with a name in components.schemas"],
    ["no query selects one of two bodies", both, { schemas: named }, "8:1: GET /things: x-wm-selected-by does not say which query selects Other"],
    [
      "something else than the query selects a body",
      { ...both, "x-wm-selected-by": { kind: { other: "Other" } } },
      { schemas: named },
      "8:1: GET /things: x-wm-selected-by names kind, which is not a query parameter of this operation",
    ],
    [
      "it inherits another field of a name",
      ref("Thing"),
      { schemas: { Thing: { allOf: [ref("Base"), object({ a: decimal })] }, Base: object({ a: text }) } },
      "7:1: Thing.a: an object that it extends has another field of this name",
    ],
    [
      "its name cannot be that of an interface",
      ref("thing-1"),
      { schemas: { "thing-1": object({ a: text }) } },
      "3:1: thing-1: the name of a schema becomes that of an interface: letters and digits, the first a capital",
    ],
    [
      "it is a request too",
      ref("Thing"),
      { schemas: named, request: ref("Thing") },
      "3:1: Thing: a request and a response need a schema each, because lists and flags differ in them",
    ],
  ])("%s", async (_, body, parts, message) => {
    expect(await problem(body, parts)).toBe(message);
  });

  it("several things are wrong, each in its line", async () => {
    const schemas = { Thing: object({ a: { type: "string" }, b: { type: "boolean" } }) };

    expect(await problem(ref("Thing"), { schemas })).toMatch(/Thing\.a: .*wm-text.*Thing\.b: .*wm-flag/s);
  });
});

it("refuses a request in which the other name of a field is a field too", async () => {
  const schemas = { Update: object({ a: { ...text, "x-wm-same-as": "b" }, b: text }) };

  expect(await problem(undefined, { schemas, request: ref("Update") })).toBe(
    "6:1: Update.a: x-wm-same-as leads to b, which this request has as a field of its own",
  );
});

it("finds fields in the parts of an object, and none in an empty one", () => {
  const spec: Spec = { info: { description: "" }, paths: {}, components: { schemas: {} } };

  expect(namesFields(spec, object({}))).toBe(false);
  expect(namesFields(spec, { allOf: [object({}), object({ a: text })] })).toBe(true);
});
