import { type Fields, requests, type Rule } from "../../generated/tables.js";
import type { Requests } from "../../generated/values.js";

type Values = Readonly<Record<string, unknown>>;

/**
 * Encodes a request body for the wire, from façade values or wire values. Omits null, empty lists below the top level and fields that the
 * request does not have.
 */
export function encodeBody(operation: keyof Requests, body: object): Values {
  return encodeFields(body as Values, requests.operations[operation]!, true);
}

function encodeFields(values: Values, rule: string | Fields, isTop: boolean): Values {
  const rules = typeof rule === "string" ? requests.schemas[rule.slice(1)]! : rule;
  const encoded: Record<string, unknown> = {};
  for (const [name, rule] of Object.entries(rules)) {
    // The façade's name comes after the wire name, so its value wins.
    const target = typeof rule === "string" && rule[0] === ">" ? rule.slice(1) : name;
    const value = encode(values[name], rules[target]!);
    if (value === null || value === undefined) continue;
    // Decoding turns a missing list into an empty one. Sending that in a PUT could delete WM's data.
    if (isTop || !Array.isArray(value) || value.length > 0) encoded[target] = value;
  }
  return encoded;
}

/** Passes on a value that the rule does not expect: WM decides. */
function encode(value: unknown, rule: Rule): unknown {
  const item = isList(rule) ? rule[0] : rule;
  if (Array.isArray(value)) return value.filter((one) => one !== null).map((one) => encode(one, item));
  if (typeof value === "boolean" && item === "f") return value ? "Y" : "N";
  const isObject = typeof value === "object" && value !== null && (typeof item !== "string" || item[0] === "#");
  return isObject ? encodeFields(value as Values, item as string | Fields, false) : value;
}

function isList(rule: Rule): rule is readonly [Rule] {
  return Array.isArray(rule);
}
