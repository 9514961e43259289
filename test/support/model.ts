import { parseDocument } from "yaml";
import { type Model, modelOf } from "../../scripts/generate/compiled/model.js";
import { operationsOf, type Schema, type Spec } from "../../scripts/generate/merged/spec.js";

export const decimal: Schema = { type: ["string", "number"], format: "decimal" };
export const text: Schema = { type: "string", format: "wm-text" };
export const flag: Schema = { type: "string", format: "wm-flag" };

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const object = (properties: Record<string, Schema>): Schema => ({ type: "object", properties });
export const list = (items: Schema): Schema => ({ type: "array", items });

export interface Parts {
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
export function compile(body: Schema | undefined, parts: Parts = {}): Model {
  const spec = specOf(body, parts);
  const base = parseDocument(parts.base ?? "");
  return modelOf(spec, operationsOf(spec), { where: (path) => `${path.length}:1`, isBase: (path) => base.hasIn(path) });
}
