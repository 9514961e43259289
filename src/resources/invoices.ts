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
   * Lists the invoices, optionally within a date range (`yyyy-MM-dd`), and the balances by age. The base spec names the range `startDate`
   * and `endDate`, WM's reference `fromDate` and `toDate`; pass one pair.
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
   * Gets the entries of one invoice. WM's page has a list of them, `invoices`; the base spec has the fields of one invoice instead.
   *
   * @see https://api.wm.com/InvoiceD
   */
  get(invoiceId: string, options?: RequestOptions): WmPromise<InvoiceDetail> {
    return this.send("GET /customers/{customerId}/invoices/{invoiceId}", { path: { invoiceId } }, options);
  }
}
