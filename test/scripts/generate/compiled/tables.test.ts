import { expect, it } from "vitest";
import { tables } from "../../../../scripts/generate/compiled/tables.js";
import type { Schema } from "../../../../scripts/generate/merged/spec.js";
import { compile, decimal, flag, list, object, ref, text } from "../../../support/model.js";

it("prints plain data: letters, lists, other names, and objects, of which long ones in several places have names", () => {
  const fields = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`field-${index}`, text]));
  const schemas = {
    Top: object({ one: ref("Long"), two: list(ref("Long")), detail: ref("Detail"), line: ref("Line"), '`${a}"*/\\': decimal }),
    Long: object(fields),
    Detail: { allOf: [ref("Base"), object({ lines: list(ref("Line")), Lines: { ...list(ref("Line")), "x-wm-same-as": "lines" } })] },
    Base: object({
      total: decimal,
      sum: { ...text, "x-wm-same-as": "total" },
      kind: { type: "string", enum: ["A"], format: "email", "x-wm-format": "wm-text" } as Schema,
    }),
    Line: object({ "due-amount": decimal, open: flag }),
  };
  const base = "components: { schemas: { Base: { properties: { kind: { enum: [A] } } } } }";

  expect(tables(compile(ref("Top"), { schemas, base }))).toBe(`export const responses = {
  "schemas": {
    "Long": {${Object.keys(fields).map((name) => `"${name}":"t"`)}},
  },
  "operations": {
    "listThings": {"one":"#Long","two":["#Long"],"detail":{"total":"n","sum":">total","kind":"t","lines":[{"due-amount":"n","open":"f"}],"Lines":">lines"},"line":{"due-amount":"n","open":"f"},"\`\${a}\\"*/\\\\":"n"},
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

it("prints the body that the query selects, and the fields of a request under both names", () => {
  const body = { anyOf: [ref("Small"), ref("Big")], "x-wm-selected-by": { kind: { big: "Big" } } };
  const parameters = [{ name: "kind", in: "query", schema: { type: "string" } }];
  const schemas = {
    Small: object({ a: text }),
    Big: object({ b: decimal }),
    Update: object({ thingName: { ...text, "x-wm-same-as": "name" }, parts: list(ref("Part")), request_tracking_id: text }),
    Part: object({ open: flag }),
  };
  const printed = tables(compile(body, { schemas, parameters, request: ref("Update") }));

  expect(printed).toContain('"listThings": ["kind",{"big":{"b":"n"}},{"a":"t"}],');
  expect(printed).toContain('"listThings": {"thingName":"t","name":">thingName","parts":[{"open":"f"}]},');
});

it("prints null for a body without documented fields", () => {
  expect(tables(compile(undefined))).toContain('"listThings": null,');
});
