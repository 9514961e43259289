export { WmActivities } from "./activities.js";
export { WmCases } from "./cases.js";
export { WmCommunicationPreferences } from "./communication-preferences.js";
export { WmContacts } from "./contacts.js";
export { WmInvoices } from "./invoices.js";
export { WmPreferences } from "./preferences.js";
export { WmProfiles } from "./profiles.js";
export { WmServices } from "./services.js";
export { type Disposal, type NoDisposal, WmTickets } from "./tickets.js";
