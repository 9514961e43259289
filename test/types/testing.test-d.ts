import { type MockAnswers, type MockServer, type MockServerOptions, startMockServer } from "wm-customer-api/testing";

// Compiled, never run.
export const answers: MockAnswers = {
  listInvoices: { body: { invoices: [{ id: "1", amount: "12.50" }] } },
  getBalance: ({ path }) => (path.customerId === "1" ? { body: { balance: [] } } : undefined),
  listServices: async ({ query }) => (query.line_of_business === "ROLLOFF" ? { status: 404, body: { code: 404 } } : undefined),
  replaceContacts: { status: 429, headers: { "Retry-After": "1" } },
  listCases: undefined,
};
export const none: MockServerOptions = {};

export function use(mock: MockServer, status: number): void {
  mock.answer("listInvoices", { status, body: "anything" });
  mock.answer("listInvoices", () => undefined);
  // @ts-expect-error: an unknown operation
  mock.answer("listInvoice", { status: 503 });
  // @ts-expect-error: a body without a status belongs to a success
  mock.answer("listInvoices", { body: { invoices: "none" } });
  // @ts-expect-error: requests are read-only
  mock.requests.push();
}

// @ts-expect-error: an unknown operation
void startMockServer({ answers: { listInvoice: { status: 503 } } });
// @ts-expect-error: balance is a list
void startMockServer({ answers: { getBalance: () => ({ body: { balance: "1.00" } }) } });
// @ts-expect-error: an unknown option
void startMockServer({ answer: {} });
