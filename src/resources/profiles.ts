import type { ProfileList } from "../../generated/values.js";
import type { RequestOptions } from "../options.js";
import type { WmPromise } from "../types.js";
import { Resource } from "./resource.js";

/**
 * A customer's online user profiles.
 *
 * @throws {@link WmError} from every method.
 */
export class WmProfiles extends Resource {
  /**
   * Lists the profiles.
   *
   * @see https://api.wm.com/profiles
   */
  list(options?: RequestOptions): WmPromise<ProfileList> {
    return this.send("GET /customers/{customerId}/profiles", {}, options);
  }
}
