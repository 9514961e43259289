import { isAbsent } from "../../decode/text.js";
import { type FoundIn, memberOf, type Operation, operations, type Parameter } from "./spec.js";

/** One request of the check. */
export interface Call {
  /** The operation, and the variant if there are several. */
  readonly name: string;
  readonly operation: Operation;
  readonly query: Readonly<Record<string, string>>;
  readonly identifiers: readonly Identifier[];
}

/** A path parameter of a call. */
interface Identifier {
  readonly name: string;
  /** The option that sets it. */
  readonly option: string;
  /** The field of another call's response to take it from. Undefined if no operation returns one. */
  readonly source: (FoundIn & { readonly call: string }) | undefined;
}

/** Value of the parameter that selects another body, such as `disposal`. */
type Variant = string | undefined;

/** The days of the check, each `yyyy-MM-dd`. */
export interface Days {
  /** For operations about one day. */
  readonly today: string;
  /** For lists with a date range. Without one, a server may return everything or refuse. */
  readonly from: string;
  readonly to: string;
}

/** Every call without its query, in the order of the spec. */
const everyCall = operations.flatMap((operation) =>
  variantsOf(operation).map((variant) => ({ name: nameOf(operation, variant), operation, variant, identifiers: identifiersOf(operation, variant) })),
);

/** The customer's id comes from the environment, all other identifiers from options. */
export const customerOption = "customer-id";

/** The options that take an identifier. */
export const identifierOptions: readonly string[] = [
  ...new Set(everyCall.flatMap(({ identifiers }) => identifiers.map(({ option }) => option).filter((option) => option !== customerOption))),
];

/** Every read-only operation, and the writes that have a body. */
export function callsOf(written: ReadonlyMap<string, unknown>, days: Days): Call[] {
  return everyCall
    .filter(({ operation: { method, operationId } }) => method === "GET" || written.has(operationId))
    .map(({ variant, ...call }) => ({ ...call, query: queryOf(call.operation, variant, days) }));
}

/** Request order: lists before calls that need their identifiers, and writes last, so that they change no other response. */
export function inCallingOrder(calls: readonly Call[]): Call[] {
  const rank = ({ operation, identifiers }: Call) => (operation.method === "GET" ? identifiers.length : Number.MAX_SAFE_INTEGER);
  return calls.toSorted((one, other) => rank(one) - rank(other));
}

/** A query parameter with a single value is a switch. An optional one is called with and without it. */
function variantsOf({ parameters }: Operation): Variant[] {
  const found = parameters.find((parameter) => parameter.in === "query" && onlyValue(parameter) !== undefined);
  if (found === undefined) return [undefined];
  return found.required === true ? [onlyValue(found)] : [undefined, onlyValue(found)];
}

function onlyValue({ schema }: Parameter): string | undefined {
  const values = schema?.enum ?? [];
  return values.length === 1 ? String(values[0]) : undefined;
}

function nameOf(operation: Operation, variant: Variant): string {
  const { operationId } = operation;
  return variant !== undefined && variantsOf(operation).length > 1 ? `${operationId} ${variant}` : operationId;
}

/** Required parameters, the switch of a variant, and date ranges under the reference's names, without the base spec's. */
function queryOf({ parameters }: Operation, variant: Variant, { today, from, to }: Days): Call["query"] {
  const query: Record<string, string> = {};
  for (const parameter of parameters.filter((one) => one.in === "query")) {
    const { name, required, schema } = parameter;
    const end = name === "fromDate" ? from : name === "toDate" ? to : undefined;
    const value = end ?? (schema?.format === "date" ? today : onlyValue(parameter));
    if (value !== undefined && (required === true || end !== undefined || value === variant)) query[name] = value;
  }
  return query;
}

function identifiersOf({ parameters }: Operation, variant: Variant): Identifier[] {
  return parameters
    .filter((parameter) => parameter.in === "path")
    .map(({ name, "x-wm-found-in": found }) => {
      const option = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const list = found && operations.find(({ operationId }) => operationId === found.operationId);
      if (!list) return { name, option, source: undefined };
      // Disposal tickets have their own list.
      const kind = variantsOf(list).includes(variant) ? variant : undefined;
      return { name, option: kind === undefined ? option : `${kind}-${option}`, source: { ...found, call: nameOf(list, kind) } };
    });
}

type PathParameters = { readonly values: Readonly<Record<string, string>> } | { readonly missing: string };

/** The parameters in a call's path: from the options, or from the bodies of the 200s so far, by the name of their call. */
export function pathParametersOf({ identifiers }: Call, given: ReadonlyMap<string, string>, bodies: ReadonlyMap<string, unknown>): PathParameters {
  const values: Record<string, string> = {};
  for (const identifier of identifiers) {
    const { name, option, source } = identifier;
    const value = given.get(option) ?? (source && find(source, bodies.get(source.call)));
    if (value === undefined) return { missing: `no ${name}: ${reason(identifier)}` };
    values[name] = value;
  }
  return { values };
}

function reason({ option, source }: Identifier): string {
  const setting = `set ${option === customerOption ? "WM_CUSTOMER_ID" : `--${option}`}`;
  if (source === undefined) return setting;
  const list = source.list === undefined ? "" : `${source.list}[*].`;
  return `${source.call} returned no ${list}${source.field}; ${setting}`;
}

/** Identifier of the first item that has one. A single object counts as a list of one. */
function find({ list, field }: FoundIn, body: unknown): string | undefined {
  const items = [list === undefined ? body : memberOf(body, list)].flat();
  return items.map((item) => identifierIn(memberOf(item, field))).find((id) => id !== undefined);
}

/** Accepts a number too, unless JavaScript cannot represent it exactly. */
function identifierIn(value: unknown): string | undefined {
  const text = typeof value === "string" ? value.trim() : Number.isSafeInteger(value) ? String(value) : "";
  return isAbsent(text) ? undefined : text;
}
