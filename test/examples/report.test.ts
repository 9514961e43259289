import { describe, expect, inject, it } from "vitest";
import { main } from "../../examples/account-report.js";
import { secret } from "../support/client.js";
import { serveWith } from "../support/contract.js";
import { root, type Run, run, runScript } from "../support/project.js";
import { type Handler, json, serve } from "../support/server.js";

const account = { WM_CLIENT_ID: "client-1", WM_TOKEN: secret, WM_CUSTOMER_ID: "123456789" };

/** Runs the report with these settings and no others. */
function report(settings: Record<string, string>, ...args: string[]): Promise<Run> {
  return run((_, given, output) => main(given, settings, output), root, ...args);
}

describe("the account report", () => {
  it("prints every section from the embedded mock if no setting is set", async () => {
    const withoutSettings = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("WM_")));
    const { code, stdout, stderr } = await runScript(root, "examples/account-report.ts", [], withoutSettings);

    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Source: the embedded mock");
    const titles = ["Account", "Balance", "Invoices and their payments", "Invoice fees", "Services", "Next pickups", "Service history", "Disposal tickets"];
    for (const title of titles) expect(stdout).toContain(`\n${title}\n`);
    expect(stdout).not.toMatch(/FAILED|undefined|NaN/);
    expect(stdout).toContain(`
Invoices and their payments
  Invoice  Date        Amount    Paid  Paid on     Reference   Open
  1085871  2016-10-18  569.82  569.82  2016-11-16  RECUR-AMEX     -
`);
    expect(stdout).toContain(`
Invoice fees
  Service  Fee      Description                        Rate  Percent  Amount  Fixed  Excluded  Changed
  1        RCR      Regulatory Cost Recovery Recycle   2.60     0.00    0.00  yes    no        2016-09-18
  1        ENVIRON  Environmental Recycle             12.00     0.00    0.00  yes    no        2017-12-16
  1        FUEL     Fuel Recycle                      11.49     0.00    0.00  yes    no        2018-02-17
`);
    expect(stdout).toMatch(/104237 +2015-06-08 +Completed +Reload and Recycle Facility +1,048\.94/);
    expect(stdout).toMatch(/147\.14 +0\.00 +18\.38 +165\.52 +United States Dollar/);
    expect(stdout).toMatch(/Eastmont Transfer Station +CDL +2\.67 +Tons +55\.11 +147\.14/);
  });

  it("prints one JSON document with --json", async () => {
    const { code, stdout } = await report({ ...account, WM_BASE_URL: inject("mockUrl") }, "--json");
    const document = JSON.parse(stdout);

    expect(code).toBe(0);
    expect(document).toMatchObject({ customerId: "123456789", failures: [], issues: [] });
    expect(document["ticket-104237-surcharges"].tickets[0].details[0].amount).toBe(147.14);
    expect(document.invoiceFees.services[0].prices.invoice_fees.map((fee: { standard_rate: number }) => fee.standard_rate)).toEqual([2.6, 12, 11.49]);
  });

  it("names operation, status and tracking id of a failed section, prints the others and exits with 1", async () => {
    const server = await serveWith({ "/balance": json({ error: { code: "404", message: "No such account" } }, 404) });
    const settings = { ...account, WM_BASE_URL: `${server.url}/v1` };

    const [text, document] = [await report(settings), await report(settings, "--json")];

    const [trackingId] = server.requests.filter(({ url }) => url.endsWith("/balance")).map(({ headers }) => headers["request-tracking-id"]);
    expect([text.code, document.code]).toEqual([1, 1]);
    expect(server.requests.map(({ url }) => url)).toContain("/v1/customers/123456789/tickets?ticket_type=disposal");
    expect(text.stdout).toContain(`FAILED: operation getBalance, status 404, tracking id ${trackingId}\n  No such account`);
    expect(text.stdout).toContain("1085871");
    expect(text.stdout).toContain("1 section(s) failed: Balance.");
    expect(text.stdout).not.toContain(secret);
    const { failures, invoices } = JSON.parse(document.stdout);
    expect(failures).toMatchObject([{ section: "Balance", operation: "getBalance", status: 404, trackingId: expect.any(String) }]);
    expect(failures[0].message).toContain("No such account");
    expect(invoices.invoices[0].amount).toBe(569.82);
  });

  it("prints an account without a balance, with many tickets and with unexpected values", async () => {
    const answers: Readonly<Record<string, Handler>> = {
      "/customers": json({ customerId: "123456789", balanceDue: "1234.5" }),
      "/balance": (response) => void response.writeHead(204).end(),
      "/invoices": json({ invoices: null, balances: [{ type: "Total", amount: "free" }] }),
      "/next-pickup": (response) => void response.writeHead(200, { "content-type": "text/html" }).end("<html>"),
      "/tickets": json({ tickets: ["1", "2", "3", "4"].map((id) => ({ id, site_name: "", amount: `${id}.125` })) }),
      "/materials": json({ tickets: [{ site_name: "Eastmont" }] }),
    };
    const server = await serve((response, request, index) => {
      const [, last = ""] = /(\/[^/?]+)(\?|$)/.exec(request.url) ?? [];
      (answers[last] ?? json({}))(response, request, index);
    });

    const { code, stdout } = await report({ ...account, WM_BASE_URL: server.url });

    expect(code).toBe(1);
    expect(stdout).toMatch(/Balance due +1,234\.50\n/);
    expect(stdout).toContain("Balance\n  Last payment  -\n  (none)\n");
    expect(stdout).toContain("Invoices and their payments\n  (none)\n");
    expect(stdout).toContain("The details of the first 3 of 4 follow.");
    expect(stdout).toMatch(/ 4 +- +- +- +4\.125\n/);
    expect(stdout.match(/: materials\n.*\n {2}Eastmont +- +- +- +-\n/g)).toHaveLength(3);
    expect(stdout).toMatch(/listInvoices +\$\.balances\[0\]\.amount +"free" +unfit\n/);
    expect(stdout).toContain("FAILED: operation getNextPickup, status 200, tracking id");
    expect(stdout).toContain("1 section(s) failed: Next pickups.");
  });

  it.each([
    ["only some of the credentials", { WM_CLIENT_ID: "c", WM_TOKEN: "t" }, [], "WM_CUSTOMER_ID"],
    ["an unknown environment", { ...account, WM_ENVIRONMENT: "staging" }, [], "WM_ENVIRONMENT"],
    ["an unknown option", {}, ["--jsn"], "--jsn"],
    ["an unusable base URL", { ...account, WM_BASE_URL: "http://example.com" }, [], "baseUrl"],
  ])("exits with 2 for %s, and names it", async (_, settings, args, named) => {
    const { code, stdout, stderr } = await report(settings, ...args);

    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(named);
    expect(stderr).not.toContain("    at ");
  });
});
