import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { withClientPages } from "./docs/client.js";
import { writeHttpPages } from "./docs/http.js";
import { deadLinks } from "./docs/links.js";
import { readOperations } from "./docs/operations.js";
import { overviewPage } from "./docs/overview.js";

const usage = "npm run docs  builds site/: an overview, the pages of the client and those of the HTTP API. It can be opened from the file system.";

async function docs(root: string, site: string): Promise<void> {
  const operations = await readOperations(root);
  await rm(site, { recursive: true, force: true });
  await mkdir(site, { recursive: true });
  const methods = await withClientPages(root, operations, ({ write }) => write(join(site, "client")));
  await writeHttpPages(root, operations, join(site, "http/index.html"), (operationId) => `../client/${methods.get(operationId)}`);
  await cp(join(root, "generated/openapi.yaml"), join(site, "openapi.yaml"));
  await writeFile(join(site, "index.html"), overviewPage(operations.length));
  const dead = await deadLinks(site);
  if (dead.length > 0) throw new Error(`broken links:\n${dead.join("\n")}`);
}

if (process.argv.length > 2) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const site = resolve("site");
  await docs(process.cwd(), site);
  console.log("site/index.html is the overview.");
}
