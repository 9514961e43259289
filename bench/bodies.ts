/** What the server, or what stands for it, answers: the examples of the merged spec. */
import { operations } from "../test/support/spec.js";

/** An operation's body on the wire, which is the first example that the spec has of it; an empty object where no source shows one. */
export function exampleOf(operationId: string): Record<string, unknown> {
  const operation = operations.find((one) => one.operationId === operationId);
  const [example] = Object.values(operation?.ok?.examples ?? {});
  return (example?.value ?? {}) as Record<string, unknown>;
}

/** The same with the items of its list repeated until it is so many bytes long, each with an id of its own. */
export function bodyOf(operationId: string, list: string, bytes: number): string {
  const example = exampleOf(operationId);
  const items = example[list] as Record<string, unknown>[];
  const { length } = JSON.stringify(items);
  const copies = Math.max(1, Math.round(bytes / length));
  const repeated = Array.from({ length: copies }, (_, copy) => items.map((item) => ({ ...item, id: String(copy).padStart(9, "0") }))).flat();
  return JSON.stringify({ ...example, [list]: repeated });
}
