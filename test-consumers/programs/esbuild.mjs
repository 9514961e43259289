import assert from "node:assert/strict";
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

// A bundle that imports only the errors does not contain the client: the package has no side effects.
const { outputFiles } = await build({
  stdin: { contents: 'export { WmApiError } from "wm-customer-api";', resolveDir: "." },
  bundle: true,
  format: "esm",
  write: false,
});
const [kept, dropped] = ["WmApiError", "listTicketSurcharges"].map((name) => outputFiles[0].text.includes(name));
assert.deepEqual([kept, dropped], [true, false]);

const { nameOfClass, run } = await import("./out.mjs");
assert.notEqual(nameOfClass, "WmApiError", "the classes were not minified");
const mock = await startMockServer();
try {
  await run(mock.url);
} finally {
  await mock.close();
}
