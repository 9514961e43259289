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
   * Lists the cases, all or those of a span of days (`yyyy-MM-dd`).
   *
   * @see https://api.wm.com/cases
   */
  list(query?: ListCasesQuery, options?: RequestOptions): WmPromise<CaseList> {
    return this.send("GET /customers/{customerId}/cases", { query }, options);
  }

  /**
   * Gets everything on one case.
   *
   * @see https://api.wm.com/caseid
   */
  get(caseId: string, options?: RequestOptions): WmPromise<CaseDetailList> {
    return this.send("GET /customers/{customerId}/cases/{caseId}", { path: { caseId } }, options);
  }
}
