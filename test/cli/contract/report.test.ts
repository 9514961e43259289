import { readFile } from "node:fs/promises";
import { describe, expect, inject, it } from "vitest";
import { byName, check, contract, readCalls, reads, temporaryFile } from "../../support/contract.js";
import { secret } from "../../support/client.js";
import { type Handler, json } from "../../support/server.js";
import { customerId } from "../../support/spec.js";

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

describe("the report on a server that conforms", () => {
  it("is a table below date, address, version and counts", async () => {
    const junit = await temporaryFile("junit.xml");
    const { code, stdout, stderr } = await contract(["--base-url", inject("mockUrl"), "--junit", junit]);

    expect(stdout).toMatch(/^Contract check of the WM Customer API\n\ndate {6}\d{4}-\d\d-\d\dT[\d:.]+Z\n/);
    expect(stdout).toContain(`base URL  ${inject("mockUrl")}\nspec      version 1.0, as in wm-customer-api `);
    expect(stdout).toContain(`result    ${readCalls} calls: conforms ${readCalls}, does not conform 0, server error 0, no answer 0, not checked 0`);
    for (const { operationId } of reads) expect(stdout).toMatch(new RegExp(`^${operationId} +conforms +200 +- +\\d+  [0-9a-f-]{36}$`, "m"));
    expect(stdout).not.toContain(customerId);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const xml = await readFile(junit, "utf8");
    expect(elementsOf(xml)).toHaveLength(2 + 7 + 2 * readCalls);
    expect(xml).toContain(`tests="${readCalls}" failures="0" errors="0" skipped="0"`);
  });

  it("follows the progress on a TTY", async () => {
    const { stderr } = await contract(["--base-url", inject("mockUrl")], { isTTY: true });

    expect(stderr).toContain(`\r\x1b[K1/${readCalls} getCustomerOverview`);
    expect(stderr.endsWith("\r\x1b[K")).toBe(true);
  });

  it("has the command without identifiers and files", async () => {
    const junit = await temporaryFile("junit.xml");
    const args = ["--service-id", "000000002", "--from", "2016-01-01", "--junit", junit];
    const table = await check({}, args);
    const { server, stdout } = await check({}, [...args, "--json"]);

    const command = `npx wm-customer-api contract --base-url ${server.url}/v1 --from 2016-01-01 --service-id <id>`;
    expect(table.stdout).toContain(`\ncommand   ${command.replace(server.url, table.server.url)}\n`);
    expect(JSON.parse(stdout)).toMatchObject({ command, passed: true });
    expect(await readFile(junit, "utf8")).toContain(`<property name="command" value="${command.replace("<id>", "&lt;id&gt;")}"/>`);
  });
});

describe("the report on a server that deviates", () => {
  const deviations: Readonly<Record<string, Handler>> = {
    "/services": json({
      services: [
        { id: "000000002", taxable: 1, new_field: "x", [`echo ${secret}`]: 1, '<&">': 1, "\u001b[31mred": 1 },
        { id: "000000003", taxable: 2, new_field: "y", material: { grade: "A" } },
      ],
    }),
    "/services/plan": json({ services: [1, 2, 3] }),
    "/services/next-pickup": json({}, 403),
    "/balance": json({ undeclared: 1, balance: [] }),
    "/invoices": json({ currency: "USD", invoices: [], balances: [] }),
    "/cases": (response) => void response.destroy(),
    "/contacts": json({ code: 500, message: "Internal error" }, 500),
  };
  const counts = { calls: readCalls, conforms: readCalls - 7, doesNotConform: 2, serverError: 1, noAnswer: 1, notChecked: 3 };

  it("is a table with details, and JUnit XML", async () => {
    const junit = await temporaryFile("junit.xml");
    const { code, stdout } = await check(deviations, ["--junit", junit]);

    const row = (name: string) => stdout.match(new RegExp(`^${name} .*`, "m"))?.[0];
    const details = (name: string) => stdout.split(new RegExp(`^${name}  .*\n`, "m"))[1]?.match(/^(?: {4}.*\n)*/)?.[0] ?? "";
    expect(row("listServices")).toMatch(/does not conform +200 +[1-9]\d* /);
    expect(details("listServices")).toMatch(/^ {4}GET \/customers\/\{customerId\}\/services\n/);
    expect(details("listServices")).toContain("    $.services[0].taxable: must be string or boolean, is number (and in 1 more place)\n");
    expect(details("listServices")).toContain("    undeclared fields: $.services[*].new_field, ");
    expect(details("listPlannedServices")).toContain("    $.services[0]: must be object, is number (and in 2 more places)\n");
    expect(row("getInvoiceDetails")).toMatch(/not checked +- +- +- +-$/);
    expect(details("getInvoiceDetails")).toBe("    no invoiceId: listInvoices returned no invoices[*].id; set --invoice-id\n");
    expect(details("getBalance")).toBe(
      "    GET /customers/{customerId}/balance\n    balance: empty, so there were no items to check\n    undeclared fields: $.undeclared\n",
    );
    expect(row("listCases")).toMatch(/no answer +- /);
    expect(row("listContacts")).toMatch(/server error +500 +- /);
    expect(stdout).toContain(`calls: conforms ${counts.conforms}, does not conform 2, server error 1, no answer 1, not checked 3\n`);
    expect(stdout).not.toContain("\u001b");
    expect(code).toBe(1);

    const xml = await readFile(junit, "utf8");
    expect(xml).not.toContain(secret);
    expect(xml).not.toContain("\u001b");
    expect(elementsOf(xml).filter((name) => ["failure", "error", "skipped"].includes(name))).toHaveLength(2 + 2 + 3);
    expect(xml).toMatch(/ failures="2" errors="2" skipped="3" /);
    for (const [name, element] of Object.entries({
      listServices: '<failure message="\\$\\.services\\[0\\]\\.taxable: must be ',
      listCases: '<error message="the connection failed[^"]*" type="no answer"/>',
      listContacts: '<error message="the server failed \\(500\\)[^"]*" type="server error"/>',
      getNextPickup: '<skipped message="[^"]*\\(403\\)"/>',
      listTickets: "<system-out>",
    }))
      expect(xml).toMatch(new RegExp(`<testcase [^>]*name="${name}" [^>]*>\\s*${element}`));
  });

  it("is one JSON document, with every violation", async () => {
    const { stdout } = await check(deviations, ["--json"]);

    expect(JSON.parse(stdout)).toMatchObject({ specVersion: "1.0", passed: false, counts });
    const { listServices, getInvoiceDetails } = byName(stdout);
    expect(listServices).toMatchObject({ result: "does not conform", method: "GET", path: "/customers/{customerId}/services", status: 200 });
    expect(listServices.trackingId).toMatch(/^[0-9a-f-]{36}$/);
    expect(listServices.violations.map(({ path }: { path: string }) => path)).toEqual(["$.services[0].taxable", "$.services[1].taxable"]);
    expect(listServices.undeclared).toEqual([
      "$.services[*].new_field",
      '$.services[*]["echo [redacted]"]',
      '$.services[*]["<&\\">"]',
      '$.services[*]["\\u001b[31mred"]',
      "$.services[*].material.grade",
    ]);
    expect(getInvoiceDetails).toMatchObject({ result: "not checked", status: null, timeMs: null, trackingId: null });
  });
});
