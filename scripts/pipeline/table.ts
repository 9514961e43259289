import { formatOf, isMisspelt } from "./formats.js";
import { InputError } from "./inputs.js";
import { namesFields, type Operation, partsOf, refName, resolve, type Schema, type Spec } from "./spec.js";

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

/** Where a schema may put values that the table cannot name. */
const notDecoded = ["additionalProperties", "patternProperties", "prefixItems"] as const;

/** Whether a format that is decoded stands anywhere within. */
function holdsFormat(node: unknown): boolean {
  if (typeof node !== "object" || node === null) return false;
  const { format } = node as Schema;
  return (typeof format === "string" && formatOf(format) !== undefined) || Object.values(node).some(holdsFormat);
}

/**
 * Compiles the JavaScript that the decoder walks: a constant for each schema with a field to decode, and which of them the body of each
 * operation is. A field with nothing to decode is left out, so that it is passed over; a schema in several places is written once.
 */
export function decodeTable(spec: Spec, operations: readonly Pick<Operation, "operationId" | "body">[]): string {
  const schemas = new Map<string, Fields>();

  const ruleOf = (schema: Schema, where: string): Rule | undefined => {
    const name = refName(schema);
    if (name !== undefined) return namedRule(name);
    if (isMisspelt(schema.format)) throw new InputError(`${where}: there is no format ${schema.format}`);
    for (const keyword of notDecoded) {
      if (holdsFormat(schema[keyword])) throw new InputError(`${where}: values under ${keyword} are not decoded, so they cannot have a format`);
    }
    const format = formatOf(schema.format);
    if (format) return { kind: "format", letter: format.letter };
    if (schema.items) {
      const item = ruleOf(schema.items, `${where}[]`);
      return item && { kind: "list", item };
    }
    const rules = [...partsOf(schema).map((part) => ruleOf(part, where)), ownFields(schema, where)].filter((rule) => rule !== undefined);
    return rules.length === 0 ? undefined : rules.reduce((one, other) => merge(one, other, where));
  };

  const namedRule = (name: string): Rule | undefined => {
    if (!schemas.has(name)) {
      // Entered first, so that a schema that holds itself comes to an end.
      schemas.set(name, noFields);
      const rule = ruleOf(resolve(spec, { $ref: `#/components/schemas/${name}` }), name);
      if (rule?.kind !== "fields") {
        schemas.delete(name);
        return rule;
      }
      schemas.set(name, rule);
    }
    return { kind: "schema", name };
  };

  const ownFields = ({ properties = {} }: Schema, where: string): Fields | undefined => {
    const rules = Object.entries(properties).flatMap(([name, property]): [string, Rule][] => {
      const rule = ruleOf(property, `${where}.${name}`);
      return rule === undefined ? [] : [[name, rule]];
    });
    return rules.length === 0 ? undefined : { ...noFields, own: Object.fromEntries(rules) };
  };

  /** All fields by name, those of named schemas included. */
  const expand = (rule: Rule): Readonly<Record<string, Rule>> => {
    if (rule.kind === "schema") return expand(schemas.get(rule.name) ?? noFields);
    if (rule.kind !== "fields") return {};
    return Object.assign({}, ...rule.from.map((name) => expand({ kind: "schema", name })), rule.own);
  };

  /** The fields of two objects that a value may be, or is at once. */
  const union = (one: Fields, other: Fields, where: string): Fields => {
    const [left, right] = [expand(one), expand(other)];
    const differing = Object.keys(left).filter((name) => name in right && !isSame(left[name]!, right[name]!));
    const mended = differing.map((name): [string, Rule] => [name, merge(left[name]!, right[name]!, `${where}.${name}`)]);
    return { kind: "fields", from: [...one.from, ...other.from], own: { ...one.own, ...other.own, ...Object.fromEntries(mended) } };
  };

  /** One rule for a value that two schemas describe. */
  const merge = (one: Rule, other: Rule, where: string): Rule => {
    if (isSame(one, other)) return one;
    if (one.kind === "list" && other.kind === "list") return { kind: "list", item: merge(one.item, other.item, `${where}[]`) };
    const merged = objectOrList(one, other) ?? objectOrList(other, one);
    if (merged) return merged;
    const [left, right] = [asFields(one), asFields(other)];
    if (left && right) return union(left, right, where);
    throw new InputError(`${where}: its schemas give it different formats, and a value does not say which of them it has`);
  };

  const bodies = operations.map(({ operationId, body }): [string, Rule | undefined] =>
    body && namesFields(spec, body) ? [operationId, ruleOf(body, operationId) ?? noFields] : [operationId, undefined],
  );
  return write(schemas, bodies);
}

const noFields: Fields = { kind: "fields", from: [], own: {} };

/** An object as its fields; undefined for anything else. */
function asFields(rule: Rule): Fields | undefined {
  return rule.kind === "schema" ? { ...noFields, from: [rule.name] } : rule.kind === "fields" ? rule : undefined;
}

/** The rule of a value that is an object or a list of such objects. */
function objectOrList(object: Rule, list: Rule): Rule | undefined {
  return asFields(object) && list.kind === "list" && isSame(list.item, object) ? { kind: "either", item: object } : undefined;
}

function isSame(one: Rule, other: Rule): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Writes the schemas that bodies are made of, each after those it refers to; what refers back is put in at the end. */
function write(schemas: ReadonlyMap<string, Fields>, bodies: readonly (readonly [string, Rule | undefined])[]): string {
  const written: string[] = [];
  const knots = new Map<string, readonly string[]>();
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
        return `{ ${[...rule.from.map(spread), ...Object.entries(rule.own).map(field)].join(", ")} }`;
    }
  };
  const field = ([name, rule]: [string, Rule]) => `${key(name)}: ${literal(rule)}`;

  const spread = (name: string): string => {
    const text = `...${declare(name)}`;
    // What refers back would be missing from the copy.
    if (isBegun(name) || knots.has(name)) throw new InputError(`${name}: it holds itself, so no other schema can be put together from it`);
    return text;
  };

  const declare = (name: string): string => {
    const constant = identifier(name);
    if (state.has(name)) return constant;
    const fields = schemas.get(name);
    if (fields === undefined) throw new InputError(`${name}: a list that holds itself is not decoded; an object that holds such a list is`);
    state.set(name, "begun");
    const own = Object.entries(fields.own);
    const [early, late] = [own.filter(([, rule]) => !refersBack(rule)), own.filter(([, rule]) => refersBack(rule))];
    written.push(`const ${constant} = ${literal({ ...fields, own: Object.fromEntries(early) })};`);
    if (late.length > 0)
      knots.set(
        name,
        late.map(([field, rule]) => `${constant}[${JSON.stringify(field)}] = ${literal(rule)};`),
      );
    state.set(name, "done");
    return constant;
  };
  const isBegun = (name: string) => state.get(name) === "begun";
  const refersBack = (rule: Rule): boolean => {
    if (rule.kind === "schema") return isBegun(rule.name);
    if (rule.kind === "fields") return Object.values(rule.own).some(refersBack);
    return rule.kind !== "format" && refersBack(rule.item);
  };

  const operations = bodies.map(([operationId, rule]) => `    ${key(operationId)}: ${rule ? literal(rule) : null},`);
  const statements = [...written, ...[...knots.values()].flat(), `return {\n${operations.join("\n")}\n  };`];
  // In a function that is marked, so that a bundler can leave it out where nothing is decoded.
  return `export const operations = /* @__PURE__ */ (() => {\n${statements.map((statement) => `  ${statement}\n`).join("")}})();\n`;
}

/** A name for the constant of a schema that is no word of JavaScript, and no other schema's. */
function identifier(name: string): string {
  return /^[A-Z]\w*$/.test(name) ? name : `_${name.replace(/[.-]/g, (mark) => (mark === "." ? "$" : "$$"))}`;
}

function key(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
}
