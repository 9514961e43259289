import { decodeWire } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { decodeBody, isDocumented } from "../../src/decode/index.js";
import type { OperationId } from "../../src/types.js";
import { decode } from "../support/decode.js";
import { operations, sampleQuery } from "../support/spec.js";

/** What was reported: path, reason, value. */
function reported(operation: string, body: unknown, query?: Readonly<Record<string, string>>): unknown[][] {
  return decode(operation, body, query).issues.map(({ path, reason, value }) => [path, reason, value]);
}

function decoded(operation: string, body: unknown): any {
  return decode(operation, body).value;
}

/** Each of WM's ways to send no value instead of an object or a list. */
const nothing = [null, "null", " null ", "", "  "];

/** Decodes to this value, and reports these paths, reasons and values. */
function expectDecoded(operation: string, wire: unknown, value: unknown, ...reports: readonly unknown[][]): void {
  expect([wire, decoded(operation, wire), reported(operation, wire)]).toEqual([wire, value, reports]);
}

describe("a declared list", () => {
  it("is empty if nothing was sent", () => {
    for (const body of [{}, ...[...nothing, []].map((invoices) => ({ invoices }))]) expectDecoded("listInvoices", body, { invoices: [], balances: [] });
  });

  it("is empty within an object that was sent, and is not added to one that was not", () => {
    expectDecoded("listServices", { services: [{ id: "1" }] }, { services: [{ id: "1", operations: [] }] });
    expect(decoded("listServiceInvoiceFees", { services: [{ prices: {} }, {}] }).services).toEqual([{ prices: { invoice_fees: [] } }, {}]);
  });

  it("has the object that was sent instead, or as a list of one in an item", () => {
    expectDecoded("listTicketPrices", { tickets: { amount: "165.52" } }, { tickets: [{ amount: 165.52 }] });
    expectDecoded("listTicketPrices", { tickets: { amount: true } }, { tickets: [{ amount: null }] }, ["$.tickets.amount", "unfit", true]);
    expectDecoded("listTicketPrices", { tickets: [[{ amount: "1" }]] }, { tickets: [{ amount: 1 }] });
    expectDecoded("listTicketPrices", { tickets: [[{ amount: {} }]] }, { tickets: [{ amount: null }] }, ["$.tickets[0][0].amount", "unfit", {}]);
  });

  it("is empty, with a report, if anything else was sent", () => {
    for (const wire of ["x", 0, 5, true, false]) expectDecoded("listTicketPrices", { tickets: wire }, { tickets: [] }, ["$.tickets", "shape", wire]);
  });

  it("loses every item that is not an object, with a report", () => {
    const junk = [null, "null", 5, [], [[{}]], [{}, {}], ["x"]];
    const reports = junk.map((value, index) => [`$.tickets[${index + 1}]`, "shape", value]);

    expectDecoded("listTicketPrices", { tickets: [{ amount: "1" }, ...junk, { amount: "2" }] }, { tickets: [{ amount: 1 }, { amount: 2 }] }, ...reports);
  });
});

describe("a declared object", () => {
  it("is null if no value was sent, and absent if the field was not", () => {
    for (const wire of [...nothing, [null]]) expectDecoded("listCases", { metadata: wire }, { metadata: null, cases: [] });
    expectDecoded("listCases", {}, { cases: [] });
  });

  it("is taken out of a list of one", () => {
    expectDecoded("listCases", { metadata: [{ totalCount: "7" }] }, { metadata: { totalCount: 7 }, cases: [] });
    expectDecoded("listCases", { metadata: [{ totalCount: "x" }] }, { metadata: { totalCount: null }, cases: [] }, ["$.metadata[0].totalCount", "unfit", "x"]);
  });

  it("is null, with a report, if anything else was sent", () => {
    for (const wire of ["x", 5, true, [], [{}, {}], [[{}]], ["x"], [[]]])
      expectDecoded("listCases", { metadata: wire }, { metadata: null, cases: [] }, ["$.metadata", "shape", wire]);
  });
});

describe("a body", () => {
  it("is taken out of a list of one", () => {
    expectDecoded("listProfiles", [{ profiles: [{ auto_pay: "Y" }] }], { profiles: [{ auto_pay: true }] });
    expectDecoded("listProfiles", [{ profiles: [{ auto_pay: 5 }] }], { profiles: [{ auto_pay: null }] }, ["$[0].profiles[0].auto_pay", "unfit", 5]);
  });

  it("is the empty object of its type, with a report, if it is not an object", () => {
    for (const body of [undefined, null, "null", "", 5, true, [], [{}, {}], [null], [[{}]]])
      expectDecoded("listInvoices", body, { invoices: [], balances: [] }, ["$", "shape", body]);
  });

  it("is reported, and keeps its fields, if none of them is declared", () => {
    const body = { total: 5, page: 1 };

    expectDecoded("listInvoices", body, { ...body, invoices: [], balances: [] }, ["$", "shape", body]);
    // Declared under the base specification's name.
    expectDecoded("listServices", { Services: [] }, { services: [] });
  });

  it("decodes at any depth", () => {
    const deep = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`) as unknown;

    for (const body of [deep, { tickets: deep }, { tickets: [{ weight: deep, amount: deep }] }, { Services: deep, services: [{ x: deep }] }])
      expect(decode("getTicket", body, { ticket_type: "disposal" }).issues.length).toBeGreaterThan(0);
    // Engines differ in the depth that they can compare, so the two differ in depth as well.
    const twice = { Services: [{ x: deep }], services: [{ x: [deep] }] };
    expect(reported("listServices", twice).map(([path, reason]) => [path, reason])).toEqual([["$.Services", "conflict"]]);
  });

  it("passes as it is if no source documents the operation", () => {
    for (const body of [undefined, null, "x", [{ amount: "1 " }], { code: 1 }]) expectDecoded("listServicePrices", body, body);
  });
});

describe("a value under the base specification's name", () => {
  const at = (field: string, ...report: readonly unknown[]) => [`$.invoices[0].${field}`, ...report];

  it.each<[string, object, object, ...(readonly unknown[][])]>([
    [
      "moves to the reference's name, in its place, by that name's format",
      { a: 1, invoiceId: 1085871, totalAmount: "569.82", b: 2, dueDate: "07/01/15", invoiceDate: "2016-10-18 10:00:00.0" },
      { a: 1, id: "1085871", amount: 569.82, b: 2, due_date: "2015-07-01", date: "2016-10-18T10:00:00" },
    ],
    ["moves if it is null", { invoiceId: null, totalAmount: "null", dueDate: "" }, { id: null, amount: null, due_date: null }],
    ["is ignored if it is null beside a value", { totalAmount: null, amount: "5" }, { amount: 5 }],
    ...nothing.flatMap((none): [string, object, object][] => [
      [`is used beside ${JSON.stringify(none)}`, { amount: none, totalAmount: "5" }, { amount: 5 }],
      [`is used before ${JSON.stringify(none)}`, { totalAmount: "5", amount: none }, { amount: 5 }],
    ]),
    [
      "is reported under its own path if it does not fit, after the others",
      { totalAmount: "x", balance_amount: "y" },
      { amount: null, balance_amount: null },
      at("balance_amount", "unfit", "y"),
      at("totalAmount", "unfit", "x"),
    ],
    [
      "is no conflict if it is equal after decoding",
      { id: "1", invoiceId: 1, date: "2016-10-18", invoiceDate: "10/18/2016", amount: "1,000.00", totalAmount: 1000 },
      { id: "1", date: "2016-10-18", amount: 1000 },
    ],
    ["loses against a value before it, as it was sent", { amount: "5", totalAmount: "6.0" }, { amount: 5 }, at("totalAmount", "conflict", "6.0")],
    ["loses against a value after it, as it was sent", { totalAmount: "6.0", amount: "5" }, { amount: 5 }, at("totalAmount", "conflict", "6.0")],
  ])("%s", (_, sent, value, ...reports) => {
    expectDecoded("listInvoices", { invoices: [sent] }, { invoices: [value], balances: [] }, ...reports);
    // The order of the fields.
    expect(JSON.stringify(decoded("listInvoices", { invoices: [sent] }).invoices[0])).toBe(JSON.stringify(value));
  });

  it("moves in every schema that knows two names", () => {
    const service = {
      serviceId: "1",
      occurrenceFrequency: "On Call",
      material: { materialCode: "MSCO", materialName: "MSW", specialHandling: false },
      equipment: { equipmentName: "8FL", unitOfMeasure: "YD", containerCount: 2 },
      pricing: { monthlyBaseCost: "12.50", currency: "USD" },
    };
    const read = {
      id: "1",
      occurs: "On Call",
      material: { code: "MSCO", name: "MSW", special_handling: false },
      equipment: { name: "8FL", uom: "YD", count: 2 },
      pricing: { base_monthly_cost: 12.5, currency_code: "USD" },
      operations: [],
    };
    const contact = { primaryContact: { first_name: "JOHN", last_name: "SMITH" } };

    expectDecoded("listServices", { Services: [service] }, { services: [read] });
    expectDecoded("getCustomerOverview", { primaryContact: { firstName: "JOHN", lastName: "SMITH" } }, contact);
    expectDecoded("getInvoiceDetails", { invoiceId: "1", totalAmount: "2" }, { id: "1", amount: 2, lineItems: [], fees: [], invoices: [] });
  });

  it("is used as a list if the other is empty, whichever comes first", () => {
    const services = [{ id: "1", operations: [] }];

    expectDecoded("listServices", { Services: null }, { services: [] });
    for (const none of [...nothing, []]) {
      expectDecoded("listServices", { Services: [{ id: "1" }], services: none }, { services });
      expectDecoded("listServices", { services: [{ id: "1" }], Services: none }, { services });
    }
    expectDecoded("listContacts", { contacts: [{ first_name: "", firstName: "JOHN" }] }, { contacts: [{ first_name: "JOHN" }] });
    expect(reported("listServices", { services: [{ taxable: "Y" }], Services: [{ taxable: true }] })).toEqual([]);
  });

  it("loses as a list too, and is reported as it was sent even if it is decoded in place", () => {
    const body = () => ({ Services: [{ id: 1, taxable: "Y" }], services: [{ id: "2" }] });
    const issues: unknown[] = [];

    const value = decodeBody("listServices", body(), (issue) => issues.push(issue));

    expect(value).toEqual({ services: [{ id: "2", operations: [] }] });
    expect(issues).toEqual([{ operation: "listServices", path: "$.Services", value: body().Services, reason: "conflict" }]);
    expect(decode("listServices", body())).toEqual({ value, issues });
  });

  it("loses against another one of the base that was sent before it", () => {
    const equipment = { unitOfMeasure: "YD", unit_of_measure: "GAL", containerCount: "2", container_count: 2 };
    const services = [{ equipment: { uom: "YD", count: 2 }, operations: [] }];

    expectDecoded("listServices", { services: [{ equipment }] }, { services }, ["$.services[0].equipment.unit_of_measure", "conflict", "GAL"]);
  });

  it("moves beside fields with the names of members of every object", () => {
    const text = '{"invoices":[{"__proto__":{"a":1},"toString":"1","totalAmount":"5","constructor":null}]}';

    const value = decodeWire("listInvoices", JSON.parse(text));

    expect(JSON.stringify(value)).toBe('{"invoices":[{"__proto__":{"a":1},"toString":"1","amount":5,"constructor":null}],"balances":[]}');
    expect(Object.getPrototypeOf(value.invoices[0])).toBe(Object.prototype);
  });
});

describe("every value that had to be replaced or removed", () => {
  /** The paths of all values within a body. */
  function pathsIn(body: unknown): (string | number)[][] {
    if (typeof body !== "object" || body === null) return [];
    const entries = Array.isArray(body) ? [...body.entries()] : Object.entries(body);
    return entries.flatMap(([key, value]) => [[key], ...pathsIn(value).map((path) => [key, ...path])]);
  }

  const examples = operations.flatMap((operation) =>
    Object.entries(operation.ok?.examples ?? {}).map(
      ([name, { value }]) => [operation.operationId, name === "disposal" ? sampleQuery(operation) : {}, value] as const,
    ),
  );

  it.each(examples.filter(([operation]) => isDocumented(operation as OperationId)))(
    "is reported, wherever it is in a sample of %s",
    (operation, query, body) => {
      for (const path of pathsIn(body)) {
        const wire = structuredClone(body);
        const parent = path.slice(0, -1).reduce<any>((node, key) => node[key], wire);
        // Neither a scalar nor an object, nor an item of a list.
        parent[path.at(-1)!] = [[]];

        const issues = reported(operation, wire, query);

        const where = `$${path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("")}`;
        expect([where, issues.map(([at]) => String(at).startsWith(where))]).toEqual([where, [true]]);
      }
    },
  );
});
