import { type CallOperation, createCallOperation, forCustomer } from "./call.js";
import { type Clock, systemClock } from "./transport/clock.js";
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
import { createTransport } from "./transport/index.js";
import type { Body } from "./types.js";

/** A client of the WM Customer API. Made by {@link createWmClient}. */
export class WmClient extends Resource {
  /**
   * The openapi-fetch client over the same spec: values as they are on the wire, `{ data, error, response }` instead of a thrown
   * {@link WmApiError}, with this client's credentials, tracking ids, retries and limits.
   */
  declare readonly raw: WmRaw;

  constructor(call: CallOperation, makeRaw: () => WmRaw) {
    super(call);
    let raw: WmRaw | undefined;
    // Made when it is asked for: openapi-fetch looks at the global Request, which Node takes 20 ms to load. A property of its own, as
    // proxies and copies know no other.
    Object.defineProperty(this, "raw", { enumerable: true, get: () => (raw ??= makeRaw()) });
  }

  /**
   * Gets the overview of the account that the token stands for. Described by the base spec alone.
   *
   * @throws {@link WmError}
   */
  overview(options?: RequestOptions): Promise<Body<"getCustomerOverview">> {
    return this.call("getCustomerOverview", "GET", "/customers", {}, options);
  }

  /**
   * Lists the categories of communication preferences. Known at second hand; no source names the fields of the answer.
   *
   * @throws {@link WmError}
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
  /** What is collected, when and at which price. */
  readonly services: WmServices;
  /** What was charged. */
  readonly invoices: WmInvoices;
  /** Whom WM writes to, for bills and for services. */
  readonly contacts: WmContacts;
  /** Requests and complaints that WM works on. */
  readonly cases: WmCases;
  /** Paperless billing and automatic payment, as the base spec alone describes them. */
  readonly preferences: WmPreferences;
  /** Records of single services and of disposals at a landfill. */
  readonly tickets: WmTickets;
  /** Who may log on. */
  readonly profiles: WmProfiles;
  /** What the customer is told, and by which channel, as WM's reference describes it. */
  readonly communicationPreferences: WmCommunicationPreferences;
  /** Notes, e-mails and issues. */
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
   * @throws {@link WmError}
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
  return new WmClient(createCallOperation(transport, config), () => createRaw(transport, config));
}
