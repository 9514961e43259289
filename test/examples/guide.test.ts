import { createWmClient, type WmClientOptions } from "wm-customer-api";
import { describe, expect, inject, it } from "vitest";
import * as guide from "../../examples/recipes/guide.js";
import { connect, credentials } from "../support/client.js";
import { inTurn, json } from "../support/server.js";

const mockUrl = inject("mockUrl");

/** `createWmClient` for a server of the test, whatever environment the guide names. */
const createAt =
  (baseUrl: string) =>
  ({ environment: _, ...options }: WmClientOptions) =>
    createWmClient({ ...options, ...credentials, baseUrl });

function memoryConsole() {
  const lines: unknown[][] = [];
  return { lines, log: (...line: unknown[]) => lines.push(line), error: (...line: unknown[]) => lines.push(["error", ...line]) };
}

describe("the guide's code", () => {
  it("prints the invoices of the mock", async () => {
    const printed = memoryConsole();

    await guide.quickStart(createAt(mockUrl), printed);

    expect(printed.lines).toEqual([["1085871", "2016-10-18", 569.82, "USD"]]);
  });

  it("prints status, message and details of an error", async () => {
    const { url } = await connect(json({ code: 404, message: "No such customer", errors: [{ field: "customerId", message: "unknown" }] }, 404));
    const printed = memoryConsole();

    await guide.quickStart(createAt(url), printed);

    expect(printed.lines).toEqual([["error", 404, expect.stringContaining("No such customer"), [{ field: "customerId", message: "unknown" }]]]);
  });

  it("fetches one token for concurrent calls", async () => {
    const { url, tokens } = await connect(json({}));
    const fetched: AbortSignal[] = [];
    const create = (options: WmClientOptions) => createWmClient({ ...options, baseUrl: url });
    const wm = guide.tokenProvider(create, "client-1", async (signal) => `example-token-${fetched.push(signal)}`);

    await Promise.all([wm.customer("1").balance(), wm.customer("2").balance()]);

    expect(tokens()).toEqual(["example-token-1", "example-token-1"]);
    expect(fetched).toEqual([expect.any(AbortSignal)]);
  });

  it("returns lists and metadata, and writes the changed contacts back", async () => {
    const contacts = [
      { type: "billing", first_name: "Ann", email: "old@example.com" },
      { type: "service", first_name: "Bob", email: "bob@example.com" },
    ];
    const answers = inTurn(json({ services: [] }), json({ tickets: [] }), json({ ivr_fee: "free" }), json({ contacts }), json({ status: "Success" }));
    const { wm, requests } = await connect(answers);

    const { services, tickets, data, trackingId, issues } = await guide.calls(wm.customer("123456789"));

    expect([services, tickets, data.ivr_fee]).toEqual([[], [], null]);
    expect(issues).toMatchObject([{ path: "$.ivr_fee", value: "free", reason: "unfit" }]);
    expect(requests[2]!.headers["request-tracking-id"]).toBe(trackingId);
    expect(requests.map(({ method }) => method)).toEqual(["GET", "GET", "GET", "GET", "PUT"]);
    expect(JSON.parse(requests[4]!.body)).toEqual({ contacts: [{ ...contacts[0], email: "ap@example.com" }, contacts[1]] });
  });

  it("requests invoices from /v2", async () => {
    const { url, requests } = await connect(json({ invoices: [] }));
    const create = ({ baseUrl, ...options }: WmClientOptions) => createWmClient({ ...options, baseUrl: baseUrl!.replace("https://api.wm.com", url) });

    await guide.invoicesOfV2(create, credentials).customer("1").invoices.list();

    expect(requests.map(({ url }) => url)).toEqual(["/v2/customers/1/invoices"]);
  });

  it("limits one call", async () => {
    expect(await guide.limits(createAt(mockUrl)(credentials).customer("123456789"))).toHaveProperty("balance");
  });

  it("returns wire values, which decodeWire decodes", async () => {
    const { wm } = await connect(json({ ivr_fee: "1.50" }));

    const { data, error, balance } = await guide.raw(wm);

    expect([data?.ivr_fee, error, balance?.ivr_fee]).toEqual(["1.50", undefined, 1.5]);
  });
});
