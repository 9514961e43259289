const assert = require("node:assert/strict");
const { startMockServer } = require("wm-customer-api/testing");

assert.rejects(startMockServer(), (error) => {
  assert.equal(error.message, "startMockServer needs Prism: npm install --save-dev @stoplight/prism-core@5.8.0 @stoplight/prism-http@5.12.0");
  assert.equal(error.cause.code, "MODULE_NOT_FOUND");
  return true;
});
