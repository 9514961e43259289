import { gzipSync } from "node:zlib";
import { type default as createClient, type Middleware, wrapAsPathBasedClient } from "openapi-fetch";
import { createWmClient, type paths, WmConfigError, WmConnectionError, WmResponseError, type WmRaw, type WmClientOptions } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { configErrorOf, connect, credentials, rejection, secret } from "./support/client.js";
import { empty, text } from "./support/faults.js";
import { type Handler, json } from "./support/server.js";
import { expectNoSecret } from "./support/views.js";

const balance = "/customers/{customerId}/balance";
const contacts = "/customers/{customerId}/contacts";
const ofCustomer1 = { params: { path: { customerId: "1" } } };
const observing: Middleware = { onRequest: () => undefined };

/** `wm.raw`, and the arguments that the client's `fetch` receives. */
async function recorded(handler: Handler = json({}), options: Partial<WmClientOptions> = {}) {
  const calls: [string, RequestInit & Record<string, unknown>][] = [];
  const record = (url: string, init: RequestInit) => (calls.push([url, init as (typeof calls)[0][1]]), fetch(url, init));
  const connected = await connect(handler, { fetch: record as typeof fetch, maxRetries: 0, ...options });
  return { ...connected, raw: connected.wm.raw, calls };
}

describe("wm.raw", () => {
  it("has the members of an openapi-fetch client, works with its wrapper, and is the same on proxies and copies of a client", async () => {
    const { wm, raw } = await recorded(json({ customerId: "1" }));
    const members: (keyof ReturnType<typeof createClient<paths>>)[] = [
      ...(["request", "GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "use", "eject"] as const),
    ];

    expect(Object.keys(raw).sort()).toEqual(members.sort());
    expect((await wrapAsPathBasedClient(raw)["/customers"].GET()).data).toEqual({ customerId: "1" });
    expect([new Proxy(wm, {}), Object.create(wm) as typeof wm, { ...wm }].every((other) => other.raw === raw)).toBe(true);
  });
});

describe("a request of wm.raw", () => {
  it("has the method, the path and the query of the call", async () => {
    const { raw, requests, named } = await recorded();

    await raw.request("get", "/customers/{customerId}/services", { params: { ...ofCustomer1.params, query: { line_of_business: "ROLLOFF" } } });

    expect(requests).toMatchObject([{ method: "GET", url: "/customers/1/services?line_of_business=ROLLOFF", body: "" }]);
    expect(named("request")).toMatchObject([{ method: "GET", operation: "GET /customers/{customerId}/services" }]);
  });

  it("has the client's headers, which a call overrides or removes, except those that identify the client", async () => {
    const headers = { "X-App": "app", "X-Team": "team", Accept: "application/vnd.wm+json", "Content-Type": "application/merge-patch+json" };
    const { raw, requests } = await recorded(json({}), { headers });
    const seen: (string | null)[] = [];
    raw.use({ onRequest: ({ request }) => void seen.push(request.headers.get("x-app")) });

    for (const init of [{}, { "X-App": "call", "X-Team": null }, { Accept: null, ClientId: null, "Request-Tracking-Id": null, "X-Team": undefined }])
      await raw.PATCH(contacts, { ...ofCustomer1, body: {}, headers: init });
    await raw.PATCH(contacts, { params: { ...ofCustomer1.params, header: { ClientId: "mine", "Request-Tracking-Id": "6f1c" } }, body: {} });

    expect(seen).toEqual(["app", "call", "app", "app"]);
    expect(requests.map((request) => ["x-app", "x-team", "accept", "content-type"].map((name) => request.headers[name]))).toEqual([
      ["app", "team", "application/vnd.wm+json", "application/merge-patch+json"],
      ["call", undefined, "application/vnd.wm+json", "application/merge-patch+json"],
      ["app", "team", "application/json", "application/merge-patch+json"],
      ["app", "team", "application/vnd.wm+json", "application/merge-patch+json"],
    ]);
    expect(requests[2]!.headers).toMatchObject({ clientid: "client-1", "request-tracking-id": expect.stringMatching(/^[\da-f-]{36}$/) });
    expect(requests[3]!.headers).toMatchObject({ clientid: "mine", "request-tracking-id": "6f1c" });
  });

  it("has the headers of the call in any form", async () => {
    const { raw, requests } = await recorded();
    const headers = { "X-A": "1", "X-B": "2" };

    for (const form of [headers, Object.entries(headers), new Headers(headers), new Map(Object.entries(headers))])
      await raw.GET("/customers", { headers: form as HeadersInit });

    expect(requests.map(({ headers: { "x-a": a, "x-b": b } }) => [a, b])).toEqual(Array(4).fill(["1", "2"]));
  });

  it.each([
    ["without", []],
    ["with", [observing]],
  ])("has a stream as its body, and passes other fields of the init to fetch, %s middleware", async (_, middleware) => {
    const { raw, requests, calls } = await recorded();
    const init = { cache: "no-store" as const, next: { revalidate: 60 }, middleware };

    await raw.PATCH(contacts, { ...init, ...ofCustomer1, body: new Blob(["streamed"]).stream() as object, bodySerializer: (body: unknown) => body });

    expect(requests[0]!.body).toBe("streamed");
    expect(calls[0]![1]).toMatchObject({ cache: "no-store", next: { revalidate: 60 } });
    expect(Object.keys(calls[0]![1])).not.toContain("params");
  });

  it("ignores null as signal and as headers", async () => {
    const { raw, requests } = await recorded();

    await raw.GET("/customers", { signal: null, headers: null as never });

    expect(requests).toMatchObject([{ method: "GET", body: "" }]);
  });

  it("goes to the client's fetch as URL and init, and to the call's fetch as a Request of the call's class", async () => {
    class Traced extends Request {}
    const { raw, url, requests, calls } = await recorded();
    const received: Request[] = [];
    const fetch = (request: Request) => (received.push(request), Promise.resolve(Response.json({ customerId: "7" })));

    await raw.GET("/customers");
    const { data } = await raw.GET("/customers", { Request: Traced, next: { revalidate: 60 }, fetch });

    expect([calls[0]![0], calls[0]![1].method]).toEqual([`${url}/customers`, "GET"]);
    expect(received[0]).toBeInstanceOf(Traced);
    expect(received[0]).toMatchObject({ url: `${url}/customers`, method: "GET", next: { revalidate: 60 } });
    expect(received[0]!.headers.get("authorization")).toBe(`Bearer ${secret}`);
    expect(data).toEqual({ customerId: "7" });
    expect(requests).toHaveLength(1);
  });

  const get = (init: Record<string, unknown> & { middleware?: Middleware[] }) => (raw: WmRaw) => raw.GET("/customers", init);
  it.each<[string, string, string, (raw: WmRaw) => Promise<unknown>]>([
    ["an unusable option", "totalTimeout", "greater than 0", get({ totalTimeout: Number.NaN })],
    ["an unusable header value", 'headers["X-A"]', "X-A", get({ headers: { "X-A": `a\n${secret}` } })],
    ["an unusable header value among the parameters", 'headers["ClientId"]', "ClientId", get({ params: { header: { ClientId: "a\r\nb" } } })],
    ["an Authorization header", "headers", "use the option token", get({ headers: { Authorization: `Bearer ${secret}` } })],
    ["a connection header", "headers", "upgrade", get({ headers: new Headers([["Upgrade", "h2c"]]) })],
    ["a header of middleware", "headers", "upgrade", get({ middleware: [{ onRequest: ({ request }) => request.headers.set("Upgrade", "h2c") }] })],
    ["a body of a GET", "body", "not allowed for GET", get({ body: {} })],
    ["a null body of a GET", "body", "not allowed for GET", get({ body: null })],
    ["a body of a HEAD", "body", "not allowed for HEAD", (raw) => raw.HEAD("/customers" as never, { body: {} } as never)],
    ["an unusable base URL", "baseUrl", "absolute", get({ baseUrl: "nope" })],
    ["an unknown parser", "parseAs", "json, text", get({ parseAs: "nope" })],
    ["a method that is no string", "method", "must be a string", (raw) => raw.request(5 as never, "/customers")],
    ["a path that is no string", "path", "must be a string", (raw) => raw.GET(5 as never)],
  ])("rejects %s, and the error shows no value", async (_, argument, message, call) => {
    const error = await configErrorOf(({ raw }) => call(raw));

    expect(error.argument).toBe(argument);
    expect(error.message).toContain(message);
    expect(error.message.startsWith(`${error.operation}: `)).toBe(true);
    expectNoSecret(error);
  });

  it.each<[string, (raw: WmRaw) => Promise<unknown>]>([
    ["a path that changes the host", (raw) => raw.GET("@evil.example/x" as "/customers")],
    ["a base URL of a call", get({ baseUrl: "https://evil.example" })],
    ["a Request of middleware", get({ middleware: [{ onRequest: ({ request }) => new Request("https://evil.example/x", request) }] })],
  ])("rejects another origin, and sends no credential: %s", async (_, call) => {
    const sent: unknown[] = [];
    const record: typeof fetch = (...args) => (sent.push(args), Promise.resolve(Response.json({})));
    const { raw } = createWmClient({ ...credentials, baseUrl: "https://gateway.example", fetch: record });

    const error = await rejection<WmConfigError>(call(raw));

    expect(error).toBeInstanceOf(WmConfigError);
    expect(error.message).toContain("evil.example");
    expect(error.attempts).toBe(0);
    expect(sent).toEqual([]);
  });
});

describe("a result of wm.raw", () => {
  it("has the values as on the wire, and fetch's own Response, its body used", async () => {
    const body = { ivr_fee: "5.0 ", last_payment_amount: "x" };
    const { raw, url, named } = await recorded(json(body));

    const { data, error, response } = await raw.GET(balance, ofCustomer1);

    expect(data).toEqual(body);
    expect(error).toBeUndefined();
    expect(response).toBeInstanceOf(Response);
    expect([response.status, response.ok, response.url, response.bodyUsed]).toEqual([200, true, `${url}/customers/1/balance`, true]);
    expect(named("decodeIssue")).toEqual([]);
  });

  it.each<[string, Handler, number, unknown]>([
    ["a JSON error", json({ code: 404, message: "No such customer" }, 404), 404, { code: 404, message: "No such customer" }],
    ["HTML", text("<h1>Bad Gateway</h1>", "text/html", 502), 502, "<h1>Bad Gateway</h1>"],
    ["an empty body", empty(500), 500, undefined],
    ["a 304", (response) => void response.writeHead(304).end(), 304, ""],
  ])("has an error, and reports one, for %s", async (_, handler, status, expected) => {
    const { raw, names } = await recorded(handler);

    const { data, error, response } = await raw.GET("/customers");

    expect([data, error]).toEqual([undefined, expected]);
    expect([response.status, response.ok]).toEqual([status, false]);
    expect(names()).toEqual(["request", "response", "error"]);
  });

  it("has no data for a HEAD", async () => {
    const { raw, names } = await recorded(empty(200));

    expect((await raw.HEAD("/customers" as never)).data).toBeUndefined();
    expect(names()).toEqual(["request", "response", "success"]);
  });

  it("has no data for a 205 in chunks, with middleware", async () => {
    const { raw } = await recorded((response) => {
      response.writeHead(205).write("x");
      response.end();
    });

    expect((await raw.GET("/customers", { middleware: [observing] })).data).toBeUndefined();
  });

  it("has the body as text, bytes, a blob and a stream, uncompressed", async () => {
    const { raw, requests } = await recorded(text(gzipSync("<due>1.10</due>"), "application/xml", 200, { "content-encoding": "gzip" }));

    const plain = await raw.GET(balance, { ...ofCustomer1, headers: { Accept: "application/xml" }, parseAs: "text" });
    const buffer = await raw.GET(balance, { ...ofCustomer1, parseAs: "arrayBuffer" });
    const blob = await raw.GET(balance, { ...ofCustomer1, parseAs: "blob" });
    const stream = await raw.GET(balance, { ...ofCustomer1, parseAs: "stream" });

    expect(requests[0]!.headers.accept).toBe("application/xml");
    const texts = [plain.data, new TextDecoder().decode(buffer.data), await blob.data!.text(), await new Response(stream.data).text()];
    expect(texts).toEqual(Array(4).fill("<due>1.10</due>"));
  });

  it("rejects a status that Response does not allow with a WmResponseError", async () => {
    const { raw } = await recorded(text("x", "text/plain", 700));

    const error = await rejection<WmResponseError>(raw.GET(balance, { ...ofCustomer1, parseAs: "text" }));

    expect(error).toBeInstanceOf(WmResponseError);
    expect(error.status).toBe(700);
    expect(error.message).toContain("not a valid HTTP status");
  });
});

describe("middleware of wm.raw", () => {
  it("receives requests and responses of the platform until it is ejected, and none of the façade", async () => {
    const { wm, raw, url, requests } = await recorded(json({ customerId: "1" }));
    const seen: unknown[] = [];
    const middleware: Middleware = {
      onRequest({ request, schemaPath }) {
        seen.push(schemaPath, request instanceof Request);
        request.headers.set("X-Trace", "7");
        return new Request(request, { headers: request.headers });
      },
      onResponse: ({ response }) => void seen.push(response.status, response instanceof Response, response.statusText, response.url),
    };
    raw.use(middleware);

    await wm.overview();
    await raw.GET("/customers");
    raw.eject(middleware);
    await raw.GET("/customers");

    expect(seen).toEqual(["/customers", true, 200, true, "OK", `${url}/customers`]);
    expect(requests.map(({ headers }) => headers["x-trace"])).toEqual([undefined, "7", undefined]);
  });

  it("is called as often as it is registered, minus the times it is ejected", async () => {
    const { raw } = await recorded();
    const seen: string[] = [];
    class Named {
      constructor(readonly name: string) {}
      onRequest() {
        seen.push(this.name);
      }
    }
    const [one, two] = [new Named("one"), new Named("two")];
    raw.use(one, two, one);
    raw.eject(one, new Named("other"));

    await raw.GET("/customers", { middleware: [new Named("of the call"), undefined as never] });

    expect(seen).toEqual(["two", "one", "of the call"]);
    expect(() => raw.use({} as Middleware)).toThrow("Middleware must be an object");
  });

  it("replaces method, headers, body, credentials and cache mode of the request, and so whether it is retried", async () => {
    const { raw, requests, calls } = await recorded(empty(500), { maxRetries: 1 });
    const changed = { method: "PATCH", body: "changed", credentials: "include", cache: "no-store", keepalive: true } as const;
    raw.use({ onRequest: ({ request }) => new Request(request.url, { ...changed, headers: { "Content-Type": "text/plain", "X-Trace": "7" } }) });

    await raw.GET(balance, ofCustomer1);

    const { method, url, headers, body } = requests[0]!;
    expect([method, url, body]).toEqual(["PATCH", "/customers/1/balance", "changed"]);
    expect(headers).toMatchObject({ "content-type": "text/plain", "x-trace": "7", authorization: `Bearer ${secret}` });
    expect(calls[0]![1]).toMatchObject({ credentials: "include", cache: "no-store", keepalive: true });
    expect(requests).toHaveLength(1);
  });

  it.each(["caller", "middleware"])("adds the signal of its request to the caller's: an abort by the %s", async (who) => {
    const [caller, own] = [new AbortController(), new AbortController()];
    const reason = new Error("enough");
    const { raw } = await recorded(() => (who === "caller" ? caller : own).abort(reason));
    raw.use({ onRequest: ({ request }) => new Request(request.url, { signal: own.signal }) });

    expect(await rejection(raw.GET("/customers", { signal: caller.signal }))).toBe(reason);
  });

  it("decides the outcome of a call by its response", async () => {
    const { raw, names, named } = await recorded();
    const refused: Middleware = { onResponse: () => Response.json({ message: "not for you" }, { status: 403, headers: { "x-mark": "1" } }) };
    const cached: Middleware = { onRequest: () => Response.json({ from: "cache" }) };
    const closed: Middleware = { onRequest: () => Response.json({ message: "closed" }, { status: 503, headers: { "retry-after": "3" } }) };

    const results = [];
    for (const middleware of [refused, cached, closed]) results.push(await raw.GET("/customers", { middleware: [middleware] }));

    expect(results.map(({ data, error }) => data ?? error)).toEqual([{ message: "not for you" }, { from: "cache" }, { message: "closed" }]);
    expect(results[0]!.response.headers.get("x-mark")).toBe("1");
    expect(names()).toEqual(["request", "response", "error", "success", "error"]);
    expect(named("success")).toMatchObject([{ status: 200, attempts: 0 }]);
    const [forbidden, unavailable] = named("error").map(({ error }) => error);
    expect(forbidden).toMatchObject({ status: 403, message: expect.stringMatching(/^not for you/) as string });
    expect(unavailable).toMatchObject({ status: 503, retryAfter: 3_000, body: { message: "closed" }, attempts: 0 });
  });

  it.each(["onRequest", "onResponse"])("rejects the call with what its %s throws, and reports it", async (name) => {
    const { raw, named } = await recorded();
    const thrown = new SyntaxError("of middleware");

    expect(await rejection(raw.GET("/customers", { middleware: [{ [name]: () => Promise.reject(thrown) } as unknown as Middleware] }))).toBe(thrown);
    expect(named("error").map(({ error }) => error)).toEqual([thrown]);
  });

  const page = () => new Response(`<html>${secret}`);
  const readFailure = async () => {
    const response = new Response("{}", { status: 500 });
    await response.text();
    return response;
  };
  it.each<[string, Middleware, string]>([
    ["a page before the request", { onRequest: page }, "JSON"],
    ["a page after it", { onResponse: page }, "JSON"],
    ["a page instead of an error", { onRequest: () => Promise.resolve(new Request("http://127.0.0.1:9/")), onError: page }, "JSON"],
    ["a response that it has read", { onResponse: async ({ response }) => void (await response.text()) }, "Body"],
    ["a 500 that it has read", { onResponse: () => readFailure() }, "Body"],
  ])("rejects the call with a WmResponseError if it returns %s", async (_, middleware, why) => {
    const { raw, named } = await recorded();

    const error = await rejection<WmResponseError>(raw.GET("/customers", { middleware: [middleware] }));

    expect(error).toBeInstanceOf(WmResponseError);
    expect(error.message).toContain(why);
    expect(error.cause).toBeInstanceOf(Error);
    expectNoSecret(error);
    expect(named("error").map((event) => event.error)).toEqual([error]);
  });

  it("receives the WmError in onError, and replaces it", async () => {
    const { raw } = await recorded((response) => void response.destroy());
    const errors: unknown[] = [];
    const other = new Error("other");
    raw.use({ onError: ({ error }) => (errors.push(error), other) });

    expect(await rejection(raw.GET("/customers"))).toBe(other);
    expect(errors[0]).toBeInstanceOf(WmConnectionError);
    expect((errors[0] as WmConnectionError).cause).toBeInstanceOf(Error);
  });
});
