import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), "utf8");
const list = (folder: string) => readdirSync(new URL(folder, root)).map((file) => posix.join(folder, file));

const pages = ["README.md", ...list("docs").filter((file) => file.endsWith(".md"))];
const recipes = list("examples/recipes");

/** Max lines of a code block that no test runs. */
const longestUntested = 5;

interface Block {
  readonly page: string;
  /** File and region of the code, from `<!-- example: file#region -->` on the line before. */
  readonly example: string | undefined;
  readonly code: string;
}

const blocks = pages.flatMap((page): Block[] =>
  [...read(page).matchAll(/(?:^<!-- example: (\S+) -->\n)?^```ts\n(.*?)\n```$/gms)].map(([, example, code]) => ({ page, example, code: code! })),
);
const shown = blocks.flatMap(({ page, example, code }) => (example === undefined ? [] : [{ page, example, code }]));

/** The regions of a file by name, without indentation. Regions of one name are joined by a blank line. */
function regionsOf(file: string): ReadonlyMap<string, string> {
  const regions = new Map<string, string>();
  for (const [, indent, name, code] of read(file).matchAll(/^( *)\/\/ #region (\S+)\n(.*?)\n *\/\/ #endregion$/gms)) {
    const text = code!
      .split("\n")
      .map((line) => line.slice(indent!.length))
      .join("\n");
    regions.set(name!, regions.has(name!) ? `${regions.get(name!)}\n\n${text}` : text);
  }
  return regions;
}

/** `file#region` of an example; the region is called docs unless it is named. */
function nameOf(example: string): readonly [file: string, region: string] {
  const [file = "", region = "docs"] = example.split("#");
  return [file, region];
}

describe("the guide's code", () => {
  it.each(shown.map(({ page, example, code }) => [page, example, code]))("%s shows %s as it is tested", (_, example, code) => {
    const [file, region] = nameOf(example);

    expect(code).toBe(regionsOf(file).get(region));
  });

  it("has tokens that say that they are examples and are long enough to be redacted", () => {
    const tokens = [...pages, ...recipes, "examples/account-report.ts"].flatMap((file) =>
      [...read(file).matchAll(/\btoken: "([^"]*)"/g)].map(([, token]) => token!),
    );

    expect(tokens.length).toBeGreaterThan(3);
    expect(tokens.filter((token) => token.length < 16 || !token.includes("example"))).toEqual([]);
  });

  it("shows every recipe, and every region of it", () => {
    const all = recipes.flatMap((file) => [...regionsOf(file).keys()].map((region) => `${file}#${region}`));

    expect(new Set(all.map((name) => name.split("#")[0]))).toEqual(new Set(recipes));
    expect(shown.map(({ example }) => nameOf(example).join("#")).sort()).toEqual(all.sort());
  });

  it("is tested if it is longer than a few lines", () => {
    const untested = blocks.filter(({ example, code }) => example === undefined && code.split("\n").length > longestUntested);

    expect(untested).toEqual([]);
    for (const page of pages) {
      expect(read(page).match(/<!-- example:/g) ?? []).toHaveLength(shown.filter((block) => block.page === page).length);
    }
  });

  it("has no list that may be missing, and no amount that counts as zero", () => {
    for (const { page, code } of blocks) expect([page, /\?\? (\[\]|0)/.exec(code)]).toEqual([page, null]);
  });

  it("has no dummy token that could be part of a text", () => {
    const tokens = [...pages, ...recipes].flatMap((file) => [...read(file).matchAll(/\btoken: ?"([^"]*)"/g)].map(([, token]) => token!));

    expect(tokens.length).toBeGreaterThan(0);
    for (const token of tokens) expect(token).toMatch(/^(?=.*example).{16,}$/);
  });
});

describe("the guide", () => {
  it("has a README of at most 220 lines, with the commands for a clone", () => {
    const readme = read("README.md");

    expect(readme.trimEnd().split("\n").length).toBeLessThanOrEqual(220);
    for (const command of ["npm ci && npm start", "npm ci && npm test"]) expect(readme).toMatch(new RegExp(`^${command}( |$)`, "m"));
  });

  it("links headings that exist", () => {
    for (const page of pages) {
      for (const [, file, anchor] of read(page).matchAll(/\]\(([^)#:]*)#([^)]+)\)/g)) {
        const target = file === "" ? page : posix.join(posix.dirname(page), file!);
        if (existsSync(new URL(target, root))) expect([page, target, anchorsOf(read(target))]).toEqual([page, target, expect.arrayContaining([anchor])]);
      }
    }
  });
});

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}
