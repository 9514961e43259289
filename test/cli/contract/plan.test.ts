import { writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { callsOf, type Days, inCallingOrder, pathParametersOf } from "../../../src/cli/contract/plan.js";
import { byName, check, clientId, pathsAsked, readCalls, reads, temporaryFile } from "../../support/contract.js";
import { secret } from "../../support/client.js";
import { json } from "../../support/server.js";
import { operations } from "../../support/spec.js";

const days: Days = { today: "2026-02-03", from: "2025-01-01", to: "2025-12-31" };
const write = new Map([["updateContacts", {}]]);
const calls = callsOf(write, days);
const callOf = (name: string) => calls.find((call) => call.name === name)!;

describe("callsOf", () => {
  it("has every read once, tickets twice, and the writes with a body", () => {
    const names = operations.filter(({ method, operationId }) => method === "GET" || operationId === "updateContacts").map(({ operationId }) => operationId);

    expect(calls.map(({ name }) => name)).toEqual(names.flatMap((name) => (/^(list|get)Tickets?$/.test(name) ? [name, `${name} disposal`] : [name])));
    expect(calls).toHaveLength(readCalls + 1);
  });

  it.each([
    ["listTickets", { fromDate: days.from, toDate: days.to }],
    ["listTickets disposal", { fromDate: days.from, toDate: days.to, ticket_type: "disposal" }],
    ["listTicketPrices", { ticket_type: "disposal" }],
    ["getServiceEtaForDate", { requestDate: days.today }],
    ["listServices", {}],
  ])("has the query of %s", (name, query) => {
    expect(callOf(name).query).toEqual(query);
  });
});

describe("inCallingOrder", () => {
  it("puts lists before the calls that need their identifiers, and writes last", () => {
    const order = inCallingOrder(calls).map(({ operation }) => (operation.method === "GET" ? operation.path.split("{").length : 9));

    expect(order).toEqual(order.toSorted());
    expect(new Set(order)).toEqual(new Set([1, 2, 3, 9]));
  });
});

describe("pathParametersOf", () => {
  const customer = new Map([["customer-id", "c"]]);
  const disposal = new Map<string, unknown>([
    ["listTickets", { tickets: [{ id: "1" }] }],
    ["listTickets disposal", { tickets: [{ id: "2" }] }],
  ]);

  it.each<[string, string, Map<string, string>, Map<string, unknown>, object]>([
    ["options", "getServiceEta", new Map([...customer, ["service-id", "s"]]), new Map(), { customerId: "c", serviceId: "s" }],
    ["the overview", "getBalance", new Map(), new Map([["getCustomerOverview", { customerId: "7" }]]), { customerId: "7" }],
    ["the list of a variant", "getTicket disposal", customer, disposal, { customerId: "c", ticketId: "2" }],
    ["the list of a required variant", "listTicketPrices", customer, disposal, { customerId: "c", ticketId: "2" }],
    ["the list without a variant", "getTicket", customer, disposal, { customerId: "c", ticketId: "1" }],
    ["a single object instead of a list", "getTicket", customer, new Map([["listTickets", { tickets: { id: 3 } }]]), { customerId: "c", ticketId: "3" }],
  ])("takes identifiers from %s", (_, name, given, bodies, values) => {
    expect(pathParametersOf(callOf(name), given, bodies)).toEqual({ values });
  });

  it("takes the first identifier that is text or an exact number", () => {
    const services = [{}, null, { id: null }, { id: "null" }, { id: " " }, { id: 2 ** 53 }, { id: 1.5 }, { id: " 4 " }, { id: 5 }];

    expect(pathParametersOf(callOf("getServiceEta"), customer, new Map([["listServices", { services }]]))).toMatchObject({ values: { serviceId: "4" } });
  });

  it.each([
    ["getBalance", new Map(), "no customerId: getCustomerOverview returned no customerId; set WM_CUSTOMER_ID"],
    ["getInvoiceDetails", customer, "no invoiceId: listInvoices returned no invoices[*].id; set --invoice-id"],
    ["getTicket disposal", customer, "no ticketId: listTickets disposal returned no tickets[*].id; set --disposal-ticket-id"],
  ])("names the option for the missing identifier of %s", (name, given, missing) => {
    expect(pathParametersOf(callOf(name), given, new Map([["listInvoices", "unusable"]]))).toEqual({ missing });
  });
});

describe("the check", () => {
  it("sends each read once, with the client's credentials and a new tracking id", async () => {
    const { server, stdout } = await check({}, ["--json"]);

    expect(server.requests).toHaveLength(readCalls);
    for (const { method, url, headers } of server.requests) {
      expect([method, url]).toEqual(["GET", expect.stringMatching(/^\/v1\//)]);
      expect(headers).toMatchObject({ authorization: `Bearer ${secret}`, clientid: clientId, "user-agent": "wm-customer-api contract check" });
    }
    const asked = ["/services/000000002/eta", "/invoices/1085871", "/cases/1234567", "/tickets/407519", "/tickets/104237?ticket_type=disposal"];
    expect(pathsAsked(server)).toEqual(expect.arrayContaining(asked));
    const entries = Object.values(byName(stdout));
    expect(new Set(entries.map(({ trackingId }) => trackingId))).toEqual(new Set(server.requests.map(({ headers }) => headers["request-tracking-id"])));
    expect(entries.map(({ operationId }) => operationId).filter((id, index, ids) => id !== ids[index - 1])).toEqual(
      reads.map(({ operationId }) => operationId),
    );
  });

  it("takes identifiers from options, and sends no unusable one", async () => {
    const { server, stdout } = await check({}, ["--json", "--service-id", "..", "--ticket-id", "a/b", "--disposal-ticket-id", "8"]);

    expect(byName(stdout).getServiceEta).toMatchObject({ result: "not checked", note: 'serviceId: must not be ".."', trackingId: null });
    expect(pathsAsked(server)).toEqual(expect.arrayContaining(["/tickets/a%2Fb", "/tickets/8?ticket_type=disposal", "/tickets/8/prices?ticket_type=disposal"]));
    expect(pathsAsked(server).filter((path) => path.startsWith("/services/.."))).toEqual([]);
  });

  it("sends each write with a --body after all reads, and judges body and response", async () => {
    const [update, preferences] = [await temporaryFile("update.json"), await temporaryFile("preferences.json")];
    await writeFile(update, '{"email":1}');
    await writeFile(preferences, '{"paperless":true}');
    const args = ["--json", "--body", `updatePreferences=${preferences}`, "--body", `updateContacts=${update}`];
    const { server, code, stdout } = await check({ "/preferences": json({ status: "FAILURE" }) }, args);

    expect(server.requests.slice(readCalls).map(({ method, url, body }) => [method, url.split("/").at(-1), body])).toEqual([
      ["PATCH", "contacts", '{"email":1}'],
      ["PATCH", "preferences", '{"paperless":true}'],
    ]);
    expect(byName(stdout)).toMatchObject({
      updateContacts: { result: "does not conform", violations: [{ path: "request $.email", message: "must be string" }] },
      updatePreferences: { result: "does not conform", violations: [{ path: "$", message: "the update failed" }] },
      listPreferences: { result: "conforms" },
    });
    expect(JSON.parse(stdout).command).toMatch(/ --body updatePreferences=<file> --body updateContacts=<file>$/);
    expect(code).toBe(1);
  });
});
