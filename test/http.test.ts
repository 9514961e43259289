import { createWmClient, type WmClient, WmConfigError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { fillPath } from "../src/http.js";
import { credentials, rejection } from "./support/client.js";
import { empty } from "./support/faults.js";
import { serve } from "./support/server.js";

async function setup() {
  const { url, requests } = await serve(empty(204));
  const events: unknown[] = [];
  return { wm: createWmClient({ ...credentials, baseUrl: url, hooks: { error: ({ error }) => events.push(error) } }), requests, events };
}

describe("a path", () => {
  it.each([undefined, null, 2, {}, "", ".", "..", " ", " 1", "1 ", "\u00a01", "\t", "1\n2", "1\u0000", "1\u007f", "1\u0085", "\ud800"])(
    "rejects a path parameter that is %j",
    (value) => {
      const error = thrownBy(() => fillPath("/customers/{customerId}/balance", { customerId: value }));

      expect(error).toBeInstanceOf(WmConfigError);
      expect(error.argument).toBe("customerId");
    },
  );

  it("encodes a parameter as one segment", () => {
    for (const id of ["0", "000123", "a b", "../b", "é", "…", "?#%", "%2e%2e", "$&{id}"])
      expect(fillPath("/customers/{customerId}/{id}", { customerId: "1", id })).toBe(`/customers/1/${encodeURIComponent(id)}`);
  });

  it("leaves nothing sent if a parameter is unusable, of the façade and of wm.raw", async () => {
    const { wm, requests, events } = await setup();
    const calls: [string, string, Promise<unknown>][] = [
      ["getBalance", "customerId", wm.customer("..").balance()],
      ["getServiceEta", "serviceId", wm.customer("1").services.eta(2 as never)],
      ["listTicketSurcharges", "ticketId", wm.customer("1").tickets.surcharges("")],
      ["GET /customers/{customerId}/balance", "customerId", wm.raw.GET("/customers/{customerId}/balance", { params: { path: { customerId: "1\n" } } })],
      ["GET /customers/{customerId}/balance", "customerId", wm.raw.GET("/customers/{customerId}/balance", {} as never)],
    ];

    for (const [operation, argument, call] of calls) {
      const error = (await rejection(call)) as WmConfigError;
      expect([error.operation, error.argument, error.attempts]).toEqual([operation, argument, 0]);
      expect(events).toContain(error);
    }
    expect(requests).toEqual([]);
  });
});

it("rejects a query that cannot be part of a URL", async () => {
  const { wm, requests } = await setup();
  const params = { path: { customerId: "1" }, query: { status: "\ud800" } };

  const error = (await rejection(wm.raw.GET("/customers/{customerId}/services", { params }))) as WmConfigError;

  expect(error).toBeInstanceOf(WmConfigError);
  expect(error.argument).toBe("query");
  expect(requests).toEqual([]);
});

function thrownBy(run: () => unknown): WmConfigError {
  try {
    run();
  } catch (error) {
    return error as WmConfigError;
  }
  throw new Error("nothing was thrown");
}

describe("a body", () => {
  class Instance {
    #email = "a@example.com";
    get email() {
      return this.#email;
    }
  }
  const cycle: Record<string, unknown> = { list: [{}] };
  (cycle.list as object[]).push(cycle);
  const senders: readonly ((wm: WmClient, body: unknown) => Promise<unknown>)[] = [
    (wm, body) => wm.customer("1").contacts.update(body as object),
    (wm, body) => wm.raw.PATCH("/customers/{customerId}/contacts", { params: { path: { customerId: "1" } }, body: body as object }),
  ];
  const [facade, raw] = senders as [(typeof senders)[0], (typeof senders)[0]];

  it.each<[string, () => unknown]>([
    ["a Promise", () => Promise.resolve({ email: "a@example.com" })],
    ["a Blob", () => new Blob(["{}"])],
    ["a Response", () => new Response("{}")],
    ["a Request", () => new Request("https://example.com")],
    ["an Error", () => Object.assign(new Error("m"), { email: "a@example.com" })],
    ["a Date", () => new Date()],
    ["a Map", () => new Map([["email", "a@example.com"]])],
    ["a WeakMap", () => new WeakMap()],
    ["a RegExp", () => /a/],
    ["a URL", () => new URL("https://example.com")],
    ["bytes", () => new Uint8Array([123, 125])],
    ["an ArrayBuffer", () => new ArrayBuffer(2)],
    ["Headers", () => new Headers({ a: "b" })],
    ["an instance whose fields are private", () => new Instance()],
    ["a cycle", () => cycle],
    ["a BigInt deep inside", () => ({ a: [{ b: 1n }] })],
    ["a toJSON that returns undefined", () => ({ toJSON: () => undefined })],
    ["a toJSON that throws", () => ({ toJSON: () => JSON.parse("{") })],
    ["a function", () => () => undefined],
    ["a symbol", () => Symbol("x")],
    ["a boxed BigInt", () => Object(1n)],
  ])("that JSON cannot represent is rejected before anything is sent: %s", async (_, body) => {
    const { wm, requests, events } = await setup();

    for (const send of senders) {
      const error = (await rejection(send(wm, body()))) as WmConfigError;
      expect(error).toBeInstanceOf(WmConfigError);
      expect([error.argument, error.attempts]).toEqual(["body", 0]);
      expect(events).toContain(error);
    }
    expect(requests).toEqual([]);
  });

  it("has the error of JSON as the cause", async () => {
    const { wm } = await setup();

    expect(((await rejection(facade(wm, cycle))) as WmConfigError).cause).toBeInstanceOf(TypeError);
  });

  it.each<[string, unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["text", "{}"],
    ["a number", 5],
    ["a list", [{}]],
    ["a FormData", new FormData()],
    ["a boxed string", Object("{}")],
    ["a toJSON that returns text", { toJSON: () => "{}" }],
    ["a toJSON that returns null", { toJSON: () => null }],
    ["a toJSON that returns a list", { toJSON: () => [] }],
  ])("of the façade that is no object of fields is rejected: %s", async (_, body) => {
    const { wm, requests } = await setup();

    expect(((await rejection(facade(wm, body))) as WmConfigError).argument).toBe("body");
    expect(requests).toEqual([]);
  });

  class Contact {
    email = "a@example.com";
  }
  it.each<[string, unknown]>([
    ["an object", { email: "a@example.com" }],
    ["an object without a prototype", Object.assign(Object.create(null), { email: "a@example.com" })],
    ["an instance with fields", new Contact()],
    ["an object with toJSON", { toJSON: () => ({ email: "a@example.com" }) }],
    ["a proxy", new Proxy({ email: "a@example.com" }, {})],
  ])("that JSON represents is sent: %s", async (_, body) => {
    const { wm, requests } = await setup();

    for (const send of senders) await send(wm, body);

    expect(requests.map((request) => request.body)).toEqual(Array(2).fill('{"email":"a@example.com"}'));
  });

  it("of wm.raw may be any JSON", async () => {
    const { wm, requests } = await setup();

    for (const body of [{}, Object.create(null), [1, null], null, "a", false, Object(5)]) await raw(wm, body);

    expect(requests.map(({ body }) => body)).toEqual(["{}", "{}", "[1,null]", "null", '"a"', "false", "5"]);
  });

  it("of wm.raw may be a form", async () => {
    const { wm, requests } = await setup();
    const init = { params: { path: { customerId: "1" } }, headers: { "Content-Type": "application/x-www-form-urlencoded" } };
    const form = new FormData();
    form.set("name", "zoë");

    await wm.raw.PATCH("/customers/{customerId}/contacts", { ...init, body: { email: "a@example.com" } });
    await wm.raw.PATCH("/customers/{customerId}/contacts", { ...init, body: new URLSearchParams({ email: "b@example.com" }) as object });
    await raw(wm, form);

    expect(requests.slice(0, 2).map(({ body }) => body)).toEqual(["email=a%40example.com", "email=b%40example.com"]);
    expect(requests[2]!.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(requests[2]!.body).toContain("zoë");
  });
});
