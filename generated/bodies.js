/* Compiled from openapi/ by `npm run generate`. Do not edit. */
export const declaresBody = new Set([
  "getCustomerOverview",
  "listServices",
  "listPlannedServices",
  "listServiceMaterials",
  "listServiceInvoiceFees",
  "listServiceOperations",
  "getNextPickup",
  "getServiceEta",
  "listInvoices",
  "getInvoiceDetails",
  "getBalance",
  "listCases",
  "listTickets",
  "getCase",
  "getTicket",
  "listTicketSurcharges",
  "listTicketPrices",
  "listTicketMaterials",
  "getServiceEtaForDate",
  "listServiceStats",
  "listServicePrices"
]);
