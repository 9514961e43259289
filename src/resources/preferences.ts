import type { PreferencesUpdate } from "../../generated/values.js";
import type { RequestOptions } from "../options.js";
import type { WmPromise } from "../types.js";
import { Resource } from "./resource.js";

/**
 * Paperless billing and automatic payment. Not documented by WM: only the base specification has these operations.
 *
 * @throws {@link WmError} from every method.
 */
export class WmPreferences extends Resource {
  /**
   * Lists the preferences. Not documented by WM; the response fields are unknown.
   */
  list(options?: RequestOptions): WmPromise<unknown> {
    return this.send("GET /customers/{customerId}/preferences", {}, options);
  }

  /**
   * Updates the given preferences (PATCH). Not documented by WM.
   */
  update(body: PreferencesUpdate, options?: RequestOptions): WmPromise<unknown> {
    return this.send("PATCH /customers/{customerId}/preferences", { body }, options);
  }
}
