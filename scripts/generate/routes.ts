import { InputError } from "./files.js";
import { argumentName, type Operation } from "./spec.js";

/** The table from which the façade finds the operation of a route, as JavaScript. */
export function routeTable(operations: readonly Operation[]): string {
  const lines = operations.map((operation) => {
    const names = Object.entries(queryNames(operation));
    const entry = [operation.operationId, ...(names.length > 0 ? [Object.fromEntries(names)] : [])];
    return `  ${JSON.stringify(routeOf(operation))}: ${JSON.stringify(entry)},`;
  });
  return `export const routes = {\n${lines.join("\n")}\n};\n`;
}

/** The types of that table. */
export function routeTypes(operations: readonly Operation[]): string {
  const lines = operations.map((operation) => `    ${JSON.stringify(routeOf(operation))}: "${operation.operationId}";`);
  return `/** The operation of each route, which is a method and a path. */
export interface Routes {
${lines.join("\n")}
}

/** Of each route, the operationId and the wire's name of each query parameter. */
export declare const routes: { readonly [Route in keyof Routes]: readonly [operationId: Routes[Route], names?: Readonly<Record<string, string>>] };
`;
}

function routeOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

/** The wire's names of an operation's query parameters, by the façade's. */
function queryNames({ operationId, parameters }: Operation): Record<string, string> {
  const names: Record<string, string> = {};
  for (const parameter of parameters.filter(({ in: place }) => place === "query")) {
    const name = argumentName(parameter);
    if (name in names) throw new InputError(`${operationId}: the query parameters ${names[name]} and ${parameter.name} have the same name in camelCase`);
    names[name] = parameter.name;
  }
  return names;
}
