import { writeFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { identifierOptions } from "../../../src/cli/contract/plan.js";
import { byName, check, contract, temporaryFile, text } from "../../support/contract.js";
import { type Handler, json, serve } from "../../support/server.js";

const balance = (body: object) => json({ balance: [{ amount: "1" }], ...body });
const bytes: Handler = (response) => void response.writeHead(200, { "content-type": "application/json" }).end(Buffer.from([0x7b, 0xff, 0x7d]));
const undeclared = (status: number) => `status: ${status} is not declared, only 200, 400, 401, 404, 422, 500`;

it.each<[response: string, handler: Handler, verdict: string, said: readonly string[]]>([
  ["a valid body", balance({ ivr_fee: "5.0" }), "conforms", []],
  ["an empty list", json({ balance: [] }), "conforms", ["balance: empty, so there were no items to check"]],
  ["an empty object", json({}), "conforms", ["the body has no fields to check"]],
  ["HTML", text("<html>Maintenance</html>", "text/html"), "does not conform", ["$: the body is not JSON (Content-Type: text/html)"]],
  ["a body that is cut off", text('{"a": [', "application/json"), "does not conform", ["$: the body is not JSON (Content-Type: application/json)"]],
  ["no body", text("", "application/json"), "does not conform", ["$: the body is empty"]],
  ["bytes that are not UTF-8", bytes, "does not conform", ["$: the body is not valid UTF-8"]],
  [
    "another content type",
    text("{}", "text/plain"),
    "does not conform",
    ['response: The received media type "text/plain" does not match the one specified in the current response: application/json'],
  ],
  [
    "values of other types",
    balance({ ivr_fee: [], last_payment_amount: null, balance: [{ amount: true }, { amount: {} }] }),
    "does not conform",
    ["$.ivr_fee", "$.last_payment_amount", "$.balance[0].amount", "$.balance[1].amount"].map(
      (path, index) => `${path}: must be string or number, is ${["array", "null", "boolean", "object"][index]}`,
    ),
  ],
  ["an undeclared status", json({}, 418), "does not conform", [undeclared(418)]],
  ["an undeclared 5xx", json({}, 501), "does not conform", [undeclared(501)]],
  ["a declared 5xx", json({ code: 500, message: "No" }, 500), "server error", ["the server failed (500), so no 200 could be checked"]],
  ["a declared 4xx", json({ code: 422, message: "No" }, 422), "not checked", ["the server rejected a valid request (422), so no 200 could be checked"]],
  ["a 401", json({}, 401), "not checked", ["the server rejected the credentials (401)"]],
  ["a 403", json({}, 403), "not checked", ["the account is not allowed to do this (403)"]],
  ["a 404", json({}, 404), "not checked", ["the server did not find this (404)"]],
  ["a 503", json({}, 503), "not checked", ["the server is busy (503), so no 200 could be checked"]],
])("judges %s", async (_, handler, verdict, said) => {
  const { code, stdout } = await check({ "/balance": handler }, ["--json"]);

  const { result, violations, note } = byName(stdout).getBalance;
  expect(result).toBe(verdict);
  expect([...violations.map(({ path, message }: { path: string; message: string }) => `${path}: ${message}`), ...(note === null ? [] : [note])]).toEqual(said);
  expect(code).toBe(["conforms", "not checked"].includes(verdict) ? 0 : 1);
});

it.each<[string, object]>([
  ["an error", { error: { code: 401, message: "Expired" } }],
  ["a list of errors", { services: [], error: [{ message: "Expired" }] }],
  ["the text of an error", { error: "expired" }],
  ["code and message alone", { code: 401, message: "Expired", request_tracking_id: "1" }],
])("rejects %s in a 200, as the façade does, and declares none of it", async (_, body) => {
  const { code, stdout, stderr } = await check({ "/services": json(body) }, ["--json", "--overlay", await temporaryFile("observed.yaml")]);

  expect(byName(stdout).listServices).toMatchObject({ result: "does not conform", violations: [{ path: "$", message: "the body is an error" }] });
  expect(stdout).not.toContain("xpired");
  expect(stderr).toMatch(/^No overlay was written: /);
  expect(code).toBe(1);
});

it("accepts code and message beside declared fields, and in an undocumented response", async () => {
  const body = { code: 1, message: "ok" };
  const { stdout } = await check({ "/services": json({ ...body, services: [] }), "/services/prices": json(body) }, ["--json"]);

  expect(byName(stdout)).toMatchObject({ listServices: { result: "conforms" }, listServicePrices: { result: "conforms" } });
});

it("rejects an update that reports failure", async () => {
  const file = await temporaryFile("contacts.json");
  await writeFile(file, '{ "email": "ap@example.com" }');
  const update: Handler = (response, request, index) => json(request.method === "PATCH" ? { status: "FAILURE" } : {})(response, request, index);

  const { code, stdout } = await check({ "/contacts": update }, ["--json", "--body", `updateContacts=${file}`]);

  expect(byName(stdout).updateContacts).toMatchObject({ result: "does not conform", violations: [{ path: "$", message: "the update failed" }] });
  expect(code).toBe(1);
});

it("finds a body of the wrong type at every operation", async () => {
  const server = await serve(json("not what the spec declares"));
  const ids = identifierOptions.flatMap((option) => [`--${option}`, "1"]);

  const { stdout } = await contract(["--base-url", server.url, "--json", ...ids]);

  const passing = JSON.parse(stdout).operations.filter(({ result }: { result: string }) => result !== "does not conform");
  expect(passing.map(({ name }: { name: string }) => name)).toEqual([]);
});

it.each([
  [3, "every call is refused", 401],
  [3, "the server is always busy", 503],
  [3, "every request is rejected", 422],
  [1, "every call ends in a declared 5xx", 500],
  [1, "every call ends in another 5xx", 502],
])("exits with %i if %s", async (expected, _, status) => {
  const { url } = await serve(json({ code: status, message: "No" }, status));

  const { code, stdout } = await contract(["--base-url", url]);

  expect(stdout).not.toMatch(/ {2}conforms {2}/);
  // An undeclared status is a deviation, so that something was checked.
  expect(stdout.includes("\n\nNothing could be checked.\n")).toBe(status !== 502);
  expect(code).toBe(expected);
});

it("exits with 1 if no call has a response", async () => {
  expect((await contract(["--base-url", "http://127.0.0.1:1"])).code).toBe(1);
});
