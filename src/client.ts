import type { Balance, CustomerOverview } from "../generated/values.js";
import { createSend, forCustomer } from "./call.js";
import { readOptions } from "./config.js";
import type { RequestOptions, WmClientOptions } from "./options.js";
import { createRaw, type WmRaw } from "./raw.js";
import {
  WmActivities,
  WmCases,
  WmCommunicationPreferences,
  WmContacts,
  WmInvoices,
  WmPreferences,
  WmProfiles,
  WmServices,
  WmTickets,
} from "./resources/index.js";
import { Resource } from "./resources/resource.js";
import { type Clock, systemClock } from "./transport/clock.js";
import { createTransport } from "./transport/index.js";
import type { Send, WmPromise } from "./types.js";

/**
 * A client of the WM Customer API. Created by {@link createWmClient}.
 *
 * @throws {@link WmError} from every method.
 */
export class WmClient extends Resource<never> {
  /**
   * An openapi-fetch client over the same spec, with this client's credentials, tracking ids, retries and limits. Returns values as WM
   * sends them. A call resolves to `{ data, error, response }`, even for a status for which the other methods reject with
   * {@link WmApiError}.
   */
  readonly raw: WmRaw;

  constructor(send: Send, raw: WmRaw) {
    super(send);
    this.raw = raw;
  }

  /**
   * Gets the overview of the account that the token belongs to. Not documented by WM: only the base specification has this operation.
   */
  overview(options?: RequestOptions): WmPromise<CustomerOverview> {
    return this.send("GET /customers", {}, options);
  }

  /**
   * Lists the categories of communication preferences. Not documented by WM; the response fields are unknown.
   *
   * @see https://api.wm.com/
   */
  preferenceCategories(options?: RequestOptions): WmPromise<unknown> {
    return this.send("GET /preferences/categories", {}, options);
  }

  /**
   * Returns the operations of one customer. Sends nothing and never throws.
   *
   * @param customerId - The customer id, also called eZpay id: 15 digits with leading zeros, or 11 to 12 digits. Always text, because leading
   * zeros are significant. Operations reject an empty id, and one with leading or trailing whitespace.
   */
  customer(customerId: string): WmCustomer {
    return new WmCustomer(forCustomer(this.send, customerId));
  }
}

/**
 * The operations of one customer. Created by {@link WmClient.customer}.
 *
 * @throws {@link WmError} from every method.
 */
export class WmCustomer extends Resource {
  /** Services on the account: schedule, equipment, material and pricing. */
  readonly services = new WmServices(this.send);
  /** Invoices and balances. */
  readonly invoices = new WmInvoices(this.send);
  /** Billing and service contacts. */
  readonly contacts = new WmContacts(this.send);
  /** Service cases: requests and complaints. */
  readonly cases = new WmCases(this.send);
  /** Paperless billing and automatic payment. Not documented by WM. */
  readonly preferences = new WmPreferences(this.send);
  /** Tickets for hauling services, and for disposal at a landfill. */
  readonly tickets = new WmTickets(this.send);
  /** Online user profiles. */
  readonly profiles = new WmProfiles(this.send);
  /** Notification preferences by category and channel. */
  readonly communicationPreferences = new WmCommunicationPreferences(this.send);
  /** Notes, e-mails and reported issues. */
  readonly activities = new WmActivities(this.send);

  /**
   * Gets the account balance, broken down by age.
   *
   * @see https://api.wm.com/balance
   */
  balance(options?: RequestOptions): WmPromise<Balance> {
    return this.send("GET /customers/{customerId}/balance", {}, options);
  }
}

/**
 * Creates a client. Sends nothing until an operation is called.
 *
 * @throws {@link WmConfigError} for a missing, unknown or unusable option.
 */
export function createWmClient(options: WmClientOptions): WmClient {
  return createClientAt(systemClock, options);
}

/** Creates a client with a custom clock, for tests. */
export function createClientAt(clock: Clock, options: WmClientOptions): WmClient {
  const config = readOptions(options);
  const transport = createTransport(config, clock);
  return new WmClient(createSend(transport, config), createRaw(transport, config));
}
