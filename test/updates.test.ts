import { createWmClient, type WmClient, WmResponseError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { credentials, rejection, secret } from "./support/client.js";
import { type Handler, json, serve } from "./support/server.js";

async function account(handler: Handler) {
  const server = await serve(handler);
  return createWmClient({ ...credentials, baseUrl: server.url, maxRetries: 0 }).customer("123456789");
}

type Account = ReturnType<WmClient["customer"]>;

const writes: readonly [string, (account: Account) => Promise<unknown>, unknown][] = [
  ["contacts.replace", (account) => account.contacts.replace({ contacts: [] }), {}],
  ["contacts.update", (account) => account.contacts.update({ email: "ap@example.com" }), undefined],
  ["preferences.update", (account) => account.preferences.update({ autoPayEnrolled: true }), undefined],
  ["communicationPreferences.replace", (account) => account.communicationPreferences.replace({ preferences: [] }), {}],
];

describe.each(writes)("%s", (_, write, empty) => {
  it.each(["Failure", "FAILURE", " failure  "])("rejects with WmResponseError when a 200 reports %j, with WM's words in details", async (status) => {
    const body = { status, error: { code: "42", message: "Not possible", errors: [{ field: "email", message: `no ${secret}` }] } };

    const error = (await rejection(write(await account(json(body))))) as WmResponseError;

    expect(error).toBeInstanceOf(WmResponseError);
    expect(error.status).toBe(200);
    expect(error.details).toEqual([{ field: "email", message: "no [redacted]" }]);
    expect(error.message).toContain("Not possible");
    expect(error.attempts).toBe(1);
    expect(error.body).toContain("Not possible");
  });

  it("rejects when a failure has `errors` beside the status, or nothing", async () => {
    const listed = (await rejection(write(await account(json({ status: "Failure", errors: [{ message: "one" }, { message: "two" }] }))))) as WmResponseError;
    const bare = (await rejection(write(await account(json({ status: "Failure" }))))) as WmResponseError;

    expect(listed).toBeInstanceOf(WmResponseError);
    expect(listed.details).toEqual([{ message: "one" }, { message: "two" }]);
    expect(bare).toBeInstanceOf(WmResponseError);
    expect(bare.details).toEqual([]);
    expect(bare.message).toContain("the update failed");
  });

  it("resolves for success, for a 204, a 205 and an empty 200", async () => {
    await expect(write(await account(json({ request_tracking_id: "1", status: "Success" })))).resolves.toMatchObject({ status: "Success" });
    for (const status of [204, 205, 200]) {
      expect(await write(await account((response) => void response.writeHead(status).end()))).toEqual(empty);
    }
  });
});

it("does not take the status of a record that is read for an update's", async () => {
  const { contacts } = await (await account(json({ status: "Failure", contacts: [] }))).contacts.list();

  expect(contacts).toEqual([]);
});

describe("a 200 that carries an error", () => {
  const errors: readonly [string, object, object[]][] = [
    ["an object", { error: { message: "No access", errors: [{ message: "why" }] } }, [{ message: "why" }]],
    ["a list", { error: [{ code: "1", message: "No access" }, { message: "second" }], invoices: [] }, [{ message: "No access" }, { message: "second" }]],
    ["text", { error: "No access" }, []],
    ["code and message without a declared field", { request_tracking_id: "1", code: 5, message: "No access" }, []],
  ];

  it.each(errors)("rejects: %s", async (_, body, details) => {
    const error = (await rejection((await account(json(body))).invoices.list())) as WmResponseError;

    expect(error).toBeInstanceOf(WmResponseError);
    expect(error.status).toBe(200);
    expect(error.operation).toBe("listInvoices");
    expect(error.message).toContain("No access");
    expect(error.details).toEqual(details);
  });

  it.each([
    ["an empty object", {}],
    ["an empty error", { error: "  ", invoices: [] }],
    ["a null error", { error: null }],
    ["code and message beside a declared field", { code: 1, message: "fine", invoices: [] }],
  ])("does not reject: %s", async (_, body) => {
    expect((await (await account(json(body))).invoices.list()).invoices).toEqual([]);
  });
});
