import { createRequire } from "node:module";
import type { OpenAPI3 } from "openapi-typescript";
import type { TypeNode } from "typescript";
import type { Spec } from "./spec.js";
import { ts } from "./typescript.js";

// As CommonJS, so that it finds the TypeScript that is loaded already.
const { default: openapiTS, astToString } = createRequire(import.meta.url)("openapi-typescript") as typeof import("openapi-typescript");

/** The types of the values as they are on the wire. */
export async function wireTypes(spec: Spec): Promise<string> {
  const ast = await openapiTS(spec as unknown as OpenAPI3, {
    // A default says what is meant when a value is missing, not that the value is there.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
    transform: ({ format }) => (format === "decimal" ? stringOrNumber() : undefined),
  });
  return astToString(ast).replace(/^export interface (\w+)/gm, (head, name: string) => (name in docs ? `/** ${docs[name]} */\n${head}` : head));
}

/** What an editor says of the types that the package exports: their names tell nobody that they are not those of decoded values. */
const docs: Readonly<Record<string, string>> = {
  paths: "Wire types: the operations by path and method, for openapi-fetch and libraries built on it.",
  components: "Wire types: the schemas as they are on the wire, for `wm.raw`. Decoded values have interfaces of their own, such as `InvoiceSummary`.",
  operations: "Wire types: parameters, bodies and responses as they are on the wire, by operationId.",
};

/** A decimal comes as text or as a number, whatever the base says. */
function stringOrNumber(): TypeNode {
  const { factory, SyntaxKind } = ts;
  return factory.createUnionTypeNode([factory.createKeywordTypeNode(SyntaxKind.StringKeyword), factory.createKeywordTypeNode(SyntaxKind.NumberKeyword)]);
}
