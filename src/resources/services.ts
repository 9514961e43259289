import type { RequestOptions } from "../options.js";
import type { Body, Query } from "../types.js";
import { Resource } from "./resource.js";

/** The services of a customer: what is collected, from which container, when and at which price. */
export class WmServices extends Resource {
  /**
   * Lists the services, of one line of business or of all.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/Services
   */
  list(query: Query<"listServices"> = {}, options?: RequestOptions): Promise<Body<"listServices">> {
    const names = { lineOfBusiness: "line_of_business" } as const;
    return this.call("listServices", "GET", "/customers/{customerId}/services", { query: { given: query, names } }, options);
  }

  /**
   * Lists the services planned for today, with their status.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/serviceplan
   */
  planned(options?: RequestOptions): Promise<Body<"listPlannedServices">> {
    return this.call("listPlannedServices", "GET", "/customers/{customerId}/services/plan", {}, options);
  }

  /**
   * Lists the material that each service collects.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/servicematerial
   */
  materials(options?: RequestOptions): Promise<Body<"listServiceMaterials">> {
    return this.call("listServiceMaterials", "GET", "/customers/{customerId}/services/materials", {}, options);
  }

  /**
   * Lists the fees that are invoiced on top of each service's price: fuel, environmental and regulatory cost recovery.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/serviceinvoicefees
   */
  invoiceFees(options?: RequestOptions): Promise<Body<"listServiceInvoiceFees">> {
    return this.call("listServiceInvoiceFees", "GET", "/customers/{customerId}/services/prices/invoice-fees", {}, options);
  }

  /**
   * Lists the routes and days on which each service is carried out.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/serviceoperations
   */
  operations(options?: RequestOptions): Promise<Body<"listServiceOperations">> {
    return this.call("listServiceOperations", "GET", "/customers/{customerId}/services/operations", {}, options);
  }

  /**
   * Lists when each service is next due.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/servicenextpickup
   */
  nextPickup(options?: RequestOptions): Promise<Body<"getNextPickup">> {
    return this.call("getNextPickup", "GET", "/customers/{customerId}/services/next-pickup", {}, options);
  }

  /**
   * Lists what became of the services of the last days: 60, if `numberOfDays` does not say otherwise.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/servicestat
   */
  stats(query: Query<"listServiceStats"> = {}, options?: RequestOptions): Promise<Body<"listServiceStats">> {
    const names = { numberOfDays: "numberOfdays", summary: "summary" } as const;
    return this.call("listServiceStats", "GET", "/customers/{customerId}/services/stats", { query: { given: query, names } }, options);
  }

  /**
   * Lists the base monthly rates. No source names the fields of the answer.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/serviceprice
   */
  prices(options?: RequestOptions): Promise<Body<"listServicePrices">> {
    return this.call("listServicePrices", "GET", "/customers/{customerId}/services/prices", {}, options);
  }

  /**
   * Gets when a service is expected on a day (`yyyy-MM-dd`), as WM's reference has it. A roll-off customer must give the ticket number.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/ETA
   */
  etaForDate(serviceId: string, query: Query<"getServiceEtaForDate">, options?: RequestOptions): Promise<Body<"getServiceEtaForDate">> {
    const names = { requestDate: "requestDate", ticketNumber: "ticketNumber" } as const;
    const path = { serviceId };
    return this.call("getServiceEtaForDate", "GET", "/customers/{customerId}/services/{serviceId}/ETA", { path, query: { given: query, names } }, options);
  }

  /**
   * Gets when a service is expected today, or that it has been carried out. Described by the base spec alone.
   *
   * @throws {@link WmError}
   */
  eta(serviceId: string, options?: RequestOptions): Promise<Body<"getServiceEta">> {
    return this.call("getServiceEta", "GET", "/customers/{customerId}/services/{serviceId}/eta", { path: { serviceId } }, options);
  }
}
