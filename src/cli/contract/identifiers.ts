import { type FoundIn, type Operation, operationsOf, type Parameter, type Spec } from "../../../scripts/pipeline/spec.js";
import { type Call, variantsOf } from "./plan.js";

/** The customer's identifier comes from the environment, those of everything else from options. */
const customer = "customerId";

/** The options that name an identifier. */
export function identifierOptions(spec: Spec): string[] {
  const operations = operationsOf(spec);
  const options = operations.flatMap((operation) =>
    pathParameters(operation).flatMap((parameter) =>
      variantsOf(operation).map((variant) => optionOf(parameter.name, listVariant(operations, parameter, variant))),
    ),
  );
  return [...new Set(options)].filter((option) => option !== optionOf(customer, undefined));
}

/** The bodies of the 200s so far, by the name of their call. */
export type Bodies = ReadonlyMap<string, unknown>;

export type Identifiers = { readonly values: Readonly<Record<string, string>> } | { readonly missing: string };

/** The parameters in a call's path, from the options or from the lists that have answered. */
export function identifiersOf(spec: Spec, { operation, variant }: Call, given: ReadonlyMap<string, string>, bodies: Bodies): Identifiers {
  const values: Record<string, string> = {};
  for (const parameter of pathParameters(operation)) {
    const { name, "x-wm-found-in": source } = parameter;
    const kind = listVariant(operationsOf(spec), parameter, variant);
    const option = optionOf(name, kind);
    const value = given.get(option) ?? (source ? find(source, bodies.get(callName(source, kind))) : undefined);
    if (value === undefined) return { missing: reason(name, option, source, kind) };
    values[name] = value;
  }
  return { values };
}

function pathParameters({ parameters }: Operation): Parameter[] {
  return parameters.filter((parameter) => parameter.in === "path");
}

/** The variant of the operation that lists what a parameter names: tickets of another kind are in another list. */
function listVariant(operations: readonly Operation[], { "x-wm-found-in": source }: Parameter, variant: string | undefined): string | undefined {
  const list = source ? operations.find(({ operationId }) => operationId === source.operationId) : undefined;
  return list !== undefined && variantsOf(list).includes(variant) ? variant : undefined;
}

function callName({ operationId }: FoundIn, variant: string | undefined): string {
  return variant === undefined ? operationId : `${operationId} ${variant}`;
}

function optionOf(name: string, variant: string | undefined): string {
  const option = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return variant === undefined ? option : `${variant}-${option}`;
}

function reason(name: string, option: string, source: FoundIn | false | undefined, variant: string | undefined): string {
  const setting = name === customer ? "WM_CUSTOMER_ID" : `--${option}`;
  if (!source) return `no ${name}: set ${setting}`;
  const list = source.list === undefined ? "" : `${source.list}[*].`;
  return `no ${name}: ${callName(source, variant)} gave no ${list}${source.field}; set ${setting}`;
}

/** The identifier of the first item that has one. */
function find({ list, field }: FoundIn, body: unknown): string | undefined {
  const items = list === undefined ? [body] : memberOf(body, list);
  if (!Array.isArray(items)) return undefined;
  return items.map((item) => identifierIn(memberOf(item, field))).find((id) => id !== undefined);
}

/** Some servers send a number. One that JavaScript cannot hold would name another item. */
function identifierIn(value: unknown): string | undefined {
  if (typeof value === "string" && value !== "") return value;
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
