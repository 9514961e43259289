import { WmApiError, WmResponseError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { readErrorBody } from "../../src/transport/api-error.js";
import { callers, overview, patch, rawGet } from "../support/calls.js";
import { clientOnManualClock, connect, rejection } from "../support/client.js";
import { bytes, empty, endless, type Flood, text, until } from "../support/faults.js";
import { foreignFetch } from "../support/foreign.js";
import { type Expected, good, play } from "../support/scenes.js";
import { type Handler, json, serve } from "../support/server.js";

describe("readErrorBody", () => {
  const nothing = { code: undefined, message: undefined, details: [] };
  const nested = { code: "422", message: "Bad date", errors: [{ message: "fromDate is no date" }, { message: "toDate is missing" }] };
  const list = [
    { code: "E1", message: "first" },
    { code: "E2", message: "second", field: "f" },
  ];
  const phone = { field: "phone", message: "" };
  const flat = { code: 400, message: "Invalid", errors: [{ field: "email", description: "is no address" }, { field: "phone" }] };

  it.each<[string, unknown, object]>([
    ["the reference's body", { error: nested }, { code: "422", message: "Bad date", details: nested.errors }],
    ["a list of errors", { error: list }, { code: "E1", message: "first", details: [{ message: "first" }, { field: "f", message: "second" }] }],
    ["errors next to the nested one", { error: { message: "m" }, errors: ["e"] }, { message: "m", details: [{ message: "e" }] }],
    ["a message next to the nested error", { error: { code: 1 }, message: "m", code: 2 }, { code: "1", message: "m" }],
    ["the base spec's body", flat, { code: "400", message: "Invalid", details: [{ field: "email", message: "is no address" }, phone] }],
    ["details that are text or numbers", { errors: ["first", 3, true] }, { details: [{ message: "first" }, { message: "3" }, { message: "true" }] }],
    ["empty details as none", { errors: [null, [], {}, ""] }, {}],
    ["an error that is text", { error: "no" }, { message: "no" }],
    ["a detail before a title", { type: "about:blank", title: "t", detail: 7 }, { message: "7" }],
    ["a title next to an unusable detail", { title: "t", detail: { a: 1 } }, { message: "t" }],
    ["WM's message before a detail", { title: "t", detail: "d", message: "m" }, { message: "m" }],
    ["WM's nested message before others", { detail: "d", message: "n", error: { message: "m" } }, { message: "m" }],
    ["wrong types as nothing", { error: { code: {}, message: { message: "x" }, errors: {} } }, {}],
    ["a list of null and lists as nothing", { error: [null, [[]]] }, {}],
    ["fields named like members of objects as nothing", JSON.parse('{"__proto__":{"message":"x"},"constructor":{"message":"y"}}'), {}],
    ["null as nothing", null, {}],
    ["text as nothing", "no", {}],
  ])("reads %s", (_, body, expected) => {
    expect(readErrorBody(body)).toEqual({ ...nothing, ...expected });
  });
});

describe("apiError", () => {
  it.each(callers)("sets status, code, reasons, body, headers and Retry-After: $name", async (caller) => {
    const body = { error: { code: "404", message: "Bad date", errors: [{ message: "fromDate" }] } };
    const { wm, requests, named } = await connect(json(body, 404, { "x-request": "7", "set-cookie": "a=1", "retry-after": "120" }));

    await caller.call(wm).catch(() => undefined);

    const error = named("error")[0]!.error as WmApiError;
    const trackingId = requests[0]!.headers["request-tracking-id"];
    expect(error).toBeInstanceOf(WmApiError);
    expect(error.message).toBe(`Bad date (${caller.operation}: status 404, tracking id ${trackingId})`);
    expect([error.operation, error.trackingId, error.attempts]).toEqual([caller.operation, trackingId, 1]);
    expect([error.status, error.code, error.details]).toEqual([404, "404", [{ message: "fromDate" }]]);
    expect([error.retryAfter, error.body, error.cause]).toEqual([120_000, body, undefined]);
    expect([error.headers.get("x-request"), error.headers.getSetCookie()]).toEqual(["7", []]);
  });

  it.each<[string, Handler, unknown]>([
    ["HTML", text("<h1>Bad Gateway</h1>", "text/html", 502), "<h1>Bad Gateway</h1>"],
    ["an empty body", (response) => void response.writeHead(502).write("", () => response.end()), undefined],
    ["a number", json(0, 502), 0],
    ["truncated JSON", text('{"error":{', "application/json", 502), '{"error":{'],
    ["invalid UTF-8", text(Uint8Array.of(0xff, 0x61), "text/plain", 502), "\ufffda"],
  ])("keeps a body without a message: %s", async (_, handler, body) => {
    const { wm } = await connect(handler, { maxRetries: 0 });

    const error = await rejection<WmApiError>(wm.overview());

    expect([error.name, error.status, error.code, error.details]).toEqual(["WmApiError", 502, undefined, []]);
    expect(error.body).toEqual(body);
    expect(error.message).toMatch(/^no error message in the response \(getCustomerOverview: status 502/);
  });
});

describe("a 2xx", () => {
  const unusable = (body: string, message: RegExp): Expected => ({ error: WmResponseError, fields: { status: 200, body, details: [] }, message });
  const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
  const utf8 = /its body is not valid UTF-8 \(tracking id/;
  const page = '<html>\n<title>"Sign in"</title>\u001b[31m';

  it.each<[string, Handler, string, RegExp]>([
    [
      "HTML, whose start is shown on one line",
      text(page),
      page,
      /200, but its body is not JSON: it begins with "<html>\\n<title>\\"Sign in\\"<\/title>\\u001b/,
    ],
    ["truncated JSON", text('{"note":"comp', "application/json"), '{"note":"comp', /is not JSON/],
    ["JSON of a truncated stream", bytes(`${head}\r\n{"note":`, "close"), '{"note":', /is not JSON/],
    ["two documents", text("{}{}", "application/json"), "{}{}", /is not JSON/],
    ["UTF-8 cut off within a character", text(Buffer.from('{"note":"é').subarray(0, -1)), '{"note":"\ufffd', utf8],
    ["UTF-16", text(Buffer.from('\ufeff""', "utf16le")), '\ufffd\ufffd"\0"\0', utf8],
    ["a long page", text("<p>".repeat(1_000)), "<p>".repeat(334).slice(0, 1_000), /begins with "(<p>){13}<" /],
  ])("rejects with a WmResponseError, without a retry, if its body is %s", async (_, handler, body, message) => {
    for (const caller of callers) await play({ caller, answers: [handler, good], ends: unusable(body, message) });
  });

  it.each<[string, Handler]>([
    ["with a length", empty(200)],
    ["chunked", bytes(`${head}transfer-encoding: chunked\r\n\r\n0\r\n\r\n`, "stall")],
    ["ended by the connection", bytes(`${head}\r\n`, "close")],
  ])("rejects an empty body, which wm.raw accepts: %s", async (_, handler) => {
    await play({ answers: [handler], ends: unusable("", /its body is empty/) });
    await play({ caller: rawGet, answers: [handler], ends: { value: undefined } });
  });
});

describe("a redirect", () => {
  const redirected = (status: number, message: RegExp): Expected => ({ error: WmResponseError, fields: { status, body: "", details: [] }, message });

  it.each([300, 302, 308, 399])("rejects with a WmResponseError that names the host, and is not followed: %i", async (status) => {
    const { url, requests } = await serve(good);
    const ends = redirected(status, new RegExp(`redirects to ${new URL(url).host}, and redirects are not followed`));

    for (const caller of callers) await play({ caller, answers: [empty(status, { location: `${url}/login?token=x`, "retry-after": "0" })], ends });

    expect(requests, "requests to the other host").toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ["a relative path", { location: "/login" }, /redirects to 127\.0\.0\.1:\d+, and/],
    ["a host with credentials", { location: "//user:password@elsewhere.example:8443/x?y" }, /redirects to elsewhere\.example:8443, and/],
    ["a script", { location: "javascript:alert(1)" }, /an invalid or missing Location/],
    ["nothing", {}, /an invalid or missing Location/],
  ])("shows only the host of %s", (_, headers, message) => play({ answers: [empty(302, headers)], ends: redirected(302, message) }));

  it("rejects with the hidden status of browsers too", async () => {
    const opaque = { status: 0, type: "opaqueredirect", ok: false, headers: new Headers(), body: null };
    const { wm } = clientOnManualClock({ fetch: async () => opaque as unknown as Response });

    for (const { call } of callers) expect(await rejection(call(wm))).toMatchObject({ name: "WmResponseError", status: 0, attempts: 1 });
  });

  it.each([
    ["the platform's fetch", undefined],
    ["a fetch on node:http", foreignFetch()],
  ])("discards a body that never ends: with %s", async (_, fetch) => {
    for (const { call } of [overview, patch]) {
      const flood: Flood = { sent: 0, closed: false };
      const { wm } = await connect(endless(302, flood, { location: "/elsewhere" }), { fetch });

      expect(await rejection(call(wm))).toMatchObject({ name: "WmResponseError", status: 302, attempts: 1, body: "" });
      await until(() => flood.closed, "the client hangs up");
    }
  });
});
