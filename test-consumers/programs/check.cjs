const assert = require("node:assert/strict");
const api = require("wm-customer-api");
const testing = require("wm-customer-api/testing");
const { mocked } = require("./mock.cjs");
const { session } = require("./session.cjs");

assert.match(require.resolve("wm-customer-api"), /\.cjs$/);
assert.match(require.resolve("wm-customer-api/testing"), /\.cjs$/);

async function check() {
  const mock = await testing.startMockServer();
  try {
    await session(api, mock.url);
  } finally {
    await mock.close();
  }
  await mocked(testing, api);
}

check();
