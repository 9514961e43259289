import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createWmClient } from "wm-customer-api";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { byName, clientId, contract, environment, pathsAsked, readCalls, reads, serveWith } from "../../support/contract.js";
import { secret } from "../../support/client.js";
import { inTurn, json, serve } from "../../support/server.js";
import { operations } from "../../support/spec.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wm-contract-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("reads", () => {
  it("sends each read-only operation once, with the client's credentials and a new tracking id", async () => {
    const server = await serveWith({});

    await contract(["--base-url", `${server.url}/v1/`]);

    expect(new Set(server.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
    expect(server.requests).toHaveLength(readCalls);
    for (const { url, headers } of server.requests) {
      expect(url).toMatch(/^\/v1\//);
      expect(headers).toMatchObject({
        authorization: `Bearer ${secret}`,
        clientid: clientId,
        accept: "application/json",
        "user-agent": "wm-customer-api contract check",
      });
    }
    expect(new Set(server.requests.map(({ headers }) => headers["request-tracking-id"])).size).toBe(server.requests.length);
  });

  it("takes path identifiers from the lists", async () => {
    const server = await serveWith({});

    await contract(["--base-url", `${server.url}/v1`]);

    expect(pathsAsked(server)).toEqual(expect.arrayContaining(["/services/000000002/eta", "/invoices/1085871", "/cases/1234567", "/tickets/407519"]));
  });

  it.each([
    ["a number", { services: [{ id: 2 }] }],
    ["padded", { services: [{ id: null }, { id: "null" }, { id: " 2 " }] }],
    ["in a single object instead of a list", { services: { id: "2" } }],
  ])("takes an identifier that is %s", async (_, body) => {
    const server = await serveWith({ "/services": json(body) });

    await contract(["--base-url", `${server.url}/v1`]);

    expect(pathsAsked(server)).toContain("/services/2/eta");
  });

  it("takes path identifiers from options", async () => {
    const server = await serveWith({});

    await contract(["--base-url", `${server.url}/v1`, "--service-id", "a/b", "--ticket-id", "7", "--disposal-ticket-id", "8"]);

    expect(pathsAsked(server)).toEqual(
      expect.arrayContaining(["/services/a%2Fb/eta", "/tickets/7", "/tickets/8?ticket_type=disposal", "/tickets/8/prices?ticket_type=disposal"]),
    );
  });

  it("does not send an unusable identifier, and reports why", async () => {
    const server = await serveWith({});

    const { stdout } = await contract(["--base-url", `${server.url}/v1`, "--json", "--service-id", ".."]);

    expect(byName(stdout).getServiceEta).toMatchObject({ result: "not checked", note: 'serviceId: must not be ".."', trackingId: null });
    expect(pathsAsked(server)).not.toContain("/services/../eta");
  });

  it("takes the customer from the overview if the environment names none", async () => {
    const { WM_CUSTOMER_ID, ...env } = environment;
    const { code, stdout } = await contract(["--base-url", inject("mockUrl"), "--json"], { env });

    expect(JSON.parse(stdout).counts).toMatchObject({ calls: readCalls, conforms: readCalls });
    expect(code).toBe(0);
  });

  it("asks for the days of the last year, or for the given days", async () => {
    const [year, given] = [await serveWith({}), await serveWith({})];

    const { stdout } = await contract(["--base-url", `${year.url}/v1`]);
    await contract(["--base-url", `${given.url}/v1`, "--from", "2016-01-01", "--to", "2016-12-31"]);

    const today = new Date().toISOString().slice(0, 10);
    const begin = `${Number(today.slice(0, 4)) - 1}-`;
    expect(stdout).toMatch(new RegExp(`^days {6}${begin}\\d\\d-\\d\\d to ${today}, `, "m"));
    const lists = ["invoices", "cases", "tickets", "activities/notes", "activities/email", "activities/issues"];
    for (const list of lists) {
      expect(pathsAsked(year)).toContainEqual(expect.stringMatching(new RegExp(`^/${list}\\?fromDate=${begin}\\d\\d-\\d\\d&toDate=${today}$`)));
      expect(pathsAsked(given)).toContain(`/${list}?fromDate=2016-01-01&toDate=2016-12-31`);
    }
  });
});

describe("writes", () => {
  const writes = operations.filter(({ method }) => method !== "GET");

  it("sends none without --body", async () => {
    const server = await serveWith({});

    const { stdout } = await contract(["--base-url", server.url, "--json"]);

    expect(server.requests.filter(({ method }) => method !== "GET")).toEqual([]);
    for (const { operationId } of writes) expect(byName(stdout)).not.toHaveProperty(operationId);
  });

  it("sends those with a --body, each with its own file, after everything else", async () => {
    const server = await serveWith({});
    const [update, preferences] = [join(folder, "update.json"), join(folder, "preferences.json")];
    await writeFile(update, '{"email":"me@example.com"}');
    await writeFile(preferences, '{"paperless":true}');

    const { stdout } = await contract([
      ...["--base-url", server.url, "--json", "--body", `updateContacts=${update}`, "--body", `updatePreferences=${preferences}`],
    ]);

    expect(server.requests.slice(-2).map(({ method, url, body }) => [method, url.split("/").at(-1), body])).toEqual([
      ["PATCH", "contacts", '{"email":"me@example.com"}'],
      ["PATCH", "preferences", '{"paperless":true}'],
    ]);
    expect(server.requests.filter(({ method }) => method !== "GET")).toHaveLength(2);
    expect(byName(stdout)).toHaveProperty("updateContacts");
    expect(JSON.parse(stdout).command).toBe(
      `npx wm-customer-api contract --base-url ${server.url} --body updateContacts=<file> --body updatePreferences=<file>`,
    );
  });

  it("reports a body that the spec does not allow", async () => {
    const server = await serveWith({});
    const file = join(folder, "update.json");
    await writeFile(file, '{"email":1}');

    const { code, stdout } = await contract(["--base-url", server.url, "--json", "--body", `updateContacts=${file}`]);

    expect(byName(stdout).updateContacts).toMatchObject({ result: "does not conform", violations: [{ path: "request $.email", message: "must be string" }] });
    expect(code).toBe(1);
  });
});

describe("retries", () => {
  const busyThenFine = (status: number) => inTurn(json({}, status, { "retry-after": "1" }), json({ request_tracking_id: "1" }));

  it.each([429, 503])("retries a %i like any call, and checks the response to the last attempt", async (status) => {
    let balance = 0;
    const handler = busyThenFine(status);
    const server = await serveWith({ "/balance": (response, request) => handler(response, request, balance++) });

    const { code, stdout } = await contract(["--base-url", server.url, "--json"]);

    const asked = server.requests.filter(({ url }) => url.endsWith("/balance"));
    expect(asked).toHaveLength(2);
    expect(byName(stdout).getBalance).toMatchObject({ result: "conforms", status: 200, trackingId: asked[1]!.headers["request-tracking-id"] });
    expect(code).toBe(0);
  });

  it.each([429, 503])("reports a server that stays busy (%i) as not checked, whatever its body is", async (status) => {
    const server = await serveWith({ "/balance": json("busy", status) });

    const { code, stdout } = await contract(["--base-url", server.url, "--json"]);

    expect(server.requests.filter(({ url }) => url.endsWith("/balance"))).toHaveLength(3);
    expect(byName(stdout).getBalance).toMatchObject({
      result: "not checked",
      status,
      note: `the server is busy (${status}), so its 200 was not checked`,
    });
    expect(code).toBe(0);
  });

  it("retries a lost connection, then reports no answer", async () => {
    const server = await serveWith({ "/balance": (response) => void response.destroy() });

    const { code, stdout } = await contract(["--base-url", server.url, "--json"]);

    expect(server.requests.filter(({ url }) => url.endsWith("/balance"))).toHaveLength(3);
    expect(byName(stdout).getBalance).toMatchObject({ result: "no answer", note: "the connection failed (UND_ERR_SOCKET)", status: null });
    expect(code).toBe(1);
  });

  it("reports a server that stalls as no answer", async () => {
    const server = await serveWith({ "/balance": (response) => void response.writeHead(200, { "content-type": "application/json" }).write("{") });

    const createClient: typeof createWmClient = (options) => createWmClient({ ...options, timeout: 500, maxRetries: 0 });
    const { code, stdout } = await contract(["--base-url", server.url, "--json"], { createClient });

    expect(byName(stdout).getBalance).toMatchObject({ result: "no answer", note: "no complete response within 0.5 s", status: null });
    expect(code).toBe(1);
  });

  it("does not follow a redirect", async () => {
    const elsewhere = await serve(json({}));
    const server = await serveWith({ "/balance": (response) => void response.writeHead(302, { location: elsewhere.url }).end() });

    const { code, stdout } = await contract(["--base-url", server.url]);

    expect(elsewhere.requests).toEqual([]);
    expect(stdout).toMatch(/status: 302 is not declared, .*; redirects are not followed/);
    expect(code).toBe(1);
  });
});

it("checks every read of the spec", async () => {
  const { stdout } = await contract(["--base-url", inject("mockUrl"), "--json"]);

  expect(new Set(JSON.parse(stdout).operations.map(({ operationId }: { operationId: string }) => operationId))).toEqual(
    new Set(reads.map(({ operationId }) => operationId)),
  );
});
