import { describe, expect, it } from "vitest";
import type { createWmClient } from "wm-customer-api";
import { clientOnManualClock } from "../../support/client.js";
import { manualClock } from "../../support/clock.js";
import { byName, check } from "../../support/contract.js";
import { type Handler, inTurn, json } from "../../support/server.js";

/** The entry for the balance in the report, and the requests for it. */
async function balance(handler: Handler, createClient?: typeof createWmClient) {
  let index = 0;
  const counting: Handler = (response, request) => handler(response, request, index++);
  const { server, code, stdout } = await check({ "/balance": counting }, ["--json"], createClient && { createClient });
  return { code, entry: byName(stdout).getBalance, asked: server.requests.filter(({ url }) => url.endsWith("/balance")) };
}

describe("exchange", () => {
  it.each([429, 503])("retries a %i, and checks the last response", async (status) => {
    const { code, entry, asked } = await balance(inTurn(json({}, status, { "retry-after": "1" }), json({ request_tracking_id: "1" })));

    expect(asked).toHaveLength(2);
    expect(entry).toMatchObject({ result: "conforms", status: 200, trackingId: asked[1]!.headers["request-tracking-id"] });
    expect(entry.timeMs).toBeLessThan(1_000);
    expect(code).toBe(0);
  });

  it("reports a server that stalls as no answer", async () => {
    const clock = manualClock();
    const stall: Handler = (response) => void response.writeHead(200, { "content-type": "application/json" }).write("{", () => clock.advance(500));
    const { code, entry } = await balance(stall, (options) => clientOnManualClock({ ...options, timeout: 500, maxRetries: 0 }, clock).wm);

    expect(entry).toMatchObject({ result: "no answer", note: "no complete response within 0.5 s", status: null });
    expect(code).toBe(1);
  });

  it("rejects for an error that the client did not throw", async () => {
    const createClient: typeof createWmClient = () => ({ raw: { request: () => Promise.reject(new Error("bug")) } }) as never;

    await expect(balance(json({}), createClient)).rejects.toThrow("bug");
  });
});
