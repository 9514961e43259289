import { createLogger } from "@stoplight/prism-core";
import { createWmClient, WmApiError, WmConnectionError } from "wm-customer-api";
import { expect, it } from "vitest";
import { logHooks } from "../../examples/recipes/logging.js";
import { clientOnManualClock, credentials, rejection, secret } from "../support/client.js";
import { inTurn, json, serve } from "../support/server.js";

/** The fields and the message of each line, after its level. */
function memoryLog() {
  const lines: [level: string, fields: Readonly<Record<string, unknown>>, message: string][] = [];
  const at = (level: string) => (fields: object, message: string) => void lines.push([level, { ...fields }, message]);
  return { lines, debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

it("logs responses, retries, outcomes and unexpected values, each at its level and without the token", async () => {
  const server = await serve(
    inTurn(json({}, 500), json({ ivr_fee: "free" }), json({ code: 404, message: "No such customer" }, 404), (response) => void response.destroy()),
  );
  const log = memoryLog();
  const { wm } = clientOnManualClock({ baseUrl: server.url, hooks: logHooks(log) });

  await wm.customer("1").balance();
  const notFound = await rejection(wm.customer("1").balance());
  const broken = await rejection(wm.customer("1").balance({ maxRetries: 0 }));

  expect(log.lines.map(([level, , message]) => `${level}: ${message}`)).toEqual([
    "debug: WM response",
    "warn: WM retry",
    "debug: WM response",
    "warn: WM sent an unexpected value",
    "info: WM call succeeded",
    "debug: WM response",
    "error: WM call failed",
    "error: WM call failed",
  ]);
  expect(log.lines[3]![1]).toMatchObject({ operation: "getBalance", path: "$.ivr_fee", value: "free" });
  expect(log.lines[4]![1]).toMatchObject({ operation: "getBalance", status: 200, attempts: 2 });
  expect(new Set(log.lines.slice(0, 5).map(([, { callId }]) => callId)).size).toBe(1);
  expect(notFound).toBeInstanceOf(WmApiError);
  expect(log.lines[6]![1]).toMatchObject({ operation: "getBalance", status: 404, err: notFound });
  expect(broken).toBeInstanceOf(WmConnectionError);
  expect(log.lines[7]![1]).toMatchObject({ operation: "getBalance", status: undefined, err: broken });
  expect(JSON.stringify(log.lines)).not.toContain(secret);
});

it("passes errors to pino in the field that it writes in full", async () => {
  const server = await serve(json({ code: 404, message: "No such customer" }, 404));
  const written: string[] = [];
  // Prism's logger is pino.
  const pino = createLogger("wm", { level: "debug" }, { write: (line: string) => void written.push(line) });
  const wm = createWmClient({ ...credentials, baseUrl: server.url, hooks: logHooks(pino) });

  await rejection(wm.customer("1").balance());

  const [answer, failure] = written.map((line) => JSON.parse(line));
  expect(answer).toMatchObject({ operation: "getBalance", status: 404, msg: "WM response" });
  expect(failure).toMatchObject({ operation: "getBalance", msg: "WM call failed", err: { type: "WmApiError", status: 404, stack: expect.any(String) } });
  expect(failure.err.message).toContain("No such customer");
  expect(written.join("")).not.toContain(secret);
});
