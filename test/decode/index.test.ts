import { WmConfigError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { responses } from "../../generated/tables.js";
import type { Bodies } from "../../generated/values.js";
import { decodeBody, emptyBody, hasDeclaredField, isDocumented, objectOf } from "../../src/decode/index.js";
import { decode, examples } from "../support/decode.js";

/** Decoded values that differ from the wire, by example and field. Other examples decode to themselves. */
const decodedValues: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  "getCustomerOverview composed": { first_name: ["JOHN"], last_name: ["SMITH"] },
  "listServices sample": { taxable: [true, false], special_handling: [false], manifest: [true] },
  "listServices older": {
    id: ["000021700264005"],
    status: ["Active"],
    auto_bill: [false],
    line_of_business: ["RESIDENTIAL"],
    stop_id: ["S08510"],
    day_of_week: ["TUESDAY"],
  },
  "listPlannedServices sample": { planned_date: ["2015-11-10"], ordered_date: ["2015-11-10"] },
  "listServiceMaterials sample": { special_handling: [false], summary_pricing: [true, false] },
  "listServiceInvoiceFees sample": {
    charge_excluded: [false],
    standard_rate: [2.6, 12, 11.49],
    standard_percentage: [0],
    calculated_rate: [0],
    is_fixed_rate: [true],
    modify_dtm: ["2016-09-18T05:09:22", "2017-12-16T02:42:00", "2018-02-17T02:00:00"],
    totalCount: [1],
  },
  "getNextPickup sample": { next_pickup: ["2018-02-15"] },
  "listInvoices sample": { amount: [569.82, 0], reference_number: ["RECUR-AMEX"], balance_amount: [null], date: [null] },
  "getInvoiceDetails sample": { date: ["2015-07-01", null], amount: [40.62, null], due_date: ["2015-07-01"], method: [null], reference_number: [null] },
  "getBalance sample": { ivr_fee: [5], last_payment_amount: [497.7], amount: [30, 0] },
  "listContacts sample": { middle_name: [""], cleansed: [true, false] },
  "listCases sample": { requested_date_time: ["2016-06-06T10:56:00"], totalCount: [1] },
  "listTickets sample": { status: ["CLOSED"], dispatch_date_time: ["2016-12-11T05:28:44"], created_date_time: ["2016-12-09T05:28:44"] },
  "listTickets disposal": { date: ["2015-06-08T10:11:49"], amount: [1048.94], totalCount: [1] },
  "listActivityNotes sample": { create_date_time: ["2016-07-01T00:00:00Z"] },
  "getCase sample": { requested_date_time: ["2016-06-06T10:56:00"] },
  "getTicket sample": { status: ["CLOSED"], created_date_time: ["2016-12-09T05:28:44"], dispatch_date_time: ["2016-12-11T05:28:44"] },
  "getTicket disposal": {
    material_subtotal: [147.14],
    surcharge: [0],
    tax: [18.38],
    amount: [165.52, 147.14],
    sequence_number: [1],
    surcharge_name: [null],
    description: ["CDL"],
    billed_quantity: [2.67],
    rate_per_unit: [55.11],
  },
  "listTicketSurcharges sample": {
    date_time: ["2015-08-03T10:27:39"],
    surcharge: [0],
    sequence_number: [1],
    surcharge_name: [null],
    description: ["CDL"],
    billed_quantity: [2.67],
    rate_per_unit: [55.11],
    amount: [147.14],
  },
  "listTicketPrices sample": { material_subtotal: [147.14], surcharge: [0], tax: [18.38], amount: [165.52] },
  "listTicketMaterials sample": { date_time: ["2015-08-03T10:27:39"], surcharge: [0], sequence_number: [1], description: ["CDL"] },
  "listBillingContacts sample": { cleansed: [true] },
  "listServiceContacts sample": { cleansed: [false] },
  "listProfiles sample": { paperless_invoice: [true], auto_pay: [true], last_login_date: ["2014-05-21T15:41:52-05:00"] },
  "listCommunicationPreferences sample": { is_category_enabled: [true], is_opt_in: [true] },
  "listServiceStats sample": { planned_date: ["2015-11-10"], ordered_date: ["2015-11-10"] },
};

/** The scalars of `value` that differ from those of `wire`, by field name, each once. */
function differences(wire: unknown, value: unknown, field = "", found: Record<string, unknown[]> = {}): Record<string, unknown[]> {
  if (typeof value !== "object" || value === null) {
    if (!Object.is(wire, value)) found[field] = [...new Set([...(found[field] ?? []), value])];
    return found;
  }
  const members = (wire ?? {}) as Readonly<Record<string, unknown>>;
  for (const [key, member] of Object.entries(value)) differences(members[key], member, Array.isArray(value) ? field : key, found);
  return found;
}

describe("an example of the spec", () => {
  it.each(examples)("decodes the example %s to the expected values", (name, operation, query, wire) => {
    const { value, issues } = decode(operation, wire, query);

    expect(differences(wire, value)).toEqual(decodedValues[name] ?? {});
    expect(issues).toEqual([]);
  });
});

describe("the table of decoded values", () => {
  it("names existing examples", () => {
    expect(examples.map(([name]) => name)).toEqual(expect.arrayContaining(Object.keys(decodedValues)));
    expect(examples.length).toBeGreaterThanOrEqual(29);
  });
});

const disposal = { ticket_type: "disposal" };

/** Facts from WM's documents that no example shows: path, wire value and decoded value. `[]` is a list of one. */
const facts: readonly [operation: string, path: string, wire: unknown, value: unknown, query?: Record<string, string>][] = [
  ["listProfiles", "profiles[].auto_pay_owner", "true", true],
  ["listProfiles", "profiles[].registered_code", "R", "R"],
  ["listContacts", "contacts[].email", "ap@example.com   ", "ap@example.com"],
  ["listContacts", "contacts[].address.zip4", "0042", "0042"],
  ["listContacts", "contacts[].address.metadata.cleansed", "true", true],
  ["getCustomerOverview", "serviceAddress.metadata.cleansed", "true", true],
  ["listServices", "services[].pricing.summary_pricing", "true", true],
  ["listServices", "services[].pricing.uom", "Tons ", "Tons"],
  ["listServices", "services[].equipment.count", "3", 3],
  ["listServices", "services[].equipment.uom", "YD ", "YD"],
  ["listServices", "services[].wm_metadata.service_cycle_code", "042", "042"],
  ["listServices", "services[].lineOfBusiness", "COLL_RO", "COLL_RO"],
  ["listPlannedServices", "services[].operations[].route_order_number", "007", "007"],
  ["listServiceInvoiceFees", "services[].prices.invoice_fees[].is_fixed_percentage", "N", false],
  ["listServiceStats", "services[].service_time", "2018-02-15 14:05:09.0", "2018-02-15T14:05:09"],
  ["listInvoices", "invoices[].date", "2016-10-18 09:30:00.0", "2016-10-18T09:30:00"],
  ["getInvoiceDetails", "invoices[].date", "07/02/15 05:28:44", "2015-07-02T05:28:44"],
  ["getInvoiceDetails", "invoices[].payment_info.date", "07-01-15", "2015-07-01"],
  ["getTicket", "tickets[].time_in", "2015-06-08 10:11:49.0", "2015-06-08T10:11:49", disposal],
  ["getTicket", "tickets[].time_out", "2015-06-08 10:32:05.0", "2015-06-08T10:32:05", disposal],
  ["getTicket", "tickets[].operation_type", "Disposal ", "Disposal", disposal],
  ["getTicket", "tickets[].weight.manual_override", "N", "N", disposal],
  ["getTicket", "tickets[].details[].operator_in_id", "0815", "0815", disposal],
  ["getTicket", "tickets[].customer.address.metadata.cleansed", "false", false, disposal],
  ["listActivityIssues", "activities[].issues_info.billing_address.zip", 7002, "7002"],
];

/** A body with a value at the end of a path. */
function bodyWith(path: string, value: unknown): object {
  const body = path.split(".").reduceRight((inner, step) => (step.endsWith("[]") ? { [step.slice(0, -2)]: [inner] } : { [step]: inner }), value);
  // A path has at least one step.
  return body as object;
}

describe("a field of WM's documents", () => {
  it.each(facts)("decodes the field %s %s: %j to %j", (operation, path, wire, value, query) => {
    const outcome = decode(operation, bodyWith(path, wire), query);

    expect(outcome.value).toMatchObject(bodyWith(path, value));
    expect(outcome.issues).toEqual([]);
  });
});

describe("an undeclared field", () => {
  it("keeps the field unchanged and in its place, even if every object has a member of that name", () => {
    const text = `{"z":" null ","__proto__":{"polluted":"1"},"constructor":"1","toString":null,"tickets":[{"x":0,"tax":"1","__proto__":{"amount":"1"},"amount":"2","y":"147.14 ","status":"s "}]}`;
    const { value, issues } = decode("listTicketPrices", JSON.parse(text));

    expect(JSON.stringify(value)).toBe(text.replace(`"tax":"1"`, `"tax":1`).replace(`"amount":"2"`, `"amount":2`).replace("s ", "s"));
    expect(issues).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

describe("decodeWire", () => {
  it("reports the operation, JSON path, value and reason of each issue, in the order of the body", () => {
    const body = {
      services: { id: true, prices: [{ invoice_fees: [{}, { standard_rate: "x", modify_dtm: "y", charge_excluded: "maybe" }] }] },
      metadata: [{ totalCount: 1e17 }],
    };
    const operation = "listServiceInvoiceFees";

    const { issues } = decode(operation, body);

    expect(issues).toEqual([
      { operation, path: "$.services.id", value: true, reason: "unfit" },
      { operation, path: "$.services.prices[0].invoice_fees[1].standard_rate", value: "x", reason: "unfit" },
      { operation, path: "$.services.prices[0].invoice_fees[1].modify_dtm", value: "y", reason: "unfit" },
      { operation, path: "$.services.prices[0].invoice_fees[1].charge_excluded", value: "maybe", reason: "unfit" },
      { operation, path: "$.metadata[0].totalCount", value: 1e17, reason: "precision" },
    ]);
    expect(issues.every(Object.isFrozen)).toBe(true);
  });

  it("rejects an unknown operation", () => {
    for (const id of ["getNothing", "", "constructor", "__proto__", "toString"]) expect(() => decode(id, {})).toThrow(WmConfigError);
  });

  it("selects the schema of the body by the query, or else the default one", () => {
    const body = { tickets: [{ id: "1", amount: "5", services_info: { code: "OFN" } }] };

    expect(decode("listTickets", body, disposal).value).toEqual({ tickets: [{ id: "1", amount: 5, services_info: { code: "OFN" } }] });
    for (const query of [undefined, {}, { ticket_type: "service" }, { ticket_type: "constructor" }, { other: "disposal" }]) {
      expect(decode("listTickets", body, query as Record<string, string>).value).toEqual({
        tickets: [{ id: "1", amount: "5", services_info: [{ code: "OFN" }] }],
      });
    }
  });
});

describe("decodeBody", () => {
  it("decodes in place, and without an observer of issues", () => {
    const body = { ivr_fee: "1.50", billing_name: false };

    expect(decodeBody("getBalance", body, undefined)).toBe(body);
    expect(body).toEqual({ ivr_fee: 1.5, billing_name: null, balance: [] });
  });

  it("decodes the rest in place after a conflict", () => {
    const services = [{ id: "2", serviceId: "3" }, { id: "4" }] as const;
    const [, last] = services;

    expect(decodeBody("listServices", { services }, undefined).services[1]).toBe(last);
  });
});

describe("emptyBody", () => {
  it("returns the empty object of a documented response, and undefined for the six undocumented ones", () => {
    const operationIds = Object.keys(responses.operations) as (keyof Bodies)[];
    const undocumented = operationIds.filter((id) => emptyBody(id) === undefined);

    expect(emptyBody("listInvoices")).toEqual({ invoices: [], balances: [] });
    expect([undocumented.length, undocumented.filter(isDocumented)]).toEqual([6, []]);
  });
});

describe("objectOf", () => {
  it("returns an object, or the object in a list of one", () => {
    const object = { a: 1 };

    expect([objectOf(object), objectOf([object])]).toEqual([object, object]);
    for (const body of [undefined, null, "x", [], [object, object], [[object]]]) expect(objectOf(body)).toBeUndefined();
  });
});

describe("hasDeclaredField", () => {
  it("finds a declared field by either of its names, in the schema that the query selects", () => {
    expect(hasDeclaredField("listServices", { Services: [] })).toBe(true);
    expect(hasDeclaredField("listServices", { code: 1, message: "x" })).toBe(false);
    expect(hasDeclaredField("listServicePrices", { code: 1 })).toBe(false);
    expect(hasDeclaredField("listTickets", { metadata: {} })).toBe(false);
    expect(hasDeclaredField("listTickets", { metadata: {} }, disposal)).toBe(true);
  });
});
