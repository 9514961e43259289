import { execFile } from "node:child_process";
import { cp, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, inject, it } from "vitest";
import { parse } from "yaml";
import { generate } from "../../../scripts/generate.js";
import { identifierOptions } from "../../../src/cli/contract/plan.js";
import { byName, check, contract, environment, exampleFor, readCalls, reads, serveWith, temporaryFile } from "../../support/contract.js";
import { edit, project, root, run } from "../../support/project.js";
import { json, serve } from "../../support/server.js";
import { customerId } from "../../support/spec.js";

const drift = { "/balance": json({ hauler_code: "000987", "\u009b31m": 1 }) };

describe("runContract", () => {
  it("prints a table, writes JUnit XML and exits with 0 for a server that conforms", async () => {
    const junit = await temporaryFile("junit.xml");
    await writeFile(junit, "earlier");

    const { code, stdout, stderr } = await contract(["--base-url", inject("mockUrl"), "--junit", junit, "--from", "2016-01-01"], { isTTY: true });

    expect(stdout).toContain(`\nbase URL  ${inject("mockUrl")}\nspec      version 1.0, as in wm-customer-api `);
    expect(stdout).toContain("\ndays      2016-01-01 to 20");
    for (const { operationId } of reads) expect(stdout).toMatch(new RegExp(`^${operationId} +conforms +200 +- +\\d+  [0-9a-f-]{36}$`, "m"));
    expect(stdout).not.toContain(customerId);
    expect(await readFile(junit, "utf8")).toContain(`tests="${readCalls}" failures="0" errors="0" skipped="0"`);
    expect(stderr).toMatch(new RegExp(`^\\r\\x1b\\[K1/${readCalls} getCustomerOverview\\r[^]*\\r\\x1b\\[K${readCalls}/${readCalls} \\w+\\r\\x1b\\[K$`));
    expect(code).toBe(0);
  });

  it("exits with 3 if the server refuses every call", async () => {
    const { url } = await serve(json({}, 401));

    expect(await contract(["--base-url", url])).toMatchObject({ code: 3, stderr: "", stdout: expect.stringMatching(/\n\nNothing could be checked.\n$/) });
  });

  it("exits with 1 if the server does not run", async () => {
    expect((await contract(["--base-url", "http://127.0.0.1:1"])).code).toBe(1);
  });

  it("exits with 1 for a body of the wrong type, and finds it at every operation", async () => {
    const { url } = await serve(json("not what the spec declares"));

    const { code, stdout } = await contract(["--base-url", url, "--json", ...identifierOptions.flatMap((option) => [`--${option}`, "1"])]);

    expect(JSON.parse(stdout).counts).toMatchObject({ calls: readCalls, doesNotConform: readCalls });
    expect(code).toBe(1);
  });

  it("writes no overlay if the spec declares every field", async () => {
    const file = await temporaryFile("observed.yaml");

    expect((await check({}, ["--overlay", file])).stderr).toBe("No overlay was written: the spec declares every field with a value.\n");
    await expect(readFile(file)).rejects.toThrow("ENOENT");
  });

  it("replaces no overlay, and prints the report all the same", async () => {
    const file = await temporaryFile("observed.yaml");
    const first = await check(drift, ["--overlay", file]);
    const second = await check(drift, ["--json", "--overlay", file]);

    const omitted = 'Omitted, because no format fits the values or the name is unusable: $["\\u009b31m"].\n';
    expect(first.stderr).toMatch(/^Wrote 1 undeclared field to the overlay\.\nMove it to openapi\/overlays, /);
    expect(first.stderr.endsWith(omitted)).toBe(true);
    expect(await readFile(file, "utf8")).toContain(`"Observed on ${new Date().toISOString().slice(0, 10)}; undocumented"`);
    expect(second.stderr).toMatch(/^--overlay: the file exists already; choose another name\n/);
    expect(byName(second.stdout).getBalance.undeclared).toEqual(["$.hauler_code", '$["\u009b31m"]']);
    expect([first.code, second.code]).toEqual([0, 2]);
  });

  it("reports a JUnit file that cannot be written", async () => {
    const { code, stderr } = await check({}, ["--junit", await temporaryFile("missing/junit.xml")]);

    expect(stderr).toMatch(/^--junit: the file cannot be written \(ENOENT\)\n/);
    expect(code).toBe(2);
  });
});

it("takes drift into the spec: check, overlay, generate, check", async () => {
  const folder = await project();
  for (const part of ["src", "package.json"]) await cp(join(root, part), join(folder, part), { recursive: true });
  await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  const { services, ...rest } = exampleFor(`/customers/${customerId}/services`) as { services: { material: object }[] };
  const service = services[0]!;
  const stops = [
    { stop_id: "0001", photos: [{ taken_at: "2018-02-15 10:20:30.0", public: "Y" }] },
    { stop_id: null, photos: [] },
  ];
  const drifted = { ...service, hauler_code: "000987", stops, site: { zone: "07" }, material: { ...service.material, grade: "A " } };
  const server = await serveWith({
    "/services": json({ ...rest, services: [drifted, { ...service, site: null }] }),
    "/services/prices": json({ prices: [{ rate: "1,234.50" }] }),
  });
  const checkInCopy = async (...options: string[]) => {
    const args = ["--import", import.meta.resolve("tsx/esm"), "src/cli/index.ts", "contract", "--json", "--base-url", server.url, ...options];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: folder, env: { ...process.env, ...environment } });
    return { stderr, counts: JSON.parse(stdout).counts, undeclared: Object.values(byName(stdout)).flatMap((entry) => entry.undeclared) };
  };

  const before = await checkInCopy("--overlay", "openapi/overlays/observed.yaml");
  await edit(folder, "redocly.yaml", (text) => text.replace(/( +- openapi\/overlays\/)(?![\s\S]*overlays\/)(.*)/, "$1$2\n$1observed.yaml"));
  const generated = await run(generate, folder);
  const after = await checkInCopy();

  expect(before.stderr).toMatch(/^Wrote 11 undeclared fields to the overlay\.\n/);
  expect(before.undeclared).toEqual([...["material.grade", "hauler_code", "stops", "site"].map((name) => `$.services[*].${name}`), "$.prices"]);
  expect(generated).toMatchObject({ code: 0, stderr: "", stdout: expect.stringContaining("0 major") });
  expect(after).toEqual({ stderr: "", counts: before.counts, undeclared: [] });
  const { properties } = parse(await readFile(join(folder, "generated/openapi.yaml"), "utf8")).components.schemas.ServiceStopsItemPhotosItem;
  expect(properties).toMatchObject({ taken_at: { format: "wm-date-time" }, public: { format: "wm-flag" } });
});
