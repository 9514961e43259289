import { operations, spec } from "../support/spec.js";

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly "x-wm-format"?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

const decodedTypes: Readonly<Record<string, string>> = {
  decimal: "number",
  "wm-integer": "number",
  "wm-flag": "boolean",
  "wm-identifier": "string",
  "wm-text": "string",
  date: "string",
  "wm-date": "string",
  "date-time": "string",
  "wm-date-time": "string",
};

function resolved(schema: Schema): Schema {
  return schema.$ref === undefined ? schema : spec.components.schemas[schema.$ref.split("/").at(-1)!];
}

function propertiesOf(schema: Schema): readonly (readonly [string, Schema])[] {
  const { properties = {}, allOf = [] } = resolved(schema);
  return [...allOf.flatMap(propertiesOf), ...Object.entries(properties)];
}

function misfits(given: Schema, value: unknown, path: string): string[] {
  const schema = resolved(given);
  if (value === null || value === undefined) return [];
  if (schema.items) return Array.isArray(value) ? value.flatMap((item, index) => misfits(schema.items!, item, `${path}[${index}]`)) : [];
  const properties = propertiesOf(schema);
  if (properties.length > 0) {
    if (typeof value !== "object" || Array.isArray(value)) return [];
    return properties.flatMap(([name, property]) =>
      Object.hasOwn(value, name) ? misfits(property, (value as Record<string, unknown>)[name], `${path}.${name}`) : [],
    );
  }
  const type = decodedTypes[schema["x-wm-format"] ?? schema.format ?? ""];
  return type === undefined || typeof value === type ? [] : [`${path} is a ${typeof value}, declared as ${type}`];
}

/**
 * What in a decoded body is not of its declared type. A body with several schemas must fit one of them. The scalars of declared objects and
 * lists are looked at, and nothing that has another shape.
 */
export function wrongValues(operationId: string, value: unknown): string[] {
  const schema: Schema | undefined = operations.find((operation) => operation.operationId === operationId)?.ok?.schema;
  if (schema === undefined) return [];
  const found = (schema.anyOf ?? [schema]).map((member) => misfits(member, value, "$"));
  return found.some((wrong) => wrong.length === 0) ? [] : found[0]!;
}
