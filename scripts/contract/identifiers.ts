import type { operations } from "../../generated/wire.js";
import type { Call } from "./plan.js";

/** Where an identifier is found: the operation, and the way to it in the body of its 200. */
interface Source {
  readonly operationId: string;
  readonly list: string | undefined;
  readonly field: string;
}

/** The parameters in the paths of the spec. */
type PathParameter = { [Id in keyof operations]: operations[Id]["parameters"] extends { path: infer Path } ? keyof Path : never }[keyof operations];

/** The spec does not say which list an identifier comes from. One that has no line here does not compile. */
const sources: Readonly<Record<PathParameter, Source>> = {
  customerId: { operationId: "getCustomerOverview", list: undefined, field: "customerId" },
  serviceId: { operationId: "listServices", list: "services", field: "id" },
  invoiceId: { operationId: "listInvoices", list: "invoices", field: "id" },
  caseId: { operationId: "listCases", list: "cases", field: "case_id" },
  ticketId: { operationId: "listTickets", list: "tickets", field: "id" },
};

/** The options that name an identifier. That of the customer comes from the environment. */
export const identifierOptions: readonly string[] = [
  ...Object.keys(sources)
    .filter((name) => name !== "customerId")
    .map((name) => optionOf(name, undefined)),
  optionOf("ticketId", "disposal"),
];

/** The bodies of the 200s so far, by the name of their call. */
export type Bodies = ReadonlyMap<string, unknown>;

export type Identifiers = { readonly values: Readonly<Record<string, string>> } | { readonly missing: string };

/** The parameters in a call's path, from the options or from the lists that have answered. */
export function identifiersOf({ operation, variant }: Call, given: ReadonlyMap<string, string>, bodies: Bodies): Identifiers {
  const values: Record<string, string> = {};
  for (const { name } of operation.parameters.filter((parameter) => parameter.in === "path")) {
    const source = sources[name as PathParameter];
    const option = optionOf(name, variant);
    const value = given.get(option) ?? find(source, bodies.get(nameOf(source, variant)));
    if (value === undefined) return { missing: reason(name, option, source, variant) };
    values[name] = value;
  }
  return { values };
}

/** Tickets of another kind are in another list. */
function nameOf({ operationId, list }: Source, variant: string | undefined): string {
  return variant !== undefined && list === "tickets" ? `${operationId} ${variant}` : operationId;
}

function optionOf(name: string, variant: string | undefined): string {
  const option = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return variant !== undefined && name === "ticketId" ? `${variant}-${option}` : option;
}

function reason(name: string, option: string, source: Source, variant: string | undefined): string {
  const setting = name === "customerId" ? "WM_CUSTOMER_ID" : `--${option}`;
  const list = source.list === undefined ? "" : `${source.list}[*].`;
  return `no ${name}: ${nameOf(source, variant)} gave no ${list}${source.field}; set ${setting}`;
}

/** The identifier of the first item that has one. */
function find({ list, field }: Source, body: unknown): string | undefined {
  const items = list === undefined ? [body] : memberOf(body, list);
  if (!Array.isArray(items)) return undefined;
  return items.map((item) => identifierIn(memberOf(item, field))).find((id) => id !== undefined);
}

/** Some servers send a number. One that JavaScript cannot hold would name another item. */
function identifierIn(value: unknown): string | undefined {
  if (typeof value === "string" && value !== "") return value;
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
