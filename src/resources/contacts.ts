import type { components } from "../../generated/wire.js";
import type { RequestOptions } from "../options.js";
import type { Body, WmPromise } from "../types.js";
import { Resource } from "./resource.js";

/** The billing and service contacts of a customer. */
export class WmContacts extends Resource {
  /**
   * Lists the contacts.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/contacts
   */
  list(options?: RequestOptions): WmPromise<Body<"listContacts">> {
    return this.send("GET /customers/{customerId}/contacts", {}, options);
  }

  /**
   * Replaces the contacts with those that are given, as WM's reference has it.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/contactsput
   */
  replace(body: components["schemas"]["ContactsReplacement"], options?: RequestOptions): WmPromise<Body<"replaceContacts">> {
    return this.send("PUT /customers/{customerId}/contacts", { body }, options);
  }

  /**
   * Lists the billing contacts.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/Contactbilling
   */
  billing(options?: RequestOptions): WmPromise<Body<"listBillingContacts">> {
    return this.send("GET /customers/{customerId}/contacts/billing", {}, options);
  }

  /**
   * Lists the service contacts.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/Contactservices
   */
  service(options?: RequestOptions): WmPromise<Body<"listServiceContacts">> {
    return this.send("GET /customers/{customerId}/contacts/services", {}, options);
  }

  /**
   * Changes the fields that are given. Described by the base spec alone.
   *
   * @throws {@link WmError}
   */
  update(body: components["schemas"]["ContactUpdate"], options?: RequestOptions): WmPromise<Body<"updateContacts">> {
    return this.send("PATCH /customers/{customerId}/contacts", { body }, options);
  }
}
