/** A span for each HTTP attempt, named and described as OpenTelemetry's conventions for HTTP clients say. */
import { type Attributes, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from "@opentelemetry/api";
import { createWmClient, type WmClient, type WmClientOptions, type WmEvent, type WmHooks } from "wm-customer-api";

/** `attributes` are put on every span: `{ "server.address": "api.wm.com" }`, or the name of a tenant. */
export function traceHooks(tracer: Tracer, attributes: Attributes = {}): WmHooks {
  // A list for each key, because calls may share a tracking id: none of their spans may be lost.
  const open = new Map<string, Span[]>();
  const keyOf = ({ operation, trackingId, attempt }: WmEvent) => `${operation} ${trackingId} ${attempt}`;

  const end = (event: WmEvent, finish: (span: Span) => void) => {
    const key = keyOf(event);
    const spans = open.get(key);
    const span = spans?.shift();
    if (spans?.length === 0) open.delete(key);
    if (span === undefined) return; // the call ended between two attempts, or before the first
    finish(span);
    span.end();
  };
  const fail = (span: Span, type: string, message?: string) =>
    span.setAttribute("error.type", type).setStatus({ code: SpanStatusCode.ERROR, ...(message !== undefined && { message }) });

  return {
    request(event) {
      const span = tracer.startSpan(`${event.method} ${event.path}`, {
        kind: SpanKind.CLIENT,
        attributes: {
          ...attributes,
          "http.request.method": event.method,
          "url.template": event.path,
          "http.request.header.request-tracking-id": [event.trackingId ?? ""],
          "wm.operation": event.operation,
          ...(event.attempt > 1 && { "http.request.resend_count": event.attempt - 1 }),
        },
      });
      const spans = open.get(keyOf(event));
      if (spans === undefined) open.set(keyOf(event), [span]);
      else spans.push(span);
    },
    response: (event) =>
      end(event, (span) => {
        span.setAttribute("http.response.status_code", event.status);
        if (event.status >= 400) fail(span, String(event.status));
      }),
    // An attempt that has no status, because it had no complete answer, ends with the retry or the error that it leads to.
    retry(event) {
      if (event.status === undefined) end(event, (span) => fail(span, "_OTHER", "no complete answer"));
    },
    error(event) {
      const type = event.error instanceof Error ? event.error.name : "_OTHER";
      if (event.status === undefined) end(event, (span) => fail(span, type, String(event.error)));
    },
  };
}

// #region readme
export function createTracedClient(options: WmClientOptions): WmClient {
  const tracer = trace.getTracer("wm-customer-api");
  return createWmClient({ ...options, hooks: traceHooks(tracer, { "server.address": "api.wm.com" }) });
}
// #endregion
