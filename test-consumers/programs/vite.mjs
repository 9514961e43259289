import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { chromium } from "playwright-core";
import { build, preview } from "vite";
import { startMockServer } from "wm-customer-api/testing";

const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (path) => path && existsSync(path),
);
if (!executablePath) {
  console.log("skipped: no Chromium here, and CHROMIUM names none (apt-get install chromium)");
  process.exit();
}

await build({ logLevel: "warn" });
const pages = await preview({ preview: { host: "127.0.0.1", port: 0 }, logLevel: "warn" });
const mock = await startMockServer();

// A browser sends a preflight request for the client's headers, and hides the status of a redirect.
const preflights = [];
const redirecting = createServer(({ method, headers }, response) => {
  const preflight = method === "OPTIONS";
  if (preflight) preflights.push(headers["access-control-request-headers"]);
  const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "authorization, clientid, request-tracking-id" };
  response.writeHead(preflight ? 204 : 302, { ...cors, location: "/elsewhere" }).end();
});
await new Promise((resolve) => redirecting.listen(0, "127.0.0.1", resolve));

// Uses an empty data folder, and connects only to the page's servers.
const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath, args: ["--headless", "--no-sandbox", "--disable-gpu", ...quiet] });
try {
  const page = await browser.newPage();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  const origin = `http://127.0.0.1:${pages.httpServer.address().port}`;
  assert.notEqual(origin, mock.url);
  const query = new URLSearchParams({ mock: mock.url, redirecting: `http://127.0.0.1:${redirecting.address().port}` });
  await page.goto(`${origin}/?${query}`);
  await page.waitForFunction(() => document.title !== "wait", undefined, { timeout: 30_000 });
  assert.equal(await page.title(), "done", said.join("\n"));
  assert.deepEqual(preflights, ["authorization,clientid,request-tracking-id"]);
} finally {
  await browser.close();
  await mock.close();
  await pages.close();
  redirecting.close();
}
