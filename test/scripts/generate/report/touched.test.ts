import { expect, it } from "vitest";
import type { Spec } from "../../../../scripts/generate/merged/spec.js";
import { touched } from "../../../../scripts/generate/report/touched.js";

function specWith(parts: { path?: string; name?: object; answer?: object; trailer?: object }): Spec {
  const truck = { schema: { $ref: "#/components/schemas/Truck" } };
  const operation = {
    operationId: "listTrucks",
    "x-wm-facade": "customer.trucks.list",
    description: "Lists.",
    parameters: [{ $ref: "#/components/parameters/Name" }],
    responses: { "200": { description: "Success", content: { "application/json": truck } }, ...parts.answer },
  };
  const schemas = {
    Truck: { type: "object", properties: { trailer: { $ref: "#/components/schemas/Trailer" } } },
    Trailer: { type: "object", properties: { axles: { type: "integer" } }, ...parts.trailer },
  };
  const parameters = { Name: { name: "name", in: "query", schema: { type: "string" }, ...parts.name } };
  return { paths: { [parts.path ?? "/trucks"]: { get: operation } }, components: { parameters, schemas } } as unknown as Spec;
}

const before = specWith({});

it.each<[change: string, parts: Parameters<typeof specWith>[0], changed: string]>([
  ["path", { path: "/lorries" }, "request"],
  ["shared parameter", { name: { required: true } }, "parameters"],
  ["response", { answer: { "404": { description: "None." } } }, "responses"],
  ["field called description", { trailer: { properties: { axles: { type: "integer" }, description: {} } } }, "responses"],
  ["schema that contains itself", { trailer: { properties: { next: { $ref: "#/components/schemas/Trailer" } } } }, "responses"],
])("finds an operation with another %s", (_, parts, changed) => {
  expect(touched(before, specWith(parts))).toMatchObject([{ what: "changed", parts: [changed] }]);
});

it("ignores prose and the order of keys", () => {
  const after = specWith({ name: { description: "Other." }, trailer: { title: "Other", properties: { axles: { example: 3, type: "integer" } } } });

  expect(touched(before, after)).toEqual([]);
});

it("finds added and removed operations", () => {
  const none = { ...before, paths: {} };

  expect(touched(none, before)).toMatchObject([{ what: "added", parts: [] }]);
  expect(touched(before, none)).toMatchObject([{ what: "removed", parts: [] }]);
});
