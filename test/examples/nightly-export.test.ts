import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { exportInvoices, type ExportOptions } from "../../examples/recipes/nightly-export.js";
import { credentials, rejection, secret } from "../support/client.js";
import { type Handler, json, type ReceivedRequest, serve } from "../support/server.js";

const customerOf = ({ url }: ReceivedRequest) => url.split("/")[2]!;
const ids = (count: number) => Array.from({ length: count }, (_, index) => String(1000 + index));
const invoices = (id: string) => json({ currency: "USD", invoices: ["a", "b"].map((name) => ({ id: `${name}${id}`, date: "null", amount: "12.50" })) });

/** Exports from a WM that responds to each customer with `answer`, into a temporary folder. Counts the largest number of requests at a time. */
async function setup(answer: (customerId: string) => Handler = invoices) {
  const folder = await mkdtemp(join(tmpdir(), "wm-export-"));
  const progress = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  onTestFinished(async () => {
    progress.mockRestore();
    await rm(folder, { recursive: true });
  });
  const server = await serve((response, request, index) => answer(customerOf(request))(response, request, index));
  const load = { now: 0, most: 0 };
  const countingFetch: typeof fetch = (...request) => {
    load.most = Math.max(load.most, ++load.now);
    return fetch(...request).finally(() => load.now--);
  };
  const file = join(folder, "invoices.csv");
  const client = { ...credentials, baseUrl: server.url, maxRetries: 0, fetch: countingFetch };
  const query = { fromDate: "2026-01-01", toDate: "2026-03-31" };
  const run = (customerIds: readonly string[], options: Partial<ExportOptions> = {}) => exportInvoices({ client, customerIds, query, file, ...options });
  const lines = async () => (await readFile(file, "utf8")).trimEnd().split("\n");
  return { server, load, folder, file, run, lines, progress: () => progress.mock.lastCall?.[0] };
}

describe("exportInvoices", () => {
  it("writes a header and a row for each invoice, loads eight customers at a time and shows progress", async () => {
    const { server, load, folder, run, lines, progress } = await setup();

    expect(await run(ids(40))).toEqual([]);

    const [header, ...rows] = await lines();
    expect(header).toBe("customer_id,invoice_id,date,amount,currency");
    expect(rows.sort()).toEqual(ids(40).flatMap((id) => [`${id},a${id},,12.5,USD`, `${id},b${id},,12.5,USD`]));
    expect(await readdir(folder)).toEqual(["invoices.csv"]);
    expect(server.requests[0]!.url).toContain("?fromDate=2026-01-01&toDate=2026-03-31");
    expect(load.most).toBe(8);
    expect(progress()).toBe("\r40 of 40 customers, 0 problems");
  });

  it("continues when a customer fails, and returns the message and the tracking id", async () => {
    const failures: Readonly<Record<string, Handler>> = {
      "1003": json({ code: 404, message: "No such customer" }, 404),
      "1007": (response) => void response.destroy(),
    };
    const { server, run, lines, progress } = await setup((id) => failures[id] ?? invoices(id));

    const problems = await run([...ids(12), ""]);

    const trackingId = (id: string) => server.requests.find((request) => customerOf(request) === id)!.headers["request-tracking-id"];
    expect(problems.toSorted((one, other) => one.customerId.localeCompare(other.customerId))).toEqual([
      { customerId: "", message: expect.stringContaining("customerId"), trackingId: undefined },
      { customerId: "1003", message: expect.stringContaining("No such customer"), trackingId: trackingId("1003") },
      { customerId: "1007", message: expect.stringContaining("WmConnectionError"), trackingId: trackingId("1007") },
    ]);
    expect(await lines()).toHaveLength(1 + 2 * 10);
    expect(JSON.stringify(problems)).not.toContain(secret);
    expect(progress()).toBe("\r13 of 13 customers, 3 problems");
  });

  it("returns unexpected values with the customer that they belong to", async () => {
    const { run, lines } = await setup((id) => (id === "1002" ? json({ invoices: [{ id, amount: "free" }] }) : invoices(id)));

    expect(await run(ids(5))).toMatchObject([{ customerId: "1002", message: "$.invoices[0].amount: unfit" }]);
    expect(await lines()).toContain("1002,1002,,,");
  });

  it("ends its requests when it is aborted, and leaves an earlier file as it was", async () => {
    const controller = new AbortController();
    const { server, load, folder, file, run, lines } = await setup((id) => {
      if (id === "1010") controller.abort();
      return Number(id) < 1010 ? invoices(id) : () => undefined;
    });
    await writeFile(file, "yesterday's\n");

    expect(await rejection(run(ids(500), { signal: controller.signal }))).toMatchObject({ name: "AbortError" });

    await vi.waitFor(() => expect(load.now).toBe(0), { timeout: 10_000 });
    expect(await lines()).toEqual(["yesterday's"]);
    expect((await readdir(folder)).sort()).toEqual(["invoices.csv", "invoices.csv.part"]);
    expect(server.requests.length).toBeLessThan(30);
  });

  it("rejects when the file cannot be written", async () => {
    const { folder, run } = await setup();

    expect(await rejection(run(ids(3), { file: join(folder, "gone", "invoices.csv") }))).toMatchObject({ code: "ENOENT" });
  });
});
