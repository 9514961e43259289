import { type Context, diag, DiagLogLevel, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
  type Span,
  type SpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { createWmClient, type WmClient, type WmClientOptions } from "wm-customer-api";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { createTracedClient, traceHooks } from "../../examples/recipes/opentelemetry.js";
import { clientOnManualClock, credentials, rejection, secret } from "../support/client.js";
import { type Handler, inTurn, json, serve } from "../support/server.js";

/** Counts what is started and ended, and hears of a span that is ended twice, which the SDK only complains about. */
function tracing() {
  const exporter = new InMemorySpanExporter();
  const count = { started: 0, ended: 0 };
  const complaints: string[] = [];
  const complain = (message: string) => void complaints.push(message);
  diag.setLogger(
    { error: complain, warn: complain, info: () => undefined, debug: () => undefined, verbose: () => undefined },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const counter: SpanProcessor = {
    onStart: (_: Span, __: Context) => void count.started++,
    onEnd: (_: ReadableSpan) => void count.ended++,
    forceFlush: () => Promise.resolve(),
    shutdown: () => Promise.resolve(),
  };
  const provider = new BasicTracerProvider({ spanProcessors: [counter, new SimpleSpanProcessor(exporter)] });
  onTestFinished(() => provider.shutdown());
  return { tracer: provider.getTracer("wm"), count, complaints, spans: () => exporter.getFinishedSpans() };
}

afterEach(() => diag.disable());

const reset: Handler = (response) => void response.destroy();
const silent: Handler = () => undefined;
const balance = (wm: WmClient) => wm.customer("1").balance();

interface Case {
  readonly handlers: readonly [Handler, ...Handler[]];
  readonly call?: (wm: WmClient) => Promise<unknown>;
  readonly options?: Partial<WmClientOptions>;
  /** Status and error type of each span. */
  readonly spans: readonly (readonly [status: number | undefined, type: string | undefined])[];
}

const abortedAfter = (milliseconds: number) => (wm: WmClient) => wm.customer("1").balance({ signal: AbortSignal.timeout(milliseconds) });

const cases: Record<string, Case> = {
  "an answer": { handlers: [json({})], spans: [[200, undefined]] },
  "an error status": { handlers: [json({}, 404)], spans: [[404, "404"]] },
  "a retry after an error status, then an answer": {
    handlers: [json({}, 503, { "retry-after": "0" }), json({})],
    spans: [
      [503, "503"],
      [200, undefined],
    ],
  },
  "a retry without an answer, then an answer": {
    handlers: [reset, json({})],
    spans: [
      [undefined, "_OTHER"],
      [200, undefined],
    ],
  },
  "no answer at all": {
    handlers: [reset],
    options: { maxRetries: 1 },
    spans: [
      [undefined, "_OTHER"],
      [undefined, "WmConnectionError"],
    ],
  },
  "a refused token, then another one": {
    handlers: [json({}, 401), json({})],
    options: { token: ({ rejected }) => (rejected ? "second" : "first") },
    spans: [
      [401, "401"],
      [200, undefined],
    ],
  },
  "a token that is refused for good": { handlers: [json({}, 401)], spans: [[401, "401"]] },
  "a 200 that is not JSON": { handlers: [(response) => void response.end("<html>")], spans: [[200, undefined]] },
  "a redirect": { handlers: [(response) => void response.writeHead(302, { location: "https://example.com/" }).end()], spans: [[302, undefined]] },
  "an abort before the answer": { handlers: [silent], call: abortedAfter(30), spans: [[undefined, "TimeoutError"]] },
  "an abort during the wait for a retry": { handlers: [json({}, 503, { "retry-after": "50" })], call: abortedAfter(200), spans: [[503, "503"]] },
  "an abort during a token's renewal": {
    handlers: [json({}, 401)],
    options: { token: ({ rejected }) => (rejected ? new Promise<string>(() => undefined) : "first") },
    call: abortedAfter(200),
    spans: [[401, "401"]],
  },
  "an attempt that takes too long": { handlers: [silent], options: { timeout: 30, maxRetries: 0 }, spans: [[undefined, "WmTimeoutError"]] },
  "a call that is refused before it is sent": { handlers: [json({})], call: (wm) => wm.customer("").balance(), spans: [] },
  "a call through wm.raw": {
    handlers: [json({}, 500, { "retry-after": "0" }), json({}, 404)],
    call: (wm) => wm.raw.GET("/customers"),
    spans: [
      [500, "500"],
      [404, "404"],
    ],
  },
};

describe("a span for each attempt, ended exactly once", () => {
  it.each(Object.entries(cases))("%s", async (_, { handlers, call = balance, options, spans }) => {
    const server = await serve(inTurn(...handlers));
    const recorded = tracing();
    const wm = createWmClient({ ...credentials, baseUrl: server.url, hooks: traceHooks(recorded.tracer), ...options });

    await call(wm).catch(() => undefined);

    expect(recorded.spans().map(({ attributes }) => [attributes["http.response.status_code"], attributes["error.type"]])).toEqual(spans);
    expect(recorded.count).toEqual({ started: spans.length, ended: spans.length });
    expect(recorded.complaints).toEqual([]);
    for (const { status, attributes } of recorded.spans()) {
      expect(status.code).toBe(attributes["error.type"] === undefined ? SpanStatusCode.UNSET : SpanStatusCode.ERROR);
    }
  });
});

it("describes an attempt as the conventions for HTTP clients do, without an id in its name or the token anywhere", async () => {
  const server = await serve(inTurn(reset, json({})));
  const recorded = tracing();
  const { wm } = clientOnManualClock({ baseUrl: server.url, hooks: traceHooks(recorded.tracer, { "server.address": "api.wm.com" }) });

  await wm.customer("4711").balance();

  const [first, second] = recorded.spans();
  expect(first!.kind).toBe(SpanKind.CLIENT);
  expect(first!.name).toBe("GET /customers/{customerId}/balance");
  expect(first!.attributes).toEqual({
    "server.address": "api.wm.com",
    "http.request.method": "GET",
    "url.template": "/customers/{customerId}/balance",
    "http.request.header.request-tracking-id": [server.requests[0]!.headers["request-tracking-id"]],
    "wm.operation": "getBalance",
    "error.type": "_OTHER",
  });
  expect(second!.attributes).toMatchObject({ "http.request.resend_count": 1, "http.response.status_code": 200 });
  expect(second!.attributes["http.request.header.request-tracking-id"]).toEqual([server.requests[1]!.headers["request-tracking-id"]]);
  const visible = JSON.stringify(recorded.spans().map(({ name, attributes, status, events }) => ({ name, attributes, status, events })));
  expect(visible).not.toContain(secret);
  expect(visible).not.toContain("4711");
});

it("gives the spans to the tracer that the program has registered", async () => {
  const server = await serve(inTurn(json({}, 503, { "retry-after": "0" }), json({})));
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  trace.setGlobalTracerProvider(provider);
  onTestFinished(() => trace.disable());

  await balance(createTracedClient({ ...credentials, baseUrl: server.url }));

  expect(exporter.getFinishedSpans().map(({ name }) => name)).toEqual(["GET /customers/{customerId}/balance", "GET /customers/{customerId}/balance"]);
});

it.each([
  ["404", {}, ["200", "200", "200", "200", "200", "404", "404", "404", "404", "404"]],
  ["503", { "retry-after": "0" }, ["200", "200", "200", "200", "200", "200", "200", "200", "200", "200", "503", "503", "503", "503", "503"]],
])("keeps the spans of calls that share one tracking id apart, where some are answered with %s", async (status, headers, spans) => {
  const server = await serve((response, request, index) => {
    const answer = index < 10 && index % 2 === 0 ? json({}, Number(status), headers) : json({});
    setTimeout(() => answer(response, request, index), index < 10 ? 10 * index : 0);
  });
  const recorded = tracing();
  const wm = createWmClient({ ...credentials, baseUrl: server.url, hooks: traceHooks(recorded.tracer) });

  await Promise.allSettled(Array.from({ length: 10 }, () => wm.customer("1").balance({ trackingId: "night-1" })));

  expect(recorded.count).toEqual({ started: spans.length, ended: spans.length });
  expect(recorded.complaints).toEqual([]);
  expect(
    recorded
      .spans()
      .map(({ attributes }) => String(attributes["http.response.status_code"]))
      .sort(),
  ).toEqual(spans);
});

it("keeps a caller's failure apart from WM's: the reason of an abort is on the span", async () => {
  const server = await serve(silent);
  const recorded = tracing();
  const wm = createWmClient({ ...credentials, baseUrl: server.url, hooks: traceHooks(recorded.tracer) });
  const controller = new AbortController();

  const call = rejection(wm.customer("1").balance({ signal: controller.signal }));
  setTimeout(() => controller.abort(new Error("the night is over")), 20);
  await call;

  expect(recorded.spans()[0]!.status).toEqual({ code: SpanStatusCode.ERROR, message: "Error: the night is over" });
});
