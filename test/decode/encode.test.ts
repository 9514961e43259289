import { createWmClient, decodeWire } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import type { Requests } from "../../generated/values.js";
import { encodeBody } from "../../src/decode/encode.js";
import { credentials } from "../support/client.js";
import { json, serve } from "../support/server.js";
import { operations } from "../support/spec.js";

/** The first example of a body on the wire, which is WM's page's. */
function example(operationId: string, part: "ok" | "requestBody"): any {
  const [first] = Object.values(operations.find((operation) => operation.operationId === operationId)?.[part]?.examples ?? {});
  return structuredClone(first!.value);
}

describe("a body that is written", () => {
  it.each<[string, keyof Requests, object, object]>([
    [
      "booleans where the base has them",
      "updatePreferences",
      { paperlessBilling: true, autoPayEnrolled: false },
      { paperlessBilling: true, autoPayEnrolled: false },
    ],
    ["the base's names, from either name", "updateContacts", { first_name: "JOHN", lastName: "SMITH" }, { firstName: "JOHN", lastName: "SMITH" }],
    ["of two values that of the façade's name", "updateContacts", { first_name: "JOHN", firstName: "JIM" }, { firstName: "JOHN" }],
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
    ["text where a list is expected", "replaceContacts", { contacts: "all" }, { contacts: "all" }],
    ["values of another shape", "replaceContacts", { contacts: ["first", { name: ["JOHN"] }] }, { contacts: ["first", { name: ["JOHN"] }] }],
  ])("has %s", (_, operation, given, sent) => {
    expect(encodeBody(operation, given)).toEqual(sent);
  });

  it("has what was read, under the names of WM's page, and nothing else", () => {
    const contact = { firstName: "JOHN ", lastName: "null", fax: "", email: "a@example.com", phone: "1", address: { zip: "1" }, metadata: {}, extra: 1 };
    const list = decodeWire("listContacts", { request_tracking_id: "1", contacts: [{ type: "billing", ...contact }] });

    expect(encodeBody("replaceContacts", list)).toEqual({ contacts: [{ type: "billing", first_name: "JOHN", fax: "", email: "a@example.com" }] });
  });

  it("has flags as Y or N, and none that are not sent", () => {
    const selections = [{ value: "123", is_opt_in: "Y" }, { value: "456", is_opt_in: "false" }, { value: "789" }];
    const preference = { category: "Service Exception", is_category_enabled: "Y", channels: [{ name: "Voice", is_opt_in: "N", selections }] };
    const list = decodeWire("listCommunicationPreferences", { preferences: [preference] });

    const sent = [{ value: "123", is_opt_in: "Y" }, { value: "456", is_opt_in: "N" }, { value: "789" }];
    expect(encodeBody("replaceCommunicationPreferences", list)).toEqual({
      preferences: [{ category: "Service Exception", channels: [{ name: "Voice", selections: sent }] }],
    });
  });

  it("has values of the wire as they are given", () => {
    for (const operation of ["replaceContacts", "replaceCommunicationPreferences", "updateContacts", "updatePreferences"] as const) {
      const { request_tracking_id: _, ...wire } = example(operation, "requestBody");
      expect([operation, encodeBody(operation, wire)]).toEqual([operation, wire]);
    }
  });

  it("does not change what it is given", () => {
    const list = Object.freeze({ contacts: Object.freeze([Object.freeze({ first_name: "JOHN", metadata: null })]) });

    encodeBody("replaceContacts", list);

    expect(list).toEqual({ contacts: [{ first_name: "JOHN", metadata: null }] });
  });
});

describe("what is read", () => {
  /** A customer whose server answers a GET with this page, and the bodies that it receives. */
  async function setup(page: unknown) {
    const server = await serve((response, request, index) => json(request.method === "GET" ? page : { status: "Success" })(response, request, index));
    const bodies = () => server.requests.filter(({ method }) => method === "PUT").map(({ body }) => JSON.parse(body) as unknown);
    return { account: createWmClient({ ...credentials, baseUrl: server.url }).customer("1"), bodies };
  }

  it("can be written with a change: contacts", async () => {
    const page = example("replaceContacts", "requestBody");
    const { account, bodies } = await setup({ ...page, contacts: page.contacts.map((contact: object) => ({ ...contact, address: {}, metadata: [{}] })) });

    const { contacts } = await account.contacts.list();
    contacts[0]!.email = "ap@example.com";
    await account.contacts.replace({ contacts });

    const { request_tracking_id: _, ...expected } = page;
    expected.contacts[0].email = "ap@example.com";
    expect(bodies()).toEqual([JSON.parse(JSON.stringify(expected, (_, value) => (typeof value === "string" ? value.trimEnd() : value)))]);
  });

  it("can be written with a change: communication preferences", async () => {
    const page = example("replaceCommunicationPreferences", "requestBody");
    const { account, bodies } = await setup(page);

    const { preferences } = await account.communicationPreferences.list();
    const selection = preferences[0]!.channels[0]!.selections[0]!;
    selection.is_opt_in = !selection.is_opt_in;
    await account.communicationPreferences.replace({ preferences });

    const expected = structuredClone(page.preferences);
    const sent = expected[0].channels[0].selections[0];
    sent.is_opt_in = sent.is_opt_in === "Y" ? "N" : "Y";
    expect(bodies()).toEqual([{ preferences: expected }]);
  });

  it("can be written as it is", async () => {
    const { account, bodies } = await setup(example("listCommunicationPreferences", "ok"));

    await account.communicationPreferences.replace(await account.communicationPreferences.list());
    await account.contacts.replace(await account.contacts.list());

    expect(bodies()).toHaveLength(2);
  });
});
