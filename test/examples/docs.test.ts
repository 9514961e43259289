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

/** Code blocks of the pages. `example` is the file and region, from `<!-- example: file#region -->` on the line before. */
const blocks = pages.flatMap((page) =>
  [...read(page).matchAll(/(?:^<!-- example: (\S+) -->\n)?^```ts\n(.*?)\n```$/gms)].map(([, example, code]) => ({ page, example, code: code! })),
);
const shown = blocks.flatMap(({ page, example, code }) =>
  example === undefined ? [] : [[page, example.includes("#") ? example : `${example}#docs`, code] as const],
);

/** The regions of the recipes by `file#region`, without indentation. Regions of one name are joined by a blank line. */
const regions = new Map<string, string>();
for (const file of recipes) {
  for (const [, indent, region, code] of read(file).matchAll(/^( *)\/\/ #region (\S+)\n(.*?)\n *\/\/ #endregion$/gms)) {
    const [name, text] = [`${file}#${region}`, code!.replace(new RegExp(`^${indent}`, "gm"), "")];
    regions.set(name, regions.has(name) ? `${regions.get(name)}\n\n${text}` : text);
  }
}

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(markdown: string): string[] {
  const headings = [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!.toLowerCase());
  return headings.map((heading) => heading.replace(/[^\w\- ]/g, "").replaceAll(" ", "-"));
}

describe("the guide's code", () => {
  it.each(shown)("shows in %s the tested code of %s", (_, example, code) => {
    expect(code).toBe(regions.get(example));
  });

  it("shows every region of every recipe", () => {
    expect(new Set([...regions.keys()].map((name) => name.split("#")[0]))).toEqual(new Set(recipes));
    expect(shown.map(([, example]) => example).sort()).toEqual([...regions.keys()].sort());
  });

  it("tests every block that is longer than a few lines", () => {
    expect(blocks.filter(({ example, code }) => example === undefined && code.split("\n").length > longestUntested)).toEqual([]);
    for (const page of pages) expect([page, read(page).split("<!-- example:").length - 1]).toEqual([page, shown.filter(([on]) => on === page).length]);
  });

  it("uses tokens that are named as examples and are long enough to be redacted", () => {
    const tokens = [...pages, ...recipes, "examples/account-report.ts"].flatMap((file) =>
      [...read(file).matchAll(/\btoken: ?"([^"]*)"/g)].map(([, token]) => token!),
    );

    expect(tokens.length).toBeGreaterThan(3);
    expect(tokens.filter((token) => token.length < 16 || !token.includes("example"))).toEqual([]);
  });

  it("replaces no missing list or amount by an empty one", () => {
    expect(blocks.filter(({ code }) => /\?\? (\[\]|0)/.test(code))).toEqual([]);
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
