import { type Operation, operationsOf, type Spec } from "./spec.js";
import { decodeTable } from "./table.js";

const banner = "Compiled from openapi/ by `npm run generate`. Do not edit.";

/** Everything in `generated/`, by file name, compiled from the merged spec, which is given as text and parsed. */
export async function compile(text: string, spec: Spec): Promise<Map<string, string>> {
  // TypeScript comes with it and takes half a second to load, which is not needed when there is nothing to compile.
  const { decodedTypes, wireTypes } = await import("./types.js");
  const operations = operationsOf(spec);
  const bannered = (types: string) => `/** ${banner} */\n\n${types}`;
  return new Map([
    ["openapi.yaml", text],
    ["wire.d.ts", bannered(await wireTypes(spec))],
    ["decoded.d.ts", bannered(await decodedTypes(spec, operations))],
    ["decode-table.js", `/* ${banner} */\n${decodeTable(spec, operations)}`],
    ["decode-table.d.ts", decodeTableTypes],
    ["facade.d.ts", facadeTypes(operations)],
  ]);
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
