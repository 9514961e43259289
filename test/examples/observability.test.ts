import type { Meter } from "@opentelemetry/api";
import { describe, expect, it } from "vitest";
import { combineHooks } from "../../examples/recipes/combine-hooks.js";
import { metricHooks } from "../../examples/recipes/metrics.js";
import { connect, hookNames, rejection } from "../support/client.js";
import { manualClock } from "../support/clock.js";
import { inTurn, json } from "../support/server.js";

describe("metricHooks", () => {
  it("records calls, retries and unexpected values", async () => {
    const recorded: unknown[][] = [];
    const instrument = (name: string) => {
      const record = (value: number, attributes: unknown) => void recorded.push([name, value, attributes]);
      return { record, add: record };
    };
    const meter = { createHistogram: instrument, createCounter: instrument } as unknown as Meter;
    const clock = manualClock({ random: 0 });
    const handler = inTurn(json({}, 503, { "retry-after": "2" }), json({ ivr_fee: "free" }), json({}, 404), (response) => void response.destroy());
    const { wm } = await connect(handler, { hooks: metricHooks(meter) }, clock);

    await wm.customer("4711").balance();
    await rejection(wm.customer("4711").balance());
    await rejection(wm.customer("4711").balance({ maxRetries: 0 }));

    const operation = "getBalance";
    expect(recorded).toEqual([
      ["wm.call.retries", 1, { operation, status: 503 }],
      ["wm.decode.issues", 1, { operation, reason: "unfit" }],
      ["wm.call.duration", 2, { operation, status: 200 }],
      ["wm.call.duration", 0, { operation, status: 404, error: "WmApiError" }],
      ["wm.call.duration", 0, { operation, status: 0, error: "WmConnectionError" }],
    ]);
  });
});

describe("combineHooks", () => {
  it("passes every event to all observers", async () => {
    const seen: string[] = [];
    const observer = (who: string) => Object.fromEntries(hookNames.map((name) => [name, () => seen.push(`${name} ${who}`)]));
    const hooks = combineHooks(observer("a"), {}, observer("b"));
    const { wm } = await connect(inTurn(json({}, 503), json({ ivr_fee: "free" }), json({}, 404)), { hooks });

    await wm.customer("1").balance();
    await rejection(wm.customer("1").balance());

    const order = ["request", "response", "retry", "request", "response", "decodeIssue", "success", "request", "response", "error"];
    expect(seen).toEqual(order.flatMap((name) => [`${name} a`, `${name} b`]));
  });
});
