import type { CaseDetailList, CaseList, ListCasesQuery } from "../../generated/values.js";
import type { RequestOptions } from "../options.js";
import type { WmPromise } from "../types.js";
import { Resource } from "./resource.js";

/**
 * The service cases of a customer.
 *
 * @throws {@link WmError} from every method.
 */
export class WmCases extends Resource {
  /**
   * Lists the cases, optionally within a date range (`yyyy-MM-dd`).
   *
   * @see https://api.wm.com/cases
   */
  list(query?: ListCasesQuery, options?: RequestOptions): WmPromise<CaseList> {
    return this.send("GET /customers/{customerId}/cases", { query }, options);
  }

  /**
   * Gets one case, with its notes, requestor and invoice adjustments.
   *
   * @see https://api.wm.com/caseid
   */
  get(caseId: string, options?: RequestOptions): WmPromise<CaseDetailList> {
    return this.send("GET /customers/{customerId}/cases/{caseId}", { path: { caseId } }, options);
  }
}
