import { type Attributes, diag, DiagLogLevel, SpanKind, SpanStatusCode } from "@opentelemetry/api";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import type { WmClient } from "wm-customer-api";
import { describe, expect, it, onTestFinished } from "vitest";
import { traceHooks } from "../../examples/recipes/opentelemetry.js";
import { connect, secret } from "../support/client.js";
import { manualClock } from "../support/clock.js";
import { type Handler, inTurn, json } from "../support/server.js";

/** A client with hooks that trace its calls, the finished spans, and the SDK's complaints, such as of a span that is ended twice. */
async function traced(handler: Handler, attributes?: Attributes) {
  const exporter = new InMemorySpanExporter();
  const complaints: string[] = [];
  const complain = (message: string) => void complaints.push(message);
  const ignore = () => undefined;
  const logger = { error: complain, warn: complain, info: ignore, debug: ignore, verbose: ignore };
  diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  onTestFinished(async () => {
    diag.disable();
    await provider.shutdown();
  });
  const tracer = provider.getTracer("wm");
  return { ...(await connect(handler, { hooks: traceHooks(tracer, attributes) }, clock)), tracer, complaints, spans: () => exporter.getFinishedSpans() };
}

const clock = manualClock();
const controller = new AbortController();
const reset: Handler = (response) => void response.destroy();
const redirect: Handler = (response) => void response.writeHead(302, { location: "https://example.com/" }).end();
const balance = (options: object) => (wm: WmClient) => wm.customer("1").balance(options);

describe("traceHooks", () => {
  it.each<[string, Handler, span: unknown[], call?: (wm: WmClient) => Promise<unknown>]>([
    ["a response", json({}), [200, undefined, undefined]],
    ["an error status", json({}, 404), [404, undefined, "404"]],
    ["a retry and a response", inTurn(json({}, 503, { "retry-after": "0" }), json({})), [200, 1, undefined]],
    ["no response", reset, [undefined, 1, "WmConnectionError"], balance({ maxRetries: 1 })],
    ["a 200 that is not JSON", (response) => void response.end("<html>"), [200, undefined, "WmResponseError"]],
    ["a redirect", redirect, [302, undefined, "WmResponseError"]],
    ["an abort", () => controller.abort(new DOMException("late", "TimeoutError")), [undefined, undefined, "TimeoutError"], balance(controller)],
    ["a timeout", () => clock.advance(30_000), [undefined, undefined, "WmTimeoutError"], balance({ maxRetries: 0 })],
    ["an unusable argument", json({}), [undefined, undefined, "WmConfigError"], (wm) => wm.customer("").balance()],
    ["a call of wm.raw", json({}, 404), [404, undefined, "404"], (wm) => wm.raw.GET("/customers")],
  ])("records one span for %s", async (_, handler, span, call = balance({})) => {
    const { wm, spans, complaints } = await traced(handler);

    await call(wm).catch(() => undefined);

    const names = ["http.response.status_code", "http.request.resend_count", "error.type"];
    expect(spans().map(({ attributes }) => names.map((name) => attributes[name]))).toEqual([span]);
    expect(spans()[0]!.status.code).toBe(span[2] === undefined ? SpanStatusCode.UNSET : SpanStatusCode.ERROR);
    expect(complaints).toEqual([]);
  });

  it("describes the call by the conventions for HTTP clients, without an id or the token", async () => {
    const { wm, requests, spans } = await traced(inTurn(reset, json({})), { "server.address": "api.wm.com" });

    await wm.customer("4711").balance();

    const [{ kind, name, attributes, status, events }] = spans() as [ReturnType<typeof spans>[0]];
    expect([kind, name]).toEqual([SpanKind.CLIENT, "GET /customers/{customerId}/balance"]);
    expect(attributes).toEqual({
      "server.address": "api.wm.com",
      "http.request.method": "GET",
      "url.template": "/customers/{customerId}/balance",
      "http.response.status_code": 200,
      "http.request.resend_count": 1,
      "http.request.header.request-tracking-id": [requests[1]!.headers["request-tracking-id"]],
      "wm.operation": "getBalance",
      "wm.call_id": expect.any(String),
    });
    expect(JSON.stringify({ name, attributes, status, events })).not.toMatch(new RegExp(`${secret}|4711`));
  });

  it("records a span as long as the call", async () => {
    const { wm, spans } = await traced((response) => {
      clock.advance(5_000);
      response.end("{}");
    });
    const begun = Date.now();

    await wm.overview();

    const { startTime, endTime } = spans()[0]!;
    const [start, end] = [startTime, endTime].map(([seconds, nanoseconds]) => seconds * 1_000 + nanoseconds / 1e6) as [number, number];
    expect(start).toBeLessThan(begun);
    expect(end - start).toBeGreaterThanOrEqual(5_000);
  });

  it("uses the span passed as context as the parent", async () => {
    const { wm, tracer, spans } = await traced(json({}));
    const job = tracer.startSpan("job");

    await wm.overview({ context: job });
    await wm.overview({ context: { not: "a span" } });

    expect(spans().map(({ parentSpanContext }) => parentSpanContext?.spanId)).toEqual([job.spanContext().spanId, undefined]);
  });
});
