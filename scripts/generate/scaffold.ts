import { type Operation, operationsOf, type Parameter, refName, resolve, type Spec } from "./spec.js";

/** The message for an operation without an overlay entry, with the entry and the method to paste. */
export function missingOperation(spec: Spec, operation: Operation): string {
  const { method, path, operationId } = operation;
  const facade = facadeName(spec, operation);
  const area = facade.split(".").at(-2) ?? "";
  const isArea = facade.split(".").length > 2;
  const file = isArea ? kebab(area) : "";
  return [
    `${operationId} (${method} ${path}) has no façade method: no overlay gives it an x-wm-facade.`,
    `  1. Paste this into ${file ? `openapi/overlays/${file}.yaml, or the overlay of its area` : "the overlay of its area in openapi/overlays"}, and correct the name and the page:`,
    "",
    ...overlayEntry(spec, operation, facade).map((line) => `  ${line}`),
    "",
    `  2. Paste this into ${isArea ? `src/resources/${file}.ts` : facade.startsWith("customer.") ? "WmCustomer in src/client.ts" : "WmClient in src/client.ts"}:`,
    "",
    ...methodOf(operation, facade).map((line) => `  ${line}`),
    "",
  ].join("\n");
}

/** A name that no other operation has: the last steps of the path in an area that exists, else a method of the customer. */
function facadeName(spec: Spec, { method, path, operationId }: Operation): string {
  const others = operationsOf(spec).flatMap(({ facade }) => facade ?? []);
  const receiver = path.startsWith("/customers/{customerId}/") ? "customer." : "";
  const steps = path
    .replace(/^\/customers\/\{customerId\}/, "")
    .split("/")
    .filter((step) => step !== "" && !step.startsWith("{"))
    .map(camel);
  const [area = operationId, ...rest] = steps;
  const verb = { GET: path.endsWith("}") ? "get" : "list", PATCH: "update", PUT: "replace", POST: "create", DELETE: "remove" }[method] ?? method.toLowerCase();
  const inArea = others.some((name) => name.startsWith(`${receiver}${area}.`));
  const last = camel(rest.join("-"));
  const guesses = inArea ? [`${receiver}${area}.${method === "GET" && last ? last : verb}`] : [`${receiver}${camel([area, ...rest].join("-"))}`];
  return [...guesses, `${receiver}${inArea ? `${area}.` : ""}${operationId}`].find((name) => !others.includes(name))!;
}

function overlayEntry(spec: Spec, operation: Operation, facade: string): string[] {
  const target = `$.paths['${operation.path}'].${operation.method.toLowerCase()}`;
  return [
    `- target: ${target}`,
    "  update:",
    "    externalDocs:",
    "      description: WM reference",
    "      url: https://api.wm.com/",
    "    x-wm-source: both",
    "    x-wm-documented: full page",
    `    x-wm-facade: ${facade}`,
    ...operation.parameters
      .filter((parameter) => parameter.in === "path" && parameter["x-wm-found-in"] === undefined)
      .flatMap((parameter) => [
        `- target: ${target}.parameters[?@.name=='${parameter.name}']`,
        "  update:",
        `    x-wm-found-in: ${foundIn(spec, operation, parameter)}`,
      ]),
  ];
}

/** The list whose path the identifier is appended to. */
function foundIn(spec: Spec, { path }: Operation, { name }: Parameter): string {
  const list = operationsOf(spec).find((other) => other.method === "GET" && other.path === path.slice(0, path.indexOf(`/{${name}}`)));
  const properties = Object.entries((list?.body && resolve(spec, list.body).properties) ?? {});
  for (const [key, { items }] of properties) {
    const field = [name, "id"].find((own) => items !== undefined && resolve(spec, items).properties?.[own] !== undefined);
    if (field !== undefined) return `{ operationId: ${list!.operationId}, list: ${key}, field: ${field} }`;
  }
  return "false # or { operationId: ..., list: ..., field: ... }";
}

function methodOf({ operationId, method, path, parameters, takesBody, summary, body }: Operation, facade: string): string[] {
  const ids = parameters.filter((parameter) => parameter.in === "path" && parameter.name !== "customerId").map(({ name }) => name);
  const query = parameters.filter((parameter) => parameter.in === "query");
  const capital = operationId.replace(/^./, (letter) => letter.toUpperCase());
  const args = [
    ...ids.map((id) => `${id}: string`),
    ...(query.length > 0 ? [`query${query.some(({ required }) => required) ? "" : "?"}: ${capital}Query`] : []),
    ...(takesBody ? [`body: ${capital}Body`] : []),
    "options?: RequestOptions",
  ];
  const params = [...(ids.length > 0 ? [`path: { ${ids.join(", ")} }`] : []), ...(query.length > 0 ? ["query"] : []), ...(takesBody ? ["body"] : [])];
  const result = (body && refName(body)) ?? `Bodies["${operationId}"]`;
  return [
    "/**",
    ` * ${summary ?? operationId}.`,
    " *",
    " * @see https://api.wm.com/",
    " */",
    `${facade.split(".").at(-1)}(${args.join(", ")}): WmPromise<${result}> {`,
    `  return this.send("${method} ${path}", ${params.length > 0 ? `{ ${params.join(", ")} }` : "{}"}, options);`,
    "}",
  ];
}

function camel(text: string): string {
  return text.replace(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase());
}

function kebab(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
