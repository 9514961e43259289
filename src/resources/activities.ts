import type { RequestOptions } from "../options.js";
import type { Body, Query } from "../types.js";
import { Resource } from "./resource.js";

const span = { fromDate: "fromDate", toDate: "toDate" } as const;

/** What passed between a customer and WM, all or that of a span of days (`yyyy-MM-dd`). */
export class WmActivities extends Resource {
  /**
   * Lists the notes on the account.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/notes
   */
  notes(query: Query<"listActivityNotes"> = {}, options?: RequestOptions): Promise<Body<"listActivityNotes">> {
    return this.call("listActivityNotes", "GET", "/customers/{customerId}/activities/notes", { query: { given: query, names: span } }, options);
  }

  /**
   * Lists the e-mails that were sent.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/email
   */
  emails(query: Query<"listActivityEmails"> = {}, options?: RequestOptions): Promise<Body<"listActivityEmails">> {
    return this.call("listActivityEmails", "GET", "/customers/{customerId}/activities/email", { query: { given: query, names: span } }, options);
  }

  /**
   * Lists the issues that were reported.
   *
   * @throws {@link WmError}
   * @see https://api.wm.com/issues
   */
  issues(query: Query<"listActivityIssues"> = {}, options?: RequestOptions): Promise<Body<"listActivityIssues">> {
    return this.call("listActivityIssues", "GET", "/customers/{customerId}/activities/issues", { query: { given: query, names: span } }, options);
  }
}
