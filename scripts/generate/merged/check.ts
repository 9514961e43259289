import { refuse } from "../errors.js";
import { nodeAt, pointerPath } from "../inputs/input.js";
import type { Where } from "../inputs/overlays.js";
import { missingOperation } from "./scaffold.js";
import { argumentName, type FoundIn, type Operation, operationsOf, type Parameter, partsOf, resolve, type Schema, type Spec } from "./spec.js";

/** Rejects a merged spec that cannot be compiled, with the place of each mistake in the inputs. */
export function checkSpec(spec: Spec, where: Where): void {
  const operations = operationsOf(spec);
  refuse([
    ...operations.filter(({ facade }) => facade === undefined).map((operation) => `${where(pathOf(operation))}: ${missingOperation(spec, operation)}`),
    ...sharedNames(operations, where),
    ...operations.filter(({ facade }) => facade !== undefined).flatMap((operation) => parameterProblems(spec, operation, where)),
  ]);
}

function pathOf({ path, method }: Operation): string[] {
  return ["paths", path, method.toLowerCase()];
}

function sharedNames(operations: readonly Operation[], where: Where): string[] {
  return operations.flatMap((operation, index) => {
    const first = operations.slice(0, index).find(({ facade }) => facade !== undefined && facade === operation.facade);
    if (first === undefined) return [];
    const [place, other] = [operation, first].map((owner) => where([...pathOf(owner), "x-wm-facade"]));
    return [`${place}: the façade method ${operation.facade} is taken by ${first.operationId} (${other}): give each operation its own x-wm-facade`];
  });
}

/** Path parameters whose origin is unknown, and query parameters whose names are the same in camelCase. */
function parameterProblems(spec: Spec, operation: Operation, where: Where): string[] {
  const at = [...pathOf(operation), "parameters"];
  return operation.parameters.flatMap((parameter, index) => {
    const reason = parameter.in === "path" ? lostReason(spec, parameter) : parameter.in === "query" ? clash(operation, index) : undefined;
    if (reason === undefined) return [];
    const ref = nodeAt(spec, [...at, index, "$ref"]);
    return [`${where(typeof ref === "string" ? pointerPath(ref) : [...at, index])}: the ${parameter.in} parameter ${parameter.name} ${reason}`];
  });
}

function clash({ parameters }: Operation, index: number): string | undefined {
  if (parameters[index]!.name === "__proto__") return "cannot be sent, because every object has a member of this name";
  const name = argumentName(parameters[index]!);
  const twin = parameters.slice(0, index).find((other) => other.in === "query" && argumentName(other) === name);
  return twin && `has the same name in camelCase as ${twin.name}: give it an x-wm-parameter`;
}

function lostReason(spec: Spec, { "x-wm-found-in": source }: Parameter): string | undefined {
  const form = "`x-wm-found-in: { operationId: listServices, list: services, field: id }`, or `false` if no operation returns it";
  if (source === undefined) return `needs x-wm-found-in, which says where its values are found: ${form}`;
  if (source === false) return undefined;
  const operation = operationsOf(spec).find(({ operationId }) => operationId === source.operationId);
  if (operation === undefined) return `is found in ${source.operationId}, which is not an operation of the merged spec; write ${form}`;
  if (operation.body === undefined || !declares(spec, operation.body, source)) {
    return `is found in ${[source.list && `${source.list}[*]`, source.field].filter(Boolean).join(".")}, which ${source.operationId} does not declare; write ${form}`;
  }
  return undefined;
}

function declares(spec: Spec, body: Schema, { list, field }: FoundIn): boolean {
  const items = list === undefined ? [body] : fieldsNamed(spec, body, list).flatMap((schema) => resolve(spec, schema).items ?? []);
  return items.some((item) => fieldsNamed(spec, item, field).length > 0);
}

/** Schemas of a field, in a schema or its subschemas. */
function fieldsNamed(spec: Spec, schema: Schema, name: string): Schema[] {
  const resolved = resolve(spec, schema);
  const own = resolved.properties?.[name];
  return [...(own === undefined ? [] : [own]), ...partsOf(resolved).flatMap((part) => fieldsNamed(spec, part, name))];
}
