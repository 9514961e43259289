// Compiled, never run: a line that compiles and should not is an error here.
import {
  type Balance,
  type Bodies,
  type CommunicationPreferenceList,
  type ContactList,
  createWmClient,
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

// Options of the client
createWmClient({ clientId: "c", token: async ({ rejected }) => `${rejected}` });
createWmClient({ clientId: "c", token: () => "t", environment: "test", timeout: 1, maxRetries: 0, trackingId: () => "x", headers: {}, hooks: {}, fetch });
// @ts-expect-error clientId is missing
createWmClient({ token: "t" });
// @ts-expect-error token is missing
createWmClient({ clientId: "c" });
// @ts-expect-error timeout is misspelt
createWmClient({ clientId: "c", token: "t", timout: 1 });
// @ts-expect-error an unknown environment
createWmClient({ clientId: "c", token: "t", environment: "staging" });
// @ts-expect-error a timeout is a number of milliseconds
createWmClient({ clientId: "c", token: "t", timeout: "30s" });
// @ts-expect-error a provider returns text or a token
createWmClient({ clientId: "c", token: () => 5 });
type TimeoutOption = "timeout" | "totalTimeout" | "maxRetries";
expectTypeOf<keyof WmClientOptions>().toEqualTypeOf<
  TimeoutOption | "clientId" | "token" | "environment" | "baseUrl" | "fetch" | "maxResponseBytes" | "trackingId" | "headers" | "hooks"
>();
expectTypeOf<keyof RequestOptions>().toEqualTypeOf<TimeoutOption | "signal" | "trackingId" | "headers" | "context">();
expectTypeOf<keyof WmHooks>().toEqualTypeOf<"request" | "response" | "retry" | "success" | "error" | "decodeIssue">();

// Options of a call
void wm.overview({ signal: new AbortController().signal, timeout: 1, maxRetries: 0, trackingId: "x", headers: { a: "b" } });
// @ts-expect-error timeout is misspelt
void wm.overview({ timout: 1 });
// @ts-expect-error a call's tracking id is text
void account.balance({ trackingId: () => "x" });

// Arguments
const span: ListInvoicesQuery = { fromDate: "2026-01-01", toDate: undefined };
void account.invoices.list(span);
void account.services.list({ lineOfBusiness: "COMMERCIAL" }, { timeout: 1 });
void account.services.stats({ numberOfDays: 30, summary: "Y" });
void account.services.etaForDate("1", { requestDate: "2026-01-31" });
// @ts-expect-error the façade's names are in camelCase
void account.services.list({ line_of_business: "COMMERCIAL" });
// @ts-expect-error an unknown line of business
void account.services.list({ lineOfBusiness: "INDUSTRIAL" });
// @ts-expect-error an identifier is text
void account.services.eta(2);
// @ts-expect-error requestDate is missing
void account.services.etaForDate("1", {});
// @ts-expect-error the query is missing
void account.services.etaForDate("1");
// @ts-expect-error options are not a query
void account.invoices.list({ timeout: 1 });
// @ts-expect-error the customer is missing
wm.customer();
// @ts-expect-error the body is missing
void account.contacts.update();
// @ts-expect-error the ticket type is not an argument
void account.tickets.surcharges("822908", { ticketType: "disposal" });

// wm.raw
const path = { customerId: "1" };
void wm.raw.GET("/customers");
void wm.raw.GET("/customers/{customerId}/balance", { params: { path, header: { ClientId: "c" } } });
// @ts-expect-error the path parameter is missing
void wm.raw.GET("/customers/{customerId}/balance");
// @ts-expect-error an unknown path
void wm.raw.GET("/customer");
// @ts-expect-error the required query is missing
void wm.raw.GET("/customers/{customerId}/tickets/{ticketId}/surcharges", { params: { path: { ...path, ticketId: "1" } } });
// @ts-expect-error a header is text
void wm.raw.GET("/customers", { params: { header: { ClientId: 5 } } });
// @ts-expect-error the body is missing
void wm.raw.PATCH("/customers/{customerId}/contacts", { params: { path } });

// wm.raw returns wire values
const raw = await wm.raw.GET("/customers/{customerId}/tickets/{ticketId}/surcharges", {
  params: { path: { ...path, ticketId: "1" }, query: { ticket_type: "disposal" } },
});
expectTypeOf(raw.data?.tickets?.[0]?.surcharge).toEqualTypeOf<string | number | undefined>();
expectTypeOf(raw.error?.message).toEqualTypeOf<string | undefined>();
expectTypeOf(raw.response).toEqualTypeOf<Response>();

// The façade returns decoded values of named types
const [ticket] = (await account.tickets.surcharges("1")).tickets;
expectTypeOf(ticket?.surcharge).toEqualTypeOf<number | null | undefined>();
expectTypeOf(ticket?.site_id).toEqualTypeOf<string | null | undefined>();
expectTypeOf((await account.profiles.list()).profiles[0]?.auto_pay).toEqualTypeOf<boolean | null | undefined>();
expectTypeOf(await account.services.list()).toEqualTypeOf<ServiceList>();
expectTypeOf(await account.invoices.get("1")).toEqualTypeOf<InvoiceDetail>();
expectTypeOf(await account.balance()).toEqualTypeOf<Balance>();
expectTypeOf(await account.services.prices()).toEqualTypeOf<unknown>();
expectTypeOf((await account.invoices.list()).invoices).toEqualTypeOf<InvoiceSummary[]>();
expectTypeOf<Bodies["listInvoices"]>().toEqualTypeOf<Awaited<ReturnType<typeof account.invoices.list>>>();
declare const invoice: InvoiceSummary;
// @ts-expect-error the base specification's name is not shown
void invoice.totalAmount;

// Tickets have the requested type
expectTypeOf(await account.tickets.list()).toEqualTypeOf<TicketList>();
expectTypeOf(await account.tickets.list({ fromDate: "2026-01-01" })).toEqualTypeOf<TicketList>();
expectTypeOf(await account.tickets.list({ ticketType: "disposal" })).toEqualTypeOf<DisposalTicketList>();
declare const either: ListTicketsQuery;
expectTypeOf(await account.tickets.list(either)).toEqualTypeOf<TicketList | DisposalTicketList>();
expectTypeOf(await account.tickets.get("1")).toEqualTypeOf<TicketDetailList>();
expectTypeOf(await account.tickets.get("1", { ticketType: "disposal" })).toEqualTypeOf<DisposalTicketDetailList>();
// @ts-expect-error an unknown type of ticket
void account.tickets.list({ ticketType: "service" });

// decodeWire
expectTypeOf(decodeWire("listTicketPrices", {})).toEqualTypeOf<TicketPriceList>();
expectTypeOf(decodeWire("listTickets", {}, undefined, { ticket_type: "disposal" })).toEqualTypeOf<TicketList | DisposalTicketList>();
// @ts-expect-error an unknown operation
decodeWire("listTicketPrice", {});

// A list that was read can be written
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
// @ts-expect-error a channel has no flag in the request
void account.communicationPreferences.replace({ preferences: [{ channels: [{ is_opt_in: false }] }] });
