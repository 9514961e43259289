import { wireBodies } from "../support/bodies.js";
import { typeValidators } from "../support/value-types.js";

// Made before the first call, because it takes seconds in which nothing else runs.
const validators = typeValidators();

/** What in a decoded body is not of the type that the package declares. The query may select the type. */
export function wrongValues(operationId: string, query: URLSearchParams, value: unknown): string[] {
  const bodies = wireBodies.filter((body) => body.operationId === operationId);
  const selected = bodies.find((body) => body.query && Object.entries(body.query).every(([name, text]) => query.get(name) === text));
  const schema = (selected ?? bodies[0])?.schema;
  if (schema === undefined) return [];
  const validate = validators.get(schema)!;
  return validate(value) ? [] : [`the value violates ${schema}: ${JSON.stringify(validate.errors)}`];
}
