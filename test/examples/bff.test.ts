import { describe, expect, it } from "vitest";
import { createWmClient } from "wm-customer-api";
import { createInvoicesHandler } from "../../examples/recipes/bff.js";
import { credentials, rejection, secret } from "../support/client.js";
import { type Handler, json, serve } from "../support/server.js";

async function setup(handler: Handler, customerId: string | undefined = "123456789") {
  const server = await serve(handler);
  const wm = createWmClient({ ...credentials, baseUrl: server.url, maxRetries: 0 });
  const handle = createInvoicesHandler(wm, async () => customerId);
  const get = (query = "", init: RequestInit = {}) => handle(new Request(`https://example.com/invoices${query}`, init));
  return { server, get, wm };
}

describe("the endpoint for invoices", () => {
  it("returns decoded invoices of the customer in the session", async () => {
    const { server, get } = await setup(json({ currency: "USD", invoices: [{ id: "1", date: "2026-02-03", amount: "12.50", status: "Paid" }] }));

    const response = await get("?from=2026-01-01");

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ currency: "USD", invoices: [{ id: "1", date: "2026-02-03", amount: 12.5 }] });
    expect(server.requests[0]!.url).toBe("/customers/123456789/invoices?fromDate=2026-01-01");
  });

  it("answers 401 without a session, and sends nothing", async () => {
    const { server, wm } = await setup(json({}));

    const response = await createInvoicesHandler(wm, async () => undefined)(new Request("https://example.com/invoices"));

    expect(response.status).toBe(401);
    expect(server.requests).toHaveLength(0);
  });

  it.each<[number, string, Handler, string]>([
    [400, "a day that does not exist", json({}), "?from=2026-02-30"],
    [404, "an unknown customer", json({ code: 404, message: "No such customer" }, 404), ""],
    [502, "an error of WM", json({ message: `Bearer ${secret}` }, 500), ""],
    [502, "a reset connection", (response) => void response.destroy(), ""],
  ])("answers %d for %s", async (status, _, handler, query) => {
    const { get } = await setup(handler);

    const response = await get(query);
    const text = await response.text();

    expect(response.status).toBe(status);
    expect(JSON.parse(text)).toHaveProperty("message");
    expect(text).not.toContain(secret);
  });

  it("answers 500 for an unusable customer id, which is a bug", async () => {
    const { get } = await setup(json({}), "..");

    expect((await get()).status).toBe(500);
  });

  it("ends the call when the page goes away", async () => {
    const controller = new AbortController();
    const { get } = await setup(() => controller.abort(new Error("gone")));

    expect(await rejection(get("", { signal: controller.signal }))).toEqual(new Error("gone"));
  });
});
