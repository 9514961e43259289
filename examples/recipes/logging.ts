/** Logs calls with pino, or with any logger whose methods take fields and a message. */
// #region docs
import type { WmHooks } from "wm-customer-api";

type Log = (fields: object, message: string) => void;

/** Hooks that write to a logger such as pino. */
export const logHooks = (log: Record<"debug" | "info" | "warn" | "error", Log>): WmHooks => ({
  response: (event) => log.debug(event, "WM response"),
  retry: (event) => log.warn(event, "WM retry"),
  success: (event) => log.info(event, "WM call succeeded"),
  // pino writes message, stack and cause of an error in `err`.
  error: ({ error, ...event }) => log.error({ ...event, err: error }, "WM call failed"),
  decodeIssue: (event) => log.warn(event, "WM sent an unexpected value"),
});
// #endregion
