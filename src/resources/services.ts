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

/**
 * A customer's services: material, container, schedule and pricing.
 *
 * @throws {@link WmError} from every method.
 */
export class WmServices extends Resource {
  /**
   * Lists the services, optionally of one line of business or with one status, such as `status: "Active"`.
   *
   * @see https://api.wm.com/Services
   */
  list(query?: ListServicesQuery, options?: RequestOptions): WmPromise<ServiceList> {
    return this.send("GET /customers/{customerId}/services", { query }, options);
  }

  /**
   * Lists the services planned for today, with their status.
   *
   * @see https://api.wm.com/serviceplan
   */
  planned(options?: RequestOptions): WmPromise<PlannedServiceList> {
    return this.send("GET /customers/{customerId}/services/plan", {}, options);
  }

  /**
   * Lists the material that each service collects.
   *
   * @see https://api.wm.com/servicematerial
   */
  materials(options?: RequestOptions): WmPromise<HaulingMaterialList> {
    return this.send("GET /customers/{customerId}/services/materials", {}, options);
  }

  /**
   * Lists the invoice fees of each service: fuel, environmental and regulatory cost recovery.
   *
   * @see https://api.wm.com/serviceinvoicefees
   */
  invoiceFees(options?: RequestOptions): WmPromise<ServiceInvoiceFeeList> {
    return this.send("GET /customers/{customerId}/services/prices/invoice-fees", {}, options);
  }

  /**
   * Lists the routes and days of each service.
   *
   * @see https://api.wm.com/serviceoperations
   */
  operations(options?: RequestOptions): WmPromise<ServiceOperationList> {
    return this.send("GET /customers/{customerId}/services/operations", {}, options);
  }

  /**
   * Lists the next pickup of each service.
   *
   * @see https://api.wm.com/servicenextpickup
   */
  nextPickup(options?: RequestOptions): WmPromise<NextPickupList> {
    return this.send("GET /customers/{customerId}/services/next-pickup", {}, options);
  }

  /**
   * Lists completed and missed services of the last `numberOfDays` days (default 60).
   *
   * @see https://api.wm.com/servicestat
   */
  stats(query?: ListServiceStatsQuery, options?: RequestOptions): WmPromise<ServiceStatList> {
    return this.send("GET /customers/{customerId}/services/stats", { query }, options);
  }

  /**
   * Lists the base monthly rates. The response fields are undocumented.
   *
   * @see https://api.wm.com/serviceprice
   */
  prices(options?: RequestOptions): WmPromise<unknown> {
    return this.send("GET /customers/{customerId}/services/prices", {}, options);
  }

  /**
   * Gets the estimated arrival time on a day (`yyyy-MM-dd`). Roll-off customers must pass the ticket number.
   *
   * @see https://api.wm.com/ETA
   */
  etaForDate(serviceId: string, query: GetServiceEtaForDateQuery, options?: RequestOptions): WmPromise<ServiceEta> {
    return this.send("GET /customers/{customerId}/services/{serviceId}/ETA", { path: { serviceId }, query }, options);
  }

  /**
   * Gets today's estimated arrival time, or the completion time. Not documented by WM, whose reference has {@link etaForDate} instead.
   */
  eta(serviceId: string, options?: RequestOptions): WmPromise<unknown> {
    return this.send("GET /customers/{customerId}/services/{serviceId}/eta", { path: { serviceId } }, options);
  }
}
