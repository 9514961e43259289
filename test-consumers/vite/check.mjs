import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { build, preview } from "vite";
import { startMockServer } from "wm-customer-api/testing";

const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (path) => path && existsSync(path),
);
if (!executablePath) {
  console.log("skipped: no Chromium here, and CHROMIUM names none");
  process.exit();
}

await build({ logLevel: "warn" });
const pages = await preview({ preview: { host: "127.0.0.1", port: 0 }, logLevel: "warn" });
const mock = await startMockServer();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  const page = await browser.newPage();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  const origin = `http://127.0.0.1:${pages.httpServer.address().port}`;
  assert.notEqual(origin, mock.url);
  await page.goto(`${origin}/?mock=${encodeURIComponent(mock.url)}`);
  await page.waitForFunction(() => document.title !== "wait", undefined, { timeout: 30_000 });
  assert.equal(await page.title(), "done", said.join("\n"));
} finally {
  await browser.close();
  await mock.close();
  await pages.close();
}
