import { describe, expect, it } from "vitest";
import { operations } from "./support/spec.js";

/** The sample values of WM's reference, by the operation whose page has them. */
const samples: Record<string, readonly string[]> = {
  listServices: ["Active", "Inactive", "On Call", "Per Week", "USD"],
  listPlannedServices: ["000000001", "Planned", "Confirmed Positive", "Confirmed Negative", "790678", "11/10/2015", "E/R"],
  listServiceMaterials: ["1", "3210", "COLL_COM:HAUL uses FL with 8FL for MSCO", "8 Yard Dumpster Service", "166", "MSCO", "MSW Commercial", "false"],
  listServiceInvoiceFees: ["53434", "RCR", "ENVIRON", "FUEL", "06Z", "2.6", "12", "11.49", "NEGOTIATED", "2016-09-18 05:09:22", "2018-02-17 02:00:00"],
  listServiceOperations: ["J31A", "WEDNESDAY"],
  getNextPickup: ["Hauling - 96 Gallon REL Toter for MSW Residential", "Every Monday and Thursday", "Thursday, Feb 15 , 2018"],
  getServiceEtaForDate: ["You are scheduled to be serviced today", "ComputedETA"],
  listInvoices: [
    "USD",
    "1085871",
    "2016-10-18",
    "569.82",
    "2016-11-16",
    "RECUR-AMEX          ",
    "null",
    "Current",
    "30Day",
    "60Day",
    "90Day",
    "120Day",
    "Future",
    "Total",
  ],
  getInvoiceDetails: ["1051117", "1", "INVOICE", "PAYMENT", "ADJUSTMENTS", "FINANCE CHARGE", "NON A/R", "07/01/15", "40.62", "201506"],
  getBalance: ["andrew", "5.0", "497.7", "2014-09-01", "total", "30-Day", "60-Day", "30.0"],
  listContacts: ["billing", "service", "JOHN, SMITH", "9147222006"],
  replaceContacts: ["Success"],
  listCases: ["1234567", "AUTO-CREATED FROM TICKET", "TKT", "SERVICE TICKET", "2016-06-06 10:56:00.0"],
  listTickets: [
    "407519",
    "CLOSED    ",
    "SNP",
    "OP SNAPSHOT",
    "12/11/16 05:28:44",
    "12/09/16 05:28:44",
    "OFN",
    "104237",
    "2015-06-08 10:11:49.0",
    "Completed",
    "1048.94",
    "Reload and Recycle Facility",
  ],
  listServiceStats: ["Confirmed Positive", "Confirmed Negative", "Confirmed Incomplete"],
  getTicket: ["DEL", "XPU"],
  listTicketSurcharges: [
    "1234547",
    "Inactive",
    "2015-08-03 10:27:39.0",
    "01391",
    "Eastmont Transfer Station",
    "0",
    "null",
    "CDL ",
    "2.67",
    "55.11",
    "Tons",
    "147.14",
  ],
  listTicketPrices: ["Inactive", "147.14", "0", "18.38", "165.52", "United States Dollar"],
  listTicketMaterials: ["Inactive", "2015-08-03 10:27:39.0", "01391", "Eastmont Transfer Station"],
  listProfiles: ["1041279930086984565|E", "true", "S", "2014-05-21T15:41:52.000-05:00"],
  listCommunicationPreferences: ["Service Notification", "Service Exception", "Y", "Text", "Email", "Voice"],
  replaceCommunicationPreferences: ["Success"],
  listActivityNotes: ["2016-07-01 00:00:00.000Z"],
  listActivityEmails: ["380589"],
};

function valuesOf(node: unknown): unknown[] {
  return typeof node === "object" && node !== null ? Object.values(node).flatMap(valuesOf) : [node];
}

describe("the examples, from which the mock answers, hold WM's own sample values", () => {
  it.each(Object.entries(samples))("%s", (operationId, expected) => {
    const operation = operations.find((candidate) => candidate.operationId === operationId);

    expect(valuesOf(operation?.ok?.examples)).toEqual(expect.arrayContaining([...expected]));
  });

  it("every way to write a value that the reference shows is in some example", () => {
    const all = new Set(operations.flatMap(({ ok }) => valuesOf(ok?.examples)));
    const layouts = ["0.0", "5.0", "S08510", "000000001", "TUESDAY  ", "", " ", "false", "N", "2016-09-18 05:09:22", "000021700264005"];

    for (const layout of layouts) expect(all).toContain(layout);
  });
});
