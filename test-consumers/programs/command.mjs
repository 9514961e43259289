import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { startMockServer } from "wm-customer-api/testing";

/** Runs `npx wm-customer-api` in the folder where the package is installed, without a download. */
function command(...args) {
  const env = { ...process.env, WM_CLIENT_ID: "any", WM_TOKEN: "an-example-token", WM_CUSTOMER_ID: "123456789" };
  const options = { cwd: "..", env, shell: process.platform === "win32" };
  return new Promise((resolve) => {
    execFile("npx", ["--no", "--", "wm-customer-api", ...args], options, (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }));
  });
}

const help = await command("contract", "--help");
assert.equal(help.code, 0, help.stderr);
assert.match(help.stdout, /^Usage: npx wm-customer-api contract /);

const mock = await startMockServer().catch(() => undefined);
const { code, stdout, stderr } = await command("contract", "--base-url", mock?.url ?? "http://127.0.0.1:1", "--json");
await mock?.close();
if (mock === undefined) {
  // npx may add lines of its own.
  assert.match(stderr, /^wm-customer-api contract needs Prism: npm install --save-dev @stoplight\/prism-core@[\d.]+ @stoplight\/prism-http@[\d.]+$/m);
  assert.equal(stdout, "");
  assert.equal(code, 2);
} else {
  assert.equal(code, 0, stderr);
  const { passed, counts } = JSON.parse(stdout);
  assert.equal(passed, true);
  assert.equal(counts.conforms, counts.calls);
}
