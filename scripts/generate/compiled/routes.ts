import { argumentName, type Operation } from "../merged/spec.js";

/** The façade method of each operation, for the check that none is missing. */
export function facadeTypes(operations: readonly Operation[]): string {
  const lines = operations.map(({ operationId, facade }) => `    ${operationId}: "${facade}";`);
  return `/** The façade method of each operation, as \`x-wm-facade\` names it. */\nexport interface FacadeMethods {\n${lines.join("\n")}\n}\n`;
}

/** The operation of each route, as JavaScript. */
export function routeTable(operations: readonly Operation[]): string {
  const lines = operations.map(({ method, path, operationId, query }) => {
    const names = query.length > 0 ? [Object.fromEntries(query.map((parameter) => [argumentName(parameter), parameter.name]))] : [];
    return `  ${JSON.stringify(`${method} ${path}`)}: ${JSON.stringify([operationId, ...names])},`;
  });
  return `export const routes = {\n${lines.join("\n")}\n};\n`;
}

/** The types of that table. */
export function routeTypes(operations: readonly Operation[]): string {
  const lines = operations.map(({ method, path, operationId }) => `    ${JSON.stringify(`${method} ${path}`)}: "${operationId}";`);
  return `/** The operation of each route, which is a method and a path. */
export interface Routes {
${lines.join("\n")}
}

/** Of each route, the operationId and the wire's name of each query parameter. */
export declare const routes: { readonly [Route in keyof Routes]: readonly [operationId: Routes[Route], names?: Readonly<Record<string, string>>] };
`;
}
