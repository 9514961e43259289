import { expect } from "vitest";
import { decodeWire } from "wm-customer-api";
import type { WmDecodeIssue } from "../../src/hooks.js";
import type { OperationId } from "../../src/types.js";
import { operations, sampleQuery } from "./spec.js";

export interface Outcome {
  readonly value: unknown;
  readonly issues: readonly WmDecodeIssue[];
}

/** Decodes a response body to a request with this query, and collects the issues. */
export function decode(operation: string, body: unknown, query?: Readonly<Record<string, string>>): Outcome {
  const issues: WmDecodeIssue[] = [];
  const value: unknown = decodeWire(operation as OperationId, body, (issue) => issues.push(issue), query);
  return { value, issues };
}

/** The response examples of the spec: name, operation, query that selects the schema, and wire body. */
export const examples = operations.flatMap((operation) =>
  Object.entries(operation.ok?.examples ?? {}).map(
    ([name, { value }]) => [`${operation.operationId} ${name}`, operation.operationId, name === "disposal" ? sampleQuery(operation) : {}, value] as const,
  ),
);

export type FormatName = keyof typeof places;

/** A field of each format: its operation, and its path in the body. 0 is the only item of a list. */
const places = {
  decimal: ["getBalance", "ivr_fee"],
  integer: ["listCases", "metadata", "totalCount"],
  flag: ["listContacts", "contacts", 0, "metadata", "cleansed"],
  identifier: ["listTicketSurcharges", "tickets", 0, "site_id"],
  text: ["getBalance", "billing_name"],
  date: ["getBalance", "last_payment_date"],
  dateTime: ["listTicketSurcharges", "tickets", 0, "date_time"],
} as const satisfies Record<string, readonly [operation: string, ...path: (string | 0)[]]>;

/** Decodes one value of a format, in a body without other values. */
export function decodeAs(format: FormatName, wire: unknown): Outcome {
  const [operation, ...path]: readonly [string, ...(string | 0)[]] = places[format];
  const body = path.reduceRight((inner, key) => (key === 0 ? [inner] : { [key]: inner }), wire);
  const { value, issues } = decode(operation, body);
  return { value: path.reduce<any>((node, key) => node[key], value), issues };
}

/** Freezes a value and everything in it: changing it throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** Expects that each wire value decodes to `value`, without an issue. */
export function expectValue(format: FormatName, value: unknown, ...wires: unknown[]): void {
  for (const wire of wires) expect([wire, decodeAs(format, wire)]).toEqual([wire, { value, issues: [] }]);
}

/** Expects that each wire value decodes to null, with an issue. */
export function expectUnfit(format: FormatName, ...wires: unknown[]): void {
  for (const wire of wires) expectIssue(format, "unfit", null, wire);
}

/** Expects that each wire value decodes to `value`, with an issue that reports lost digits. */
export function expectRounded(format: FormatName, value: unknown, ...wires: unknown[]): void {
  for (const wire of wires) expectIssue(format, "precision", value, wire);
}

function expectIssue(format: FormatName, reason: string, value: unknown, wire: unknown): void {
  const { value: decoded, issues } = decodeAs(format, wire);
  expect([wire, decoded, issues.map((issue) => [issue.reason, issue.value])]).toEqual([wire, value, [[reason, wire]]]);
}
