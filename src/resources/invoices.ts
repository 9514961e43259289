import type { InvoiceDetail, InvoiceList, ListInvoicesQuery } from "../../generated/values.js";
import type { RequestOptions } from "../options.js";
import type { WmPromise } from "../types.js";
import { Resource } from "./resource.js";

/** The invoices of a customer. */
export class WmInvoices extends Resource {
  /**
   * Lists the invoices, all or those of a span of days (`yyyy-MM-dd`), and the balances by age. The base spec names the span `startDate`
   * and `endDate`, WM's reference `fromDate` and `toDate`.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/InvoiceS
   */
  list(query?: ListInvoicesQuery, options?: RequestOptions): WmPromise<InvoiceList> {
    return this.send("GET /customers/{customerId}/invoices", { query }, options);
  }

  /**
   * Gets everything on one invoice.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/InvoiceD
   */
  get(invoiceId: string, options?: RequestOptions): WmPromise<InvoiceDetail> {
    return this.send("GET /customers/{customerId}/invoices/{invoiceId}", { path: { invoiceId } }, options);
  }
}
