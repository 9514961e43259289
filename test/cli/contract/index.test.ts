import { execFile } from "node:child_process";
import { cp, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { generate } from "../../../scripts/generate.js";
import { environment, exampleFor, serveWith } from "../../support/contract.js";
import { edit, project, root, type Run, run } from "../../support/project.js";
import { json } from "../../support/server.js";
import { customerId } from "../../support/spec.js";

const tsx = import.meta.resolve("tsx/esm");

/** A program of a user, run with the copy of the package. */
const program = `
import { createWmClient } from "./src/index.js";
const account = createWmClient({ clientId: "any", token: "an-example-token", baseUrl: process.argv[2] }).customer("${customerId}");
const [service, other] = (await account.services.list()).services ?? [];
const { hauler_code, stops, material, site } = service;
const { invoices } = await account.invoices.list();
const prices = await account.services.prices();
console.log(JSON.stringify({ hauler_code, stops, sites: [site, other.site], grade: material.grade, late_fee: invoices[0].late_fee, prices }));
`;

it("takes drift into the spec: check, overlay, generate, check, decode", async () => {
  const folder = await project();
  for (const part of ["src", "package.json"]) await cp(join(root, part), join(folder, part), { recursive: true });
  await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  await writeFile(join(folder, "program.ts"), program);
  const runInCopy = async (script: string, ...args: string[]): Promise<Run> => {
    const options = { cwd: folder, env: { ...process.env, ...environment } };
    return promisify(execFile)(process.execPath, ["--import", tsx, script, ...args], options).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    );
  };

  const { services, ...rest } = exampleFor(`/customers/${customerId}/services`) as { services: { material: object }[] };
  const [service] = services;
  const stops = [
    { stop_id: "0001", arrived: "02/15/2018", photos: [{ taken_at: "2018-02-15 10:20:30.0", public: "Y" }] },
    { stop_id: "0002", arrived: null, photos: [] },
  ];
  const invoices = [
    { id: "1085871", late_fee: "12.50" },
    { id: "1085872", late_fee: "3" },
  ];
  const server = await serveWith({
    "/services": json({
      ...rest,
      services: [
        { ...service, hauler_code: "000987", stops, site: { zone: "07" }, material: { ...service!.material, grade: "A " } },
        { ...service, site: null },
      ],
    }),
    "/invoices": json({ invoices }),
    "/services/prices": json({ prices: [{ rate: "1,234.50" }] }),
  });
  const check = (...args: string[]) => runInCopy("src/cli/index.ts", "contract", "--base-url", server.url, ...args);
  const undeclared = ({ stdout }: Run) => JSON.parse(stdout).operations.flatMap((entry: { undeclared: string[] }) => entry.undeclared);

  const before = await check("--json", "--overlay", "openapi/overlays/observed.yaml");

  expect(before.stderr).toMatch(/^Wrote 13 undeclared fields to the overlay\.\n/);
  expect(before.code).toBe(0);
  expect(undeclared(before)).toEqual([
    "$.services[*].material.grade",
    "$.services[*].hauler_code",
    "$.services[*].stops",
    "$.services[*].site",
    "$.invoices[*].late_fee",
    "$.prices",
  ]);

  await edit(folder, "redocly.yaml", (text) => text.replace(/( +- openapi\/overlays\/)(?![\s\S]*overlays\/)(.*)/, "$1$2\n$1observed.yaml"));
  const generated = await run(generate, folder);

  expect(generated).toMatchObject({ code: 0, stderr: "" });
  expect(generated.stdout).toContain("0 major");

  const after = await check("--json");

  expect(undeclared(after)).toEqual([]);
  expect(JSON.parse(after.stdout).counts).toEqual(JSON.parse(before.stdout).counts);
  expect(after.code).toBe(0);

  const { stdout, stderr } = await runInCopy("program.ts", server.url);

  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual({
    hauler_code: "000987",
    stops: [
      { stop_id: "0001", arrived: "2018-02-15", photos: [{ taken_at: "2018-02-15T10:20:30", public: true }] },
      { stop_id: "0002", arrived: null, photos: [] },
    ],
    sites: [{ zone: "07" }, null],
    grade: "A",
    late_fee: 12.5,
    prices: { prices: [{ rate: 1234.5 }] },
  });
  expect(await readFile(join(folder, "generated/openapi.yaml"), "utf8")).not.toContain("000987");
});
