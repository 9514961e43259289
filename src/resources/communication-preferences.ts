import type { CommunicationPreferenceList, CommunicationPreferencesReplacement, UpdateConfirmation } from "../../generated/values.js";
import type { RequestOptions } from "../options.js";
import type { WmPromise } from "../types.js";
import { Resource } from "./resource.js";

/**
 * Notification preferences by category and channel.
 *
 * @throws {@link WmError} from every method.
 */
export class WmCommunicationPreferences extends Resource {
  /**
   * Lists the preferences, by category and channel.
   *
   * @see https://api.wm.com/preferences_get
   */
  list(options?: RequestOptions): WmPromise<CommunicationPreferenceList> {
    return this.send("GET /customers/{customerId}/communication-preferences", {}, options);
  }

  /**
   * Replaces all preferences (PUT). Accepts the result of {@link list}, changed or not, and values as WM sends them. Omits null, empty lists
   * within a category, and fields that the request does not have: `is_category_enabled` of a category, `is_opt_in` of a channel and
   * `audit_info` of a selection. To opt out of a channel, set `is_opt_in` of each of its selections to false.
   *
   * @see https://api.wm.com/preferences_put
   */
  replace(body: CommunicationPreferencesReplacement, options?: RequestOptions): WmPromise<UpdateConfirmation> {
    return this.send("PUT /customers/{customerId}/communication-preferences", { body }, options);
  }
}
