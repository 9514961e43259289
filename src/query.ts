import { createQuerySerializer } from "openapi-fetch";
import { WmConfigError } from "./errors.js";
import { checkNames } from "./options.js";
import { percentEncoded } from "./path.js";

const serialize = /* @__PURE__ */ createQuerySerializer<Record<string, unknown>>();

/** The arguments that are a span of days, when both are given. */
const spans = [
  ["fromDate", "toDate"],
  ["startDate", "endDate"],
] as const;

/** The query string of a call, by its names on the wire. Throws {@link WmConfigError} for an argument that is unknown or unusable. */
export function searchOf(given: object, names: Readonly<Record<string, PropertyKey>>): string {
  checkNames("argument", given, Object.keys(names));
  const query: Record<string, unknown> = {};
  for (const name of Object.keys(names)) {
    const value = (given as Readonly<Record<string, unknown>>)[name];
    if (value === undefined || value === null) continue;
    checkValue(name, value);
    query[String(names[name])] = value;
  }
  // Days of this form are in the order of their text.
  for (const [from, to] of spans) {
    const [first, last] = [query[String(names[from])], query[String(names[to])]];
    if (typeof first === "string" && typeof last === "string" && first > last) throw new WmConfigError(`${from}: must not be after ${to}`);
  }
  return serialize(query);
}

function checkValue(name: string, value: unknown): void {
  if (!["string", "number", "boolean"].includes(typeof value)) throw new WmConfigError(`${name}: must be a string, a number or a boolean`);
  if (value === "") throw new WmConfigError(`${name}: must not be empty`);
  if (typeof value === "number" && !Number.isFinite(value)) throw new WmConfigError(`${name}: must be a finite number`);
  if (typeof value === "string") percentEncoded(name, value);
  if (name.endsWith("Date") && !isDay(value)) throw new WmConfigError(`${name}: must be a day that exists, as yyyy-MM-dd`);
}

function isDay(value: unknown): boolean {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  // A date that runs over into the next month is another day.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
