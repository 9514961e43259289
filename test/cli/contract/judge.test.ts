import { expect, it } from "vitest";
import type { Exchange } from "../../../src/cli/contract/exchange.js";
import { failureIn, judge, type Verdict } from "../../../src/cli/contract/judge.js";
import { operations } from "../../../src/cli/contract/spec.js";
import { byName, check, text } from "../../support/contract.js";
import { type Handler, json } from "../../support/server.js";

const bytes: Handler = (response) => void response.writeHead(200, { "content-type": "application/json" }).end(Buffer.from([0x7b, 0xff, 0x7d]));
const error = { code: 401, message: "Expired" };
const redirect: Handler = (response) => void response.writeHead(302, { location: "https://example.com" }).end();
const otherMedia = 'The received media type "text/plain" does not match the one specified in the current response: application/json';
const undeclared = "is not declared, only 200, 400, 401, 404, 422, 500";

/** Responses by path below the customer, with the verdict, and the violations or the note. */
const responses: readonly [path: string, handler: Handler, call: string, verdict: Verdict, ...said: string[]][] = [
  ["/balance", json({ ivr_fee: "5.0", balance: [{ amount: "1" }] }), "getBalance", "conforms"],
  ["/invoices", json({ currency: "USD", invoices: [] }), "listInvoices", "conforms", "invoices: empty, so there were no items to check"],
  ["/profiles", json({}), "listProfiles", "conforms", "the body has no fields to check"],
  ["/services/prices", json(error), "listServicePrices", "conforms"],
  ["/services/operations", json({ ...error, services: [{}] }), "listServiceOperations", "conforms"],
  ["/services/stats", text("", "application/json"), "listServiceStats", "does not conform", "$: the body is empty"],
  ["/activities/notes", bytes, "listActivityNotes", "does not conform", "$: the body is not valid UTF-8"],
  ["/activities/email", text("<html>", "text/html"), "listActivityEmails", "does not conform", "$: the body is not JSON (Content-Type: text/html)"],
  ["/contacts/billing", text("{}", "text/plain"), "listBillingContacts", "does not conform", `response: ${otherMedia}`],
  [
    "/services/plan",
    json({ services: [{ id: [], status: null }, 1, { operations: [{ route_id: true }, {}], ticket_number: {} }] }),
    "listPlannedServices",
    "does not conform",
    "$.services[0].id: must be string or number, is array",
    "$.services[0].status: must be string, is null",
    "$.services[1]: must be object, is number",
    "$.services[2].ticket_number: must be string or number, is object",
    "$.services[2].operations[0].route_id: must be string or number, is boolean",
  ],
  ["/contacts/services", json({ contacts: [], error }), "listServiceContacts", "does not conform", "$: the body is an error"],
  ["/cases/1234567", json({ cases: [], error: [error] }), "getCase", "does not conform", "$: the body is an error"],
  ["/services/000000002/ETA", json({ error: "expired" }), "getServiceEtaForDate", "does not conform", "$: the body is an error"],
  ["/tickets/104237", json({ ...error, request_tracking_id: "1" }), "getTicket disposal", "does not conform", "$: the body is an error"],
  ["/activities/issues", json({}, 418), "listActivityIssues", "does not conform", `status: 418 ${undeclared}`],
  ["/contacts", json({}, 501), "listContacts", "does not conform", `status: 501 ${undeclared}`],
  ["/preferences", redirect, "listPreferences", "does not conform", `status: 302 ${undeclared}; redirects are not followed`],
  ["/services/next-pickup", json(error, 500), "getNextPickup", "server error", "the server failed (500), so no 200 could be checked"],
  ["/tickets/407519", (response) => void response.destroy(), "getTicket", "no answer", "the connection failed (UND_ERR_SOCKET)"],
  ["/services/materials", json(error, 422), "listServiceMaterials", "not checked", "the server rejected a valid request (422), so no 200 could be checked"],
  ["/services/prices/invoice-fees", json({}, 401), "listServiceInvoiceFees", "not checked", "the server rejected the credentials (401)"],
  ["/communication-preferences", json({}, 403), "listCommunicationPreferences", "not checked", "the account is not allowed to do this (403)"],
  ["/tickets/104237/prices", json({}, 404), "listTicketPrices", "not checked", "the server did not find this (404)"],
  ["/tickets/104237/surcharges", text("busy", "text/html", 429), "listTicketSurcharges", "not checked", "the server is busy (429), so no 200 could be checked"],
  ["/tickets/104237/materials", text("busy", "text/html", 503), "listTicketMaterials", "not checked", "the server is busy (503), so no 200 could be checked"],
];

it("judges each kind of response, and declares no field of an error", async () => {
  const { code, stdout } = await check(Object.fromEntries(responses), ["--json"]);

  const entries = byName(stdout);
  const judged = responses.map(([, , call]) => {
    const { result, violations, note } = entries[call];
    return [call, result, ...violations.map((one: { path: string; message: string }) => `${one.path}: ${one.message}`), ...(note === null ? [] : [note])];
  });
  expect(judged).toEqual(responses.map(([, , ...expected]) => expected));
  const errors = responses.filter(([, , , , said]) => said === "$: the body is an error").map(([, , call]) => entries[call].undeclared);
  expect(errors).toEqual([[], [], [], []]);
  expect(stdout).not.toContain("xpired");
  expect(code).toBe(1);
});

const finding = (message: string, ...location: string[]) => ({ findings: [{ location, message }] });
const valid: Exchange = { trackingId: "1", status: 200, text: "{}", body: {}, failure: undefined, findings: [] };
const body = { a: [{ b: "x" }], o: { 0: "x" }, "blank ": "x" };

it.each<[fields: Partial<Exchange>, said: string]>([
  [finding("must be secret", "request", "query", "day"), "request query day: must be [redacted]"],
  [finding("Request body property a.0 must be number", "request", "body", "a", "0"), "request $.a[0]: must be number"],
  [finding("Request body must be secret", "request", "body"), "request $: must be [redacted]"],
  [finding("Response body property a.0.b must be number,null", "response", "body", "a", "0", "b"), "$.a[0].b: must be number or null, is string"],
  [finding("must be number", "response", "body", "o", "0"), '$.o["0"]: must be number, is string'],
  [finding("must be number", "response", "body", "x~1y~0", "secret"), '$["x/y~"]["[redacted]"]: must be number'],
  [finding("Response body property blank must be number", "response", "body", "blank "), '$["blank "]: must be number, is string'],
  [finding("must match a schema in anyOf", "response", "body", "a"), "$.a: must match a schema in anyOf"],
  [{ failure: "it contains secret" }, "$: it contains [redacted]"],
  [{ text: "x", body: undefined, contentType: null }, "$: the body is not JSON (Content-Type: none)"],
  [{ text: "x", body: undefined, contentType: "text/secret" }, "$: the body is not JSON (Content-Type: text/[redacted])"],
  [{ body: { secret: [], full: [1], none: null } }, "[redacted]: empty, so there were no items to check"],
  [{ body: [] }, ""],
  [{ trackingId: undefined as never, failure: "serviceId: must not be empty" }, "serviceId: must not be empty"],
])("judges the exchange %j, without showing its values", (fields, said) => {
  const exchanged = { ...valid, body, ...fields };
  const { violations, note = "" } = judge(operations[0]!, exchanged, (shown) => shown.replace("secret", "[redacted]"));

  expect([...violations.map(({ path, message }) => `${path}: ${message}`), note].filter(Boolean).join()).toBe(said);
});

it("reports a repeated finding once", () => {
  const { findings } = finding("must be number", "response", "body", "a");

  expect(judge(operations[0]!, { ...valid, findings: [...findings, ...findings] }, String).violations).toHaveLength(1);
});

it("accepts a 204 without a body", () => {
  const update = operations.find(({ operationId }) => operationId === "updateContacts")!;

  expect(judge(update, { ...valid, status: 204, text: "", body: undefined }, String).verdict).toBe("conforms");
});

it.each([
  [{}, "the body is an error"],
  [{ ticket_type: "disposal" }, undefined],
])("looks for the declared fields of the variant that the query %j selects", (query, failure) => {
  const operation = operations.find(({ operationId }) => operationId === "listTickets")!;

  expect(failureIn({ code: 1, message: "", metadata: {} }, { name: "", operation, query, identifiers: [] })).toBe(failure);
});
