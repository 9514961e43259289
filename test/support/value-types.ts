import { fileURLToPath } from "node:url";
import { Ajv, type ValidateFunction } from "ajv";
import { createGenerator } from "ts-json-schema-generator";

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

type Schema = { [keyword: string]: unknown };

/** The JSON Schema of the value types that the package exports, so that it owes nothing to the table that the decoder reads. */
function schemaOfTypes(): { readonly definitions: Readonly<Record<string, Schema>> } {
  const schema = createGenerator({ path: root("src/index.ts"), tsconfig: root("tsconfig.json"), type: "Bodies", skipTypeCheck: true }).createSchema("Bodies");
  // Undeclared fields pass through; the types say nothing of them.
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => (key === "additionalProperties" && value === false ? undefined : value));
}

/** Validators of the exported value types, by the name of the type. Takes a few seconds. */
export function typeValidators(): ReadonlyMap<string, ValidateFunction> {
  const schema = schemaOfTypes();
  const ajv = new Ajv({ strict: false, allErrors: false }).addSchema(schema, "types");
  return new Map(Object.keys(schema.definitions).map((name) => [name, ajv.getSchema(`types#/definitions/${name}`)!]));
}
