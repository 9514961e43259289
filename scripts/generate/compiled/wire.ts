import { createRequire } from "node:module";
import type { OpenAPI3 } from "openapi-typescript";
import type { TypeNode } from "typescript";
import type { Spec } from "../merged/spec.js";

// As modules, Node would scan the nine megabytes of TypeScript for exports, which takes half a second.
const require = createRequire(import.meta.url);
const { factory, SyntaxKind } = require("typescript") as typeof import("typescript");
const { default: openapiTS, astToString } = require("openapi-typescript") as typeof import("openapi-typescript");

/** Types of wire values. */
export async function wireTypes(spec: Spec): Promise<string> {
  const ast = await openapiTS(marked(spec) as OpenAPI3, {
    // A value with a default may still be missing.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
    transform: ({ format }) => (format === "decimal" ? stringOrNumber() : undefined),
  });
  const text = astToString(ast).replaceAll(mark, "");
  return text.replace(/^export interface (\w+)/gm, (head, name: string) => (name in docs ? `/** ${docs[name]} */\n${head}` : head));
}

const mark = "__named";

/** The spec with a mark after each name that every object has, because Redocly looks names up in plain objects. */
function marked(spec: Spec): unknown {
  const names = new RegExp(`"(${Object.getOwnPropertyNames(Object.prototype).join("|")})"`, "g");
  return JSON.parse(JSON.stringify(spec).replace(names, `"$1${mark}"`));
}

/** Doc comments of the exported types, which say that they are not decoded values. */
const docs: Readonly<Record<string, string>> = {
  paths: "Wire types: the operations by path and method, for openapi-fetch and libraries built on it.",
  components: "Wire types: the schemas as they are on the wire, for `wm.raw`. Decoded values have interfaces of their own, such as `InvoiceSummary`.",
  operations: "Wire types: parameters, bodies and responses as they are on the wire, by operationId.",
};

/** A decimal may be text or a number, whatever type the base declares. */
function stringOrNumber(): TypeNode {
  return factory.createUnionTypeNode([factory.createKeywordTypeNode(SyntaxKind.StringKeyword), factory.createKeywordTypeNode(SyntaxKind.NumberKeyword)]);
}
