// Code like a user's, to check with every compiler. Never run.
import {
  type Bodies,
  type components,
  createWmClient,
  decodeWire,
  type DisposalTicketList,
  type InvoiceSummary,
  type ListServicesQuery,
  type ListTicketsQuery,
  type operations,
  type paths,
  type RequestOptions,
  type ServiceList,
  type TicketList,
  type TicketSurchargeList,
  type TokenProvider,
  type WmActivities,
  WmApiError,
  type WmCases,
  type WmClient,
  type WmClientOptions,
  type WmCommunicationPreferences,
  WmConfigError,
  WmConnectionError,
  type WmContacts,
  type WmCustomer,
  type WmDecodeIssueEvent,
  WmError,
  type WmErrorDetail,
  type WmHooks,
  type WmInvoices,
  type WmPreferences,
  type WmProfiles,
  type WmPromise,
  type WmRaw,
  type WmResponse,
  WmResponseError,
  type WmServices,
  type WmTickets,
  WmTimeoutError,
  WmTokenError,
} from "wm-customer-api";
import { type MockAnswers, type MockRequest, type MockServer, type MockServerOptions, startMockServer } from "wm-customer-api/testing";

const issues: WmDecodeIssueEvent[] = [];
const hooks: WmHooks = {
  request: ({ operation, trackingId, attempt }) => void [operation satisfies string, trackingId, attempt satisfies number],
  response: ({ status, duration, headers }) => void [status satisfies number, duration satisfies number, headers.date],
  retry: ({ wait }) => void (wait satisfies number),
  success: ({ callId, context, attempts }) => void [callId satisfies string, context satisfies unknown, attempts satisfies number],
  error: ({ error }) => void (error instanceof WmError),
  decodeIssue: (issue) => issues.push(issue),
};
const token: TokenProvider = async ({ rejected, signal }) =>
  rejected === undefined ? { token: "jwt", expiresAt: new Date() } : `fresh jwt ${signal.aborted satisfies boolean}`;
const options: WmClientOptions = { clientId: "id", token, environment: "test", timeout: 1_000, maxRetries: 1, headers: { "X-Team": "billing" }, hooks };
const wm: WmClient = createWmClient(options);
const account: WmCustomer = wm.customer("123456789");

export async function facade(call: RequestOptions): Promise<number> {
  const { invoices } = await account.invoices.list({ fromDate: "2026-01-01", toDate: "2026-03-31" }, call);
  const surcharges: Bodies["listTicketSurcharges"] = await account.tickets.surcharges("822908");
  const list: TicketSurchargeList = surcharges;
  void list;
  // @ts-expect-error: unknown method.
  void account.invoices.lists;
  // @ts-expect-error: unknown option.
  createWmClient({ clientId: "id", token, timeOut: 1 });
  // @ts-expect-error: an identifier is text.
  void account.invoices.get(1);
  return invoices.reduce((sum, { amount }: InvoiceSummary) => sum + (amount ?? 0), 0);
}

export async function metadata(): Promise<string> {
  const call: WmPromise<InvoiceSummary> = account.invoices.get("1085871", { context: { job: "nightly" }, totalTimeout: 20_000 });
  const { data, status, headers, trackingId, attempts, duration, issues }: WmResponse<InvoiceSummary> = await call.withResponse();
  // @ts-expect-error: a promise of then() has no metadata.
  void call.then(String).withResponse;
  const amount: number | null | undefined = data.amount;
  return [amount, status, headers.get("date"), trackingId, attempts, duration, issues[0]?.reason].join();
}

/** Types in a user's own functions. */
export const parts: readonly [WmActivities, WmCases, WmCommunicationPreferences, WmContacts, WmInvoices, WmPreferences, WmProfiles, WmServices, WmTickets] = [
  account.activities,
  account.cases,
  account.communicationPreferences,
  account.contacts,
  account.invoices,
  account.preferences,
  account.profiles,
  account.services,
  account.tickets,
];

export async function services(from: WmServices, query: ListServicesQuery = { lineOfBusiness: "COMMERCIAL" }): Promise<ServiceList> {
  return from.list(query);
}

export async function tickets(from: WmTickets, query: ListTicketsQuery): Promise<TicketList | DisposalTicketList> {
  return query.ticketType === "disposal" ? from.list({ ...query, ticketType: "disposal" }) : from.list(query);
}

/** Writes back a result. */
export async function rename(contacts: WmContacts): Promise<void> {
  const list = await contacts.list();
  for (const contact of list.contacts) contact.last_name = "SMITH";
  await contacts.replace(list);
}

export const longest: keyof Bodies = "listCommunicationPreferences";

export async function raw(client: WmRaw = wm.raw): Promise<string | undefined> {
  const path = "/customers/{customerId}/balance" satisfies keyof paths;
  const { data, error, response } = await client.GET(path, { params: { path: { customerId: "123456789" } } });
  // @ts-expect-error: the path parameter is missing.
  void client.GET(path, { params: {} });
  const { data: xml } = await client.GET(path, { params: { path: { customerId: "1" } }, headers: { Accept: "application/xml" }, parseAs: "text" });
  const body: operations["getBalance"]["responses"][200]["content"]["application/json"] | undefined = data;
  void [error, response.status, body];
  return xml satisfies string | undefined;
}

export function decode(body: unknown): Bodies["getBalance"] {
  // @ts-expect-error: unknown operation.
  void (() => decodeWire("getBalanse", body));
  return decodeWire(
    "getBalance",
    body,
    ({ path, value, reason }) => void [path satisfies string, value, reason satisfies "unfit" | "shape" | "precision" | "conflict"],
  );
}

export function explain(error: unknown): string {
  if (error instanceof WmApiError) return [error.status, error.code, error.retryAfter, ...error.details.map(({ message }: WmErrorDetail) => message)].join();
  if (error instanceof WmTimeoutError) return String(error.timeout satisfies number);
  if (error instanceof WmResponseError) return error.body;
  if (error instanceof WmConfigError) return String(error.argument satisfies string | undefined);
  if (error instanceof WmTokenError || error instanceof WmConnectionError) return error.message;
  if (error instanceof WmError) return `${error.operation} ${error.trackingId} ${error.attempts}`;
  throw error;
}

export async function mocked(mock: MockServerOptions = { dynamic: true, answers }): Promise<void> {
  const server: MockServer = await startMockServer(mock);
  server.answer("listInvoices", { status: 503, headers: { "Retry-After": "1" } });
  // @ts-expect-error: unknown operation.
  server.answer("listInvoice", { status: 503 });
  const [request]: readonly MockRequest[] = server.requests;
  void [request?.operation, request?.path.customerId satisfies string | undefined];
  server.reset();
  await server.close();
}

const answers: MockAnswers = {
  listInvoices: { body: { invoices: [{ id: "1", amount: "12.50" }] } },
  getBalance: ({ path }) => (path.customerId === "1" ? { body: { balance: [] } } : undefined),
  // @ts-expect-error: services is a list.
  listServices: { body: { services: "none" } },
};

export type Schema = keyof components["schemas"];
