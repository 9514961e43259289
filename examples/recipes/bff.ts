/** A backend for a web page: the invoices of the logged-in customer. */
// #region docs
import { WmApiError, type WmClient, WmConfigError, WmError, WmTimeoutError } from "wm-customer-api";

/** Handles `GET /invoices?from=2026-01-01&to=2026-03-31`. `customerIdOf` reads the session: never take the id from the URL. */
export function createInvoicesHandler(wm: WmClient, customerIdOf: (request: Request) => Promise<string | undefined>) {
  return async (request: Request): Promise<Response> => {
    const customerId = await customerIdOf(request);
    if (customerId === undefined) return Response.json({ message: "Not logged in" }, { status: 401 });
    const { searchParams } = new URL(request.url);
    const query = { fromDate: searchParams.get("from") ?? undefined, toDate: searchParams.get("to") ?? undefined };
    try {
      const { invoices, currency } = await wm.customer(customerId).invoices.list(query, { signal: request.signal, totalTimeout: 10_000 });
      return Response.json({ currency, invoices: invoices.map(({ id, date, amount }) => ({ id, date, amount })) });
    } catch (error) {
      return failure(error);
    }
  };
}

function failure(error: unknown): Response {
  if (!(error instanceof WmError)) throw error;
  // Only these arguments come from the page. Any other error of this class is a bug here.
  if (error instanceof WmConfigError && (error.argument === "fromDate" || error.argument === "toDate")) {
    return Response.json({ message: error.message }, { status: 400 });
  }
  if (error instanceof WmApiError && error.status === 404) return Response.json({ message: "No such customer" }, { status: 404 });
  const status = error instanceof WmTimeoutError ? 504 : error instanceof WmConfigError ? 500 : 502;
  return Response.json({ message: "Invoices are not available", trackingId: error.trackingId }, { status });
}
// #endregion
