import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packIn } from "./support/pack.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("..", import.meta.url));

/** What users need, and why. Whatever else is in the tarball is a mistake. */
const wanted = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
  // The client, its types, and the way from these to the source that an editor shows.
  /^dist\/([a-z-]+\/)?[a-z-]+\.(js|d\.ts|d\.ts\.map)$/,
  /^src\/([a-z-]+\/)?[a-z-]+\.ts$/,
  // What dist/ imports, and the merged spec.
  /^generated\/(decode-table\.js|[a-z-]+\.d\.ts|openapi\.yaml)$/,
];

describe("the package", () => {
  // A copy is built and packed, so that nothing is left in the work tree.
  const copy = mkdtempSync(join(tmpdir(), "wm-package-"));
  const bin = (path: string) => join(root, "node_modules", path);
  let tarball: string;
  let files: readonly string[];

  beforeAll(async () => {
    ({ tarball, files } = await packIn(copy));
  }, 60_000);

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it("holds nothing but what users need", () => {
    expect(files.filter((file) => !wanted.some((pattern) => pattern.test(file)))).toEqual([]);
    for (const pattern of wanted)
      expect(
        files.some((file) => pattern.test(file)),
        String(pattern),
      ).toBe(true);
  });

  it("holds every file that its exports name", () => {
    const { exports } = JSON.parse(readFileSync(join(copy, "package.json"), "utf8")) as { exports: Record<string, string | Record<string, string>> };
    const targets = Object.values(exports).flatMap((target) => (typeof target === "string" ? target : Object.values(target)));

    expect(Object.keys(exports).filter((name) => name.includes("*"))).toEqual([]);
    for (const target of targets) expect(files).toContain(target.replace("./", ""));
    for (const conditions of Object.values(exports)) if (typeof conditions === "object") expect(Object.keys(conditions)[0]).toBe("types");
  });

  it("holds the source that its declaration maps point to", () => {
    const maps = files.filter((file) => file.endsWith(".d.ts.map"));

    expect(maps).toHaveLength(readdirSync(join(copy, "src"), { recursive: true }).filter((file) => String(file).endsWith(".ts")).length);
    for (const map of maps) {
      const { sources } = JSON.parse(readFileSync(join(copy, map), "utf8")) as { sources: string[] };
      for (const source of sources) expect(files).toContain(join(dirname(map), source));
    }
  });

  it("is clean to publint", { timeout: 30_000 }, async () => {
    const { stdout } = await run(process.execPath, [bin("publint/src/cli.js"), "run", tarball, "--strict"], {
      cwd: copy,
      env: { ...process.env, NO_COLOR: "1" },
    });

    expect(stdout).toContain("All good!");
  });

  it("is clean to arethetypeswrong", { timeout: 30_000 }, async () => {
    // TypeScript has no types for an import of YAML: the spec is for tools that read it by its path.
    const options = ["--profile", "esm-only", "--exclude-entrypoints", "openapi.yaml", "--no-color"];
    const { stdout } = await run(process.execPath, [bin("@arethetypeswrong/cli/dist/index.js"), tarball, ...options], { cwd: copy });

    // A problem that counts for a package of ES modules has thrown by now.
    expect(stdout.match(/^"wm-customer-api.*\n\nnode16 \(from ESM\): 🟢.*\nbundler: 🟢/gm)).toHaveLength(3);
  });
});
