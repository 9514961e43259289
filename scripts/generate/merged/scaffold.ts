import { type Operation, operationsOf, queryName, refName, type Schema, type Spec } from "./spec.js";

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

${overlayEntry(operation, facade)}
  2. Paste this into ${source}:

${facadeMethod(operation, facade)}`;
}

/** A name to start from: that of the last path segments if it is free and the operation reads, else the operationId. */
function facadeName(spec: Spec, { method, path, operationId }: Operation): string {
  const others = operationsOf(spec).flatMap(({ facade }) => facade ?? []);
  const receiver = path.startsWith("/customers/{customerId}/") ? "customer." : "";
  const [area = "", ...rest] = path.replace(/^\/customers\/\{customerId\}|\{\w+\}/g, "").match(/[^/]+/g) ?? [];
  const isArea = others.some((name) => name.startsWith(`${receiver}${camel(area)}.`));
  const scope = isArea ? `${receiver}${camel(area)}.` : receiver;
  const name = camel((isArea ? rest : [area, ...rest]).join("-"));
  return method === "GET" && name !== "" && !others.includes(`${scope}${name}`) ? `${scope}${name}` : `${scope}${operationId}`;
}

function overlayEntry({ path, method, parameters }: Operation, facade: string): string {
  const target = `$.paths['${path}'].${method.toLowerCase()}`;
  const unfound = parameters.filter((parameter) => parameter.in === "path" && parameter["x-wm-found-in"] === undefined);
  const sources = unfound.map(
    ({ name }) => `  - target: ${target}.parameters[?@.name=='${name}']
    update:
      x-wm-found-in: false # or, for example, { operationId: listServices, list: services, field: id }
`,
  );
  return `  - target: ${target}
    update:
      externalDocs:
        description: WM reference
        url: https://api.wm.com/
      x-wm-source: base
      x-wm-facade: ${facade}
${sources.join("")}`;
}

function facadeMethod({ operationId, method, path, ids, query, request, takesBody, summary = operationId, body }: Operation, facade: string): string {
  const nameOf = (schema: Schema | undefined, types: string) => (schema && refName(schema)) ?? `${types}["${operationId}"]`;
  const args = [
    ...ids.map((id) => `${id}: string`),
    ...(query.length > 0 ? [`query${query.some(({ required }) => required) ? "" : "?"}: ${queryName(operationId)}`] : []),
    ...(takesBody ? [`body: ${nameOf(request, "Requests")}`] : []),
    "options?: RequestOptions",
  ];
  const params = [...(ids.length > 0 ? [`path: { ${ids.join(", ")} }`] : []), ...(query.length > 0 ? ["query"] : []), ...(takesBody ? ["body"] : [])];
  return `  /**
   * ${summary}.
   *
   * @see https://api.wm.com/
   */
  ${facade.split(".").at(-1)}(${args.join(", ")}): WmPromise<${nameOf(body, "Bodies")}> {
    return this.send("${method} ${path}", ${params.length > 0 ? `{ ${params.join(", ")} }` : "{}"}, options);
  }
`;
}

function camel(text: string): string {
  return text.replace(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase());
}
