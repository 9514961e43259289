import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { facadeCall } from "../generate/operations-page.js";
import { redocly } from "../generate/redocly.js";
import type { DocumentedOperation } from "./operations.js";

/** Writes the pages of the HTTP API, Redoc's, as one file that fetches nothing. `client` leads to the façade method of an operation. */
export async function writeHttpPages(
  root: string,
  operations: readonly DocumentedOperation[],
  file: string,
  client: (operationId: string) => string,
): Promise<void> {
  await inFolder(async (folder) => {
    const linked = await withClientLinks(root, operations, folder, client);
    const config = join(folder, "redocly.yaml");
    await writeFile(config, JSON.stringify({ extends: ["minimal"], openapi: { hideDownloadButtons: false, showExtensions: shownExtensions } }));
    await mkdir(dirname(file), { recursive: true });
    await run(root, "build-docs", linked, "--inlineBundle", "--config", config, "--title", "WM Customer API: HTTP", "--output", file);
    await writeFile(file, withoutOutside(await readFile(file, "utf8")));
  });
}

/** Sources and remarks about the wire, per operation, schema and field. */
const shownExtensions = ["x-wm-source", "x-wm-documented", "x-wm-wire"];

/** Keeps the page from fetching Redocly's logo, and names Redocly in words instead. */
function withoutOutside(page: string): string {
  const head = "<head>";
  if (!page.includes(head)) throw new Error("Redocly's page has no head");
  const policy = `<meta http-equiv="Content-Security-Policy" content="img-src 'self' data:; connect-src 'self'">`;
  const style = `<style>a[href="https://redocly.com/redoc/"] p::after { content: " Redocly"; }</style>`;
  return page.replace(head, `${head}\n  ${policy}\n  ${style}`);
}

/** The merged spec with a link in every operation; an overlay puts them in, as it does everything else. */
async function withClientLinks(
  root: string,
  operations: readonly DocumentedOperation[],
  folder: string,
  client: (operationId: string) => string,
): Promise<string> {
  const actions = operations.map((operation) => ({
    target: `$.paths['${operation.path}'].${operation.method.toLowerCase()}`,
    update: { description: `${operation.description}\n\nIn the client: [\`${facadeCall(operation)}\`](${client(operation.operationId)}).` },
  }));
  const overlay = join(folder, "links.yaml");
  await writeFile(
    overlay,
    JSON.stringify({ overlay: "1.1.0", info: { title: "Links to the client", version: "1.0.0" }, actions: [await introduction(root), ...actions] }),
  );
  const linked = join(folder, "openapi.yaml");
  const config = join(folder, "bundle.yaml");
  await writeFile(
    config,
    JSON.stringify({ extends: ["minimal"], apis: { docs: { root: join(root, "generated/openapi.yaml"), overlays: [overlay], output: linked } } }),
  );
  await run(root, "bundle", "--config", config);
  return linked;
}

/** The spec's own description, after links to the rest of the site. */
async function introduction(root: string): Promise<object> {
  const { info } = parse(await readFile(join(root, "generated/openapi.yaml"), "utf8")) as { readonly info: { readonly description: string } };
  const links = "[Overview](../index.html) · [TypeScript client](../client/index.html)";
  return { target: "$.info", update: { description: `${links}\n\nUnofficial. ${info.description}` } };
}

async function run(root: string, ...args: string[]): Promise<void> {
  const { code, stdout, stderr } = await redocly(root, args);
  if (code !== 0) throw new Error(`redocly ${args[0]} ended with ${code}:\n${stdout}\n${stderr}`);
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "wm-docs-"));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
