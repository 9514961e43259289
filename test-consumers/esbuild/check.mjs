import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { startMockServer } from "wm-customer-api/testing";

await build({
  entryPoints: ["bundled.mjs"],
  outfile: "out.mjs",
  bundle: true,
  minify: true,
  format: "esm",
  platform: "neutral",
  mainFields: ["module", "main"],
});
assert.doesNotMatch(readFileSync("out.mjs", "utf8"), /class WmApiError/);
const { run } = await import("./out.mjs");
const mock = await startMockServer();
try {
  await run(mock.url);
} finally {
  await mock.close();
}
