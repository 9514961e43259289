import { inspect } from "node:util";
import { createWmClient, type WmConfigError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { credentials, rejection, secret } from "../support/client.js";
import { json, serve } from "../support/server.js";

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

async function setup(options: object = {}) {
  const server = await serve(json({}));
  return { server, wm: createWmClient({ ...credentials, baseUrl: server.url, ...options }) };
}

describe("a request carries", () => {
  it("the token, the ClientId, a tracking id and the wish for JSON", async () => {
    const { server, wm } = await setup();

    await wm.overview();

    const { headers } = server.requests[0]!;
    expect(headers.authorization).toBe(`Bearer ${secret}`);
    expect(headers.clientid).toBe("client-1");
    expect(headers["request-tracking-id"]).toMatch(uuid);
    expect(headers.accept).toBe("application/json");
    expect(headers["content-type"]).toBeUndefined();
  });

  it("a tracking id of its own, call by call", async () => {
    const { server, wm } = await setup();

    await Promise.all([wm.overview(), wm.overview(), wm.customer("1").balance()]);

    expect(new Set(server.requests.map(({ headers }) => headers["request-tracking-id"])).size).toBe(3);
  });

  it("the tracking id that the client's option makes", async () => {
    let count = 0;
    const { server, wm } = await setup({ trackingId: () => `mine-${++count}` });

    await wm.overview();
    await wm.overview();

    expect(server.requests.map(({ headers }) => headers["request-tracking-id"])).toEqual(["mine-1", "mine-2"]);
  });

  it("the tracking id that the caller gives, as an option or as a header", async () => {
    const { server, wm } = await setup();

    await wm.overview({ trackingId: "call-7" });
    await wm.overview({ headers: { "request-tracking-id": "call-8" } });

    expect(server.requests.map(({ headers }) => headers["request-tracking-id"])).toEqual(["call-7", "call-8"]);
  });

  it("the headers of the client and of the call, the call's first", async () => {
    const { server, wm } = await setup({ headers: { "X-Site": "client", "X-Team": "billing", accept: "application/vnd.wm+json" } });

    await wm.overview({ headers: { "x-site": "call" } });

    const { headers } = server.requests[0]!;
    expect(headers["x-site"]).toBe("call");
    expect(headers["x-team"]).toBe("billing");
    expect(headers.accept).toBe("application/vnd.wm+json");
  });

  it("a body as JSON, its keys as they are given", async () => {
    const { server, wm } = await setup();

    await wm.customer("1").preferences.update({ paperlessBilling: true });

    const { method, headers, body } = server.requests[0]!;
    expect(method).toBe("PATCH");
    expect(headers["content-type"]).toBe("application/json");
    expect(JSON.parse(body)).toEqual({ paperlessBilling: true });
  });

  it("no two values for one header when its names differ in case", async () => {
    const { server, wm } = await setup();

    await wm.customer("1").contacts.update({ email: "ap@example.com" }, { headers: { "CONTENT-TYPE": "application/merge-patch+json", clientID: "other" } });

    expect(server.requests[0]!.headers["content-type"]).toBe("application/merge-patch+json");
    expect(server.requests[0]!.headers.clientid).toBe("other");
  });
});

describe("a path", () => {
  it.each([
    ["a/b?c#d", "a%2Fb%3Fc%23d"],
    ["000000002", "000000002"],
    ["a b", "a%20b"],
    ["50%", "50%25"],
    ["%2e%2e", "%252e%252e"],
    ["../x", "..%2Fx"],
    ["$&{customerId}", "%24%26%7BcustomerId%7D"],
    ["é", "%C3%A9"],
    ["…", "%E2%80%A6"],
  ])("keeps the parameter %s in one segment", async (value, segment) => {
    const { server, wm } = await setup();

    await wm.customer(value).services.eta(value);
    await wm.raw.GET("/customers/{customerId}/services/{serviceId}/eta", { params: { path: { customerId: value, serviceId: value } } });

    const expected = `/customers/${segment}/services/${segment}/eta`;
    expect(server.requests.map(({ url }) => url)).toEqual([expected, expected]);
  });

  it("begins with that of the base URL, with or without a slash at its end", async () => {
    const { server, wm } = await setup();
    const bases = ["/v1", "/v1/", "/a/b//"].map((path) => createWmClient({ ...credentials, baseUrl: `${server.url}${path}` }));

    for (const client of [wm, ...bases]) await client.overview();
    await bases[1]!.raw.GET("/customers");

    expect(server.requests.map(({ url }) => url)).toEqual(["/customers", "/v1/customers", "/v1/customers", "/a/b/customers", "/v1/customers"]);
  });
});

describe("a query", () => {
  it("has the names of the wire, and only what was given", async () => {
    const { server, wm } = await setup();
    const account = wm.customer("1");

    await account.services.list();
    await account.services.list({ lineOfBusiness: "COMMERCIAL" });
    await account.invoices.list({ startDate: "2026-01-01", endDate: "2026-03-31" });
    await account.tickets.surcharges("822908");

    expect(server.requests.map(({ url }) => url)).toEqual([
      "/customers/1/services",
      "/customers/1/services?line_of_business=COMMERCIAL",
      "/customers/1/invoices?startDate=2026-01-01&endDate=2026-03-31",
      "/customers/1/tickets/822908/surcharges?ticket_type=disposal",
    ]);
  });
});

it("a query is read from getters too", async () => {
  const { server, wm } = await setup();
  class Quarter {
    get fromDate() {
      return "2026-01-01";
    }
  }

  await wm.customer("1").cases.list(new Quarter());

  expect(server.requests[0]!.url).toBe("/customers/1/cases?fromDate=2026-01-01");
});

it("wm.customer sends nothing", async () => {
  const { server, wm } = await setup();

  wm.customer("1");
  wm.customer("");

  expect(server.requests).toHaveLength(0);
});

it("shows no credential when a client is printed", async () => {
  const { wm } = await setup({ headers: { "X-Api-Key": "secret-key" } });

  for (const part of [wm, wm.raw, wm.customer("1"), wm.customer("1").services]) {
    const shown = inspect(part, { depth: 10, showHidden: true }) + JSON.stringify(part);
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain("secret-key");
    expect(shown).not.toContain("Bearer");
  }
});

it("an argument that is refused is reported with the operation, for the façade and for raw", async () => {
  const { wm } = await setup();

  const facade = (await rejection(wm.customer("..").balance())) as WmConfigError;
  const raw = (await rejection(wm.raw.GET("/customers/{customerId}/balance", { params: { path: { customerId: ".." } } }))) as WmConfigError;

  expect(facade.message).toBe('getBalance: customerId: must not be ".."');
  expect(raw.message).toBe('GET /customers/{customerId}/balance: customerId: must not be ".."');
  expect(raw.operation).toBe("GET /customers/{customerId}/balance");
});
