import { responses, type Selection } from "../../generated/tables.js";
import type { Bodies } from "../../generated/values.js";
import { WmConfigError } from "../errors.js";
import type { WmDecodeIssue } from "../hooks.js";
import { decodeFields, decodeOnly, type Fields, fieldsOf, isListOfOne, isObject, type Walk } from "./walk.js";

/** A query under its wire names. May select the shape of the body. */
export type WireQuery = Readonly<Record<string, unknown>>;

type OnIssue = ((issue: WmDecodeIssue) => void) | undefined;

/**
 * Decodes a response body as WM sends it, from a queue, a file or `wm.raw`, like a façade method. Text becomes numbers, booleans, ISO dates
 * or text without trailing whitespace; lists are always lists; each value has one name. Does not modify `body`. Calls `onIssue` for every
 * value that does not match its declared type.
 *
 * @param query The query of the request as on the wire, such as `{ ticket_type: "disposal" }`, if it selects the shape of the body.
 * @throws {@link WmConfigError} for an unknown operation. Never throws for a body: one that is not the expected object is reported as
 * `shape`, and decoded as the empty object of its type.
 */
export function decodeWire<Id extends keyof Bodies>(operationId: Id, body: unknown, onIssue?: OnIssue, query?: WireQuery): Bodies[Id] {
  if (!Object.hasOwn(responses.operations, operationId)) throw new WmConfigError(`operationId: unknown operation ${JSON.stringify(operationId)}`);
  return decode(operationId, body, false, onIssue, query);
}

/** Decodes the client's own body in place, which saves a copy. */
export function decodeBody<Id extends keyof Bodies>(operation: Id, body: unknown, onIssue: OnIssue, query?: WireQuery): Bodies[Id] {
  return decode(operation, body, true, onIssue, query);
}

/** Result for a response without a body: the empty object of its type, or undefined for an undocumented response. */
export function emptyBody<Id extends keyof Bodies>(operation: Id, query?: WireQuery): Bodies[Id] | undefined {
  return isDocumented(operation) ? decodeBody(operation, {}, undefined, query) : undefined;
}

/** Checks for documented response fields. Such a response must be an object. */
export function isDocumented(operation: keyof Bodies): boolean {
  return responses.operations[operation] !== null;
}

/** The body if it is an object, or the object in a list of one; undefined for any other body. */
export function objectOf(body: unknown): Readonly<Record<string, unknown>> | undefined {
  return isListOfOne(body) ? body[0] : isObject(body) ? body : undefined;
}

/** Checks for a declared response field, under any of its names. */
export function hasDeclaredField(operation: keyof Bodies, object: Readonly<Record<string, unknown>>, query?: WireQuery): boolean {
  const fields = bodyFields(operation, query);
  return fields !== undefined && isAnyDeclared(object, fields);
}

function isAnyDeclared(object: Readonly<Record<string, unknown>>, { byName }: Fields): boolean {
  for (const name in object) if (byName[name] !== undefined) return true;
  return false;
}

function bodyFields(operation: keyof Bodies, query: WireQuery | undefined): Fields | undefined {
  const rule = responses.operations[operation];
  if (!rule) return undefined;
  if (!isSelection(rule)) return fieldsOf(rule);
  const [parameter, selected, otherwise] = rule;
  const value = String(query?.[parameter]);
  return fieldsOf((Object.hasOwn(selected, value) && selected[value]) || otherwise);
}

function isSelection(rule: object | string): rule is Selection {
  return Array.isArray(rule);
}

function decode<Id extends keyof Bodies>(operation: Id, body: unknown, isOwn: boolean, onIssue: OnIssue, query: WireQuery | undefined): Bodies[Id] {
  const fields = bodyFields(operation, query);
  const report: Walk["report"] = (keys, value, reason) => onIssue?.(Object.freeze({ operation, path: `$${keys.map(step).join("")}`, value, reason }));
  // The types are compiled from the same model as the tables.
  return (fields ? decodeTop(body, { isOwn, keys: [], report }, fields) : body) as Bodies[Id];
}

function decodeTop(body: unknown, walk: Walk, fields: Fields): unknown {
  const object = objectOf(body);
  if (object === undefined || (!isAnyDeclared(object, fields) && Object.keys(object).length > 0)) walk.report([], body, "shape");
  return decodeOnly(body, walk, fields) ?? decodeFields(isObject(body) ? body : {}, walk, fields);
}

/** One segment of an RFC 9535 JSONPath. */
function step(key: string | number): string {
  return typeof key === "string" && /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
