import type { RequestOptions } from "../options.js";
import type { Body } from "../types.js";
import { Resource } from "./resource.js";

/** The people who may log on for a customer. */
export class WmProfiles extends Resource {
  /**
   * Lists the profiles.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/profiles
   */
  list(options?: RequestOptions): Promise<Body<"listProfiles">> {
    return this.call("listProfiles", "GET", "/customers/{customerId}/profiles", {}, options);
  }
}
