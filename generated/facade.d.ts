/** Compiled from openapi/ by `npm run generate`. Do not edit. */

/** The façade method of each operation, as `x-wm-facade` names it. */
export interface FacadeMethods {
    getCustomerOverview: "overview";
    listServices: "customer.services.list";
    listPlannedServices: "customer.services.planned";
    listServiceMaterials: "customer.services.materials";
    listServiceInvoiceFees: "customer.services.invoiceFees";
    listServiceOperations: "customer.services.operations";
    getNextPickup: "customer.services.nextPickup";
    getServiceEta: "customer.services.eta";
    listInvoices: "customer.invoices.list";
    getInvoiceDetails: "customer.invoices.get";
    getBalance: "customer.balance";
    listContacts: "customer.contacts.list";
    updateContacts: "customer.contacts.update";
    replaceContacts: "customer.contacts.replace";
    listCases: "customer.cases.list";
    listPreferences: "customer.preferences.list";
    updatePreferences: "customer.preferences.update";
    listTickets: "customer.tickets.list";
    listActivityNotes: "customer.activities.notes";
    listActivityEmails: "customer.activities.emails";
    listActivityIssues: "customer.activities.issues";
    getCase: "customer.cases.get";
    getTicket: "customer.tickets.get";
    listTicketSurcharges: "customer.tickets.surcharges";
    listTicketPrices: "customer.tickets.prices";
    listTicketMaterials: "customer.tickets.materials";
    listBillingContacts: "customer.contacts.billing";
    listServiceContacts: "customer.contacts.service";
    listProfiles: "customer.profiles.list";
    listCommunicationPreferences: "customer.communicationPreferences.list";
    replaceCommunicationPreferences: "customer.communicationPreferences.replace";
    listPreferenceCategories: "preferenceCategories";
    getServiceEtaForDate: "customer.services.etaForDate";
    listServiceStats: "customer.services.stats";
    listServicePrices: "customer.services.prices";
}
