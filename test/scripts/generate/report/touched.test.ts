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

it.each<[string, Parameters<typeof specWith>[0], readonly string[] | undefined]>([
  [
    "ignores other words and another order",
    { name: { description: "Other." }, trailer: { properties: { axles: { example: 3, type: "integer" } } } },
    undefined,
  ],
  ["finds another path", { path: "/lorries" }, ["request"]],
  ["finds another shared parameter", { name: { required: true } }, ["parameters"]],
  ["finds another response", { answer: { "404": { description: "None." } } }, ["responses"]],
  [
    "finds a field of a schema in a response, also one called description",
    { trailer: { properties: { axles: { type: "integer" }, description: {} } } },
    ["responses"],
  ],
  ["ends for a schema that contains itself", { trailer: { properties: { next: { $ref: "#/components/schemas/Trailer" } } } }, ["responses"]],
])("%s", (_, parts, changed) => {
  expect(touched(before, specWith(parts)).map(({ what, parts }) => [what, parts])).toEqual(changed ? [["changed", changed]] : []);
});

it("finds operations that came or went", () => {
  const none = { ...before, paths: {} };

  expect(touched(none, before)).toMatchObject([{ what: "added", parts: [] }]);
  expect(touched(before, none)).toMatchObject([{ what: "removed", parts: [] }]);
});
