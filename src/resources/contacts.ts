import type { components } from "../../generated/wire.js";
import type { RequestOptions } from "../options.js";
import type { Body } from "../types.js";
import { Resource } from "./resource.js";

/** The billing and service contacts of a customer. */
export class WmContacts extends Resource {
  /**
   * Lists the contacts.
   *
   * @see https://api.wm.com/contacts
   */
  list(options?: RequestOptions): Promise<Body<"listContacts">> {
    return this.call("listContacts", "GET", "/customers/{customerId}/contacts", {}, options);
  }

  /** Changes the fields that are given. Described by the base spec alone. */
  update(body: components["schemas"]["ContactUpdate"], options?: RequestOptions): Promise<Body<"updateContacts">> {
    return this.call("updateContacts", "PATCH", "/customers/{customerId}/contacts", { body }, options);
  }
}
