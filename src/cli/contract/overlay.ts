import { type Redact, stepOf } from "./judge.js";
import { emptyShape, formatOf, observe, type Shape } from "./shape.js";
import { nodeAt, type Path, type Schema, type Spec } from "./spec.js";
import type { Located, UndeclaredField } from "./undeclared.js";
import { yaml } from "./yaml.js";

/** The undeclared fields of an object of the spec, by name. */
interface Observed {
  readonly owner: Located;
  readonly isOpen: boolean;
  readonly fields: Map<string, Shape>;
}

/** Undeclared fields of all responses so far. */
export interface Observations {
  add(fields: readonly UndeclaredField[]): void;
  /** An overlay that declares them. */
  overlay(date: string): Overlay;
}

export interface Overlay {
  readonly text: string;
  /** Number of fields that it declares. */
  readonly declared: number;
  /** JSON paths of the omitted fields: no value was sent, no format fits the values, or the name is unusable. */
  readonly omitted: readonly string[];
}

/** A schema of the overlay. */
type Declared = Schema & { readonly description?: string; readonly "x-wm-source"?: string };

interface Action {
  readonly target: string;
  readonly update: object;
}

/** Collects undeclared fields. */
export function createObservations(spec: Spec, redact: Redact): Observations {
  const objects = new Map<string, Observed>();
  const paths = new Map<Shape, string>();
  const step = stepOf(redact);
  const isUsable = (name: string) => redact(name) === name && /^[\p{L}_$@][\p{L}\p{N} _$@.:/-]*$/u.test(name) && !(name in {});

  return {
    add(fields) {
      for (const { owner, isOpen, name, value, path } of fields) {
        if (owner === undefined) continue;
        // Places that share a schema without fields each get their own.
        const key = JSON.stringify(isOpen ? owner.at : owner.path);
        const observed = objects.get(key) ?? { owner, isOpen, fields: new Map<string, Shape>() };
        objects.set(key, observed);
        const shape = observed.fields.get(name) ?? emptyShape();
        observed.fields.set(name, shape);
        if (!paths.has(shape)) paths.set(shape, path);
        observe(shape, value);
      }
    },
    overlay(date) {
      const schemas: Record<string, Declared> = {};
      const actions: Action[] = [];
      const omitted = new Set<string>();
      let declared = 0;
      const note = { description: `Observed on ${date}; undocumented`, "x-wm-source": "observed" };

      const propertiesOf = (parent: string, fields: ReadonlyMap<string, Shape>, path?: string): Record<string, Declared> => {
        const properties: Record<string, Declared> = {};
        for (const [name, shape] of fields) {
          const at = paths.get(shape) ?? `${path}${step(name)}`;
          const schema = isUsable(name) ? schemaOf(`${parent}${pascal(name)}`, shape, at) : undefined;
          if (schema === undefined) omitted.add(at);
          else properties[name] = { ...schema, ...note };
          if (schema !== undefined) declared++;
        }
        return properties;
      };

      /** Declares an object as a named schema. */
      const objectOf = (name: string, fields: ReadonlyMap<string, Shape>, path?: string): Declared | undefined => {
        const properties = propertiesOf(name, fields, path);
        if (Object.keys(properties).length === 0) return undefined;
        const own = unusedName(name, [...Object.keys(spec.components.schemas), ...Object.keys(schemas)]);
        schemas[own] = { type: "object", ...note, properties };
        return { $ref: `#/components/schemas/${own}` };
      };

      const schemaOf = (name: string, shape: Shape, path: string): Declared | undefined => {
        const { fields, items, types } = shape;
        const isNullable = types.has("null");
        if (fields === undefined && items === undefined) {
          const format = formatOf(shape);
          return format === undefined ? undefined : { type: oneOrMore([...types]), format };
        }
        if ((fields !== undefined && items !== undefined) || types.size > (isNullable ? 1 : 0)) return undefined;
        if (fields !== undefined) {
          const object = objectOf(name, fields, path);
          return object && isNullable ? { anyOf: [object, { type: "null" }] } : object;
        }
        const item = items!.items === undefined ? schemaOf(`${name}Item`, items!, `${path}[*]`) : undefined;
        return item && { type: oneOrMore(isNullable ? ["array", "null"] : ["array"]), items: item };
      };

      for (const { owner, isOpen, fields } of objects.values()) {
        if (isOpen) {
          const object = objectOf(nameAt(spec, owner.at), fields);
          if (object !== undefined) actions.push(actionAt(spec, owner.at, object));
        } else {
          const properties = propertiesOf(nameAt(spec, owner.path), fields);
          if (Object.keys(properties).length > 0) actions.push(actionAt(spec, owner.path, { properties }));
        }
      }
      if (Object.keys(schemas).length > 0) actions.push({ target: "$.components.schemas", update: schemas });
      return { text: textOf(date, actions), declared, omitted: [...omitted] };
    },
  };
}

function textOf(date: string, actions: readonly Action[]): string {
  const description = `Fields that a server sent on ${date} and the spec did not declare. Written by \`wm-customer-api contract --overlay\`.`;
  return yaml({ overlay: "1.1.0", info: { title: "Observed fields", version: "0.1.0", description }, actions });
}

/**
 * Updates a schema through a node above it, because Redocly's lint rejects an update that is itself a reference. A named schema is updated
 * through all components, which exist even before the overlay that adds the schema is applied.
 */
function actionAt(spec: Spec, path: Path, update: object): Action {
  const isIndex = (index: number) => Array.isArray(nodeAt(spec, path.slice(0, index)));
  const inList = path.findLastIndex((_, index) => isIndex(index)) + 1;
  const length = inList > 0 ? inList : path[0] === "components" ? 2 : path.length - 1;
  const step = (key: string, index: number) => (isIndex(index) ? `[${key}]` : /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `['${key.replaceAll("'", "\\'")}']`);
  return { target: `$${path.slice(0, length).map(step).join("")}`, update: path.slice(length).reduceRight((inner, key) => ({ [key]: inner }), update) };
}

/** Prefix of schema names for this path: its schema and fields, or its operation. */
function nameAt(spec: Spec, path: Path): string {
  if (path[0] === "paths") return `${pascal(spec.paths[path[1]!]![path[2]!]!.operationId)}Response`;
  const fields = path.slice(3).flatMap((key, index, keys) => (keys[index - 1] === "properties" ? [pascal(key)] : key === "items" ? ["Item"] : []));
  return [path[2], ...fields].join("");
}

/** A schema name, which becomes the name of an interface. */
function pascal(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return words.map((word) => `${word[0]!.toUpperCase()}${word.slice(1)}`).join("") || "Field";
}

function unusedName(name: string, taken: readonly string[]): string {
  const isTaken = (candidate: string) => taken.some((other) => other.toLowerCase() === candidate.toLowerCase());
  let candidate = name;
  for (let number = 2; isTaken(candidate); number++) candidate = `${name}${number}`;
  return candidate;
}

function oneOrMore(types: readonly string[]): string | readonly string[] {
  return types.length === 1 ? types[0]! : types;
}
