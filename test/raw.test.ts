import { gzipSync } from "node:zlib";
import { inspect } from "node:util";
import { type default as createClient, wrapAsPathBasedClient } from "openapi-fetch";
import { createWmClient, type paths, WmConfigError, WmConnectionError, WmResponseError, type WmRaw, WmTimeoutError } from "wm-customer-api";
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
  it("is available on proxies, copies and subclasses", () => {
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

  it("uses the method, headers, body, signal, credentials and cache mode of a Request that middleware returns", async () => {
    const seen: RequestInit[] = [];
    const { server, raw } = await setup(json({}), {
      fetch: (url: string, init: RequestInit) => {
        seen.push(init);
        return fetch(url, init);
      },
    });
    raw.use({
      onRequest: ({ request }) =>
        new Request(request.url, {
          method: "PUT",
          headers: { "Content-Type": "text/plain", "X-Trace": "7" },
          body: "changed",
          credentials: "include",
          cache: "no-store",
          keepalive: true,
        }),
    });

    await raw.GET(balance, ofCustomer1);

    const { method, url, headers, body } = server.requests[0]!;
    expect([method, url, body]).toEqual(["PUT", "/customers/1/balance", "changed"]);
    expect(headers["content-type"]).toBe("text/plain");
    expect(headers["x-trace"]).toBe("7");
    expect(headers.authorization).toBe(`Bearer ${secret}`);
    expect(seen[0]!.credentials).toBe("include");
    expect(seen[0]!.cache).toBe("no-store");
    expect(seen[0]!.keepalive).toBe(true);
  });

  it("ends with the reason of the signal of a Request that middleware returns", async () => {
    const { raw } = await setup(() => undefined);
    const [controller, other] = [new AbortController(), new AbortController()];
    const reason = new Error("enough");
    raw.use({ onRequest: ({ request }) => new Request(request, { signal: controller.signal }) });

    const call = rejection(raw.GET("/customers", { signal: other.signal }));
    setTimeout(() => controller.abort(reason), 20);

    expect(await call).toBe(reason);
  });

  it("ends with the reason of the caller's signal, which middleware has dropped", async () => {
    const { raw } = await setup(() => undefined);
    const controller = new AbortController();
    const reason = new Error("enough");
    raw.use({ onRequest: ({ request }) => new Request(request.url) });

    const call = rejection(raw.GET("/customers", { signal: controller.signal }));
    setTimeout(() => controller.abort(reason), 20);

    expect(await call).toBe(reason);
  });

  it("retries the request that middleware made by its own method", async () => {
    const { server, raw } = await setup(answer("", 500), { maxRetries: 1 });
    raw.use({ onRequest: ({ request }) => new Request(request.url, { method: "PATCH", body: "{}" }) });

    const { response } = await raw.GET(balance, ofCustomer1);

    expect(response.status).toBe(500);
    expect(server.requests.map(({ method }) => method)).toEqual(["PATCH"]);
  });

  it("keeps its middleware from the façade", async () => {
    const server = await serve(json({ customerId: "1" }));
    const wm = createWmClient({ ...credentials, baseUrl: server.url });
    const seen: string[] = [];
    wm.raw.use({ onRequest: ({ schemaPath }) => void seen.push(schemaPath) });

    await wm.overview();
    await wm.raw.GET("/customers");

    expect(seen).toEqual(["/customers"]);
  });

  it("gives middleware unread platform Responses, and uses the one that it returns", async () => {
    const { raw } = await setup(json({ a: 1 }));
    raw.use({
      async onResponse({ response }) {
        expect(response).toBeInstanceOf(Response);
        return Response.json({ ...((await response.clone().json()) as object), b: 2 }, { headers: { "x-mark": "1" } });
      },
    });

    const { data, response } = await raw.GET("/customers");

    expect(data).toEqual({ a: 1, b: 2 });
    expect(response.headers.get("x-mark")).toBe("1");
  });

  it("passes what middleware throws unchanged, and reports it", async () => {
    const seen: unknown[] = [];
    const { server, raw } = await setup(json({}), { hooks: { error: ({ error }: { error: unknown }) => seen.push(error) } });
    const [before, after] = [new SyntaxError("before"), new Error("after")];
    const middleware = { onRequest: () => Promise.reject(before) };

    raw.use(middleware);
    expect(await rejection(raw.GET("/customers"))).toBe(before);
    expect(server.requests).toHaveLength(0);

    raw.eject(middleware);
    expect(await rejection(raw.GET("/customers", { middleware: [{ onResponse: () => Promise.reject(after) }] }))).toBe(after);
    expect(seen).toEqual([before, after]);
  });

  it("gives onError of middleware the WmError, and throws the error that it returns", async () => {
    const { raw } = await setup((response) => void response.destroy());
    const errors: unknown[] = [];
    const other = new Error("other");
    raw.use({
      onError({ error }) {
        errors.push(error);
        return other;
      },
    });

    expect(await rejection(raw.GET("/customers"))).toBe(other);
    expect(errors[0]).toBeInstanceOf(WmConnectionError);
    expect((errors[0] as WmConnectionError).cause).toBeInstanceOf(Error);
  });

  it("shows the client's headers to middleware, and lets a call override or remove them", async () => {
    const { server, raw } = await setup(json({}), { headers: { "X-App": "app", "X-Team": "team", Accept: "application/vnd.wm+json" } });
    const seen: (string | null)[] = [];
    raw.use({ onRequest: ({ request }) => void seen.push(request.headers.get("x-app")) });

    await raw.GET("/customers");
    await raw.GET("/customers", { headers: { "X-App": "call", "X-Team": null } });

    expect(seen).toEqual(["app", "call"]);
    expect(server.requests.map(({ headers }) => [headers["x-app"], headers["x-team"]])).toEqual([
      ["app", "team"],
      ["call", undefined],
    ]);
    expect(server.requests.map(({ headers }) => headers.accept)).toEqual(["application/vnd.wm+json", "application/vnd.wm+json"]);
  });

  it("sends the client's Content-Type instead of openapi-fetch's default, as the façade does", async () => {
    const server = await serve(json({}));
    const wm = createWmClient({ ...credentials, baseUrl: server.url, headers: { "Content-Type": "application/vnd.wm+json" } });

    await wm.raw.PATCH("/customers/{customerId}/contacts", { ...ofCustomer1, body: { email: "ap@example.com" } });
    await wm.customer("1").contacts.update({ email: "ap@example.com" });

    expect(server.requests.map(({ headers }) => headers["content-type"])).toEqual(["application/vnd.wm+json", "application/vnd.wm+json"]);
  });

  it("sends Accept, ClientId and Request-Tracking-Id although a call removes them", async () => {
    const { server, raw } = await setup(json({}));

    await raw.GET("/customers", { headers: { Accept: null, ClientId: null, "Request-Tracking-Id": null } });

    const { headers } = server.requests[0]!;
    expect(headers.accept).toBe("application/json");
    expect(headers.clientid).toBe("client-1");
    expect(headers["request-tracking-id"]).toMatch(/^[\da-f-]{36}$/);
  });

  it.each<[string, HeadersInit | Map<string, string>]>([
    ["a record", { "X-A": "1", "X-B": "2" }],
    [
      "pairs",
      [
        ["X-A", "1"],
        ["X-B", "2"],
      ],
    ],
    ["a Headers object", new Headers({ "X-A": "1", "X-B": "2" })],
    [
      "a Map",
      new Map([
        ["X-A", "1"],
        ["X-B", "2"],
      ]),
    ],
  ])("sends the headers in %s", async (_, headers) => {
    const { server, raw } = await setup(json({}));

    await raw.GET("/customers", { headers: headers as HeadersInit });

    expect([server.requests[0]!.headers["x-a"], server.requests[0]!.headers["x-b"]]).toEqual(["1", "2"]);
  });

  it.each<[string, (raw: WmRaw) => Promise<unknown>]>([
    ["a path that changes the host", (raw) => raw.GET("@evil.example/x" as "/customers")],
    ["a base URL of a call", (raw) => raw.GET("/customers", { baseUrl: "https://evil.example" })],
    [
      "a Request of middleware",
      (raw) => raw.GET("/customers", { middleware: [{ onRequest: ({ request }) => new Request("https://evil.example/x", request) }] }),
    ],
  ])("rejects %s that leads to another origin, and sends no credential", async (_, call) => {
    const sent: unknown[] = [];
    const { raw } = createWmClient({
      ...credentials,
      baseUrl: "https://gateway.example",
      fetch: (...args) => (sent.push(args), Promise.resolve(Response.json({}))),
    });

    const error = (await rejection(call(raw))) as WmConfigError;

    expect(error).toBeInstanceOf(WmConfigError);
    expect(error.message).toContain("evil.example");
    expect(error.attempts).toBe(0);
    expect(sent).toEqual([]);
  });

  it("sends bodies of other kinds with the Content-Type that belongs to them", async () => {
    const { server, raw } = await setup(json({}));
    const form = new FormData();
    form.set("name", "zoë");
    // The spec declares JSON alone.
    await raw.PATCH("/customers/{customerId}/contacts", { ...ofCustomer1, body: form as object });

    const { headers, body } = server.requests[0]!;
    expect(headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(body).toContain('name="name"');
    expect(body).toContain("zoë");
  });

  it("sends a stream, with middleware and without", async () => {
    const { server, raw } = await setup(json({}));
    const init = () => ({ ...ofCustomer1, body: new Blob(["streamed"]).stream() as object, bodySerializer: (body: unknown) => body });
    const middleware = [{ onRequest: () => undefined }];

    await raw.PATCH("/customers/{customerId}/contacts", init());
    await raw.PATCH("/customers/{customerId}/contacts", { ...init(), middleware });

    expect(server.requests.map(({ body }) => body)).toEqual(["streamed", "streamed"]);
  });

  it("resolves to undefined for a 205 in chunks, with middleware too", async () => {
    const { raw } = await setup((response) => {
      response.writeHead(205);
      response.write("x");
      response.end();
    });

    expect((await raw.GET("/customers")).data).toBeUndefined();
    expect((await raw.GET("/customers", { middleware: [{ onRequest: () => undefined }] })).data).toBeUndefined();
  });

  it("passes further fields of the init to fetch", async () => {
    const seen: Record<string, unknown>[] = [];
    const { raw } = await setup(json({}), {
      fetch: (url: string, init: RequestInit) => {
        seen.push(init as Record<string, unknown>);
        return fetch(url, init);
      },
    });

    await raw.GET("/customers", { cache: "no-store", next: { revalidate: 60 } });

    expect(seen[0]).toMatchObject({ cache: "no-store", next: { revalidate: 60 } });
    expect(Object.keys(seen[0]!)).not.toContain("params");
  });

  it("calls the client's fetch with URL and init, and that of a call with a Request", async () => {
    const seen: unknown[][] = [];
    const record = (...args: unknown[]) => (seen.push(args), Promise.resolve(Response.json({})));
    const { raw } = await setup(json({}), { fetch: record });

    await raw.GET("/customers");
    await raw.GET("/customers", { fetch: record });

    expect(seen[0]![0]).toBeTypeOf("string");
    expect((seen[0]![1] as RequestInit).method).toBe("GET");
    const request = seen[1]![0] as Request;
    expect(request).toBeInstanceOf(Request);
    expect(new URL(request.url).pathname).toBe("/customers");
    expect(request.headers.get("authorization")).toBe(`Bearer ${secret}`);
  });

  it("puts fetch's own Response into the result, its body used", async () => {
    const { raw } = await setup(json({ a: 1 }));

    const { response } = await raw.GET("/customers");

    expect(response).toBeInstanceOf(Response);
    expect(response.bodyUsed).toBe(true);
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
