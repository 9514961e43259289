import { date, dateTime } from "../../decode/dates.js";

/** A format of the spec, without its prefix. */
type Kind = "identifier" | "decimal" | "flag" | "date" | "date-time" | "text";

/** The kinds of the values of one field. Contains none of the values. */
export interface Shape {
  /** JSON types of scalars, null included. */
  readonly types: Set<string>;
  readonly kinds: Set<Kind>;
  /** Fields, if an object was seen. */
  fields: Map<string, Shape> | undefined;
  /** Items, if a list was seen. */
  items: Shape | undefined;
}

/** Max depth of nesting to inspect. */
const deepest = 20;

export function emptyShape(): Shape {
  return { types: new Set(), kinds: new Set(), fields: undefined, items: undefined };
}

/** Adds a value to the shape of its field. */
export function observe(shape: Shape, value: unknown, depth = 0): void {
  if (depth > deepest) return;
  if (Array.isArray(value)) {
    shape.items ??= emptyShape();
    for (const item of value) observe(shape.items, item, depth + 1);
  } else if (typeof value === "object" && value !== null) {
    shape.fields ??= new Map();
    for (const [name, member] of Object.entries(value)) {
      const field = shape.fields.get(name) ?? emptyShape();
      shape.fields.set(name, field);
      observe(field, member, depth + 1);
    }
  } else {
    shape.types.add(value === null ? "null" : typeof value);
    const kind = kindOf(value);
    if (kind !== undefined) shape.kinds.add(kind);
  }
}

const decimal = /^[+-]?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)\.\d+$|^-\d+$/;

/** The kind of a scalar; undefined for null, `"null"` and blank text, which all mean no value. */
function kindOf(value: unknown): Kind | undefined {
  const text = String(value).trim();
  if (text === "" || text === "null") return undefined;
  if (typeof value === "boolean" || /^(?:y|n|true|false)$/i.test(text)) return "flag";
  if (/^\d+$/.test(text)) return "identifier";
  if (typeof value === "number" || decimal.test(text)) return "decimal";
  if (date(text) !== undefined) return "date";
  return dateTime(text) !== undefined ? "date-time" : "text";
}

/** The format that decodes all values of these kinds; undefined if no value was sent, or if booleans are mixed with others. */
export function formatOf({ types, kinds }: Shape): string | undefined {
  const isWithin = (...others: Kind[]) => [...kinds].every((kind) => others.includes(kind));
  if (kinds.size === 0) return undefined;
  if (isWithin("flag")) return "wm-flag";
  if (types.has("boolean")) return undefined;
  if (isWithin("identifier")) return "wm-identifier";
  if (isWithin("identifier", "decimal")) return "decimal";
  if (isWithin("date")) return "wm-date";
  return isWithin("date", "date-time") ? "wm-date-time" : "wm-text";
}
