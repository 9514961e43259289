import { createRequire } from "node:module";
import type { OpenAPI3, OpenAPITSOptions } from "openapi-typescript";
import type { TypeNode } from "typescript";
import { type Decoded, formatOf } from "./formats.js";
import { InputError } from "./inputs.js";
import { namesFields, type Operation, refName, resolve, type Schema, type Spec } from "./spec.js";
import { ts } from "./typescript.js";

// As CommonJS, so that it finds the TypeScript that is loaded already.
const { default: openapiTS, astToString } = createRequire(import.meta.url)("openapi-typescript") as typeof import("openapi-typescript");

const typeOptions: OpenAPITSOptions = {
  // A default says what is meant when a value is missing, not that the value is there.
  defaultNonNullable: false,
  emptyObjectsUnknown: true,
  silent: true,
};

/** The types of the values as they are on the wire. */
export async function wireTypes(spec: Spec): Promise<string> {
  const ast = await openapiTS(spec as unknown as OpenAPI3, { ...typeOptions, transform: ({ format }) => wireType(format) });
  return astToString(ast);
}

/** The types of the values that the façade gives, and which of them each operation resolves to. */
export async function decodedTypes(spec: Spec, operations: readonly Operation[]): Promise<string> {
  const schemas = reachableSchemas(spec, operations);
  const document = { openapi: "3.1.0", info: { title: "", version: "" }, paths: {}, components: { schemas } } as OpenAPI3;
  const ast = await openapiTS(document, { ...typeOptions, transform: ({ format }) => decodedType(format) });
  const components = astToString(ast.filter((node) => "name" in node && (node.name as { text?: string }).text === "components"));
  const lines = operations.map((operation) => `    ${operation.operationId}: ${bodyType(spec, operation)};`);
  return `${components}\n/** What each operation resolves to. */\nexport interface Bodies {\n${lines.join("\n")}\n}\n`;
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

const keywords = { number: ts.SyntaxKind.NumberKeyword, boolean: ts.SyntaxKind.BooleanKeyword, string: ts.SyntaxKind.StringKeyword } as const;

const keyword = (name: Decoded) => ts.factory.createKeywordTypeNode(keywords[name]);

/** The type of a decoded value; undefined for a schema whose format is none of these. */
function decodedType(format: string | undefined): TypeNode | undefined {
  const known = formatOf(format);
  return known && ts.factory.createUnionTypeNode([keyword(known.decoded), ts.factory.createLiteralTypeNode(ts.factory.createNull())]);
}

/** The type of a value on the wire, where it is not the one that the schema's `type` says: any decimal comes as text too. */
function wireType(format: string | undefined): TypeNode | undefined {
  return format === "decimal" ? ts.factory.createUnionTypeNode([keyword("string"), keyword("number")]) : undefined;
}
