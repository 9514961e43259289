/** Compiled from openapi/ by `npm run generate`. Do not edit. */

/** The operation of each route, which is a method and a path. */
export interface Routes {
    "GET /customers": "getCustomerOverview";
    "GET /customers/{customerId}/services": "listServices";
    "GET /customers/{customerId}/services/plan": "listPlannedServices";
    "GET /customers/{customerId}/services/materials": "listServiceMaterials";
    "GET /customers/{customerId}/services/prices/invoice-fees": "listServiceInvoiceFees";
    "GET /customers/{customerId}/services/operations": "listServiceOperations";
    "GET /customers/{customerId}/services/next-pickup": "getNextPickup";
    "GET /customers/{customerId}/services/{serviceId}/eta": "getServiceEta";
    "GET /customers/{customerId}/invoices": "listInvoices";
    "GET /customers/{customerId}/invoices/{invoiceId}": "getInvoiceDetails";
    "GET /customers/{customerId}/balance": "getBalance";
    "GET /customers/{customerId}/contacts": "listContacts";
    "PATCH /customers/{customerId}/contacts": "updateContacts";
    "PUT /customers/{customerId}/contacts": "replaceContacts";
    "GET /customers/{customerId}/cases": "listCases";
    "GET /customers/{customerId}/preferences": "listPreferences";
    "PATCH /customers/{customerId}/preferences": "updatePreferences";
    "GET /customers/{customerId}/tickets": "listTickets";
    "GET /customers/{customerId}/activities/notes": "listActivityNotes";
    "GET /customers/{customerId}/activities/email": "listActivityEmails";
    "GET /customers/{customerId}/activities/issues": "listActivityIssues";
    "GET /customers/{customerId}/cases/{caseId}": "getCase";
    "GET /customers/{customerId}/tickets/{ticketId}": "getTicket";
    "GET /customers/{customerId}/tickets/{ticketId}/surcharges": "listTicketSurcharges";
    "GET /customers/{customerId}/tickets/{ticketId}/prices": "listTicketPrices";
    "GET /customers/{customerId}/tickets/{ticketId}/materials": "listTicketMaterials";
    "GET /customers/{customerId}/contacts/billing": "listBillingContacts";
    "GET /customers/{customerId}/contacts/services": "listServiceContacts";
    "GET /customers/{customerId}/profiles": "listProfiles";
    "GET /customers/{customerId}/communication-preferences": "listCommunicationPreferences";
    "PUT /customers/{customerId}/communication-preferences": "replaceCommunicationPreferences";
    "GET /preferences/categories": "listPreferenceCategories";
    "GET /customers/{customerId}/services/{serviceId}/ETA": "getServiceEtaForDate";
    "GET /customers/{customerId}/services/stats": "listServiceStats";
    "GET /customers/{customerId}/services/prices": "listServicePrices";
}

/** Of each route, the operationId and the wire's name of each query parameter. */
export declare const routes: { readonly [Route in keyof Routes]: readonly [operationId: Routes[Route], names?: Readonly<Record<string, string>>] };
