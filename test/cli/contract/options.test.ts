import { writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { byName, check, clientId, command, contract, environment, serveWith, temporaryFile } from "../../support/contract.js";
import { secret } from "../../support/client.js";
import { json } from "../../support/server.js";
import { operations } from "../../support/spec.js";

describe("wrong usage", () => {
  const url = "http://127.0.0.1:1";
  const { WM_TOKEN, ...withoutToken } = environment;

  it.each<[string, readonly string[], RegExp, Readonly<Record<string, string>>?]>([
    ["no address", [], /either --base-url or --environment/],
    ["two addresses", ["--base-url", url, "--environment", "test"], /either --base-url or --environment/],
    ["an unknown environment", ["--environment", "staging"], /environment: must be/],
    ["http to another machine", ["--base-url", "http://api.example.com"], /must use https/],
    ["a password in the address", ["--base-url", `https://me:${secret}@api.example.com`], /must not contain a user name/],
    ["an unknown option", ["--base-url", url, `--tokn=${secret}`], /^unknown option --tokn(\n|;)/],
    ["a misspelt option", ["--base-url", url, "--ovrlay", "a.yaml"], /^unknown option --ovrlay; did you mean --overlay\?\n/],
    ["a misspelt identifier", ["--base-url", url, "--invoiceid=1"], /^unknown option --invoiceid; did you mean --invoice-id\?\n/],
    ["the option that was removed", ["--base-url", url, "--include-writes"], /^unknown option --include-writes\n/],
    ["an option without its value", ["--base-url"], /--base-url/],
    ["a positional argument", ["--base-url", url, secret], /^unexpected positional argument\n/],
    ["no token", ["--base-url", url], /^WM_TOKEN is not set\n/, withoutToken],
    ["a blank token", ["--base-url", url], /^WM_TOKEN is not set\n/, { ...environment, WM_TOKEN: " " }],
    ["a day that does not exist", ["--base-url", url, "--from", "2026-02-30"], /^--from: must be an existing day, as yyyy-MM-dd\n/],
    ["days in the wrong order", ["--base-url", url, "--from", "2026-02-02", "--to", "2026-02-01"], /^--from: must not be after --to\n/],
    ["a --body without a file", ["--base-url", url, "--body", "updateContacts"], /^--body: must be <operation>=<file>\n/],
    ["a --body for a read", ["--base-url", url, "--body", "listCases=a.json"], /^--body: listCases takes no body/],
    ["a --body for a misspelt operation", ["--base-url", url, "--body", "updateContact=a.json"], /did you mean updateContacts\?\n/],
    ["a file that does not exist", ["--base-url", url, "--body", "updateContacts=/does/not/exist.json"], /updateContacts cannot be read \(ENOENT\)/],
  ])("prints the reason and the usage for %s", async (_, args, message, env = environment) => {
    const { code, stdout, stderr } = await contract(args, { env });

    expect(stderr).toMatch(message);
    expect(stderr).toContain("\n\nUsage: npx wm-customer-api contract --base-url <url> [options]\n");
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  it("sends nothing if the file of a --body is not JSON", async () => {
    const file = await temporaryFile("body.json");
    await writeFile(file, "email: me@example.com");

    const { server, code, stderr } = await check({}, ["--body", `updateContacts=${file}`]);

    expect(stderr).toMatch(/^--body: the file for updateContacts is not JSON\n/);
    expect(server.requests).toEqual([]);
    expect(code).toBe(2);
  });

  it("reports a JUnit file that cannot be written", async () => {
    const { code, stderr } = await check({}, ["--junit", await temporaryFile("missing/junit.xml")]);

    expect(stderr).toMatch(/^--junit: the file cannot be written \(ENOENT\)\n/);
    expect(code).toBe(2);
  });
});

describe("secrets", () => {
  it.each([[["--json"]], [[]]])("are redacted in the names of fields and in the base URL (%j)", async (format) => {
    const server = await serveWith({ "/balance": json({ [secret]: 1, [clientId]: 2, [encodeURIComponent(`${secret}%`)]: 3 }) });

    // `contract` fails if it finds one.
    const { stdout } = await contract(["--base-url", `${server.url}/${secret}/`, ...format]);

    expect(stdout).toContain("[redacted]");
  });

  it("stay if they are shorter than other words", async () => {
    const server = await serveWith({ "/balance": json({ graded: 1 }) });

    const { stdout } = await command(["contract", "--base-url", server.url], { env: { ...environment, WM_TOKEN: "grade", WM_CLIENT_ID: "a" } });

    expect(stdout).toContain("undeclared fields: $.graded\n");
  });

  it.each(["a", "Contacts", "listServices", "getCustomerOverview"])("never change the names of operations (token %s)", async (token) => {
    const { stdout } = await check({}, ["--json"], { env: { ...environment, WM_TOKEN: token, WM_CLIENT_ID: token } });

    const known = new Set(operations.map(({ operationId, method, path }) => `${operationId} ${method} ${path}`));
    for (const [name, { operationId, method, path }] of Object.entries(byName(stdout))) {
      expect(known).toContain(`${operationId} ${method} ${path}`);
      expect(name.split(" ")[0]).toBe(operationId);
    }
    expect(stdout).not.toContain("[redacted]");
  });
});
