import { WmConfigError } from "wm-customer-api";
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
  const credentialsOf = async (tenant: string) => {
    // Fields other than the credentials must not become options.
    if (vault[tenant] !== undefined) return { ...vault[tenant], baseUrl: "https://elsewhere.example", note: "x" };
    throw new Error(`no credentials for ${tenant}`);
  };
  const clientOf = createTenantClients(credentialsOf, { baseUrl: server.url, maxRetries: 0 });
  return { vault, clientOf, sent: () => server.requests.map(({ headers }) => [headers.clientid, headers.authorization]) };
}

describe("createTenantClients", () => {
  it("sends each tenant's calls with its own credentials, and returns the same client to concurrent callers", async () => {
    const { clientOf, sent } = await setup();

    const [acme, globex, again] = await Promise.all([clientOf("acme"), clientOf("globex"), clientOf("acme")]);
    await Promise.all([acme.overview(), globex.overview()]);

    expect(again).toBe(acme);
    expect(sent().sort()).toEqual(["acme", "globex"].map((tenant) => [`client-${tenant}`, `Bearer token-${tenant}`]));
  });

  it.each([
    ["token", { clientId: "client-acme", token: "token-acme-2" }, "Bearer token-acme-2"],
    ["client id", { clientId: "client-acme-2", token: "token-acme" }, "Bearer token-acme"],
    ["token provider", { clientId: "client-acme", token: () => "token-acme-3" }, "Bearer token-acme-3"],
  ])("replaces a tenant's client when the %s changes", async (_, credentials, authorization) => {
    const { vault, clientOf, sent } = await setup();
    const [before, other] = [await clientOf("acme"), await clientOf("globex")];

    vault.acme = credentials;
    const after = await clientOf("acme");
    await after.overview();

    expect(after).not.toBe(before);
    expect(sent()).toEqual([[credentials.clientId, authorization]]);
    expect([await clientOf("acme"), await clientOf("globex")]).toEqual([after, other]);
  });

  it("rejects, and forgets the client, when the credentials are withdrawn or unusable", async () => {
    const { vault, clientOf } = await setup();
    const [before, good] = [await clientOf("acme"), vault.acme!];

    delete vault.acme;
    expect(await rejection(clientOf("acme"))).toEqual(new Error("no credentials for acme"));
    vault.acme = { clientId: "", token: "token-acme" };
    expect(await rejection(clientOf("acme"))).toBeInstanceOf(WmConfigError);
    vault.acme = good;
    expect(await clientOf("acme")).not.toBe(before);
  });
});
