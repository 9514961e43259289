const api = require("wm-customer-api");
const { startMockServer } = require("wm-customer-api/testing");
const { session } = require("./session.mjs");

async function check() {
  const mock = await startMockServer();
  try {
    await session(api, mock.url);
  } finally {
    await mock.close();
  }
}

check();
