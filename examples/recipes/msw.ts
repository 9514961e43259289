/** Handlers for MSW whose paths, parameters, bodies and statuses are checked against the spec. */
// #region docs
import { setupServer } from "msw/node";
import { createOpenApiHttp } from "openapi-msw";
import type { paths } from "wm-customer-api";

const http = createOpenApiHttp<paths>({ baseUrl: "https://api.wm.com/v1" });

export const server = setupServer(
  http.get("/customers/{customerId}/balance", ({ params, response }) => {
    if (params.customerId !== "123456789") return response(404).json({ code: 404, message: "No such customer" });
    return response(200).json({ balance: [{ type: "Total", amount: "147.14" }] }); // text, as WM sends it
  }),
  http.patch("/customers/{customerId}/contacts", async ({ request, response }) => {
    const { email } = await request.json();
    return response(200).json({ contacts: [{ email }] });
  }),
);
// #endregion
