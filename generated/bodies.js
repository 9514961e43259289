/* Compiled from openapi/ by `npm run generate`. Do not edit. */
export const declaresBody = new Set([
  "getCustomerOverview",
  "listServices",
  "listServiceInvoiceFees",
  "listInvoices",
  "getInvoiceDetails",
  "listTicketSurcharges"
]);
