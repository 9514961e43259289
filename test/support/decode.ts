import { expect } from "vitest";
import { decodeWire } from "wm-customer-api";
import type { WmDecodeIssue } from "../../src/hooks.js";
import type { OperationId } from "../../src/types.js";

export interface Outcome {
  readonly value: unknown;
  readonly issues: readonly WmDecodeIssue[];
}

/** Decodes a body, the answer to this query, and gathers the issues. */
export function decode(operation: string, body: unknown, query?: Readonly<Record<string, string>>): Outcome {
  const issues: WmDecodeIssue[] = [];
  const value: unknown = decodeWire(operation as OperationId, body, (issue) => issues.push(issue), query);
  return { value, issues };
}

export type FormatName = keyof typeof places;

/** A body in which a value of this format stands, and how to find it there. */
const places = {
  decimal: { operation: "getBalance", key: "ivr_fee" },
  integer: { operation: "listCases", parent: "metadata", key: "totalCount" },
  flag: { operation: "listContacts", list: "contacts", parent: "metadata", key: "cleansed" },
  identifier: { operation: "listTicketSurcharges", list: "tickets", key: "site_id" },
  text: { operation: "getBalance", key: "billing_name" },
  date: { operation: "getBalance", key: "last_payment_date" },
  dateTime: { operation: "listTicketSurcharges", list: "tickets", key: "date_time" },
} as const satisfies Record<string, { operation: string; list?: string; parent?: string; key: string }>;

/** Decodes one value of a format, in a body that holds no other. */
export function decodeAs(format: FormatName, value: unknown): Outcome {
  const { operation, list, parent, key }: { operation: string; list?: string; parent?: string; key: string } = places[format];
  const object = parent === undefined ? { [key]: value } : { [parent]: { [key]: value } };
  const { value: body, issues } = decode(operation, list === undefined ? object : { [list]: [object] });
  const path = [...(list === undefined ? [] : [list, 0]), ...(parent === undefined ? [] : [parent]), key];
  return { value: path.reduce<any>((node, step) => node[step], body), issues };
}

/** Freezes a value and all that it holds, so that to change it throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** Expects that a value decodes to another, without an issue. */
export function expectValue(format: FormatName, wire: unknown, value: unknown): void {
  expect([wire, decodeAs(format, wire)]).toEqual([wire, { value, issues: [] }]);
}

/** Expects that each value decodes to null, with an issue. */
export function expectUnfit(format: FormatName, ...wires: unknown[]): void {
  for (const wire of wires) {
    const { value, issues } = decodeAs(format, wire);
    expect([wire, value, issues.map((issue) => [issue.reason, issue.value])]).toEqual([wire, null, [["unfit", wire]]]);
  }
}

/** Expects that a value decodes to another, with an issue that says that digits were lost. */
export function expectRounded(format: FormatName, wire: unknown, value: unknown): void {
  const { value: decoded, issues } = decodeAs(format, wire);
  expect([wire, decoded, issues.map((issue) => [issue.reason, issue.value])]).toEqual([wire, value, [["precision", wire]]]);
}
