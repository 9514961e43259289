import { createWmClient, decodeWire } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import type { Requests } from "../../generated/values.js";
import { encodeBody } from "../../src/decode/encode.js";
import { credentials } from "../support/client.js";
import { deepFreeze } from "../support/decode.js";
import { json, serve } from "../support/server.js";
import { operations, sampleBody } from "../support/spec.js";

/** The first example of a request body, from WM's page. */
function example<Body extends object>(operationId: keyof Requests): Body {
  return structuredClone(sampleBody(operations.find((operation) => operation.operationId === operationId)!)) as Body;
}

describe("encodeBody", () => {
  it.each<[string, keyof Requests, object, object]>([
    ["booleans as they are where the base has them", "updatePreferences", { paperlessBilling: true }, { paperlessBilling: true }],
    ["the base's names, from either name", "updateContacts", { first_name: "JOHN", lastName: "SMITH" }, { firstName: "JOHN", lastName: "SMITH" }],
    ["the value of the façade's name if both are set", "updateContacts", { first_name: "JOHN", firstName: "JIM" }, { firstName: "JOHN" }],
    ["the other value if one is null", "updateContacts", { first_name: null, firstName: "JIM" }, { firstName: "JIM" }],
    ["no null and no undefined", "updateContacts", { email: null, phone: undefined }, {}],
    ["an empty list at the top level", "replaceContacts", { contacts: [] }, { contacts: [] }],
    ["no null in a list", "replaceContacts", { contacts: [null, { name: null }] }, { contacts: [{}] }],
    [
      "no empty list below the top level",
      "replaceCommunicationPreferences",
      { preferences: [{ category: "A", channels: [] }] },
      { preferences: [{ category: "A" }] },
    ],
    ["text in place of a list", "replaceContacts", { contacts: "all" }, { contacts: "all" }],
    ["values of another shape", "replaceContacts", { contacts: ["1", { name: ["J"], type: { a: 1 } }] }, { contacts: ["1", { name: ["J"], type: { a: 1 } }] }],
  ])("sends %s", (_, operation, given, sent) => {
    expect(encodeBody(operation, deepFreeze(given))).toEqual(sent);
  });

  it("sends decoded contacts under the names of WM's page, without fields that the request does not have", () => {
    const contact = { firstName: "JOHN ", lastName: "null", fax: "", email: "a@example.com", phone: "1", address: { zip: "1" }, metadata: {}, extra: 1 };
    const list = decodeWire("listContacts", { request_tracking_id: "1", contacts: [{ type: "billing", ...contact }] });

    expect(encodeBody("replaceContacts", list)).toEqual({ contacts: [{ type: "billing", first_name: "JOHN", fax: "", email: "a@example.com" }] });
  });

  it("sends decoded flags as Y or N, without fields that the request does not have", () => {
    const selections = [{ value: "123", is_opt_in: "Y" }, { value: "456", is_opt_in: "false" }, { value: "789" }];
    const preference = { category: "Service Exception", is_category_enabled: "Y", channels: [{ name: "Voice", is_opt_in: "N", selections }] };
    const list = decodeWire("listCommunicationPreferences", { preferences: [preference] });

    const sent = [{ value: "123", is_opt_in: "Y" }, { value: "456", is_opt_in: "N" }, { value: "789" }];
    expect(encodeBody("replaceCommunicationPreferences", list)).toEqual({
      preferences: [{ category: "Service Exception", channels: [{ name: "Voice", selections: sent }] }],
    });
  });

  it.each(["replaceContacts", "replaceCommunicationPreferences", "updateContacts", "updatePreferences"] as const)(
    "sends the wire values of the example of %s as they are",
    (operation) => {
      const { request_tracking_id: _, ...wire } = example<{ request_tracking_id?: string }>(operation);

      expect(encodeBody(operation, wire)).toEqual(wire);
    },
  );
});

describe("a list that was read", () => {
  /** A customer whose server responds to a GET with `page`, and the bodies that it receives with a PUT. */
  async function setup(page: unknown) {
    const server = await serve((response, request, index) => json(request.method === "GET" ? page : { status: "Success" })(response, request, index));
    const bodies = () => server.requests.filter(({ method }) => method === "PUT").map(({ body }) => JSON.parse(body) as unknown);
    return { account: createWmClient({ ...credentials, baseUrl: server.url }).customer("1"), bodies };
  }

  it("writes back changed contacts", async () => {
    const page = example<{ contacts: { email: string }[] }>("replaceContacts");
    const { account, bodies } = await setup({ ...page, contacts: page.contacts.map((contact) => ({ ...contact, address: {}, metadata: [{}] })) });

    const { contacts } = await account.contacts.list();
    contacts[0]!.email = "ap@example.com";
    await account.contacts.replace({ contacts });

    page.contacts[0]!.email = "ap@example.com";
    const trimmed = JSON.stringify(page.contacts, (_, value) => (typeof value === "string" ? value.trimEnd() : value));
    expect(bodies()).toEqual([{ contacts: JSON.parse(trimmed) }]);
  });

  it("writes back changed communication preferences", async () => {
    const page = example<{ preferences: { channels: { selections: { is_opt_in: string }[] }[] }[] }>("replaceCommunicationPreferences");
    const { account, bodies } = await setup(page);

    const { preferences } = await account.communicationPreferences.list();
    const selection = preferences[0]!.channels[0]!.selections[0]!;
    selection.is_opt_in = !selection.is_opt_in;
    await account.communicationPreferences.replace({ preferences });

    const sent = page.preferences[0]!.channels[0]!.selections[0]!;
    sent.is_opt_in = sent.is_opt_in === "Y" ? "N" : "Y";
    expect(bodies()).toEqual([{ preferences: page.preferences }]);
  });
});
