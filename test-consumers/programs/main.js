import * as api from "wm-customer-api";
import { session } from "./session.mjs";

const query = new URLSearchParams(location.search);

async function check() {
  await session(api, query.get("mock"));
  const wm = api.createWmClient({ clientId: "any", token: "any", baseUrl: query.get("redirecting"), maxRetries: 0 });
  const redirected = await wm.overview().catch((error) => error);
  if (!(redirected instanceof api.WmResponseError && redirected.status === 0)) throw new Error(`a redirect: ${redirected}`);
}

check().then(
  () => (document.title = "done"),
  (error) => (document.title = `failed: ${error?.stack ?? error}`),
);
