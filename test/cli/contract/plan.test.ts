import { writeFile } from "node:fs/promises";
import { describe, expect, inject, it } from "vitest";
import { byName, check, clientId, contract, environment, pathsAsked, readCalls, reads, temporaryFile } from "../../support/contract.js";
import { secret } from "../../support/client.js";
import { json } from "../../support/server.js";
import { operations } from "../../support/spec.js";

describe("reads", () => {
  it("sends each once, with the client's credentials and a new tracking id", async () => {
    const { server, stdout } = await check({}, ["--json"]);

    expect(server.requests).toHaveLength(readCalls);
    for (const { method, url, headers } of server.requests) {
      expect([method, url]).toEqual(["GET", expect.stringMatching(/^\/v1\//)]);
      expect(headers).toMatchObject({ authorization: `Bearer ${secret}`, clientid: clientId, "user-agent": "wm-customer-api contract check" });
    }
    expect(new Set(server.requests.map(({ headers }) => headers["request-tracking-id"])).size).toBe(readCalls);
    const called = JSON.parse(stdout).operations.map(({ operationId }: { operationId: string }) => operationId);
    expect(new Set(called)).toEqual(new Set(reads.map(({ operationId }) => operationId)));
  });

  it("takes path identifiers from the lists", async () => {
    const { server } = await check({});

    expect(pathsAsked(server)).toEqual(
      expect.arrayContaining(["/services/000000002/eta", "/invoices/1085871", "/cases/1234567", "/tickets/407519", "/tickets/104237?ticket_type=disposal"]),
    );
  });

  it.each([
    ["a number", { services: [{ id: 2 }] }],
    ["padded", { services: [{ id: null }, { id: "null" }, { id: 2 ** 53 }, { id: " 2 " }] }],
    ["in a single object instead of a list", { services: { id: "2" } }],
  ])("takes an identifier that is %s", async (_, body) => {
    const { server } = await check({ "/services": json(body) });

    expect(pathsAsked(server)).toContain("/services/2/eta");
  });

  it("takes path identifiers from options", async () => {
    const { server } = await check({}, ["--service-id", "a/b", "--ticket-id", "7", "--disposal-ticket-id", "8"]);

    expect(pathsAsked(server)).toEqual(
      expect.arrayContaining(["/services/a%2Fb/eta", "/tickets/7", "/tickets/8?ticket_type=disposal", "/tickets/8/prices?ticket_type=disposal"]),
    );
  });

  it("does not send an unusable identifier", async () => {
    const { server, stdout } = await check({}, ["--json", "--service-id", ".."]);

    expect(byName(stdout).getServiceEta).toMatchObject({ result: "not checked", note: 'serviceId: must not be ".."', trackingId: null });
    expect(server.requests).toHaveLength(readCalls - reads.filter(({ path }) => path.includes("{serviceId}")).length);
  });

  it("takes the customer from the overview if the environment names none", async () => {
    const { WM_CUSTOMER_ID, ...env } = environment;
    const { code, stdout } = await contract(["--base-url", inject("mockUrl"), "--json"], { env });

    expect(JSON.parse(stdout).counts).toMatchObject({ calls: readCalls, conforms: readCalls });
    expect(code).toBe(0);
  });

  const today = new Date().toISOString().slice(0, 10);
  const lastYear = `${Number(today.slice(0, 4)) - 1}-\\d\\d-\\d\\d`;
  it.each([
    ["the last year", [], lastYear, today],
    ["the given days", ["--from", "2016-01-01", "--to", "2016-12-31"], "2016-01-01", "2016-12-31"],
    ["one day", ["--from", "2016-01-01", "--to", "2016-01-01"], "2016-01-01", "2016-01-01"],
    ["the year before a day", ["--to", "2016-12-31"], "2015-12-31", "2016-12-31"],
  ])("asks for %s", async (_, args, from, to) => {
    const { server, stdout } = await check({}, args);

    expect(stdout).toMatch(new RegExp(`^days {6}${from} to ${to}, `, "m"));
    for (const list of ["invoices", "cases", "tickets", "activities/notes", "activities/email", "activities/issues"])
      expect(pathsAsked(server)).toContainEqual(expect.stringMatching(new RegExp(`^/${list}\\?fromDate=${from}&toDate=${to}$`)));
    expect(pathsAsked(server)).toContainEqual(expect.stringContaining(`requestDate=${today}`));
  });
});

describe("writes", () => {
  it("sends none without --body", async () => {
    const { server, stdout } = await check({}, ["--json"]);

    expect(server.requests.filter(({ method }) => method !== "GET")).toEqual([]);
    for (const { operationId } of operations.filter(({ method }) => method !== "GET")) expect(byName(stdout)).not.toHaveProperty(operationId);
  });

  it("sends those with a --body, each with its own file, after all reads", async () => {
    const [update, preferences] = [await temporaryFile("update.json"), await temporaryFile("preferences.json")];
    await writeFile(update, '{"email":"me@example.com"}');
    await writeFile(preferences, '{"paperless":true}');

    const { server, stdout } = await check({}, ["--json", "--body", `updateContacts=${update}`, "--body", `updatePreferences=${preferences}`]);

    expect(server.requests.slice(readCalls).map(({ method, url, body }) => [method, url.split("/").at(-1), body])).toEqual([
      ["PATCH", "contacts", '{"email":"me@example.com"}'],
      ["PATCH", "preferences", '{"paperless":true}'],
    ]);
    expect(byName(stdout)).toHaveProperty("updateContacts");
    expect(JSON.parse(stdout).command).toMatch(/ --body updateContacts=<file> --body updatePreferences=<file>$/);
  });

  it("reports a body that the spec does not allow", async () => {
    const file = await temporaryFile("update.json");
    await writeFile(file, '{"email":1}');

    const { code, stdout } = await check({}, ["--json", "--body", `updateContacts=${file}`]);

    expect(byName(stdout).updateContacts).toMatchObject({ result: "does not conform", violations: [{ path: "request $.email", message: "must be string" }] });
    expect(code).toBe(1);
  });
});
