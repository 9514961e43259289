import { createWmClient, decodeWire, WmConfigError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { responses } from "../../generated/tables.js";
import type { WmDecodeIssue } from "../../src/hooks.js";
import { credentials, secret } from "../support/client.js";
import { decode, decodeAs, deepFreeze, type FormatName, withoutEmptyLists } from "../support/decode.js";
import { json, serve } from "../support/server.js";
import { operations } from "../support/spec.js";

/** Decodes to this value, without an issue. */
function expectValue(format: FormatName, wire: unknown, value: unknown): void {
  expect([wire, decodeAs(format, wire)]).toEqual([wire, { value, issues: [] }]);
}

/** Decodes to null, with an issue. */
function expectUnfit(format: FormatName, wire: unknown): void {
  const { value, issues } = decodeAs(format, wire);
  expect([wire, value, issues.map((issue) => [issue.reason, issue.value])]).toEqual([wire, null, [["unfit", wire]]]);
}

/** Decodes to this value, with an issue that says that digits were lost. */
function expectRounded(format: FormatName, wire: unknown, value: unknown): void {
  const { value: decoded, issues } = decodeAs(format, wire);
  expect([wire, decoded, issues.map((issue) => [issue.reason, issue.value])]).toEqual([wire, value, [["precision", wire]]]);
}

/** Each sample value of wm-reference.md, in the body of the operation whose page has it. */
const samples: [operation: string, wire: unknown, decoded: unknown, query?: Record<string, string>][] = [
  [
    "listServices",
    { services: [{ id: "000000002", status: "Active", occurs: "On Call", taxable: "Y" }] },
    { services: [{ id: "000000002", status: "Active", occurs: "On Call", taxable: true }] },
  ],
  [
    "listServices",
    { services: [{ occurs: "Per Week", taxable: "N", material: { special_handling: "true", manifest: "false" } }] },
    { services: [{ occurs: "Per Week", taxable: false, material: { special_handling: true, manifest: false } }] },
  ],
  [
    "listServices",
    { Services: [{ id: "000021700264005", auto_bill: "Y", operations: [{ stop_id: "S08510", day_of_week: "TUESDAY  " }] }] },
    { services: [{ id: "000021700264005", auto_bill: true, operations: [{ stop_id: "S08510", day_of_week: "TUESDAY" }] }] },
  ],
  [
    "listPlannedServices",
    {
      services: [
        { id: "000000001", status: "Planned", ticket_number: "790678", planned_date: "11/10/2015", ordered_date: "11/10/2015", ticket_load_type: "E/R" },
      ],
    },
    {
      services: [
        { id: "000000001", status: "Planned", ticket_number: "790678", planned_date: "2015-11-10", ordered_date: "2015-11-10", ticket_load_type: "E/R" },
      ],
    },
  ],
  [
    "listServiceMaterials",
    {
      services: [
        {
          id: "1",
          enterprise_catalog: { id: "3210", name: "COLL_COM:HAUL uses FL with 8FL for MSCO", description: "8 Yard Dumpster Service" },
          material: { id: "166", code: "MSCO", name: "MSW Commercial", special_handling: "false" },
          pricing: { summary_pricing: "true", currency_code: "USD" },
        },
      ],
    },
    {
      services: [
        {
          id: "1",
          enterprise_catalog: { id: "3210", name: "COLL_COM:HAUL uses FL with 8FL for MSCO", description: "8 Yard Dumpster Service" },
          material: { id: "166", code: "MSCO", name: "MSW Commercial", special_handling: false },
          pricing: { summary_pricing: true, currency_code: "USD" },
        },
      ],
    },
  ],
  [
    "listServiceInvoiceFees",
    {
      request_tracking_id: "53434",
      services: [
        {
          id: "1",
          enterprise_catalog_id: "120",
          prices: {
            invoice_fees: [
              {
                category: "RCR",
                category_description: "Regulatory Cost Recovery",
                sub_category_code: "06Z",
                charge_excluded: "N",
                standard_rate: "11.49",
                standard_percentage: "0",
                calculated_rate: "12",
                is_fixed_percentage: "N",
                is_fixed_rate: "Y",
                sales_employee_id: "234567",
                modify_dtm: "2016-09-18 05:09:22",
              },
            ],
          },
        },
      ],
      metadata: { totalCount: "1" },
    },
    {
      request_tracking_id: "53434",
      services: [
        {
          id: "1",
          enterprise_catalog_id: "120",
          prices: {
            invoice_fees: [
              {
                category: "RCR",
                category_description: "Regulatory Cost Recovery",
                sub_category_code: "06Z",
                charge_excluded: false,
                standard_rate: 11.49,
                standard_percentage: 0,
                calculated_rate: 12,
                is_fixed_percentage: false,
                is_fixed_rate: true,
                sales_employee_id: "234567",
                modify_dtm: "2016-09-18T05:09:22",
              },
            ],
          },
        },
      ],
      metadata: { totalCount: 1 },
    },
  ],
  [
    "listServiceOperations",
    { services: [{ operations: [{ route_id: "J31A", day_of_week: "WEDNESDAY", notes: " " }] }] },
    { services: [{ operations: [{ route_id: "J31A", day_of_week: "WEDNESDAY", notes: "" }] }] },
  ],
  [
    "getNextPickup",
    {
      services: [
        { name: "Hauling - 96 Gallon REL Toter for MSW Residential", pickup_schedule: "Every Monday and Thursday", next_pickup: "Thursday, Feb 15 , 2018" },
      ],
    },
    { services: [{ name: "Hauling - 96 Gallon REL Toter for MSW Residential", pickup_schedule: "Every Monday and Thursday", next_pickup: "2018-02-15" }] },
  ],
  [
    "getServiceEtaForDate",
    { ETA: { day_of_week_name: "You are scheduled to be serviced today", reason_code: "ComputedETA" } },
    { ETA: { day_of_week_name: "You are scheduled to be serviced today", reason_code: "ComputedETA" } },
  ],
  [
    "listInvoices",
    {
      currency: "USD",
      invoices: [
        {
          id: "1085871",
          date: "2016-10-18",
          amount: "569.82",
          payment_info: { amount: "569.82", date: "2016-11-16", reference_number: "RECUR-AMEX          " },
          balance_amount: "null",
        },
      ],
      balances: [{ type: "30Day", date: "null", amount: "0" }],
    },
    {
      currency: "USD",
      invoices: [
        {
          id: "1085871",
          date: "2016-10-18",
          amount: 569.82,
          payment_info: { amount: 569.82, date: "2016-11-16", reference_number: "RECUR-AMEX" },
          balance_amount: null,
        },
      ],
      balances: [{ type: "30Day", date: null, amount: 0 }],
    },
  ],
  [
    "getInvoiceDetails",
    {
      invoices: [
        {
          id: "1051117",
          type: "1",
          description: "INVOICE",
          date: "07/01/15",
          amount: "40.62",
          due_date: "07/01/15",
          period: "201506",
          payment_info: { date: "07-01-15" },
        },
        { id: "1051117", description: "NON A/R" },
      ],
    },
    {
      invoices: [
        {
          id: "1051117",
          type: "1",
          description: "INVOICE",
          date: "2015-07-01",
          amount: 40.62,
          due_date: "2015-07-01",
          period: "201506",
          payment_info: { date: "2015-07-01" },
        },
        { id: "1051117", description: "NON A/R" },
      ],
    },
  ],
  [
    "getBalance",
    {
      billing_name: "andrew",
      ivr_fee: "5.0",
      last_payment_amount: "497.7",
      last_payment_date: "2014-09-01",
      balance: [{ type: "30-Day", amount: "30.0" }, { amount: "0.0" }],
    },
    {
      billing_name: "andrew",
      ivr_fee: 5,
      last_payment_amount: 497.7,
      last_payment_date: "2014-09-01",
      balance: [{ type: "30-Day", amount: 30 }, { amount: 0 }],
    },
  ],
  ...["listContacts", "listBillingContacts", "listServiceContacts"].map((operation): [string, unknown, unknown] => [
    operation,
    { contacts: [{ type: "billing", name: "JOHN, SMITH", middle_name: " ", work_phone: "9147222006", fax: "", metadata: { cleansed: "true" } }] },
    { contacts: [{ type: "billing", name: "JOHN, SMITH", middle_name: "", work_phone: "9147222006", fax: "", metadata: { cleansed: true } }] },
  ]),
  ["replaceContacts", { status: "Success" }, { status: "Success" }],
  ["replaceCommunicationPreferences", { status: "Success" }, { status: "Success" }],
  [
    "listCases",
    {
      cases: [
        {
          case_id: "1234567",
          description: "AUTO-CREATED FROM TICKET",
          category: "TKT",
          category_description: "SERVICE TICKET",
          requested_date_time: "2016-06-06 10:56:00.0",
          status: "CLOSED",
        },
      ],
      metadata: [{ totalCount: "1" }],
    },
    {
      cases: [
        {
          case_id: "1234567",
          description: "AUTO-CREATED FROM TICKET",
          category: "TKT",
          category_description: "SERVICE TICKET",
          requested_date_time: "2016-06-06T10:56:00",
          status: "CLOSED",
        },
      ],
      metadata: { totalCount: 1 },
    },
  ],
  [
    "getCase",
    { cases: [{ requested_date_time: "2016-06-06 10:56:00.0", status: "OPEN" }] },
    { cases: [{ requested_date_time: "2016-06-06T10:56:00", status: "OPEN" }] },
  ],
  ...["listTickets", "getTicket"].map((operation): [string, unknown, unknown] => [
    operation,
    {
      tickets: [
        {
          id: "407519",
          status: "CLOSED    ",
          load_type: "SNP",
          load_description: "OP SNAPSHOT",
          dispatch_date_time: "12/11/16 05:28:44",
          created_date_time: "12/09/16 05:28:44",
          services_info: [{ code: "OFN" }],
        },
      ],
    },
    {
      tickets: [
        {
          id: "407519",
          status: "CLOSED",
          load_type: "SNP",
          load_description: "OP SNAPSHOT",
          dispatch_date_time: "2016-12-11T05:28:44",
          created_date_time: "2016-12-09T05:28:44",
          services_info: [{ code: "OFN" }],
        },
      ],
    },
  ]),
  [
    "listTickets",
    {
      tickets: [{ id: "104237", date: "2015-06-08 10:11:49.0", status: "Completed", amount: "1048.94", site_name: "Reload and Recycle Facility" }],
      metadata: { totalCount: "1" },
    },
    {
      tickets: [{ id: "104237", date: "2015-06-08T10:11:49", status: "Completed", amount: 1048.94, site_name: "Reload and Recycle Facility" }],
      metadata: { totalCount: 1 },
    },
    { ticket_type: "disposal" },
  ],
  [
    "listTicketSurcharges",
    {
      request_tracking_id: "1234547",
      tickets: [
        {
          status: "Inactive",
          date_time: "2015-08-03 10:27:39.0",
          site_id: "01391",
          site_name: "Eastmont Transfer Station",
          surcharge: "0",
          details: [
            {
              sequence_number: "1",
              surcharge_name: "null",
              description: "CDL ",
              billed_quantity: "2.67",
              rate_per_unit: "55.11",
              rate_uom: "Tons",
              amount: "147.14",
            },
          ],
        },
      ],
    },
    {
      request_tracking_id: "1234547",
      tickets: [
        {
          status: "Inactive",
          date_time: "2015-08-03T10:27:39",
          site_id: "01391",
          site_name: "Eastmont Transfer Station",
          surcharge: 0,
          details: [
            { sequence_number: 1, surcharge_name: null, description: "CDL", billed_quantity: 2.67, rate_per_unit: 55.11, rate_uom: "Tons", amount: 147.14 },
          ],
        },
      ],
    },
  ],
  [
    "listTicketPrices",
    { tickets: [{ status: "Inactive", material_subtotal: "147.14", surcharge: "0", tax: "18.38", amount: "165.52", currency: "United States Dollar" }] },
    { tickets: [{ status: "Inactive", material_subtotal: 147.14, surcharge: 0, tax: 18.38, amount: 165.52, currency: "United States Dollar" }] },
  ],
  [
    "listTicketMaterials",
    { tickets: [{ date_time: "2015-08-03 10:27:39.0", site_id: "01391", site_name: "Eastmont Transfer Station", details: [{ description: "CDL " }] }] },
    { tickets: [{ date_time: "2015-08-03T10:27:39", site_id: "01391", site_name: "Eastmont Transfer Station", details: [{ description: "CDL" }] }] },
  ],
  [
    "listProfiles",
    {
      profiles: [
        { id: "1041279930086984565|E", paperless_invoice: "true", auto_pay: "false", logon_status: "S", last_login_date: "2014-05-21T15:41:52.000-05:00" },
      ],
    },
    { profiles: [{ id: "1041279930086984565|E", paperless_invoice: true, auto_pay: false, logon_status: "S", last_login_date: "2014-05-21T15:41:52-05:00" }] },
  ],
  [
    "listCommunicationPreferences",
    {
      preferences: [
        {
          category: "Service Exception",
          is_category_enabled: "Y",
          channels: [
            { name: "Voice", is_opt_in: "N", selections: [{ value: "1233454567", type: "BPHONE", is_opt_in: "Y", audit_info: { modified_by: "johnm" } }] },
          ],
        },
      ],
    },
    {
      preferences: [
        {
          category: "Service Exception",
          is_category_enabled: true,
          channels: [
            { name: "Voice", is_opt_in: false, selections: [{ value: "1233454567", type: "BPHONE", is_opt_in: true, audit_info: { modified_by: "johnm" } }] },
          ],
        },
      ],
    },
  ],
  [
    "listActivityNotes",
    { activities: [{ note_info: { create_date_time: "2016-07-01 00:00:00.000Z" } }] },
    { activities: [{ note_info: { create_date_time: "2016-07-01T00:00:00Z" } }] },
  ],
  ["listActivityEmails", { activities: [{ id: "380589" }] }, { activities: [{ id: "380589" }] }],
  [
    "listServiceStats",
    { services: [{ id: "000000001", status: "Confirmed Positive", ticket_number: "790678", planned_date: "11/10/2015" }] },
    { services: [{ id: "000000001", status: "Confirmed Positive", ticket_number: "790678", planned_date: "2015-11-10" }] },
  ],
];

describe("WM's samples", () => {
  it.each(samples)("of %s decode to the values they mean", (operation, wire, decoded, query) => {
    const { value, issues } = decode(operation, wire, query);
    expect([withoutEmptyLists(value), issues]).toEqual([withoutEmptyLists(decoded), []]);
  });

  const examples = operations.flatMap(({ operationId, ok }) => Object.entries(ok?.examples ?? {}).map(([name, { value }]) => ({ operationId, name, value })));

  it.each(examples)("in the spec fit: no issue is raised by the example $name of $operationId", ({ operationId, value }) => {
    expect(decode(operationId, value).issues).toEqual([]);
  });

  it("in the spec are more than a few", () => {
    expect(examples.length).toBeGreaterThanOrEqual(29);
  });
});

describe.each(["decimal", "integer"] as const)("a number, as %s,", (format) => {
  it("is decoded from digits, with a sign, leading zeros and spaces around", () => {
    for (const [wire, value] of [
      ["0", 0],
      ["7", 7],
      ["007", 7],
      ["+7", 7],
      ["-7", -7],
      [" 7 ", 7],
      ["\t7\n", 7],
      ["5.0", 5],
      ["0.0", 0],
      ["-5.000", -5],
    ] as const)
      expectValue(format, wire, value);
  });

  it("is decoded from well-formed groups, and from no others", () => {
    for (const [wire, value] of [
      ["1,234", 1234],
      ["12,345,678", 12345678],
      ["-1,234.00", -1234],
      ["999,999,999,999", 999999999999],
    ] as const)
      expectValue(format, wire, value);
    for (const wire of ["1,23", "12,34,567", "1234,567", ",123", "1,,234", "1,234,", "1,234,56", "1,2345", "1.234.567", "1 234", "1'234", "1_000"])
      expectUnfit(format, wire);
  });

  it("is not taken from a decimal comma", () => {
    for (const wire of ["0,500", "00,500", "-0,125", "000,000", "0,5", "1.234,50"]) expectUnfit(format, wire);
  });

  it("is decoded from an exponent", () => {
    for (const [wire, value] of [
      ["1e3", 1000],
      ["1.5E+2", 150],
      ["2500e-2", 25],
      ["-1E2", -100],
      ["1,000e1", 10000],
      ["0e5", 0],
    ] as const)
      expectValue(format, wire, value);
  });

  it("is null where WM sends none", () => {
    for (const wire of ["null", " null ", "", " ", "\t\n", null]) expectValue(format, wire, null);
  });

  it("is itself where WM sends a JSON number", () => {
    for (const value of [0, 1, -7, 9007199254740991]) expectValue(format, value, value);
  });

  it("is never a negative zero", () => {
    for (const wire of ["-0", "-0.0", "-0e3", -0]) expectValue(format, wire, 0);
  });

  it("does not come from anything else", () => {
    for (const wire of [
      ".5",
      "5.",
      "-",
      "+",
      "--1",
      "+-1",
      "- 1",
      "1-",
      "(1)",
      "$1",
      "1 USD",
      "5%",
      "1e",
      "1e1.5",
      "e5",
      "0x10",
      "0b1",
      "1n",
      "NaN",
      "Infinity",
      "-Infinity",
      "NULL",
      "nil",
      "N/A",
      "١",
      "1\u00002",
      "1 2",
      true,
      false,
      {},
      [],
      ["1"],
      { amount: "1" },
    ]) {
      expectUnfit(format, wire);
    }
  });

  it("does not fit when it is beyond every double", () => {
    for (const wire of ["1e309", "-1e309", "1e999999999", "9".repeat(400), Infinity, -Infinity, NaN]) expectUnfit(format, wire);
  });

  it("beyond 2^53 is decoded and told of", () => {
    for (const wire of ["9007199254740993", "-9007199254740993", "9,007,199,254,740,993", "9007199254740994", "1e16", "1e300"])
      expectRounded(format, wire, Number(wire.replaceAll(",", "")));
    // JSON.parse has rounded it before: it may have been 9007199254740993.
    for (const wire of [9007199254740992, -9007199254740992, 1e21]) expectRounded(format, wire, wire);
  });

  it("up to 2^53 is decoded without an issue", () => {
    for (const wire of ["9007199254740991", "-9007199254740991", "9007199254740992", "9,007,199,254,740,991"])
      expectValue(format, wire, Number(wire.replaceAll(",", "")));
  });
});

describe("a decimal", () => {
  it("is decoded to its last digit", () => {
    for (const [wire, value] of [
      ["147.14", 147.14],
      ["1,234.50", 1234.5],
      ["-0.01", -0.01],
      ["5e-1", 0.5],
      ["1,234.5e-2", 12.345],
      ["12,345,678.90", 12345678.9],
      [" 11.49", 11.49],
      [12.5, 12.5],
      [0.30000000000000004, 0.30000000000000004],
    ] as const)
      expectValue("decimal", wire, value);
  });

  it("of 15 digits always fits", () => {
    for (const wire of [
      "123456789012345",
      "1234567890.12345",
      "0.999999999999999",
      "999999999999.999",
      "0.000000123456789012345",
      "1.23456789012345e-30",
      "000000000000000000001.5",
      "1.500000000000000000000",
    ])
      expectValue("decimal", wire, Number(wire));
  });

  it("of 16 or 17 digits fits if a double keeps each of them", () => {
    for (const wire of ["1234567890123456", "0.1234567890123456", "2251799813685249.5", "0.30000000000000004", "1.7976931348623157e1"])
      expectValue("decimal", wire, Number(wire));
    for (const wire of [
      "9999999999999.9999",
      "4503599627370497.3",
      "0.10000000000000001",
      "1.0000000000000001",
      "0.12345678901234567890",
      "90071992547409.923",
      "1.00000000000000000000000001",
    ])
      expectRounded("decimal", wire, Number(wire));
  });

  it("too small for a double is told of, not lost", () => {
    expectRounded("decimal", "1e-400", 0);
    expectRounded("decimal", "-1e-400", 0);
    expectRounded("decimal", `0.${"0".repeat(400)}1`, 0);
    expectRounded("decimal", "4.9e-324", 5e-324);
    expectValue("decimal", "5e-324", 5e-324);
  });

  it("of a million digits takes no time to speak of", () => {
    const zeros = "0".repeat(1_000_000);
    const start = performance.now();
    expect(decodeAs("decimal", `1.${zeros}1`).issues[0]!.reason).toBe("precision");
    expect(decodeAs("decimal", `0.${zeros}`)).toEqual({ value: 0, issues: [] });
    expect(decodeAs("decimal", `1${",000".repeat(250_000)}`).issues[0]!.reason).toBe("unfit");
    expect(decodeAs("decimal", `${"1,111".repeat(200_000)}x`).issues[0]!.reason).toBe("unfit");
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe("an integer", () => {
  it("with a fraction does not fit", () => {
    for (const wire of ["1.5", "0.1", "1,234.5", "15e-1", 1.5, "2251799813685249.3"]) expectUnfit("integer", wire);
  });

  it("whose fraction a double does not keep is told of", () => {
    expectRounded("integer", "1.00000000000000000001", 1);
    expectRounded("integer", "1e-400", 0);
  });
});

describe("a flag", () => {
  it("is Y or N, true or false, in any case, or a boolean", () => {
    for (const wire of ["Y", "y", "true", "TRUE", "True", "tRuE", " Y ", "true  ", true]) expectValue("flag", wire, true);
    for (const wire of ["N", "n", "false", "FALSE", "False", " N", "false ", false]) expectValue("flag", wire, false);
    for (const wire of ["null", "", "  ", null]) expectValue("flag", wire, null);
  });

  it("is nothing else", () => {
    for (const wire of ["Yes", "No", "T", "F", "1", "0", "on", "YN", "truee", 1, 0, {}, [true]]) expectUnfit("flag", wire);
  });
});

describe("an identifier", () => {
  it("keeps every character but the blanks after it", () => {
    for (const wire of [
      "01391",
      "000000001",
      "S08510",
      "1041279930086984565|E",
      "201506",
      "1e5",
      "1,234",
      "-0",
      "+1",
      "0x1",
      " 7",
      "true",
      "12345678901234567890",
    ])
      expectValue("identifier", wire, wire);
    expectValue("identifier", "01391   ", "01391");
  });

  it("is the text of a JSON number", () => {
    for (const [wire, value] of [
      [1391, "1391"],
      [0, "0"],
      [-1, "-1"],
      [1.5, "1.5"],
      [9007199254740991, "9007199254740991"],
    ] as const)
      expectValue("identifier", wire, value);
  });

  it("that was a number of more digits than JavaScript keeps is told of", () => {
    expectRounded("identifier", 1041279930086984565, "1041279930086984600");
    for (const wire of [Infinity, NaN]) expectUnfit("identifier", wire);
  });

  it("is null where WM sends none, and no boolean, object or list", () => {
    for (const wire of ["null", "null  ", "", "  ", null]) expectValue("identifier", wire, null);
    for (const wire of [true, {}, ["1"]]) expectUnfit("identifier", wire);
  });
});

describe("text", () => {
  it("loses the blanks at its end, and no others", () => {
    for (const [wire, value] of [
      ["CDL ", "CDL"],
      ["CLOSED    ", "CLOSED"],
      ["RECUR-AMEX          ", "RECUR-AMEX"],
      ["TUESDAY  ", "TUESDAY"],
      [" a  b \t\n", " a  b"],
      ["", ""],
      [" ", ""],
    ] as const)
      expectValue("text", wire, value);
  });

  it("is null where it says null, and where null stands in a text it stays", () => {
    for (const wire of ["null", "null   ", null]) expectValue("text", wire, null);
    for (const wire of ["nullable", "is null", "NULL", " null"]) expectValue("text", wire, wire);
  });

  it("is the text of a JSON number, and no boolean, object or list", () => {
    expectValue("text", 12.5, "12.5");
    for (const wire of [false, {}, []]) expectUnfit("text", wire);
  });
});

/** Rules that a day follows in a date and in a date and time. */
describe.each(["date", "dateTime"] as const)("a day, as %s,", (format) => {
  it("is decoded from each of the reference's layouts", () => {
    for (const [wire, value] of [
      ["2016-10-18", "2016-10-18"],
      ["07/01/15", "2015-07-01"],
      ["07-01-15", "2015-07-01"],
      ["11/10/2015", "2015-11-10"],
      ["11-10-2015", "2015-11-10"],
      ["7/1/15", "2015-07-01"],
      ["Thursday, Feb 15 , 2018", "2018-02-15"],
      ["Thursday, February 15, 2018", "2018-02-15"],
      ["Feb 5, 2018", "2018-02-05"],
      ["Thu, SEP 06 , 2018", "2018-09-06"],
      ["Sept. 6, 2018", "2018-09-06"],
      ["  2016-10-18  ", "2016-10-18"],
    ] as const) {
      expectValue(format, wire, value);
    }
  });

  it("knows every month by its name", () => {
    const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    names.forEach((name, index) => expectValue(format, `Monday, ${name} 9 , 2018`, `2018-${String(index + 1).padStart(2, "0")}-09`));
    for (const name of ["Jux", "Ja", "Febb", "Marchy", "Juni"]) expectUnfit(format, `Monday, ${name} 9 , 2018`);
  });

  it("has the month first where there are slashes", () => {
    expectValue(format, "02/03/2015", "2015-02-03");
    expectValue(format, "12/31/2015", "2015-12-31");
    expectUnfit(format, "31/12/2015");
    expectUnfit(format, "13/01/15");
  });

  it("has a year of two digits in 1970 to 2069", () => {
    for (const [wire, value] of [
      ["01/01/00", "2000-01-01"],
      ["12/31/69", "2069-12-31"],
      ["01/01/70", "1970-01-01"],
      ["12/31/99", "1999-12-31"],
      ["02/29/00", "2000-02-29"],
    ] as const)
      expectValue(format, wire, value);
  });

  it("is on the calendar", () => {
    for (const [wire, value] of [
      ["2016-02-29", "2016-02-29"],
      ["2000-02-29", "2000-02-29"],
      ["02/29/72", "1972-02-29"],
      ["Monday, Feb 29 , 2016", "2016-02-29"],
    ] as const)
      expectValue(format, wire, value);
    for (const wire of [
      "2015-02-29",
      "1900-02-29",
      "2100-02-29",
      "02/29/15",
      "Sunday, Feb 29 , 2015",
      "2015-04-31",
      "06/31/2015",
      "2015-00-10",
      "2015-01-00",
      "2015-13-01",
      "2015-01-32",
      "00/10/2015",
      "11/31/15",
      "0000-00-00",
      "00/00/00",
    ])
      expectUnfit(format, wire);
  });

  it("comes in no other layout", () => {
    for (const wire of [
      "2015/08/03",
      "20150803",
      "2015-8-3",
      "15-08-03x",
      "08/03",
      "08/03-2015",
      "08.03.2015",
      "3 Aug 2015",
      "Aug 2015",
      "201506",
      "1/2/345",
      "08/03/20155",
      "today",
      "x2016-10-18",
      "2016-10-18x",
      "2016-10-18-05:00",
      20150803,
      1438597659000,
      true,
      {},
      ["2016-10-18"],
    ])
      expectUnfit(format, wire);
  });

  it("is null where WM sends none", () => {
    for (const wire of ["null", "", " ", " null ", null]) expectValue(format, wire, null);
  });
});

describe("a date", () => {
  it("is taken from a date and time if that is midnight, and not if a time would be lost", () => {
    for (const wire of ["2015-08-03 00:00:00.0", "2015-08-03T00:00:00", "2015-08-03 00:00:00.000Z", "08/03/15 00:00:00"])
      expectValue("date", wire, "2015-08-03");
    for (const wire of ["2015-08-03 10:27:39.0", "2015-08-03 00:00:01", "2015-08-03 00:00:00.5", "2015-02-30 00:00:00"]) expectUnfit("date", wire);
  });
});

describe("a date and time", () => {
  it("is decoded from each of the reference's layouts", () => {
    for (const [wire, value] of [
      ["2015-08-03 10:27:39.0", "2015-08-03T10:27:39"],
      ["2016-09-18 05:09:22", "2016-09-18T05:09:22"],
      ["12/11/16 05:28:44", "2016-12-11T05:28:44"],
      ["12/11/2016 05:28:44", "2016-12-11T05:28:44"],
      ["2016-07-01 00:00:00.000Z", "2016-07-01T00:00:00Z"],
      ["2014-05-21T15:41:52.000-05:00", "2014-05-21T15:41:52-05:00"],
      ["Thursday, Feb 15 , 2018 05:28:44", "2018-02-15T05:28:44"],
    ] as const) {
      expectValue("dateTime", wire, value);
    }
  });

  it("drops a fraction of zeros and keeps any other as it is", () => {
    for (const [fraction, kept] of [
      [".0", ""],
      [".000", ""],
      [".000000000", ""],
      [".5", ".5"],
      [".50", ".50"],
      [".050", ".050"],
      [".123456789", ".123456789"],
      [".0001", ".0001"],
    ]) {
      expectValue("dateTime", `2015-08-03 10:27:39${fraction}`, `2015-08-03T10:27:39${kept}`);
      expectValue("dateTime", `2015-08-03T10:27:39${fraction}+05:30`, `2015-08-03T10:27:39${kept}+05:30`);
    }
  });

  it("keeps the zone that was sent and gets none that was not", () => {
    for (const zone of ["", "Z", "-05:00", "+00:00", "-00:00", "+14:00", "+05:45"])
      expectValue("dateTime", `2015-08-03 10:27:39${zone}`, `2015-08-03T10:27:39${zone}`);
    expectValue("dateTime", "2015-08-03 10:27:39 -05:00", "2015-08-03T10:27:39-05:00");
  });

  it("writes an offset as ISO 8601 does beside dashes and colons", () => {
    expectValue("dateTime", "2015-08-03T10:27:39-0500", "2015-08-03T10:27:39-05:00");
  });

  it("is not moved to another zone: the day stays at both ends of it", () => {
    expectValue("dateTime", "2015-12-31 23:59:59-05:00", "2015-12-31T23:59:59-05:00");
    expectValue("dateTime", "2016-01-01 00:00:00+14:00", "2016-01-01T00:00:00+14:00");
  });

  it("does not fit with a time that there is not, or that is in doubt", () => {
    for (const time of [
      "24:00:00",
      "10:60:00",
      "10:00:60",
      "10:27",
      "1:02:03",
      "10:27:39.",
      "10:27:39 PM",
      "10:27:39 EST",
      "10:27:39+25:00",
      "10:27:39+05:60",
      "10:27:39-5",
      "10:27:39,5",
      ":::",
    ])
      expectUnfit("dateTime", `2015-08-03 ${time}`);
    for (const wire of ["2015-02-30 10:27:39", "2015-08-03  10:27:39x", "10:27:39", "T10:27:39", "2015-08-03T", "2015-08-03 T 10:27:39"])
      expectUnfit("dateTime", wire);
  });
});

describe("what the spec does not name", () => {
  it("passes through unchanged", () => {
    const body = {
      remark: " null ",
      amount: "5",
      tickets: [{ status: "a ", other: "147.14 ", Amount: "1", nested: { amount: "1", list: ["1 "] } }],
    };

    expect(decode("listTicketPrices", body)).toEqual({ value: { ...body, tickets: [{ ...body.tickets[0], status: "a" }] }, issues: [] });
  });

  it("keeps its place among the keys", () => {
    const body = JSON.parse(`{"z":1,"tickets":[{"x":0,"tax":"1","amount":"2","a":0,"status":"s","10":1,"9":2}],"a":2}`) as object;

    expect(JSON.stringify(decode("listTicketPrices", body).value)).toBe(`{"z":1,"tickets":[{"9":2,"10":1,"x":0,"tax":1,"amount":2,"a":0,"status":"s"}],"a":2}`);
  });

  it("may be called like what every object has, and pollutes nothing", () => {
    const text = `{"__proto__":{"polluted":"1"},"constructor":"1","hasOwnProperty":"2","toString":null,"tickets":[{"__proto__":{"amount":"1"},"constructor":{"prototype":{"x":"1"}},"amount":"2"}]}`;

    const { value, issues } = decode("listTicketPrices", JSON.parse(text));

    expect(JSON.stringify(value)).toBe(text.replace(`"amount":"2"`, `"amount":2`));
    expect(issues).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it("is the whole body of an operation of which no source names a field", () => {
    const untyped = Object.keys(responses.operations).filter((id) => responses.operations[id] === null);

    expect(untyped).toHaveLength(6);
    for (const id of untyped) {
      const body = { amount: "1 ", list: ["null"] };
      expect(decode(id, body).value).toBe(body);
    }
  });
});

describe("decodeWire", () => {
  it("does not change what it is given", () => {
    for (const [operation, wire] of samples) {
      const before = JSON.stringify(wire);
      decode(operation, deepFreeze(structuredClone(wire)));
      decode(operation, wire);
      expect(JSON.stringify(wire)).toBe(before);
    }
  });

  it("says of each issue the operation, the JSON path, the value and the reason, in the order of the body", () => {
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

  it("needs nobody to tell issues to", () => {
    expect(decodeWire("getBalance", { ivr_fee: "x" })).toEqual({ ivr_fee: null, balance: [] });
  });

  it("refuses an operation that the spec does not have", () => {
    for (const id of ["getNothing", "", "constructor", "__proto__", "toString"]) expect(() => decode(id, {})).toThrow(WmConfigError);
  });

  it("knows every operation of the spec", () => {
    expect(Object.keys(responses.operations).sort()).toEqual(operations.map(({ operationId }) => operationId).sort());
  });
});

describe("the decodeIssue hook", () => {
  async function setup(body: unknown, decodeIssue?: (event: WmDecodeIssue) => void) {
    const server = await serve(json(body));
    return createWmClient({ ...credentials, baseUrl: server.url, hooks: { decodeIssue } });
  }

  it("gets one frozen event for each value that does not fit", async () => {
    const events: WmDecodeIssue[] = [];
    const wm = await setup({ ivr_fee: "x", last_payment_amount: "9007199254740993", balance: [{ amount: {} }, { amount: "1" }] }, (event) =>
      events.push(event),
    );

    const balance = await wm.customer("1").balance();

    expect(balance).toEqual({ ivr_fee: null, last_payment_amount: 9007199254740992, balance: [{ amount: null }, { amount: 1 }] });
    expect(events).toMatchObject([
      { operation: "getBalance", path: "$.ivr_fee", value: "x", reason: "unfit", attempt: 1 },
      { operation: "getBalance", path: "$.last_payment_amount", value: "9007199254740993", reason: "precision", attempt: 1 },
      { operation: "getBalance", path: "$.balance[0].amount", value: {}, reason: "unfit", attempt: 1 },
    ]);
    for (const event of events) expect(Object.isFrozen(event)).toBe(true);
  });

  it("hears of a value that is nested too deep to be shown", async () => {
    const events: WmDecodeIssue[] = [];
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const server = await serve((response) => void response.end(`{"ivr_fee":${deep}}`));
    const wm = createWmClient({ ...credentials, baseUrl: server.url, hooks: { decodeIssue: (event) => events.push(event) } });

    expect(await wm.customer("1").balance()).toEqual({ ivr_fee: null, balance: [] });
    expect(events).toMatchObject([{ operation: "getBalance", path: "$.ivr_fee", value: "[nested too deep]", reason: "unfit" }]);
  });

  it("may throw or reject, and the call resolves all the same", async () => {
    const throwing = () => {
      throw new Error("observer");
    };
    for (const hook of [throwing, async () => throwing()]) {
      const wm = await setup({ ivr_fee: "x", last_payment_amount: "y" }, hook as () => void);
      expect(await wm.customer("1").balance()).toEqual({ ivr_fee: null, last_payment_amount: null, balance: [] });
    }
  });

  it("gets a copy of what was sent: what it does to a value changes nothing for the caller", async () => {
    const list = [{ cleansed: "Y", kept: { a: 1 } }, { cleansed: "N" }];
    const told: unknown[] = [];
    const wm = await setup({ contacts: [{ metadata: list, other: list[0] }] }, ({ value }) => {
      told.push(structuredClone(value));
      const copy = value as { cleansed: string; kept: { a: number } }[];
      copy[0]!.kept.a = 2;
      copy.length = 0;
    });

    expect(await wm.customer("1").contacts.list()).toEqual({ contacts: [{ metadata: null, other: list[0] }] });
    expect(told).toEqual([list]);
  });

  it("never sees the token, should a server send it back", async () => {
    const events: WmDecodeIssue[] = [];
    const wm = await setup({ ivr_fee: `Bearer ${secret}`, last_payment_amount: { echo: [secret] } }, (event) => events.push(event));

    await wm.customer("1").balance();

    expect(events).toHaveLength(2);
    expect(JSON.stringify(events)).not.toContain(secret);
  });

  it("is not called where every value fits", async () => {
    const events: WmDecodeIssue[] = [];
    const wm = await setup({ ivr_fee: "5.0" }, (event) => events.push(event));

    expect(await wm.customer("1").balance()).toEqual({ ivr_fee: 5, balance: [] });
    expect(events).toEqual([]);
  });

  it("is not needed", async () => {
    expect(await (await setup({ ivr_fee: "x" })).customer("1").balance()).toEqual({ ivr_fee: null, balance: [] });
  });
});

it("wm.raw hands on what is on the wire, and tells of no issue", async () => {
  const body = { ivr_fee: "5.0 ", last_payment_date: "07/01/15", billing_name: "null", last_payment_amount: "x", balance: { amount: "1" } };
  const events: WmDecodeIssue[] = [];
  const server = await serve(json(body));
  const wm = createWmClient({ ...credentials, baseUrl: server.url, hooks: { decodeIssue: (event) => events.push(event) } });

  const { data } = await wm.raw.GET("/customers/{customerId}/balance", { params: { path: { customerId: "1" } } });

  expect(data).toEqual(body);
  expect(events).toEqual([]);
  expect(decodeWire("getBalance", data)).toEqual({
    ivr_fee: 5,
    last_payment_date: "2015-07-01",
    billing_name: null,
    last_payment_amount: null,
    balance: [{ amount: 1 }],
  });
});
