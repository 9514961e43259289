import { QueryClientProvider } from "@tanstack/react-query";
import { createElement } from "react";
import { act, create } from "react-test-renderer";
import { createWmClient, WmConnectionError } from "wm-customer-api";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { createQueryClient, createWmQueries, useBalance, useContactsUpdate } from "../../examples/recipes/react-query.js";
import { credentials, secret } from "../support/client.js";
import { type Handler, json, serve } from "../support/server.js";

type WmQueries = ReturnType<typeof createWmQueries>;

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  // React warns at every render that this renderer is deprecated. A real error fails an assertion.
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterAll(() => void vi.mocked(console.error).mockRestore());

/** Renders a component that calls a hook, and keeps the hook's last result. */
async function render<T>(handler: Handler, hook: ($wm: WmQueries) => T) {
  const { url, requests } = await serve(handler);
  const $wm = createWmQueries(createWmClient({ ...credentials, baseUrl: url, maxRetries: 0 }));
  const client = createQueryClient();
  let result: T;
  const Component = () => {
    result = hook($wm);
    return null;
  };
  const tree = await act(async () => create(createElement(QueryClientProvider, { client }, createElement(Component))));
  const unmount = () => act(async () => tree.unmount());
  onTestFinished(async () => {
    await unmount();
    client.clear();
  });
  const until = (done: (result: T) => boolean) =>
    act(async () => vi.waitFor(() => (expect(done(result)).toBe(true), result), { timeout: 60_000, interval: 5 }));
  return { requests, unmount, until };
}

const withoutMessage = new Error("WM responded with status 500 and no error message");
const balance = ($wm: WmQueries) => useBalance($wm, "123456789");
const isSettled = ({ isSuccess, isError }: { readonly isSuccess: boolean; readonly isError: boolean }) => isSuccess || isError;

async function update(handler: Handler) {
  const { requests, until } = await render(handler, useContactsUpdate);
  const { mutate } = await until(() => true);
  mutate({ params: { path: { customerId: "1" } }, body: { email: "ap@example.com" } });
  const { data, error } = await until(isSettled);
  return { requests, data, error };
}

describe("useBalance", () => {
  it("returns decoded values, and sends the client's headers", async () => {
    const { requests, until } = await render(json({ billing_name: "Acme  ", balance: [{ amount: "147.14" }] }), balance);

    const { data, error } = await until(isSettled);

    // The type is the decoded one.
    const amount: number | null | undefined = data?.balance?.[0]?.amount;
    expect([data?.billing_name, amount, error]).toEqual(["Acme", 147.14, null]);
    const { headers, url } = requests[0]!;
    expect(url).toBe("/customers/123456789/balance");
    expect([headers.clientid, headers.authorization]).toEqual([credentials.clientId, `Bearer ${secret}`]);
    expect(headers["request-tracking-id"]).toMatch(/^[\da-f-]{36}$/);
  });

  it.each<[string, Handler, error: unknown]>([
    ["WM's error body", json({ code: 404, message: "No such customer" }, 404), { code: 404, message: "No such customer" }],
    ["an error for an empty body", (response) => void response.writeHead(500).end(), withoutMessage],
    ["an error for HTML", (response) => void response.writeHead(500).end("<h1>Down</h1>"), withoutMessage],
    ["an error for null", json(null, 500), withoutMessage],
    ["the client's error without a response", (response) => void response.destroy(), expect.any(WmConnectionError)],
  ])("returns %s, after one request", async (_, handler, expected) => {
    const { requests, until } = await render(handler, balance);

    const { data, error } = await until(isSettled);

    expect([data, error]).toEqual([undefined, expected]);
    expect(requests).toHaveLength(1);
  });

  it("aborts the request of a component that is removed", async () => {
    let isClosed = false;
    const { requests, unmount } = await render((response) => void response.on("close", () => (isClosed = true)), balance);

    await vi.waitFor(() => expect(requests).toHaveLength(1), { timeout: 60_000 });
    await unmount();
    await vi.waitFor(() => expect(isClosed).toBe(true), { timeout: 60_000 });
  });
});

describe("useContactsUpdate", () => {
  it("sends the body, and returns the response", async () => {
    const { requests, data } = await update(json({ contacts: [] }));

    expect(data).toEqual({ contacts: [] });
    expect([requests[0]!.method, requests[0]!.body]).toEqual(["PATCH", '{"email":"ap@example.com"}']);
  });

  it("returns no error for an empty response, and an error for an empty error", async () => {
    expect((await update((response) => void response.writeHead(204).end())).error).toBeNull();
    expect((await update((response) => void response.writeHead(500).end())).error).toEqual(withoutMessage);
  });
});
