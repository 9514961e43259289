import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { createWmClient, WmApiError, WmResponseError } from "wm-customer-api";
import { type MockServer, type MockServerOptions, startMockServer } from "wm-customer-api/testing";
import { beforeAll, afterAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { rejection } from "../support/client.js";
import { callFacade, operations } from "../support/spec.js";

const token = "an-example-token";
const client = (baseUrl: string) => createWmClient({ clientId: "any", token, baseUrl, maxRetries: 0 });
const customer = (baseUrl: string) => client(baseUrl).customer("123456789");

const start = async (options?: MockServerOptions): Promise<MockServer> => {
  const mock = await startMockServer(options);
  onTestFinished(() => mock.close());
  return mock;
};

const headers = { Authorization: `Bearer ${token}`, ClientId: "any", "Request-Tracking-Id": "2f1c9a8e-5b7d-4c3e-9f60-8a1b2c3d4e5f" };

/** A port that nobody listens on any more. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe("the mock's port", () => {
  it("is the requested one, and is free again after close", async () => {
    const port = await freePort();

    for (const _ of [1, 2]) {
      const mock = await startMockServer({ port });
      expect(mock.url).toBe(`http://127.0.0.1:${port}`);
      await customer(mock.url).balance();
      await Promise.all([mock.close(), mock.close()]);
      await mock.close();
    }
  });

  it("is named in the error if it is in use", async () => {
    const port = Number(new URL((await start()).url).port);

    const error = await rejection(startMockServer({ port }));

    expect(String(error)).toMatch(new RegExp(`^Error: startMockServer cannot listen on port ${port}: .*EADDRINUSE`));
  });
});

describe("close", () => {
  it.each([
    ["nothing", ""],
    ["half a request line", "GET /custo"],
    ["half the headers", "GET /customers HTTP/1.1\r\nHost: mock\r\n"],
    ["half a body", "PUT /customers/1/contacts HTTP/1.1\r\nHost: mock\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"],
  ])("ends a connection that has sent %s", async (_, sent) => {
    const mock = await start();
    const socket = connect(Number(new URL(mock.url).port), "127.0.0.1");
    const ended = new Promise((resolve) => socket.on("close", resolve));
    socket.on("error", () => undefined);
    await new Promise<void>((resolve) => socket.on("connect", () => socket.write(sent, () => setTimeout(resolve, 20))));

    const begun = performance.now();
    await mock.close();

    expect(performance.now() - begun).toBeLessThan(3_000);
    await ended;
  });

  it("ends a request whose answer never comes", async () => {
    const mock = await start({ answers: { getBalance: () => new Promise<undefined>(() => undefined) } });
    const call = rejection(customer(mock.url).balance());
    await expect.poll(() => mock.requests.length).toBe(1);

    await mock.close();

    expect(String(await call)).toContain("WmConnectionError");
  });
});

describe("the mock's own answers", () => {
  it("are the examples of the spec, or are generated from the schemas", async () => {
    const [fixed, dynamic] = await Promise.all([start(), start({ dynamic: true })]);
    const amounts = async (url: string) =>
      (await customer(url).tickets.surcharges("822908")).tickets?.map(({ details }) => details?.map(({ amount }) => amount));

    expect(await amounts(fixed.url)).toEqual([[147.14]]);
    expect(await amounts(dynamic.url)).not.toEqual([[147.14]]);
  });

  it.each([
    ["an unknown path", "/nowhere", {}, 404],
    ["another method", "/customers", { method: "DELETE" }, 405],
    ["a request without credentials", "/customers", { headers: {} }, 401],
    ["an unknown example", "/customers", { headers: { ...headers, Prefer: "example=none" } }, 404],
    ["another media type", "/customers", { headers: { ...headers, Accept: "application/xml" } }, 406],
    ["malformed JSON", "/customers/1/contacts", { method: "PUT", headers: { ...headers, "Content-Type": "application/json" }, body: "{" }, 400],
    ["a value outside an enum", "/customers/1/services?line_of_business=NONE", {}, 422],
  ])("refuse %s", async (_, path, init, status) => {
    const response = await fetch(shared.url + path, { headers, ...init });

    expect(response.status).toBe(status);
    expect(await response.json()).toBeTypeOf("object");
  });

  it("list violations in a header, in ASCII", async () => {
    const response = await fetch(`${shared.url}/customers/1/services?line_of_business=%C3%A9`, { headers });

    expect(JSON.parse(response.headers.get("sl-violations")!)).toEqual([
      expect.objectContaining({ location: ["request", "query", "line_of_business"], severity: "Error" }),
    ]);
  });

  it("are those of the operation that was called", async () => {
    for (const operation of operations) {
      shared.reset();
      await callFacade(client(shared.url), operation, {});
      expect(shared.requests.map((request) => request.operation)).toEqual([operation.operationId]);
    }
  });

  it.each([429, 503])("include the status %i for every operation", async (status) => {
    for (const operation of operations) {
      const error = await rejection(callFacade(client(shared.url), operation, { headers: { Prefer: `code=${status}` } }));
      expect(error).toBeInstanceOf(WmApiError);
      expect(error).toMatchObject({ operation: operation.operationId, status, code: String(status) });
    }
    const base = await rejection(customer(shared.url).balance({ headers: { Prefer: `code=${status}, example=base` } }));
    expect((base as WmApiError).body).toMatchObject({ code: status });
  });

  it("are open to pages of other origins", async () => {
    const origin = "http://localhost:5173";
    const preflight = await fetch(`${shared.url}/customers`, {
      method: "OPTIONS",
      headers: { Origin: origin, "Access-Control-Request-Method": "PATCH", "Access-Control-Request-Headers": "authorization,clientid" },
    });
    const response = await fetch(`${shared.url}/customers`, { headers: { ...headers, Origin: origin } });

    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toBe("authorization,clientid");
    expect(preflight.headers.get("access-control-allow-methods")).toContain("PATCH");
    expect([preflight, response].map((one) => one.headers.get("access-control-allow-origin"))).toEqual([origin, origin]);
  });
});

describe("custom answers", () => {
  it("replace the spec's example for their operation alone", async () => {
    const mock = await start({ answers: { listInvoices: { body: { invoices: [{ id: "1", amount: "12.50" }] } } } });

    expect((await customer(mock.url).invoices.list()).invoices).toMatchObject([{ amount: 12.5 }]);
    expect((await customer(mock.url).invoices.get("1")).invoices).not.toMatchObject([{ amount: 12.5 }]);
  });

  it("may be a function of the request, also an async one, and undefined stands for the mock's own", async () => {
    const mock = await start({
      answers: {
        getBalance: ({ path }) => (path.customerId === "1" ? { body: { balance: [] } } : undefined),
        listServices: async ({ query, headers, body, method, operation }) => ({
          status: 200,
          body: { services: [], seen: [query.line_of_business, headers.authorization, body ?? "none", method, operation] },
        }),
        updateContacts: ({ body }) => ({ status: 422, body: { code: 422, message: JSON.stringify(body) } }),
      },
    });

    expect(await client(mock.url).customer("1").balance()).toMatchObject({ balance: [] });
    expect(await client(mock.url).customer("2").balance()).not.toMatchObject({ balance: [] });
    expect(await customer(mock.url).services.list({ lineOfBusiness: "ROLLOFF" })).toMatchObject({
      seen: ["ROLLOFF", `Bearer ${token}`, "none", "GET", "listServices"],
    });
    const refused = await rejection(customer(mock.url).contacts.update({ email: "ap@example.com" }));
    expect((refused as WmApiError).message).toContain('{"email":"ap@example.com"}');
  });

  it("are sent unchanged, as JSON unless they say otherwise, and without a body if they have none", async () => {
    const answer = (...args: Parameters<MockServer["answer"]>) => shared.answer(...args);
    const get = () => fetch(`${shared.url}/customers`, { headers: { ...headers, Accept: "application/xml" } });
    const seen = async () => {
      const response = await get();
      return [response.status, response.headers.get("content-type"), await response.text()];
    };

    answer("getCustomerOverview", { status: 429, headers: { "Retry-After": "1" } });
    expect(await seen()).toEqual([429, null, ""]);
    expect((await get()).headers.get("retry-after")).toBe("1");
    answer("getCustomerOverview", { status: 200, body: { amount: "1.10", extra: [null] } });
    expect(await seen()).toEqual([200, "application/json", '{"amount":"1.10","extra":[null]}']);
    answer("getCustomerOverview", { status: 200, body: null });
    expect(await seen()).toEqual([200, "application/json", "null"]);
    answer("getCustomerOverview", { status: 200, body: "{ half" });
    expect(await seen()).toEqual([200, "application/json", "{ half"]);
    answer("getCustomerOverview", { status: 200, headers: { "content-type": "application/xml" }, body: "<a/>" });
    expect(await seen()).toEqual([200, "application/xml", "<a/>"]);
  });

  it("are not given to a request that the spec does not allow", async () => {
    let calls = 0;
    shared.answer("listServices", () => void calls++);
    shared.answer("getBalance", { body: { balance: [] } });

    expect((await fetch(`${shared.url}/customers/1/services?line_of_business=NONE`, { headers })).status).toBe(422);
    expect((await fetch(`${shared.url}/customers/1/balance`)).status).toBe(401);
    expect(calls).toBe(0);
  });

  it("can be replaced, and restored with reset, which also empties the requests", async () => {
    const mock = await start({ answers: { getBalance: { status: 404 } } });
    const status = async () => ((await rejection(customer(mock.url).balance())) as WmApiError).status;

    expect(await status()).toBe(404);
    mock.answer("getBalance", { status: 503 });
    mock.answer("listInvoices", { status: 503 });
    expect(await status()).toBe(503);
    expect(mock.requests).toHaveLength(2);
    mock.reset();
    expect(mock.requests).toEqual([]);
    expect(await status()).toBe(404);
    await customer(mock.url).invoices.list();
  });

  it("can be malformed for the client's sake", async () => {
    shared.answer("getBalance", { status: 200, headers: { "Content-Type": "text/html" }, body: "<html>" });

    expect(await rejection(customer(shared.url).balance())).toBeInstanceOf(WmResponseError);
  });

  it.each([
    ["listInvoice", { status: 503 }, 'answers: unknown operation "listInvoice"; did you mean "listInvoices"?'],
    ["LISTINVOICES", { status: 503 }, 'answers: unknown operation "LISTINVOICES"; did you mean "listInvoices"?'],
    ["pay", { status: 503 }, 'answers: unknown operation "pay"'],
    ["toString", { status: 503 }, 'answers: unknown operation "toString"'],
    ["getBalance", { status: 99 }, "answers.getBalance.status: must be an integer from 200 to 599"],
    ["getBalance", 503, "answers.getBalance: must be an object with status, headers or body, or a function"],
  ])("for %s, %j are refused at once", async (operation, answer, message) => {
    const answers = { [operation]: answer } as MockServerOptions["answers"] & object;

    expect(() => shared.answer(operation as "getBalance", answer as { status: number })).toThrow(message);
    expect(String(await rejection(startMockServer({ answers })))).toBe(`Error: ${message}`);
  });

  it.each([
    ["throws", () => Promise.reject(new Error("out of order")), "out of order"],
    ["returns an unusable status", () => ({ status: 1.5 }), "status: must be an integer from 200 to 599"],
    ["returns an impossible header", () => ({ status: 200, headers: { "X-Text": "\n" } }), "X-Text"],
  ])("that %s become a 500 with the reason", async (_, answer, reason) => {
    shared.answer("getBalance", answer);

    const response = await fetch(`${shared.url}/customers/1/balance`, { headers });

    expect(response.status).toBe(500);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(((await response.json()) as { detail: string }).detail).toContain(reason);
  });
});

describe("the received requests", () => {
  it("are recorded in order, valid or not, with the token hidden", async () => {
    await customer(shared.url).services.list({ lineOfBusiness: "COMMERCIAL" });
    await customer(shared.url).contacts.update({ email: "ap@example.com" });
    await fetch(`${shared.url}/nowhere?a=1&a=2`, { headers: { Authorization: token } });

    expect(shared.requests).toEqual([
      {
        operation: "listServices",
        method: "GET",
        path: { customerId: "123456789" },
        query: { line_of_business: "COMMERCIAL" },
        headers: expect.objectContaining({ clientid: "any", authorization: "Bearer [redacted]" }),
        body: undefined,
      },
      expect.objectContaining({ operation: "updateContacts", method: "PATCH", body: { email: "ap@example.com" } }),
      expect.objectContaining({ operation: undefined, path: {}, query: { a: ["1", "2"] }, headers: expect.objectContaining({ authorization: "[redacted]" }) }),
    ]);
    expect(JSON.stringify(shared.requests)).not.toContain(token);
  });

  it("have their path parameters decoded", async () => {
    await fetch(`${shared.url}/customers/a%2Fb%20%C3%A9/balance`, { headers });
    await fetch(`${shared.url}/customers/%E0%A4/balance`, { headers });

    expect(shared.requests.map(({ path }) => path.customerId)).toEqual(["a/b é", "%E0%A4"]);
  });
});

let shared: MockServer;
beforeAll(async () => {
  shared = await startMockServer();
});
beforeEach(() => shared.reset());
afterAll(() => shared.close());
