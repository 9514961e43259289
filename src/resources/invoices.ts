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
   * WM's page prints this path under `/v2`, an older page under `/v1`; which one answers is unknown. A client for `/v2`:
   * `createWmClient({ ...options, baseUrl: "https://api.wm.com/v2" })`.
   *
   * @see https://api.wm.com/InvoiceS
   */
  list(query?: ListInvoicesQuery, options?: RequestOptions): WmPromise<InvoiceList> {
    return this.send("GET /customers/{customerId}/invoices", { query }, options);
  }

  /**
   * Gets the entries of one invoice. WM's page returns them in `invoices`, the base spec as fields of the object itself.
   *
   * @see https://api.wm.com/InvoiceD
   */
  get(invoiceId: string, options?: RequestOptions): WmPromise<InvoiceDetail> {
    return this.send("GET /customers/{customerId}/invoices/{invoiceId}", { path: { invoiceId } }, options);
  }
}
