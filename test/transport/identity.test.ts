import { inspect } from "node:util";
import { createWmClient } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { callers, overview, patch } from "../support/calls.js";
import { connect, credentials, secret } from "../support/client.js";
import { json } from "../support/server.js";

const good = json({});
const uuid = expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/) as string;

describe("identify", () => {
  it.each(callers)("adds the token, the ClientId, Accept and a fresh tracking id to a $name", async ({ call, body }) => {
    const { wm, requests } = await connect(good);

    await Promise.all([call(wm), call(wm)]);

    const [one, other] = requests.map(({ headers }) => headers);
    const sent = { authorization: `Bearer ${secret}`, clientid: "client-1", accept: "application/json", "request-tracking-id": uuid };
    for (const headers of [one, other]) expect(headers).toMatchObject(sent);
    expect(one!["content-type"]).toBe(body === "" ? undefined : "application/json");
    expect(one!["request-tracking-id"]).not.toBe(other!["request-tracking-id"]);
  });

  it.each([
    ["the option", { trackingId: "call-7", headers: { "request-tracking-id": "no" } }, "call-7"],
    ["a header", { headers: { "request-tracking-id": "call-8" } }, "call-8"],
  ])("prefers the tracking id of %s of the call", async (_, options, trackingId) => {
    const { wm, requests } = await connect(good, { trackingId: () => "made" });

    await wm.overview(options);
    await wm.overview();

    expect(requests.map(({ headers }) => headers["request-tracking-id"])).toEqual([trackingId, "made"]);
  });

  it("lets the call's headers override the client's, and those its own, whatever their case", async () => {
    const { wm, requests } = await connect(good, { headers: { "X-Site": "client", "X-Team": "billing", accept: "application/vnd.wm+json" } });

    await overview.call(wm, { headers: { "x-site": "call" } });
    await patch.call(wm, { headers: { "CONTENT-TYPE": "application/merge-patch+json", clientID: "other" } });

    expect(requests[0]!.headers).toMatchObject({ "x-site": "call", "x-team": "billing", accept: "application/vnd.wm+json", clientid: "client-1" });
    expect(requests[1]!.headers).toMatchObject({ "content-type": "application/merge-patch+json", clientid: "other" });
  });
});

describe("inspect", () => {
  it("shows no credential of a client", () => {
    const wm = createWmClient({ ...credentials, headers: { "X-Api-Key": "secret-key" } });

    for (const part of [wm, wm.raw, wm.customer("1"), wm.customer("1").services]) {
      expect(inspect(part, { depth: 10, showHidden: true }) + JSON.stringify(part)).not.toMatch(/secret-|Bearer/);
    }
  });
});
