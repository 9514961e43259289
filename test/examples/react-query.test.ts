import { QueryClientProvider, type UseQueryResult } from "@tanstack/react-query";
import { createElement } from "react";
import { act, create } from "react-test-renderer";
import { createWmClient, WmConnectionError } from "wm-customer-api";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { createQueryClient, createWmQueries, useBalance, useContactsUpdate } from "../../examples/recipes/react-query.js";
import { credentials, secret } from "../support/client.js";
import { type Handler, json, serve } from "../support/server.js";

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  // React says of every render that this renderer is deprecated; a real error would show in the assertions.
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

/** Renders a component that calls a hook, and keeps what the hook gave last. */
async function render<T>(handler: Handler, hook: ($wm: ReturnType<typeof createWmQueries>) => T) {
  const server = await serve(handler);
  const $wm = createWmQueries(createWmClient({ ...credentials, baseUrl: server.url, maxRetries: 0 }));
  const queries = createQueryClient();
  const shown: { current?: T } = {};
  const Component = () => {
    shown.current = hook($wm);
    return null;
  };
  const tree = await act(async () => create(createElement(QueryClientProvider, { client: queries }, createElement(Component))));
  onTestFinished(async () => {
    await act(async () => tree.unmount());
    queries.clear();
  });
  const settled = async (done: (value: T) => boolean) => {
    await act(async () => vi.waitFor(() => expect(done(shown.current as T)).toBe(true), { timeout: 60_000, interval: 5 }));
    return shown.current as T;
  };
  return { server, queries, $wm, tree, shown, settled };
}

const balance = ($wm: ReturnType<typeof createWmQueries>) => useBalance($wm, "123456789");
const finished = ({ isPending }: Pick<UseQueryResult, "isPending">) => !isPending;
const reset: Handler = (response) => void response.destroy();

describe("openapi-react-query on wm.raw", () => {
  it("renders decoded values, sent for with the client's identity, without a cast", async () => {
    const { server, settled } = await render(json({ billing_name: "Acme  ", balance: [{ type: "Total", amount: "147.14" }] }), balance);

    const { data, error } = await settled(finished);

    // The type is the decoded one.
    const amount: number | null | undefined = data?.balance?.[0]?.amount;
    expect(error).toBeNull();
    expect([data?.billing_name, amount]).toEqual(["Acme", 147.14]);
    const { headers, url } = server.requests[0]!;
    expect(url).toBe("/customers/123456789/balance");
    expect([headers.clientid, headers.authorization]).toEqual([credentials.clientId, `Bearer ${secret}`]);
    expect(headers["request-tracking-id"]).toMatch(/^[\da-f-]{36}$/);
  });

  it("gives WM's error body as the error, after one request", async () => {
    const { server, settled } = await render(json({ code: 404, message: "No such customer" }, 404), balance);

    const { error, data } = await settled(finished);

    expect(data).toBeUndefined();
    expect(error).toEqual({ code: 404, message: "No such customer" });
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, Handler]>([
    ["empty", (response) => void response.writeHead(500).end()],
    ["HTML", (response) => void response.writeHead(500).end("<h1>Down</h1>")],
    ["null", json(null, 500)],
  ])("takes an error whose body is %s for an error, of a query and of a mutation", async (_, handler) => {
    const query = await render(handler, balance);
    const mutation = await render(handler, useContactsUpdate);
    mutation.shown.current!.mutate({ params: { path: { customerId: "1" } }, body: { email: "ap@example.com" } });

    const expected = new Error("WM responded with status 500 and no error message");
    expect((await query.settled(finished)).error).toEqual(expected);
    const { status, error } = await mutation.settled(({ isIdle, isPending }) => !isIdle && !isPending);
    expect([status, error]).toEqual(["error", expected]);
  });

  it("rejects with the client's error if no response arrives", async () => {
    const { settled } = await render(reset, balance);

    expect((await settled(finished)).error).toBeInstanceOf(WmConnectionError);
  });

  it("sends what a mutation is given", async () => {
    const { server, shown, settled } = await render(json({ contacts: [] }), useContactsUpdate);

    shown.current!.mutate({ params: { path: { customerId: "1" } }, body: { email: "ap@example.com" } });
    const { data } = await settled(({ isSuccess }) => isSuccess);

    expect(data).toEqual({ contacts: [] });
    expect([server.requests[0]!.method, server.requests[0]!.body]).toEqual(["PATCH", '{"email":"ap@example.com"}']);
  });

  it("ends the request of a component that goes away", async () => {
    let hungUp = false;
    const { server, tree } = await render((response) => void response.on("close", () => (hungUp = true)), balance);

    await vi.waitFor(() => expect(server.requests).toHaveLength(1), { timeout: 60_000 });
    await act(async () => tree.unmount());

    await vi.waitFor(() => expect(hungUp).toBe(true), { timeout: 60_000 });
  });

  it("gives the options of a query to code outside components", async () => {
    const { queries, $wm } = await render(json({ customerId: "1" }), () => undefined);

    expect(await queries.fetchQuery($wm.queryOptions("get", "/customers"))).toEqual({ customerId: "1" });
  });

  it("does not compile for what is not in the spec", () => {
    const $wm = createWmQueries(createWmClient(credentials));
    const calls = [
      // @ts-expect-error A path that the spec does not have.
      () => $wm.queryOptions("get", "/customers/{customerId}/balances"),
      // @ts-expect-error A path parameter is missing.
      () => $wm.queryOptions("get", "/customers/{customerId}/balance"),
      // @ts-expect-error A body of another type.
      () => $wm.useMutation("patch", "/customers/{customerId}/contacts").mutate({ params: { path: { customerId: "1" } }, body: { email: 1 } }),
    ];

    expect(calls).toHaveLength(3);
  });
});
