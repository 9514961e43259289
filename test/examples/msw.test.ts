import { createOpenApiHttp } from "openapi-msw";
import { createWmClient, type paths, WmApiError } from "wm-customer-api";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { server } from "../../examples/recipes/msw.js";
import { credentials, rejection } from "../support/client.js";

// Made before MSW takes fetch over, as a client in a module of its own is.
const wm = createWmClient({ ...credentials, maxRetries: 0 });
const http = createOpenApiHttp<paths>({ baseUrl: "https://api.wm.com/v1" });

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

describe("typed MSW handlers", () => {
  it("answer the façade, which decodes what they send", async () => {
    expect((await wm.customer("123456789").balance()).balance).toEqual([{ type: "Total", amount: 147.14 }]);
  });

  it("answer wm.raw with what they send", async () => {
    const { data } = await wm.raw.GET("/customers/{customerId}/balance", { params: { path: { customerId: "123456789" } } });

    expect(data?.balance).toEqual([{ type: "Total", amount: "147.14" }]);
  });

  it("answer with an error that the spec declares", async () => {
    const error = (await rejection(wm.customer("1").balance())) as WmApiError;

    expect(error).toBeInstanceOf(WmApiError);
    expect([error.status, error.code]).toEqual([404, "404"]);
    expect(error.message).toContain("No such customer");
  });

  it("read the body that they are sent", async () => {
    const updated = await wm.customer("1").contacts.update({ email: "ap@example.com" });

    expect(updated).toEqual({ contacts: [{ email: "ap@example.com" }] });
  });

  it("can be replaced for one test, and get the client's headers and query", async () => {
    const seen: unknown[] = [];
    server.use(
      http.get("/customers/{customerId}/services", ({ request, query, response }) => {
        seen.push(query.get("line_of_business"), request.headers.get("ClientId"), request.headers.get("Authorization"));
        return response(200).json({});
      }),
    );

    await wm.customer("1").services.list({ lineOfBusiness: "COMMERCIAL" });

    expect(seen).toEqual(["COMMERCIAL", credentials.clientId, `Bearer ${credentials.token}`]);
  });

  it("do not compile for what is not in the spec", () => {
    // Calling these is of no use: the compiler is what is tested.
    const handlers = [
      // @ts-expect-error A path that the spec does not have.
      () => http.get("/customers/{customerId}/balances", ({ response }) => response.untyped(new Response())),
      // @ts-expect-error A method that the path does not have.
      () => http.put("/customers/{customerId}/balance", ({ response }) => response.untyped(new Response())),
      // @ts-expect-error A field that the answer does not have.
      () => http.get("/customers/{customerId}/balance", ({ response }) => response(200).json({ total: "1" })),
      // @ts-expect-error A field of another type.
      () => http.get("/customers/{customerId}/balance", ({ response }) => response(200).json({ billing_name: 1 })),
      // @ts-expect-error A status that the operation does not declare.
      () => http.get("/customers/{customerId}/balance", ({ response }) => response(418).json({})),
      // @ts-expect-error A path parameter that there is not.
      () => http.get("/customers/{customerId}/balance", ({ params, response }) => response(200).json({ billing_name: params.ticketId })),
      // @ts-expect-error A query parameter that there is not.
      () => http.get("/customers/{customerId}/services", ({ query, response }) => response(200).json({ x: query.get("lineOfBusiness") })),
    ];

    expect(handlers).toHaveLength(7);
  });
});
