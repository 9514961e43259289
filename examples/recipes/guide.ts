/** The examples of the README, with the code they need to run. */
// #region quick-start
import { createWmClient, WmApiError } from "wm-customer-api";
// #endregion
// #region mock
import { startMockServer } from "wm-customer-api/testing";
// #endregion
import { type WmClientOptions, type WmCustomer, decodeWire, type WmClient } from "wm-customer-api";

type CreateWmClient = typeof createWmClient;
type Print = Pick<Console, "log" | "error">;

export async function quickStart(createWmClient: CreateWmClient, console: Print): Promise<void> {
  // #region quick-start
  const wm = createWmClient({
    clientId: process.env.WM_CLIENT_ID!,
    token: process.env.WM_TOKEN!,
    environment: "test", // "production" is the default
  });
  const account = wm.customer("123456789");

  try {
    const { invoices, currency } = await account.invoices.list({ fromDate: "2026-01-01", toDate: "2026-03-31" });
    for (const { id, date, amount } of invoices) console.log(id, date, amount, currency);
  } catch (error) {
    if (!(error instanceof WmApiError)) throw error;
    console.error(error.status, error.message, error.details);
  }
  // #endregion
}

export function tokenProvider(createWmClient: CreateWmClient, clientId: string, fetchToken: (signal: AbortSignal) => Promise<string>): WmClient {
  // #region token
  const wm = createWmClient({
    clientId,
    token: async ({ signal }) => ({ token: await fetchToken(signal), expiresAt: Date.now() + 3_600_000 }),
  });
  // #endregion
  return wm;
}

export async function calls(account: WmCustomer) {
  // #region calls
  const { services } = await account.services.list({ lineOfBusiness: "COMMERCIAL" });
  const { tickets } = await account.tickets.list({ ticketType: "disposal", fromDate: "2026-01-01", toDate: "2026-03-31" });

  // Status, headers, tracking id and more of the same response:
  const { data, trackingId, issues } = await account.balance().withResponse();

  // Read, change, write back:
  const { contacts } = await account.contacts.list();
  for (const contact of contacts) if (contact.type === "billing") contact.email = "ap@example.com";
  await account.contacts.replace({ contacts });
  // #endregion
  return { services, tickets, data, trackingId, issues };
}

export function invoicesOfV2(createWmClient: CreateWmClient, options: WmClientOptions): WmClient {
  // #region v2
  const v2 = createWmClient({ ...options, baseUrl: "https://api.wm.com/v2" });
  // #endregion
  return v2;
}

export async function mock(): Promise<unknown> {
  // #region mock
  const mock = await startMockServer({
    answers: { getBalance: { body: { balance: [{ type: "Total", amount: "147.14" }] } } }, // text, as WM sends it
  });
  const wm = createWmClient({ clientId: "example-client", token: "example-token-not-a-secret", baseUrl: mock.url });
  const { balance } = await wm.customer("123456789").balance(); // [{ type: "Total", amount: 147.14 }]
  await mock.close();
  // #endregion
  return balance;
}

export async function limits(account: WmCustomer): Promise<unknown> {
  // #region limits
  const balance = await account.balance({ timeout: 5_000, totalTimeout: 20_000, maxRetries: 1, signal: AbortSignal.timeout(60_000) });
  // #endregion
  return balance;
}

export async function raw(wm: WmClient) {
  // #region raw
  const { data, error, response } = await wm.raw.GET("/customers/{customerId}/balance", {
    params: { path: { customerId: "123456789" } }, // the client adds ClientId and Request-Tracking-Id
  });
  const balance = response.ok ? decodeWire("getBalance", data) : undefined;
  // #endregion
  return { data, error, balance };
}
