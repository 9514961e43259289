/**
 * `npm run build`: compiles src/ to dist/, which is emptied first, as ES modules and as CommonJS. TypeScript writes the declarations, one for
 * each file of src/; esbuild bundles the code, because Node.js takes longer to find a file than to read one.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions, type Plugin, transform } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const generated = join(root, "generated");
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");

rmSync(dist, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
if (status !== 0) process.exit(1);
writeCommonJsDeclarations();

const options: BuildOptions = {
  absWorkingDir: root,
  entryPoints: ["src/index.ts", "src/testing/index.ts"],
  outbase: "src",
  outdir: "dist",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "es2022",
  packages: "external",
  // The package contains src/.
  sourcesContent: false,
  logLevel: "warning",
};
await build({ ...options, sourcemap: true });
const { outputFiles } = await build({ ...options, sourcemap: "inline", write: false });
for (const { path, text } of outputFiles) await writeCommonJs(path.replace(/\.js$/, ".cjs"), text);

/** Makes the command import the client from the package's entry. Its own copy of the errors recognises the client's. */
const clientOfPackage: Plugin = {
  name: "client-of-package",
  setup: ({ onResolve }) => onResolve({ filter: /^\..*\/client\.js$/ }, () => ({ path: "../index.js", external: true })),
};
await build({ ...options, entryPoints: ["src/cli/index.ts"], plugins: [clientOfPackage] });

/**
 * Writes the CommonJS form of a bundle. Converting the bundle instead of src/ makes `import x from` mean `module.exports.default`: for a file
 * of a package with `"type": "module"`, esbuild takes `module.exports` itself, as Node.js does.
 */
async function writeCommonJs(file: string, bundle: string): Promise<void> {
  const { code, map } = await transform(bundle, {
    format: "cjs",
    platform: "node",
    target: "es2022",
    sourcemap: "external",
    sourcesContent: false,
    define: { "import.meta.dirname": "__dirname" },
    // `require` instead of `import()`, which Jest does not support in CommonJS.
    supported: { "dynamic-import": false },
  });
  writeFileSync(file, `${code}//# sourceMappingURL=${basename(file)}.map\n`);
  writeFileSync(`${file}.map`, map);
}

/**
 * Copies each declaration `x.d.ts` to `x.d.cts`. A CommonJS declaration can import only CommonJS ones, so dist/generated/ gets copies of the
 * declarations in generated/.
 */
function writeCommonJsDeclarations(): void {
  mkdirSync(join(dist, "generated"));
  for (const [from, to] of [
    [dist, dist],
    [generated, join(dist, "generated")],
  ] as const) {
    const declarations = readdirSync(from, { recursive: true, encoding: "utf8" }).filter((name) => /\.d\.ts(\.map)?$/.test(name));
    for (const file of declarations) writeFileSync(join(to, commonJsName(file)), commonJsDeclaration(readFileSync(join(from, file), "utf8")));
  }
}

function commonJsName(file: string): string {
  return file.replace(/\.d\.ts(\.map)?$/, ".d.cts$1");
}

/** A declaration or its source map, with imports of `.cjs` files and of dist/generated/. */
function commonJsDeclaration(text: string): string {
  return text
    .replace(/((?:from|import)\s*\(?\s*"\.[^"]+)\.js"/g, '$1.cjs"')
    .replace(/"((?:\.\.\/)*)\.\.\/generated\//g, (_, up: string) => `"${up || "./"}generated/`)
    .replace(/(?<=^\/\/# sourceMappingURL=|"file":")[\w.-]+/gm, commonJsName);
}
