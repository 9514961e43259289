import type { createWmClient } from "wm-customer-api";
import { expect, it } from "vitest";
import { clientOnManualClock } from "../../support/client.js";
import { manualClock } from "../../support/clock.js";
import { byName, check } from "../../support/contract.js";
import { type Handler, inTurn, json, serve } from "../../support/server.js";

/** Verdict on the balance, and the number of requests for it. */
async function balance(handler: Handler, createClient?: typeof createWmClient) {
  let index = 0;
  const counting: Handler = (response, request) => handler(response, request, index++);
  const { server, code, stdout } = await check({ "/balance": counting }, ["--json"], createClient && { createClient });
  return { code, entry: byName(stdout).getBalance, asked: server.requests.filter(({ url }) => url.endsWith("/balance")) };
}

it.each([429, 503])("retries a %i, and checks the last response", async (status) => {
  const { code, entry, asked } = await balance(inTurn(json({}, status, { "retry-after": "1" }), json({ request_tracking_id: "1" })));

  expect(asked).toHaveLength(2);
  expect(entry).toMatchObject({ result: "conforms", status: 200, trackingId: asked[1]!.headers["request-tracking-id"] });
  expect(code).toBe(0);
});

it.each([429, 503])("reports a server that stays busy (%i) as not checked, whatever its body", async (status) => {
  const { code, entry, asked } = await balance(json("busy", status));

  expect(asked).toHaveLength(3);
  expect(entry).toMatchObject({ result: "not checked", status, note: `the server is busy (${status}), so no 200 could be checked` });
  expect(code).toBe(0);
});

it("retries a lost connection, then reports no answer", async () => {
  const { code, entry, asked } = await balance((response) => void response.destroy());

  expect(asked).toHaveLength(3);
  expect(entry).toMatchObject({ result: "no answer", note: "the connection failed (UND_ERR_SOCKET)", status: null });
  expect(code).toBe(1);
});

it("reports a server that stalls as no answer", async () => {
  const clock = manualClock();
  const stall: Handler = (response) => void response.writeHead(200, { "content-type": "application/json" }).write("{", () => clock.advance(500));
  const { code, entry } = await balance(stall, (options) => clientOnManualClock({ ...options, timeout: 500, maxRetries: 0 }, clock).wm);

  expect(entry).toMatchObject({ result: "no answer", note: "no complete response within 0.5 s", status: null });
  expect(code).toBe(1);
});

it("does not follow a redirect", async () => {
  const elsewhere = await serve(json({}));
  const { code, entry } = await balance((response) => void response.writeHead(302, { location: elsewhere.url }).end());

  expect(elsewhere.requests).toEqual([]);
  expect(entry.violations).toEqual([{ path: "status", message: expect.stringMatching(/^302 is not declared, only 200, .*; redirects are not followed$/) }]);
  expect(code).toBe(1);
});
