import { type Decoded, formatOf, isMisspelt } from "./formats.js";
import { InputError } from "./files.js";
import { namesFields, type Operation, refName, resolve, type Schema, type Spec } from "./spec.js";

/** What a value on the wire is: a scalar by the letter of its format, an object by the name of its schema, or a list of either. */
export type Value =
  | { readonly kind: "scalar"; readonly letter: string; readonly decoded: Decoded }
  | { readonly kind: "object"; readonly name: string }
  | { readonly kind: "list"; readonly item: Value };

export interface FieldModel {
  readonly name: string;
  readonly value: Value;
  readonly doc: string;
  /** The field of WM's reference that has the same value, where only the base specification has this one. */
  readonly sameAs: string | undefined;
}

export interface ObjectModel {
  readonly name: string;
  readonly doc: string;
  /** The objects whose fields it has too. */
  readonly parents: readonly string[];
  readonly fields: readonly FieldModel[];
}

export interface BodyModel {
  readonly operation: Operation;
  /** The object that it answers with; undefined if no source names a field of the answer. */
  readonly object: string | undefined;
  /** Which value of which query parameter selects another object. */
  readonly selection: { readonly parameter: string; readonly objects: Readonly<Record<string, string>> } | undefined;
}

/** What the value types and the run-time tables are printed from. */
export interface Model {
  readonly responses: readonly ObjectModel[];
  readonly requests: readonly ObjectModel[];
  readonly bodies: readonly BodyModel[];
}

type Path = readonly string[];

/** Where the parts of the merged spec were written. */
export interface Origin {
  /** `file:line:column` of what is at this path of the merged spec. */
  place(path: Path): string;
  /** Whether the base specification has something at this path. */
  isBase(path: Path): boolean;
}

/** Compiles the model, or throws one {@link InputError} that names every place at which the value types would be wrong. */
export function modelOf(spec: Spec, operations: readonly Operation[], origin: Origin): Model {
  const problems = new Set<string>();
  const refuse = (path: Path, problem: string): undefined => {
    problems.add(`${origin.place(path)}: ${nameOf(path)}: ${problem}`);
  };
  const responses = createReader(spec, origin, refuse, false);
  const requests = createReader(spec, origin, refuse, true);
  const bodies = operations.map((operation): BodyModel => {
    const path = ["paths", operation.path, operation.method.toLowerCase()];
    if (operation.request) requests.named(operation.request, [...path, "requestBody", "content", "application/json", "schema"]);
    const at = [...path, "responses", "200", "content", "application/json", "schema"];
    const { body } = operation;
    if (body === undefined || !namesFields(spec, body)) return { operation, object: undefined, selection: undefined };
    const [first = body, ...others] = body.anyOf ?? [];
    const [[parameter, selected] = ["", {}]] = Object.entries(body["x-wm-selected-by"] ?? {});
    const known = new Set(Object.values(selected));
    for (const other of others) {
      const name = responses.named(other, at);
      if (name !== undefined && !known.delete(name)) refuse(at, `x-wm-selected-by does not say which query selects ${name}`);
    }
    for (const name of known) refuse(at, `x-wm-selected-by selects ${name}, which is not among the schemas`);
    const isParameter = operation.parameters.some(({ name, in: place }) => name === parameter && place === "query");
    if (parameter !== "" && !isParameter) refuse(at, `x-wm-selected-by names ${parameter}, which is not a query parameter of this operation`);
    return { operation, object: responses.named(first, at), selection: parameter === "" ? undefined : { parameter, objects: selected } };
  });
  const model = { responses: responses.finish(), requests: requests.finish(), bodies };
  const shared = model.requests.filter(({ name }) => model.responses.some((object) => object.name === name));
  for (const { name } of shared) refuse(pathOf(name), "a request and a response need a schema each, because lists and flags differ in them");
  if (problems.size > 0) throw new InputError([...problems].join("\n"));
  return model;
}

const containsItself = "it contains itself, so a body could be nested without end";

interface Reader {
  /** The name of the object that this schema refers to. */
  named(schema: Schema, path: Path): string | undefined;
  /** The objects that were read, in the order of the spec, after a check of how they hang together. */
  finish(): ObjectModel[];
}

/** Reads the schemas of responses, of which every scalar has a format, or those of requests. */
function createReader(spec: Spec, origin: Origin, refuse: (path: Path, problem: string) => undefined, isRequest: boolean): Reader {
  const objects = new Map<string, ObjectModel>();
  /** The schemas without fields of their own that are being read. */
  const open = new Set<string>();

  const named = (schema: Schema, path: Path): string | undefined => {
    const value = readValue(schema, path);
    if (value === undefined || value.kind === "object") return value?.name;
    return refuse(path, "a body has to be an object with a name in components.schemas");
  };

  const readValue = (schema: Schema, path: Path): Value | undefined => {
    const name = refName(schema);
    if (name !== undefined) {
      const target = resolve(spec, schema);
      if (!isObject(target)) {
        if (open.has(name)) return refuse(pathOf(name), containsItself);
        open.add(name);
        const value = readValue(target, pathOf(name));
        open.delete(name);
        return value;
      }
      if (!objects.has(name)) {
        // Entered first, so that a schema that contains itself ends.
        objects.set(name, { name, doc: "", parents: [], fields: [] });
        objects.set(name, readObject(name, target));
      }
      return { kind: "object", name };
    }
    const { allOf = [], anyOf, oneOf, items } = schema;
    if (allOf.length === 1 && schema.properties === undefined) return readValue(allOf[0]!, path);
    if (isObject(schema)) return refuse(path, "an object needs a name: move it to components.schemas and refer to it");
    if (anyOf ?? oneOf) return oneOfSeveral(anyOf ?? oneOf ?? [], path);
    if (schema.prefixItems) return refuse([...path, "prefixItems"], "values under prefixItems are not decoded");
    if (items) {
      const item = readValue(items, [...path, "items"]);
      return item?.kind === "list" ? refuse(path, "a list of lists is not decoded") : item && { kind: "list", item };
    }
    return isRequest ? requestScalar(schema, path) : responseScalar(schema, path);
  };

  /** `anyOf` of an object and a list of it is that object, because the decoder takes it out of the list. */
  const oneOfSeveral = (members: readonly Schema[], path: Path): Value | undefined => {
    const values = members.filter(({ type }) => type !== "null").map((member) => readValue(member, path));
    const single = values.map((value) => (value?.kind === "list" ? value.item : value));
    const isSame = single.every((value) => JSON.stringify(value) === JSON.stringify(single[0]));
    return isSame ? single[0] : refuse(path, "its schemas differ, and a value does not say which of them it has");
  };

  const responseScalar = (schema: Schema, path: Path): Value | undefined => {
    if (schema.enum && !origin.isBase([...path, "enum"])) {
      refuse([...path, "enum"], "an overlay must not add an enum to a response, because WM sends values outside its documented lists");
    }
    return formatted(schema, path) ?? refuse(path, `a scalar in a response needs a format. In an overlay:\n${suggestion(schema, path)}`);
  };

  const requestScalar = (schema: Schema, path: Path): Value | undefined => {
    const types = typesOf(schema);
    if (types.length === 0) return refuse(path, "it has no type");
    const format = formatted(schema, path);
    if (types.every((type) => type === "boolean")) return { kind: "scalar", letter: "b", decoded: "boolean" };
    return format ?? { kind: "scalar", letter: "t", decoded: types.includes("string") ? "string" : "number" };
  };

  const formatted = (schema: Schema, path: Path): Value | undefined => {
    const format = schema["x-wm-format"] ?? schema.format;
    if (isMisspelt(format)) refuse([...path, schema["x-wm-format"] ? "x-wm-format" : "format"], `there is no format ${format}`);
    // Refused already, so nothing is to be said of the field again.
    const known = formatOf(isMisspelt(format) ? "wm-text" : format);
    return known && { kind: "scalar", ...known };
  };

  const readObject = (name: string, schema: Schema): ObjectModel => {
    const path = pathOf(name);
    if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) refuse(path, "the name of a schema becomes that of an interface: letters and digits, the first a capital");
    const parts = [...partsOf(schema, path), [schema, path] as const];
    const parents = parts.flatMap(([part, at]) => (refName(part) === undefined ? [] : (named(part, at) ?? [])));
    const fields = parts.flatMap(([part, at]) => (refName(part) === undefined ? fieldsIn(part, at) : []));
    // What the schema itself says of a field comes last and replaces what its parts say.
    return { name, doc: oneLine(schema.description), parents, fields: [...new Map(fields.map((field) => [field.name, field])).values()] };
  };

  const fieldsIn = (schema: Schema, path: Path): FieldModel[] => {
    for (const keyword of ["additionalProperties", "patternProperties"] as const) {
      if (typeof schema[keyword] === "object") refuse([...path, keyword], `values under ${keyword} are not decoded, so they cannot have a type`);
    }
    return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
      const at = [...path, "properties", name];
      const value = readValue(property, at);
      const own = property.description ?? (refName(property) === undefined ? undefined : resolve(spec, property).description);
      return value === undefined ? [] : [{ name, value, doc: oneLine(own), sameAs: property["x-wm-same-as"] }];
    });
  };

  const finish = (): ObjectModel[] => {
    const read = Object.keys(spec.components.schemas).flatMap((name) => objects.get(name) ?? []);
    const endless = read.filter((object) => isWithin(objects, object.name, object));
    for (const { name } of endless) refuse(pathOf(name), containsItself);
    // The fields of an endless object are not to be counted.
    if (endless.length === 0) read.forEach(checkFields);
    return read;
  };

  const checkFields = (object: ObjectModel): void => {
    const all = allFields([...objects.values()], object);
    const schema = spec.components.schemas[object.name]!;
    const parts = [[schema, pathOf(object.name)] as const, ...partsOf(schema, pathOf(object.name))];
    const at = (field: string) => [...parts.find(([{ properties = {} }]) => field in properties)![1], "properties", field];
    for (const { name, value, sameAs } of object.fields) {
      const inherited = all.filter((field) => field.name === name);
      if (inherited.some((other) => JSON.stringify(other.value) !== JSON.stringify(value)))
        refuse(at(name), "an object that it extends has another field of this name");
      if (name === "__proto__" || (value.kind === "list" && name in {})) refuse(at(name), "every object has a member of this name already");
      if (sameAs === undefined) continue;
      const target = all.find((field) => field.name === sameAs);
      const isDeclared = target !== undefined && target.sameAs === undefined && !(sameAs in {});
      if (isRequest ? target !== undefined : !isDeclared) {
        refuse(
          [...at(name), "x-wm-same-as"],
          `x-wm-same-as leads to ${sameAs}, which ${isRequest ? "this request has as a field of its own" : "is not a field of this object"}`,
        );
      }
    }
  };

  return { named, finish };
}

/** All fields of an object, those of its parents first. */
export function allFields(objects: readonly ObjectModel[], { parents, fields }: ObjectModel): FieldModel[] {
  const inherited = parents.flatMap((parent) => objects.filter(({ name }) => name === parent).flatMap((object) => allFields(objects, object)));
  return [...inherited, ...fields];
}

function isWithin(objects: ReadonlyMap<string, ObjectModel>, name: string, { parents, fields }: ObjectModel, seen = new Set<string>()): boolean {
  const values = fields.map(({ value }) => (value.kind === "list" ? value.item : value));
  const names = [...parents, ...values.flatMap((value) => (value.kind === "object" ? [value.name] : []))];
  return names.some((inner) => {
    if (inner === name) return true;
    if (seen.has(inner)) return false;
    seen.add(inner);
    return isWithin(objects, name, objects.get(inner)!, seen);
  });
}

function isObject({ type, properties, allOf }: Schema): boolean {
  return properties !== undefined || allOf !== undefined || type === "object";
}

function partsOf({ allOf = [] }: Schema, path: Path): (readonly [Schema, Path])[] {
  return allOf.map((part, index) => [part, [...path, "allOf", String(index)]]);
}

function typesOf({ type = [] }: Schema): string[] {
  return (typeof type === "string" ? [type] : [...type]).filter((name) => name !== "null");
}

function pathOf(schema: string): Path {
  return ["components", "schemas", schema];
}

/** `InvoiceSummary.totalAmount`, or the operation whose body it is. */
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
