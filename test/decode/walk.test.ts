import { decodeWire } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { isDocumented } from "../../src/decode/index.js";
import type { OperationId } from "../../src/types.js";
import { decode, examples } from "../support/decode.js";

/** A report of an issue. */
type Report = readonly [path: string, reason: string, value: unknown];

function reportsOf(operation: string, body: unknown, query?: Readonly<Record<string, string>>): Report[] {
  return decode(operation, body, query).issues.map(({ path, reason, value }) => [path, reason, value]);
}

/** Expects that a body decodes to `value`, with these reports. */
function expectDecoded(operation: string, wire: unknown, value: unknown, ...reports: readonly Report[]): void {
  expect([wire, decode(operation, wire).value, reportsOf(operation, wire)]).toEqual([wire, value, reports]);
}

/** WM's ways to send no value instead of an object or a list. */
const nothing = [null, "null", " null ", "", "  "];

describe("a declared list", () => {
  it("returns an empty list if nothing is sent", () => {
    for (const body of [{}, ...[undefined, ...nothing, []].map((invoices) => ({ invoices }))]) {
      expectDecoded("listInvoices", body, { invoices: [], balances: [] });
    }
  });

  it("adds an empty list to an object that was sent, not to one that was not", () => {
    expectDecoded("listServiceInvoiceFees", { services: [{ prices: {} }, {}] }, { services: [{ prices: { invoice_fees: [] } }, {}] });
  });

  it("accepts an object instead of a list, and a list of one as an item", () => {
    expectDecoded("listTicketPrices", { tickets: { amount: "165.52" } }, { tickets: [{ amount: 165.52 }] });
    expectDecoded("listTicketPrices", { tickets: { amount: true } }, { tickets: [{ amount: null }] }, ["$.tickets.amount", "unfit", true]);
    expectDecoded("listTicketPrices", { tickets: [[{ amount: {} }]] }, { tickets: [{ amount: null }] }, ["$.tickets[0][0].amount", "unfit", {}]);
  });

  it("reports any other value, and returns an empty list", () => {
    for (const wire of ["x", 0, true]) expectDecoded("listTicketPrices", { tickets: wire }, { tickets: [] }, ["$.tickets", "shape", wire]);
  });

  it("reports and drops every item that is not an object", () => {
    const junk = [null, "null", 5, [], [[{}]], [{}, {}], ["x"]];
    const reports = junk.map((value, index): Report => [`$.tickets[${index + 1}]`, "shape", value]);

    expectDecoded("listTicketPrices", { tickets: [{ amount: "1" }, ...junk, { amount: "2" }] }, { tickets: [{ amount: 1 }, { amount: 2 }] }, ...reports);
  });
});

describe("a declared object", () => {
  it("returns null if no value is sent, and leaves out a field that is not sent", () => {
    for (const metadata of [undefined, ...nothing, [null]]) expectDecoded("listCases", { metadata }, { metadata: null, cases: [] });
    expectDecoded("listCases", {}, { cases: [] });
  });

  it("accepts a list of one instead of an object", () => {
    expectDecoded("listCases", { metadata: [{ totalCount: "7" }] }, { metadata: { totalCount: 7 }, cases: [] });
    expectDecoded("listCases", { metadata: [{ totalCount: "x" }] }, { metadata: { totalCount: null }, cases: [] }, ["$.metadata[0].totalCount", "unfit", "x"]);
  });

  it("reports any other value, and returns null", () => {
    for (const metadata of ["x", 5, true, [], [{}, {}], [[{}]], ["x"]]) {
      expectDecoded("listCases", { metadata }, { metadata: null, cases: [] }, ["$.metadata", "shape", metadata]);
    }
  });
});

describe("a body", () => {
  it("accepts a list of one body", () => {
    expectDecoded("listProfiles", [{ profiles: [{ auto_pay: 5 }] }], { profiles: [{ auto_pay: null }] }, ["$[0].profiles[0].auto_pay", "unfit", 5]);
  });

  it("reports a body that is not an object, and returns the empty object of its type", () => {
    for (const body of [undefined, null, "null", 5, [], [{}, {}], [null], [[{}]]]) {
      expectDecoded("listInvoices", body, { invoices: [], balances: [] }, ["$", "shape", body]);
    }
  });

  it("reports a body without a declared field, and keeps its fields", () => {
    const body = { total: 5, page: 1 };

    expectDecoded("listInvoices", body, { ...body, invoices: [], balances: [] }, ["$", "shape", body]);
  });

  it("decodes a body of any depth", () => {
    const deep = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`) as unknown;

    for (const body of [deep, { tickets: deep }, { tickets: [{ weight: deep, amount: deep }] }]) {
      expect(reportsOf("getTicket", body, { ticket_type: "disposal" })).not.toEqual([]);
    }
    // Engines differ in the depth that they can compare, so the two differ in depth as well.
    const twice = { Services: [{ x: deep }], services: [{ x: [deep] }] };
    expect(reportsOf("listServices", twice).map(([path, reason]) => [path, reason])).toEqual([["$.Services", "conflict"]]);
  });

  it("passes an undocumented body on unchanged", () => {
    for (const body of [undefined, null, "x", [{ amount: "1 " }], { code: 1 }]) expectDecoded("listServicePrices", body, body);
  });
});

describe("a value under the base specification's name", () => {
  /** Expects that an invoice decodes to `value`, with its fields in this order. */
  function expectInvoice(sent: object, value: object, ...reports: readonly Report[]): void {
    const [wire, body] = [{ invoices: [sent] }, { invoices: [value], balances: [] }];
    expectDecoded("listInvoices", wire, body, ...reports.map(([field, ...rest]): Report => [`$.invoices[0].${field}`, ...rest]));
    expect(JSON.stringify(decode("listInvoices", wire).value)).toBe(JSON.stringify(body));
  }

  it("moves a value to the reference's name, in its place and in that name's format", () => {
    expectInvoice(
      { a: 1, invoiceId: 1085871, totalAmount: "569.82", b: 2, dueDate: "07/01/15", invoiceDate: "2016-10-18 10:00:00.0" },
      { a: 1, id: "1085871", amount: 569.82, b: 2, due_date: "2015-07-01", date: "2016-10-18T10:00:00" },
    );
    expectInvoice({ invoiceId: null, totalAmount: "null", dueDate: "" }, { id: null, amount: null, due_date: null });
  });

  it("reports a value that does not fit under its own path, after the others", () => {
    const wire = { totalAmount: "x", balance_amount: "y" };

    expectInvoice(wire, { amount: null, balance_amount: null }, ["balance_amount", "unfit", "y"], ["totalAmount", "unfit", "x"]);
  });

  it("fills in for a missing value before or after it", () => {
    const services = [{ id: "1", operations: [] }];

    for (const none of nothing) {
      expectInvoice({ amount: none, totalAmount: "5" }, { amount: 5 });
      expectInvoice({ totalAmount: "5", amount: none }, { amount: 5 });
    }
    for (const none of [...nothing, []]) {
      expectDecoded("listServices", { Services: [{ id: "1" }], services: none }, { services });
      expectDecoded("listServices", { services: [{ id: "1" }], Services: none }, { services });
    }
    expectDecoded("listServices", { Services: null }, { services: [] });
    expectDecoded("listContacts", { contacts: [{ first_name: "", firstName: "JOHN" }] }, { contacts: [{ first_name: "JOHN" }] });
  });

  it("drops a value that is null, or equal to the other one after decoding", () => {
    expectInvoice({ totalAmount: null, amount: "5" }, { amount: 5 });
    expectInvoice({ id: "1", invoiceId: 1, date: "2016-10-18", invoiceDate: "10/18/2016" }, { id: "1", date: "2016-10-18" });
    expectDecoded("listContacts", { contacts: [{ first_name: "", firstName: null }] }, { contacts: [{ first_name: "" }] });
    expectDecoded("listServices", { services: [{ taxable: "Y" }], Services: [{ taxable: true }] }, { services: [{ taxable: true, operations: [] }] });
  });

  it("drops a different value, and reports it as sent", () => {
    const equipment = { unitOfMeasure: "YD", unit_of_measure: "GAL", containerCount: "2", container_count: 2 };
    const services = [{ equipment: { uom: "YD", count: 2 }, operations: [] }];

    expectInvoice({ amount: "5", totalAmount: "6.0" }, { amount: 5 }, ["totalAmount", "conflict", "6.0"]);
    expectInvoice({ totalAmount: "6.0", amount: "5" }, { amount: 5 }, ["totalAmount", "conflict", "6.0"]);
    // The first of two names of the base wins.
    expectDecoded("listServices", { services: [{ equipment }] }, { services }, ["$.services[0].equipment.unit_of_measure", "conflict", "GAL"]);
  });

  it("renames fields in every schema with two names", () => {
    const material = { materialCode: "MSCO", materialName: "MSW", specialHandling: false };
    const equipment = { equipmentName: "8FL", unitOfMeasure: "YD", containerCount: 2 };
    const pricing = { monthlyBaseCost: "12.50", currency: "USD" };
    const decoded = {
      id: "1",
      occurs: "On Call",
      material: { code: "MSCO", name: "MSW", special_handling: false },
      equipment: { name: "8FL", uom: "YD", count: 2 },
      pricing: { base_monthly_cost: 12.5, currency_code: "USD" },
      operations: [],
    };
    const contact = { first_name: "JOHN", last_name: "SMITH" };

    expectDecoded("listServices", { Services: [{ serviceId: "1", occurrenceFrequency: "On Call", material, equipment, pricing }] }, { services: [decoded] });
    expectDecoded("getCustomerOverview", { primaryContact: { firstName: "JOHN", lastName: "SMITH" } }, { primaryContact: contact });
    expectDecoded("getInvoiceDetails", { invoiceId: "1", totalAmount: "2" }, { id: "1", amount: 2, lineItems: [], fees: [], invoices: [] });
  });

  it("keeps other fields with the names of members of every object", () => {
    const text = '{"invoices":[{"__proto__":{"a":1},"toString":"1","totalAmount":"5","constructor":null}]}';

    const value = decodeWire("listInvoices", JSON.parse(text));

    expect(JSON.stringify(value)).toBe('{"invoices":[{"__proto__":{"a":1},"toString":"1","amount":5,"constructor":null}],"balances":[]}');
    expect(Object.getPrototypeOf(value.invoices[0])).toBe(Object.prototype);
  });
});

/** The paths of all values within a body. */
function pathsIn(body: unknown): (string | number)[][] {
  if (typeof body !== "object" || body === null) return [];
  const entries = Array.isArray(body) ? [...body.entries()] : Object.entries(body);
  return entries.flatMap(([key, value]) => [[key], ...pathsIn(value).map((path) => [key, ...path])]);
}

describe("a value that has to be replaced or removed", () => {
  const documented = examples.filter(([, operation]) => isDocumented(operation as OperationId));

  it.each(documented)("reports the value wherever it is in %s", (_, operation, query, body) => {
    for (const path of pathsIn(body)) {
      const wire = structuredClone(body);
      const parent = path.slice(0, -1).reduce<any>((node, key) => node[key], wire);
      // Neither a scalar nor an object, nor an item of a list.
      parent[path.at(-1)!] = [[]];

      const where = `$${path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("")}`;
      expect([where, reportsOf(operation, wire, query).map(([at]) => at.startsWith(where))]).toEqual([where, [true]]);
    }
  });
});
