/** Programs that use each client as documented, for the measures of size and types. */
import { join } from "node:path";
import { type Operation, operations, sampleBody } from "../test/support/spec.js";
import { bags, facadeUsage, literal, openapiFetchUsage, program, rawUsage } from "../test/support/usage.js";
import { bench, root } from "./clients.js";

export interface Usage {
  readonly name: string;
  readonly text: (used: readonly Operation[]) => string;
}

const file = (folder: string, path: string) => literal(join(folder, path));
const header = { ClientId: "any", "Request-Tracking-Id": "any" };

/** The arguments of Redocly's and Hey API's functions. */
function args(operation: Operation): string {
  const body = operation.requestBody && { body: sampleBody(operation) };
  return literal({ ...bags(operation), headers: header, ...body });
}

function bareFetchUsage(used: readonly Operation[]): string {
  const send = `async function send(method: string, path: string, body?: unknown): Promise<unknown> {
  const headers = { Authorization: "Bearer any", Accept: "application/json", ...${literal(header)} };
  const response = await fetch("https://api.wm.com/v1" + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  return response.json();
}`;
  const calls = used.map((operation) => {
    const { path = {}, query = {} } = bags(operation) as { path?: Record<string, string>; query?: Record<string, string> };
    const filled = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => String(path[name]));
    const search = new URLSearchParams(query).toString();
    const body = operation.requestBody ? `, ${literal(sampleBody(operation))}` : "";
    return `await send(${literal(operation.method)}, ${literal(search ? `${filled}?${search}` : filled)}${body})`;
  });
  return program(send, calls);
}

function redoclyUsage(used: readonly Operation[]): string {
  const imports = `import { configure, ${names(used)} } from ${file(bench, "generated/redocly/client.js")};\nconfigure({ auth: { bearer: "any" }, retry: { retries: 2 }, timeout: 30_000 });`;
  return program(
    imports,
    used.map((operation) => `await ${operation.operationId}(${args(operation)})`),
  );
}

function heyApiUsage(used: readonly Operation[]): string {
  const imports = `import { client } from ${file(bench, "generated/hey-api/client.gen.js")};\nimport { ${names(used)} } from ${file(bench, "generated/hey-api/sdk.gen.js")};\nclient.setConfig({ auth: "any" });`;
  return program(
    imports,
    used.map((operation) => `(await ${operation.operationId}(${args(operation)})).data`),
  );
}

function orvalUsage(used: readonly Operation[]): string {
  const calls = used.map((operation) => {
    const { path = {}, query } = bags(operation);
    const given = [...Object.values(path), ...(operation.requestBody ? [sampleBody(operation)] : []), ...(query ? [query] : [])];
    return `(await ${operation.operationId}(${given.map(literal).join(", ")})).data`;
  });
  return program(`import { ${names(used)} } from ${file(bench, "generated/orval/client.js")};`, calls);
}

function names(used: readonly Operation[]): string {
  return used.map(({ operationId }) => operationId).join(", ");
}

const modules = { facade: join(root, "dist/index.js"), wire: join(root, "generated/wire.js") };

export const usages: readonly Usage[] = [
  { name: "bare fetch", text: bareFetchUsage },
  { name: "openapi-fetch", text: (used) => openapiFetchUsage(modules, used) },
  { name: "redocly generate-client", text: redoclyUsage },
  { name: "hey-api (client-fetch)", text: heyApiUsage },
  { name: "orval (fetch)", text: orvalUsage },
  { name: "wm-customer-api", text: (used) => facadeUsage(modules, used) },
  { name: "wm.raw", text: (used) => rawUsage(modules, used) },
];

export { operations };
