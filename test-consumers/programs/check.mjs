import * as api from "wm-customer-api";
import * as testing from "wm-customer-api/testing";
import { mocked } from "./mock.mjs";
import { session } from "./session.mjs";

const mock = await testing.startMockServer();
try {
  await session(api, mock.url);
} finally {
  await mock.close();
}
await mocked(testing, api);
