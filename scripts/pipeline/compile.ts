import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import { parse } from "yaml";

const banner = "Compiled from openapi/ by `npm run generate`. Do not edit.";

/** The parts of an operation that are compiled by hand-written code; everything else is openapi-typescript's. */
interface Operation {
  readonly operationId: string;
  readonly "x-wm-facade"?: string;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

interface Spec {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Everything in `generated/`, by file name, compiled from the merged spec. */
export async function compile(merged: string): Promise<Map<string, string>> {
  const text = await readFile(merged, "utf8");
  const operations = operationsOf(parse(text) as Spec);
  return new Map([
    ["openapi.yaml", text],
    ["wire.d.ts", await wireTypes(merged)],
    ["facade.d.ts", facadeTypes(operations)],
    ["bodies.js", bodies(operations)],
    ["bodies.d.ts", `/* ${banner} */\n\n/** The operations whose 200 declares a JSON body. */\nexport declare const declaresBody: ReadonlySet<string>;\n`],
  ]);
}

function operationsOf(spec: Spec): Operation[] {
  return Object.values(spec.paths).flatMap((item) => Object.values(item).filter((operation) => operation.operationId !== undefined));
}

/** The types of the values as they are on the wire. */
async function wireTypes(merged: string): Promise<string> {
  const ast = await openapiTS(pathToFileURL(merged), {
    // A default says what is meant when a value is missing, not that the value is there.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
  });
  return `/** ${banner} */\n\n${astToString(ast)}`;
}

/** Which façade method serves which operation, for the check that none is missing. */
function facadeTypes(operations: readonly Operation[]): string {
  const lines = operations
    .filter((operation) => operation["x-wm-facade"] !== undefined)
    .map((operation) => `    ${operation.operationId}: "${operation["x-wm-facade"]}";`);
  return `/** ${banner} */\n\n/** The façade method of each operation, as \`x-wm-facade\` names it. */\nexport interface FacadeMethods {\n${lines.join("\n")}\n}\n`;
}

function bodies(operations: readonly Operation[]): string {
  const names = operations.filter(({ responses }) => responses["200"]?.content?.["application/json"] !== undefined).map(({ operationId }) => operationId);
  return `/* ${banner} */\nexport const declaresBody = new Set(${JSON.stringify(names, undefined, 2)});\n`;
}
