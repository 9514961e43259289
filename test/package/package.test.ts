import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as api from "wm-customer-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packIn } from "../support/pack.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const tool = (path: string) => join(root, "node_modules", path);

/** What users need: compiled code with its types and the sources that its maps lead to, the spec, and the papers. */
const allowed = [
  /^package\.json$/,
  /^(README|CHANGELOG)\.md$/,
  /^LICENSE$/,
  /^dist\/[\w/-]+\.(js|d\.ts|d\.ts\.map)$/,
  /^src\/[\w/-]+\.ts$/,
  /^generated\/(openapi\.yaml|[\w-]+\.(js|d\.ts))$/,
];

describe("the package", () => {
  let folder: string;
  let tarball: string;
  let files: readonly string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "wm-package-"));
    // What an older build has left.
    await mkdir(join(folder, "dist"));
    await writeFile(join(folder, "dist/stale.js"), "");
    ({ tarball, files } = await packIn(folder));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("holds what users need and nothing else", () => {
    expect(files.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining(["dist/index.js", "dist/index.d.ts", "dist/testing/index.js", "generated/openapi.yaml", "generated/wire.d.ts", "LICENSE"]),
    );
  });

  it("is built anew: of an older build nothing is left", () => {
    expect(files).not.toContain("dist/stale.js");
  });

  it("has its code in few files, and loads fetch only when something is sent", async () => {
    expect(files.filter((file) => /^dist\/.*\.js$/.test(file)).sort()).toEqual(["dist/index.js", "dist/testing/index.js"]);

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

  it("has the source that each declaration map leads to", () => {
    const maps = files.filter((file) => file.endsWith(".d.ts.map"));

    expect(maps.length).toBeGreaterThan(20);
    expect(maps.map((map) => map.replace(/^dist/, "src").replace(/\.d\.ts\.map$/, ".ts")).filter((source) => !files.includes(source))).toEqual([]);
  });

  it("gives the classes that users do not make as types alone", () => {
    const errors = ["WmApiError", "WmConfigError", "WmConnectionError", "WmError", "WmResponseError", "WmTimeoutError", "WmTokenError"];

    expect(Object.keys(api).toSorted()).toEqual([...errors, "createWmClient", "decodeWire"]);
  });

  it("is clean to publint", async () => {
    const { stdout } = await run(process.execPath, [tool("publint/src/cli.js"), tarball, "--strict"], { cwd: root });

    expect(stdout).toContain("All good!");
  });

  it("has types that resolve for ES modules and bundlers", async () => {
    // A YAML file has no types.
    const args = ["--profile", "esm-only", "--exclude-entrypoints", "./openapi.yaml", "--no-emoji"];
    const { stdout } = await run(process.execPath, [tool("@arethetypeswrong/cli/dist/index.js"), tarball, ...args], { cwd: root });

    // It fails for a problem that the profile does not pass over.
    expect(stdout).toContain('"wm-customer-api/testing"');
  });
});
