import * as api from "wm-customer-api";
import { startMockServer } from "wm-customer-api/testing";
import { session } from "./session.mjs";

const mock = await startMockServer();
try {
  await session(api, mock.url);
} finally {
  await mock.close();
}
