import { gzipSync } from "node:zlib";
import { inspect } from "node:util";
import { type default as createClient, type Middleware, wrapAsPathBasedClient } from "openapi-fetch";
import {
  createWmClient,
  decodeWire,
  type paths,
  WmConfigError,
  WmConnectionError,
  WmResponseError,
  type WmRaw,
  WmTimeoutError,
  type WmClientOptions,
} from "wm-customer-api";
import { describe, expect, inject, it } from "vitest";
import { createClientAt } from "../src/client.js";
import { credentials, rejection, secret } from "./support/client.js";
import { manualClock } from "./support/clock.js";
import { type Handler, json, serve } from "./support/server.js";

const balance = "/customers/{customerId}/balance";
const contacts = "/customers/{customerId}/contacts";
const ofCustomer1 = { params: { path: { customerId: "1" } } };

async function setup(handler: Handler, options: Partial<WmClientOptions> = {}) {
  const server = await serve(handler);
  return { server, raw: createWmClient({ ...credentials, baseUrl: server.url, maxRetries: 0, ...options }).raw };
}

/** A client whose `fetch` records its arguments. */
async function recorded() {
  const calls: [string, RequestInit & Record<string, unknown>][] = [];
  const record = (url: string, init: RequestInit) => (calls.push([url, init as (typeof calls)[0][1]]), fetch(url, init));
  return { ...(await setup(json({}), { fetch: record as typeof fetch })), calls };
}

const answer =
  (body: string | Uint8Array, status = 200, headers: Record<string, string> = {}): Handler =>
  (response) =>
    void response.writeHead(status, headers).end(body);

describe("wm.raw", () => {
  it("is available on proxies, copies and subclasses", () => {
    const wm = createWmClient(credentials);

    for (const other of [wm, new Proxy(wm, {}), Object.create(wm), { ...wm }]) expect(other.raw).toBe(wm.raw);
  });

  it("has the members of an openapi-fetch client, and works with its wrapper", async () => {
    const { raw } = await setup(json({ customerId: "1" }));
    const members: (keyof ReturnType<typeof createClient<paths>>)[] = [
      ...(["request", "GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "use", "eject"] as const),
    ];

    expect(Object.keys(raw).sort()).toEqual(members.sort());
    expect((await wrapAsPathBasedClient(raw)["/customers"].GET()).data).toEqual({ customerId: "1" });
  });
});

describe("a request of wm.raw", () => {
  it("has the client's identity, and the query and body of the call", async () => {
    const { server, raw } = await setup(json({}));

    await raw.GET("/customers/{customerId}/services", { params: { path: { customerId: "1" }, query: { line_of_business: "ROLLOFF" } } });
    await raw.PATCH(contacts, { ...ofCustomer1, body: { email: "ap@example.com" } });
    await raw.request("get", balance, ofCustomer1);

    expect(server.requests.map(({ method, url, body }) => [method, url, body])).toEqual([
      ["GET", "/customers/1/services?line_of_business=ROLLOFF", ""],
      ["PATCH", "/customers/1/contacts", '{"email":"ap@example.com"}'],
      ["GET", "/customers/1/balance", ""],
    ]);
    expect(server.requests[1]!.headers).toMatchObject({
      authorization: `Bearer ${secret}`,
      clientid: "client-1",
      "request-tracking-id": expect.stringMatching(/^[\da-f-]{36}$/),
      accept: "application/json",
      "content-type": "application/json",
    });
  });

  it("has the ClientId and the Request-Tracking-Id of the call", async () => {
    const { server, raw } = await setup(json({}));

    await raw.GET("/customers", { params: { header: { ClientId: "mine", "Request-Tracking-Id": "6f1c" } } });

    expect(server.requests[0]!.headers).toMatchObject({ clientid: "mine", "request-tracking-id": "6f1c" });
  });

  it("has the client's headers, which a call overrides or removes, but never the identity", async () => {
    const { server, raw } = await setup(json({}), { headers: { "X-App": "app", "X-Team": "team", Accept: "application/vnd.wm+json" } });
    const seen: (string | null)[] = [];
    raw.use({ onRequest: ({ request }) => void seen.push(request.headers.get("x-app")) });

    await raw.GET("/customers");
    await raw.GET("/customers", { headers: { "X-App": "call", "X-Team": null } });
    await raw.GET("/customers", { headers: { Accept: null, ClientId: null, "Request-Tracking-Id": null } });

    expect(seen).toEqual(["app", "call", "app"]);
    expect(server.requests.map(({ headers }) => [headers["x-app"], headers["x-team"], headers.accept])).toEqual([
      ["app", "team", "application/vnd.wm+json"],
      ["call", undefined, "application/vnd.wm+json"],
      ["app", "team", "application/json"],
    ]);
    expect(server.requests[2]!.headers).toMatchObject({ clientid: "client-1", "request-tracking-id": expect.stringMatching(/^[\da-f-]{36}$/) });
  });

  it("has the client's Content-Type, like a request of the façade", async () => {
    const server = await serve(json({}));
    const wm = createWmClient({ ...credentials, baseUrl: server.url, headers: { "Content-Type": "application/vnd.wm+json" } });

    await wm.raw.PATCH(contacts, { ...ofCustomer1, body: { email: "ap@example.com" } });
    await wm.customer("1").contacts.update({ email: "ap@example.com" });

    expect(server.requests.map(({ headers }) => headers["content-type"])).toEqual(["application/vnd.wm+json", "application/vnd.wm+json"]);
  });

  it("has the headers of the call in any form", async () => {
    const { server, raw } = await setup(json({}));
    const headers = { "X-A": "1", "X-B": "2" };

    for (const form of [headers, Object.entries(headers), new Headers(headers), new Map(Object.entries(headers))])
      await raw.GET("/customers", { headers: form as HeadersInit });

    expect(server.requests.map(({ headers: { "x-a": a, "x-b": b } }) => [a, b])).toEqual(Array(4).fill(["1", "2"]));
  });

  it("has a stream as its body, with middleware and without", async () => {
    const { server, raw } = await setup(json({}));
    const init = () => ({ ...ofCustomer1, body: new Blob(["streamed"]).stream() as object, bodySerializer: (body: unknown) => body });

    await raw.PATCH(contacts, init());
    await raw.PATCH(contacts, { ...init(), middleware: [{ onRequest: () => undefined }] });

    expect(server.requests.map(({ body }) => body)).toEqual(["streamed", "streamed"]);
  });

  it("passes other fields of the init to fetch, with middleware and without", async () => {
    const { raw, calls } = await recorded();

    for (const middleware of [[], [{ onRequest: () => undefined }]]) await raw.GET("/customers", { cache: "no-store", next: { revalidate: 60 }, middleware });

    for (const [, init] of calls) {
      expect(init).toMatchObject({ cache: "no-store", next: { revalidate: 60 } });
      expect(Object.keys(init)).not.toContain("params");
    }
    expect(calls).toHaveLength(2);
  });

  it("goes to the client's fetch as URL and init, and to the call's fetch as a Request", async () => {
    const { server, raw, calls } = await recorded();
    const requests: Request[] = [];

    await raw.GET("/customers");
    const { data } = await raw.GET("/customers", { fetch: (request) => (requests.push(request), Promise.resolve(Response.json({ customerId: "7" }))) });

    expect([calls[0]![0], calls[0]![1].method]).toEqual([`${server.url}/customers`, "GET"]);
    expect(requests[0]).toBeInstanceOf(Request);
    expect(new URL(requests[0]!.url).pathname).toBe("/customers");
    expect(requests[0]!.headers.get("authorization")).toBe(`Bearer ${secret}`);
    expect(data).toEqual({ customerId: "7" });
    expect(server.requests).toHaveLength(1);
  });

  it("gives the call's fetch the fields of the init that a Request does not have", async () => {
    const { raw } = await setup(json({}));
    const requests: Request[] = [];

    await raw.GET("/customers", { next: { revalidate: 60 }, fetch: (request: Request) => (requests.push(request), Promise.resolve(Response.json({}))) });

    expect(requests[0]).toMatchObject({ next: { revalidate: 60 }, method: "GET" });
  });

  it("is an instance of the class that the call is given", async () => {
    class Traced extends Request {}
    const { raw } = await setup(json({}));
    const requests: Request[] = [];

    await raw.GET("/customers", { Request: Traced, fetch: (request) => (requests.push(request), Promise.resolve(Response.json({}))) });

    expect(requests[0]).toBeInstanceOf(Traced);
  });

  it("ends at the timeout of the call", async () => {
    const clock = manualClock();
    const server = await serve(() => clock.advance(400));
    const { raw } = createClientAt(clock, { ...credentials, baseUrl: server.url, maxRetries: 0 });

    const error = (await rejection(raw.GET("/customers", { timeout: 400, trackingId: "call-1" }))) as WmTimeoutError;

    expect(error).toBeInstanceOf(WmTimeoutError);
    expect([error.timeout, error.operation, error.trackingId]).toEqual([400, "GET /customers", "call-1"]);
  });

  it.each<[string, Middleware | undefined]>([
    ["the caller's signal", undefined],
    ["the caller's signal, which middleware has dropped", { onRequest: ({ request }) => new Request(request.url) }],
  ])("ends with the reason of %s", async (_, middleware) => {
    const controller = new AbortController();
    const { raw } = await setup(() => controller.abort(reason));
    const reason = new Error("enough");

    expect(await rejection(raw.GET("/customers", { signal: controller.signal, middleware: middleware ? [middleware] : [] }))).toBe(reason);
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ["an option of the call", { totalTimeout: Number.NaN }, "totalTimeout", "greater than 0"],
    ["a header value", { headers: { "X-A": `a\n${secret}` } }, 'headers["X-A"]', "X-A"],
    ["a header value among the parameters", { params: { header: { ClientId: "a\r\nb" } } }, 'headers["ClientId"]', "ClientId"],
    ["an Authorization header", { headers: { Authorization: `Bearer ${secret}` } }, "headers", "use the option token"],
    ["a connection header", { headers: new Headers([["Upgrade", "h2c"]]) }, "headers", "upgrade"],
    ["a body of a GET", { body: {} }, "body", "not allowed for GET"],
    ["a base URL", { baseUrl: "nope" }, "baseUrl", "absolute"],
    ["a parser", { parseAs: "nope" }, "parseAs", "json, text"],
  ])("is not sent with an unusable %s, and the error shows no value", async (_, init, argument, message) => {
    const seen: unknown[] = [];
    const { server, raw } = await setup(json({}), { hooks: { error: ({ error }) => seen.push(error) } });

    const error = (await rejection(raw.GET("/customers", init))) as WmConfigError;

    expect(error).toBeInstanceOf(WmConfigError);
    expect([error.argument, error.operation, error.attempts]).toEqual([argument, "GET /customers", 0]);
    expect(error.message).toContain(message);
    expect(inspect(error, { showHidden: true })).not.toContain(secret);
    expect(seen).toEqual([error]);
    expect(server.requests).toEqual([]);
  });

  it.each<[string, (raw: WmRaw) => Promise<unknown>]>([
    ["method", (raw) => raw.request(5 as never, "/customers")],
    ["path", (raw) => raw.GET(5 as never)],
  ])("rejects a %s that is not a string", async (argument, call) => {
    const { server, raw } = await setup(json({}));

    const error = (await rejection(call(raw))) as WmConfigError;

    expect(error).toBeInstanceOf(WmConfigError);
    expect([error.argument, error.attempts]).toEqual([argument, 0]);
    expect(error.message).toContain(`${argument}: must be a string`);
    expect(server.requests).toEqual([]);
  });

  it.each<[string, (raw: WmRaw) => Promise<unknown>]>([
    ["a path that changes the host", (raw) => raw.GET("@evil.example/x" as "/customers")],
    ["a base URL of a call", (raw) => raw.GET("/customers", { baseUrl: "https://evil.example" })],
    ["a base URL without TLS", (raw) => raw.GET("/customers", { baseUrl: "http://evil.example" })],
    [
      "a Request of middleware",
      (raw) => raw.GET("/customers", { middleware: [{ onRequest: ({ request }) => new Request("https://evil.example/x", request) }] }),
    ],
  ])("rejects %s that leads to another origin, and sends no credential", async (_, call) => {
    const sent: unknown[] = [];
    const record: typeof fetch = (...args) => (sent.push(args), Promise.resolve(Response.json({})));
    const { raw } = createWmClient({ ...credentials, baseUrl: "https://gateway.example", fetch: record });

    const error = (await rejection(call(raw))) as WmConfigError;

    expect(error).toBeInstanceOf(WmConfigError);
    expect(error.message).toContain("evil.example");
    expect(error.attempts).toBe(0);
    expect(sent).toEqual([]);
  });
});

describe("a result of wm.raw", () => {
  it("has data and fetch's own Response, its body used", async () => {
    const { server, raw } = await setup(json({ customerId: "1", balanceDue: "147.10" }));

    const { data, error, response } = await raw.GET("/customers");

    expect(data).toEqual({ customerId: "1", balanceDue: "147.10" });
    expect(error).toBeUndefined();
    expect(response).toBeInstanceOf(Response);
    expect([response.status, response.ok, response.url, response.bodyUsed]).toEqual([200, true, `${server.url}/customers`, true]);
  });

  it("has values as on the wire, which decodeWire decodes", async () => {
    const body = { ivr_fee: "5.0 ", last_payment_date: "07/01/15", billing_name: "null", last_payment_amount: "x", balance: { amount: "1" } };
    const issues: unknown[] = [];
    const { raw } = await setup(json(body), { hooks: { decodeIssue: (event) => issues.push(event) } });

    const { data } = await raw.GET(balance, ofCustomer1);

    expect(data).toEqual(body);
    expect(issues).toEqual([]);
    const decoded = { ivr_fee: 5, last_payment_date: "2015-07-01", billing_name: null, last_payment_amount: null, balance: [{ amount: 1 }] };
    expect(decodeWire("getBalance", data)).toEqual(decoded);
  });

  it.each<[string, Handler, number, unknown]>([
    ["a JSON error", json({ code: 404, message: "No such customer" }, 404), 404, { code: 404, message: "No such customer" }],
    ["HTML", answer("<h1>Bad Gateway</h1>", 502), 502, "<h1>Bad Gateway</h1>"],
    ["an empty body", answer("", 500), 500, ""],
    ["a 304", answer("", 304), 304, ""],
  ])("has an error, and reports one, for %s", async (_, handler, status, expected) => {
    const seen: string[] = [];
    const { raw } = await setup(handler, { hooks: { error: () => seen.push("error"), success: () => seen.push("success") } });

    const { data, error, response } = await raw.GET("/customers");

    expect([data, error]).toEqual([undefined, expected]);
    expect([response.status, response.ok]).toEqual([status, false]);
    expect(seen).toEqual(["error"]);
  });

  it("has no data for an empty body, of a HEAD or a 205 in chunks too", async () => {
    const chunked: Handler = (response) => {
      response.writeHead(205).write("x");
      response.end();
    };

    for (const handler of [answer("", 200), answer("", 204), answer("", 205), chunked]) {
      const { raw } = await setup(handler);
      for (const middleware of [[], [{ onRequest: () => undefined }]]) expect((await raw.GET(balance, { ...ofCustomer1, middleware })).data).toBeUndefined();
      expect((await raw.HEAD("/customers" as never)).data).toBeUndefined();
    }
  });

  it("has the body as text, bytes and a stream, uncompressed", async () => {
    const { server, raw } = await setup(answer(gzipSync("<due>1.10</due>"), 200, { "content-encoding": "gzip", "content-type": "application/xml" }));

    const text = await raw.GET(balance, { ...ofCustomer1, headers: { Accept: "application/xml" }, parseAs: "text" });
    const buffer = await raw.GET(balance, { ...ofCustomer1, parseAs: "arrayBuffer" });
    const stream = await raw.GET(balance, { ...ofCustomer1, parseAs: "stream" });

    expect(server.requests[0]!.headers.accept).toBe("application/xml");
    expect([text.data, new TextDecoder().decode(buffer.data), await new Response(stream.data).text()]).toEqual(Array(3).fill("<due>1.10</due>"));
  });

  it.each<[string, Handler, new (...args: never[]) => Error]>([
    ["a 200 that is HTML", answer("<html>Sign in</html>", 200, { "content-type": "text/html" }), WmResponseError],
    ["a 200 that is cut off", answer('{"a":'), WmResponseError],
    ["a 200 that is not UTF-8", answer(Uint8Array.of(0x22, 0xe9, 0x22)), WmResponseError],
    ["a 200 that is blank", answer(" "), WmResponseError],
    ["a redirect", answer("", 302, { location: "https://example.com/" }), WmResponseError],
    ["a lost connection", (response) => void response.destroy(), WmConnectionError],
  ])("is an error for %s", async (_, handler, kind) => {
    const { raw } = await setup(handler);

    const error = (await rejection(raw.GET(balance, ofCustomer1))) as WmResponseError;

    expect(error).toBeInstanceOf(kind);
    expect(error.operation).toBe(`GET ${balance}`);
  });

  it("is a WmResponseError for a status that Response does not allow", async () => {
    const { raw } = await setup(answer("x", 700));

    const error = (await rejection(raw.GET(balance, { ...ofCustomer1, parseAs: "text" }))) as WmResponseError;

    expect(error).toBeInstanceOf(WmResponseError);
    expect(error.status).toBe(700);
    expect(error.message).toContain("not a valid HTTP status");
  });

  it("is the mock's sample, without a violation", async () => {
    const { raw } = createWmClient({ ...credentials, baseUrl: inject("mockUrl") });

    const { data, response } = await raw.GET("/customers/{customerId}/tickets/{ticketId}/surcharges", {
      params: { path: { customerId: "123456789", ticketId: "822908" }, query: { ticket_type: "disposal" } },
    });

    expect(response.headers.get("sl-violations")).toBeNull();
    expect(data?.tickets?.[0]?.details?.[0]?.amount).toBe("147.14");
  });
});

describe("middleware of wm.raw", () => {
  it("gets requests and responses of the platform until it is ejected, and none of the façade", async () => {
    const server = await serve(json({ customerId: "1" }));
    const wm = createWmClient({ ...credentials, baseUrl: server.url });
    const seen: unknown[] = [];
    const middleware: Middleware = {
      onRequest({ request, schemaPath }) {
        seen.push(schemaPath, request instanceof Request);
        request.headers.set("X-Trace", "7");
        return new Request(request, { headers: request.headers });
      },
      onResponse: ({ response }) => void seen.push(response.status, response instanceof Response, response.url),
    };
    wm.raw.use(middleware);

    await wm.overview();
    await wm.raw.GET("/customers");
    wm.raw.eject(middleware);
    await wm.raw.GET("/customers");

    expect(seen).toEqual(["/customers", true, 200, true, `${server.url}/customers`]);
    expect(server.requests.map(({ headers }) => headers["x-trace"])).toEqual([undefined, "7", undefined]);
  });

  it("replaces the request: method, headers, body, credentials and cache mode", async () => {
    const { server, raw, calls } = await recorded();
    const changed = { method: "PUT", body: "changed", credentials: "include", cache: "no-store", keepalive: true } as const;
    raw.use({ onRequest: ({ request }) => new Request(request.url, { ...changed, headers: { "Content-Type": "text/plain", "X-Trace": "7" } }) });

    await raw.GET(balance, ofCustomer1);

    const { method, url, headers, body } = server.requests[0]!;
    expect([method, url, body]).toEqual(["PUT", "/customers/1/balance", "changed"]);
    expect(headers).toMatchObject({ "content-type": "text/plain", "x-trace": "7", authorization: `Bearer ${secret}` });
    expect(calls[0]![1]).toMatchObject({ credentials: "include", cache: "no-store", keepalive: true });
  });

  it("replaces the signal, beside that of the call", async () => {
    const [controller, other] = [new AbortController(), new AbortController()];
    const reason = new Error("enough");
    const { raw } = await setup(() => controller.abort(reason));
    raw.use({ onRequest: ({ request }) => new Request(request, { signal: controller.signal }) });

    expect(await rejection(raw.GET("/customers", { signal: other.signal }))).toBe(reason);
  });

  it("decides by its method whether a call is retried", async () => {
    const { server, raw } = await setup(answer("", 500), { maxRetries: 1 });
    raw.use({ onRequest: ({ request }) => new Request(request.url, { method: "PATCH", body: "{}" }) });

    const { response } = await raw.GET(balance, ofCustomer1);

    expect(response.status).toBe(500);
    expect(server.requests.map(({ method }) => method)).toEqual(["PATCH"]);
  });

  it("replaces the response", async () => {
    const { raw } = await setup(json({ a: 1 }));
    const add = async ({ response }: { response: Response }) =>
      Response.json({ ...((await response.clone().json()) as object), b: 2 }, { headers: { "x-mark": "1" } });

    const { data, response } = await raw.GET("/customers", { middleware: [{ onResponse: add }] });

    expect(data).toEqual({ a: 1, b: 2 });
    expect(response.headers.get("x-mark")).toBe("1");
  });

  it("rejects with what it throws, and reports it", async () => {
    const seen: unknown[] = [];
    const { server, raw } = await setup(json({}), { hooks: { error: ({ error }) => seen.push(error) } });
    const [before, after] = [new SyntaxError("before"), new Error("after")];

    expect(await rejection(raw.GET("/customers", { middleware: [{ onRequest: () => Promise.reject(before) }] }))).toBe(before);
    expect(server.requests).toEqual([]);
    expect(await rejection(raw.GET("/customers", { middleware: [{ onResponse: () => Promise.reject(after) }] }))).toBe(after);
    expect(seen).toEqual([before, after]);
  });

  const page = () => new Response(`<html>${secret}`);
  const readFailure = async () => {
    const response = new Response("{}", { status: 500 });
    await response.text();
    return response;
  };
  it.each<[string, Middleware, string]>([
    ["before the request", { onRequest: page }, "JSON"],
    ["after it", { onResponse: page }, "JSON"],
    ["instead of an error", { onRequest: () => Promise.resolve(new Request("http://127.0.0.1:9/")), onError: page }, "JSON"],
    ["that it has read", { onResponse: async ({ response }) => void (await response.text()) }, "Body"],
    ["with status 500 that it has read", { onResponse: () => readFailure() }, "Body"],
  ])("rejects with a WmResponseError if it gives a response %s whose body is no JSON", async (_, middleware, why) => {
    const seen: unknown[] = [];
    const { raw } = await setup(json({}), { hooks: { error: ({ error }) => seen.push(error) } });

    const error = (await rejection(raw.GET("/customers", { middleware: [middleware] }))) as WmResponseError;

    expect(error).toBeInstanceOf(WmResponseError);
    expect(error.message).toContain(why);
    expect(error.cause).toBeInstanceOf(Error);
    expect(inspect(error, { showHidden: true })).not.toContain(secret);
    expect(seen).toEqual([error]);
  });

  it("is called as often as it is registered, minus the times it is ejected", async () => {
    const { raw } = await setup(json({}));
    let count = 0;
    const middleware: Middleware = { onRequest: () => void count++ };
    raw.use(middleware, middleware);
    raw.eject(middleware, { onRequest: () => undefined });

    await raw.GET("/customers");

    expect(count).toBe(1);
    expect(() => raw.use({} as Middleware)).toThrow("Middleware must be an object");
  });

  it("gets the WmError in onError, and replaces it", async () => {
    const { raw } = await setup((response) => void response.destroy());
    const errors: unknown[] = [];
    const other = new Error("other");
    raw.use({ onError: ({ error }) => (errors.push(error), other) });

    expect(await rejection(raw.GET("/customers"))).toBe(other);
    expect(errors[0]).toBeInstanceOf(WmConnectionError);
    expect((errors[0] as WmConnectionError).cause).toBeInstanceOf(Error);
  });
});
