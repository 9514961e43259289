import { type WmClient, WmConfigError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { fillPath } from "../src/http.js";
import { configErrorOf, connect } from "./support/client.js";
import { json } from "./support/server.js";

const contacts = "/customers/{customerId}/contacts";
const ofCustomer1 = { params: { path: { customerId: "1" } } };

describe("fillPath", () => {
  it.each([undefined, null, 2, "", ".", "..", " 1", "1 ", "\u00a01", "1\n2", "1\u0000", "1\u007f", "1\u0085", "\ud800"])(
    "rejects a path parameter that is %j",
    (value) => {
      const fill = () => fillPath("/customers/{customerId}/balance", { customerId: value });

      expect(fill).toThrow(WmConfigError);
      expect(fill).toThrow(expect.objectContaining({ argument: "customerId" }) as Error);
    },
  );

  it("encodes a parameter as one segment", () => {
    for (const id of ["0", "000123", "a b", "../b", "é", "…", "?#%", "%2e%2e", "$&{id}"])
      expect(fillPath("/customers/{customerId}/{id}", { customerId: "1", id })).toBe(`/customers/1/${encodeURIComponent(id)}`);
  });
});

describe("a request", () => {
  it.each<[string, string, (wm: WmClient) => Promise<unknown>]>([
    ["customerId", "getBalance", (wm) => wm.customer(" 1").balance()],
    ["serviceId", "getServiceEta", (wm) => wm.customer("1").services.eta(2 as never)],
    ["ticketId", "listTicketSurcharges", (wm) => wm.customer("1").tickets.surcharges("")],
    ["customerId", `PATCH ${contacts}`, (wm) => wm.raw.PATCH(contacts, { params: { path: { customerId: "1\n" } }, body: {} })],
    ["customerId", `PATCH ${contacts}`, (wm) => wm.raw.PATCH(contacts, { body: {} } as never)],
    ["query", `PATCH ${contacts}`, (wm) => wm.raw.PATCH(contacts, { params: { ...ofCustomer1.params, query: { status: "\ud800" } }, body: {} } as never)],
  ])("rejects an unusable %s of %s", async (argument, operation, call) => {
    const error = await configErrorOf(call);

    expect(error.operation).toBe(operation);
    expect(error.argument).toBe(argument);
  });
});

describe("a body", () => {
  class Contact {
    email = "a@example.com";
  }
  class Instance {
    #email = "a@example.com";
    get email() {
      return this.#email;
    }
  }
  const cycle: Record<string, unknown> = { list: [{}] };
  (cycle.list as object[]).push(cycle);
  const facade = (wm: WmClient, body: unknown) => wm.customer("1").contacts.update(body as object);
  const raw = (wm: WmClient, body: unknown) => wm.raw.PATCH(contacts, { ...ofCustomer1, body: body as object });

  it.each<[string, unknown]>([
    ["a Promise", Promise.resolve({ email: "a@example.com" })],
    ["an Error", Object.assign(new Error("m"), { email: "a@example.com" })],
    ["a Date", new Date()],
    ["a Map", new Map([["email", "a@example.com"]])],
    ["a URL", new URL("https://example.com")],
    ["bytes", new Uint8Array([123, 125])],
    ["a function", () => undefined],
    ["an instance whose fields are private", new Instance()],
    ["a cycle", cycle],
    ["a BigInt deep inside", { a: [{ b: 1n }] }],
    ["a toJSON that returns undefined", { toJSON: () => undefined }],
  ])("rejects a body that JSON cannot represent before anything is sent: %s", async (_, body) => {
    for (const send of [facade, raw]) {
      const error = await configErrorOf((wm) => send(wm, body));

      expect(error.argument).toBe("body");
    }
  });

  it("rejects a cycle with the error of JSON as the cause", async () => {
    expect((await configErrorOf((wm) => facade(wm, cycle))).cause).toBeInstanceOf(TypeError);
  });

  it.each<[string, unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["a list", [{}]],
    ["a FormData", new FormData()],
    ["an iterable", { email: "a@example.com", [Symbol.iterator]: () => [][Symbol.iterator]() }],
    ["a toJSON that returns text", { toJSON: () => "{}" }],
  ])("rejects a body of the façade that is no object of fields: %s", async (_, body) => {
    const error = await configErrorOf((wm) => facade(wm, body));

    expect(error.argument).toBe("body");
  });

  it.each<[string, unknown]>([
    ["an object without a prototype", Object.assign(Object.create(null), { email: "a@example.com" })],
    ["an instance with fields", new Contact()],
    ["an object with toJSON", { toJSON: () => ({ email: "a@example.com" }) }],
    ["a proxy", new Proxy({ email: "a@example.com" }, {})],
  ])("sends %s as JSON", async (_, body) => {
    const { wm, requests } = await connect(json({}));

    for (const send of [facade, raw]) await send(wm, body);

    expect(requests.map((request) => request.body)).toEqual(Array(2).fill('{"email":"a@example.com"}'));
  });

  it("sends any JSON through wm.raw", async () => {
    const { wm, requests } = await connect(json({}));

    for (const body of [{}, Object.create(null), [1, null], null, "a", false, Object(5)]) await raw(wm, body);

    expect(requests.map(({ body }) => body)).toEqual(["{}", "{}", "[1,null]", "null", '"a"', "false", "5"]);
  });

  it("sends forms through wm.raw", async () => {
    const { wm, requests } = await connect(json({}));
    const init = { ...ofCustomer1, headers: { "Content-Type": "application/x-www-form-urlencoded" } };
    const form = new FormData();
    form.set("name", "zoë");

    await wm.raw.PATCH(contacts, { ...init, body: { email: "a@example.com" } });
    await wm.raw.PATCH(contacts, { ...init, body: new URLSearchParams({ email: "b@example.com" }) as object });
    await raw(wm, form);

    expect(requests.slice(0, 2).map(({ body }) => body)).toEqual(["email=a%40example.com", "email=b%40example.com"]);
    expect(requests[2]!.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(requests[2]!.body).toContain("zoë");
  });
});
