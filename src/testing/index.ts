/**
 * A mock of the API for tests. Needs Prism, an optional peer dependency.
 *
 * @module wm-customer-api/testing
 */
import { startServer } from "./server.js";
import type { MockServer, MockServerOptions } from "./types.js";

export type * from "./types.js";

/**
 * Starts a mock of the API on a local port: Prism over this package's spec.
 *
 * Prism validates every request. An invalid one gets an error with a `sl-violations` header. A valid one gets the custom response in
 * `answers`, or else an example of the spec. The request header `Prefer: code=404` selects an error, `Prefer: example=...` another example.
 * Every operation supports the codes 429 and 503, which the spec does not declare.
 *
 * @example
 * ```ts
 * const mock = await startMockServer({ answers: { listInvoices: { body: { invoices: [{ id: "1", amount: "12.50" }] } } } });
 * const wm = createWmClient({ clientId: "any", token: "an-example-token", baseUrl: mock.url });
 * ```
 * @throws Error if Prism is not installed, if the port is in use, or for an unknown operation or an unusable response in `answers`.
 * @see https://docs.stoplight.io/docs/prism
 */
export async function startMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  return startServer(options);
}
