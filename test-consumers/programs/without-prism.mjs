import assert from "node:assert/strict";
import { startMockServer } from "wm-customer-api/testing";

await assert.rejects(startMockServer(), (error) => {
  assert.equal(error.message, "startMockServer needs Prism: npm install --save-dev @stoplight/prism-core@5.8.0 @stoplight/prism-http@5.12.0");
  assert.equal(error.cause.code, "ERR_MODULE_NOT_FOUND");
  return true;
});
