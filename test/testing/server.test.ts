import { connect } from "node:net";
import { createWmClient, WmApiError } from "wm-customer-api";
import { type MockServer, type MockServerOptions, startMockServer } from "wm-customer-api/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { rejection } from "../support/client.js";
import { closedPort } from "../support/faults.js";
import { callFacade, operations } from "../support/spec.js";

const token = "an-example-token";
const headers = { Authorization: `Bearer ${token}`, ClientId: "any", "Request-Tracking-Id": "2f1c9a8e-5b7d-4c3e-9f60-8a1b2c3d4e5f" };
const client = ({ url }: MockServer) => createWmClient({ clientId: "any", token, baseUrl: url, maxRetries: 0 });
const customer = (mock: MockServer) => client(mock).customer("123456789");

const start = async (options?: MockServerOptions): Promise<MockServer> => {
  const mock = await startMockServer(options);
  onTestFinished(() => mock.close());
  return mock;
};

let shared: MockServer;
beforeAll(async () => {
  shared = await startMockServer();
});
beforeEach(() => shared.reset());
afterAll(() => shared.close());
const get = (path: string, init: RequestInit = {}) => fetch(shared.url + path, { headers, ...init });

describe("startMockServer", () => {
  it("listens on the requested port, which is free again after close", async () => {
    const port = await closedPort();

    for (const _ of [1, 2]) {
      const mock = await startMockServer({ port });
      expect(mock.url).toBe(`http://127.0.0.1:${port}`);
      await customer(mock).balance();
      await Promise.all([mock.close(), mock.close()]);
      await mock.close();
    }
  });

  it("rejects if the port is in use, or for an unknown operation", async () => {
    const port = Number(new URL(shared.url).port);
    const answers = { pay: { status: 503 } } as MockServerOptions["answers"] & object;

    expect(String(await rejection(startMockServer({ port })))).toMatch(new RegExp(`^Error: startMockServer cannot listen on port ${port}: .*EADDRINUSE`));
    expect(String(await rejection(startMockServer({ answers })))).toBe('Error: answers: unknown operation "pay"');
  });
});

describe("close", () => {
  it.each([
    ["nothing", ""],
    ["half the headers", "GET /customers HTTP/1.1\r\nHost: mock\r\n"],
    ["half a body", "PUT /customers/1/contacts HTTP/1.1\r\nHost: mock\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"],
  ])("ends a connection that has sent %s", async (_, sent) => {
    const mock = await start();
    const socket = connect(Number(new URL(mock.url).port), "127.0.0.1");
    const ended = new Promise((resolve) => socket.on("error", () => undefined).on("close", resolve));
    await new Promise<void>((resolve) => socket.on("connect", () => socket.write(sent, () => setTimeout(resolve, 20))));

    const begun = performance.now();
    await mock.close();

    expect(performance.now() - begun).toBeLessThan(3_000);
    await ended;
  });

  it("ends a request whose answer never comes", async () => {
    const mock = await start({ answers: { getBalance: () => new Promise<undefined>(() => undefined) } });
    const call = rejection(customer(mock).balance());
    await expect.poll(() => mock.requests.length).toBe(1);

    await mock.close();

    expect(String(await call)).toContain("WmConnectionError");
  });
});

describe("the mock", () => {
  it("answers with the examples of the spec, or with bodies generated from the schemas", async () => {
    const dynamic = await start({ dynamic: true });
    const amounts = async (mock: MockServer, options = {}) =>
      (await customer(mock).tickets.surcharges("822908", options)).tickets?.map(({ details }) => details?.map(({ amount }) => amount));

    expect(await amounts(shared)).toEqual([[147.14]]);
    expect(await amounts(shared, { headers: { Prefer: "dynamic=false" } })).toEqual([[147.14]]);
    for (const mock of [dynamic, shared]) expect(await amounts(mock, { headers: { prefer: "Dynamic=true" } })).not.toEqual([[147.14]]);
    expect(await amounts(dynamic)).not.toEqual([[147.14]]);
  });

  it("answers with the tickets of the kind in the query", async () => {
    const examples = operations.find(({ operationId }) => operationId === "listTickets")?.ok?.examples;

    expect(await (await get("/customers/1/tickets?ticket_type=disposal")).json()).toEqual(examples?.disposal?.value);
  });

  it.each([
    ["an unknown path", "/nowhere", {}, 404],
    ["a path with one segment more", "/customers/1/balance/1", {}, 404],
    ["another method", "/customers", { method: "DELETE" }, 405],
    ["a request without credentials", "/customers", { headers: {} }, 401],
    ["an unknown example", "/customers", { headers: { ...headers, Prefer: "example=none" } }, 404],
    ["another media type", "/customers", { headers: { ...headers, Accept: "application/xml" } }, 406],
    ["malformed JSON", "/customers/1/contacts", { method: "PUT", headers: { ...headers, "Content-Type": "application/json" }, body: "{" }, 400],
    ["no JSON", "/customers/1/contacts", { method: "PUT", headers: { ...headers, "Content-Type": "application/json" } }, 422],
    ["a value outside an enum", "/customers/1/services?line_of_business=NONE", {}, 422],
  ])("refuses %s", async (_, path, init, status) => {
    const response = await get(path, init);

    expect(response.status).toBe(status);
    expect(await response.json()).toBeTypeOf("object");
  });

  it("lists violations in a header, in ASCII", async () => {
    const response = await get("/customers/1/services?line_of_business=%C3%A9");

    expect(JSON.parse(response.headers.get("sl-violations")!)).toMatchObject([{ location: ["request", "query", "line_of_business"], severity: "Error" }]);
    expect((await get("/customers")).headers.get("sl-violations")).toBeNull();
  });

  it("finds the operation of each request", async () => {
    for (const operation of operations) {
      shared.reset();
      await callFacade(client(shared), operation, {});
      expect(shared.requests.map((request) => request.operation)).toEqual([operation.operationId]);
    }
  });

  it.each([429, 503])("has the status %i for every operation", async (status) => {
    for (const operation of operations) {
      const error = await rejection<WmApiError>(callFacade(client(shared), operation, { headers: { Prefer: `code=${status}` } }));
      expect(error).toBeInstanceOf(WmApiError);
      expect([error.operation, error.status, error.code]).toEqual([operation.operationId, status, String(status)]);
    }
    const base = customer(shared).balance({ headers: { Prefer: `code=${status}, example=base` } });
    expect((await rejection<WmApiError>(base)).body).toMatchObject({ code: status });
  });

  it("allows pages of other origins", async () => {
    const origin = "http://localhost:5173";
    const asked = { "Access-Control-Request-Method": "PATCH", "Access-Control-Request-Headers": "authorization,clientid" };
    const preflight = await get("/customers", { method: "OPTIONS", headers: { Origin: origin, ...asked } });
    const response = await get("/customers", { headers: { ...headers, Origin: origin, "Access-Control-Request-Method": "GET" } });

    expect([preflight.status, response.status]).toEqual([204, 200]);
    expect(preflight.headers.get("access-control-allow-headers")).toBe("authorization,clientid");
    expect(preflight.headers.get("access-control-allow-methods")).toContain("PATCH");
    expect([preflight, response].map((one) => one.headers.get("access-control-allow-origin"))).toEqual([origin, origin]);
  });
});

describe("answer", () => {
  it("replaces the spec's example for its operation alone, until reset", async () => {
    const balance = async () => (await customer(shared).balance()).balance;
    shared.answer("getBalance", ({ path }) => (path.customerId === "123456789" ? { body: { balance: [] } } : undefined));

    expect(await balance()).toEqual([]);
    expect((await client(shared).customer("2").balance()).balance).not.toEqual([]);
    expect((await customer(shared).invoices.list()).invoices).not.toEqual([]);
    shared.reset();
    expect(await balance()).not.toEqual([]);
  });

  it("passes the request to a function", async () => {
    shared.answer("listServices", async (request) => ({ status: 200, body: { services: [], request } }));
    shared.answer("updateContacts", ({ body }) => ({ status: 422, body: { message: JSON.stringify(body) } }));

    const request = { method: "GET", operation: "listServices", path: { customerId: "123456789" }, query: { line_of_business: "ROLLOFF" } };
    const seen = await customer(shared).services.list({ lineOfBusiness: "ROLLOFF" });
    expect(seen).toMatchObject({ request: { ...request, headers: { authorization: `Bearer ${token}` } } });
    expect(String(await rejection(customer(shared).contacts.update({ email: "ap@example.com" })))).toContain('{"email":"ap@example.com"}');
  });

  it.each([
    [{ status: 429, headers: { "Retry-After": "1" } }, [429, null, "1", ""]],
    [{ body: { amount: "1.10" } }, [200, "application/json", null, '{"amount":"1.10"}']],
    [{ status: 201, body: null }, [201, "application/json", null, "null"]],
    [{ headers: { "content-type": "application/xml" }, body: "<a/>" }, [200, "application/xml", null, "<a/>"]],
  ])("sends %j unchanged", async (answer, expected) => {
    shared.answer("getCustomerOverview", answer as { status: number });

    const response = await get("/customers", { headers: { ...headers, Accept: "application/xml" } });

    expect([response.status, response.headers.get("content-type"), response.headers.get("retry-after"), await response.text()]).toEqual(expected);
  });

  it("is not used for a request that the spec does not allow", async () => {
    let calls = 0;
    shared.answer("listServices", () => void calls++);
    shared.answer("getBalance", { body: { balance: [] } });

    expect((await get("/customers/1/services?line_of_business=NONE")).status).toBe(422);
    expect((await get("/customers/1/balance", { headers: {} })).status).toBe(401);
    expect(calls).toBe(0);
  });

  it.each([
    ["that throws", () => Promise.reject(new Error("out of order")), "out of order"],
    ["with an unusable status", () => ({ status: 1.5 }), "status: must be an integer from 200 to 599"],
    ["with an impossible header", () => ({ status: 200, headers: { "X-Text": "\n" } }), "X-Text"],
  ])("sends a 500 with the reason for a function %s", async (_, answer, reason) => {
    shared.answer("getBalance", answer);

    const response = await get("/customers/1/balance");

    expect([response.status, response.headers.get("content-type")]).toEqual([500, "application/problem+json"]);
    expect(await response.text()).toContain(reason);
  });
});

describe("requests", () => {
  it("records requests in order, valid or not, with the token hidden", async () => {
    await customer(shared).services.list({ lineOfBusiness: "COMMERCIAL" });
    await customer(shared).contacts.update({ email: "ap@example.com" });
    await get("/nowhere?a=1&a=2", { method: "POST", headers: { Authorization: token, "Content-Type": "text/plain" }, body: "5" });

    const [listed, ...others] = shared.requests;
    expect(listed).toEqual({
      operation: "listServices",
      method: "GET",
      path: { customerId: "123456789" },
      query: { line_of_business: "COMMERCIAL" },
      headers: expect.objectContaining({ clientid: "any", authorization: "Bearer [redacted]" }),
      body: undefined,
    });
    expect(others).toMatchObject([
      { operation: "updateContacts", method: "PATCH", body: { email: "ap@example.com" } },
      { operation: undefined, method: "POST", path: {}, query: { a: ["1", "2"] }, headers: { authorization: "[redacted]" }, body: "5" },
    ]);
    expect(JSON.stringify(shared.requests)).not.toContain(token);
  });

  it("decodes path parameters, except malformed ones", async () => {
    await get("/customers/a%2Fb%20%C3%A9/balance");
    await get("/customers/%E0%A4/balance");

    expect(shared.requests.map(({ path }) => path.customerId)).toEqual(["a/b é", "%E0%A4"]);
  });
});
