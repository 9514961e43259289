import type {
  EmailActivityList,
  IssueActivityList,
  ListActivityEmailsQuery,
  ListActivityIssuesQuery,
  ListActivityNotesQuery,
  NoteActivityList,
} from "../../generated/values.js";
import type { RequestOptions } from "../options.js";
import type { WmPromise } from "../types.js";
import { Resource } from "./resource.js";

/**
 * Notes, e-mails and reported issues on an account, optionally within a date range (`yyyy-MM-dd`).
 *
 * @throws {@link WmError} from every method.
 */
export class WmActivities extends Resource {
  /**
   * Lists the notes on the account.
   *
   * @see https://api.wm.com/notes
   */
  notes(query?: ListActivityNotesQuery, options?: RequestOptions): WmPromise<NoteActivityList> {
    return this.send("GET /customers/{customerId}/activities/notes", { query }, options);
  }

  /**
   * Lists the e-mails on the account.
   *
   * @see https://api.wm.com/email
   */
  emails(query?: ListActivityEmailsQuery, options?: RequestOptions): WmPromise<EmailActivityList> {
    return this.send("GET /customers/{customerId}/activities/email", { query }, options);
  }

  /**
   * Lists the issues reported about the account.
   *
   * @see https://api.wm.com/issues
   */
  issues(query?: ListActivityIssuesQuery, options?: RequestOptions): WmPromise<IssueActivityList> {
    return this.send("GET /customers/{customerId}/activities/issues", { query }, options);
  }
}
