import type { components } from "../../generated/decoded.js";
import type { RequestOptions } from "../options.js";
import type { Body, Query, WmPromise } from "../types.js";
import { Resource } from "./resource.js";

type Schemas = components["schemas"];

/** Says that a disposal ticket is meant, and not a service ticket. */
export interface Disposal {
  /** Sent as `ticket_type`. */
  readonly ticketType: "disposal";
}

/** Says that a service ticket is meant. */
export interface NoDisposal {
  /** Left out: WM answers with service tickets then. */
  readonly ticketType?: undefined;
}

type Span = Omit<Query<"listTickets">, "ticketType">;

/** The tickets of a customer: of service, and of disposal at a landfill. */
export class WmTickets extends Resource {
  /**
   * Lists the disposal tickets, all or those of a span of days (`yyyy-MM-dd`).
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/disposalticketsummary
   */
  list(query: Span & Disposal, options?: RequestOptions): WmPromise<Schemas["DisposalTicketList"]>;
  /**
   * Lists the service tickets, all or those of a span of days (`yyyy-MM-dd`).
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/tickets
   */
  list(query?: Span & NoDisposal, options?: RequestOptions): WmPromise<Schemas["TicketList"]>;
  /**
   * Lists the tickets of a kind that is known at run time only.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/tickets
   */
  list(query?: Query<"listTickets">, options?: RequestOptions): WmPromise<Body<"listTickets">>;
  list(query?: Query<"listTickets">, options?: RequestOptions): WmPromise<Body<"listTickets">> {
    return this.send("GET /customers/{customerId}/tickets", { query }, options);
  }

  /**
   * Gets everything on one disposal ticket.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/disposalticketdetails
   */
  get(ticketId: string, query: Disposal, options?: RequestOptions): WmPromise<Schemas["DisposalTicketDetailList"]>;
  /**
   * Gets everything on one service ticket.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/ticketd
   */
  get(ticketId: string, query?: NoDisposal, options?: RequestOptions): WmPromise<Schemas["TicketDetailList"]>;
  /**
   * Gets everything on one ticket of a kind that is known at run time only.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/ticketd
   */
  get(ticketId: string, query?: Query<"getTicket">, options?: RequestOptions): WmPromise<Body<"getTicket">>;
  get(ticketId: string, query?: Query<"getTicket">, options?: RequestOptions): WmPromise<Body<"getTicket">> {
    return this.send("GET /customers/{customerId}/tickets/{ticketId}", { path: { ticketId }, query }, options);
  }

  /**
   * Lists what a disposal ticket comes to: material, surcharge, tax and the total.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/ticketp
   */
  prices(ticketId: string, options?: RequestOptions): WmPromise<Body<"listTicketPrices">> {
    return this.send("GET /customers/{customerId}/tickets/{ticketId}/prices", { path: { ticketId }, query: { ticketType: "disposal" } }, options);
  }

  /**
   * Lists the materials of a disposal ticket, with volume and weight.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/ticketm
   */
  materials(ticketId: string, options?: RequestOptions): WmPromise<Body<"listTicketMaterials">> {
    return this.send("GET /customers/{customerId}/tickets/{ticketId}/materials", { path: { ticketId }, query: { ticketType: "disposal" } }, options);
  }

  /**
   * Lists the surcharges of a disposal ticket.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/ticketsu
   */
  surcharges(ticketId: string, options?: RequestOptions): WmPromise<Body<"listTicketSurcharges">> {
    return this.send("GET /customers/{customerId}/tickets/{ticketId}/surcharges", { path: { ticketId }, query: { ticketType: "disposal" } }, options);
  }
}
