// Compiled, never run: a line that should not compile and does is an error here.
import { createWmClient, type RequestOptions, type WmClientOptions, type components, type WmHooks } from "wm-customer-api";
import { expectTypeOf } from "vitest";

type Schemas = components["schemas"];

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
  "clientId" | "token" | "environment" | "baseUrl" | "fetch" | "timeout" | "maxRetries" | "trackingId" | "headers" | "hooks"
>();
expectTypeOf<keyof RequestOptions>().toEqualTypeOf<"signal" | "timeout" | "maxRetries" | "trackingId" | "headers">();
expectTypeOf<keyof WmHooks>().toEqualTypeOf<"request" | "response" | "retry" | "error" | "decodeIssue">();

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
expectTypeOf(raw.error?.error?.message).toEqualTypeOf<string | undefined>();
expectTypeOf(raw.response).toEqualTypeOf<Response>();

// What an operation returns is what the spec says
expectTypeOf(await wm.overview()).toEqualTypeOf<Schemas["CustomerOverview"]>();
expectTypeOf(await account.services.list()).toEqualTypeOf<Schemas["ServiceList"]>();
expectTypeOf(await account.services.invoiceFees()).toEqualTypeOf<Schemas["ServiceInvoiceFeeList"]>();
expectTypeOf(await account.invoices.get("1")).toEqualTypeOf<Schemas["InvoiceDetail"]>();
expectTypeOf(await account.tickets.surcharges("1")).toEqualTypeOf<Schemas["TicketSurchargeList"]>();
expectTypeOf(await account.balance()).toEqualTypeOf<unknown>();
