import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { identifierOptions } from "../../src/cli/contract/identifiers.js";
import { runContract } from "../../src/cli/contract/run.js";
import { secret } from "../support/client.js";
import { root, runScript } from "../support/project.js";
import { type Handler, json, serve } from "../support/server.js";
import { customerId, operations, spec } from "../support/spec.js";

const clientId = "client-0001-of-wm";
const environment = { WM_CLIENT_ID: clientId, WM_TOKEN: secret, WM_CUSTOMER_ID: customerId };
const reads = operations.filter(({ method }) => method === "GET");

let folder: string;
let junitFile: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wm-contract-"));
  junitFile = join(folder, "junit.xml");
});

afterEach(() => rm(folder, { recursive: true }));

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command and makes sure that nothing it wrote shows a credential. */
async function contract(args: readonly string[], { env = environment, isTTY = false }: { env?: Record<string, string>; isTTY?: boolean } = {}): Promise<Run> {
  const written = { stdout: [] as string[], stderr: [] as string[] };
  const output = { stdout: (text: string) => written.stdout.push(text), stderr: (text: string) => written.stderr.push(text), isTTY };
  const code = await runContract(root, args, env, output);
  const [stdout, stderr] = [written.stdout.join(""), written.stderr.join("")];
  for (const shown of [stdout, stderr]) {
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(clientId);
  }
  return { code, stdout, stderr };
}

/** The answer of a server that does as the spec says, from its examples. */
function exampleFor(path: string): unknown {
  const fits = ({ path: template }: { path: string }) => new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`).test(path);
  // A literal step goes before a parameter, as servers have it.
  const operation = reads.filter(fits).toSorted((one, other) => one.path.split("{").length - other.path.split("{").length)[0];
  return Object.values(operation?.ok?.examples ?? {})[0]?.value ?? {};
}

const text =
  (body: string, contentType: string, status = 200): Handler =>
  (response) =>
    void response.writeHead(status, { "content-type": contentType }).end(body);

/** A server whose answers are the spec's examples but for those that are given, by the end of their path. */
function serveWith(deviations: Readonly<Record<string, Handler>>) {
  return serve((response, request, index) => {
    const path = new URL(request.url, "http://host").pathname.replace(/^\/v1/, "");
    const answer = deviations[path.replace(`/customers/${customerId}`, "")] ?? json(exampleFor(path));
    answer(response, request, index);
  });
}

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

/** What was asked for, without what every path has. */
function detailsAsked({ requests }: { readonly requests: readonly { readonly url: string }[] }): string[] {
  return requests.map(({ url }) => url.replace(`/v1/customers/${customerId}`, ""));
}

/** Something wrong of every kind. */
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
  "/preferences": json({}, 501),
  "/contacts": json({ code: 500, message: "Internal error" }, 500),
  "/activities/notes": json({ code: 422, message: "Unprocessable" }, 422),
};

const byName = (stdout: string): Record<string, any> => Object.fromEntries(JSON.parse(stdout).operations.map((entry: { name: string }) => [entry.name, entry]));

describe("against a server that does as the spec says", () => {
  it("passes, and prints a table with the date, the address, the version and the counts at its head", async () => {
    const { code, stdout, stderr } = await contract(["--base-url", inject("mockUrl"), "--junit", junitFile]);

    expect(stdout).toMatch(/^Contract check of the WM Customer API\n\ndate {6}\d{4}-\d\d-\d\dT[\d:.]+Z\n/);
    expect(stdout).toContain(`base URL  ${inject("mockUrl")}\nspec      version 1.0, as in wm-customer-api `);
    // Tickets are of two kinds, and are listed and got as both.
    expect(stdout).toContain(
      `result    ${reads.length + 2} calls: ${reads.length + 2} conform, 0 do not conform, 0 server errors, 0 did not answer, 0 not checked`,
    );
    for (const { operationId } of reads) expect(stdout).toMatch(new RegExp(`^${operationId} +conforms +200 +- +\\d+  [0-9a-f-]{36}$`, "m"));
    expect(stdout).not.toContain(customerId);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const xml = await readFile(junitFile, "utf8");
    expect(elementsOf(xml)).toHaveLength(2 + 7 + 2 * (reads.length + 2));
    expect(xml).toContain(`tests="${reads.length + 2}" failures="0" errors="0" skipped="0"`);
  });

  it("asks once for each read-only operation, writes nothing, and takes path identifiers from the lists", async () => {
    const server = await serveWith({});

    await contract(["--base-url", `${server.url}/v1/`]);

    expect(new Set(server.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
    expect(server.requests).toHaveLength(reads.length + 2);
    for (const { url, headers } of server.requests) {
      expect(url).toMatch(/^\/v1\//);
      expect(headers).toMatchObject({ authorization: `Bearer ${secret}`, clientid: clientId, accept: "application/json" });
    }
    expect(new Set(server.requests.map(({ headers }) => headers["request-tracking-id"])).size).toBe(server.requests.length);
    expect(detailsAsked(server)).toEqual(expect.arrayContaining(["/services/000000002/eta", "/invoices/1085871", "/cases/1234567", "/tickets/407519"]));
  });

  it("asks for the days of the last year, or for those that are given", async () => {
    const [year, given] = [await serveWith({}), await serveWith({})];

    const { stdout } = await contract(["--base-url", `${year.url}/v1`]);
    await contract(["--base-url", `${given.url}/v1`, "--from", "2016-01-01", "--to", "2016-12-31"]);

    const today = new Date().toISOString().slice(0, 10);
    const begin = `${Number(today.slice(0, 4)) - 1}-`;
    expect(stdout).toMatch(new RegExp(`^days {6}${begin}\\d\\d-\\d\\d to ${today}, `, "m"));
    const lists = ["invoices", "cases", "tickets", "activities/notes", "activities/email", "activities/issues"];
    for (const list of lists) {
      expect(detailsAsked(year)).toContainEqual(expect.stringMatching(new RegExp(`^/${list}\\?fromDate=${begin}\\d\\d-\\d\\d&toDate=${today}$`)));
      expect(detailsAsked(given)).toContain(`/${list}?fromDate=2016-01-01&toDate=2016-12-31`);
    }
  });

  it("takes an identifier that is sent as a number", async () => {
    const server = await serveWith({ "/services": json({ services: [{ id: 2 }] }) });

    await contract(["--base-url", `${server.url}/v1`]);

    expect(detailsAsked(server)).toContain("/services/2/eta");
  });

  it("says at its head how to run it again, without identifiers of the customer's", async () => {
    const server = await serveWith({});

    const args = ["--base-url", server.url, "--service-id", "000000002", "--from", "2016-01-01", "--json", "--junit", junitFile];
    const { stdout } = await contract(args);
    const text = await contract(args.filter((argument) => argument !== "--json"));

    const command = `npm run contract -- --base-url ${server.url} --from 2016-01-01 --service-id <id>`;
    expect(text.stdout).toContain(`\ncommand   ${command}\n`);
    expect(JSON.parse(stdout)).toMatchObject({ command });
    expect(await readFile(junitFile, "utf8")).toContain(`<property name="command" value="${command.replace("<id>", "&lt;id&gt;")}"/>`);
  });

  it("says where an answer holds nothing that could be wrong", async () => {
    const server = await serveWith({ "/cases": json({ cases: [] }), "/profiles": json({}) });

    const entries = byName((await contract(["--base-url", server.url, "--json"])).stdout);

    expect(entries.listCases).toMatchObject({ result: "conforms", note: "cases: empty, so nothing is known about its items" });
    expect(entries.listProfiles).toMatchObject({ result: "conforms", note: "the body has no fields, so nothing is known about them" });
    expect(entries.listServices.note).toBeNull();
  });

  it("takes path identifiers from the options too", async () => {
    const server = await serveWith({});

    await contract(["--base-url", `${server.url}/v1`, "--service-id", "a/b", "--ticket-id", "7", "--disposal-ticket-id", "8"]);

    expect(detailsAsked(server)).toEqual(
      expect.arrayContaining(["/services/a%2Fb/eta", "/tickets/7", "/tickets/8?ticket_type=disposal", "/tickets/8/prices?ticket_type=disposal"]),
    );
  });

  it("takes the customer from the overview where the environment names none, and shows progress to a person who watches", async () => {
    const { WM_CUSTOMER_ID, ...env } = environment;
    const { code, stdout, stderr } = await contract(["--base-url", inject("mockUrl"), "--json"], { env, isTTY: true });

    const counts = { calls: reads.length + 2, conforms: reads.length + 2, doesNotConform: 0, serverError: 0, noAnswer: 0, notChecked: 0 };
    expect(JSON.parse(stdout).counts).toEqual(counts);
    expect(code).toBe(0);
    expect(stderr).toContain(`\r\x1b[K1/${reads.length + 2} getCustomerOverview`);
    expect(stderr.endsWith("\r\x1b[K")).toBe(true);
  });
});

describe("writes", () => {
  const writes = operations.filter(({ method }) => method !== "GET");

  it("are made only if they are asked for, after everything else, with the examples of the spec", async () => {
    const server = await serveWith({});

    const { stdout } = await contract(["--base-url", server.url, "--include-writes", "--json"]);

    expect(server.requests.slice(-writes.length).map(({ method }) => method)).toEqual(writes.map(({ method }) => method));
    const sent = server.requests.filter(({ method }) => method !== "GET").map(({ body }) => JSON.parse(body));
    expect(sent).toEqual(writes.map(({ requestBody }) => Object.values(requestBody!.examples!)[0]!.value));
    expect(byName(stdout)).toHaveProperty("replaceContacts");
  });

  it("send the body of a file instead", async () => {
    const server = await serveWith({});
    const file = join(folder, "body.json");
    await writeFile(file, '{"email":"me@example.com"}');

    await contract(["--base-url", server.url, "--include-writes", "--body", `updateContacts=${file}`]);

    expect(server.requests.find(({ method, url }) => method === "PATCH" && url.endsWith("/contacts"))?.body).toBe('{"email":"me@example.com"}');
  });
});

describe("against a server that deviates on purpose", () => {
  it("says in a table and in JUnit's XML what is wrong where, and what is not", async () => {
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
    for (const [name, status] of Object.entries({ listServiceOperations: 401, getNextPickup: 403, getBalance: 404 })) {
      expect(row(name)).toMatch(new RegExp(`not checked +${status} `));
      expect(details(name)).toContain(`(${status})`);
    }
    expect(row("getInvoiceDetails")).toMatch(/not checked +- +- +- +-$/);
    expect(details("getInvoiceDetails")).toContain("no invoiceId: listInvoices gave no invoices[*].id; set --invoice-id");
    expect(row("listCases")).toMatch(/no answer +- /);
    expect(details("listCases")).toContain("the connection failed");
    expect(row("getCase")).toContain("not checked");
    expect(row("listContacts")).toMatch(/server error +500 +- /);
    expect(details("listContacts")).toContain("the server failed (500), so nothing is known about its 200");
    expect(row("listActivityNotes")).toMatch(/not checked +422 /);
    expect(details("listActivityNotes")).toContain("the server rejected a valid request (422)");
    expect(row("listTickets")).toContain("conforms");
    expect(stdout).toMatch(/calls: \d+ conform, 7 do not conform, 1 server error, 1 did not answer, 6 not checked\n/);
    expect(stdout).not.toContain("\u001b");
    expect(code).toBe(1);

    const xml = await readFile(junitFile, "utf8");
    expect(xml).not.toContain(secret);
    expect(xml).not.toContain("\u001b");
    expect(elementsOf(xml).filter((name) => ["failure", "error", "skipped"].includes(name))).toHaveLength(7 + 2 + 6);
    expect(xml).toMatch(/ failures="7" errors="2" skipped="6" /);
    expect(xml).toMatch(/<testcase [^>]*name="listServices" [^>]*>\s*<failure message="\$\.services\[0\]\.taxable: must be /);
    expect(xml).toMatch(/<testcase [^>]*name="listCases" [^>]*>\s*<error message="the connection failed/);
    expect(xml).toMatch(/<testcase [^>]*name="listContacts" [^>]*>\s*<error message="the server failed \(500\)[^"]*" type="server error"\/>/);
    expect(xml).toMatch(/<testcase [^>]*name="getNextPickup" [^>]*>\s*<skipped message="[^"]*\(403\)"\/>/);
    expect(xml).toMatch(/<testcase [^>]*name="listTickets" [^>]*>\s*<system-out>/);
  });

  it("says the same in one JSON document, with every violation", async () => {
    const { code, stdout } = await contract(["--base-url", (await serveWith(deviations)).url, "--json"]);

    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ specVersion: "1.0", passed: false, counts: { doesNotConform: 7, serverError: 1, noAnswer: 1, notChecked: 6 } });
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

  it("notices a body of the wrong type at every operation, so that a check that passes says something", async () => {
    const server = await serve(json("not what the spec declares"));

    const ids = identifierOptions(spec).flatMap((option) => [`--${option}`, "1"]);
    const { stdout } = await contract(["--base-url", server.url, "--json", ...ids]);

    const passing = JSON.parse(stdout).operations.filter(({ result }: { result: string }) => result !== "does not conform");
    expect(passing.map(({ name }: { name: string }) => name)).toEqual([]);
  });

  it("does not fail for what the account may not do", async () => {
    const { code } = await contract(["--base-url", (await serveWith({ "/balance": json({}, 403), "/services": json({}, 404) })).url]);

    expect(code).toBe(0);
  });

  it.each([500, 503])("fails for a server error (%i), even one that is declared, whatever the other answers are", async (status) => {
    const failure = json({ code: status, message: "Internal error" }, status);
    const one = await contract(["--base-url", (await serveWith({ "/balance": failure })).url]);
    const all = await contract(["--base-url", (await serve(failure)).url]);

    expect(one.code).toBe(1);
    expect(all.stdout).not.toMatch(/ conforms /);
    expect(all.code).toBe(1);
  });

  it.each([400, 401, 403, 404, 422])("fails if nothing could be checked, as with a token that has expired (all %i)", async (status) => {
    const { code, stdout } = await contract(["--base-url", (await serve(json({ code: status, message: "No" }, status))).url]);

    expect(stdout).toContain("Nothing could be checked.");
    expect(code).toBe(1);
  });

  it("does not take credentials along to where a redirect points", async () => {
    const elsewhere = await serve(json({}));
    const server = await serveWith({ "/balance": (response) => void response.writeHead(302, { location: elsewhere.url }).end() });

    const { code, stdout } = await contract(["--base-url", server.url]);

    expect(elsewhere.requests).toEqual([]);
    expect(stdout).toMatch(/status: 302 is not declared, .*; redirects are not followed/);
    expect(code).toBe(1);
  });
});

describe("wrong usage", () => {
  const url = "http://127.0.0.1:1";
  const { WM_TOKEN, ...withoutToken } = environment;

  it.each<[string, readonly string[], RegExp, Record<string, string>?]>([
    ["no address", [], /either --base-url or --environment/],
    ["two addresses", ["--base-url", url, "--environment", "test"], /either --base-url or --environment/],
    ["an environment that WM does not have", ["--environment", "staging"], /environment: must be/],
    ["http to another machine", ["--base-url", "http://api.example.com"], /must use https/],
    ["an address that holds a password", ["--base-url", `https://me:${secret}@api.example.com`], /must not contain a user name/],
    ["an option that is unknown", ["--base-url", url, `--tokn=${secret}`], /--tokn/],
    ["an argument that is not an option", ["--base-url", url, secret], /unexpected positional argument/],
    ["no token", ["--base-url", url], /WM_TOKEN is not set/, withoutToken],
    ["a day that does not exist", ["--base-url", url, "--from", "2026-02-30"], /fromDate: must be an existing day/],
    ["days in the wrong order", ["--base-url", url, "--from", "2026-02-02", "--to", "2026-02-01"], /fromDate: must not be after toDate/],
    ["a body without permission to write", ["--base-url", url, "--body", "updateContacts=a.json"], /needs --include-writes/],
    ["a body for an operation that takes none", ["--base-url", url, "--include-writes", "--body", "listCases=a.json"], /takes no body/],
  ])("is %s", async (_, args, message, env = environment) => {
    const { code, stdout, stderr } = await contract(args, { env });

    expect(stderr).toMatch(message);
    expect(stderr).toContain("npm run contract -- --base-url <url>");
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });
});

it("runs as a command of its own", async () => {
  const server = await serveWith(deviations);

  const { code, stdout, stderr } = await runScript(root, "scripts/contract.ts", ["--base-url", server.url], { ...process.env, ...environment });

  expect(code).toBe(1);
  expect(stdout).toContain("7 do not conform");
  expect(stderr).toBe("");
  expect(stdout).not.toContain(secret);
});
