import { describe, expect, it } from "vitest";
import { createInvoicesHandler } from "../../examples/recipes/bff.js";
import { connect, rejection, secret } from "../support/client.js";
import { manualClock } from "../support/clock.js";
import { type Handler, json } from "../support/server.js";

const clock = manualClock();

/** The endpoint for a session, in front of a WM that responds with `handler`. */
async function setup(handler: Handler, customerId: string | undefined) {
  const { wm, requests } = await connect(handler, { maxRetries: 0 }, clock);
  const handle = createInvoicesHandler(wm, async () => customerId);
  return { requests, get: (query = "", init: RequestInit = {}) => handle(new Request(`https://example.com/invoices${query}`, init)) };
}

describe("createInvoicesHandler", () => {
  it("returns decoded invoices of the customer in the session", async () => {
    const invoice = { id: "1", date: "2026-02-03", amount: "12.50", status: "Paid" };
    const { requests, get } = await setup(json({ currency: "USD", invoices: [invoice] }), "123456789");

    const response = await get("?from=2026-01-01&to=2026-03-31");

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ currency: "USD", invoices: [{ id: "1", date: "2026-02-03", amount: 12.5 }] });
    expect(requests.map(({ url }) => url)).toEqual(["/customers/123456789/invoices?fromDate=2026-01-01&toDate=2026-03-31"]);
  });

  it("responds with 401 without a session, and sends nothing", async () => {
    const { requests, get } = await setup(json({}), undefined);

    expect((await get()).status).toBe(401);
    expect(requests).toEqual([]);
  });

  it.each<[status: number, cause: string, Handler, query?: string, customerId?: string]>([
    [400, "a day that does not exist", json({}), "?from=2026-02-30"],
    [404, "an unknown customer", json({ code: 404, message: "No such customer" }, 404)],
    [500, "an unusable customer id, which is a bug", json({}), "", ".."],
    [502, "an error of WM", json({ message: `Bearer ${secret}` }, 500)],
    [502, "a reset connection", (response) => void response.destroy()],
    [504, "a late response", () => clock.advance(10_000)],
  ])("responds with %d to %s", async (status, _, handler, query = "", customerId = "123456789") => {
    const { get } = await setup(handler, customerId);

    const response = await get(query);
    const text = await response.text();

    expect(response.status).toBe(status);
    expect(JSON.parse(text)).toHaveProperty("message");
    expect(text).not.toContain(secret);
  });

  it("aborts the call when the page goes away", async () => {
    const controller = new AbortController();
    const { get } = await setup(() => controller.abort(new Error("gone")), "123456789");

    expect(await rejection(get("", { signal: controller.signal }))).toEqual(new Error("gone"));
  });
});
