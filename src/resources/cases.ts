import type { RequestOptions } from "../options.js";
import type { Body, Query } from "../types.js";
import { Resource } from "./resource.js";

/** The service cases of a customer. */
export class WmCases extends Resource {
  /**
   * Lists the cases, all or those of a span of days (`yyyy-MM-dd`).
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/cases
   */
  list(query: Query<"listCases"> = {}, options?: RequestOptions): Promise<Body<"listCases">> {
    const names = { fromDate: "fromDate", toDate: "toDate" } as const;
    return this.call("listCases", "GET", "/customers/{customerId}/cases", { query: { given: query, names } }, options);
  }

  /**
   * Gets everything on one case.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/caseid
   */
  get(caseId: string, options?: RequestOptions): Promise<Body<"getCase">> {
    return this.call("getCase", "GET", "/customers/{customerId}/cases/{caseId}", { path: { caseId } }, options);
  }
}
