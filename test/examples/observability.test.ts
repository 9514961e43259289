import { createNoopMeter, type Meter } from "@opentelemetry/api";
import { createWmClient } from "wm-customer-api";
import { expect, it } from "vitest";
import { combineHooks } from "../../examples/recipes/combine-hooks.js";
import { metricHooks } from "../../examples/recipes/metrics.js";
import { clientOnManualClock, credentials, rejection } from "../support/client.js";
import { inTurn, json, serve } from "../support/server.js";

/** A meter that keeps what is recorded. */
function memoryMeter() {
  const recorded: [name: string, attributes: unknown][] = [];
  const instrument = (name: string) => ({ add: (_: number, attributes: unknown) => recorded.push([name, attributes]) });
  const meter = {
    createHistogram: (name: string) => ({ record: (value: number, attributes: unknown) => value >= 0 && recorded.push([name, attributes]) }),
    createCounter: instrument,
  } as unknown as Meter;
  return { meter, recorded };
}

it("records calls, retries and unexpected values as metrics", async () => {
  const server = await serve(inTurn(json({}, 503), json({ ivr_fee: "free" }), json({}, 404), (response) => void response.destroy()));
  const { meter, recorded } = memoryMeter();
  const { wm } = clientOnManualClock({ baseUrl: server.url, hooks: metricHooks(meter) });

  await wm.customer("4711").balance();
  await rejection(wm.customer("4711").balance());
  await rejection(wm.customer("4711").balance({ maxRetries: 0 }));

  const operation = "getBalance";
  expect(recorded).toEqual([
    ["wm.call.retries", { operation, status: 503 }],
    ["wm.decode.issues", { operation, reason: "unfit" }],
    ["wm.call.duration", { operation, status: 200 }],
    ["wm.call.duration", { operation, status: 404, error: "WmApiError" }],
    ["wm.call.duration", { operation, status: 0, error: "WmConnectionError" }],
  ]);
});

it("accepts a meter of OpenTelemetry", async () => {
  const server = await serve(json({}));
  const wm = createWmClient({ ...credentials, baseUrl: server.url, hooks: metricHooks(createNoopMeter()) });

  expect(await wm.customer("1").balance()).toBeDefined();
});

it("passes every event to all observers", async () => {
  const server = await serve(inTurn(json({}, 503), json({ ivr_fee: "free" }), json({}, 404)));
  const names = ["request", "response", "retry", "success", "error", "decodeIssue"] as const;
  const seen: string[] = [];
  const observer = (who: string) => Object.fromEntries(names.map((name) => [name, () => seen.push(`${name} ${who}`)]));
  const { wm } = clientOnManualClock({ baseUrl: server.url, hooks: combineHooks(observer("a"), {}, observer("b")) });

  await wm.customer("1").balance();
  await rejection(wm.customer("1").balance());

  const order = ["request", "response", "retry", "request", "response", "decodeIssue", "success", "request", "response", "error"];
  expect(seen).toEqual(order.flatMap((name) => [`${name} a`, `${name} b`]));
});
