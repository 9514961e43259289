import { createOpenApiHttp } from "openapi-msw";
import { createWmClient, type paths, WmApiError } from "wm-customer-api";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { server } from "../../examples/recipes/msw.js";
import { credentials, rejection } from "../support/client.js";

// Created before MSW replaces fetch, like a client in its own module.
const wm = createWmClient({ ...credentials, maxRetries: 0 });
const http = createOpenApiHttp<paths>({ baseUrl: "https://api.wm.com/v1" });

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

describe("a typed MSW handler", () => {
  it("responds with the wire values of the handler, which the façade decodes", async () => {
    const { data } = await wm.raw.GET("/customers/{customerId}/balance", { params: { path: { customerId: "123456789" } } });

    expect(data?.balance).toEqual([{ type: "Total", amount: "147.14" }]);
    expect((await wm.customer("123456789").balance()).balance).toEqual([{ type: "Total", amount: 147.14 }]);
  });

  it("responds with an error of the spec", async () => {
    const error = await rejection<WmApiError>(wm.customer("1").balance());

    expect(error).toBeInstanceOf(WmApiError);
    expect([error.status, error.code]).toEqual([404, "404"]);
    expect(error.message).toContain("No such customer");
  });

  it("reads the request body", async () => {
    expect(await wm.customer("1").contacts.update({ email: "ap@example.com" })).toEqual({ contacts: [{ email: "ap@example.com" }] });
  });

  it("reads the client's headers and query in a handler for one test", async () => {
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
});
