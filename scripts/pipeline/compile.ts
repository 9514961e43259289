import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString, type OpenAPI3, type OpenAPITSOptions } from "openapi-typescript";
import { parse } from "yaml";
import { decodedType, wireType } from "./formats.js";
import { InputError } from "./inputs.js";
import { namesFields, type Operation, operationsOf, refName, resolve, type Schema, type Spec } from "./spec.js";
import { decodeTable } from "./table.js";

const banner = "Compiled from openapi/ by `npm run generate`. Do not edit.";

/** Everything in `generated/`, by file name, compiled from the merged spec. */
export async function compile(merged: string): Promise<Map<string, string>> {
  const text = await readFile(merged, "utf8");
  const spec = parse(text) as Spec;
  const operations = operationsOf(spec);
  return new Map([
    ["openapi.yaml", text],
    ["wire.d.ts", await wireTypes(merged)],
    ["decoded.d.ts", await decodedTypes(spec, operations)],
    ["decode-table.js", `/* ${banner} */\n${decodeTable(spec, operations)}`],
    ["decode-table.d.ts", decodeTableTypes],
    ["facade.d.ts", facadeTypes(operations)],
  ]);
}

const typeOptions: OpenAPITSOptions = {
  // A default says what is meant when a value is missing, not that the value is there.
  defaultNonNullable: false,
  emptyObjectsUnknown: true,
  silent: true,
};

/** The types of the values as they are on the wire. */
async function wireTypes(merged: string): Promise<string> {
  const ast = await openapiTS(pathToFileURL(merged), { ...typeOptions, transform: ({ format }) => wireType(format) });
  return `/** ${banner} */\n\n${astToString(ast)}`;
}

/** The types of the values that the façade gives, and which of them each operation resolves to. */
async function decodedTypes(spec: Spec, operations: readonly Operation[]): Promise<string> {
  const schemas = reachableSchemas(spec, operations);
  const document = { openapi: "3.1.0", info: { title: "", version: "" }, paths: {}, components: { schemas } } as OpenAPI3;
  const ast = await openapiTS(document, { ...typeOptions, transform: ({ format }) => decodedType(format) });
  const components = astToString(ast.filter((node) => "name" in node && (node.name as { text?: string }).text === "components"));
  const lines = operations.map((operation) => `    ${operation.operationId}: ${bodyType(spec, operation)};`);
  return `/** ${banner} */\n\n${components}\n/** What each operation resolves to. */\nexport interface Bodies {\n${lines.join("\n")}\n}\n`;
}

/** The type of an operation's body. Where no source names a field of it, nothing may come at all. */
function bodyType(spec: Spec, { operationId, body }: Operation): string {
  if (body === undefined) return "unknown";
  const members = body.anyOf ?? [body];
  const names = members.map((member) => {
    const name = refName(member);
    if (name === undefined) throw new InputError(`${operationId}: the schema of its 200 needs a name in components.schemas`);
    return `components["schemas"]["${name}"]`;
  });
  return [...names, ...(namesFields(spec, body) ? [] : ["undefined"])].join(" | ");
}

/** The schemas that bodies are made of; those of requests are not decoded. */
function reachableSchemas(spec: Spec, operations: readonly Operation[]): Record<string, Schema> {
  const found: Record<string, Schema> = {};
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const name = refName(node);
    if (name !== undefined && !(name in found)) {
      found[name] = resolve(spec, node);
      visit(found[name]);
    }
    for (const child of Object.values(node)) visit(child);
  };
  for (const { body } of operations) visit(body);
  // In the order of the spec, so that a new operation moves nothing.
  return Object.fromEntries(Object.entries(spec.components.schemas).filter(([name]) => name in found));
}

const decodeTableTypes = `/** ${banner} */

/**
 * How a value is decoded: the letter of its format, the fields of an object, a list, or \`{ "?": rule }\` for an object that may also
 * come as a list of such objects.
 */
export type Rule = string | { readonly [field: string]: Rule } | readonly [Rule];

/** How the body of each operation is decoded; null where no source names a field of it. */
export declare const operations: { readonly [operationId: string]: Rule | null };
`;

/** Which façade method serves which operation, for the check that none is missing, and which parameters it respells. */
function facadeTypes(operations: readonly Operation[]): string {
  const respelt = operations.flatMap(({ parameters }) =>
    parameters.flatMap((parameter) => (parameter["x-wm-parameter"] === undefined ? [] : [`    ${parameter.name}: "${parameter["x-wm-parameter"]}";`])),
  );
  const lines = operations.flatMap(({ operationId, facade }) => (facade === undefined ? [] : [`    ${operationId}: "${facade}";`]));
  return `/** ${banner} */\n\n/** The façade method of each operation, as \`x-wm-facade\` names it. */\nexport interface FacadeMethods {\n${lines.join("\n")}\n}\n\n/** The façade's names of parameters that are not their camelCase form, as \`x-wm-parameter\` names them. */\nexport interface RespeltParameters {\n${respelt.join("\n")}\n}\n`;
}
