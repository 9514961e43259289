import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { defineCommand } from "./command.js";
import { readClient } from "./docs/client.js";
import { readSpec, writeHttpPage } from "./docs/http.js";
import { operationsOf } from "./generate/spec.js";

async function writeSite(root: string, site: string): Promise<void> {
  const spec = await readSpec(root);
  const client = await readClient(root, operationsOf(spec));
  const methods = await client.write(site);
  await mkdir(join(site, "http"));
  await writeHttpPage(root, spec, join(site, "http/index.html"), methods);
  await copyFile(join(root, "generated/openapi.yaml"), join(site, "openapi.yaml"));
}

await defineCommand(import.meta.url, {
  usage: "npm run docs  builds site/: the guide and the client by TypeDoc, the HTTP API by Redocly. Open site/index.html.",
  async run(root, { others }, output) {
    if (others.length > 0) return 2;
    await writeSite(root, join(root, "site"));
    output.log("site/index.html is the guide.");
    return 0;
  },
});
