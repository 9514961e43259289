import type { ContactList, ContactUpdate, ContactsReplacement, UpdateConfirmation } from "../../generated/values.js";
import type { RequestOptions } from "../options.js";
import type { WmPromise } from "../types.js";
import { Resource } from "./resource.js";

/**
 * A customer's billing and service contacts.
 *
 * @throws {@link WmError} from every method.
 */
export class WmContacts extends Resource {
  /**
   * Lists the contacts.
   *
   * @see https://api.wm.com/contacts
   */
  list(options?: RequestOptions): WmPromise<ContactList> {
    return this.send("GET /customers/{customerId}/contacts", {}, options);
  }

  /**
   * Replaces all contacts (PUT). Accepts the result of {@link list}, changed or not, and values as WM sends them. Omits null, and fields that
   * the request does not have: `phone`, `address` and `metadata` of a contact.
   *
   * @see https://api.wm.com/contactsput
   */
  replace(body: ContactsReplacement, options?: RequestOptions): WmPromise<UpdateConfirmation> {
    return this.send("PUT /customers/{customerId}/contacts", { body }, options);
  }

  /**
   * Lists the billing contacts.
   *
   * @see https://api.wm.com/Contactbilling
   */
  billing(options?: RequestOptions): WmPromise<ContactList> {
    return this.send("GET /customers/{customerId}/contacts/billing", {}, options);
  }

  /**
   * Lists the service contacts.
   *
   * @see https://api.wm.com/Contactservices
   */
  service(options?: RequestOptions): WmPromise<ContactList> {
    return this.send("GET /customers/{customerId}/contacts/services", {}, options);
  }

  /**
   * Updates the given fields (PATCH). Not documented by WM. Omits null and undefined.
   */
  update(body: ContactUpdate, options?: RequestOptions): WmPromise<unknown> {
    return this.send("PATCH /customers/{customerId}/contacts", { body }, options);
  }
}
