import { describe, expect, inject, it } from "vitest";
import { main } from "../../examples/account-report.js";
import { root, type Run, run, runScript } from "../support/project.js";
import { json, serve } from "../support/server.js";

/** Runs the report with these settings and no others. */
function report(settings: Record<string, string>, ...args: string[]): Promise<Run> {
  return run((_, given, output) => main(given, settings, output), root, ...args);
}

const account = { WM_CLIENT_ID: "client-1", WM_TOKEN: "secret-token-3f9a", WM_CUSTOMER_ID: "123456789" };

describe("the account report", () => {
  it("is made from the embedded mock when nothing is set, and says so", async () => {
    const withoutSettings = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("WM_")));
    const { code, stdout, stderr } = await runScript(root, "examples/account-report.ts", [], withoutSettings);

    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toContain("Source: the embedded mock");
    for (const section of [
      "Account",
      "Balance",
      "Invoices and their payments",
      "Invoice fees",
      "Services",
      "Next pickups",
      "Service history",
      "Disposal tickets",
    ]) {
      expect(stdout).toContain(`\n${section}\n`);
    }
    expect(stdout).not.toContain("FAILED");
    expect(stdout).not.toContain("undefined");
    expect(stdout).not.toContain("NaN");
  });

  it("shows the samples of the reference's pages, with money aligned at the point", async () => {
    const { stdout } = await report({ ...account, WM_BASE_URL: inject("mockUrl") });
    const lines = stdout.split("\n");
    const rates = lines.filter((line) => /^ {2}1 +(RCR|ENVIRON|FUEL) /.test(line)).map((line) => /Recycle +([\d.]+)/.exec(line));

    expect(rates.map((match) => match?.[1])).toEqual(["2.60", "12.00", "11.49"]);
    expect(new Set(rates.map((match) => match!.index + match![0].length)).size).toBe(1);
    expect(lines.find((line) => line.includes("Eastmont Transfer Station") && line.includes("Tons"))).toMatch(/CDL +2\.67 +Tons +55\.11 +147\.14$/);
    expect(stdout).toMatch(/104237 +2015-06-08 +Completed +Reload and Recycle Facility +1,048\.94/);
    expect(stdout).toMatch(/1085871 +2016-10-18 +569\.82 +569\.82 +2016-11-16 +RECUR-AMEX +-/);
    expect(stdout).toMatch(/147\.14 +0\.00 +18\.38 +165\.52 +United States Dollar/);
  });

  it("is one JSON document with --json", async () => {
    const { code, stdout } = await report({ ...account, WM_BASE_URL: inject("mockUrl") }, "--json");
    const document = JSON.parse(stdout);

    expect(code).toBe(0);
    expect(document.customerId).toBe("123456789");
    expect(document.failures).toEqual([]);
    expect(document.issues).toEqual([]);
    expect(document["ticket-104237-surcharges"].tickets[0].details[0].amount).toBe(147.14);
    expect(document.invoiceFees.services[0].prices.invoice_fees.map((fee: { standard_rate: number }) => fee.standard_rate)).toEqual([2.6, 12, 11.49]);
  });

  it("names operation, status and tracking id of a section that fails, prints the rest and exits with 1", async () => {
    const server = await serve((response, request, index) => {
      if (request.url.endsWith("/balance")) return json({ error: { code: "404", message: "No such account" } }, 404)(response, request, index);
      void fetch(`${inject("mockUrl")}${request.url}`, { headers: request.headers as Record<string, string> }).then(async (answer) =>
        response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text()),
      );
    });

    const { code, stdout } = await report({ ...account, WM_BASE_URL: server.url });

    const trackingId = server.requests.find(({ url }) => url.endsWith("/balance"))!.headers["request-tracking-id"];
    expect(stdout).toContain(`FAILED: operation getBalance, status 404, tracking id ${trackingId}`);
    expect(stdout).toContain("No such account");
    expect(stdout).toContain("1085871");
    expect(stdout).toContain("1 section(s) failed: Balance.");
    expect(stdout).not.toContain(account.WM_TOKEN);
    expect(code).toBe(1);

    const asJson = await report({ ...account, WM_BASE_URL: server.url }, "--json");
    const document = JSON.parse(asJson.stdout);
    expect(document.failures).toEqual([
      { section: "Balance", operation: "getBalance", status: 404, trackingId: expect.any(String), message: expect.stringContaining("No such account") },
    ]);
    expect(document.invoices.invoices[0].amount).toBe(569.82);
    expect(asJson.code).toBe(1);
  });

  it("shows what there is of an account without a balance, without invoices and with many disposal tickets", async () => {
    const tickets = ["1", "2", "3", "4", "5"].map((id) => ({ id, amount: "1.5" }));
    const server = await serve((response, request, index) => {
      if (request.url.endsWith("/balance")) return void response.writeHead(204).end();
      if (request.url.endsWith("/invoices")) return json({ invoices: null, balances: "null" })(response, request, index);
      if (request.url.endsWith("/next-pickup")) return void response.writeHead(200, { "content-type": "text/html" }).end("<html>");
      if (/tickets\?/.test(request.url)) return json({ tickets })(response, request, index);
      return json({})(response, request, index);
    });

    const { code, stdout } = await report({ ...account, WM_BASE_URL: server.url });

    expect(stdout).toContain("Balance\n  Last payment  -\n  (none)\n");
    expect(stdout).toContain("Invoices and their payments\n  (none)\n");
    expect(stdout).toContain("The details of the first 3 of 5 follow.");
    expect(stdout).toContain("FAILED: operation getNextPickup, status 200, tracking id");
    expect(stdout).toContain("1 section(s) failed: Next pickups.");
    expect(code).toBe(1);
  });

  it.each([
    ["only some of the credentials", { WM_CLIENT_ID: "c", WM_TOKEN: "t" }, [], "WM_CUSTOMER_ID"],
    ["an unknown environment", { ...account, WM_ENVIRONMENT: "staging" }, [], "WM_ENVIRONMENT"],
    ["an unknown option", {}, ["--jsn"], "--jsn"],
    ["an unusable base URL", { ...account, WM_BASE_URL: "http://example.com" }, [], "baseUrl"],
  ])("exits with 2 for %s, and says what to do", async (_, settings, args, named) => {
    const { code, stdout, stderr } = await report(settings, ...args);

    expect(code).toBe(2);
    expect(stderr).toContain(named);
    expect(stderr).not.toContain("    at ");
    expect(stdout).toBe("");
  });
});
