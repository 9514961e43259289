import { isDeepStrictEqual } from "node:util";
import { refuse } from "../errors.js";
import { type Decoded, formatOf } from "../formats.js";
import { namesFields, type Operation, refName, resolve, type Schema, type Spec } from "../merged/spec.js";

/** A scalar with the letter of its format, or an object by the name of its schema. */
export type Item = { readonly kind: "scalar"; readonly letter: string; readonly decoded: Decoded } | { readonly kind: "object"; readonly name: string };

/** A value on the wire. A list never contains lists. */
export type Value = Item | { readonly kind: "list"; readonly item: Item };

export interface FieldModel {
  readonly name: string;
  readonly value: Value;
  readonly doc: string;
  /** Place in the merged spec. */
  readonly path: Path;
  /** Name of the same value in WM's reference, for a field that only the base has. */
  readonly sameAs: string | undefined;
}

export interface ObjectModel {
  readonly name: string;
  readonly doc: string;
  /** Objects that it extends. */
  readonly parents: readonly string[];
  readonly fields: readonly FieldModel[];
}

export interface BodyModel {
  readonly operation: Operation;
  /** Object in the request body. */
  readonly request: string | undefined;
  /** Object in the response body; undefined if no source documents its fields. */
  readonly object: string | undefined;
  /** Query parameter that selects another object, with an object for each value. */
  readonly selection: { readonly parameter: string; readonly objects: Readonly<Record<string, string>> } | undefined;
}

/** Source of the value types and the run-time tables. */
export interface Model {
  readonly responses: readonly ObjectModel[];
  readonly requests: readonly ObjectModel[];
  readonly bodies: readonly BodyModel[];
}

type Path = readonly string[];

/** Maps nodes of the merged spec to the inputs. */
export interface Origin {
  /** `file:line:column` of the node. */
  where(path: Path): string;
  /** Whether the base has the node. */
  isBase(path: Path): boolean;
}

/** Compiles the model, or throws one {@link InputError} with every place where the types would be wrong. */
export function modelOf(spec: Spec, operations: readonly Operation[], origin: Origin): Model {
  const problems: string[] = [];
  const report: Report = (path, problem) => void problems.push(`${origin.where(path)}: ${nameOf(path)}: ${problem}`);
  const responses = createReader(spec, origin, report, false);
  const requests = createReader(spec, origin, report, true);
  const bodies = operations.map((operation): BodyModel => {
    const path = ["paths", operation.path, operation.method.toLowerCase()];
    const { body } = operation;
    const request = operation.request && requests.named(operation.request, [...path, "requestBody", ...json]);
    if (body === undefined || !namesFields(spec, body)) return { operation, request, object: undefined, selection: undefined };
    const at = [...path, "responses", "200", ...json];
    const [object, ...others] = (body.anyOf ?? [body]).map((part) => responses.named(part, at));
    return { operation, request, object, selection: selectionOf(operation, body, others, (problem) => report(at, problem)) };
  });
  const model = { responses: responses.finish(), requests: requests.finish(), bodies };
  for (const { name } of model.requests.filter((request) => model.responses.some((response) => response.name === request.name))) {
    report(pathOf(name), "a request and a response need a schema each, because lists and flags differ in them");
  }
  refuse(problems);
  return model;
}

type Report = (path: Path, problem: string) => undefined;

const json = ["content", "application/json", "schema"];

/** The query parameter that selects a body other than the first. */
function selectionOf({ query }: Operation, body: Schema, others: readonly (string | undefined)[], report: (problem: string) => void) {
  const [[parameter, objects] = []] = Object.entries(body["x-wm-selected-by"] ?? {});
  const selected = Object.values(objects ?? {});
  for (const name of others) {
    if (name !== undefined && !selected.includes(name)) report(`x-wm-selected-by does not say which query selects ${name}`);
  }
  for (const name of selected) {
    if (!others.includes(name)) report(`x-wm-selected-by selects ${name}, which is not among the schemas`);
  }
  if (parameter === undefined || objects === undefined) return undefined;
  if (!query.some(({ name }) => name === parameter)) report(`x-wm-selected-by names ${parameter}, which is not a query parameter of this operation`);
  return { parameter, objects };
}

/** Reads the schemas of responses, in which every scalar has a format, or of requests. */
function createReader(spec: Spec, origin: Origin, report: Report, isRequest: boolean) {
  const objects = new Map<string, ObjectModel>();
  /** Names of the schemas being read, outermost first. */
  const open: string[] = [];

  /** The name of the object that this schema refers to. */
  const named = (schema: Schema, path: Path): string | undefined => {
    const value = readValue(schema, path);
    if (value === undefined || value.kind === "object") return value?.name;
    return report(path, "a body has to be an object with a name in components.schemas");
  };

  const readValue = (schema: Schema, path: Path): Value | undefined => {
    const name = refName(schema);
    if (name !== undefined) return readNamed(name, resolve(spec, schema));
    const { allOf = [], anyOf, oneOf, items } = schema;
    if (allOf.length === 1 && schema.properties === undefined) return readValue(allOf[0]!, path);
    if (isObject(schema)) return report(path, "an object needs a name: move it to components.schemas and refer to it");
    if (anyOf ?? oneOf) return oneOfSeveral(anyOf ?? oneOf ?? [], path);
    if (schema.prefixItems) return report([...path, "prefixItems"], "values under prefixItems are not decoded");
    if (items === undefined) return isRequest ? requestScalar(schema, path) : responseScalar(schema, path);
    const item = readValue(items, [...path, "items"]);
    return item?.kind === "list" ? report(path, "a list of lists is not decoded") : item && { kind: "list", item };
  };

  const readNamed = (name: string, schema: Schema): Value | undefined => {
    if (open.includes(name)) {
      for (const inner of open.slice(open.indexOf(name))) report(pathOf(inner), "it contains itself, so a body could be nested without end");
      return undefined;
    }
    open.push(name);
    if (isObject(schema) && !objects.has(name)) objects.set(name, readObject(name, schema));
    const value: Value | undefined = isObject(schema) ? { kind: "object", name } : readValue(schema, pathOf(name));
    open.pop();
    return value;
  };

  /** `anyOf` of an object and a list of it is that object: the decoder unwraps a list of one. */
  const oneOfSeveral = (members: readonly Schema[], path: Path): Value | undefined => {
    const values = members.filter(({ type }) => type !== "null").map((member) => readValue(member, path));
    const [first, ...others] = values.map((value) => (value?.kind === "list" ? value.item : value));
    if (others.every((value) => isDeepStrictEqual(value, first))) return first;
    return report(path, "its schemas differ, and a value does not say which of them it has");
  };

  const responseScalar = (schema: Schema, path: Path): Value | undefined => {
    if (schema.enum && !origin.isBase([...path, "enum"])) {
      report([...path, "enum"], "an overlay must not add an enum to a response, because WM sends values outside its documented lists");
    }
    return formatted(schema) ?? report(path, `a scalar in a response needs a format. In an overlay:\n${suggestion(schema, path)}`);
  };

  const requestScalar = (schema: Schema, path: Path): Value | undefined => {
    const types = [schema.type ?? []].flat().filter((name) => name !== "null");
    if (types.length === 0) return report(path, "it has no type");
    if (types.every((type) => type === "boolean")) return { kind: "scalar", letter: "b", decoded: "boolean" };
    return formatted(schema) ?? { kind: "scalar", letter: "t", decoded: types.includes("string") ? "string" : "number" };
  };

  const readObject = (name: string, schema: Schema): ObjectModel => {
    const path = pathOf(name);
    if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) report(path, "the name of a schema becomes that of an interface: letters and digits, the first a capital");
    const parts = [...partsOf(schema, path), [schema, path] as const];
    const parents = parts.flatMap(([part, at]) => (refName(part) === undefined ? [] : (named(part, at) ?? [])));
    const fields = parts.flatMap(([part, at]) => (refName(part) === undefined ? fieldsIn(part, at) : []));
    // The schema's own fields come last and replace those of its parts.
    return { name, doc: oneLine(schema.description), parents, fields: [...new Map(fields.map((field) => [field.name, field])).values()] };
  };

  const fieldsIn = (schema: Schema, path: Path): FieldModel[] => {
    for (const keyword of ["additionalProperties", "patternProperties"] as const) {
      if (typeof schema[keyword] === "object") report([...path, keyword], `values under ${keyword} are not decoded, so they cannot have a type`);
    }
    return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
      const at = [...path, "properties", name];
      const value = readValue(property, at);
      const doc = oneLine(property.description ?? resolve(spec, property).description);
      return value === undefined ? [] : [{ name, value, doc, path: at, sameAs: property["x-wm-same-as"] }];
    });
  };

  const checkFields = (object: ObjectModel): void => {
    const all = allFields([...objects.values()], object);
    for (const { name, value, path, sameAs } of object.fields) {
      const isOther = (field: FieldModel) => field.name === name && !isDeepStrictEqual(field.value, value);
      if (all.some(isOther)) report(path, "an object that it extends has another field of this name");
      if (name === "__proto__" || (value.kind === "list" && name in {})) report(path, "every object has a member of this name already");
      if (sameAs === undefined) continue;
      const target = all.find((field) => field.name === sameAs);
      const isValid = isRequest ? target === undefined : target !== undefined && target.sameAs === undefined && !(sameAs in {});
      const problem = isRequest ? "which this request has as a field of its own" : "which is not a field of this object";
      if (!isValid) report([...path, "x-wm-same-as"], `x-wm-same-as leads to ${sameAs}, ${problem}`);
    }
  };

  /** The objects that were read, checked, in the order of the spec. */
  const finish = (): ObjectModel[] => {
    const read = Object.keys(spec.components.schemas).flatMap((name) => objects.get(name) ?? []);
    read.forEach(checkFields);
    return read;
  };

  return { named, finish };
}

function formatted(schema: Schema): Value | undefined {
  const known = formatOf(schema["x-wm-format"] ?? schema.format);
  return known && { kind: "scalar", ...known };
}

/** All fields of an object, those of its parents first. */
export function allFields(objects: readonly ObjectModel[], { parents, fields }: ObjectModel): FieldModel[] {
  const inherited = parents.flatMap((parent) => objects.filter(({ name }) => name === parent).flatMap((object) => allFields(objects, object)));
  return [...inherited, ...fields];
}

/** The objects that the body of a response may be. */
export function objectsOf({ object, selection }: BodyModel): string[] {
  return object === undefined ? [] : [object, ...Object.values(selection?.objects ?? {})];
}

function isObject({ type, properties, allOf }: Schema): boolean {
  return properties !== undefined || allOf !== undefined || type === "object";
}

function partsOf({ allOf = [] }: Schema, path: Path): (readonly [Schema, Path])[] {
  return allOf.map((part, index) => [part, [...path, "allOf", String(index)]]);
}

function pathOf(schema: string): Path {
  return ["components", "schemas", schema];
}

/** A readable name, such as `InvoiceSummary.totalAmount` or `GET /customers`. */
function nameOf(path: Path): string {
  if (path[0] === "paths") return `${path[2]?.toUpperCase()} ${path[1]}`;
  const [name, ...rest] = path.slice(2);
  return [name, ...rest.flatMap((key, index) => (rest[index - 1] === "properties" ? [key] : []))].join(".");
}

/** The overlay action that gives a scalar of the base a format. */
function suggestion({ type = [], enum: values, format }: Schema, path: Path): string {
  const types = [type].flat();
  const likely = types.includes("string") ? "wm-text" : types.includes("boolean") ? "wm-flag" : types.includes("integer") ? "wm-integer" : "decimal";
  const keyword = values || format ? "x-wm-format" : "format";
  const target = path.map((key) => (/^[A-Za-z_]\w*$/.test(key) ? `.${key}` : /^\d+$/.test(key) ? `[${key}]` : `['${key}']`)).join("");
  return `  - target: $${target}\n    update: { ${keyword}: ${likely} }`;
}

function oneLine(text = ""): string {
  return text.replace(/\s+/g, " ").trim();
}
