import { allFields, type BodyModel, type FieldModel, type Model, type ObjectModel, objectsOf, type Value } from "./model.js";
import { isSent } from "./values.js";

type Rule = string | readonly [Rule] | { readonly [field: string]: Rule };

/** Rule of a field: its value, or `>name` of the field with the same value. */
type FieldRule = readonly [name: string, rule: Value | string];

/** The run-time tables, as a module of plain data: how responses are decoded, and how requests are encoded. */
export function tables({ responses, requests, bodies }: Model): string {
  const written = bodies.flatMap(({ operation, request }) => (request === undefined ? [] : [[operation.operationId, request] as const]));
  const roots = written.map(([, request]) => request);
  const decoded = createPrinter(responses, responseField, bodies.flatMap(objectsOf));
  const encoded = createPrinter(requests, requestFields, roots);
  const answers = bodies.map((body) => [body.operation.operationId, bodyRule(body, decoded.ruleOf)] as const);
  const takes = written.map(([operationId, request]) => [operationId, encoded.ruleOf(request)] as const);
  return [exported("responses", decoded.shared, answers), exported("requests", encoded.shared, takes)].join("\n");
}

/** Max length of an object that compresses better than a reference to it. */
const shortObject = 100;

/** Prints objects that are used several times as references, and all others inline. */
function createPrinter(objects: readonly ObjectModel[], rulesOf: (field: FieldModel) => FieldRule[], roots: readonly string[]) {
  const fields = new Map(objects.map((object) => [object.name, allFields(objects, object).flatMap(rulesOf)]));
  const uses = [...roots, ...[...fields.values()].flat().flatMap(([, rule]) => objectIn(rule))];
  const isShared = (name: string) => uses.filter((use) => use === name).length > 1 && JSON.stringify(object(name)).length > shortObject;

  const written = (rule: Value | string): Rule => {
    if (typeof rule === "string") return rule;
    if (rule.kind === "list") return [written(rule.item)];
    return rule.kind === "object" ? ruleOf(rule.name) : rule.letter;
  };
  const object = (name: string): Rule => Object.fromEntries(fields.get(name)!.map(([field, rule]) => [field, written(rule)]));
  const ruleOf = (name: string): Rule => (isShared(name) ? `#${name}` : object(name));
  return { ruleOf, shared: [...fields.keys()].filter(isShared).map((name) => [name, object(name)] as const) };
}

function objectIn(rule: Value | string): string[] {
  if (typeof rule === "string") return [];
  return rule.kind === "list" ? objectIn(rule.item) : rule.kind === "object" ? [rule.name] : [];
}

function bodyRule({ object, selection }: BodyModel, ruleOf: (name: string) => Rule): unknown {
  if (object === undefined) return null;
  if (selection === undefined) return ruleOf(object);
  const selected = Object.entries(selection.objects).map(([value, name]) => [value, ruleOf(name)]);
  return [selection.parameter, Object.fromEntries(selected), ruleOf(object)];
}

function responseField({ name, value, sameAs }: FieldModel): FieldRule[] {
  return [[name, sameAs === undefined ? value : `>${sameAs}`]];
}

/** The façade's name is last, so that its value overrides the wire's. */
function requestFields(field: FieldModel): FieldRule[] {
  const { name, value, sameAs } = field;
  return isSent(field) ? [[name, value], ...(sameAs === undefined ? [] : [[sameAs, `>${name}`] as const])] : [];
}

function exported(name: string, objects: readonly (readonly [string, Rule])[], operations: readonly (readonly [string, unknown])[]): string {
  const lines = (entries: readonly (readonly [string, unknown])[]) =>
    entries.map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`).join("");
  return `export const ${name} = {\n  "schemas": {\n${lines(objects)}  },\n  "operations": {\n${lines(operations)}  }\n};\n`;
}

/** The declarations of the module above. */
export const tableTypes = `/**
 * How a value is decoded or encoded: the letter of its format, the fields of an object or its \`#Name\` among the schemas, a list of either, or
 * \`>name\` of the field that has the same value.
 */
export type Rule = string | Fields | readonly [Rule];

export interface Fields {
  readonly [field: string]: Rule;
}

/** A query parameter, the object that each of its values selects, and the object without it. */
export type Selection = readonly [parameter: string, selected: { readonly [value: string]: string | Fields }, otherwise: string | Fields];

/** Objects used in more than one place, by name. */
export interface Schemas {
  readonly [name: string]: Fields;
}

/** How the body of each operation is decoded; null if its fields are undocumented. */
export declare const responses: { readonly schemas: Schemas; readonly operations: { readonly [operationId: string]: string | Fields | Selection | null } };

/** How the body that an operation takes is encoded. */
export declare const requests: { readonly schemas: Schemas; readonly operations: { readonly [operationId: string]: string | Fields } };
`;
