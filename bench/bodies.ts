/** Response bodies for the benchmark, from the examples of the merged spec. */
import { operations } from "../test/support/spec.js";

/** An operation's body on the wire: the first example in the spec, or an empty object if no source shows one. */
export function exampleOf(operationId: string): Record<string, unknown> {
  const operation = operations.find((one) => one.operationId === operationId);
  const [example] = Object.values(operation?.ok?.examples ?? {});
  return (example?.value ?? {}) as Record<string, unknown>;
}

/** The sample with the items of its list repeated, each with a unique id, to about this number of bytes. */
export function bodyOf(operationId: string, list: string, bytes: number): string {
  const example = exampleOf(operationId);
  const items = example[list] as Record<string, unknown>[];
  const { length } = JSON.stringify(items);
  const copies = Math.max(1, Math.round(bytes / length));
  const repeated = Array.from({ length: copies }, (_, copy) => items.map((item) => ({ ...item, id: String(copy).padStart(9, "0") }))).flat();
  return JSON.stringify({ ...example, [list]: repeated });
}
