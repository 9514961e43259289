/**
 * The client: {@link createWmClient} makes one, {@link WmClient} and {@link WmCustomer} have its operations, {@link WmError} is what they
 * throw.
 *
 * Days are `yyyy-MM-dd` and durations milliseconds, wherever nothing else is said.
 *
 * @module wm-customer-api
 */
export * from "../../src/index.js";

// What the package does not export by name, but hands out: the documentation has a page for each.
export type { WmActivities } from "../../src/resources/activities.js";
export type { WmCases } from "../../src/resources/cases.js";
export type { WmCommunicationPreferences } from "../../src/resources/communication-preferences.js";
export type { WmContacts } from "../../src/resources/contacts.js";
export type { WmInvoices } from "../../src/resources/invoices.js";
export type { WmPreferences } from "../../src/resources/preferences.js";
export type { WmProfiles } from "../../src/resources/profiles.js";
export type { WmServices } from "../../src/resources/services.js";
export type { Disposal, NoDisposal, WmTickets } from "../../src/resources/tickets.js";
export type { Body, OperationId, Query } from "../../src/types.js";
