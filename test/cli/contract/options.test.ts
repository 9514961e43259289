import { writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readContractOptions } from "../../../src/cli/contract/options.js";
import { byName, check, clientId, command, contract, environment, serveWith, temporaryFile } from "../../support/contract.js";
import { secret } from "../../support/client.js";
import { json } from "../../support/server.js";
import { operations } from "../../support/spec.js";

const url = "http://127.0.0.1:1";

describe("readContractOptions", () => {
  const read = (args: readonly string[], env = environment) =>
    readContractOptions(["--base-url", url, ...args], env, (text) => text, new Date("2028-02-29T23:59:59Z"));

  it.each([
    ["the last year", [], "2027-03-01", "2028-02-29"],
    ["the given days", ["--from", "2016-01-01", "--to", "2016-12-31"], "2016-01-01", "2016-12-31"],
    ["one day", ["--from", "2016-01-01", "--to", "2016-01-01"], "2016-01-01", "2016-01-01"],
    ["the year before a day", ["--to", "2016-12-31"], "2015-12-31", "2016-12-31"],
  ])("reads %s", async (_, args, from, to) => {
    expect((await read(args)).days).toEqual({ today: "2028-02-29", from, to });
  });

  it("reads identifiers, and masks them in the command", async () => {
    const { identifiers, command, ...options } = await read(["--service-id", "1", "--invoice-id", "", "--to", "2016-12-31", "--junit", "a.xml", "--json"]);

    expect(Object.fromEntries(identifiers)).toEqual({ "service-id": "1", "customer-id": environment.WM_CUSTOMER_ID });
    expect(command).toBe(`npx wm-customer-api contract --base-url ${url} --to 2016-12-31 --service-id <id>`);
    expect(options).toMatchObject({ json: true, junit: "a.xml", overlay: undefined, baseUrl: url, bodies: new Map() });
    expect([...(await read([], { ...environment, WM_CUSTOMER_ID: "" })).identifiers]).toEqual([]);
  });
});

describe("wrong usage", () => {
  it.each<[string, readonly string[], RegExp, Readonly<Record<string, string>>?]>([
    ["no address", [], /^pass either --base-url or --environment\n/],
    ["two addresses", ["--base-url", url, "--environment", "test"], /^pass either --base-url or --environment\n/],
    ["an unknown environment", ["--environment", "staging"], /^environment: must be/],
    ["an unknown option", ["--base-url", url, `--tokn=${secret}`], /^unknown option --tokn(\n|;)/],
    ["a misspelt identifier", ["--base-url", url, "--invoiceid=1"], /^unknown option --invoiceid; did you mean --invoice-id\?\n/],
    ["an option that is a credential", ["--base-url", url, `--${secret}`], /^unknown option --\[redacted\]\n/],
    ["an option without its value", ["--base-url"], /^Option '--base-url <value>' argument missing\n/],
    ["a positional argument", ["--base-url", url, secret], /^unexpected positional argument\n/],
    ["a blank token", ["--base-url", url], /^WM_TOKEN is not set\n/, { ...environment, WM_TOKEN: " " }],
    ["a token that no header can carry", ["--base-url", url], /^token: contains a character/, { ...environment, WM_TOKEN: "\u65e5".repeat(8) }],
    ["a day that does not exist", ["--base-url", url, "--from", "2026-02-30"], /^--from: must be an existing day, as yyyy-MM-dd\n/],
    ["days in the wrong order", ["--base-url", url, "--from", "2026-02-02", "--to", "2026-02-01"], /^--from: must not be after --to\n/],
    ["a --body without a file", ["--base-url", url, "--body", "updateContacts"], /^--body: must be <operation>=<file>\n/],
    ["a --body for a read", ["--base-url", url, "--body", "listCases=a.json"], /^--body: listCases takes no body; these operations do: updateContacts, /],
    ["a --body for a misspelt operation", ["--base-url", url, "--body", "updateContact=a.json"], /takes no body; did you mean updateContacts\?\n/],
    ["a file that does not exist", ["--base-url", url, "--body", "updateContacts=/does/not/exist.json"], /updateContacts cannot be read \(ENOENT\)\n/],
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
});

describe("secrets", () => {
  it.each([[["--json"]], [[]]])("redacts them in the names of fields and in the base URL (%j)", async (format) => {
    const server = await serveWith({ [`/${secret}/balance`]: json({ [secret]: 1, [clientId]: 2, [encodeURIComponent(`${secret}%`)]: 3 }) });

    // `contract` fails if it finds one.
    const { stdout } = await contract(["--base-url", `${server.url}/${secret}/`, ...format], { env: { ...environment, WM_TOKEN: `${secret}\n` } });

    expect(stdout.match(/\[redacted\]/g)).toHaveLength(4);
  });

  it("leaves words that contain a short one", async () => {
    const server = await serveWith({ "/balance": json({ graded: 1 }) });

    const { stdout } = await command(["contract", "--base-url", server.url], { env: { ...environment, WM_TOKEN: "grade", WM_CLIENT_ID: "a" } });

    expect(stdout).toContain("undeclared fields: $.graded\n");
  });

  it("leaves the names of operations", async () => {
    const { stdout } = await check({}, ["--json"], { env: { ...environment, WM_TOKEN: "listServices", WM_CLIENT_ID: "Contacts" } });

    const known = new Set(operations.map(({ operationId, method, path }) => `${operationId} ${method} ${path}`));
    for (const [name, { operationId, method, path }] of Object.entries(byName(stdout))) {
      expect(known).toContain(`${operationId} ${method} ${path}`);
      expect(name.split(" ")[0]).toBe(operationId);
    }
    expect(stdout).not.toContain("[redacted]");
  });
});
