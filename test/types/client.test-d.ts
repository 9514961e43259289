// Compiled, never run: a line that should not compile and does is an error here.
import {
  type Balance,
  type Bodies,
  type ContactList,
  createWmClient,
  type CommunicationPreferenceList,
  decodeWire,
  type DisposalTicketDetailList,
  type DisposalTicketList,
  type InvoiceDetail,
  type InvoiceSummary,
  type ListInvoicesQuery,
  type ListTicketsQuery,
  type RequestOptions,
  type ServiceList,
  type TicketDetailList,
  type TicketList,
  type TicketPriceList,
  type WmClientOptions,
  type WmHooks,
} from "wm-customer-api";
import { expectTypeOf } from "vitest";

const wm = createWmClient({ clientId: "c", token: "t" });
const account = wm.customer("1");

// Options
createWmClient({ clientId: "c", token: () => "t" });
createWmClient({ clientId: "c", token: async ({ rejected }) => `${rejected}` });
createWmClient({ clientId: "c", token: "t", environment: "test", timeout: 1, maxRetries: 0, trackingId: () => "x", headers: {}, hooks: {}, fetch });
// @ts-expect-error clientId is missing
createWmClient({ token: "t" });
// @ts-expect-error token is missing
createWmClient({ clientId: "c" });
// @ts-expect-error timeout is misspelt
createWmClient({ clientId: "c", token: "t", timout: 1 });
// @ts-expect-error there is no such environment
createWmClient({ clientId: "c", token: "t", environment: "staging" });
// @ts-expect-error a timeout is a number of milliseconds
createWmClient({ clientId: "c", token: "t", timeout: "30s" });
// @ts-expect-error there is no such hook
createWmClient({ clientId: "c", token: "t", hooks: { requests: () => undefined } });
// @ts-expect-error a provider gives a string
createWmClient({ clientId: "c", token: () => 5 });
expectTypeOf<keyof WmClientOptions>().toEqualTypeOf<
  | "clientId"
  | "token"
  | "environment"
  | "baseUrl"
  | "fetch"
  | "timeout"
  | "totalTimeout"
  | "maxRetries"
  | "maxResponseBytes"
  | "trackingId"
  | "headers"
  | "hooks"
>();
expectTypeOf<keyof RequestOptions>().toEqualTypeOf<"signal" | "timeout" | "totalTimeout" | "maxRetries" | "trackingId" | "headers" | "context">();
expectTypeOf<keyof WmHooks>().toEqualTypeOf<"request" | "response" | "retry" | "success" | "error" | "decodeIssue">();

// Options of a call
void wm.overview({ signal: new AbortController().signal, timeout: 1, maxRetries: 0, trackingId: "x", headers: { a: "b" } });
// @ts-expect-error timeout is misspelt
void wm.overview({ timout: 1 });
// @ts-expect-error a call's tracking id is text
void account.balance({ trackingId: () => "x" });

// Arguments
void account.services.list({ lineOfBusiness: "COMMERCIAL" }, { timeout: 1 });
// @ts-expect-error lineOfBusiness is misspelt
void account.services.list({ lineOfBuisness: "COMMERCIAL" });
// @ts-expect-error the façade's names are in camelCase
void account.services.list({ line_of_business: "COMMERCIAL" });
// @ts-expect-error there is no such line of business
void account.services.list({ lineOfBusiness: "INDUSTRIAL" });
// @ts-expect-error the service is missing
void account.services.eta();
// @ts-expect-error an identifier is text
void account.services.eta(2);
// @ts-expect-error startDate is misspelt
void account.invoices.list({ startdate: "2026-01-01" });
// @ts-expect-error options are not a query
void account.invoices.list({ timeout: 1 });
// @ts-expect-error the customer is missing
wm.customer();
// @ts-expect-error the body is missing
void account.contacts.update();
// @ts-expect-error the body has no such field
void account.contacts.update({ mail: "ap@example.com" });
// @ts-expect-error the ticket type is not an argument
void account.tickets.surcharges("822908", { ticketType: "disposal" });

// wm.raw
const path = { customerId: "1" };
void wm.raw.GET("/customers");
void wm.raw.GET("/customers/{customerId}/balance", { params: { path } });
void wm.raw.GET("/customers/{customerId}/balance", { params: { path, header: { ClientId: "c", "Request-Tracking-Id": "1" } } });
void wm.raw.GET("/customers/{customerId}/balance", { params: { path, header: { ClientId: "c" } } });
// @ts-expect-error the path parameter is missing
void wm.raw.GET("/customers/{customerId}/balance");
// @ts-expect-error there is no such path
void wm.raw.GET("/customer");
// @ts-expect-error the required query is missing
void wm.raw.GET("/customers/{customerId}/tickets/{ticketId}/surcharges", { params: { path: { ...path, ticketId: "1" } } });
// @ts-expect-error a header is text
void wm.raw.GET("/customers", { params: { header: { ClientId: 5 } } });
// @ts-expect-error the body is missing
void wm.raw.PATCH("/customers/{customerId}/contacts", { params: { path } });

// What wm.raw returns is what is on the wire
const raw = await wm.raw.GET("/customers/{customerId}/tickets/{ticketId}/surcharges", {
  params: { path: { ...path, ticketId: "1" }, query: { ticket_type: "disposal" } },
});
expectTypeOf(raw.data?.tickets?.[0]?.surcharge).toEqualTypeOf<string | number | undefined>();
expectTypeOf(raw.error?.message).toEqualTypeOf<string | undefined>();
expectTypeOf(raw.response).toEqualTypeOf<Response>();

// What an operation returns is what the spec says, decoded
const { tickets } = await account.tickets.surcharges("1");
expectTypeOf(tickets[0]?.surcharge).toEqualTypeOf<number | null | undefined>();
expectTypeOf(tickets[0]?.site_id).toEqualTypeOf<string | null | undefined>();
expectTypeOf(tickets[0]?.date_time).toEqualTypeOf<string | null | undefined>();
expectTypeOf((await account.profiles.list()).profiles[0]?.auto_pay).toEqualTypeOf<boolean | null | undefined>();
expectTypeOf((await wm.overview()).balanceDue).toEqualTypeOf<number | null | undefined>();
expectTypeOf((await wm.overview()).accountName).toEqualTypeOf<string | null | undefined>();
expectTypeOf(await account.services.list()).toEqualTypeOf<ServiceList>();
expectTypeOf(await account.invoices.get("1")).toEqualTypeOf<InvoiceDetail>();
expectTypeOf(await account.services.prices()).toEqualTypeOf<unknown>();

// Tickets are of the type that was asked for
expectTypeOf(await account.tickets.list()).toEqualTypeOf<TicketList>();
expectTypeOf(await account.tickets.list({ fromDate: "2026-01-01" })).toEqualTypeOf<TicketList>();
expectTypeOf(await account.tickets.list({ ticketType: "disposal" })).toEqualTypeOf<DisposalTicketList>();
expectTypeOf(await account.tickets.get("1")).toEqualTypeOf<TicketDetailList>();
expectTypeOf(await account.tickets.get("1", { ticketType: "disposal" })).toEqualTypeOf<DisposalTicketDetailList>();
declare const either: ListTicketsQuery;
expectTypeOf(await account.tickets.list(either)).toEqualTypeOf<TicketList | DisposalTicketList>();
// @ts-expect-error there is no such type of ticket
void account.tickets.list({ ticketType: "service" });

// Amounts can be added up; what is on the wire cannot
const [surcharge, amount] = [tickets[0]?.surcharge ?? 0, tickets[0]?.details[0]?.amount ?? 0];
expectTypeOf(surcharge + amount).toEqualTypeOf<number>();
const onTheWire = raw.data?.tickets?.[0];
// @ts-expect-error "0" + "147.14" is no amount
void ((onTheWire?.surcharge ?? 0) + (onTheWire?.details?.[0]?.amount ?? 0));

// Bodies that are at hand already
expectTypeOf(decodeWire("listTicketPrices", {})).toEqualTypeOf<TicketPriceList>();
// @ts-expect-error there is no such operation
decodeWire("listTicketPrice", {});

// Queries and bodies of the reference's operations
void account.services.stats({ numberOfDays: 30, summary: "Y" });
void account.services.etaForDate("1", { requestDate: "2026-01-31" });
// @ts-expect-error requestDate is missing
void account.services.etaForDate("1", {});
// @ts-expect-error the query is missing
void account.services.etaForDate("1");
void account.contacts.replace({ contacts: [{ type: "billing", email: "ap@example.com" }] });
// @ts-expect-error the body has no such field
void account.contacts.replace({ contact: [] });

// Every schema and every query has a name
declare const invoice: InvoiceSummary;
expectTypeOf(invoice.amount).toEqualTypeOf<number | null | undefined>();
// @ts-expect-error the base specification's name is not shown
void invoice.totalAmount;
const span: ListInvoicesQuery = { fromDate: "2026-01-01", toDate: undefined };
void account.invoices.list(span);
expectTypeOf(await account.balance()).toEqualTypeOf<Balance>();
expectTypeOf<Bodies["listInvoices"]>().toEqualTypeOf<Awaited<ReturnType<typeof account.invoices.list>>>();

// Lists are always there
expectTypeOf((await account.invoices.list()).invoices).toEqualTypeOf<InvoiceSummary[]>();

// What is read can be written
declare const contacts: ContactList;
declare const preferences: CommunicationPreferenceList;
void account.contacts.replace(contacts);
void account.contacts.replace({ contacts: contacts.contacts.map((contact) => ({ ...contact, email: "ap@example.com" })) });
void account.communicationPreferences.replace(preferences);
void account.communicationPreferences.replace({ preferences: [{ channels: [{ selections: [{ is_opt_in: true }, { is_opt_in: "N" }] }] }] });
void account.contacts.update({ first_name: "JOHN", lastName: "SMITH", email: undefined });
// @ts-expect-error email is misspelt
void account.contacts.replace({ contacts: [{ emial: "ap@example.com" }] });
// @ts-expect-error first_name is misspelt
void account.contacts.update({ firstname: "JOHN" });
// @ts-expect-error a channel has no flag that is sent
void account.communicationPreferences.replace({ preferences: [{ channels: [{ is_opt_in: false }] }] });

// The answer of a query that selects the shape of the body
expectTypeOf(decodeWire("listTickets", {}, undefined, { ticket_type: "disposal" })).toEqualTypeOf<TicketList | DisposalTicketList>();
