import ts from "typescript";

/**
 * The types of `generated/decoded.d.ts`, each an interface or an alias of its own: TypeDoc gives those a page, and would put all members of
 * `components["schemas"]` on one.
 */
export function decodedModule(decoded: string): string {
  const source = ts.createSourceFile("decoded.d.ts", decoded, ts.ScriptTarget.Latest, true);
  const components = source.statements.filter(ts.isInterfaceDeclaration).find(({ name }) => name.text === "components");
  const schemas = components?.members.filter(ts.isPropertySignature).find(({ name }) => name.getText() === "schemas")?.type;
  if (schemas === undefined || !ts.isTypeLiteralNode(schemas)) throw new Error("generated/decoded.d.ts has no components.schemas");
  const types = schemas.members.filter(ts.isPropertySignature).map((member) => declaration(member, decoded));
  return `${moduleComment}\n\n${types.join("\n\n")}\n`;
}

const moduleComment = `/**
 * What the operations of the client resolve to: numbers, booleans, ISO 8601 dates and trimmed text where WM sends text. The package exports
 * these types as \`decoded["schemas"]\`. A field may be missing where WM does not send it, and is null where it sends nothing.
 *
 * @module Decoded values
 */`;

function declaration(member: ts.PropertySignature, text: string): string {
  const name = member.name.getText();
  const written = readable(text.slice(member.getFullStart(), member.getStart()).trim());
  const comment = written === "" ? `/** ${name}, of which no source says more. */` : written;
  const type = (member.type?.getText() ?? "unknown").replace(/components\["schemas"\]\["(\w+)"\]/g, "$1");
  const fields = readable(type);
  const isObject = member.type !== undefined && ts.isTypeLiteralNode(member.type);
  return `${comment}\n${isObject ? `export interface ${name} ${fields}` : `export type ${name} = ${fields};`}`;
}

/** openapi-typescript writes `Format: date` above a description, and marks that with a tag which TypeDoc does not need. */
function readable(comments: string): string {
  return comments
    .replace(/Format: (\S+)(\s+\*\s+)@description /g, "`$1`:$2")
    .replace(/Format: (\S+)/g, "`$1`")
    .replaceAll("@description ", "")
    .replace(/\n *\* @enum \S+/g, "");
}
