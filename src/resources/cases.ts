import type { RequestOptions } from "../options.js";
import type { Body } from "../types.js";
import { Resource } from "./resource.js";

/** The service cases of a customer. */
export class WmCases extends Resource {
  /**
   * Lists the cases.
   *
   * @see https://api.wm.com/cases
   */
  list(options?: RequestOptions): Promise<Body<"listCases">> {
    return this.call("listCases", "GET", "/customers/{customerId}/cases", {}, options);
  }
}
