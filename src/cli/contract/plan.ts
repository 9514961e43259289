import { type Operation, operationsOf, type Parameter, type Schema, type Spec } from "../../../scripts/pipeline/spec.js";

/** The merged spec, as far as the contract check reads it. */
export interface ContractSpec extends Spec {
  readonly info: { readonly version: string };
}

/** One request of the check. */
export interface Call {
  /** The operation, and the variant where there is one. */
  readonly name: string;
  readonly operation: Operation;
  /** The value of the parameter that makes the operation give something else, such as `disposal`. */
  readonly variant: string | undefined;
  readonly query: Readonly<Record<string, string>>;
  /** A parameter that must be given and for which no value is known. */
  readonly unknown: string | undefined;
}

/** The days that are asked for, each `yyyy-MM-dd`. */
export interface Days {
  /** For operations about one day. */
  readonly today: string;
  /** For lists that take a span of days: without one, a server may give everything or refuse. */
  readonly from: string;
  readonly to: string;
}

/** What is called, in the order of the spec. Writes are there only if they are asked for. */
export function callsOf(spec: Spec, includeWrites: boolean, days: Days): Call[] {
  return operationsOf(spec)
    .filter(({ method }) => method === "GET" || includeWrites)
    .flatMap((operation) => variantsOf(operation).map((variant) => callOf(operation, variant, days)));
}

/**
 * The order to call in: lists before what needs an identifier from them, and what changes something last, so that the other answers are
 * those of the account as it was.
 */
export function inCallingOrder(calls: readonly Call[]): Call[] {
  const rank = ({ operation }: Call) => (operation.method === "GET" ? pathParameters(operation) : Number.POSITIVE_INFINITY);
  return calls.toSorted((one, other) => (rank(one) === rank(other) ? 0 : rank(one) - rank(other)));
}

function pathParameters({ parameters }: Operation): number {
  return parameters.filter((parameter) => parameter.in === "path").length;
}

/** A query parameter that takes one value is a switch: where it may be left out, both positions are called. */
export function variantsOf({ parameters }: Operation): (string | undefined)[] {
  const found = parameters.find((parameter) => parameter.in === "query" && onlyValue(parameter) !== undefined);
  if (found === undefined) return [undefined];
  return found.required === true ? [onlyValue(found)] : [undefined, onlyValue(found)];
}

function callOf(operation: Operation, variant: string | undefined, days: Days): Call {
  const queries = operation.parameters.filter((parameter) => parameter.in === "query");
  const wanted = queries.filter((parameter) => parameter.required === true || isSwitch(parameter, variant) || endOf(parameter, days) !== undefined);
  const query = wanted.map((parameter) => [parameter.name, valueFor(parameter, days)] as const);
  const optional = variantsOf(operation).length > 1;
  return {
    name: optional && variant !== undefined ? `${operation.operationId} ${variant}` : operation.operationId,
    operation,
    variant,
    query: Object.fromEntries(query.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    unknown: query.find(([, value]) => value === undefined)?.[0],
  };
}

function isSwitch(parameter: Parameter, variant: string | undefined): boolean {
  return variant !== undefined && onlyValue(parameter) === variant;
}

function onlyValue({ schema }: Parameter): string | undefined {
  const values = schema?.enum ?? [];
  return values.length === 1 ? String(values[0]) : undefined;
}

/** One end of a span. The base spec has other names for the two ends of some lists; a span is sent once, as WM's reference names it. */
function endOf({ name }: Parameter, { from, to }: Days): string | undefined {
  return name === "fromDate" ? from : name === "toDate" ? to : undefined;
}

function valueFor(parameter: Parameter, days: Days): string | undefined {
  const schema: (Parameter["schema"] & Pick<Schema, "format">) | undefined = parameter.schema;
  return endOf(parameter, days) ?? (schema?.format === "date" ? days.today : onlyValue(parameter));
}
