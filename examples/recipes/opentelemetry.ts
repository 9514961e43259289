/** Traces calls with OpenTelemetry: a span for each call, as its conventions for HTTP clients describe it. */
// #region docs
import { type Attributes, context, isSpanContextValid, type Span, SpanKind, SpanStatusCode, trace, type Tracer } from "@opentelemetry/api";
import type { WmErrorEvent, WmHooks, WmSuccessEvent } from "wm-customer-api";

/** Hooks that record a span for each call. Its parent is the span passed as `context`, or else the active one. */
export function traceHooks(tracer: Tracer, attributes: Attributes = {}): WmHooks {
  const record = (event: WmSuccessEvent | WmErrorEvent, finish?: (span: Span) => void) => {
    const parent = isSpan(event.context) ? trace.setSpan(context.active(), event.context) : context.active();
    const span = tracer.startSpan(
      `${event.method} ${event.path}`,
      {
        kind: SpanKind.CLIENT,
        startTime: Date.now() - event.duration,
        attributes: {
          ...attributes,
          "http.request.method": event.method,
          "url.template": event.path,
          "http.response.status_code": event.status,
          "http.request.resend_count": event.attempt > 1 ? event.attempt - 1 : undefined,
          "http.request.header.request-tracking-id": event.trackingId === undefined ? undefined : [event.trackingId],
          "wm.operation": event.operation,
          "wm.call_id": event.callId,
        },
      },
      parent,
    );
    finish?.(span);
    span.end();
  };
  return {
    success: (event) => record(event),
    error: (event) =>
      record(event, (span) => {
        const { name, message } = event.error instanceof Error ? event.error : { name: "_OTHER", message: String(event.error) };
        span.setAttribute("error.type", event.status !== undefined && event.status >= 400 ? String(event.status) : name);
        span.setStatus({ code: SpanStatusCode.ERROR, message });
      }),
  };
}

function isSpan(value: unknown): value is Span {
  return typeof value === "object" && value !== null && "spanContext" in value && isSpanContextValid((value as Span).spanContext());
}
// #endregion
