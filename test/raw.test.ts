import { gzipSync } from "node:zlib";
import { inspect } from "node:util";
import { type default as createClient, wrapAsPathBasedClient } from "openapi-fetch";
import { createWmClient, type paths, WmConfigError, WmConnectionError, WmResponseError, WmTimeoutError } from "wm-customer-api";
import { describe, expect, inject, it } from "vitest";
import { credentials, rejection, secret } from "./support/client.js";
import { type Handler, json, serve } from "./support/server.js";

async function setup(handler: Handler, options: object = {}) {
  const server = await serve(handler);
  return { server, raw: createWmClient({ ...credentials, baseUrl: server.url, maxRetries: 0, ...options }).raw };
}

const answer =
  (body: string | Uint8Array, status = 200, headers: Record<string, string> = {}): Handler =>
  (response) =>
    void response.writeHead(status, headers).end(body);

const balance = "/customers/{customerId}/balance";
const ofCustomer1 = { params: { path: { customerId: "1" } } };

describe("wm.raw", () => {
  it("is one client, which proxies, copies and heirs of the façade have as well", () => {
    const wm = createWmClient(credentials);

    expect(wm.raw).toBe(wm.raw);
    expect(new Proxy(wm, {}).raw).toBe(wm.raw);
    expect(Object.create(wm).raw).toBe(wm.raw);
    expect({ ...wm }.raw).toBe(wm.raw);
  });

  it("resolves to data and response, with the client's identity put on", async () => {
    const { server, raw } = await setup(json({ customerId: "1", balanceDue: "147.10" }));

    const { data, error, response } = await raw.GET("/customers");

    expect(data).toEqual({ customerId: "1", balanceDue: "147.10" });
    expect(error).toBeUndefined();
    expect(response.status).toBe(200);
    expect(response.ok).toBe(true);
    expect(response.url).toBe(`${server.url}/customers`);
    const { headers } = server.requests[0]!;
    expect(headers.authorization).toBe(`Bearer ${secret}`);
    expect(headers.clientid).toBe("client-1");
    expect(headers["request-tracking-id"]).toMatch(/^[\da-f-]{36}$/);
    expect(headers.accept).toBe("application/json");
  });

  it("resolves to error and response for a status outside 2xx, and throws nothing", async () => {
    const { raw } = await setup(json({ code: 404, message: "No such customer" }, 404));

    const { data, error, response } = await raw.GET("/customers");

    expect(data).toBeUndefined();
    expect(error).toEqual({ code: 404, message: "No such customer" });
    expect(response.status).toBe(404);
  });

  it("takes the ClientId and the Request-Tracking-Id that a caller passes", async () => {
    const { server, raw } = await setup(json({}));

    await raw.GET("/customers", { params: { header: { ClientId: "mine", "Request-Tracking-Id": "6f1c" } } });

    expect(server.requests[0]!.headers.clientid).toBe("mine");
    expect(server.requests[0]!.headers["request-tracking-id"]).toBe("6f1c");
  });

  it("takes the options of a single call", async () => {
    const { server, raw } = await setup(() => undefined);

    const error = (await rejection(raw.GET("/customers", { timeout: 400, trackingId: "call-1" }))) as WmTimeoutError;

    expect(error).toBeInstanceOf(WmTimeoutError);
    expect(error.timeout).toBe(400);
    expect(error.operation).toBe("GET /customers");
    expect(error.trackingId).toBe("call-1");
    expect(server.requests).toHaveLength(1);
  });

  it("sends a query and a body as openapi-fetch does", async () => {
    const { server, raw } = await setup(json({}));

    await raw.GET("/customers/{customerId}/services", { params: { path: { customerId: "1" }, query: { line_of_business: "ROLLOFF" } } });
    await raw.PATCH("/customers/{customerId}/contacts", { ...ofCustomer1, body: { email: "ap@example.com" } });
    await raw.request("get", balance, ofCustomer1);

    expect(server.requests.map(({ method, url, body }) => [method, url, body])).toEqual([
      ["GET", "/customers/1/services?line_of_business=ROLLOFF", ""],
      ["PATCH", "/customers/1/contacts", '{"email":"ap@example.com"}'],
      ["GET", "/customers/1/balance", ""],
    ]);
    expect(server.requests[1]!.headers["content-type"]).toBe("application/json");
  });

  it("reaches XML", async () => {
    const xml = "<balance><amount>1.10</amount></balance>";
    const { server, raw } = await setup(answer(xml, 200, { "content-type": "application/xml" }));

    const { data } = await raw.GET(balance, { ...ofCustomer1, headers: { Accept: "application/xml" }, parseAs: "text" });

    expect(server.requests[0]!.headers.accept).toBe("application/xml");
    expect(data).toBe(xml);
  });

  it("hands over a body as bytes, as a stream and uncompressed", async () => {
    const { raw } = await setup(answer(gzipSync("payload"), 200, { "content-encoding": "gzip" }));

    const buffer = await raw.GET(balance, { ...ofCustomer1, parseAs: "arrayBuffer" });
    const stream = await raw.GET(balance, { ...ofCustomer1, parseAs: "stream" });

    expect(new TextDecoder().decode(buffer.data)).toBe("payload");
    expect(await new Response(stream.data).text()).toBe("payload");
  });

  it("resolves to undefined for an empty body", async () => {
    for (const status of [200, 204, 205]) {
      const { raw } = await setup(answer("", status));
      expect((await raw.GET(balance, ofCustomer1)).data).toBeUndefined();
    }
  });

  it.each<[string, Handler]>([
    ["HTML", answer("<html>Sign in</html>", 200, { "content-type": "text/html" })],
    ["cut off", answer('{"a":')],
    ["not UTF-8", answer(Uint8Array.of(0x22, 0xe9, 0x22))],
    ["white space", answer(" ")],
  ])("throws a WmResponseError for a 200 that is %s", async (_, handler) => {
    const { raw } = await setup(handler);

    const error = (await rejection(raw.GET(balance, ofCustomer1))) as WmResponseError;

    expect(error).toBeInstanceOf(WmResponseError);
    expect(error.status).toBe(200);
    expect(error.operation).toBe(`GET ${balance}`);
  });

  it("throws a WmResponseError for a redirect", async () => {
    const { raw } = await setup(answer("", 302, { location: "https://example.com/" }));

    const error = (await rejection(raw.GET("/customers"))) as WmResponseError;

    expect(error).toBeInstanceOf(WmResponseError);
    expect(error.message).toContain("example.com");
  });

  it("throws a WmConnectionError where there is no complete answer", async () => {
    const { raw } = await setup((response) => void response.destroy());

    expect(await rejection(raw.GET("/customers"))).toBeInstanceOf(WmConnectionError);
  });

  it("gives 304, an HTML error and an empty error as error", async () => {
    for (const [handler, expected] of [
      [answer("", 304), ""],
      [answer("<h1>Bad Gateway</h1>", 502), "<h1>Bad Gateway</h1>"],
      [answer("", 500), ""],
    ] as const) {
      const { raw } = await setup(handler);
      const { data, error, response } = await raw.GET("/customers");
      expect(data).toBeUndefined();
      expect(error).toEqual(expected);
      expect(response.ok).toBe(false);
    }
  });

  it("refuses a path parameter that is missing, which openapi-fetch would send as the template itself", async () => {
    const { server, raw } = await setup(json({}));
    const calls = [
      raw.GET(balance, {} as typeof ofCustomer1),
      raw.GET(balance, { params: { path: { customerId: "" } } }),
      raw.GET(balance, undefined as unknown as typeof ofCustomer1),
    ];

    for (const call of calls) {
      const error = (await rejection(call)) as WmConfigError;
      expect(error).toBeInstanceOf(WmConfigError);
      expect(error.message).toContain("customerId");
    }
    expect(server.requests).toHaveLength(0);
  });

  it("refuses an Authorization header, and to send credentials in the clear to another machine", async () => {
    const { server, raw } = await setup(json({}));

    const header = (await rejection(raw.GET("/customers", { headers: { Authorization: `Bearer ${secret}` } }))) as WmConfigError;
    const target = (await rejection(raw.GET("/customers", { baseUrl: "http://example.com" }))) as WmConfigError;

    expect(header).toBeInstanceOf(WmConfigError);
    expect(inspect(header)).not.toContain(secret);
    expect(target).toBeInstanceOf(WmConfigError);
    expect(target.message).toContain("example.com");
    expect(server.requests).toHaveLength(0);
  });

  it.each<[string, object, string]>([
    ["a header that no HTTP header can carry", { headers: { "X-A": "a\nb" } }, "X-A"],
    ["such a header among the parameters", { params: { header: { ClientId: "a\r\nb" } } }, "ClientId"],
    ["a token that no header can carry", { headers: { Authorization: `Bearer ${secret}\nx` } }, "Authorization"],
    ["a header of the connection", { headers: new Headers([["Upgrade", "h2c"]]) }, "upgrade"],
    ["a body of a GET", { body: {} }, "body"],
    ["a base URL that is none", { baseUrl: "nope" }, "baseUrl"],
    ["a parser that is none", { parseAs: "nope" }, "parseAs"],
  ])("refuses %s with a WmConfigError that shows no value", async (_, init, named) => {
    const { server, raw } = await setup(json({}));
    const seen: unknown[] = [];
    const watched = createWmClient({ ...credentials, baseUrl: server.url, hooks: { error: ({ error }) => seen.push(error) } }).raw;

    const error = (await rejection(watched.GET("/customers", init as Record<string, unknown>))) as WmConfigError;

    expect(error).toBeInstanceOf(WmConfigError);
    expect(error.message).toContain(named);
    expect(error.operation).toBe("GET /customers");
    expect(inspect(error, { showHidden: true })).not.toContain(secret);
    expect(seen).toEqual([error]);
    expect(await rejection(raw.GET("/customers", init as Record<string, unknown>))).toBeInstanceOf(WmConfigError);
    expect(server.requests).toHaveLength(0);
  });

  it("runs the middleware that callers register, on real requests and responses", async () => {
    const { server, raw } = await setup(json({ a: 1 }));
    const seen: string[] = [];
    const middleware = {
      onRequest({ request, schemaPath }: { request: Request; schemaPath: string }) {
        seen.push(schemaPath);
        request.headers.set("X-Trace", "7");
        return new Request(request, { headers: request.headers });
      },
      onResponse({ response }: { response: Response }) {
        seen.push(String(response.status));
      },
    };
    raw.use(middleware);

    await raw.GET(balance, ofCustomer1);
    raw.eject(middleware);
    await raw.GET(balance, ofCustomer1);

    expect(seen).toEqual([balance, "200"]);
    expect(server.requests.map(({ headers }) => headers["x-trace"])).toEqual(["7", undefined]);
  });

  it("sends a call through the fetch that the call is given", async () => {
    const { server, raw } = await setup(json({ from: "server" }));

    const { data } = await raw.GET(balance, { ...ofCustomer1, fetch: () => Promise.resolve(Response.json({ from: "call" })) });

    expect(data).toEqual({ from: "call" });
    expect(server.requests).toHaveLength(0);
  });

  it("ends with the reason of the caller's signal", async () => {
    const { raw } = await setup(() => undefined);
    const controller = new AbortController();
    const reason = new Error("enough");

    const call = rejection(raw.GET("/customers", { signal: controller.signal }));
    setTimeout(() => controller.abort(reason), 20);

    expect(await call).toBe(reason);
  });

  it("works with what is built on openapi-fetch", async () => {
    const { raw } = await setup(json({ customerId: "1" }));
    const plain: (keyof ReturnType<typeof createClient<paths>>)[] = [
      "request",
      "GET",
      "PUT",
      "POST",
      "DELETE",
      "OPTIONS",
      "HEAD",
      "PATCH",
      "TRACE",
      "use",
      "eject",
    ];

    expect(Object.keys(raw).sort()).toEqual([...plain].sort());
    expect((await wrapAsPathBasedClient(raw)["/customers"].GET()).data).toEqual({ customerId: "1" });
  });

  it("answers from the mock", async () => {
    const { raw } = createWmClient({ ...credentials, baseUrl: inject("mockUrl") });

    const { data, response } = await raw.GET("/customers/{customerId}/tickets/{ticketId}/surcharges", {
      params: { path: { customerId: "123456789", ticketId: "822908" }, query: { ticket_type: "disposal" } },
    });

    expect(response.headers.get("sl-violations")).toBeNull();
    expect(data?.tickets?.[0]?.details?.[0]?.amount).toBe("147.14");
  });
});
