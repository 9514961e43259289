/** Writes what a client does to a log: pino, or any logger whose methods take fields and a message. */
import type { WmHooks } from "wm-customer-api";

// #region readme
interface Logger {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const logHooks = (log: Logger): WmHooks => ({
  response: (event) => log.debug(event, "WM answered"),
  retry: (event) => log.warn(event, "WM is tried again"),
  // pino writes message, stack and cause of what it is given as `err`.
  error: ({ error, ...event }) => log.error({ ...event, err: error }, "WM call failed"),
  decodeIssue: (event) => log.warn(event, "WM sent a value that does not fit"),
});
// #endregion
