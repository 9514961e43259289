import type { InvoiceDetail, InvoiceList, ListInvoicesQuery } from "../../generated/values.js";
import type { RequestOptions } from "../options.js";
import type { WmPromise } from "../types.js";
import { Resource } from "./resource.js";

/**
 * A customer's invoices.
 *
 * @throws {@link WmError} from every method.
 */
export class WmInvoices extends Resource {
  /**
   * Lists the invoices, optionally within a date range (`yyyy-MM-dd`), and the balances by age. Pass `fromDate` and `toDate`; `startDate`
   * and `endDate` are their names in the base specification.
   *
   * WM's page shows this path under `/v2`, an older page under `/v1`. It is unknown which one works. To create a client for `/v2`, use
   * `createWmClient({ ...options, baseUrl: "https://api.wm.com/v2" })`.
   *
   * @see https://api.wm.com/InvoiceS
   */
  list(query?: ListInvoicesQuery, options?: RequestOptions): WmPromise<InvoiceList> {
    return this.send("GET /customers/{customerId}/invoices", { query }, options);
  }

  /**
   * Gets one invoice. By WM's page, the response is the list of its entries, `invoices`. By the base specification, it is the invoice itself,
   * with `lineItems` and `fees`. Expect either.
   *
   * @see https://api.wm.com/InvoiceD
   */
  get(invoiceId: string, options?: RequestOptions): WmPromise<InvoiceDetail> {
    return this.send("GET /customers/{customerId}/invoices/{invoiceId}", { path: { invoiceId } }, options);
  }
}
