import * as api from "wm-customer-api";
import { session } from "./session.mjs";

session(api, new URLSearchParams(location.search).get("mock")).then(
  () => (document.title = "done"),
  (error) => (document.title = `failed: ${error?.stack ?? error}`),
);
