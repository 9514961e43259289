import { contractSpec } from "./contract.js";
import { type Inputs, nodeAt, whereWritten } from "./inputs.js";
import { modelOf } from "./model.js";
import { routeTable, routeTypes } from "./routes.js";
import { type Operation, operationsOf, type Spec } from "./spec.js";
import { tables, tableTypes } from "./tables.js";
import { valueTypes } from "./values.js";

const banner = "Compiled from openapi/ by `npm run generate`. Do not edit.";

/** Everything in `generated/`, by file name, compiled from the merged spec, which is given as text and parsed. The inputs say where it was written. */
export async function compile(text: string, spec: Spec, inputs: Inputs): Promise<Map<string, string>> {
  // TypeScript comes with it and takes half a second to load, which is not needed when there is nothing to compile.
  const { wireTypes } = await import("./types.js");
  const operations = operationsOf(spec);
  const model = modelOf(spec, operations, {
    place: (path) => whereWritten(inputs, spec, path),
    isBase: (path) => nodeAt(inputs.base.content, path) !== undefined,
  });
  const bannered = (types: string) => `/** ${banner} */\n\n${types}`;
  return new Map([
    ["openapi.yaml", text],
    ["wire.d.ts", bannered(await wireTypes(spec))],
    ["values.d.ts", bannered(valueTypes(model))],
    ["tables.js", `/* ${banner} */\n${tables(model)}`],
    ["tables.d.ts", bannered(tableTypes)],
    ["routes.js", `/* ${banner} */\n${routeTable(operations)}`],
    ["routes.d.ts", bannered(routeTypes(operations))],
    ["facade.d.ts", facadeTypes(operations)],
    ["contract.json", contractSpec(spec)],
  ]);
}

/** Which façade method serves which operation, for the check that none is missing. */
function facadeTypes(operations: readonly Operation[]): string {
  const lines = operations.flatMap(({ operationId, facade }) => (facade === undefined ? [] : [`    ${operationId}: "${facade}";`]));
  return `/** ${banner} */\n\n/** The façade method of each operation, as \`x-wm-facade\` names it. */\nexport interface FacadeMethods {\n${lines.join("\n")}\n}\n`;
}
