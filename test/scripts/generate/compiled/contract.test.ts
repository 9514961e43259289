import { expect, it } from "vitest";
import { contractSpec } from "../../../../scripts/generate/compiled/contract.js";
import type { Spec } from "../../../../scripts/generate/merged/spec.js";

const schemas = {
  Plain: { type: "object", description: "Prose.", "x-wm-wire": "Prose.", properties: { description: { type: "string", description: "Prose." } } },
  // Fields with the names of keywords.
  Odd: {
    type: "object",
    properties: { properties: { type: "object", summary: "Prose." }, examples: { type: "array", items: { type: "string", example: "1" } } },
  },
};

it("drops prose and examples, and keeps fields with the names of keywords", () => {
  const spec = { openapi: "3.1.0", paths: {}, components: { schemas } } as unknown as Spec;

  expect(JSON.parse(contractSpec(spec))).toEqual({
    openapi: "3.1.0",
    paths: {},
    components: {
      schemas: {
        Plain: { type: "object", properties: { description: { type: "string" } } },
        Odd: { type: "object", properties: { properties: { type: "object" }, examples: { type: "array", items: { type: "string" } } } },
      },
    },
  });
});

it("writes a line for each component", () => {
  const spec = { paths: {}, components: { schemas: { A: { type: "string" }, B: { type: "object" } } } } as unknown as Spec;

  expect(contractSpec(spec)).toBe(
    '{\n  "paths": {},\n  "components": {\n    "schemas": {\n      "A": {"type":"string"},\n      "B": {"type":"object"}\n    }\n  }\n}\n',
  );
});
