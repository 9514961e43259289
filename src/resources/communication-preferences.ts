import type { components } from "../../generated/wire.js";
import type { RequestOptions } from "../options.js";
import type { Body, WmPromise } from "../types.js";
import { Resource } from "./resource.js";

/** What a customer is told about, and by which channel, as WM's reference describes it. */
export class WmCommunicationPreferences extends Resource {
  /**
   * Lists the preferences, by category and channel.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/preferences_get
   */
  list(options?: RequestOptions): WmPromise<Body<"listCommunicationPreferences">> {
    return this.send("GET /customers/{customerId}/communication-preferences", {}, options);
  }

  /**
   * Replaces the preferences with those that are given.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/preferences_put
   */
  replace(body: components["schemas"]["CommunicationPreferencesReplacement"], options?: RequestOptions): WmPromise<Body<"replaceCommunicationPreferences">> {
    return this.send("PUT /customers/{customerId}/communication-preferences", { body }, options);
  }
}
