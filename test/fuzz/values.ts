import { wireBodies } from "../support/bodies.js";
import { typeValidators } from "../support/value-types.js";

// Created before the first call, because it blocks for seconds.
const validators = typeValidators();

/** Type errors in a decoded body. The query may select the type. */
export function wrongValues(operationId: string, query: URLSearchParams, value: unknown): string[] {
  const bodies = wireBodies.filter((body) => body.operationId === operationId);
  const selected = bodies.find((body) => body.query && Object.entries(body.query).every(([name, text]) => query.get(name) === text));
  const schema = (selected ?? bodies[0])?.schema;
  if (schema === undefined) return [];
  const validate = validators.get(schema)!;
  return validate(value) ? [] : [`the value violates ${schema}: ${JSON.stringify(validate.errors)}`];
}
