import { type FoundIn, memberOf, type Operation, type Parameter } from "./spec.js";

/** One request of the check. */
export interface Call {
  /** The operation, and the variant if there are several. */
  readonly name: string;
  readonly operation: Operation;
  /** The value of the parameter that selects another body, such as `disposal`. */
  readonly variant: string | undefined;
  readonly query: Readonly<Record<string, string>>;
  /** A required parameter without a known value. */
  readonly unknown: string | undefined;
}

/** The days of the check, each `yyyy-MM-dd`. */
export interface Days {
  /** For operations about one day. */
  readonly today: string;
  /** For lists with a date range. Without one, a server may return everything or refuse. */
  readonly from: string;
  readonly to: string;
}

/** The calls, in the order of the spec: every read-only operation, and the writes that have a body. */
export function callsOf(operations: readonly Operation[], written: ReadonlySet<string>, days: Days): Call[] {
  return operations
    .filter(({ method, operationId }) => method === "GET" || written.has(operationId))
    .flatMap((operation) => variantsOf(operation).map((variant) => callOf(operation, variant, days)));
}

/** Request order: lists before calls that need their identifiers, and writes last, so that they change no other response. */
export function inCallingOrder(calls: readonly Call[]): Call[] {
  const rank = ({ operation }: Call) => (operation.method === "GET" ? pathParameters(operation).length : Number.POSITIVE_INFINITY);
  return calls.toSorted((one, other) => (rank(one) === rank(other) ? 0 : rank(one) - rank(other)));
}

export function pathParameters({ parameters }: Operation): Parameter[] {
  return parameters.filter((parameter) => parameter.in === "path");
}

/** A query parameter with a single value is a switch. An optional one is called with and without it. */
function variantsOf({ parameters }: Operation): (string | undefined)[] {
  const found = parameters.find((parameter) => parameter.in === "query" && onlyValue(parameter) !== undefined);
  if (found === undefined) return [undefined];
  return found.required === true ? [onlyValue(found)] : [undefined, onlyValue(found)];
}

function callOf(operation: Operation, variant: string | undefined, days: Days): Call {
  const sent = operation.parameters
    .filter((parameter) => parameter.in === "query")
    .filter((parameter) => parameter.required === true || isSwitch(parameter, variant) || endOf(parameter, days) !== undefined)
    .map((parameter) => [parameter.name, valueFor(parameter, days)] as const);
  return {
    name: variant !== undefined && variantsOf(operation).length > 1 ? `${operation.operationId} ${variant}` : operation.operationId,
    operation,
    variant,
    query: Object.fromEntries(sent.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    unknown: sent.find(([, value]) => value === undefined)?.[0],
  };
}

function isSwitch(parameter: Parameter, variant: string | undefined): boolean {
  return variant !== undefined && onlyValue(parameter) === variant;
}

function onlyValue({ schema }: Parameter): string | undefined {
  const values = schema?.enum ?? [];
  return values.length === 1 ? String(values[0]) : undefined;
}

/** One end of a date range, under the reference's names. The base spec's other names are not sent too. */
function endOf({ name }: Parameter, { from, to }: Days): string | undefined {
  return name === "fromDate" ? from : name === "toDate" ? to : undefined;
}

function valueFor(parameter: Parameter, days: Days): string | undefined {
  return endOf(parameter, days) ?? (parameter.schema?.format === "date" ? days.today : onlyValue(parameter));
}

/** The customer's id comes from the environment, all other identifiers from options. */
export const customerOption = "customer-id";

/** The options that take an identifier. */
export function identifierOptions(operations: readonly Operation[]): string[] {
  const options = operations.flatMap((operation) =>
    pathParameters(operation).flatMap((parameter) =>
      variantsOf(operation).map((variant) => optionOf(parameter.name, listVariant(operations, parameter, variant))),
    ),
  );
  return [...new Set(options)].filter((option) => option !== customerOption);
}

export type Identifiers = { readonly values: Readonly<Record<string, string>> } | { readonly missing: string };

/** The parameters in a call's path: from the options, or from the bodies of the 200s so far, by the name of their call. */
export function identifiersOf(
  operations: readonly Operation[],
  { operation, variant }: Call,
  given: ReadonlyMap<string, string>,
  bodies: ReadonlyMap<string, unknown>,
): Identifiers {
  const values: Record<string, string> = {};
  for (const parameter of pathParameters(operation)) {
    const { name, "x-wm-found-in": source } = parameter;
    const kind = listVariant(operations, parameter, variant);
    const option = optionOf(name, kind);
    const value = given.get(option) ?? (source ? find(source, bodies.get(callName(source, kind))) : undefined);
    if (value === undefined) return { missing: reason(name, option, source, kind) };
    values[name] = value;
  }
  return { values };
}

/** Variant of the list to take a parameter from: disposal tickets have their own list. */
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
  const setting = option === customerOption ? "WM_CUSTOMER_ID" : `--${option}`;
  if (!source) return `no ${name}: set ${setting}`;
  const list = source.list === undefined ? "" : `${source.list}[*].`;
  return `no ${name}: ${callName(source, variant)} returned no ${list}${source.field}; set ${setting}`;
}

/** Identifier of the first item that has one. A single object counts as a list of one. */
function find({ list, field }: FoundIn, body: unknown): string | undefined {
  const items = [list === undefined ? body : memberOf(body, list)].flat();
  return items.map((item) => identifierIn(memberOf(item, field))).find((id) => id !== undefined);
}

/** Accepts a number too, unless JavaScript cannot represent it exactly. */
function identifierIn(value: unknown): string | undefined {
  const text = typeof value === "string" ? value.trim() : Number.isSafeInteger(value) ? String(value) : "";
  return text === "" || text === "null" ? undefined : text;
}
