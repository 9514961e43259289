import { readFileSync } from "node:fs";
import type { WmClient } from "wm-customer-api";
import { parse } from "yaml";

interface Schema {
  readonly enum?: readonly string[];
  readonly format?: string;
}

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
  readonly example?: string | number;
  /** The façade's name for it, where that is not the name in camelCase. */
  readonly "x-wm-parameter"?: string;
}

interface Media {
  readonly schema?: object;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

export interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  /** The façade method, such as `customer.services.list`. */
  readonly facade: string | undefined;
  /** State of the documentation of its response. */
  readonly documented: string | undefined;
  readonly parameters: readonly Parameter[];
  readonly requestBody: Media | undefined;
  readonly statuses: readonly number[];
  /** Content of its 200. */
  readonly ok: Media | undefined;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The merged spec. */
export const spec = parse(readFileSync(new URL("../../generated/openapi.yaml", import.meta.url), "utf8"));

function resolved(node: any): any {
  if (node?.$ref === undefined) return node;
  return node.$ref
    .slice(2)
    .split("/")
    .reduce((parent: any, key: string) => parent[key], spec);
}

/** Every operation of the merged spec. */
export const operations: readonly Operation[] = Object.entries<Record<string, any>>(spec.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    operationId: operation.operationId,
    method: method.toUpperCase(),
    path,
    facade: operation["x-wm-facade"],
    documented: operation["x-wm-documented"],
    parameters: (operation.parameters ?? []).map(resolved),
    requestBody: resolved(operation.requestBody)?.content["application/json"],
    statuses: Object.keys(operation.responses).map(Number),
    ok: resolved(operation.responses["200"])?.content?.["application/json"],
  })),
);

/** The customer whose id stands in the spec's examples. */
export const customerId = "123456789";

/** Calls an operation's façade method with arguments from the spec's examples. */
export function callFacade(wm: WmClient, operation: Operation, options: object): Promise<unknown> {
  const [owner, method] = facadeMethod(wm, operation);
  return Reflect.apply(method, owner, [...argumentsOf(operation), options]) as Promise<unknown>;
}

/** The façade method of an operation and the object it is on. */
export function facadeMethod(wm: WmClient, { operationId, facade }: Operation): [object, Function] {
  const keys = facade?.split(".") ?? [];
  let owner: any = wm;
  if (keys[0] === "customer") {
    keys.shift();
    owner = wm.customer(customerId);
  }
  const name = keys.pop();
  for (const key of keys) owner = owner?.[key];
  const method = name === undefined ? undefined : owner?.[name];
  if (typeof method !== "function") throw new Error(`${operationId}: there is no façade method ${facade}`);
  return [owner, method];
}

/** Arguments of an operation's façade method: path parameters one by one, then the query as one object or the body. */
export function argumentsOf(operation: Operation): unknown[] {
  const { parameters } = operation;
  const path = parameters.filter((parameter) => parameter.in === "path" && parameter.name !== "customerId").map(sample);
  const query = queryOf(parameters)
    .filter((parameter) => !isFixed(parameter))
    .map((parameter) => [facadeName(parameter), sample(parameter)]);
  return [...path, ...(query.length > 0 ? [Object.fromEntries(query)] : []), ...(operation.requestBody ? [sampleBody(operation)] : [])];
}

/** The query parameters that one call may have. The base spec's names for a span of days are synonyms of the reference's. */
function queryOf(parameters: readonly Parameter[]): readonly Parameter[] {
  const query = parameters.filter((parameter) => parameter.in === "query");
  const hasSynonyms = query.some(({ name }) => name === "fromDate");
  return query.filter(({ name }) => !(hasSynonyms && (name === "startDate" || name === "endDate")));
}

/** A parameter that must be given and allows one value is sent by the façade itself. */
function isFixed({ required, schema }: Parameter): boolean {
  return required === true && schema.enum?.length === 1;
}

function facadeName(parameter: Parameter): string {
  return parameter["x-wm-parameter"] ?? parameter.name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The value of a parameter in the spec's examples. */
export function sample({ name, schema, example }: Parameter): string | number {
  if (name === "customerId") return customerId;
  return example ?? schema.enum?.[0] ?? (schema.format === "date" ? "2026-01-31" : "000000002");
}

/** The body of an operation's first example; undefined for one that takes none. */
export function sampleBody({ requestBody }: Operation): unknown {
  return requestBody && (Object.values(requestBody.examples ?? {})[0]?.value ?? {});
}

/** The query of an operation, all of it, with its sample values, as it is on the wire. */
export function sampleQuery({ parameters }: Operation): Record<string, string> {
  return Object.fromEntries(queryOf(parameters).map((parameter) => [parameter.name, String(sample(parameter))]));
}

/** The path of an operation with its sample values in it. */
export function samplePath({ path, parameters }: Operation): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(sample(parameters.find((parameter) => parameter.name === name)!)));
}
