import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { identifierOptions } from "../../../src/cli/contract/plan.js";
import { operationsOf, readSpec } from "../../../src/cli/contract/spec.js";
import { byName, contract, readCalls, reads, serveWith, text } from "../../support/contract.js";
import { secret } from "../../support/client.js";
import { root } from "../../support/project.js";
import { type Handler, json, serve } from "../../support/server.js";
import { customerId } from "../../support/spec.js";

let folder: string;
let junitFile: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wm-contract-"));
  junitFile = join(folder, "junit.xml");
});
afterEach(() => rm(folder, { recursive: true }));

/** The elements of an XML text, in order. Fails if it is not well-formed. */
function elementsOf(xml: string): string[] {
  const token = /<\?xml [^<>]*\?>|<\/([\w-]+)>|<([\w-]+)((?: [\w-]+="[^<"]*")*)(\/?)>|[^<]+/y;
  const [names, open]: [string[], string[]] = [[], []];
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    if (match === null) throw new Error(`not well-formed: ${xml.slice(at, at + 80)}`);
    expect(match[0].replace(/&(?:amp|lt|gt|quot);/g, "")).not.toContain("&");
    const [, closed, opened, , empty] = match;
    if (closed !== undefined) expect(closed).toBe(open.pop());
    if (opened !== undefined) names.push(opened);
    if (opened !== undefined && empty === "") open.push(opened);
  }
  expect(open).toEqual([]);
  return names;
}

/** Every kind of deviation. */
const deviations: Record<string, Handler> = {
  "/services": json({
    services: [
      { id: "000000002", taxable: 1, new_field: "x", [`echo ${secret}`]: 1, '<&">': 1, "\u001b[31mred": 1 },
      { id: "000000003", taxable: 2, new_field: "y", material: { grade: "A" } },
    ],
  }),
  "/services/plan": text("<html>Maintenance</html>", "text/html"),
  "/services/materials": text("", "application/json"),
  "/services/prices/invoice-fees": json({}, 418),
  "/services/operations": json({}, 401),
  "/services/next-pickup": json({}, 403),
  "/balance": json({}, 404),
  "/invoices": json({ currency: "USD", invoices: [], balances: [] }),
  "/cases": (response) => void response.destroy(),
  "/profiles": text('{"profiles": [', "application/json"),
  "/contacts/billing": text('{"contacts": []}', "text/plain"),
  "/contacts/services": (response) => void response.writeHead(200, { "content-type": "application/json" }).end(Buffer.from([0x7b, 0xff, 0x7d])),
  "/preferences": json({}, 501),
  "/contacts": json({ code: 500, message: "Internal error" }, 500),
  "/activities/notes": json({ code: 422, message: "Unprocessable" }, 422),
  "/activities/email": json({}, 429),
  "/activities/issues": json({ code: 503, message: "Busy" }, 503),
};

describe("against a server that conforms", () => {
  it("prints a table below date, address, version and counts, and exits with 0", async () => {
    const { code, stdout, stderr } = await contract(["--base-url", inject("mockUrl"), "--junit", junitFile]);

    expect(stdout).toMatch(/^Contract check of the WM Customer API\n\ndate {6}\d{4}-\d\d-\d\dT[\d:.]+Z\n/);
    expect(stdout).toContain(`base URL  ${inject("mockUrl")}\nspec      version 1.0, as in wm-customer-api `);
    expect(stdout).toContain(`result    ${readCalls} calls: ${readCalls} conform, 0 do not conform, 0 server errors, 0 did not answer, 0 not checked`);
    for (const { operationId } of reads) expect(stdout).toMatch(new RegExp(`^${operationId} +conforms +200 +- +\\d+  [0-9a-f-]{36}$`, "m"));
    expect(stdout).not.toContain(customerId);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const xml = await readFile(junitFile, "utf8");
    expect(elementsOf(xml)).toHaveLength(2 + 7 + 2 * readCalls);
    expect(xml).toContain(`tests="${readCalls}" failures="0" errors="0" skipped="0"`);
  });

  it("shows progress on a TTY", async () => {
    const { stderr } = await contract(["--base-url", inject("mockUrl")], { isTTY: true });

    expect(stderr).toContain(`\r\x1b[K1/${readCalls} getCustomerOverview`);
    expect(stderr.endsWith("\r\x1b[K")).toBe(true);
  });

  it("prints the command without identifiers and files", async () => {
    const server = await serveWith({});

    const args = ["--base-url", server.url, "--service-id", "000000002", "--from", "2016-01-01", "--json", "--junit", junitFile];
    const { stdout } = await contract(args);
    const table = await contract(args.filter((argument) => argument !== "--json"));

    const command = `npx wm-customer-api contract --base-url ${server.url} --from 2016-01-01 --service-id <id>`;
    expect(table.stdout).toContain(`\ncommand   ${command}\n`);
    expect(JSON.parse(stdout)).toMatchObject({ command });
    expect(await readFile(junitFile, "utf8")).toContain(`<property name="command" value="${command.replace("<id>", "&lt;id&gt;")}"/>`);
  });

  it("notes empty lists and bodies", async () => {
    const server = await serveWith({ "/cases": json({ cases: [] }), "/profiles": json({}) });

    const entries = byName((await contract(["--base-url", server.url, "--json"])).stdout);

    expect(entries.listCases).toMatchObject({ result: "conforms", note: "cases: empty, so there were no items to check" });
    expect(entries.listProfiles).toMatchObject({ result: "conforms", note: "the body has no fields to check" });
    expect(entries.listServices.note).toBeNull();
  });
});

describe("against a server that deviates", () => {
  it("names each deviation in a table and in JUnit XML, and exits with 1", async () => {
    const { code, stdout } = await contract(["--base-url", (await serveWith(deviations)).url, "--junit", junitFile]);

    const details = (name: string) => stdout.split(new RegExp(`^${name}  .*\n`, "m"))[1]?.match(/^(?: {4}.*\n)*/)?.[0] ?? "";
    const row = (name: string) => stdout.match(new RegExp(`^${name} .*`, "m"))?.[0];
    expect(row("listServices")).toMatch(/does not conform +200 +[1-9]\d* /);
    expect(details("listServices")).toMatch(/\$\.services\[0\]\.taxable: must be string or boolean, is number \(and in 1 more place like it\)/);
    expect(details("listServices")).toMatch(/^ {4}GET \/customers\/\{customerId\}\/services\n/);
    expect(details("listServices")).toContain("$.services[*].new_field, ");
    expect(details("listServices")).toContain("$.services[*].material.grade");
    expect(details("listPlannedServices")).toBe("    GET /customers/{customerId}/services/plan\n    $: the body is not JSON (Content-Type: text/html)\n");
    expect(details("listServiceMaterials")).toBe("    GET /customers/{customerId}/services/materials\n    $: the body is empty\n");
    expect(details("listServiceInvoiceFees")).toMatch(/^ {4}status: 418 is not declared, only 200, 400, /m);
    expect(details("listPreferences")).toMatch(/^ {4}status: 501 is not declared/m);
    expect(details("listProfiles")).toBe("    GET /customers/{customerId}/profiles\n    $: the body is not JSON (Content-Type: application/json)\n");
    expect(details("listBillingContacts")).toContain('media type "text/plain"');
    expect(details("listServiceContacts")).toBe("    GET /customers/{customerId}/contacts/services\n    $: the body is not valid UTF-8\n");
    for (const [name, status] of Object.entries({ listServiceOperations: 401, getNextPickup: 403, getBalance: 404 })) {
      expect(row(name)).toMatch(new RegExp(`not checked +${status} `));
      expect(details(name)).toContain(`(${status})`);
    }
    expect(row("getInvoiceDetails")).toMatch(/not checked +- +- +- +-$/);
    expect(details("getInvoiceDetails")).toContain("no invoiceId: listInvoices returned no invoices[*].id; set --invoice-id");
    expect(row("listCases")).toMatch(/no answer +- /);
    expect(details("listCases")).toContain("the connection failed");
    expect(row("getCase")).toContain("not checked");
    expect(row("listContacts")).toMatch(/server error +500 +- /);
    expect(details("listContacts")).toContain("the server failed (500), so its 200 was not checked");
    expect(row("listActivityNotes")).toMatch(/not checked +422 /);
    expect(details("listActivityNotes")).toContain("the server rejected a valid request (422)");
    expect(row("listActivityEmails")).toMatch(/not checked +429 /);
    expect(row("listActivityIssues")).toMatch(/not checked +503 /);
    expect(row("listTickets")).toContain("conforms");
    expect(stdout).toMatch(/calls: \d+ conform, 8 do not conform, 1 server error, 1 did not answer, 8 not checked\n/);
    expect(stdout).not.toContain("\u001b");
    expect(code).toBe(1);

    const xml = await readFile(junitFile, "utf8");
    expect(xml).not.toContain(secret);
    expect(xml).not.toContain("\u001b");
    expect(elementsOf(xml).filter((name) => ["failure", "error", "skipped"].includes(name))).toHaveLength(8 + 2 + 8);
    expect(xml).toMatch(/ failures="8" errors="2" skipped="8" /);
    expect(xml).toMatch(/<testcase [^>]*name="listServices" [^>]*>\s*<failure message="\$\.services\[0\]\.taxable: must be /);
    expect(xml).toMatch(/<testcase [^>]*name="listCases" [^>]*>\s*<error message="the connection failed/);
    expect(xml).toMatch(/<testcase [^>]*name="listContacts" [^>]*>\s*<error message="the server failed \(500\)[^"]*" type="server error"\/>/);
    expect(xml).toMatch(/<testcase [^>]*name="getNextPickup" [^>]*>\s*<skipped message="[^"]*\(403\)"\/>/);
    expect(xml).toMatch(/<testcase [^>]*name="listTickets" [^>]*>\s*<system-out>/);
  });

  it("prints the same as one JSON document, with every violation", async () => {
    const { code, stdout } = await contract(["--base-url", (await serveWith(deviations)).url, "--json"]);

    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ specVersion: "1.0", passed: false, counts: { doesNotConform: 8, serverError: 1, noAnswer: 1, notChecked: 8 } });
    const entries = byName(stdout);
    const paths = entries.listServices.violations.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining(["$.services[0].taxable", "$.services[1].taxable"]));
    expect(entries.listServices.undeclared).toEqual([
      "$.services[*].new_field",
      '$.services[*]["echo [redacted]"]',
      '$.services[*]["<&\\">"]',
      '$.services[*]["\\u001b[31mred"]',
      "$.services[*].material.grade",
    ]);
    expect(entries.listServices).toMatchObject({ result: "does not conform", method: "GET", path: "/customers/{customerId}/services", status: 200 });
    expect(entries.listServices.trackingId).toMatch(/^[0-9a-f-]{36}$/);
    expect(entries.getInvoiceDetails).toMatchObject({ result: "not checked", status: null, timeMs: null, trackingId: null });
    expect(code).toBe(1);
  });

  it.each<[string, object]>([
    ["an error", { error: { code: 401, message: "Expired" } }],
    ["a list of errors", { services: [], error: [{ message: "Expired" }] }],
    ["the text of an error", { error: "expired" }],
    ["code and message alone", { code: 401, message: "Expired", request_tracking_id: "1" }],
  ])("notices %s in a 200, which the façade rejects, and declares none of it", async (_, body) => {
    const overlay = join(folder, "observed.yaml");
    const server = await serveWith({ "/services": json(body) });

    const { code, stdout, stderr } = await contract(["--base-url", server.url, "--json", "--overlay", overlay]);

    expect(byName(stdout).listServices).toMatchObject({ result: "does not conform", violations: [{ path: "$", message: "the body is an error" }] });
    expect(stdout).not.toContain("xpired");
    expect(stderr).toMatch(/^No overlay was written: /);
    expect(code).toBe(1);
  });

  it("accepts code and message beside declared fields, and in an undocumented response", async () => {
    const body = { code: 1, message: "ok" };
    const server = await serveWith({ "/services": json({ ...body, services: [] }), "/services/prices": json(body) });

    const { stdout } = await contract(["--base-url", server.url, "--json"]);

    expect(byName(stdout)).toMatchObject({ listServices: { result: "conforms" }, listServicePrices: { result: "conforms" } });
  });

  it("notices an update that reports failure", async () => {
    const body = join(folder, "contacts.json");
    await writeFile(body, '{ "email": "ap@example.com" }');
    const server = await serve((response, request, index) => json(request.method === "PATCH" ? { status: "FAILURE" } : {})(response, request, index));

    const { code, stdout } = await contract(["--base-url", server.url, "--json", "--body", `updateContacts=${body}`]);

    expect(byName(stdout).updateContacts).toMatchObject({ result: "does not conform", violations: [{ path: "$", message: "the update failed" }] });
    expect(code).toBe(1);
  });

  it("notices a body of the wrong type at every operation", async () => {
    const server = await serve(json("not what the spec declares"));

    const operations = operationsOf(await readSpec(join(root, "generated/contract.json")));
    const ids = identifierOptions(operations).flatMap((option) => [`--${option}`, "1"]);
    const { stdout } = await contract(["--base-url", server.url, "--json", ...ids]);

    const passing = JSON.parse(stdout).operations.filter(({ result }: { result: string }) => result !== "does not conform");
    expect(passing.map(({ name }: { name: string }) => name)).toEqual([]);
  });
});

describe("exit status", () => {
  const failure = (status: number) => json({ code: status, message: "No" }, status);

  it("is 0 if some calls are refused and the others conform", async () => {
    const { code } = await contract(["--base-url", (await serveWith({ "/balance": json({}, 403), "/services": json({}, 404) })).url]);

    expect(code).toBe(0);
  });

  it.each([500, 501, 502])("is 1 for one %i, and if all calls end so", async (status) => {
    const one = await contract(["--base-url", (await serveWith({ "/balance": failure(status) })).url]);
    const all = await contract(["--base-url", (await serve(failure(status))).url]);

    expect(one.code).toBe(1);
    expect(all.stdout).not.toMatch(/ conforms /);
    expect(all.code).toBe(1);
  });

  it.each([400, 401, 403, 404, 422, 429, 503])("is 3 if nothing could be checked (all %i)", async (status) => {
    const { code, stdout } = await contract(["--base-url", (await serve(failure(status))).url]);

    expect(stdout).toContain("Nothing could be checked.");
    expect(code).toBe(3);
  });

  it("is 1 if no call had a response", async () => {
    const { code } = await contract(["--base-url", "http://127.0.0.1:1"]);

    expect(code).toBe(1);
  });
});
