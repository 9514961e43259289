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

/** The tickets of a customer: of service, and of disposal at a landfill. */
export class WmTickets extends Resource {
  /**
   * Lists the disposal tickets, all or those of a span of days (`yyyy-MM-dd`).
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/disposalticketsummary
   */
  list(query: ListDisposalTicketsQuery, options?: RequestOptions): WmPromise<DisposalTicketList>;
  /**
   * Lists the service tickets, all or those of a span of days (`yyyy-MM-dd`).
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/tickets
   */
  list(query?: ListServiceTicketsQuery, options?: RequestOptions): WmPromise<TicketList>;
  /**
   * Lists the tickets of a kind that is known at run time only.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/tickets
   */
  list(query?: ListTicketsQuery, options?: RequestOptions): WmPromise<TicketList | DisposalTicketList>;
  list(query?: ListTicketsQuery, options?: RequestOptions): WmPromise<TicketList | DisposalTicketList> {
    return this.send("GET /customers/{customerId}/tickets", { query }, options);
  }

  /**
   * Gets everything on one disposal ticket.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/disposalticketdetails
   */
  get(ticketId: string, query: GetDisposalTicketQuery, options?: RequestOptions): WmPromise<DisposalTicketDetailList>;
  /**
   * Gets everything on one service ticket.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/ticketd
   */
  get(ticketId: string, query?: GetServiceTicketQuery, options?: RequestOptions): WmPromise<TicketDetailList>;
  /**
   * Gets everything on one ticket of a kind that is known at run time only.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/ticketd
   */
  get(ticketId: string, query?: GetTicketQuery, options?: RequestOptions): WmPromise<TicketDetailList | DisposalTicketDetailList>;
  get(ticketId: string, query?: GetTicketQuery, options?: RequestOptions): WmPromise<TicketDetailList | DisposalTicketDetailList> {
    return this.send("GET /customers/{customerId}/tickets/{ticketId}", { path: { ticketId }, query }, options);
  }

  /**
   * Lists what a disposal ticket comes to: material, surcharge, tax and the total.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/ticketp
   */
  prices(ticketId: string, options?: RequestOptions): WmPromise<TicketPriceList> {
    return this.send("GET /customers/{customerId}/tickets/{ticketId}/prices", { path: { ticketId }, query: { ticketType: "disposal" } }, options);
  }

  /**
   * Lists the materials of a disposal ticket, with volume and weight.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/ticketm
   */
  materials(ticketId: string, options?: RequestOptions): WmPromise<TicketMaterialList> {
    return this.send("GET /customers/{customerId}/tickets/{ticketId}/materials", { path: { ticketId }, query: { ticketType: "disposal" } }, options);
  }

  /**
   * Lists the surcharges of a disposal ticket.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/ticketsu
   */
  surcharges(ticketId: string, options?: RequestOptions): WmPromise<TicketSurchargeList> {
    return this.send("GET /customers/{customerId}/tickets/{ticketId}/surcharges", { path: { ticketId }, query: { ticketType: "disposal" } }, options);
  }
}
