import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, inject, it, onTestFinished, vi } from "vitest";
import type { RequestOptions, WmCustomer } from "wm-customer-api";
import { type ExportLine, exportCustomers, exportToFile, nightly } from "../../examples/recipes/nightly-export.js";
import { credentials, rejection, secret } from "../support/client.js";
import { type Handler, json, type ReceivedRequest, serve } from "../support/server.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wm-export-"));
  return () => rm(folder, { recursive: true });
});

const customerOf = ({ url }: ReceivedRequest) => url.split("/")[2]!;
const balance = (account: WmCustomer, options: RequestOptions) => account.balance(options);
const ids = (count: number) => Array.from({ length: count }, (_, index) => String(1000 + index));

/** A server whose answers take a little while, and the most requests that it had at a time. */
async function slowServer(answer: (customerId: string) => Handler, wait = () => Math.random() * 10) {
  const load = { now: 0, most: 0 };
  const server = await serve((response, request, index) => {
    load.most = Math.max(load.most, ++load.now);
    response.on("close", () => load.now--);
    setTimeout(() => answer(customerOf(request))(response, request, index), wait());
  });
  return { server, load, client: { ...credentials, baseUrl: server.url, maxRetries: 0 } };
}

/** A place for lines, and the lines read again. */
function memory() {
  const texts: string[] = [];
  return {
    texts,
    write: async (line: string) => void texts.push(line),
    lines: () => texts.map((text) => JSON.parse(text) as ExportLine<{ customer?: string }>),
  };
}

const sorted = (lines: readonly ExportLine[]) => lines.map(({ customerId }) => customerId).sort();

describe("the nightly export", () => {
  it("writes balance and invoices of every customer, a line for each, and gives exit code 0", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    onTestFinished(() => void vi.restoreAllMocks());
    const path = join(folder, "export.jsonl");

    const code = await nightly({ ...credentials, baseUrl: inject("mockUrl") }, ids(5), path, AbortSignal.timeout(20_000));

    const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
    expect(code).toBe(0);
    expect(lines).toHaveLength(5);
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ outcome: "exported", data: { balance: {}, invoices: { invoices: expect.any(Array) } }, issues: [] });
    expect(await readdir(folder)).toEqual(["export.jsonl"]);
    expect(vi.mocked(console.error)).toHaveBeenCalledWith({ total: 5, exported: 5, failed: 0, aborted: 0 });
  });

  it("has as many calls under way as it may, and never more", async () => {
    const { client, load } = await slowServer(() => json({}));

    await exportCustomers({ client, customerIds: ids(60), load: balance, concurrency: 4, write: memory().write });

    expect(load.most).toBe(4);
  });

  it("goes on when a customer fails, and says operation, status and tracking id", async () => {
    const { client, server } = await slowServer((id) => {
      if (id === "1003") return json({ code: 404, message: "No such customer" }, 404);
      if (id === "1007") return (response) => void response.destroy();
      if (id === "1011") return (response) => void response.end("<html>");
      return json({});
    });
    const out = memory();

    const counts = await exportCustomers({ client, customerIds: ids(20), load: balance, concurrency: 3, write: out.write });

    const trackingId = (id: string) => server.requests.find((request) => customerOf(request) === id)!.headers["request-tracking-id"];
    expect(counts).toEqual({ total: 20, exported: 17, failed: 3, aborted: 0 });
    expect(sorted(out.lines())).toEqual(ids(20));
    const failures = Object.fromEntries(out.lines().flatMap((line) => (line.outcome === "failed" ? [[line.customerId, line.failure]] : [])));
    expect(failures).toEqual({
      1003: { operation: "getBalance", status: 404, trackingId: trackingId("1003"), message: expect.stringContaining("No such customer") },
      1007: { operation: "getBalance", status: null, trackingId: trackingId("1007"), message: expect.stringContaining("no complete answer") },
      1011: { operation: "getBalance", status: 200, trackingId: trackingId("1011"), message: expect.any(String) },
    });
    expect(out.texts.join()).not.toContain(secret);
  });

  it("writes the values that did not fit into the line of the customer that they belong to, failed or not", async () => {
    const { client } = await slowServer((id) => (Number(id) % 3 === 0 ? json({ ivr_fee: `fee of ${id}` }) : json({ ivr_fee: "1.50" })));
    const heard: unknown[] = [];
    const out = memory();

    await exportCustomers({
      client: { ...client, hooks: { decodeIssue: ({ value }) => heard.push(value) } },
      customerIds: ids(30),
      load: async (account, options) => {
        const first = await account.balance(options);
        // A second call, which may fail after the first has told of an issue.
        if (first.ivr_fee === null) throw new Error("unusable");
        return account.balance(options);
      },
      concurrency: 8,
      write: out.write,
    });

    const withIssue = ids(30).filter((id) => Number(id) % 3 === 0);
    for (const line of out.lines()) {
      const issues = line.outcome === "aborted" ? undefined : line.issues;
      const expected = { operation: "getBalance", path: "$.ivr_fee", value: `fee of ${line.customerId}`, reason: "unfit" };
      expect(issues).toMatchObject(withIssue.includes(line.customerId) ? [expected] : []);
    }
    expect(heard.sort()).toEqual(withIssue.map((id) => `fee of ${id}`));
  });

  it("shares one token among all customers", async () => {
    const { client, server } = await slowServer(() => json({}));
    const token = vi.fn(() => secret);

    await exportCustomers({ client: { ...client, token }, customerIds: ids(20), load: balance, write: memory().write });

    expect(server.requests).toHaveLength(20);
    expect(token).toHaveBeenCalledTimes(1);
  });

  it("ends soon when it is aborted, with a line for every customer, and leaves no file under the name of a complete one", async () => {
    const controller = new AbortController();
    const { client, server } = await slowServer((id) => {
      if (id === "1010") controller.abort(new Error("the night is over"));
      return Number(id) < 1010 ? json({}) : () => undefined;
    });
    const path = join(folder, "export.jsonl");

    const counts = await exportToFile(path, { client, customerIds: ids(500), load: balance, concurrency: 5, signal: controller.signal });

    expect(await readdir(folder)).toEqual(["export.jsonl.part"]);
    const lines = (await readFile(`${path}.part`, "utf8"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as ExportLine);
    expect(sorted(lines)).toEqual(ids(500));
    expect(counts.exported + counts.aborted).toBe(500);
    expect(lines.filter(({ outcome }) => outcome === "aborted")).toHaveLength(counts.aborted);
    expect(server.requests.length).toBeLessThanOrEqual(20);
  });

  it("calls nobody when it is aborted before it begins", async () => {
    const { client, server } = await slowServer(() => json({}));

    const load = vi.fn(balance);

    const counts = await exportCustomers({ client, customerIds: ids(3), load, signal: AbortSignal.abort(), write: memory().write });

    expect(counts).toEqual({ total: 3, exported: 0, failed: 0, aborted: 3 });
    expect(load).not.toHaveBeenCalled();
    expect(server.requests).toHaveLength(0);
  });

  it("begins anew over what an earlier run left, and replaces a complete file only by a complete one", async () => {
    const path = join(folder, "export.jsonl");
    await writeFile(path, "yesterday's\n");
    await writeFile(`${path}.part`, "a rest that is longer than what comes now\n".repeat(100));
    const { client } = await slowServer(() => json({}));

    await exportToFile(path, { client, customerIds: ids(3), load: balance, signal: AbortSignal.abort() });
    expect(await readFile(path, "utf8")).toBe("yesterday's\n");
    expect((await readFile(`${path}.part`, "utf8")).trimEnd().split("\n")).toHaveLength(3);

    await exportToFile(path, { client, customerIds: ids(3), load: balance });
    expect((await readFile(path, "utf8")).trimEnd().split("\n")).toHaveLength(3);
    expect(await readdir(folder)).toEqual(["export.jsonl"]);
  });

  it("ends the run when a line cannot be written, and calls no further customer", async () => {
    const { client: plain } = await slowServer(() => json({}));
    const full = new Error("no space left on device");
    let sent = 0;
    let written = 0;
    const client = { ...plain, hooks: { request: () => void sent++ } };
    const write = async () => {
      if (++written > 5) throw full;
    };

    expect(await rejection(exportCustomers({ client, customerIds: ids(200), load: balance, concurrency: 4, write }))).toBe(full);

    const sentByThen = sent;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(sent).toBe(sentByThen);
    expect(sent).toBeLessThanOrEqual(20);
    expect(written).toBe(6);
  });

  it("does not wait for the calls under way when a line cannot be written", async () => {
    const { client } = await slowServer((id) => (id === "1000" ? json({}) : () => undefined));
    const write = () => Promise.reject(new Error("no space left on device"));

    const begun = performance.now();
    await rejection(exportCustomers({ client, customerIds: ids(8), load: balance, write }));

    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  it("writes one line at a time", async () => {
    const { client } = await slowServer(() => json({}));
    let writing = 0;
    const write = async () => {
      expect(++writing).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 1));
      writing--;
    };

    expect((await exportCustomers({ client, customerIds: ids(40), load: balance, write })).exported).toBe(40);
  });

  it.each<[string, () => unknown]>([
    ["a mistake in what is loaded", () => (undefined as unknown as { a: string }).a],
    ["a value that JSON does not have", () => ({ amount: 1n })],
    ["something thrown that is no error", () => Promise.reject("no")],
  ])("writes a failure for %s, for that customer alone", async (_, result) => {
    const { client } = await slowServer(() => json({}));
    const out = memory();
    const load = async (account: WmCustomer, options: RequestOptions) => {
      const loaded = await account.balance(options);
      return out.texts.length === 2 ? result() : loaded;
    };

    const counts = await exportCustomers({ client, customerIds: ids(6), load, concurrency: 1, write: out.write });

    expect(counts).toEqual({ total: 6, exported: 5, failed: 1, aborted: 0 });
    expect(out.lines()[2]).toMatchObject({ customerId: "1002", outcome: "failed", failure: { message: expect.any(String) } });
  });

  it("writes a line for every entry of its list: one that is twice in it, and one that is no id", async () => {
    const { client } = await slowServer(() => json({}));
    const out = memory();

    const counts = await exportCustomers({ client, customerIds: new Set(["1", "2"]).values(), load: balance, write: out.write });
    const odd = await exportCustomers({ client, customerIds: ["7", "7", ""], load: balance, write: out.write });

    expect(counts.total).toBe(2);
    expect(odd).toEqual({ total: 3, exported: 2, failed: 1, aborted: 0 });
    expect(out.lines()).toHaveLength(5);
  });

  it("is complete with nobody in its list", async () => {
    const counts = await exportToFile(join(folder, "export.jsonl"), { client: credentials, customerIds: [], load: balance });

    expect(counts).toEqual({ total: 0, exported: 0, failed: 0, aborted: 0 });
    expect(await readFile(join(folder, "export.jsonl"), "utf8")).toBe("");
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("refuses %d workers, of which some would export nobody", async (concurrency) => {
    const error = await rejection(exportCustomers({ client: credentials, customerIds: ["1"], load: balance, concurrency, write: memory().write }));

    expect(error).toBeInstanceOf(RangeError);
  });
});
