import { diag, DiagLogLevel, SpanKind, SpanStatusCode } from "@opentelemetry/api";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { createWmClient, type WmClient, type WmClientOptions } from "wm-customer-api";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { traceHooks } from "../../examples/recipes/opentelemetry.js";
import { clientOnManualClock, credentials, secret } from "../support/client.js";
import { manualClock } from "../support/clock.js";
import { type Handler, inTurn, json, serve } from "../support/server.js";

/** A tracer, the spans that it finished, and the SDK's complaints, such as of a span that is ended twice. */
function tracing() {
  const exporter = new InMemorySpanExporter();
  const complaints: string[] = [];
  const complain = (message: string) => void complaints.push(message);
  diag.setLogger(
    { error: complain, warn: complain, info: () => undefined, debug: () => undefined, verbose: () => undefined },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  onTestFinished(() => provider.shutdown());
  return { tracer: provider.getTracer("wm"), complaints, spans: () => exporter.getFinishedSpans() };
}

afterEach(() => diag.disable());

const reset: Handler = (response) => void response.destroy();
const balance = (wm: WmClient) => wm.customer("1").balance();
/** Attributes that differ by outcome. */
const names = ["http.response.status_code", "http.request.resend_count", "error.type"];

interface Case {
  readonly handlers: readonly [Handler, ...Handler[]];
  readonly call?: (wm: WmClient) => Promise<unknown>;
  readonly options?: Partial<WmClientOptions>;
  readonly span: readonly [status: number | undefined, resends: number | undefined, error: string | undefined];
}

const clock = manualClock();
const late: Handler = () => clock.advance(30_000);
const controller = new AbortController();
const aborting: Handler = () => controller.abort(new DOMException("late", "TimeoutError"));

const cases: Record<string, Case> = {
  "a response": { handlers: [json({})], span: [200, undefined, undefined] },
  "an error status": { handlers: [json({}, 404)], span: [404, undefined, "404"] },
  "a retry, then a response": { handlers: [json({}, 503, { "retry-after": "0" }), json({})], span: [200, 1, undefined] },
  "no response": { handlers: [reset], options: { maxRetries: 1 }, span: [undefined, 1, "WmConnectionError"] },
  "a 200 that is not JSON": { handlers: [(response) => void response.end("<html>")], span: [200, undefined, "WmResponseError"] },
  "a redirect": {
    handlers: [(response) => void response.writeHead(302, { location: "https://example.com/" }).end()],
    span: [302, undefined, "WmResponseError"],
  },
  "an abort": {
    handlers: [aborting],
    call: (wm) => wm.customer("1").balance({ signal: controller.signal }),
    span: [undefined, undefined, "TimeoutError"],
  },
  "a timeout": { handlers: [late], options: { maxRetries: 0 }, span: [undefined, undefined, "WmTimeoutError"] },
  "an unusable argument": { handlers: [json({})], call: (wm) => wm.customer("").balance(), span: [undefined, undefined, "WmConfigError"] },
  "a call through wm.raw": { handlers: [json({}, 404)], call: (wm) => wm.raw.GET("/customers"), span: [404, undefined, "404"] },
};

describe("traceHooks", () => {
  it.each(Object.entries(cases))("records one span for %s", async (_, { handlers, call = balance, options, span }) => {
    const server = await serve(inTurn(...handlers));
    const recorded = tracing();
    const { wm } = clientOnManualClock({ baseUrl: server.url, hooks: traceHooks(recorded.tracer), ...options }, clock);

    await call(wm).catch(() => undefined);

    expect(recorded.spans().map(({ attributes }) => names.map((name) => attributes[name]))).toEqual([span]);
    expect(recorded.spans()[0]!.status.code).toBe(span[2] === undefined ? SpanStatusCode.UNSET : SpanStatusCode.ERROR);
    expect(recorded.complaints).toEqual([]);
  });

  it("describes the call by the conventions for HTTP clients, without an id or the token", async () => {
    const server = await serve(inTurn(reset, json({})));
    const recorded = tracing();
    const { wm } = clientOnManualClock({ baseUrl: server.url, hooks: traceHooks(recorded.tracer, { "server.address": "api.wm.com" }) });

    await wm.customer("4711").balance();

    const [span] = recorded.spans();
    expect([span!.kind, span!.name]).toEqual([SpanKind.CLIENT, "GET /customers/{customerId}/balance"]);
    expect(span!.attributes).toEqual({
      "server.address": "api.wm.com",
      "http.request.method": "GET",
      "url.template": "/customers/{customerId}/balance",
      "http.response.status_code": 200,
      "http.request.resend_count": 1,
      "http.request.header.request-tracking-id": [server.requests[1]!.headers["request-tracking-id"]],
      "wm.operation": "getBalance",
      "wm.call_id": expect.any(String),
    });
    const visible = JSON.stringify(recorded.spans().map(({ name, attributes, status, events }) => ({ name, attributes, status, events })));
    expect(visible).not.toContain(secret);
    expect(visible).not.toContain("4711");
  });

  it("records a span as long as the call", async () => {
    const clock = manualClock();
    const server = await serve((response, request, index) => {
      clock.advance(5_000);
      json({})(response, request, index);
    });
    const recorded = tracing();
    const begun = Date.now();

    await balance(clientOnManualClock({ baseUrl: server.url, hooks: traceHooks(recorded.tracer) }, clock).wm);

    const { startTime, endTime } = recorded.spans()[0]!;
    const [start, end] = [startTime, endTime].map(([seconds, nanoseconds]) => seconds * 1_000 + nanoseconds / 1e6) as [number, number];
    expect(start).toBeLessThan(begun);
    expect(end - start).toBeGreaterThanOrEqual(5_000);
  });

  it("makes the span passed as context the parent", async () => {
    const server = await serve(json({}));
    const recorded = tracing();
    const wm = createWmClient({ ...credentials, baseUrl: server.url, hooks: traceHooks(recorded.tracer) });
    const job = recorded.tracer.startSpan("job");

    await wm.customer("1").balance({ context: job });
    await wm.customer("1").balance({ context: { not: "a span" } });

    expect(recorded.spans().map(({ parentSpanContext }) => parentSpanContext?.spanId)).toEqual([job.spanContext().spanId, undefined]);
  });
});
