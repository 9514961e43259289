import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

/** The README's blocks that are said to be an example: `<!-- example: file -->` on the line before. */
const blocks = [...read("README.md").matchAll(/<!-- example: (\S+) -->\n+```ts\n(.*?)\n```/gs)].map(([, file, code]) => ({ file: file!, code: code! }));

/** The part of a file between `// #region readme` and `// #endregion`. */
function regionOf(file: string): string | undefined {
  return /^\/\/ #region readme\n(.*?)\n\/\/ #endregion$/ms.exec(read(file))?.[1];
}

describe("the README's recipes", () => {
  it.each(blocks.map(({ file, code }) => [file, code]))("%s: the code is that of the example", (file, code) => {
    expect(code).toBe(regionOf(file));
  });

  it("are all examples, and all examples are there", () => {
    const files = readdirSync(new URL("../../examples/recipes", import.meta.url)).map((file) => `examples/recipes/${file}`);

    expect(read("README.md").match(/<!-- example:/g)).toHaveLength(blocks.length);
    expect(blocks.map(({ file }) => file).sort()).toEqual(files.sort());
  });

  it("link to files that there are", () => {
    const links = [...read("README.md").matchAll(/\]\((examples\/[^)]+)\)/g)].map(([, file]) => file!);

    expect(links.length).toBeGreaterThan(0);
    for (const file of links) expect([file, existsSync(new URL(`../../${file}`, import.meta.url))]).toEqual([file, true]);
  });
});
