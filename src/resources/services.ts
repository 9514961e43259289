import type { RequestOptions } from "../options.js";
import type { Body, Query } from "../types.js";
import { Resource } from "./resource.js";

/** The services of a customer: what is collected, from which container, when and at which price. */
export class WmServices extends Resource {
  /**
   * Lists the services, of one line of business or of all.
   *
   * @see https://api.wm.com/Services
   */
  list(query: Query<"listServices"> = {}, options?: RequestOptions): Promise<Body<"listServices">> {
    const names = { lineOfBusiness: "line_of_business" } as const;
    return this.call("listServices", "GET", "/customers/{customerId}/services", { query: { given: query, names } }, options);
  }

  /**
   * Lists the services planned for today, with their status.
   *
   * @see https://api.wm.com/serviceplan
   */
  planned(options?: RequestOptions): Promise<Body<"listPlannedServices">> {
    return this.call("listPlannedServices", "GET", "/customers/{customerId}/services/plan", {}, options);
  }

  /**
   * Lists the material that each service collects.
   *
   * @see https://api.wm.com/servicematerial
   */
  materials(options?: RequestOptions): Promise<Body<"listServiceMaterials">> {
    return this.call("listServiceMaterials", "GET", "/customers/{customerId}/services/materials", {}, options);
  }

  /**
   * Lists the fees that are invoiced on top of each service's price: fuel, environmental and regulatory cost recovery.
   *
   * @see https://api.wm.com/serviceinvoicefees
   */
  invoiceFees(options?: RequestOptions): Promise<Body<"listServiceInvoiceFees">> {
    return this.call("listServiceInvoiceFees", "GET", "/customers/{customerId}/services/prices/invoice-fees", {}, options);
  }

  /**
   * Lists the routes and days on which each service is carried out.
   *
   * @see https://api.wm.com/serviceoperations
   */
  operations(options?: RequestOptions): Promise<Body<"listServiceOperations">> {
    return this.call("listServiceOperations", "GET", "/customers/{customerId}/services/operations", {}, options);
  }

  /**
   * Lists when each service is next due.
   *
   * @see https://api.wm.com/servicenextpickup
   */
  nextPickup(options?: RequestOptions): Promise<Body<"getNextPickup">> {
    return this.call("getNextPickup", "GET", "/customers/{customerId}/services/next-pickup", {}, options);
  }

  /** Gets when a service is expected today, or that it has been carried out. Described by the base spec alone. */
  eta(serviceId: string, options?: RequestOptions): Promise<Body<"getServiceEta">> {
    return this.call("getServiceEta", "GET", "/customers/{customerId}/services/{serviceId}/eta", { path: { serviceId } }, options);
  }
}
