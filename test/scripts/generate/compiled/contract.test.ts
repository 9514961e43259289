import { expect, it } from "vitest";
import { contractSpec } from "../../../../scripts/generate/compiled/contract.js";
import type { Spec } from "../../../../scripts/generate/merged/spec.js";

it("drops prose and examples, keeps fields named like keywords, and writes a line for each component", () => {
  const schemas = {
    Plain: { type: "object", description: "Prose.", "x-wm-wire": "Prose.", properties: { description: { type: "string", summary: "Prose." } } },
    Odd: { properties: { properties: { summary: "Prose." }, examples: { items: { example: "1" } } } },
  };

  expect(contractSpec({ paths: {}, components: { schemas } } as unknown as Spec)).toBe(`{
  "paths": {},
  "components": {
    "schemas": {
      "Plain": {"type":"object","properties":{"description":{"type":"string"}}},
      "Odd": {"properties":{"properties":{},"examples":{"items":{}}}}
    }
  }
}
`);
});
