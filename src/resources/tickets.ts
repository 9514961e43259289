import type { components } from "../../generated/decoded.js";
import type { RequestOptions } from "../options.js";
import type { Body, Query } from "../types.js";
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

const onlyDisposal = { given: { ticketType: "disposal" }, names: { ticketType: "ticket_type" } } as const;

/** The tickets of a customer: of service, and of disposal at a landfill. */
export class WmTickets extends Resource {
  /**
   * Lists the disposal tickets, all or those of a span of days (`yyyy-MM-dd`).
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/disposalticketsummary
   */
  list(query: Span & Disposal, options?: RequestOptions): Promise<Schemas["DisposalTicketList"]>;
  /**
   * Lists the service tickets, all or those of a span of days (`yyyy-MM-dd`).
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/tickets
   */
  list(query?: Span & NoDisposal, options?: RequestOptions): Promise<Schemas["TicketList"]>;
  /**
   * Lists the tickets of a kind that is known at run time only.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/tickets
   */
  list(query?: Query<"listTickets">, options?: RequestOptions): Promise<Body<"listTickets">>;
  list(query: Query<"listTickets"> = {}, options?: RequestOptions): Promise<Body<"listTickets">> {
    const names = { ticketType: "ticket_type", fromDate: "fromDate", toDate: "toDate" } as const;
    return this.call("listTickets", "GET", "/customers/{customerId}/tickets", { query: { given: query, names } }, options);
  }

  /**
   * Gets everything on one disposal ticket.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/disposalticketdetails
   */
  get(ticketId: string, query: Disposal, options?: RequestOptions): Promise<Schemas["DisposalTicketDetailList"]>;
  /**
   * Gets everything on one service ticket.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/ticketd
   */
  get(ticketId: string, query?: NoDisposal, options?: RequestOptions): Promise<Schemas["TicketDetailList"]>;
  /**
   * Gets everything on one ticket of a kind that is known at run time only.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/ticketd
   */
  get(ticketId: string, query?: Query<"getTicket">, options?: RequestOptions): Promise<Body<"getTicket">>;
  get(ticketId: string, query: Query<"getTicket"> = {}, options?: RequestOptions): Promise<Body<"getTicket">> {
    const names = { ticketType: "ticket_type" } as const;
    const path = { ticketId };
    return this.call("getTicket", "GET", "/customers/{customerId}/tickets/{ticketId}", { path, query: { given: query, names } }, options);
  }

  /**
   * Lists what a disposal ticket comes to: material, surcharge, tax and the total.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/ticketp
   */
  prices(ticketId: string, options?: RequestOptions): Promise<Body<"listTicketPrices">> {
    return this.call("listTicketPrices", "GET", "/customers/{customerId}/tickets/{ticketId}/prices", { path: { ticketId }, query: onlyDisposal }, options);
  }

  /**
   * Lists the materials of a disposal ticket, with volume and weight.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/ticketm
   */
  materials(ticketId: string, options?: RequestOptions): Promise<Body<"listTicketMaterials">> {
    return this.call(
      "listTicketMaterials",
      "GET",
      "/customers/{customerId}/tickets/{ticketId}/materials",
      { path: { ticketId }, query: onlyDisposal },
      options,
    );
  }

  /**
   * Lists the surcharges of a disposal ticket.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/ticketsu
   */
  surcharges(ticketId: string, options?: RequestOptions): Promise<Body<"listTicketSurcharges">> {
    return this.call(
      "listTicketSurcharges",
      "GET",
      "/customers/{customerId}/tickets/{ticketId}/surcharges",
      { path: { ticketId }, query: onlyDisposal },
      options,
    );
  }
}
