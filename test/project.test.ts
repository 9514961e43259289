import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createWmClient } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { redocly } from "../scripts/pipeline/redocly.js";
import { credentials } from "./support/client.js";
import { facadeMethod, operations, spec } from "./support/spec.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const base = parse(readFileSync(new URL("../openapi/base.yaml", import.meta.url), "utf8"));
/** What `npm run typecheck` writes too: files that are as they were are not checked again. */
const buildInfo = "node_modules/.cache/tsc.tsbuildinfo";
const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");

function node(...args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root });
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    child.on("close", (code) => resolve({ code, output }));
  });
}

it("the whole project compiles, its type tests included", async () => {
  const { code, output } = await node(
    "node_modules/typescript/bin/tsc",
    "-p",
    "tsconfig.json",
    "--pretty",
    "false",
    "--incremental",
    "--tsBuildInfoFile",
    buildInfo,
  );

  expect(output).toBe("");
  expect(code).toBe(0);
});

it("generated/ is what openapi/ compiles to", async () => {
  const { output } = await node("--import", "tsx/esm", "scripts/generate.ts", "--check");

  expect(output).toBe("generated/ and the README's table are what openapi/ compiles to.\n");
});

describe("the merged spec", () => {
  it("is a superset of the base: no change that would break a user", async () => {
    const { code, stdout } = await redocly(root, ["diff", "openapi/base.yaml", "generated/openapi.yaml"]);

    expect(stdout).toMatch(/^0 major, \d+ minor/m);
    expect(code).toBe(0);
  });

  it("is linted without an error or a warning", async () => {
    const { code, stderr } = await redocly(root, ["lint", "generated/openapi.yaml"]);

    expect(stderr).toContain("Your API description is valid");
    expect(stderr).not.toContain("warning");
    expect(code).toBe(0);
  });

  it("is exactly what `redocly bundle` makes of redocly.yaml", async () => {
    const { stdout } = await redocly(root, ["bundle", "openapi/base.yaml"]);

    expect(stdout).toBe(read("generated/openapi.yaml"));
  });

  it("says of every operation which source describes it and where its page is", () => {
    for (const [path, item] of Object.entries<Record<string, Record<string, any>>>(spec.paths)) {
      for (const [method, operation] of Object.entries(item)) {
        const inBase = base.paths[path]?.[method] !== undefined;
        expect(["base", "reference", "both"]).toContain(operation["x-wm-source"]);
        expect([path, operation["x-wm-source"] !== "reference"]).toEqual([path, inBase]);
        expect(operation.externalDocs.url).toMatch(/^https:\/\/api\.wm\.com\//);
      }
    }
  });

  it("gives the 200 of every operation a schema", () => {
    for (const { operationId, ok } of operations) expect([operationId, ok?.schema]).toEqual([operationId, expect.any(Object)]);
  });

  it("names the page of every schema that comes from the reference", () => {
    const own = Object.entries<{ externalDocs?: { url: string } }>(spec.components.schemas).filter(([name]) => !(name in base.components.schemas));
    const withoutPage = own.filter(([, schema]) => schema.externalDocs === undefined).map(([name]) => name);

    // No source names a field of it.
    expect(withoutPage).toEqual(["OpenObject"]);
  });

  it("declares the statuses that the reference names for every operation", () => {
    for (const { operationId, statuses } of operations) expect([operationId, statuses]).toEqual([operationId, [200, 400, 401, 404, 422, 500]]);
  });

  it("narrows no value by an enum: WM's samples break their own lists", () => {
    const enums = Object.entries<{ properties?: Record<string, { enum?: unknown }> }>(spec.components.schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, property]) => property.enum !== undefined)
        .map(([property]) => `${name}.${property}`),
    );

    // The base's own.
    expect(enums).toEqual(["Service.lineOfBusiness"]);
  });
});

describe("the façade", () => {
  const wm = createWmClient(credentials);

  it.each(operations.map((operation) => [operation.operationId, operation.facade, operation] as const))("has a method for %s: %s", (_, __, operation) => {
    expect(facadeMethod(wm, operation)).toHaveLength(2);
  });

  it("has no two operations on one method", () => {
    expect(new Set(operations.map(({ facade }) => facade)).size).toBe(operations.length);
  });
});
