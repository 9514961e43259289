import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as api from "wm-customer-api";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { packIn } from "../support/pack.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const tool = (path: string) => join(root, "node_modules", path);

/** Files for users: compiled code with its types and the sources of its maps, the spec, and documents. */
const allowed = [
  /^package\.json$/,
  /^(README|CHANGELOG|SUPPORT|SECURITY)\.md$/,
  /^docs\/[\w-]+\.md$/,
  /^LICENSE$/,
  /^dist\/[\w/-]+\.(c?js|d\.c?ts)(\.map)?$/,
  /^src\/[\w/-]+\.ts$/,
  /^generated\/(openapi\.yaml|contract\.json|[\w-]+\.(js|d\.ts))$/,
];

describe("the package", () => {
  let folder: string;
  let tarball: string;
  let files: readonly string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "wm-package-"));
    // A file of an older build.
    await mkdir(join(folder, "dist"));
    await writeFile(join(folder, "dist/stale.js"), "");
    ({ tarball, files } = await packIn(folder));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("contains what users need and nothing else", () => {
    expect(files.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(["dist/index.d.ts", "generated/openapi.yaml", "generated/wire.d.ts", "docs/contract.md", "LICENSE"]));
    expect(files).not.toContain("dist/stale.js");
  });

  it("contains every file that its README and docs link", async () => {
    const pages = files.filter((file) => /^(README|docs\/.*)\.md$/.test(file));
    for (const page of pages) {
      const markdown = await readFile(join(root, page), "utf8");
      const links = [...markdown.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link]) => posix.join(posix.dirname(page), link!));
      expect([page, links.filter((link) => !files.includes(link))]).toEqual([page, []]);
    }
  });

  it("bundles its code into few files, and loads fetch only to send a request", async () => {
    const code = ["dist/cli/index.js", "dist/index.cjs", "dist/index.js", "dist/testing/index.cjs", "dist/testing/index.js"];
    expect(files.filter((file) => /^dist\/.*\.c?js$/.test(file)).sort()).toEqual(code);

    const program = `
      import { createWmClient } from "./dist/index.js";
      const isLoaded = () => process.moduleLoadList.some((name) => name.endsWith("/undici/undici"));
      const wm = createWmClient({ clientId: "any", token: "any", maxRetries: 0, baseUrl: "http://127.0.0.1:1" });
      wm.customer("1").services;
      console.log(isLoaded());
      await wm.overview().catch(() => undefined);
      console.log(isLoaded());
    `;
    const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", program], { cwd: folder });
    expect(stdout).toBe("false\ntrue\n");
  });

  it("declares no script that npm runs, or warns of, at installation", async () => {
    const { scripts } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { scripts: object };

    expect(Object.keys(scripts).filter((name) => /^(?:(?:pre|post)?install|prepare)$/.test(name))).toEqual([]);
  });

  it("exports the same from its CommonJS build, which works without import()", async () => {
    const program = `
      const { createWmClient, ...others } = require("wm-customer-api");
      const { startMockServer } = require("wm-customer-api/testing");
      startMockServer().then(async (mock) => {
        const wm = createWmClient({ clientId: "any", token: "an-example-token", baseUrl: mock.url });
        const raw = await wm.raw.GET("/customers/{customerId}/balance", { params: { path: { customerId: "1" } } });
        await wm.customer("1").balance();
        console.log(raw.response.status, Object.keys(others).join());
        await mock.close();
      });
    `;
    const { stdout } = await run(process.execPath, ["--no-experimental-require-module", "--input-type=commonjs", "--eval", program], { cwd: folder });

    const names = Object.keys(api).filter((name) => name !== "createWmClient");
    expect(stdout).toBe(`200 ${names.toSorted().join()}\n`);
    for (const file of ["dist/index.cjs", "dist/testing/index.cjs"]) expect(await readFile(join(folder, file), "utf8")).not.toMatch(/\bimport\(/);
  });

  it("checks a server with its command", async () => {
    const command = (...args: string[]) => {
      const env = { ...process.env, WM_CLIENT_ID: "any", WM_TOKEN: "an-example-token", WM_CUSTOMER_ID: "123456789" };
      return run(process.execPath, ["dist/cli/index.js", ...args], { cwd: folder, env });
    };

    expect((await command("contract", "--help")).stdout).toContain("Usage: npx wm-customer-api contract");
    await expect(command()).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining("Usage: npx wm-customer-api contract"), stdout: "" });
    const { stdout, stderr } = await command("contract", "--base-url", inject("mockUrl"), "--json");
    expect(JSON.parse(stdout)).toMatchObject({ passed: true, counts: { notChecked: 0 } });
    expect(stderr).toBe("");
  });

  it("contains the source that each map leads to", async () => {
    const maps = files.filter((file) => file.endsWith(".map"));
    for (const map of maps) {
      const { sources } = JSON.parse(await readFile(join(folder, map), "utf8")) as { sources: string[] };
      const paths = sources.map((source) => posix.join(posix.dirname(map), source));
      expect([map, paths.length > 0, paths.filter((path) => !files.includes(path))]).toEqual([map, true, []]);
    }

    expect(maps).toEqual(expect.arrayContaining(["dist/index.js.map", "dist/index.cjs.map", "dist/index.d.ts.map", "dist/index.d.cts.map"]));
  });

  it("exports the error classes and two functions as values, and other classes as types only", () => {
    const errors = ["WmApiError", "WmConfigError", "WmConnectionError", "WmError", "WmResponseError", "WmTimeoutError", "WmTokenError"];

    expect(Object.keys(api).toSorted()).toEqual([...errors, "createWmClient", "decodeWire"]);
  });

  it("passes publint", async () => {
    const { stdout } = await run(process.execPath, [tool("publint/src/cli.js"), tarball, "--strict"], { cwd: root });

    expect(stdout).toContain("All good!");
  });

  it("resolves its types for ES modules, CommonJS and bundlers", async () => {
    // A YAML file has no types.
    const args = ["--exclude-entrypoints", "./openapi.yaml", "--no-emoji"];
    const { stdout } = await run(process.execPath, [tool("@arethetypeswrong/cli/dist/index.js"), tarball, ...args], { cwd: root });

    expect(stdout).toContain("No problems found");
    expect(stdout).toContain('"wm-customer-api/testing"');
  });
});
