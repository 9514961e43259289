/** Tests a function that uses the client, with the mock server. */
// #region docs
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createWmClient, WmApiError, type WmClient } from "wm-customer-api";
import { type MockServer, startMockServer } from "wm-customer-api/testing";

let mock: MockServer;
let wm: WmClient;

beforeAll(async () => {
  mock = await startMockServer({
    answers: { listInvoices: { body: { invoices: [{ id: "1085871", amount: "569.82" }] } } }, // text, as WM sends it
  });
  wm = createWmClient({ clientId: "example-client", token: "example-token-not-a-secret", baseUrl: mock.url, maxRetries: 0 });
}, 60_000); // Prism is large: on a busy machine it takes 12 s to start
beforeEach(() => mock.reset());
afterAll(() => mock?.close());

it("decodes the amounts of invoices", async () => {
  const { invoices } = await wm.customer("123456789").invoices.list({ fromDate: "2026-01-01" });

  expect(invoices.map(({ amount }) => amount)).toEqual([569.82]);
  expect(mock.requests).toMatchObject([{ operation: "listInvoices", path: { customerId: "123456789" }, query: { fromDate: "2026-01-01" } }]);
});

it("rejects with WM's message for an unknown customer", async () => {
  mock.answer("getBalance", ({ path }) => (path.customerId === "1" ? { status: 404, body: { code: 404, message: "No such customer" } } : undefined));

  await expect(wm.customer("1").balance()).rejects.toThrow("No such customer");
  await expect(wm.customer("2").balance()).resolves.toHaveProperty("balance"); // the mock's own answer
});

it("rejects with a WmApiError when WM is busy", async () => {
  const call = wm.customer("123456789").balance({ headers: { Prefer: "code=503" } });

  await expect(call).rejects.toBeInstanceOf(WmApiError);
});
// #endregion
