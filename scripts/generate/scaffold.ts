import { type Operation, operationsOf, type Parameter, refName, resolve, type Spec } from "./spec.js";

/** The message for an operation without an overlay entry, with the entry and the method to paste. */
export function missingOperation(spec: Spec, operation: Operation): string {
  const { method, path, operationId } = operation;
  const facade = facadeName(spec, operation);
  const [, area, owner = "client"] = facade.split(".").toReversed();
  const file = owner === "client" ? undefined : area!.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const [overlay, source] = file
    ? [`openapi/overlays/${file}.yaml, or the overlay of its area`, `src/resources/${file}.ts`]
    : ["the overlay of its area in openapi/overlays", `${area === "customer" ? "WmCustomer" : "WmClient"} in src/client.ts`];
  return `${operationId} (${method} ${path}) has no façade method: no overlay gives it an x-wm-facade.
  1. Paste this into ${overlay}, and correct the name and the page:

${overlayEntry(spec, operation, facade)}
  2. Paste this into ${source}:

${facadeMethod(operation, facade)}`;
}

/** An unused name: the last path segments in an existing area, else a method of the customer. */
function facadeName(spec: Spec, { method, path, operationId }: Operation): string {
  const others = operationsOf(spec).flatMap(({ facade }) => facade ?? []);
  const receiver = path.startsWith("/customers/{customerId}/") ? "customer." : "";
  const [area = operationId, ...rest] = path.replace(/^\/customers\/\{customerId\}|\{\w+\}/g, "").match(/[^/]+/g) ?? [];
  const scope = `${receiver}${camel(area)}.`;
  if (!others.some((name) => name.startsWith(scope))) {
    const name = `${receiver}${camel([area, ...rest].join("-"))}`;
    return others.includes(name) ? `${receiver}${operationId}` : name;
  }
  const verbs: Readonly<Record<string, string>> = {
    GET: path.endsWith("}") ? "get" : "list",
    PATCH: "update",
    PUT: "replace",
    POST: "create",
    DELETE: "remove",
  };
  const name = `${scope}${(method === "GET" && camel(rest.join("-"))) || verbs[method]}`;
  return others.includes(name) ? `${scope}${operationId}` : name;
}

function overlayEntry(spec: Spec, operation: Operation, facade: string): string {
  const target = `$.paths['${operation.path}'].${operation.method.toLowerCase()}`;
  const unfound = operation.parameters.filter((parameter) => parameter.in === "path" && parameter["x-wm-found-in"] === undefined);
  const parameters = unfound.map(
    (parameter) => `  - target: ${target}.parameters[?@.name=='${parameter.name}']
    update:
      x-wm-found-in: ${foundIn(spec, operation, parameter)}
`,
  );
  return `  - target: ${target}
    update:
      externalDocs:
        description: WM reference
        url: https://api.wm.com/
      x-wm-source: base
      x-wm-facade: ${facade}
${parameters.join("")}`;
}

/** The list operation whose path comes before the identifier. */
function foundIn(spec: Spec, { path }: Operation, { name }: Parameter): string {
  const list = operationsOf(spec).find((other) => other.method === "GET" && other.path === path.slice(0, path.indexOf(`/{${name}}`)));
  for (const [key, { items = {} }] of Object.entries((list?.body && resolve(spec, list.body).properties) ?? {})) {
    const field = [name, "id"].find((own) => resolve(spec, items).properties?.[own] !== undefined);
    if (field !== undefined) return `{ operationId: ${list!.operationId}, list: ${key}, field: ${field} }`;
  }
  return "false # or { operationId: ..., list: ..., field: ... }";
}

function facadeMethod({ operationId, method, path, parameters, takesBody, summary = operationId, body }: Operation, facade: string): string {
  const ids = parameters.filter((parameter) => parameter.in === "path" && parameter.name !== "customerId").map(({ name }) => name);
  const query = parameters.filter((parameter) => parameter.in === "query");
  const prefix = operationId.replace(/^./, (letter) => letter.toUpperCase());
  const taken = [...(query.length > 0 ? ["query"] : []), ...(takesBody ? ["body"] : [])];
  const types: Readonly<Record<string, string>> = { query: `${query.some(({ required }) => required) ? "" : "?"}: ${prefix}Query`, body: `: ${prefix}Body` };
  const args = [...ids.map((id) => `${id}: string`), ...taken.map((name) => `${name}${types[name]}`), "options?: RequestOptions"];
  const params = [...(ids.length > 0 ? [`path: { ${ids.join(", ")} }`] : []), ...taken];
  const result = (body && refName(body)) ?? `Bodies["${operationId}"]`;
  return `  /**
   * ${summary}.
   *
   * @see https://api.wm.com/
   */
  ${facade.split(".").at(-1)}(${args.join(", ")}): WmPromise<${result}> {
    return this.send("${method} ${path}", ${params.length > 0 ? `{ ${params.join(", ")} }` : "{}"}, options);
  }
`;
}

function camel(text: string): string {
  return text.replace(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase());
}
