// #region readme
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWmClient, WmApiError, type WmClient } from "wm-customer-api";
import { type MockServer, startMockServer } from "wm-customer-api/testing";

describe("the surcharges of a ticket", () => {
  let mock: MockServer;
  let wm: WmClient;

  beforeAll(async () => {
    mock = await startMockServer();
    wm = createWmClient({ clientId: "any", token: "any", baseUrl: mock.url, maxRetries: 0 });
  });
  afterAll(() => mock?.close());

  it("are numbers that can be added", async () => {
    const { tickets } = await wm.customer("123456789").tickets.surcharges("822908"); // WM's own sample

    expect(tickets[0]?.details.map(({ amount }) => amount)).toEqual([147.14]);
  });

  it("are not there for a ticket that WM does not know", async () => {
    const call = wm.customer("123456789").tickets.surcharges("1", { headers: { Prefer: "code=404" } });

    await expect(call).rejects.toBeInstanceOf(WmApiError);
  });
});
// #endregion
