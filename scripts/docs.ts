import { copyFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { defineCommand } from "./command.js";
import { readClient } from "./docs/client.js";
import { writeHttpPage } from "./docs/http.js";
import { mergedFile, operationsOf, parseSpec } from "./generate/merged/spec.js";

async function writeSite(root: string, site: string): Promise<void> {
  const spec = parseSpec(await readFile(join(root, mergedFile), "utf8"));
  const client = await readClient(root, operationsOf(spec));
  const methods = await client.write(site);
  await mkdir(join(site, "http"));
  await writeHttpPage(root, spec, join(site, "http/index.html"), methods);
  await copyFile(join(root, mergedFile), join(site, "openapi.yaml"));
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
