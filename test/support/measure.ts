import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import ts from "typescript";

export interface Size {
  /** In bytes. */
  readonly minified: number;
  /** In bytes. */
  readonly gzip: number;
}

/** Size of a user's bundle of this program, whose imports are resolved from `folder`. */
export async function bundleSize(program: string, folder: string): Promise<Size> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    platform: "browser",
  });
  const code = outputFiles[0]!.contents;
  return { minified: code.length, gzip: gzipSync(code, { level: 9 }).length };
}

export interface TypeCost {
  /** Number of types made from generic ones. */
  readonly instantiations: number;
  /** Duration of the check, in milliseconds. */
  readonly duration: number;
  readonly errors: readonly string[];
}

type Read = ts.CompilerHost["getSourceFile"];

const parsed = new Map<string, ts.SourceFile | undefined>();

/** A file of the project or of a library. Parsing those takes longer than checking a program, so all programs of a run share them. */
function parsedOnce(read: Read, ...[name, ...rest]: Parameters<Read>): ts.SourceFile | undefined {
  if (!parsed.has(name)) parsed.set(name, read(name, ...rest));
  return parsed.get(name);
}

/** Cost of checking the types of this program alone, whose imports are resolved from `folder`. */
export function typeCost(program: string, folder: string): TypeCost {
  const file = join(folder, "usage.ts");
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: [],
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, program, ts.ScriptTarget.ES2022) : parsedOnce(getSourceFile, name, ...rest);
  const compiled = ts.createProgram([file], options, host);
  const source = compiled.getSourceFile(file);
  const begun = performance.now();
  const diagnostics = [...compiled.getSyntacticDiagnostics(source), ...compiled.getSemanticDiagnostics(source)];
  return {
    instantiations: compiled.getInstantiationCount(),
    duration: performance.now() - begun,
    errors: diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
  };
}
