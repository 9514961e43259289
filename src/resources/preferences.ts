import type { PreferencesUpdate } from "../../generated/values.js";
import type { RequestOptions } from "../options.js";
import type { WmPromise } from "../types.js";
import { Resource } from "./resource.js";

/**
 * Paperless billing and automatic payment (base spec only).
 *
 * @throws {@link WmError} from every method.
 */
export class WmPreferences extends Resource {
  /**
   * Lists the preferences (base spec only).
   */
  list(options?: RequestOptions): WmPromise<unknown> {
    return this.send("GET /customers/{customerId}/preferences", {}, options);
  }

  /**
   * Updates the given preferences (PATCH; base spec only).
   */
  update(body: PreferencesUpdate, options?: RequestOptions): WmPromise<unknown> {
    return this.send("PATCH /customers/{customerId}/preferences", { body }, options);
  }
}
