import { createServer, type ServerResponse } from "node:http";
import { fork } from "node:child_process";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { createWmClient, type WmClient, type WmClientOptions, WmConfigError, type WmConnectionError, WmResponseError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { type Caller, overview, rawGet } from "../support/calls.js";
import { clientOnManualClock, credentials, rejection } from "../support/client.js";
import { bytes, endless, type Flood, text, until } from "../support/faults.js";
import { foreignFetch, GetOnlyHeaders } from "../support/foreign.js";
import { type Handler, inTurn, json, serve } from "../support/server.js";

const rawAs = (parseAs: string, middleware = false): Caller => ({
  ...rawGet,
  name: `raw GET as ${parseAs}${middleware ? " with middleware" : ""}`,
  call: (wm) =>
    (wm.raw.GET as unknown as (path: string, init: object) => Promise<unknown>)("/customers", {
      parseAs,
      ...(middleware && { middleware: [{ onRequest: () => undefined }] }),
    }),
});
const readers = [overview, rawGet, rawAs("text"), rawAs("arrayBuffer"), rawAs("stream"), rawAs("json", true)];

/** A JSON text of this length in bytes. */
const note = (length: number) => `{"note":"${"x".repeat(length - 11)}"}`;

describe("maxResponseBytes", () => {
  for (const caller of readers) {
    it(`rejects a larger body at once, without a retry: ${caller.name}`, async () => {
      const { url, requests } = await serve(text(note(101), "application/json"));
      const { wm } = clientOnManualClock({ baseUrl: url, maxResponseBytes: 100 });

      const error = (await rejection(caller.call(wm))) as WmResponseError;

      expect(error).toBeInstanceOf(WmResponseError);
      expect(error.status).toBe(200);
      expect(error.attempts).toBe(1);
      expect(error.operation).toBe(caller.operation);
      expect(error.trackingId).toBe(requests[0]!.headers["request-tracking-id"]);
      expect(error.message).toMatch(/maxResponseBytes\b.*\b100 bytes/);
      expect(error.body).toBe(note(101).slice(0, 100));
      expect(requests).toHaveLength(1);
    });

    it(`accepts a body of exactly that size: ${caller.name}`, async () => {
      const { url } = await serve(text(note(100), "application/json"));
      const { wm } = clientOnManualClock({ baseUrl: url, maxResponseBytes: 100 });

      expect(await caller.call(wm)).toBeDefined();
    });

    it(`gives up the connection of a body that never ends: ${caller.name}`, async () => {
      const flood: Flood = { sent: 0, closed: false };
      const { url } = await serve(endless(200, flood));
      const { wm } = clientOnManualClock({ baseUrl: url, maxResponseBytes: 1_000_000 });

      const error = await rejection(caller.call(wm));

      expect(error).toMatchObject({ name: "WmResponseError", attempts: 1 });
      await until(() => flood.closed, "the client hangs up");
      // The rest is in the buffers of the two sockets.
      expect(flood.sent).toBeLessThan(13_000_000);
    });
  }

  it.each([
    ["in chunks", (response: ServerResponse) => ([1, 2, 3].forEach(() => response.write(note(40))), response.end())],
    ["compressed", (response: ServerResponse) => void response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(note(10_000)))],
    ["of a 206", (response: ServerResponse) => void response.writeHead(206).end(note(101))],
  ] as [string, Handler][])("counts decompressed bytes, however they arrive: %s", async (_, handler) => {
    const { url } = await serve(handler);
    const { wm } = clientOnManualClock({ baseUrl: url, maxResponseBytes: 100 });

    expect(await rejection(wm.overview())).toMatchObject({ name: "WmResponseError", attempts: 1 });
  });

  it("limits a body that is not a stream, once it is read", async () => {
    const { url, requests } = await serve(text(note(101), "application/json"));
    const { wm } = clientOnManualClock({ baseUrl: url, maxResponseBytes: 100, fetch: foreignFetch() });

    const error = await rejection(wm.overview());

    expect(error).toMatchObject({ name: "WmResponseError", status: 200, attempts: 1 });
    expect((error as Error).message).toContain("maxResponseBytes");
    expect(requests).toHaveLength(1);
  });

  it("truncates an error body that is larger, and keeps the error", async () => {
    const { url } = await serve(text("x".repeat(500), "text/plain", 404));
    const { wm } = clientOnManualClock({ baseUrl: url, maxResponseBytes: 100 });

    expect(await rejection(wm.overview())).toMatchObject({ name: "WmApiError", status: 404, body: "x".repeat(100) });
  });

  it("leaves error bodies at 1 000 000 bytes when it is larger", async () => {
    const { url } = await serve(text("x".repeat(1_000_001), "text/plain", 404));
    const { wm } = clientOnManualClock({ baseUrl: url, maxResponseBytes: 2_000_000 });

    expect(await rejection(wm.overview())).toMatchObject({ status: 404, body: "x".repeat(1_000_000) });
  });

  it("is 100 MiB by default", async () => {
    const chunk = new Uint8Array(2 ** 20).fill(32);
    const body = (count: number) => {
      let sent = 0;
      return new ReadableStream({ pull: (controller) => (sent++ < count ? controller.enqueue(chunk) : controller.close()) });
    };
    const call = (count: number) => rejection(clientOnManualClock({ fetch: async () => new Response(body(count)) }).wm.overview());

    expect(((await call(100)) as Error).message).toContain("is not JSON");
    expect(((await call(101)) as Error).message).toContain("104857600 bytes");
  });

  it.each([0, -1, 1.5, Number.NaN, "1", null, Infinity])("rejects %o as a limit", (maxResponseBytes) => {
    const create = () => createWmClient({ ...credentials, maxResponseBytes: maxResponseBytes as number });

    expect(create).toThrow(WmConfigError);
    expect(create).toThrow(/maxResponseBytes/);
  });

  it("keeps the memory of a compressed flood within twice the limit", { timeout: 60_000 }, async () => {
    // 600 MB that 600 kB of gzip stand for.
    const part = gzipSync(new Uint8Array(60_000_000).fill(32));
    const flood = Buffer.concat(Array.from({ length: 10 }, () => part));
    expect(flood.length).toBeLessThan(700_000);
    const state = { requests: 0, closed: false };
    const server = createServer((_, response) => {
      state.requests++;
      response.on("close", () => (state.closed = true));
      response.writeHead(200, { "content-encoding": "gzip", "content-length": flood.length }).end(flood);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const limit = 50_000_000;

    const child = fork(new URL("../support/memory.ts", import.meta.url), [String(port), String(limit)], {
      execArgv: ["--import", "tsx", "--expose-gc"],
      stdio: "inherit",
    });
    const result = await new Promise<{ name: string; attempts: number; peak: number; duration: number }>((resolve, reject) => {
      child.on("message", (message) => resolve(message as never));
      child.on("exit", (code) => reject(new Error(`exit ${code}`)));
    });
    child.removeAllListeners("exit");
    server.close();

    expect(result).toMatchObject({ name: "WmResponseError", attempts: 1 });
    expect(state.requests).toBe(1);
    expect(result.peak, "bytes").toBeLessThan(2 * limit);
    expect(result.duration, "milliseconds").toBeLessThan(5_000);
  });
});

describe("a fetch that is not the platform's", () => {
  const attempts = (status: number | undefined) => ([429, 500, 503, undefined].includes(status) ? 3 : 1);
  /** What a call through a foreign fetch ends with, and after how many requests. */
  async function outcome(handler: Handler, options: Partial<WmClientOptions> = {}, call = (wm: WmClient): Promise<unknown> => wm.overview()) {
    const { url, requests } = await serve(handler);
    const { wm } = clientOnManualClock({ baseUrl: url, fetch: foreignFetch(), ...options });
    const result = await call(wm).catch((error: unknown) => error);
    return { result, requests: requests.length };
  }

  for (const kind of ["iterable", "get"] as const) {
    const fetch = foreignFetch(kind);

    it(`reads a body of Node, with headers that are ${kind}`, async () => {
      expect(await outcome(json({ note: "complete" }), { fetch })).toEqual({ result: { note: "complete" }, requests: 1 });
    });

    it.each([301, 302, 307])(`sends a redirect once, with headers that are ${kind}: %i`, async (status) => {
      const { result, requests } = await outcome((response) => void response.writeHead(status, { location: "/elsewhere" }).end("moved"), { fetch });

      expect(requests).toBe(1);
      expect(result).toBeInstanceOf(WmResponseError);
      expect((result as WmResponseError).message).toMatch(/redirects to 127\.0\.0\.1:/);
      expect(result).toMatchObject({ status, body: "", attempts: 1 });
    });

    it.each([404, 429, 500])(`retries a %i as often as any other fetch, with headers that are ${kind}`, async (status) => {
      const { result, requests } = await outcome(json({ message: "no" }, status, { "retry-after": "1" }), { fetch });

      expect(requests).toBe(attempts(status));
      expect(result).toMatchObject({ name: "WmApiError", status, retryAfter: 1_000, attempts: attempts(status), body: { message: "no" } });
    });

    it.each([204, 205])(`resolves for a %i, with headers that are ${kind}`, async (status) => {
      const { result, requests } = await outcome(
        (response) => void response.writeHead(status).end(),
        { fetch },
        (wm) => wm.customer("1").contacts.update({ email: "a@example.com" }),
      );

      expect(requests).toBe(1);
      expect(result).not.toBeInstanceOf(Error);
    });
  }

  it("gives up the body of a redirect that never ends", async () => {
    const flood: Flood = { sent: 0, closed: false };

    const { result } = await outcome(endless(302, flood, { location: "/" }));

    expect(result).toMatchObject({ name: "WmResponseError", status: 302, attempts: 1 });
    await until(() => flood.closed, "the client hangs up");
  });

  const head = (fields: object) => ({ status: 200, headers: new Headers(), ok: true, type: "default", arrayBuffer: async () => new ArrayBuffer(0), ...fields });
  const revoked = (target: object) => {
    const { proxy, revoke } = Proxy.revocable(target, {});
    revoke();
    return proxy;
  };
  const consumed = async () => {
    const response = Response.json({});
    await response.text();
    return response;
  };
  const notResponses: [string, () => unknown][] = [
    ["undefined", () => undefined],
    ["null", () => null],
    ["a number", () => 200],
    ["text", () => "{}"],
    ["a function", () => () => undefined],
    ["an empty object", () => ({})],
    ["a revoked proxy", () => revoked({})],
    ["a response without headers", () => head({ headers: undefined })],
    ["headers that throw", () => head({ headers: { get: () => JSON.parse("{") } })],
    ["headers with an invalid name", () => head({ headers: Object.assign(new Map([["a b", "c"]]), {}) })],
    ["headers that are a revoked proxy", () => head({ headers: revoked(new Headers()) })],
    ["a status that is text", () => head({ status: "200" })],
    ["a status that is no integer", () => head({ status: 200.5 })],
    ["a status above 999", () => head({ status: 1_000 })],
    ["a status below 0", () => head({ status: -1 })],
    ["a status that throws", () => Object.defineProperty(head({}), "status", { get: () => JSON.parse("{") })],
    ["a body that throws when it is read", () => Object.defineProperty(head({}), "body", { get: () => JSON.parse("{") })],
    ["a body that is a revoked proxy", () => head({ body: revoked(new ReadableStream()) })],
    ["a body whose reader throws", () => head({ body: { getReader: () => JSON.parse("{") } })],
    ["a body whose reader is undefined", () => head({ body: { getReader: () => undefined } })],
    ["a body whose reader never had a chunk", () => head({ body: { getReader: () => ({ read: async () => ({ done: false }), cancel: () => undefined }) } })],
    ["a body without bytes", () => head({ arrayBuffer: async () => "text" })],
    ["no way to read the body", () => head({ arrayBuffer: undefined })],
    ["an arrayBuffer that throws", () => head({ arrayBuffer: () => JSON.parse("{") })],
    ["a consumed Response", consumed],
    ["a locked Response", () => (new Response("{}").body!.getReader(), Response.error())],
    ["Response.error()", () => Response.error()],
  ];
  it.each(notResponses)("is a WmConnectionError after all retries, if it resolves to %s", async (_, resolved) => {
    let count = 0;
    const fetch = async () => (count++, (await resolved()) as Response);
    const { wm } = clientOnManualClock({ fetch });

    const error = (await rejection(wm.overview())) as WmConnectionError;

    expect(error.name).toBe("WmConnectionError");
    expect(error.attempts).toBe(3);
    expect(count).toBe(3);
    expect(error.cause).toBeInstanceOf(Error);
    expect(error.operation).toBe("getCustomerOverview");
  });

  const thrown: [string, () => unknown, RegExp][] = [
    ["undefined", () => undefined, /undefined/],
    ["null", () => null, /null/],
    ["0", () => 0, /0/],
    ["text", () => "no route", /no route/],
    ["a symbol", () => Symbol("x"), /Symbol\(x\)|unknown/],
    ["an object with a numeric message", () => ({ message: 404 }), /404/],
    ["an error with a numeric message", () => Object.assign(new Error("m"), { message: 404 }), /404/],
    ["an error whose message throws", () => Object.defineProperty(new Error("m"), "message", { get: () => JSON.parse("{") }), /unknown/],
    ["an object that has no text", () => Object.create(null), /unknown/],
    ["a revoked proxy", () => revoked({}), /unknown/],
    ["an error of another realm", () => new (runInNewContext("Error"))("far away"), /far away/],
    ["an error with a numeric code in its cause", () => new Error("a", { cause: Object.assign(new Error("b"), { code: 7 }) }), /b/],
    ["an error whose cause is itself", () => ((error) => Object.assign(error, { cause: error }))(new Error("loop")), /loop/],
  ];
  it.each(thrown)("is a WmConnectionError after all retries, if it throws %s", async (_, value, message) => {
    for (const fetch of [
      () => Promise.reject(value()),
      () => {
        throw value();
      },
    ]) {
      const { wm } = clientOnManualClock({ fetch });

      const error = (await rejection(wm.overview())) as WmConnectionError;

      expect(error.name).toBe("WmConnectionError");
      expect(error.attempts).toBe(3);
      expect(error.message).toMatch(message);
      expect(error.message).toMatch(/^getCustomerOverview: no complete response from api\.wm\.com \(/);
    }
  });

  it("of which a PATCH is not repeated", async () => {
    let count = 0;
    const { wm } = clientOnManualClock({ fetch: async () => (count++, undefined as unknown as Response) });

    const error = await rejection(wm.customer("1").contacts.update({ email: "a@example.com" }));

    expect(error).toMatchObject({ name: "WmConnectionError", attempts: 1 });
    expect(count).toBe(1);
  });

  it("with headers that only support get, of which others are unknown", async () => {
    const headers = new GetOnlyHeaders({ "retry-after": 5, location: "https://elsewhere.example/x", "content-type": "text/html" });
    const { wm } = clientOnManualClock({ fetch: async () => head({ status: 302, headers, body: {} }) as unknown as Response });

    expect(await rejection(wm.overview())).toMatchObject({ name: "WmResponseError", message: expect.stringContaining("elsewhere.example") as string });
  });

  it("with a body whose cancel throws, which does not matter", async () => {
    for (const cancel of [() => JSON.parse("{"), () => Promise.reject(new Error("no")), 5, () => new Promise(() => undefined)]) {
      const { wm } = clientOnManualClock({ fetch: async () => head({ status: 302, body: { cancel } }) as unknown as Response });

      expect(await rejection(wm.overview())).toMatchObject({ name: "WmResponseError", status: 302, attempts: 1 });
    }
  });

  it("after a failed attempt, the next one counts", async () => {
    const answers = [undefined, { status: "x" }, Response.json({ note: "complete" })];
    const { wm } = clientOnManualClock({ fetch: async () => answers.shift() as Response });

    expect(await wm.overview()).toEqual({ note: "complete" });
  });
});

describe("a success without a body", () => {
  const variants: [string, Handler][] = [
    ["204", (response) => void response.writeHead(204).end()],
    ["204 with a Content-Length", (response) => void response.socket!.end("HTTP/1.1 204 No Content\r\ncontent-length: 5\r\n\r\n")],
    ["204 with a Content-Type", (response) => void response.writeHead(204, { "content-type": "application/json" }).end()],
    ["205", (response) => void response.writeHead(205).end()],
    ["205 with a Content-Length of 0", (response) => void response.writeHead(205, { "content-length": 0 }).end()],
    ["205 with a body", bytes("HTTP/1.1 205 Reset\r\nconnection: close\r\ncontent-length: 7\r\n\r\nnothing", "close")],
    ["205 whose body never comes", bytes("HTTP/1.1 205 Reset\r\ncontent-length: 7\r\n\r\n", "stall")],
    ["205 in chunks", bytes("HTTP/1.1 205 Reset\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", "close")],
  ];
  for (const [name, handler] of variants) {
    it(`is a ${name}, for the façade and for raw`, async () => {
      const { url, requests } = await serve(handler);
      const { wm } = clientOnManualClock({ baseUrl: url });

      await wm.customer("1").contacts.update({ email: "a@example.com" });
      await wm.customer("1").preferences.list();
      const call = { params: { path: { customerId: "1" } } };
      const { data, error, response } = await wm.raw.GET("/customers/{customerId}/contacts", call);
      const withMiddleware = await wm.raw.GET("/customers/{customerId}/contacts", { ...call, middleware: [{ onRequest: () => undefined }] });
      const asText = await wm.raw.GET("/customers/{customerId}/contacts", { ...call, parseAs: "text" });

      expect([data, error, response.ok]).toEqual([undefined, undefined, true]);
      expect([withMiddleware.data, asText.data]).toEqual([undefined, undefined]);
      expect(requests).toHaveLength(5);
    });
  }

  it("has its metadata", async () => {
    const { url } = await serve(inTurn((response) => void response.writeHead(205, { "content-length": "0", "x-request-id": "7" }).end()));
    const { wm } = clientOnManualClock({ baseUrl: url });

    const result = await wm.customer("1").contacts.update({ email: "a@example.com" }).withResponse();

    expect([result.status, result.headers.get("x-request-id"), result.issues]).toEqual([205, "7", []]);
  });
});
