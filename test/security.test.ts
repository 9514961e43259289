import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The rows of the table of promises: a promise, a test file or a folder of them, and a part of the test's name. */
const promises = [...readFileSync(join(root, "SECURITY.md"), "utf8").matchAll(/^\| (?!Promise|---)(.+) \| `(test\/[^`]+)`: (.+) \|$/gm)].map(
  ([, promise, place, name]) => [promise!, place!, name!] as const,
);

function textAt(place: string): string {
  const path = join(root, place);
  if (!statSync(path).isDirectory()) return readFileSync(path, "utf8");
  return readdirSync(path)
    .map((file) => readFileSync(join(path, file), "utf8"))
    .join("\n");
}

describe("SECURITY.md", () => {
  it("has a table of promises", () => {
    expect(promises.length).toBeGreaterThan(15);
  });

  it.each(promises)("names an existing test for the promise %s", (_, place, name) => {
    expect(textAt(place)).toContain(name);
  });
});
