import { formatOf } from "./formats.js";
import { InputError } from "./inputs.js";
import { membersOf, namesFields, type Operation, refName, resolve, type Schema, type Spec } from "./spec.js";

/** How a value is decoded. */
type Rule =
  | { readonly kind: "format"; readonly letter: string }
  | { readonly kind: "schema"; readonly name: string }
  | { readonly kind: "list"; readonly item: Rule }
  /** An object or a list of such objects. */
  | { readonly kind: "either"; readonly item: Rule }
  | Fields;

/** The fields of an object: those of named schemas, and its own, which go before them. */
interface Fields {
  readonly kind: "fields";
  readonly from: readonly string[];
  readonly own: Readonly<Record<string, Rule>>;
}

/**
 * Compiles the JavaScript that the decoder walks: a constant for each schema with a field to decode, and which of them the body of each
 * operation is. A field with nothing to decode is left out, so that it is passed over; a schema in several places is written once.
 */
export function decodeTable(spec: Spec, operations: readonly Operation[]): string {
  const schemas = new Map<string, Fields>();

  const ruleOf = (schema: Schema, where: string): Rule | undefined => {
    const name = refName(schema);
    if (name !== undefined) return namedRule(name);
    const format = formatOf(schema.format);
    if (format) return { kind: "format", letter: format.letter };
    if (schema.items) {
      const item = ruleOf(schema.items, `${where}[]`);
      return item && { kind: "list", item };
    }
    const list = objectOrList(schema);
    if (list) {
      const item = ruleOf(list, where);
      return item && { kind: "either", item };
    }
    const fields = fieldsOf(schema, where);
    return isEmpty(fields) ? undefined : fields;
  };

  const namedRule = (name: string): Rule | undefined => {
    const schema = resolve(spec, { $ref: `#/components/schemas/${name}` });
    if (formatOf(schema.format) || schema.items || objectOrList(schema)) return ruleOf(schema, name);
    if (!schemas.has(name)) {
      // Entered first, so that a schema that holds itself comes to an end.
      schemas.set(name, { kind: "fields", from: [], own: {} });
      const fields = fieldsOf(schema, name);
      if (isEmpty(fields)) schemas.delete(name);
      else schemas.set(name, fields);
    }
    return schemas.has(name) ? { kind: "schema", name } : undefined;
  };

  const fieldsOf = (schema: Schema, where: string): Fields => {
    let all: Fields = { kind: "fields", from: [], own: {} };
    for (const member of membersOf(schema)) {
      const rule = member === schema || !member.properties || refName(member) ? ruleOf(member, where) : ownFields(member, where);
      if (rule?.kind === "fields" || rule?.kind === "schema") all = union(all, rule, where);
    }
    return all;
  };

  const ownFields = ({ properties = {} }: Schema, where: string): Fields => {
    const rules = Object.entries(properties).flatMap(([name, property]): [string, Rule][] => {
      const rule = ruleOf(property, `${where}.${name}`);
      return rule === undefined ? [] : [[name, rule]];
    });
    return { kind: "fields", from: [], own: Object.fromEntries(rules) };
  };

  /** All fields by name, those of named schemas included. */
  const expand = (rule: Rule): Readonly<Record<string, Rule>> => {
    if (rule.kind === "schema") return expand(schemas.get(rule.name)!);
    if (rule.kind !== "fields") return {};
    return Object.assign({}, ...rule.from.map((name) => expand({ kind: "schema", name })), rule.own);
  };

  /** The fields of two objects that a value may be, or is at once. */
  const union = (one: Fields, other: Rule, where: string): Fields => {
    const [left, right] = [expand(one), expand(other)];
    const both = Object.keys(left).filter((name) => name in right);
    const differing = both.filter((name) => JSON.stringify(left[name]) !== JSON.stringify(right[name]));
    const mended = differing.map((name): [string, Rule] => [name, merge(left[name]!, right[name]!, `${where}.${name}`)]);
    const [from, own] = other.kind === "fields" ? [other.from, other.own] : other.kind === "schema" ? [[other.name], {}] : [[], {}];
    return { kind: "fields", from: [...one.from, ...from], own: { ...one.own, ...own, ...Object.fromEntries(mended) } };
  };

  /** One rule for a field that two objects have. */
  const merge = (one: Rule, other: Rule, where: string): Rule => {
    if (JSON.stringify(one) === JSON.stringify(other)) return one;
    if (one.kind === "list" && other.kind === "list") return { kind: "list", item: merge(one.item, other.item, `${where}[]`) };
    const left: Fields | undefined = one.kind === "fields" ? one : one.kind === "schema" ? { kind: "fields", from: [one.name], own: {} } : undefined;
    if (left === undefined || (other.kind !== "fields" && other.kind !== "schema")) {
      throw new InputError(`${where}: its schemas give it different formats, and a value does not say which of them it has`);
    }
    return union(left, other, where);
  };

  const bodies = operations.map(({ operationId, body }): [string, Rule | undefined] =>
    body && namesFields(spec, body) ? [operationId, ruleOf(body, operationId) ?? { kind: "fields", from: [], own: {} }] : [operationId, undefined],
  );
  return write(schemas, bodies);
}

function isEmpty({ from, own }: Fields): boolean {
  return from.length === 0 && Object.keys(own).length === 0;
}

/** The items of the list, where a schema allows an object and a list of such objects. */
function objectOrList({ anyOf, oneOf }: Schema): Schema | undefined {
  const members = anyOf ?? oneOf ?? [];
  return members.length === 2 ? members.find((member) => member.items !== undefined)?.items : undefined;
}

/** Writes the schemas that bodies are made of, each after those it refers to; what refers back is put in at the end. */
function write(schemas: ReadonlyMap<string, Fields>, bodies: readonly (readonly [string, Rule | undefined])[]): string {
  const written: string[] = [];
  const knots: string[] = [];
  const state = new Map<string, "begun" | "done">();

  const literal = (rule: Rule): string => {
    switch (rule.kind) {
      case "format":
        return JSON.stringify(rule.letter);
      case "schema":
        return declare(rule.name);
      case "list":
        return `[${literal(rule.item)}]`;
      case "either":
        return `{ "?": ${literal(rule.item)} }`;
      case "fields":
        return `{ ${[...rule.from.map((name) => `...${declare(name)}`), ...Object.entries(rule.own).map(field)].join(", ")} }`;
    }
  };
  const field = ([name, rule]: [string, Rule]) => `${key(name)}: ${literal(rule)}`;

  const declare = (name: string): string => {
    if (state.has(name)) return name;
    state.set(name, "begun");
    const { from, own } = schemas.get(name)!;
    const [early, late] = [Object.entries(own).filter(([, rule]) => !isBegun(rule)), Object.entries(own).filter(([, rule]) => isBegun(rule))];
    const text = literal({ kind: "fields", from, own: Object.fromEntries(early) });
    written.push(`const ${name} = ${text};`);
    for (const [own, rule] of late) knots.push(`${name}[${JSON.stringify(own)}] = ${literal(rule)};`);
    state.set(name, "done");
    return name;
  };
  const isBegun = (rule: Rule): boolean =>
    rule.kind === "schema" ? state.get(rule.name) === "begun" : rule.kind === "list" || rule.kind === "either" ? isBegun(rule.item) : false;

  const operations = bodies.map(([operationId, rule]) => `  ${operationId}: ${rule ? literal(rule) : null},`);
  return `${[...written, ...knots].join("\n")}\n\nexport const operations = {\n${operations.join("\n")}\n};\n`;
}

function key(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
}
