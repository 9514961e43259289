import type { components } from "../../generated/wire.js";
import type { RequestOptions } from "../options.js";
import type { Body } from "../types.js";
import { Resource } from "./resource.js";

/** The billing and service contacts of a customer. */
export class WmContacts extends Resource {
  /**
   * Lists the contacts.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/contacts
   */
  list(options?: RequestOptions): Promise<Body<"listContacts">> {
    return this.call("listContacts", "GET", "/customers/{customerId}/contacts", {}, options);
  }

  /**
   * Replaces the contacts with those that are given, as WM's reference has it.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/contactsput
   */
  replace(body: components["schemas"]["ContactsReplacement"], options?: RequestOptions): Promise<Body<"replaceContacts">> {
    return this.call("replaceContacts", "PUT", "/customers/{customerId}/contacts", { body }, options);
  }

  /**
   * Lists the billing contacts.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/Contactbilling
   */
  billing(options?: RequestOptions): Promise<Body<"listBillingContacts">> {
    return this.call("listBillingContacts", "GET", "/customers/{customerId}/contacts/billing", {}, options);
  }

  /**
   * Lists the service contacts.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/Contactservices
   */
  service(options?: RequestOptions): Promise<Body<"listServiceContacts">> {
    return this.call("listServiceContacts", "GET", "/customers/{customerId}/contacts/services", {}, options);
  }

  /**
   * Changes the fields that are given. Described by the base spec alone.
   *
   * @throws {@link WmError}
   */
  update(body: components["schemas"]["ContactUpdate"], options?: RequestOptions): Promise<Body<"updateContacts">> {
    return this.call("updateContacts", "PATCH", "/customers/{customerId}/contacts", { body }, options);
  }
}
