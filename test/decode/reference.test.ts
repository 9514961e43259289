import { decodeWire } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { operations, spec } from "../support/spec.js";

interface Fact {
  readonly operation: string;
  /** The query as it is on the wire, if it selects the shape of the body. */
  readonly query?: Readonly<Record<string, string>>;
  readonly wire: object;
  readonly decoded: object;
}

const disposal = { ticket_type: "disposal" };

/** Facts from older pages, an older document and a client of WM's API, each with a value in the documented format. */
const facts: readonly (readonly [string, Fact])[] = [
  [
    "logon_status of a profile is a code",
    { operation: "listProfiles", wire: { profiles: [{ logon_status: "S " }] }, decoded: { profiles: [{ logon_status: "S" }] } },
  ],
  [
    "auto_pay_owner of a profile is a flag, registered_code a code",
    {
      operation: "listProfiles",
      wire: { profiles: [{ auto_pay_owner: "true", registered_code: "R" }] },
      decoded: { profiles: [{ auto_pay_owner: true, registered_code: "R" }] },
    },
  ],
  [
    "metadata.cleansed is inside the address of a contact and beside it",
    {
      operation: "listContacts",
      wire: { contacts: [{ address: { zip4: "0042", metadata: { cleansed: "true" } }, metadata: { cleansed: "false" } }] },
      decoded: { contacts: [{ address: { zip4: "0042", metadata: { cleansed: true } }, metadata: { cleansed: false } }] },
    },
  ],
  [
    "metadata.cleansed is inside the address of an overview",
    {
      operation: "getCustomerOverview",
      wire: { serviceAddress: { metadata: { cleansed: "true" } } },
      decoded: { serviceAddress: { metadata: { cleansed: true } } },
    },
  ],
  [
    "metadata.cleansed is inside the address of a disposal ticket",
    {
      operation: "getTicket",
      query: disposal,
      wire: { tickets: [{ customer: { address: { metadata: { cleansed: "false" } } } }] },
      decoded: { tickets: [{ customer: { address: { metadata: { cleansed: false } } } }] },
    },
  ],
  [
    "pricing of a service has summary_pricing and uom",
    {
      operation: "listServices",
      wire: { services: [{ pricing: { summary_pricing: "true", uom: "Tons " } }] },
      decoded: { services: [{ pricing: { summary_pricing: true, uom: "Tons" } }] },
    },
  ],
  [
    "equipment of a service has count and uom",
    {
      operation: "listServices",
      wire: { services: [{ equipment: { count: "3", uom: "YD " } }] },
      decoded: { services: [{ equipment: { count: 3, uom: "YD" } }] },
    },
  ],
  [
    "wm_metadata of a service has service_cycle_code",
    {
      operation: "listServices",
      wire: { services: [{ wm_metadata: { service_cycle_code: "042" } }] },
      decoded: { services: [{ wm_metadata: { service_cycle_code: "042" } }] },
    },
  ],
  [
    "route_order_number of a planned service is text",
    {
      operation: "listPlannedServices",
      wire: { services: [{ operations: [{ route_order_number: "007" }] }] },
      decoded: { services: [{ operations: [{ route_order_number: "007" }] }] },
    },
  ],
  [
    "service_time of service stats is a date with time",
    {
      operation: "listServiceStats",
      wire: { services: [{ service_time: "2018-02-15 14:05:09.0" }] },
      decoded: { services: [{ service_time: "2018-02-15T14:05:09" }] },
    },
  ],
  [
    "time_in and time_out of a disposal ticket are dates with times",
    {
      operation: "getTicket",
      query: disposal,
      wire: { tickets: [{ time_in: "2015-06-08 10:11:49.0", time_out: "2015-06-08 10:32:05.0" }] },
      decoded: { tickets: [{ time_in: "2015-06-08T10:11:49", time_out: "2015-06-08T10:32:05" }] },
    },
  ],
  [
    "a disposal ticket has an operation type, a currency, a manual override and operators",
    {
      operation: "getTicket",
      query: disposal,
      wire: {
        tickets: [
          {
            operation_type: "Disposal ",
            currency: "USD",
            weight: { manual_override: "N", rounded_net_uom: "Tons " },
            details: [{ operator_in_id: "0815", operator_out_id: "null" }],
          },
          { operation_type: "null", currency: "null", weight: { manual_override: "null", rounded_net_uom: "null" } },
        ],
      },
      decoded: {
        tickets: [
          {
            operation_type: "Disposal",
            currency: "USD",
            weight: { manual_override: "N", rounded_net_uom: "Tons" },
            details: [{ operator_in_id: "0815", operator_out_id: null }],
          },
          { operation_type: null, currency: null, weight: { manual_override: null, rounded_net_uom: null } },
        ],
      },
    },
  ],
  [
    "email of a contact is text: padded, or absent as null",
    {
      operation: "listContacts",
      wire: { contacts: [{ email: "ap@example.com   " }, { email: "null" }] },
      decoded: { contacts: [{ email: "ap@example.com" }, { email: null }] },
    },
  ],
  [
    "date of an invoice is a day or a date with time",
    {
      operation: "listInvoices",
      wire: { invoices: [{ date: "2016-10-18" }, { date: "2016-10-18 09:30:00.0" }] },
      decoded: { invoices: [{ date: "2016-10-18" }, { date: "2016-10-18T09:30:00" }] },
    },
  ],
  [
    "date of an invoice entry is a day or a date with time",
    {
      operation: "getInvoiceDetails",
      wire: { invoices: [{ date: "07/02/15" }, { date: "07/02/15 05:28:44" }] },
      decoded: { invoices: [{ date: "2015-07-02" }, { date: "2015-07-02T05:28:44" }] },
    },
  ],
  ["status of a confirmation is Success or Failure", { operation: "replaceContacts", wire: { status: "Failure   " }, decoded: { status: "Failure" } }],
  [
    "billing_address of an issue is an address",
    {
      operation: "listActivityIssues",
      wire: { activities: [{ issues_info: { billing_address: { city: "Houston ", zip: 7002, metadata: { cleansed: "true" } } } }] },
      decoded: { activities: [{ issues_info: { billing_address: { city: "Houston", zip: "7002", metadata: { cleansed: true } } } }] },
    },
  ],
  [
    "the status VOID is outside the list of a ticket",
    { operation: "listTickets", wire: { tickets: [{ status: "VOID  " }] }, decoded: { tickets: [{ status: "VOID" }] } },
  ],
  [
    "the description ADJUSTMENT is outside the list of an invoice entry",
    { operation: "getInvoiceDetails", wire: { invoices: [{ description: "ADJUSTMENT" }] }, decoded: { invoices: [{ description: "ADJUSTMENT" }] } },
  ],
  [
    "the line of business COLL_RO is outside the list of a service",
    {
      operation: "listServices",
      wire: { services: [{ lineOfBusiness: "COLL_RO", enterprise_catalog: { line_of_business: "COLL_RO" } }] },
      decoded: { services: [{ lineOfBusiness: "COLL_RO", enterprise_catalog: { line_of_business: "COLL_RO" } }] },
    },
  ],
];

describe("WM's documents", () => {
  it.each(facts)("%s", (_, { operation, query, wire, decoded }) => {
    const issues: unknown[] = [];
    const value: unknown = Reflect.apply(decodeWire, undefined, [operation, wire, (issue: unknown) => issues.push(issue), query]);

    expect(value).toMatchObject(decoded);
    expect(issues).toEqual([]);
  });

  const parameter = (operationId: string, name: string) =>
    operations.find((operation) => operation.operationId === operationId)!.parameters.find((candidate) => candidate.name === name);

  it("services are listed by any status", () => {
    expect(parameter("listServices", "status")).toMatchObject({ in: "query", schema: { type: "string" } });
    expect(parameter("listServices", "status")!.schema.enum).toBeUndefined();
  });

  it("the ETA needs a date", () => {
    expect(parameter("getServiceEtaForDate", "requestDate")).toMatchObject({ in: "query", required: true, schema: { format: "date" } });
  });

  it("a replaced contact may have an extension of its telephone and an organization", () => {
    expect(spec.components.schemas.ReplacementContact.properties).toMatchObject({
      work_phone_extension: { type: "string" },
      organization_name: { type: "string" },
    });
  });

  it("error of an error body is an object or an array", () => {
    const reference = { $ref: "#/components/schemas/NestedError" };

    expect(spec.components.schemas.ErrorResponse.properties.error.anyOf).toEqual([reference, { type: "array", items: reference }]);
  });
});
