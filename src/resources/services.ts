import type {
  GetServiceEtaForDateQuery,
  HaulingMaterialList,
  ListServiceStatsQuery,
  ListServicesQuery,
  NextPickupList,
  PlannedServiceList,
  ServiceEta,
  ServiceInvoiceFeeList,
  ServiceList,
  ServiceOperationList,
  ServiceStatList,
} from "../../generated/values.js";
import type { RequestOptions } from "../options.js";
import type { WmPromise } from "../types.js";
import { Resource } from "./resource.js";

/** The services of a customer: what is collected, from which container, when and at which price. */
export class WmServices extends Resource {
  /**
   * Lists the services, of one line of business or of all.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/Services
   */
  list(query?: ListServicesQuery, options?: RequestOptions): WmPromise<ServiceList> {
    return this.send("GET /customers/{customerId}/services", { query }, options);
  }

  /**
   * Lists the services planned for today, with their status.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/serviceplan
   */
  planned(options?: RequestOptions): WmPromise<PlannedServiceList> {
    return this.send("GET /customers/{customerId}/services/plan", {}, options);
  }

  /**
   * Lists the material that each service collects.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/servicematerial
   */
  materials(options?: RequestOptions): WmPromise<HaulingMaterialList> {
    return this.send("GET /customers/{customerId}/services/materials", {}, options);
  }

  /**
   * Lists the fees that are invoiced on top of each service's price: fuel, environmental and regulatory cost recovery.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/serviceinvoicefees
   */
  invoiceFees(options?: RequestOptions): WmPromise<ServiceInvoiceFeeList> {
    return this.send("GET /customers/{customerId}/services/prices/invoice-fees", {}, options);
  }

  /**
   * Lists the routes and days on which each service is carried out.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/serviceoperations
   */
  operations(options?: RequestOptions): WmPromise<ServiceOperationList> {
    return this.send("GET /customers/{customerId}/services/operations", {}, options);
  }

  /**
   * Lists when each service is next due.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/servicenextpickup
   */
  nextPickup(options?: RequestOptions): WmPromise<NextPickupList> {
    return this.send("GET /customers/{customerId}/services/next-pickup", {}, options);
  }

  /**
   * Lists what became of the services of the last days: 60, if `numberOfDays` does not say otherwise.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/servicestat
   */
  stats(query?: ListServiceStatsQuery, options?: RequestOptions): WmPromise<ServiceStatList> {
    return this.send("GET /customers/{customerId}/services/stats", { query }, options);
  }

  /**
   * Lists the base monthly rates. No source names the fields of the answer.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/serviceprice
   */
  prices(options?: RequestOptions): WmPromise<unknown> {
    return this.send("GET /customers/{customerId}/services/prices", {}, options);
  }

  /**
   * Gets when a service is expected on a day (`yyyy-MM-dd`), as WM's reference has it. A roll-off customer must give the ticket number.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/ETA
   */
  etaForDate(serviceId: string, query: GetServiceEtaForDateQuery, options?: RequestOptions): WmPromise<ServiceEta> {
    return this.send("GET /customers/{customerId}/services/{serviceId}/ETA", { path: { serviceId }, query }, options);
  }

  /**
   * Gets when a service is expected today, or that it has been carried out. Described by the base spec alone.
   *
   * @throws {@link WmError}
   */
  eta(serviceId: string, options?: RequestOptions): WmPromise<unknown> {
    return this.send("GET /customers/{customerId}/services/{serviceId}/eta", { path: { serviceId } }, options);
  }
}
