import { createWmClient, WmConfigError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { createTenantClients, type TenantCredentials } from "../../examples/recipes/tenants.js";
import { rejection } from "../support/client.js";
import { json, serve } from "../support/server.js";

async function setup() {
  const server = await serve(json({}));
  const vault: Record<string, TenantCredentials> = {
    acme: { clientId: "client-acme", token: "token-acme" },
    globex: { clientId: "client-globex", token: "token-globex" },
  };
  const clients = createTenantClients(
    async (tenant) => {
      const credentials = vault[tenant];
      if (credentials === undefined) throw new Error(`no credentials for ${tenant}`);
      return credentials;
    },
    (tenant) => ({ baseUrl: server.url, maxRetries: 0, headers: { "X-Tenant": tenant } }),
  );
  const sent = () => server.requests.map(({ headers }) => [headers["x-tenant"], headers.clientid, headers.authorization]);
  return { vault, clients, sent };
}

describe("one client per tenant", () => {
  it("sends each tenant's calls with its own credentials, however they are mixed", async () => {
    const { clients, sent } = await setup();
    const order = ["acme", "globex", "globex", "acme", "globex", "acme"];

    await Promise.all(order.map(async (tenant) => (await clients.for(tenant)).overview()));

    expect(sent()).toHaveLength(order.length);
    for (const [tenant, clientId, authorization] of sent()) {
      expect([clientId, authorization]).toEqual([`client-${tenant}`, `Bearer token-${tenant}`]);
    }
  });

  it("gives the same client until the credentials change, at the same time too", async () => {
    const { clients } = await setup();

    const [first, second, other] = await Promise.all([clients.for("acme"), clients.for("acme"), clients.for("globex")]);

    expect(second).toBe(first);
    expect(await clients.for("acme")).toBe(first);
    expect(other).not.toBe(first);
  });

  it.each([
    ["token", { clientId: "client-acme", token: "token-acme-2" }, "Bearer token-acme-2"],
    ["client id", { clientId: "client-acme-2", token: "token-acme" }, "Bearer token-acme"],
    ["token provider", { clientId: "client-acme", token: () => "token-acme-3" }, "Bearer token-acme-3"],
  ])("drops a client when its %s changes, and that of no other tenant", async (_, credentials, authorization) => {
    const { vault, clients, sent } = await setup();
    const [before, other] = [await clients.for("acme"), await clients.for("globex")];

    vault.acme = credentials;
    const after = await clients.for("acme");
    await after.overview();

    expect(after).not.toBe(before);
    expect(sent()).toEqual([["acme", credentials.clientId, authorization]]);
    expect(await clients.for("acme")).toBe(after);
    expect(await clients.for("globex")).toBe(other);
  });

  it("hands out no client for a tenant that has no credentials any more", async () => {
    const { vault, clients } = await setup();
    await clients.for("acme");
    delete vault.acme;

    expect(await rejection(clients.for("acme"))).toEqual(new Error("no credentials for acme"));
  });

  it("forgets the client of credentials that have become unusable", async () => {
    const { vault, clients } = await setup();
    const before = await clients.for("acme");
    const good = vault.acme!;
    vault.acme = { clientId: "", token: "token-acme" };

    expect(await rejection(clients.for("acme"))).toBeInstanceOf(WmConfigError);
    vault.acme = good;
    expect(await clients.for("acme")).not.toBe(before);
  });

  it("forgets a tenant that is dropped", async () => {
    const { clients } = await setup();
    const before = await clients.for("acme");

    clients.drop("acme");

    expect(await clients.for("acme")).not.toBe(before);
  });

  it("takes only the credentials from what the vault knows of a tenant", async () => {
    const clients = createTenantClients(async () => ({ clientId: "c", token: "t", baseUrl: "https://elsewhere.example", note: "x" }));

    expect(await clients.for("acme")).toBeInstanceOf(createWmClient({ clientId: "c", token: "t" }).constructor);
  });
});
