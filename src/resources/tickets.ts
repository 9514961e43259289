import type {
  DisposalTicketDetailList,
  DisposalTicketList,
  GetDisposalTicketQuery,
  GetServiceTicketQuery,
  GetTicketQuery,
  ListDisposalTicketsQuery,
  ListServiceTicketsQuery,
  ListTicketsQuery,
  TicketDetailList,
  TicketList,
  TicketMaterialList,
  TicketPriceList,
  TicketSurchargeList,
} from "../../generated/values.js";
import type { RequestOptions } from "../options.js";
import type { WmPromise } from "../types.js";
import { Resource } from "./resource.js";

/**
 * A customer's tickets: for hauling services, and for disposal at a landfill.
 *
 * @throws {@link WmError} from every method.
 */
export class WmTickets extends Resource {
  /**
   * Lists the disposal tickets, optionally within a date range (`yyyy-MM-dd`).
   *
   * @see https://api.wm.com/disposalticketsummary
   */
  list(query: ListDisposalTicketsQuery, options?: RequestOptions): WmPromise<DisposalTicketList>;
  /**
   * Lists the service tickets, optionally within a date range (`yyyy-MM-dd`).
   *
   * @see https://api.wm.com/tickets
   */
  list(query?: ListServiceTicketsQuery, options?: RequestOptions): WmPromise<TicketList>;
  /**
   * Lists tickets of a type that is only known at run time.
   *
   * @see https://api.wm.com/tickets
   */
  list(query?: ListTicketsQuery, options?: RequestOptions): WmPromise<TicketList | DisposalTicketList>;
  list(query?: ListTicketsQuery, options?: RequestOptions): WmPromise<TicketList | DisposalTicketList> {
    return this.send("GET /customers/{customerId}/tickets", { query }, options);
  }

  /**
   * Gets one disposal ticket.
   *
   * @see https://api.wm.com/disposalticketdetails
   */
  get(ticketId: string, query: GetDisposalTicketQuery, options?: RequestOptions): WmPromise<DisposalTicketDetailList>;
  /**
   * Gets one service ticket.
   *
   * @see https://api.wm.com/ticketd
   */
  get(ticketId: string, query?: GetServiceTicketQuery, options?: RequestOptions): WmPromise<TicketDetailList>;
  /**
   * Gets one ticket of a type that is only known at run time.
   *
   * @see https://api.wm.com/ticketd
   */
  get(ticketId: string, query?: GetTicketQuery, options?: RequestOptions): WmPromise<TicketDetailList | DisposalTicketDetailList>;
  get(ticketId: string, query?: GetTicketQuery, options?: RequestOptions): WmPromise<TicketDetailList | DisposalTicketDetailList> {
    return this.send("GET /customers/{customerId}/tickets/{ticketId}", { path: { ticketId }, query }, options);
  }

  /**
   * Lists the charges on a disposal ticket: material, surcharges, tax and total.
   *
   * @see https://api.wm.com/ticketp
   */
  prices(ticketId: string, options?: RequestOptions): WmPromise<TicketPriceList> {
    return this.send("GET /customers/{customerId}/tickets/{ticketId}/prices", { path: { ticketId }, query: { ticketType: "disposal" } }, options);
  }

  /**
   * Lists the materials of a disposal ticket, with volume and weight.
   *
   * @see https://api.wm.com/ticketm
   */
  materials(ticketId: string, options?: RequestOptions): WmPromise<TicketMaterialList> {
    return this.send("GET /customers/{customerId}/tickets/{ticketId}/materials", { path: { ticketId }, query: { ticketType: "disposal" } }, options);
  }

  /**
   * Lists the surcharges of a disposal ticket.
   *
   * @see https://api.wm.com/ticketsu
   */
  surcharges(ticketId: string, options?: RequestOptions): WmPromise<TicketSurchargeList> {
    return this.send("GET /customers/{customerId}/tickets/{ticketId}/surcharges", { path: { ticketId }, query: { ticketType: "disposal" } }, options);
  }
}
