import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const src = fileURLToPath(new URL("../src", import.meta.url));

/** Layers of `src` from top to bottom. A file may import from lower layers, and from its own folder. */
const layers = [
  ["index.ts"],
  ["cli", "testing"],
  ["client.ts"],
  ["resources", "raw.ts"],
  ["call.ts"],
  ["types.ts", "http.ts", "transport", "decode"],
  ["config.ts"],
  ["options.ts"],
  ["hooks.ts", "errors.ts", "nearest.ts", "prism.ts"],
];

interface Import {
  readonly from: string;
  readonly to: string;
  /** File and line, for the message. */
  readonly at: string;
}

/** Imports between the files of `src` in a text. */
function importsOf(file: string, text: string): Import[] {
  return text.split("\n").flatMap((line, index) => {
    const target = /\bfrom "(\.{1,2}\/[^"]*)"/.exec(line)?.[1];
    if (target === undefined) return [];
    const to = relative(src, resolve(src, dirname(file), target)).replace(/\.js$/, ".ts");
    return to.startsWith("..") ? [] : [{ from: file, to, at: `src/${file}:${index + 1}: ${line.trim()}` }];
  });
}

/** The file or folder that a path belongs to in the list of layers. */
const placeOf = (file: string) => (file.includes("/") ? file.slice(0, file.indexOf("/")) : file);

function layerOf(file: string): number {
  const layer = layers.findIndex((places) => places.includes(placeOf(file)));
  if (layer < 0) throw new Error(`src/${file} is in no layer of this test`);
  return layer;
}

const isAllowed = ({ from, to }: Import) => placeOf(from) === placeOf(to) || layerOf(to) > layerOf(from);

const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => relative(src, join(entry.parentPath, entry.name)));
const imports = files.flatMap((file) => importsOf(file, readFileSync(join(src, file), "utf8")));

describe("src", () => {
  it("imports downwards only", () => {
    expect(imports.length).toBeGreaterThan(50);
    expect(imports.filter((one) => !isAllowed(one)).map(({ at }) => at)).toEqual([]);
  });

  it("has the line of an upward import named by this test", () => {
    const upward = importsOf("transport/retry.ts", 'import type { Clock } from "./clock.js";\nimport { createWmClient } from "../client.js";');

    expect(upward.filter((one) => !isAllowed(one)).map(({ at }) => at)).toEqual(['src/transport/retry.ts:2: import { createWmClient } from "../client.js";']);
  });

  it("imports openapi-fetch in one file, and its types in one more", () => {
    const importers = files.filter((file) => /from "openapi-fetch"/.test(readFileSync(join(src, file), "utf8")));

    expect(importers.toSorted()).toEqual(["http.ts", "raw.ts"]);
    expect(readFileSync(join(src, "raw.ts"), "utf8")).toMatch(/import type \{[^}]*\} from "openapi-fetch"/);
  });

  it("has URL paths in resources and client.ts alone, each once", () => {
    const paths = files.flatMap((file) =>
      [...readFileSync(join(src, file), "utf8").matchAll(/"(?:GET|PUT|PATCH) (\/[^"]*)"/g)].map(([route]) => ({ file, route })),
    );

    expect(paths.filter(({ file }) => file !== "client.ts" && !file.startsWith("resources/"))).toEqual([]);
    expect(new Set(paths.map(({ route }) => route)).size).toBe(paths.length);
  });

  it("names the client's headers once", () => {
    const naming = files.filter((file) => /"(?:authorization|clientid|request-tracking-id)"/.test(readFileSync(join(src, file), "utf8")));

    expect(naming).toEqual(["config.ts"]);
  });

  it("uses nothing that only Node has, except in the command and the testing entry", () => {
    const nodeOnly = /(?<![.\w"'`#])(?:process\.|Buffer\b|setImmediate\b|__dirname\b|__filename\b|global\.|require\()|\b(?:from|import) ?\(?["']node:/;
    const portable = files.filter((file) => !/^(?:cli|testing)\b/.test(file));

    expect(portable.length).toBeGreaterThan(15);
    expect(portable.filter((file) => nodeOnly.test(readFileSync(join(src, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")))).toEqual([]);
  });
});
