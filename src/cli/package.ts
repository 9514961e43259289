import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of the package, from here and from `dist/cli`. */
const folder = join(import.meta.dirname, "../..");

/** Reads a JSON file of the package. */
export function readPackageFile(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), "utf8"));
}
