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

/** Each of WM's ways to send no value in place of an object or a list. */
const nothing = [null, "null", " null ", "", "  "];

describe("a declared list", () => {
  it("is empty if it was not sent, or if no value was, without a report", () => {
    expect(decode("listInvoices", {})).toEqual({ value: { invoices: [], balances: [] }, issues: [] });
    for (const wire of [...nothing, []]) {
      expect(decode("listInvoices", { invoices: wire })).toEqual({ value: { invoices: [], balances: [] }, issues: [] });
    }
  });

  it("is empty within an object that was sent, and is not added to one that was not", () => {
    expect(decoded("listServices", { services: [{ id: "1" }] })).toEqual({ services: [{ id: "1", operations: [] }] });
    expect(decoded("listServiceInvoiceFees", { services: [{ prices: {} }, {}] }).services).toEqual([{ prices: { invoice_fees: [] } }, {}]);
  });

  it("is a list of one if an object was sent", () => {
    expect(decode("listTicketPrices", { tickets: { amount: "165.52" } })).toEqual({ value: { tickets: [{ amount: 165.52 }] }, issues: [] });
    expect(reported("listTicketPrices", { tickets: { amount: true } })).toEqual([["$.tickets.amount", "unfit", true]]);
  });

  it("is empty, with a report, if anything else was sent", () => {
    for (const wire of ["x", 0, 5, true, false]) {
      expect(decoded("listTicketPrices", { tickets: wire })).toEqual({ tickets: [] });
      expect(reported("listTicketPrices", { tickets: wire })).toEqual([["$.tickets", "shape", wire]]);
    }
  });

  it("loses every item that is not an object, with a report", () => {
    const junk = [null, "null", 5, [], [[{}]], [{}, {}], ["x"]];
    const tickets = [junk[0], { amount: "1" }, ...junk.slice(1), { amount: "2" }];

    expect(decoded("listTicketPrices", { tickets })).toEqual({ tickets: [{ amount: 1 }, { amount: 2 }] });
    expect(reported("listTicketPrices", { tickets })).toEqual(junk.map((value, index) => [`$.tickets[${index === 0 ? 0 : index + 1}]`, "shape", value]));
  });

  it("takes the object out of an item that is a list of one", () => {
    expect(decoded("listTicketPrices", { tickets: [[{ amount: "1" }]] })).toEqual({ tickets: [{ amount: 1 }] });
    expect(reported("listTicketPrices", { tickets: [[{ amount: {} }]] })).toEqual([["$.tickets[0][0].amount", "unfit", {}]]);
  });
});

describe("a declared object", () => {
  it("is null if no value was sent, without a report, and absent if the field was not", () => {
    for (const wire of nothing) expect(decode("listCases", { metadata: wire })).toEqual({ value: { metadata: null, cases: [] }, issues: [] });
    expect(decoded("listCases", {})).toEqual({ cases: [] });
  });

  it("is taken out of a list of one", () => {
    expect(decode("listCases", { metadata: [{ totalCount: "7" }] })).toEqual({ value: { metadata: { totalCount: 7 }, cases: [] }, issues: [] });
    expect(decoded("listCases", { metadata: [null] })).toEqual({ metadata: null, cases: [] });
    expect(reported("listCases", { metadata: [{ totalCount: "x" }] })).toEqual([["$.metadata[0].totalCount", "unfit", "x"]]);
  });

  it("is null, with a report, if anything else was sent", () => {
    for (const wire of ["x", 5, true, [], [{}, {}], [[{}]], ["x"], [[]]]) {
      expect(decoded("listCases", { metadata: wire })).toEqual({ metadata: null, cases: [] });
      expect(reported("listCases", { metadata: wire })).toEqual([["$.metadata", "shape", wire]]);
    }
  });
});

describe("a body", () => {
  it("is taken out of a list of one", () => {
    expect(decode("listProfiles", [{ profiles: [{ auto_pay: "Y" }] }])).toEqual({ value: { profiles: [{ auto_pay: true }] }, issues: [] });
    expect(reported("listProfiles", [{ profiles: [{ auto_pay: 5 }] }])).toEqual([["$[0].profiles[0].auto_pay", "unfit", 5]]);
  });

  it("that is not an object is the empty object of its type, with a report", () => {
    for (const body of [undefined, null, "null", "", 5, true, [], [{}, {}], [null], [[{}]]]) {
      expect(decode("listInvoices", body)).toEqual({
        value: { invoices: [], balances: [] },
        issues: [{ operation: "listInvoices", path: "$", value: body, reason: "shape" }],
      });
    }
  });

  it("with fields of which none is declared is reported, and keeps them", () => {
    const body = { total: 5, page: 1 };

    expect(decode("listInvoices", body).value).toEqual({ ...body, invoices: [], balances: [] });
    expect(reported("listInvoices", body)).toEqual([["$", "shape", body]]);
    expect(reported("listInvoices", {})).toEqual([]);
    // Under the base specification's name.
    expect(reported("listServices", { Services: [] })).toEqual([]);
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
    for (const body of [undefined, null, "x", [{ amount: "1 " }], { code: 1 }]) {
      expect(decode("listServicePrices", body)).toEqual({ value: body, issues: [] });
    }
  });
});

describe("a value under the base specification's name", () => {
  const invoice = (fields: object) => ({ invoices: [fields] });
  const decodedInvoice = (fields: object) => decoded("listInvoices", invoice(fields)).invoices[0];

  it("is moved to the reference's name, in its place, by that name's format", () => {
    const sent = { a: 1, invoiceId: 1085871, totalAmount: "569.82", b: 2, dueDate: "07/01/15", invoiceDate: "2016-10-18 10:00:00.0" };

    expect(JSON.stringify(decodedInvoice(sent))).toBe(
      JSON.stringify({ a: 1, id: "1085871", amount: 569.82, b: 2, due_date: "2015-07-01", date: "2016-10-18T10:00:00" }),
    );
    expect(reported("listInvoices", invoice(sent))).toEqual([]);
  });

  it("is moved in every schema that knows two names", () => {
    const service = {
      serviceId: "1",
      occurrenceFrequency: "On Call",
      material: { materialCode: "MSCO", materialName: "MSW", specialHandling: false },
      equipment: { equipmentName: "8FL", unitOfMeasure: "YD", containerCount: 2 },
      pricing: { monthlyBaseCost: "12.50", currency: "USD" },
    };

    expect(decoded("listServices", { Services: [service] })).toEqual({
      services: [
        {
          id: "1",
          occurs: "On Call",
          material: { code: "MSCO", name: "MSW", special_handling: false },
          equipment: { name: "8FL", uom: "YD", count: 2 },
          pricing: { base_monthly_cost: 12.5, currency_code: "USD" },
          operations: [],
        },
      ],
    });
    expect(decoded("getCustomerOverview", { primaryContact: { firstName: "JOHN", lastName: "SMITH" } })).toEqual({
      primaryContact: { first_name: "JOHN", last_name: "SMITH" },
    });
    expect(decoded("getInvoiceDetails", { invoiceId: "1", totalAmount: "2" })).toEqual({ id: "1", amount: 2, lineItems: [], fees: [], invoices: [] });
  });

  it("does not stay there if it is null", () => {
    expect(decodedInvoice({ invoiceId: null, totalAmount: "null", dueDate: "" })).toEqual({ id: null, amount: null, due_date: null });
    expect(decodedInvoice({ totalAmount: null, amount: "5" })).toEqual({ amount: 5 });
    expect(decoded("listServices", { Services: null })).toEqual({ services: [] });
  });

  it("is used if nothing was sent under the reference's name, whichever comes first", () => {
    for (const none of nothing) {
      expect(decodedInvoice({ amount: none, totalAmount: "5" })).toEqual({ amount: 5 });
      expect(decodedInvoice({ totalAmount: "5", amount: none })).toEqual({ amount: 5 });
      expect(reported("listInvoices", invoice({ totalAmount: "5", amount: none }))).toEqual([]);
    }
    for (const none of [...nothing, []]) {
      expect(decoded("listServices", { Services: [{ id: "1" }], services: none }).services).toHaveLength(1);
      expect(decoded("listServices", { services: [{ id: "1" }], Services: none }).services).toHaveLength(1);
    }
    expect(decoded("listContacts", { contacts: [{ first_name: "", firstName: "JOHN" }] })).toEqual({ contacts: [{ first_name: "JOHN" }] });
  });

  it("is reported under its own path, if it does not fit", () => {
    expect(decodedInvoice({ totalAmount: "x" })).toEqual({ amount: null });
    expect(reported("listInvoices", invoice({ totalAmount: "x", balance_amount: "y" }))).toEqual([
      ["$.invoices[0].balance_amount", "unfit", "y"],
      ["$.invoices[0].totalAmount", "unfit", "x"],
    ]);
  });

  it("is no conflict if it is equal after decoding", () => {
    const sent = { id: "1", invoiceId: 1, date: "2016-10-18", invoiceDate: "10/18/2016", amount: "1,000.00", totalAmount: 1000 };

    expect(decodedInvoice(sent)).toEqual({ id: "1", date: "2016-10-18", amount: 1000 });
    expect(reported("listInvoices", invoice(sent))).toEqual([]);
    expect(reported("listServices", { services: [{ taxable: "Y" }], Services: [{ taxable: true }] })).toEqual([]);
  });

  it("loses against another value of the reference, whichever comes first, and is reported as it was sent", () => {
    for (const sent of [
      { amount: "5", totalAmount: "6.0" },
      { totalAmount: "6.0", amount: "5" },
    ]) {
      expect(decodedInvoice(sent)).toEqual({ amount: 5 });
      expect(reported("listInvoices", invoice(sent))).toEqual([["$.invoices[0].totalAmount", "conflict", "6.0"]]);
    }
  });

  it("loses as a list too, which is reported as it was sent even if it is decoded in place", () => {
    const body = () => ({ Services: [{ id: 1, taxable: "Y" }], services: [{ id: "2" }] });
    const issues: unknown[] = [];

    const value = decodeBody("listServices", body(), (issue) => issues.push(issue));

    expect(value).toEqual({ services: [{ id: "2", operations: [] }] });
    expect(issues).toEqual([{ operation: "listServices", path: "$.Services", value: body().Services, reason: "conflict" }]);
    expect(decode("listServices", body())).toEqual({ value, issues });
  });

  it("loses against another one of the base that was sent before it", () => {
    const body = { services: [{ equipment: { unitOfMeasure: "YD", unit_of_measure: "GAL", containerCount: "2", container_count: 2 } }] };

    expect(decoded("listServices", body).services[0].equipment).toEqual({ uom: "YD", count: 2 });
    expect(reported("listServices", body)).toEqual([["$.services[0].equipment.unit_of_measure", "conflict", "GAL"]]);
  });

  it("moves beside fields that are called like what every object has", () => {
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
