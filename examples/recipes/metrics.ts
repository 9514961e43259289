/** Counts and times calls with OpenTelemetry metrics. */
// #region docs
import type { Meter } from "@opentelemetry/api";
import type { WmHooks } from "wm-customer-api";

/** Hooks that record the duration of calls, retries and unexpected values. No attribute contains an id. */
export function metricHooks(meter: Meter): WmHooks {
  const duration = meter.createHistogram("wm.call.duration", { unit: "s", description: "Duration of calls, all attempts and delays included" });
  const retries = meter.createCounter("wm.call.retries", { description: "Attempts that were retried" });
  const issues = meter.createCounter("wm.decode.issues", { description: "Values that did not match their type" });
  return {
    success: ({ operation, status, duration: ms }) => duration.record(ms / 1000, { operation, status }),
    error: ({ operation, status = 0, error, duration: ms }) =>
      duration.record(ms / 1000, { operation, status, error: error instanceof Error ? error.name : "unknown" }),
    retry: ({ operation, status = 0 }) => retries.add(1, { operation, status }),
    decodeIssue: ({ operation, reason }) => issues.add(1, { operation, reason }),
  };
}
// #endregion
