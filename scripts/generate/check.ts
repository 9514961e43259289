import { InputError, type Inputs, nodeAt, type Path, whereWritten } from "./inputs.js";
import { missingOperation } from "./scaffold.js";
import { type FoundIn, type Operation, operationsOf, type Parameter, partsOf, refName, resolve, type Schema, type Spec } from "./spec.js";

/** Refuses a merged spec from which no façade can be compiled. Each mistake is reported where the inputs have it. */
export function checkSpec(inputs: Inputs, spec: Spec): void {
  const operations = operationsOf(spec);
  const where = (path: Path) => whereWritten(inputs, spec, path);
  const problems = [
    ...operations.filter(({ facade }) => facade === undefined).map((operation) => `${where(pathOf(operation))}: ${missingOperation(spec, operation)}`),
    ...sharedNames(operations, where),
    ...operations
      .filter(({ body }) => body !== undefined && (body.anyOf ?? [body]).some((part) => refName(part) === undefined))
      .map(
        (operation) =>
          `${where([...pathOf(operation), "responses", "200"])}: the schema of the 200 of ${operation.operationId} needs a name: move it to components.schemas and refer to it`,
      ),
    ...operations.filter(({ facade }) => facade !== undefined).flatMap((operation) => lostIdentifiers(spec, operation, where)),
  ];
  if (problems.length > 0) throw new InputError([...new Set(problems)].join("\n"));
}

/** The compilers know no lines: a name at the beginning of their message says which part of the spec is meant. */
export function withPlace(inputs: Inputs, spec: Spec, error: unknown): unknown {
  if (!(error instanceof InputError)) return error;
  const [, name = "", field] = /^([\w.-]+?)(?:\.(\w+))?: /.exec(error.message) ?? [];
  const operation = operationsOf(spec).find(({ operationId }) => operationId === name);
  const schema = name in spec.components.schemas ? ["components", "schemas", name, ...(field === undefined ? [] : ["properties", field])] : undefined;
  const path = operation === undefined ? schema : pathOf(operation);
  return path === undefined ? error : new InputError(`${whereWritten(inputs, spec, path)}: ${error.message}`);
}

function pathOf({ path, method }: Operation): string[] {
  return ["paths", path, method.toLowerCase()];
}

function sharedNames(operations: readonly Operation[], where: (path: Path) => string): string[] {
  return operations.flatMap((operation, index) => {
    const first = operations.slice(0, index).find(({ facade }) => facade !== undefined && facade === operation.facade);
    if (first === undefined) return [];
    const [place, other] = [operation, first].map((owner) => where([...pathOf(owner), "x-wm-facade"]));
    return [`${place}: the façade method ${operation.facade} is taken by ${first.operationId} (${other}): give each operation its own x-wm-facade`];
  });
}

/** Path parameters of which the spec does not say where their values are found. */
function lostIdentifiers(spec: Spec, { parameters, path, method }: Operation, where: (path: Path) => string): string[] {
  const written = nodeAt(spec, ["paths", path, method.toLowerCase(), "parameters"]) as readonly { readonly $ref?: string }[];
  return parameters.flatMap((parameter, index) => {
    if (parameter.in !== "path") return [];
    const reason = lostReason(spec, parameter);
    if (reason === undefined) return [];
    const ref = written[index]?.$ref;
    const place = where(ref === undefined ? ["paths", path, method.toLowerCase(), "parameters", index] : ref.slice(2).split("/"));
    return [`${place}: the path parameter ${parameter.name} ${reason}`];
  });
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

/** The schemas of a field, in a schema or the parts that it is made of. */
function fieldsNamed(spec: Spec, schema: Schema, name: string): Schema[] {
  const resolved = resolve(spec, schema);
  const own = resolved.properties?.[name];
  return [...(own === undefined ? [] : [own]), ...partsOf(resolved).flatMap((part) => fieldsNamed(spec, part, name))];
}
