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
  return { lines, debug: at("debug"), warn: at("warn"), error: at("error") };
}

it("logs answers, retries, failures and values that do not fit, each at its level and without the token", async () => {
  const server = await serve(
    inTurn(json({}, 500), json({ ivr_fee: "free" }), json({ code: 404, message: "No such customer" }, 404), (response) => void response.destroy()),
  );
  const log = memoryLog();
  const { wm } = clientOnManualClock({ baseUrl: server.url, hooks: logHooks(log) });

  await wm.customer("1").balance();
  const notFound = await rejection(wm.customer("1").balance());
  const broken = await rejection(wm.customer("1").balance({ maxRetries: 0 }));

  expect(log.lines.map(([level, , message]) => `${level}: ${message}`)).toEqual([
    "debug: WM answered",
    "warn: WM is tried again",
    "debug: WM answered",
    "warn: WM sent a value that does not fit",
    "debug: WM answered",
    "error: WM call failed",
    "error: WM call failed",
  ]);
  expect(log.lines[3]![1]).toMatchObject({ operation: "getBalance", path: "$.ivr_fee", value: "free" });
  expect(notFound).toBeInstanceOf(WmApiError);
  expect(log.lines[5]![1]).toMatchObject({ operation: "getBalance", status: 404, err: notFound });
  expect(broken).toBeInstanceOf(WmConnectionError);
  expect(log.lines[6]![1]).toMatchObject({ operation: "getBalance", status: undefined, err: broken });
  expect(JSON.stringify(log.lines)).not.toContain(secret);
});

it("takes a pino logger, and gives it errors in the form that it writes in full", async () => {
  const server = await serve(json({ code: 404, message: "No such customer" }, 404));
  const written: string[] = [];
  // Prism's logger is pino.
  const pino = createLogger("wm", { level: "debug" }, { write: (line: string) => void written.push(line) });
  const wm = createWmClient({ ...credentials, baseUrl: server.url, hooks: logHooks(pino) });

  await rejection(wm.customer("1").balance());

  const [answer, failure] = written.map((line) => JSON.parse(line));
  expect(answer).toMatchObject({ operation: "getBalance", status: 404, msg: "WM answered" });
  expect(failure).toMatchObject({ operation: "getBalance", msg: "WM call failed", err: { type: "WmApiError", status: 404, stack: expect.any(String) } });
  expect(failure.err.message).toContain("No such customer");
  expect(written.join("")).not.toContain(secret);
});
