import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { startMockServer } from "wm-customer-api/testing";

/** Runs `npx wm-customer-api` in the folder where the package is installed, without a download. */
function command(...args) {
  const env = { ...process.env, WM_CLIENT_ID: "any", WM_TOKEN: "an-example-token", WM_CUSTOMER_ID: "123456789" };
  const options = { cwd: "..", env, shell: process.platform === "win32" };
  return new Promise((resolve) => {
    execFile("npx", ["--no", "--", "wm-customer-api", ...args], options, (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }));
  });
}

/** The exit status for a server that answers every request with this. */
async function exitStatus(status, body) {
  const server = createServer((_, response) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body)));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { code, stderr } = await command("contract", "--base-url", `http://127.0.0.1:${server.address().port}`);
  assert.equal(stderr, "");
  server.close();
  return code;
}

const help = await command("contract", "--help");
assert.equal(help.code, 0, help.stderr);
assert.match(help.stdout, /^Usage: npx wm-customer-api contract /);

const answers = { getBalance: { body: { balance: [{ type: "Total", amount: "147.14", priority_code: "007" }] } } };
const mock = await startMockServer({ answers }).catch(() => undefined);
const { code, stdout, stderr } = await command("contract", "--base-url", mock?.url ?? "http://127.0.0.1:1", "--json", "--overlay", "observed.yaml");
await mock?.close();
if (mock === undefined) {
  // npx may add lines.
  assert.match(stderr, /^wm-customer-api contract needs Prism: npm install --save-dev @stoplight\/prism-core@[\d.]+ @stoplight\/prism-http@[\d.]+$/m);
  assert.equal(stdout, "");
  assert.equal(code, 2);
} else {
  assert.equal(code, 0, stderr);
  const { passed, counts } = JSON.parse(stdout);
  assert.equal(passed, true);
  assert.equal(counts.conforms, counts.calls);
  assert.match(await readFile("../observed.yaml", "utf8"), /priority_code:\n +type: "string"\n +format: "wm-identifier"\n/);
  assert.equal(await exitStatus(401, { code: 401, message: "Expired" }), 3);
  assert.equal(await exitStatus(200, { services: 1, invoices: 1 }), 1);
}
