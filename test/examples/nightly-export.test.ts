import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { exportInvoices, type ExportOptions } from "../../examples/recipes/nightly-export.js";
import { credentials, rejection, secret } from "../support/client.js";
import { type Handler, json, type ReceivedRequest, serve } from "../support/server.js";

let folder: string;
let file: string;
const progress: string[] = [];

beforeAll(() => void vi.spyOn(process.stderr, "write").mockImplementation((text) => progress.push(String(text)) > 0));
beforeEach(async () => {
  progress.length = 0;
  folder = await mkdtemp(join(tmpdir(), "wm-export-"));
  file = join(folder, "invoices.csv");
  return () => rm(folder, { recursive: true });
});

const customerOf = ({ url }: ReceivedRequest) => url.split("/")[2]!;
const ids = (count: number) => Array.from({ length: count }, (_, index) => String(1000 + index));
const query = { fromDate: "2026-01-01", toDate: "2026-03-31" };
const invoice = (id: string) => json({ currency: "USD", invoices: [{ id: `I-${id}`, date: "null", amount: "12.50" }] });
const silent: Handler = () => undefined;

/** A server whose responses take a few milliseconds, with the largest number of requests at a time. */
async function setup(answer: (customerId: string) => Handler = invoice) {
  const load = { now: 0, most: 0 };
  const server = await serve((response, request, index) => {
    load.most = Math.max(load.most, ++load.now);
    response.on("close", () => load.now--);
    setTimeout(() => answer(customerOf(request))(response, request, index), Math.random() * 5);
  });
  const run = (customerIds: readonly string[], options: Partial<ExportOptions> = {}) =>
    exportInvoices({ client: { ...credentials, baseUrl: server.url, maxRetries: 0 }, customerIds, query, file, ...options });
  return { server, load, run };
}

const rows = async () => (await readFile(file, "utf8")).trimEnd().split("\n").slice(1).sort();

describe("the nightly export", () => {
  it("writes a header and a row for each invoice, and shows progress on stderr", async () => {
    const { server, load, run } = await setup();

    expect(await run(ids(40))).toEqual([]);

    expect((await readFile(file, "utf8")).split("\n")[0]).toBe("customer_id,invoice_id,date,amount,currency");
    expect(await rows()).toEqual(ids(40).map((id) => `${id},I-${id},,12.5,USD`));
    expect(await readdir(folder)).toEqual(["invoices.csv"]);
    expect(server.requests[0]!.url).toContain("?fromDate=2026-01-01&toDate=2026-03-31");
    expect(load.most).toBeGreaterThan(1);
    expect(load.most).toBeLessThanOrEqual(8);
    expect(progress.at(-1)).toBe("\r40 of 40 customers, 0 problems");
  });

  it("continues when a customer fails, and returns the message and the tracking id", async () => {
    const { server, run } = await setup((id) => {
      if (id === "1003") return json({ code: 404, message: "No such customer" }, 404);
      if (id === "1007") return (response) => void response.destroy();
      return invoice(id);
    });

    const problems = await run([...ids(12), ""]);

    const trackingId = (id: string) => server.requests.find((request) => customerOf(request) === id)!.headers["request-tracking-id"];
    expect(problems).toHaveLength(3);
    expect(problems).toContainEqual({ customerId: "1003", message: expect.stringContaining("No such customer"), trackingId: trackingId("1003") });
    expect(problems).toContainEqual({ customerId: "1007", message: expect.stringContaining("WmConnectionError"), trackingId: trackingId("1007") });
    expect(problems).toContainEqual({ customerId: "", message: expect.stringContaining("customerId"), trackingId: undefined });
    expect(await rows()).toHaveLength(10);
    expect(JSON.stringify(problems)).not.toContain(secret);
    expect(progress.at(-1)).toBe("\r13 of 13 customers, 3 problems");
  });

  it("returns unexpected values with the customer that they belong to", async () => {
    const { run } = await setup((id) => (Number(id) % 3 === 0 ? json({ invoices: [{ id, amount: `amount of ${id}` }] }) : invoice(id)));

    const problems = await run(ids(9));

    expect(problems.map(({ customerId, message }) => `${customerId} ${message}`).sort()).toEqual([
      "1002 $.invoices[0].amount: unfit",
      "1005 $.invoices[0].amount: unfit",
      "1008 $.invoices[0].amount: unfit",
    ]);
    expect(await rows()).toContain("1002,1002,,,");
  });

  it("ends at once when it is aborted, and leaves an earlier file as it was", async () => {
    const controller = new AbortController();
    const { server, run } = await setup((id) => {
      if (id === "1010") controller.abort();
      return Number(id) < 1010 ? invoice(id) : silent;
    });
    await writeFile(file, "yesterday's\n");

    const error = await rejection(run(ids(500), { signal: controller.signal }));

    expect(error).toMatchObject({ name: "AbortError" });
    expect(await readFile(file, "utf8")).toBe("yesterday's\n");
    expect((await readdir(folder)).sort()).toEqual(["invoices.csv", "invoices.csv.part"]);
    expect(server.requests.length).toBeLessThan(30);
  });

  it("rejects when the file cannot be written", async () => {
    const { run } = await setup();

    expect(await rejection(run(ids(3), { file: join(folder, "gone", "invoices.csv") }))).toMatchObject({ code: "ENOENT" });
  });
});
