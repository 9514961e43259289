// For Jest, whose CommonJS mode has no import().
const api = require("wm-customer-api");
const testing = require("wm-customer-api/testing");
const { mocked } = require("./mock.cjs");
const { session } = require("./session.cjs");

let mock;
beforeAll(async () => {
  mock = await testing.startMockServer();
}, 60_000);
afterAll(() => mock.close());

test("a session", () => session(api, mock.url));
test("custom answers", () => mocked(testing, api), 60_000);
