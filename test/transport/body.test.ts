import { fork } from "node:child_process";
import { PassThrough } from "node:stream";
import { runInNewContext } from "node:vm";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { WmResponseError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { type Caller, callers, callRaw, overview, rawGet } from "../support/calls.js";
import { clientOnManualClock, connect, rejection } from "../support/client.js";
import { bytes, empty, endless, type Flood, text, until } from "../support/faults.js";
import { foreignFetch } from "../support/foreign.js";
import { complete, play, usualWaits } from "../support/scenes.js";
import { type Handler, serve } from "../support/server.js";

const middleware = [{ onRequest: () => undefined }];
const rawWith = (init: object): Caller => ({ ...rawGet, call: (wm) => callRaw(wm, "GET", "/customers", init) });

/** A JSON text of this length in bytes. */
const note = (length: number) => `{"note":"${"x".repeat(length - 11)}"}`;
const whole = JSON.stringify(complete);
const gzip = { "content-encoding": "gzip" };
const inTwo =
  (body: string): Handler =>
  (response) =>
    void response.writeHead(200).write(body.slice(0, 9), () => response.end(body.slice(9)));

describe("maxResponseBytes", () => {
  const sized = (length: number) => text(note(length), "application/json");

  it.each<[string, Caller, ((length: number) => Handler)?, object?]>([
    ["of a method", overview],
    ["of wm.raw", rawGet],
    ["of wm.raw with middleware", rawWith({ middleware })],
    ...["text", "arrayBuffer", "stream"].map((parseAs) => [`of wm.raw with parseAs ${parseAs}`, rawWith({ parseAs })] as [string, Caller]),
    ["in chunks", overview, (length) => inTwo(note(length))],
    ["after decompression", overview, (length) => text(gzipSync(note(length)), "application/json", 200, gzip)],
    ["of a 206", overview, (length) => text(note(length), "application/json", 206)],
    ["that is not a web stream", overview, sized, { fetch: foreignFetch() }],
  ])("rejects a larger body without a retry, and accepts one of that size: %s", async (_, { call, operation }, handler = sized, options = {}) => {
    const { wm, requests } = await connect(handler(101), { maxResponseBytes: 100, ...options });
    const error = await rejection<WmResponseError>(call(wm));

    expect(error).toBeInstanceOf(WmResponseError);
    expect([error.attempts, error.operation, requests.length]).toEqual([1, operation, 1]);
    expect(error.message).toContain("its body is larger than maxResponseBytes, 100 bytes");
    expect(error.body).toBe(note(101).slice(0, 100));
    expect(await call((await connect(handler(100), { maxResponseBytes: 100, ...options })).wm)).toBeDefined();
  });

  it("closes the connection of a body that never ends", async () => {
    const flood: Flood = { sent: 0, closed: false };
    const { wm } = await connect(endless(200, flood), { maxResponseBytes: 1_000_000 });

    expect(await rejection(wm.overview())).toMatchObject({ name: "WmResponseError", attempts: 1 });
    await until(() => flood.closed, "the client hangs up");
    // The rest is in the buffers of the two sockets.
    expect(flood.sent).toBeLessThan(13_000_000);
  });

  it("truncates an error body", async () => {
    const { wm } = await connect(text("x".repeat(500), "text/plain", 404), { maxResponseBytes: 100 });

    expect(await rejection(wm.overview())).toMatchObject({ name: "WmApiError", status: 404, body: "x".repeat(100) });
  });

  it("defaults to 100 MiB", async () => {
    const chunk = new Uint8Array(2 ** 20).fill(32);
    const messageOf = async (count: number) => {
      let left = count;
      const body = new ReadableStream({ pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()) });
      return String(await rejection(clientOnManualClock({ fetch: async () => new Response(body) }).wm.overview()));
    };

    expect(await messageOf(100)).toContain("is not JSON");
    expect(await messageOf(101)).toContain("104857600 bytes");
  });

  it("keeps the memory of a compressed flood within twice the limit", { timeout: 60_000 }, async () => {
    // 600 MB of spaces as 600 kB of gzip.
    const part = gzipSync(new Uint8Array(60_000_000).fill(32));
    const { url, requests } = await serve(text(Buffer.concat(Array.from({ length: 10 }, () => part)), "application/json", 200, gzip));
    const limit = 50_000_000;

    const program = new URL("../support/memory.ts", import.meta.url);
    const child = fork(program, [new URL(url).port, String(limit)], { execArgv: ["--import", "tsx", "--expose-gc"] });
    const result = await new Promise<{ name: string; attempts: number; peak: number; duration: number }>((resolve, reject) => {
      child.on("message", (message) => resolve(message as never));
      child.on("exit", (code) => reject(new Error(`exit ${code}`)));
    });

    expect([result.name, result.attempts, requests.length]).toEqual(["WmResponseError", 1, 1]);
    expect(result.peak, "bytes").toBeLessThan(2 * limit);
    expect(result.duration, "milliseconds").toBeLessThan(5_000);
  });
});

describe("readBody", () => {
  it.each<[string, Handler]>([
    ["with another Content-Type", text(whole, "text/html")],
    ["without a Content-Type", bytes(`HTTP/1.1 200 OK\r\ncontent-length: ${whole.length}\r\n\r\n${whole}`, "stall")],
    ["with a byte order mark", text(`\ufeff${whole}`, "application/json")],
    ["in chunks", inTwo(whole)],
    ["in gzip", text(gzipSync(whole), "application/json", 200, gzip)],
    ["in brotli", text(brotliCompressSync(whole), "application/json", 200, { "content-encoding": "br" })],
  ])("reads a body %s", async (_, handler) => {
    for (const caller of [overview, rawGet]) await play({ caller, answers: [handler] });
  });

  it("rejects an empty body that was longer before decompression", async () => {
    const fetch = async () => new Response("", { headers: { "content-length": "9" } });

    for (const { call } of [overview, rawGet]) {
      const error = await rejection<WmResponseError>(call(clientOnManualClock({ fetch }).wm));
      expect([error.name, error.attempts]).toEqual(["WmResponseError", 1]);
      expect(error.message).toContain("its body is not JSON");
    }
  });

  it("reads 1 000 000 bytes of an error body that never ends, in each attempt", async () => {
    const flood: Flood = { sent: 0, closed: false };

    await play({ answers: [endless(500, flood)], ends: { status: 500, fields: { body: "x".repeat(1_000_000) } }, waits: usualWaits });

    await until(() => flood.closed, "the client hangs up");
    expect(flood.sent).toBeLessThan(36_000_000);
  });

  const reset = "HTTP/1.1 205 Reset\r\nconnection: close\r\n";
  it.each<[string, Handler, object?]>([
    ["a 204", empty(204)],
    ["a 204 of a fetch on node:http", empty(204), { fetch: foreignFetch() }],
    ["a 204 with a Content-Length", (response) => void response.socket!.end("HTTP/1.1 204 No Content\r\ncontent-length: 5\r\n\r\n")],
    ["a 205", empty(205)],
    ["a 205 of a fetch on node:http", empty(205), { fetch: foreignFetch() }],
    ["a 205 with a body", bytes(`${reset}content-length: 7\r\n\r\nnothing`, "close")],
    ["a 205 whose body never comes", bytes(`${reset}content-length: 7\r\n\r\n`, "stall")],
  ])("accepts %s", async (_, handler, options) => {
    const { wm, requests } = await connect(handler, options);

    for (const { call } of callers) await call(wm);
    expect(await wm.customer("1").preferences.list()).toBeUndefined();
    for (const init of [{}, { middleware }, { parseAs: "text" }]) expect(await callRaw(wm, "GET", "/customers", init)).not.toHaveProperty("data");

    expect(requests).toHaveLength(7);
  });

  // From version 26, Node's fetch no longer listens to its signal after a 205.
  const unheard = Number(process.versions.node.split(".")[0]) >= 26 ? [] : [205];
  it.each([204, ...unheard, 302, 304])("closes the connection of a %i whose body does not end", async (status) => {
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
});

describe("readBody of a fetch that is not the platform's", () => {
  const read = (response: object) => clientOnManualClock({ fetch: async () => response as Response, maxRetries: 0 }).wm.overview();
  const own = (status: number, fields: object) => read({ status, headers: new Headers(), type: "default", ...fields });
  const encoded = new TextEncoder().encode('{"customerId":"Zürich €"}');
  const foreign: unknown = runInNewContext("new Uint8Array([123, 125])");
  const streamed = (...chunks: unknown[]) =>
    new Response(new ReadableStream({ start: (controller) => (chunks.forEach((chunk) => controller.enqueue(chunk)), controller.close()) }));

  it.each<[string, () => Promise<unknown>, object]>([
    ["single bytes", () => read(streamed(...Array.from(encoded, (byte) => Uint8Array.of(byte)))), { customerId: "Zürich €" }],
    ["bytes of another realm", () => read(streamed(foreign)), {}],
    ["an ArrayBuffer", () => own(200, { arrayBuffer: async () => encoded.buffer }), { customerId: "Zürich €" }],
    ["a Uint8Array", () => own(200, { arrayBuffer: () => encoded }), { customerId: "Zürich €" }],
    ["a Uint8Array of another realm", () => own(200, { arrayBuffer: () => foreign }), {}],
  ])("reads %s", async (_, reading, expected) => {
    expect(await reading()).toEqual(expected);
  });

  it("reads an error body that is not a stream", async () => {
    const arrayBuffer = async () => new TextEncoder().encode('{"message":"gone"}').buffer;

    expect(String(await rejection(own(404, { body: {}, arrayBuffer })))).toContain("gone");
  });

  it.each([new Uint16Array([0x7d7b]), new DataView(new ArrayBuffer(2))])("rejects and cancels a stream of %o", async (view) => {
    let isCancelled = false;
    const cancel = () => {
      isCancelled = true;
    };

    const error = await rejection(read(new Response(new ReadableStream({ pull: (controller) => controller.enqueue(view), cancel }))));

    expect(String(error)).toContain("the body does not consist of bytes");
    expect(isCancelled).toBe(true);
  });

  it.each([() => JSON.parse("{"), () => Promise.reject(new Error("no")), 5, () => new Promise(() => undefined)])(
    "ignores the outcome of the cancel function %o",
    async (cancel) => {
      expect(await rejection(own(302, { body: { cancel } }))).toMatchObject({ name: "WmResponseError", status: 302, attempts: 1 });
    },
  );

  it("destroys a stream of Node that is not read", async () => {
    const body = new PassThrough();

    await rejection(own(302, { body }));

    expect(body.destroyed).toBe(true);
  });
});
