import type { ProfileList } from "../../generated/values.js";
import type { RequestOptions } from "../options.js";
import type { WmPromise } from "../types.js";
import { Resource } from "./resource.js";

/** The people who may log on for a customer. */
export class WmProfiles extends Resource {
  /**
   * Lists the profiles.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/profiles
   */
  list(options?: RequestOptions): WmPromise<ProfileList> {
    return this.send("GET /customers/{customerId}/profiles", {}, options);
  }
}
