/** Passes the events of one client to several observers. */
// #region docs
import type { WmHooks } from "wm-customer-api";

/** Combines several sets of hooks into one. */
export function combineHooks(...all: readonly WmHooks[]): WmHooks {
  const each = (call: (hooks: WmHooks) => void) => {
    for (const hooks of all) call(hooks);
  };
  return {
    request: (event) => each((hooks) => hooks.request?.(event)),
    response: (event) => each((hooks) => hooks.response?.(event)),
    retry: (event) => each((hooks) => hooks.retry?.(event)),
    success: (event) => each((hooks) => hooks.success?.(event)),
    error: (event) => each((hooks) => hooks.error?.(event)),
    decodeIssue: (event) => each((hooks) => hooks.decodeIssue?.(event)),
  };
}
// #endregion
