import { allFields, type BodyModel, type FieldModel, type Item, type Model, type ObjectModel, objectsOf, type Value } from "./model.js";
import { argumentName, type Parameter, queryName } from "../merged/spec.js";

/** Interfaces of decoded objects, queries and request bodies, and which of them each operation has. */
export function valueTypes({ responses, requests, bodies }: Model): string {
  const mapping = (name: string, doc: string, typeOf: (body: BodyModel) => string | undefined) => {
    const types = bodies.flatMap((body) => {
      const [type, { operationId, method, path }] = [typeOf(body), body.operation];
      return type === undefined ? [] : [member(`\`${method} ${path}\``, `${operationId}: ${type}`)];
    });
    return block(`${doc}, by operationId.`, name, types);
  };
  return [
    ...responses.map(decodedInterface),
    ...bodies.flatMap(queryInterfaces),
    ...requests.map((object) => requestInterface(requests, object)),
    mapping("Bodies", "The decoded response body of each operation", (body) => objectsOf(body).join(" | ") || "unknown"),
    mapping("Queries", "The query that each operation takes", ({ operation: { operationId, query } }) =>
      query.length > 0 ? queryName(operationId) : undefined,
    ),
    mapping("Requests", "The request body that each operation takes", ({ request }) => request),
  ].join("\n");
}

function decodedInterface({ name, doc, parents, fields }: ObjectModel): string {
  const visible = fields.filter(({ sameAs }) => sameAs === undefined);
  // With other fields, an index signature would let misspelt ones compile.
  const members = visible.length + parents.length === 0 ? ["[field: string]: unknown"] : visible.map((field) => member(field.doc, decodedField(field)));
  return block(doc, `${name}${parents.length > 0 ? ` extends ${parents.join(", ")}` : ""}`, members);
}

function decodedField({ name, value }: FieldModel): string {
  return value.kind === "list" ? `${key(name)}: ${listOf(value.item)}` : `${key(name)}?: ${decodedType(value)}`;
}

function decodedType(item: Item): string {
  return `${item.kind === "object" ? item.name : item.decoded} | null`;
}

/** The decoder removes nulls from lists of objects, but not from lists of scalars. */
function listOf(item: Item): string {
  return item.kind === "object" ? `${item.name}[]` : `(${decodedType(item)})[]`;
}

/** A request accepts decoded values, wire values, null and undefined. */
function requestInterface(objects: readonly ObjectModel[], object: ObjectModel): string {
  const members = allFields(objects, object)
    .filter(isSent)
    .flatMap(({ name, value, doc, sameAs }) => {
      const type = `?: ${requestType(value)} | null | undefined`;
      const field = (called: string, said: string) => member(said, `readonly ${key(called)}${type}`);
      return sameAs === undefined ? [field(name, doc)] : [field(sameAs, doc), field(name, `${doc}\n@deprecated The name on the wire: use \`${sameAs}\`.`)];
    });
  return block(object.doc, object.name, members);
}

function requestType(value: Value): string {
  if (value.kind === "list") return `readonly ${requestType(value.item)}[]`;
  if (value.kind === "object") return value.name;
  return value.letter === "b" || value.decoded === "string" ? value.decoded : `${value.decoded} | string`;
}

/** A list includes the tracking id of its request. A write has a new one, in a header. */
export function isSent({ name }: FieldModel): boolean {
  return name !== "request_tracking_id";
}

/** The query of an operation, and one for each body that a parameter selects. */
function queryInterfaces({ operation, selection }: BodyModel): string[] {
  const { operationId, query, facade } = operation;
  if (query.length === 0) return [];
  const doc = `The query of \`${facade ?? operationId}\``;
  const members = (given: (parameter: Parameter) => string) => query.map((parameter) => member(parameter.description ?? "", given(parameter)));
  const all = block(`${doc}.`, queryName(operationId), members(queryField));
  if (selection === undefined) return [all];
  const selecting = (kind: string, which: string, type: string) =>
    block(
      `${doc} ${which}.`,
      queryName(operationId, kind),
      members((parameter) => (parameter.name === selection.parameter ? `readonly ${key(argumentName(parameter))}${type}` : queryField(parameter))),
    );
  const name = argumentName(query.find((parameter) => parameter.name === selection.parameter)!);
  const selected = Object.keys(selection.objects).map((value) => selecting(value, `with \`${name}: ${JSON.stringify(value)}\``, `: ${JSON.stringify(value)}`));
  return [all, ...selected, selecting(kindWithout, `without \`${name}\``, "?: undefined")];
}

/** Part of the name of the default query: without `ticket_type`, tickets are those of hauling services. */
const kindWithout = "service";

function queryField(parameter: Parameter): string {
  const { required = false, schema = {} } = parameter;
  const types = { integer: "number", number: "number", boolean: "boolean" } as const;
  const type = schema.enum?.map((value) => JSON.stringify(value)).join(" | ") ?? types[schema.type as keyof typeof types] ?? "string";
  return `readonly ${key(argumentName(parameter))}${required ? `: ${type}` : `?: ${type} | undefined`}`;
}

function block(doc: string, head: string, members: readonly string[]): string {
  const indented = members.map((text) => `${text};\n`.replace(/^(?=.)/gm, "  "));
  return `${comment(doc)}export interface ${head} {\n${indented.join("")}}\n`;
}

function member(doc: string, text: string): string {
  return `${comment(doc)}${text}`;
}

function comment(doc: string): string {
  const lines = doc.replaceAll("*/", "*\\/").match(/\S.*/g) ?? [];
  if (lines.length > 1) return `/**\n${lines.map((line) => ` * ${line.trimEnd()}\n`).join("")} */\n`;
  return lines.map((line) => `/** ${line.trimEnd()} */\n`).join("");
}

function key(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
}
