import { parseBase } from "./base.js";
import { checkOverlays } from "./check-overlays.js";
import { checkSpec } from "./check.js";
import { contractSpec } from "./contract.js";
import { page, type Source, visible } from "./files.js";
import { nodeAt } from "./input.js";
import type { Merged } from "./merge.js";
import { modelOf } from "./model.js";
import { withTables } from "./operations-page.js";
import { type Inputs, readInputs, whereWritten } from "./overlays.js";
import { argumentName, type Operation, operationsOf } from "./spec.js";
import { tables, tableTypes } from "./tables.js";
import { wireTypes } from "./types.js";
import { valueTypes } from "./values.js";

export { checkMerged, refuseFindings } from "./merge.js";

/** Reads the inputs and runs the checks that need no merged spec. */
export async function checkSources(root: string, source: Source, overlays: readonly string[]): Promise<Inputs> {
  const inputs = await readInputs(root, parseBase(source), overlays);
  checkOverlays(inputs);
  return inputs;
}

const banner = "Compiled from openapi/ by `npm run generate`. Do not edit.";

/** Compiled files by path: `generated/`, and `written`, the page with tables, with new tables. */
export async function compile(inputs: Inputs, { text, spec }: Merged, written: string | undefined): Promise<Map<string, string>> {
  const operations = operationsOf(spec);
  checkSpec(inputs, spec);
  const model = modelOf(spec, operations, {
    place: (path) => whereWritten(inputs, spec, path),
    isBase: (path) => nodeAt(inputs.base.content, path) !== undefined,
  });
  const bannered = (types: string) => `/** ${banner} */\n\n${types}`;
  const files = {
    "wire.d.ts": bannered(await wireTypes(spec)),
    "values.d.ts": bannered(valueTypes(model)),
    "tables.js": `/* ${banner} */\n${tables(model)}`,
    "tables.d.ts": bannered(tableTypes),
    "routes.js": `/* ${banner} */\n${routeTable(operations)}`,
    "routes.d.ts": bannered(routeTypes(operations)),
    "facade.d.ts": bannered(facadeTypes(operations)),
    "contract.json": contractSpec(spec),
  };
  const compiled = Object.entries(files).map(([name, content]) => [`generated/${name}`, visible(content)] as const);
  return new Map([["generated/openapi.yaml", text], ...compiled, ...(written === undefined ? [] : [[page, withTables(written, spec)] as const])]);
}

/** The façade method of each operation, for the check that none is missing. */
function facadeTypes(operations: readonly Operation[]): string {
  const lines = operations.map(({ operationId, facade }) => `    ${operationId}: "${facade}";`);
  return `/** The façade method of each operation, as \`x-wm-facade\` names it. */\nexport interface FacadeMethods {\n${lines.join("\n")}\n}\n`;
}

/** The operation of each route, as JavaScript. */
function routeTable(operations: readonly Operation[]): string {
  const lines = operations.map(({ method, path, operationId, parameters }) => {
    const query = parameters.filter((parameter) => parameter.in === "query");
    const names = query.length > 0 ? [Object.fromEntries(query.map((parameter) => [argumentName(parameter), parameter.name]))] : [];
    return `  ${JSON.stringify(`${method} ${path}`)}: ${JSON.stringify([operationId, ...names])},`;
  });
  return `export const routes = {\n${lines.join("\n")}\n};\n`;
}

/** The types of that table. */
function routeTypes(operations: readonly Operation[]): string {
  const lines = operations.map(({ method, path, operationId }) => `    ${JSON.stringify(`${method} ${path}`)}: "${operationId}";`);
  return `/** The operation of each route, which is a method and a path. */
export interface Routes {
${lines.join("\n")}
}

/** Of each route, the operationId and the wire's name of each query parameter. */
export declare const routes: { readonly [Route in keyof Routes]: readonly [operationId: Routes[Route], names?: Readonly<Record<string, string>>] };
`;
}
