import { createLogger } from "@stoplight/prism-core";
import { describe, expect, it } from "vitest";
import { logHooks } from "../../examples/recipes/logging.js";
import { connect, rejection, secret } from "../support/client.js";
import { inTurn, json } from "../support/server.js";

const levels: Readonly<Record<number, string>> = { 20: "debug", 30: "info", 40: "warn", 50: "error" };

describe("logHooks", () => {
  it("logs responses, retries, outcomes and unexpected values with pino, without the token", async () => {
    const lines: string[] = [];
    // Prism's logger is pino.
    const log = createLogger("wm", { level: "debug" }, { write: (line: string) => void lines.push(line) });
    const notFound = json({ code: 404, message: "No such customer" }, 404);
    const { wm } = await connect(inTurn(json({}, 500), json({ ivr_fee: "free" }), notFound), { hooks: logHooks(log) });

    await wm.customer("1").balance();
    await rejection(wm.customer("1").balance());

    const logged = lines.map((line) => JSON.parse(line));
    expect(logged.map(({ level, msg }) => `${levels[level]}: ${msg}`)).toEqual([
      "debug: WM response",
      "warn: WM retry",
      "debug: WM response",
      "warn: WM sent an unexpected value",
      "info: WM call succeeded",
      "debug: WM response",
      "error: WM call failed",
    ]);
    expect(logged.every(({ operation }) => operation === "getBalance")).toBe(true);
    expect(new Set(logged.slice(0, 5).map(({ callId }) => callId)).size).toBe(1);
    expect(logged[3]).toMatchObject({ path: "$.ivr_fee", value: "free" });
    expect(logged[4]).toMatchObject({ status: 200, attempts: 2 });
    expect(logged[6]).toMatchObject({ status: 404, err: { type: "WmApiError", status: 404, stack: expect.any(String) } });
    expect(logged[6].err.message).toContain("No such customer");
    expect(lines.join("")).not.toContain(secret);
  });
});
