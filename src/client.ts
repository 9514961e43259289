import { type CallOperation, createCallOperation, forCustomer } from "./call.js";
import { type Clock, systemClock } from "./clock.js";
import { readOptions, type RequestOptions, type WmClientOptions } from "./options.js";
import { createRaw, type WmRaw } from "./raw.js";
import { WmActivities } from "./resources/activities.js";
import { WmCases } from "./resources/cases.js";
import { WmCommunicationPreferences } from "./resources/communication-preferences.js";
import { WmContacts } from "./resources/contacts.js";
import { WmInvoices } from "./resources/invoices.js";
import { WmPreferences } from "./resources/preferences.js";
import { WmProfiles } from "./resources/profiles.js";
import { Resource } from "./resources/resource.js";
import { WmServices } from "./resources/services.js";
import { WmTickets } from "./resources/tickets.js";
import { createTransport } from "./transport.js";
import type { Body } from "./types.js";

/** A client of the WM Customer API. Made by {@link createWmClient}. */
export class WmClient extends Resource {
  /**
   * The openapi-fetch client over the same spec: values as they are on the wire, `{ data, error, response }` instead of a thrown
   * {@link WmApiError}, with this client's credentials, tracking ids, retries and limits.
   */
  readonly raw: WmRaw;

  constructor(call: CallOperation, raw: WmRaw) {
    super(call);
    this.raw = raw;
  }

  /** Gets the overview of the account that the token stands for. Described by the base spec alone. */
  overview(options?: RequestOptions): Promise<Body<"getCustomerOverview">> {
    return this.call("getCustomerOverview", "GET", "/customers", {}, options);
  }

  /**
   * Lists the categories of communication preferences. Known at second hand; no source names the fields of the answer.
   *
   * @see https://api.wm.com/
   */
  preferenceCategories(options?: RequestOptions): Promise<Body<"listPreferenceCategories">> {
    return this.call("listPreferenceCategories", "GET", "/preferences/categories", {}, options);
  }

  /** The operations of one customer. Sends nothing, and checks `customerId` when one of them is called. */
  customer(customerId: string): WmCustomer {
    return new WmCustomer(forCustomer(this.call, customerId));
  }
}

/** The operations of one customer. Made by {@link WmClient.customer}. */
export class WmCustomer extends Resource {
  readonly services: WmServices;
  readonly invoices: WmInvoices;
  readonly contacts: WmContacts;
  readonly cases: WmCases;
  readonly preferences: WmPreferences;
  readonly tickets: WmTickets;
  readonly profiles: WmProfiles;
  readonly communicationPreferences: WmCommunicationPreferences;
  readonly activities: WmActivities;

  constructor(call: CallOperation) {
    super(call);
    this.services = new WmServices(call);
    this.invoices = new WmInvoices(call);
    this.contacts = new WmContacts(call);
    this.cases = new WmCases(call);
    this.preferences = new WmPreferences(call);
    this.tickets = new WmTickets(call);
    this.profiles = new WmProfiles(call);
    this.communicationPreferences = new WmCommunicationPreferences(call);
    this.activities = new WmActivities(call);
  }

  /**
   * Gets what is owed, by age.
   *
   * @see https://api.wm.com/balance
   */
  balance(options?: RequestOptions): Promise<Body<"getBalance">> {
    return this.call("getBalance", "GET", "/customers/{customerId}/balance", {}, options);
  }
}

/**
 * Makes a client. It sends nothing until an operation is called.
 *
 * @throws {@link WmConfigError} for an option that is missing, unknown or unusable.
 */
export function createWmClient(options: WmClientOptions): WmClient {
  return createClientAt(systemClock, options);
}

/** A client with a clock of one's choice, for tests. */
export function createClientAt(clock: Clock, options: WmClientOptions): WmClient {
  const config = readOptions(options);
  const transport = createTransport(config, clock);
  return new WmClient(createCallOperation(transport, config), createRaw(transport, config));
}
