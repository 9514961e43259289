import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { facadeCall } from "../generate/compiled/operations-page.js";
import { inWorkspace, redocly } from "../generate/redocly.js";
import { type Operation, operationsOf, type Spec } from "../generate/merged/spec.js";

/** Remarks about sources and the wire, on operations, schemas and fields. */
const showExtensions = ["x-wm-source", "x-wm-documented", "x-wm-wire"];

/** Redocly's page of the HTTP API, as one file. Each operation has a link to its method. */
export async function writeHttpPage(root: string, spec: Spec, file: string, methods: ReadonlyMap<string, string>): Promise<void> {
  await inWorkspace(async (workspace) => {
    const [linked, config] = [join(workspace, "openapi.json"), join(workspace, "redocly.yaml")];
    await writeFile(linked, JSON.stringify(withLinks(spec, methods)));
    await writeFile(config, JSON.stringify({ extends: ["minimal"], openapi: { showExtensions } }));
    const options = ["--inlineBundle", "--config", config, "--title", "WM Customer API: HTTP", "--output", file];
    const { code, stderr } = await redocly(root, ["build-docs", linked, ...options]);
    if (code !== 0) throw new Error(`redocly build-docs ended with ${code}:\n${stderr}`);
  });
  await writeFile(file, (await readFile(file, "utf8")).replace("<head>", `<head>\n${policy}`));
}

/** Blocks Redocly's logo, which would be fetched, and shows a text instead. */
const policy = `<meta http-equiv="Content-Security-Policy" content="img-src 'self' data:; connect-src 'self'">
<style>a[href="https://redocly.com/redoc/"] p::after { content: " Redocly"; }</style>`;

/** The spec with links to the guide and to the method of each operation. */
function withLinks(spec: Spec, methods: ReadonlyMap<string, string>): Spec {
  const linked = structuredClone(spec);
  Object.assign(linked.info, { description: `[Guide and TypeScript client](../index.html)\n\nUnofficial. ${spec.info.description}` });
  for (const operation of operationsOf(linked)) {
    const method = methods.get(operation.operationId);
    if (method === undefined) throw new Error(`${operation.operationId}: ${operation.facade} is not a documented method`);
    const written = linked.paths[operation.path]![operation.method.toLowerCase()]!;
    Object.assign(written, { description: `${written.description}\n\nIn the client: [\`${facadeCall(operation)}\`](../${method}).` });
  }
  return linked;
}

/** Link to an operation on Redocly's page. */
export function httpLink({ tag = "", operationId }: Operation): string {
  return `http/index.html#tag/${encodeURIComponent(tag)}/operation/${operationId}`;
}
