import type { RequestOptions } from "../options.js";
import type { Body } from "../types.js";
import { Resource } from "./resource.js";

/** The tickets of a customer. */
export class WmTickets extends Resource {
  /**
   * Lists the tickets.
   *
   * @see https://api.wm.com/tickets
   */
  list(options?: RequestOptions): Promise<Body<"listTickets">> {
    return this.call("listTickets", "GET", "/customers/{customerId}/tickets", {}, options);
  }

  /**
   * Lists the surcharges of a disposal ticket.
   *
   * @see https://api.wm.com/ticketsu
   */
  surcharges(ticketId: string, options?: RequestOptions): Promise<Body<"listTicketSurcharges">> {
    const query = { given: { ticketType: "disposal" }, names: { ticketType: "ticket_type" } } as const;
    return this.call("listTicketSurcharges", "GET", "/customers/{customerId}/tickets/{ticketId}/surcharges", { path: { ticketId }, query }, options);
  }
}
