import { createWmClient, type WmClientOptions } from "wm-customer-api";
import { describe, expect, inject, it } from "vitest";
import * as guide from "../../examples/recipes/guide.js";
import { credentials } from "../support/client.js";
import { inTurn, json, serve } from "../support/server.js";

const account = (baseUrl = inject("mockUrl")) => createWmClient({ ...credentials, baseUrl, maxRetries: 0 }).customer("123456789");

/** Creates clients that talk to a server of the test, whatever server the guide names. */
const createAt =
  (baseUrl: string) =>
  ({ environment: _, ...options }: WmClientOptions) =>
    createWmClient({ ...options, ...credentials, baseUrl });

function memoryConsole() {
  const lines: unknown[][] = [];
  return { lines, log: (...line: unknown[]) => lines.push(line), error: (...line: unknown[]) => lines.push(["error", ...line]) };
}

describe("the guide's examples", () => {
  it("quick start: prints the invoices of the mock", async () => {
    const printed = memoryConsole();

    await guide.quickStart(createAt(inject("mockUrl")), printed);

    expect(printed.lines.length).toBeGreaterThan(0);
    for (const [id, date, amount] of printed.lines) expect([id, date, amount]).toEqual([expect.any(String), expect.any(String), expect.any(Number)]);
  });

  it("quick start: prints status, message and details of an error", async () => {
    const server = await serve(json({ code: 404, message: "No such customer", errors: [{ field: "customerId", message: "unknown" }] }, 404));
    const printed = memoryConsole();

    await guide.quickStart(createAt(server.url), printed);

    expect(printed.lines).toEqual([["error", 404, expect.stringContaining("No such customer"), [{ field: "customerId", message: "unknown" }]]]);
  });

  it("authentication: fetches one token for concurrent calls", async () => {
    const server = await serve(json({}));
    const fetched: AbortSignal[] = [];
    const create = ({ token, clientId }: WmClientOptions) => createWmClient({ token, clientId, baseUrl: server.url });
    const wm = guide.tokenProvider(create, "client-1", async (signal) => `example-token-${fetched.push(signal)}`);

    await Promise.all([wm.customer("1").balance(), wm.customer("2").balance()]);

    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(["Bearer example-token-1", "Bearer example-token-1"]);
    expect(fetched).toEqual([expect.any(AbortSignal)]);
  });

  it("calls: return lists and metadata, and write the changed contacts back", async () => {
    const contacts = [
      { type: "billing", first_name: "Ann", email: "old@example.com" },
      { type: "service", first_name: "Bob", email: "bob@example.com" },
    ];
    const server = await serve(
      inTurn(json({ services: [] }), json({ tickets: [] }), json({ ivr_fee: "free" }), json({ contacts }), json({ status: "Success" })),
    );

    const { services, tickets, data, trackingId, issues } = await guide.calls(account(server.url));

    expect([services, tickets, data.ivr_fee]).toEqual([[], [], null]);
    expect(issues).toMatchObject([{ path: "$.ivr_fee", value: "free", reason: "unfit" }]);
    expect(server.requests[2]!.headers["request-tracking-id"]).toBe(trackingId);
    expect(server.requests.map(({ method }) => method)).toEqual(["GET", "GET", "GET", "GET", "PUT"]);
    expect(JSON.parse(server.requests[4]!.body)).toEqual({ contacts: [{ ...contacts[0], email: "ap@example.com" }, contacts[1]] });
  });

  it("/v2: sends the request for invoices to /v2", async () => {
    const server = await serve(json({ invoices: [] }));
    const create = ({ baseUrl, ...options }: WmClientOptions) => createWmClient({ ...options, baseUrl: baseUrl!.replace("https://api.wm.com", server.url) });

    await guide.invoicesOfV2(create, credentials).customer("1").invoices.list();

    expect(server.requests.map(({ url }) => url)).toEqual(["/v2/customers/1/invoices"]);
  });

  it("limits: apply to one call", async () => {
    expect(await guide.limits(account())).toHaveProperty("balance");
  });

  it("raw: returns wire values, which decodeWire decodes", async () => {
    const server = await serve(json({ ivr_fee: "1.50" }));

    const { data, error, balance } = await guide.raw(createWmClient({ ...credentials, baseUrl: server.url }));

    expect([data?.ivr_fee, error, balance?.ivr_fee]).toEqual(["1.50", undefined, 1.5]);
  });
});
