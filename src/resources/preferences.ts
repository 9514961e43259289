import type { PreferencesUpdate } from "../../generated/values.js";
import type { RequestOptions } from "../options.js";
import type { WmPromise } from "../types.js";
import { Resource } from "./resource.js";

/** The preferences of a customer, as the base spec describes them: paperless billing and automatic payment. */
export class WmPreferences extends Resource {
  /**
   * Lists the preferences. Described by the base spec alone.
   *
   * @throws {@link WmError}
   */
  list(options?: RequestOptions): WmPromise<unknown> {
    return this.send("GET /customers/{customerId}/preferences", {}, options);
  }

  /**
   * Changes the preferences that are given. Described by the base spec alone.
   *
   * @throws {@link WmError}
   */
  update(body: PreferencesUpdate, options?: RequestOptions): WmPromise<unknown> {
    return this.send("PATCH /customers/{customerId}/preferences", { body }, options);
  }
}
