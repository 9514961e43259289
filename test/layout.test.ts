import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
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

const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => relative(src, join(entry.parentPath, entry.name)));
const texts = new Map(files.map((file) => [file, readFileSync(join(src, file), "utf8")]));
const filesWith = (pattern: RegExp) => files.filter((file) => pattern.test(texts.get(file)!)).toSorted();

/** Imports between the files of `src`. */
const imports = files.flatMap((file) =>
  [...texts.get(file)!.matchAll(/\bfrom "(\.{1,2}\/[^"]*)"/g)]
    .map(([, target]) => ({ from: file, to: join(dirname(file), target!).replace(/\.js$/, ".ts") }))
    .filter(({ to }) => !to.startsWith("..")),
);

/** The file or folder of `src` that contains a path. */
const placeOf = (file: string) => file.split("/")[0]!;

function layerOf(file: string): number {
  const layer = layers.findIndex((places) => places.includes(placeOf(file)));
  if (layer < 0) throw new Error(`src/${file} is in no layer of this test`);
  return layer;
}

describe("src", () => {
  it("imports downwards only", () => {
    expect(imports.length).toBeGreaterThan(50);
    expect(imports.filter(({ from, to }) => placeOf(from) !== placeOf(to) && layerOf(to) <= layerOf(from))).toEqual([]);
  });

  it("imports openapi-fetch in one file, and its types in one more", () => {
    expect(filesWith(/from "openapi-fetch"/)).toEqual(["http.ts", "raw.ts"]);
    expect(texts.get("raw.ts")).toMatch(/import type \{[^}]*\} from "openapi-fetch"/);
  });

  it("has URL paths only in resources and client.ts, each once", () => {
    const routes = files.flatMap((file) => [...texts.get(file)!.matchAll(/"(?:GET|PUT|PATCH) (\/[^"]*)"/g)].map(([route]) => ({ file, route })));

    expect(routes.filter(({ file }) => file !== "client.ts" && !file.startsWith("resources/"))).toEqual([]);
    expect(new Set(routes.map(({ route }) => route)).size).toBe(routes.length);
  });

  it("names the client's headers once", () => {
    expect(filesWith(/"(?:authorization|clientid|request-tracking-id)"/)).toEqual(["config.ts"]);
  });

  it("uses nothing that only Node has, except in the command and the testing entry", () => {
    const nodeOnly = /(?<![.\w"'`#])(?:process\.|Buffer\b|setImmediate\b|__dirname\b|__filename\b|global\.|require\()|\b(?:from|import) ?\(?["']node:/;
    const portable = files.filter((file) => !/^(?:cli|testing)\b/.test(file));

    expect(portable.length).toBeGreaterThan(15);
    expect(portable.filter((file) => nodeOnly.test(texts.get(file)!.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")))).toEqual([]);
  });
});
