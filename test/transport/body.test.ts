import { fork } from "node:child_process";
import { createServer } from "node:http";
import { PassThrough } from "node:stream";
import { runInNewContext } from "node:vm";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { WmConnectionError, WmResponseError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { type Caller, callers, callRaw, overview, rawGet } from "../support/calls.js";
import { clientOnManualClock, connect, rejection } from "../support/client.js";
import { bytes, empty, endless, type Flood, text, until } from "../support/faults.js";
import { foreignFetch } from "../support/foreign.js";
import { complete, play, usualWaits } from "../support/scenes.js";
import type { Handler } from "../support/server.js";

const middleware = [{ onRequest: () => undefined }];
const rawWith = (init: object): Caller => ({ ...rawGet, name: `raw GET with ${Object.keys(init)}`, call: (wm) => callRaw(wm, "GET", "/customers", init) });
const readers = [overview, rawGet, ...["text", "arrayBuffer", "stream"].map((parseAs) => rawWith({ parseAs })), rawWith({ middleware })];

/** A JSON text of this length in bytes. */
const note = (length: number) => `{"note":"${"x".repeat(length - 11)}"}`;
const whole = JSON.stringify(complete);
const gzip = { "content-encoding": "gzip" };
const streamed = (...chunks: unknown[]) =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });

describe("maxResponseBytes", () => {
  it.each(readers)("rejects a larger body without a retry, and accepts one of that size: $name", async ({ call, operation }) => {
    const large = await connect(text(note(101), "application/json"), { maxResponseBytes: 100 });
    const error = await rejection<WmResponseError>(call(large.wm));

    expect(error).toBeInstanceOf(WmResponseError);
    expect([error.status, error.attempts, error.operation, large.requests.length]).toEqual([200, 1, operation, 1]);
    expect(error.message).toContain("its body is larger than maxResponseBytes, 100 bytes");
    expect(error.body).toBe(note(101).slice(0, 100));
    expect(await call((await connect(text(note(100), "application/json"), { maxResponseBytes: 100 })).wm)).toBeDefined();
  });

  it.each(readers)("gives up the connection of a body that never ends: $name", async ({ call }) => {
    const flood: Flood = { sent: 0, closed: false };
    const { wm } = await connect(endless(200, flood), { maxResponseBytes: 1_000_000 });

    expect(await rejection(call(wm))).toMatchObject({ name: "WmResponseError", attempts: 1 });
    await until(() => flood.closed, "the client hangs up");
    // The rest is in the buffers of the two sockets.
    expect(flood.sent).toBeLessThan(13_000_000);
  });

  const inChunks: Handler = (response) => {
    for (const _ of [1, 2, 3]) response.write(note(40));
    response.end();
  };
  it.each<[string, Handler, object?]>([
    ["in chunks", inChunks],
    ["compressed", text(gzipSync(note(10_000)), "application/json", 200, gzip)],
    ["of a 206", text(note(101), "application/json", 206)],
    ["that is not a stream", text(note(101), "application/json"), { fetch: foreignFetch() }],
  ])("counts the decompressed bytes of a body %s", async (_, handler, options) => {
    const { wm, requests } = await connect(handler, { maxResponseBytes: 100, ...options });

    expect(await rejection(wm.overview())).toMatchObject({ name: "WmResponseError", attempts: 1 });
    expect(requests).toHaveLength(1);
  });

  it.each([
    [100, 500, 100],
    [2_000_000, 1_000_001, 1_000_000],
  ])("of %d truncates the %d bytes of an error body to %d", async (maxResponseBytes, sent, kept) => {
    const { wm } = await connect(text("x".repeat(sent), "text/plain", 404), { maxResponseBytes });

    expect(await rejection(wm.overview())).toMatchObject({ name: "WmApiError", status: 404, body: "x".repeat(kept) });
  });

  it("is 100 MiB by default", async () => {
    const chunk = new Uint8Array(2 ** 20).fill(32);
    const body = (count: number) => {
      let sent = 0;
      return new ReadableStream({ pull: (controller) => (sent++ < count ? controller.enqueue(chunk) : controller.close()) });
    };
    const messageOf = async (count: number) => String(await rejection(clientOnManualClock({ fetch: async () => new Response(body(count)) }).wm.overview()));

    expect(await messageOf(100)).toContain("is not JSON");
    expect(await messageOf(101)).toContain("104857600 bytes");
  });

  it("keeps the memory of a compressed flood within twice the limit", { timeout: 60_000 }, async () => {
    // 600 MB of spaces as 600 kB of gzip.
    const part = gzipSync(new Uint8Array(60_000_000).fill(32));
    const flood = Buffer.concat(Array.from({ length: 10 }, () => part));
    let requests = 0;
    const server = createServer((_, response) => {
      requests++;
      response.writeHead(200, { ...gzip, "content-length": flood.length }).end(flood);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const limit = 50_000_000;

    const child = fork(new URL("../support/memory.ts", import.meta.url), [String(port), String(limit)], { execArgv: ["--import", "tsx", "--expose-gc"] });
    const result = await new Promise<{ name: string; attempts: number; peak: number; duration: number }>((resolve, reject) => {
      child.on("message", (message) => resolve(message as never));
      child.on("exit", (code) => reject(new Error(`exit ${code}`)));
    });
    child.removeAllListeners("exit");
    server.close();

    expect([result.name, result.attempts, requests]).toEqual(["WmResponseError", 1, 1]);
    expect(result.peak, "bytes").toBeLessThan(2 * limit);
    expect(result.duration, "milliseconds").toBeLessThan(5_000);
  });
});

describe("a body", () => {
  it.each<[string, Handler]>([
    ["with another Content-Type", text(whole, "text/html")],
    ["without a Content-Type", bytes(`HTTP/1.1 200 OK\r\ncontent-length: ${whole.length}\r\n\r\n${whole}`, "stall")],
    ["with a byte order mark", text(`\ufeff${whole}`, "application/json")],
    ["in chunks", (response) => void response.writeHead(200).write(whole.slice(0, 9), () => response.end(whole.slice(9)))],
    ["as gzip", text(gzipSync(whole), "application/json", 200, gzip)],
    ["as brotli", text(brotliCompressSync(whole), "application/json", 200, { "content-encoding": "br" })],
  ])("is read %s", async (_, handler) => {
    for (const caller of [overview, rawGet]) await play({ caller, answers: [handler] });
  });

  const zipped = gzipSync(JSON.stringify({ note: "complete ".repeat(500) }));
  it.each([4, 30, zipped.length - 12])("is no value if its gzip is cut off after %i bytes", async (length) => {
    // Runtimes differ in whether the part that arrived is an error.
    const { wm } = await connect(text(zipped.subarray(0, length), "application/json", 200, gzip), { maxRetries: 0 });

    for (const caller of [overview, rawGet]) {
      const error = await rejection(caller.call(wm));
      expect(error instanceof WmResponseError || error instanceof WmConnectionError, String(error)).toBe(true);
    }
  });

  it.each([500, 404])("of a %i that never ends is read up to 1 000 000 bytes", async (status) => {
    const flood: Flood = { sent: 0, closed: false };
    const isRetried = status === 500;

    await play({ answers: [endless(status, flood)], ends: { status, fields: { body: "x".repeat(1_000_000) } }, waits: isRetried ? usualWaits : [] });

    await until(() => flood.closed, "the client hangs up");
    expect(flood.sent).toBeLessThan((isRetried ? 3 : 1) * 12_000_000);
  });
});

describe("a success without a body", () => {
  const head = "HTTP/1.1 205 Reset\r\nconnection: close\r\n";
  it.each<[string, Handler]>([
    ["204", empty(204)],
    ["204 with a Content-Length", (response) => void response.socket!.end("HTTP/1.1 204 No Content\r\ncontent-length: 5\r\n\r\n")],
    ["205", (response) => void response.writeHead(205).end()],
    ["205 with a Content-Length of 0", empty(205)],
    ["205 with a body", bytes(`${head}content-length: 7\r\n\r\nnothing`, "close")],
    ["205 whose body never comes", bytes("HTTP/1.1 205 Reset\r\ncontent-length: 7\r\n\r\n", "stall")],
    ["205 in chunks", bytes(`${head}transfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n`, "close")],
  ])("may be a %s", async (_, handler) => {
    const { wm, requests } = await connect(handler);

    for (const { call } of callers) await call(wm);
    expect(await wm.customer("1").preferences.list()).toBeUndefined();
    for (const init of [{}, { middleware }, { parseAs: "text" }]) {
      expect(await callRaw(wm, "GET", "/customers", init)).not.toHaveProperty("data");
    }

    expect(requests).toHaveLength(7);
  });

  it.each([204, 205])("may be a %i of a fetch on node:http", async (status) => {
    const { wm } = await connect(empty(status), { fetch: foreignFetch() });

    expect((await wm.overview().withResponse()).status).toBe(status);
  });
});

// From version 26, Node's fetch no longer listens to its signal after a 205.
const unheard = Number(process.versions.node.split(".")[0]) >= 26 ? [] : [205];
it.each([204, ...unheard, 302, 304])("a %i whose body does not end leaves no connection open", async (status) => {
  let open = 0;
  const begun = bytes(`HTTP/1.1 ${status} X\r\nlocation: /\r\ncontent-length: 9\r\n\r\n{`, "stall");
  const { wm, requests } = await connect((response, ...rest) => {
    open++;
    response.socket?.once("close", () => open--);
    begun(response, ...rest);
  });
  await Promise.allSettled(callers.map(({ call }) => call(wm)));

  await until(() => open === 0, "the connections end");
  expect(requests).toHaveLength(3);
});

describe("the body of a fetch that is not the platform's", () => {
  const own = (body: unknown) => ({ status: 200, headers: new Headers(), type: "default", arrayBuffer: () => body }) as unknown as Response;
  const read = (response: () => Response | Promise<Response>) => clientOnManualClock({ fetch: async () => response(), maxRetries: 0 }).wm.overview();
  const encoded = new TextEncoder().encode('{"customerId":"Zürich €"}');
  const foreign: unknown = runInNewContext("new Uint8Array([123, 125])");

  it.each<[string, () => Response, object]>([
    ["in pieces", () => new Response(streamed(...Array.from(encoded, (byte) => Uint8Array.of(byte)))), { customerId: "Zürich €" }],
    ["of another realm", () => new Response(streamed(foreign)), {}],
    ["as an ArrayBuffer", () => own(encoded.buffer), { customerId: "Zürich €" }],
    ["as a promise of an ArrayBuffer", () => own(Promise.resolve(encoded.buffer)), { customerId: "Zürich €" }],
    ["as a Uint8Array", () => own(encoded), { customerId: "Zürich €" }],
    ["as a Uint8Array of another realm", () => own(foreign), {}],
  ])("may come %s", async (_, response, expected) => {
    expect(await read(response)).toEqual(expected);
  });

  it.each(['{"customerId":"1"}', undefined, null, 18, [123, 125], new Uint16Array(2)])("is a WmConnectionError if its arrayBuffer is %o", async (body) => {
    expect(await rejection(read(() => own(body)))).toMatchObject({
      name: "WmConnectionError",
      message: expect.stringContaining("does not consist of bytes") as string,
    });
  });

  const used = async () => {
    const response = new Response("{}");
    await response.text();
    return response;
  };
  const released = async () => {
    const response = new Response(streamed(new TextEncoder().encode('{"customerId":'), new TextEncoder().encode("{}")));
    const reader = response.body!.getReader();
    await reader.read();
    reader.releaseLock();
    return response;
  };
  it.each<[string, () => Response | Promise<Response>]>([
    ["streams text", () => new Response(streamed("{}"))],
    ["streams text of a 500", () => new Response(streamed("{}"), { status: 500 })],
    ["is consumed", used],
    ["is read in part", released],
  ])("is a WmConnectionError if it %s", async (_, response) => {
    const error = await rejection<WmConnectionError>(read(response));

    expect([error.name, error.operation, error.attempts]).toEqual(["WmConnectionError", "getCustomerOverview", 1]);
    expect(error.cause).toBeInstanceOf(TypeError);
  });

  it.each([new Uint16Array([0x7d7b]), new DataView(new ArrayBuffer(2))])("is a WmConnectionError, and cancelled, if it streams %o", async (view) => {
    let isCancelled = false;
    const cancel = () => {
      isCancelled = true;
    };

    const error = await rejection(read(() => new Response(new ReadableStream({ pull: (controller) => controller.enqueue(view), cancel }))));

    expect(String(error)).toContain("the body does not consist of bytes");
    expect(isCancelled).toBe(true);
  });

  it.each([() => JSON.parse("{"), () => Promise.reject(new Error("no")), 5, () => new Promise(() => undefined)])(
    "may have the cancel function %o",
    async (cancel) => {
      const redirect = { status: 302, headers: new Headers(), type: "default", body: { cancel } } as unknown as Response;

      expect(await rejection(read(() => redirect))).toMatchObject({ name: "WmResponseError", status: 302, attempts: 1 });
    },
  );

  it("is destroyed if it is a stream of Node that is not read", async () => {
    const body = new PassThrough();

    await rejection(read(() => ({ status: 302, headers: new Headers(), body }) as unknown as Response));

    expect(body.destroyed).toBe(true);
  });

  it("is read at once for an error without a stream", async () => {
    const gone = { status: 404, headers: new Headers(), body: {}, arrayBuffer: async () => new TextEncoder().encode('{"message":"gone"}').buffer };

    expect(String(await rejection(read(() => gone as unknown as Response)))).toContain("gone");
  });
});
