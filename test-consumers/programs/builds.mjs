// Both builds in one process, and what Node.js and what imitates it report of a promise and of an error.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import * as module from "wm-customer-api";

const commonjs = createRequire(import.meta.url)("wm-customer-api");
assert.notEqual(module.WmError, commonjs.WmError, "there is one build only");

const failing = { clientId: "any", token: "any", baseUrl: "http://127.0.0.1:9", maxRetries: 0 };
const builds = [
  [module, commonjs],
  [commonjs, module],
];
for (const [one, other] of builds) {
  const error = await one
    .createWmClient(failing)
    .overview()
    .catch((reason) => reason);
  assert.ok(error instanceof other.WmConnectionError && error instanceof other.WmError && error instanceof Error);
  assert.ok(!(error instanceof other.WmApiError));
  // Bun has no stacks across `await`.
  if (process.versions.bun === undefined) assert.match(error.stack, /builds\.mjs/);
}

const unhandled = [];
process.on("unhandledRejection", (reason) => unhandled.push(reason));
for (const { createWmClient } of [module, commonjs]) {
  const wm = createWmClient(failing);
  await assert.rejects(wm.overview().withResponse());
  await turn();
  assert.equal(unhandled.length, 0, "a call with only withResponse() awaited");
  wm.overview();
  await turn();
  assert.deepEqual(
    unhandled.splice(0).map(({ name }) => name),
    ["WmConnectionError"],
    "a call that is not awaited",
  );
}

/** Longer than a refused connection takes. */
function turn() {
  return new Promise((resolve) => setTimeout(resolve, 200));
}
