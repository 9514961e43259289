import { argumentsOf, type Operation, operations, sample, sampleBody } from "./spec.js";

/** Where a module that uses the clients below finds them. */
export interface Modules {
  readonly facade: string;
  readonly wire: string;
}

/** The text of a program that gathers these bodies. */
export function program(imports: string, bodies: readonly string[]): string {
  return `${imports}\nexport async function all() {\n  return [\n${bodies.map((body) => `    ${body},\n`).join("")}  ] as const;\n}\n`;
}

/** Calls operations through the façade. */
export function facadeUsage({ facade }: Modules, used = operations): string {
  const calls = used.map((operation) => {
    const target = operation.facade?.replace(/^(?!customer\.)/, "wm.");
    return `await ${target}(${argumentsOf(operation).map(literal).join(", ")})`;
  });
  const client = `const wm = createWmClient({ clientId: "any", token: "any" });\nconst customer = wm.customer("123456789");\nvoid customer;`;
  return program(`import { createWmClient } from ${JSON.stringify(facade)};\n${client}`, calls);
}

/** Calls operations through `wm.raw`. */
export function rawUsage({ facade }: Modules, used = operations): string {
  const client = `const client = createWmClient({ clientId: "any", token: "any" }).raw;`;
  return program(
    `import { createWmClient } from ${JSON.stringify(facade)};\n${client}`,
    used.map((operation) => call(operation, {})),
  );
}

/** Calls operations through openapi-fetch alone, with the headers that the spec asks for. */
export function openapiFetchUsage({ wire }: Modules, used = operations): string {
  const header = { ClientId: "any", "Request-Tracking-Id": "any" };
  const client = `const client = createClient<paths>({ baseUrl: "https://api.wm.com/v1", headers: { Authorization: "Bearer any" } });`;
  const imports = `import createClient from "openapi-fetch";\nimport type { paths } from ${JSON.stringify(wire)};\n${client}`;
  return program(
    imports,
    used.map((operation) => call(operation, { header })),
  );
}

/** A call in openapi-fetch's own form. */
function call(operation: Operation, given: object): string {
  const params = { ...given, ...bags(operation) };
  const body = operation.requestBody && { body: sampleBody(operation) };
  return `(await client.${operation.method}(${JSON.stringify(operation.path)}, ${literal({ params, ...body })})).data`;
}

/** The sample values of an operation's parameters in its path and its query, by their names on the wire. */
export function bags({ parameters }: Operation): { readonly path?: object; readonly query?: object } {
  const bag = (place: "path" | "query") => {
    const own = parameters.filter((parameter) => parameter.in === place);
    return own.length > 0 && { [place]: Object.fromEntries(own.map((parameter) => [parameter.name, sample(parameter)])) };
  };
  return { ...bag("path"), ...bag("query") };
}

export function literal(value: unknown): string {
  return JSON.stringify(value);
}
