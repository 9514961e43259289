import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { type Operation, operationsOf, type Spec } from "../generate/spec.js";

/** An operation as the documentation shows it: in the pages of the HTTP API and in those of the client. */
export interface DocumentedOperation extends Operation {
  readonly summary: string;
  readonly description: string;
  readonly tag: string;
}

type Written = Readonly<Record<string, { readonly summary?: string; readonly description?: string; readonly tags?: readonly string[] }>>;

export async function readOperations(root: string): Promise<DocumentedOperation[]> {
  const spec = parse(await readFile(join(root, "generated/openapi.yaml"), "utf8")) as Spec;
  return operationsOf(spec).map((operation) => {
    const { summary = "", description = "", tags = [] } = (spec.paths[operation.path] as unknown as Written)[operation.method.toLowerCase()]!;
    return { ...operation, summary, description, tag: tags[0] ?? "" };
  });
}

/** Where an operation stands on Redoc's page. */
export function operationAnchor({ tag, operationId }: DocumentedOperation): string {
  return `#tag/${encodeURIComponent(tag)}/operation/${operationId}`;
}
