import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** A mistake in the input files. The message has its place and how to fix it. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** Throws one error with all problems, each on its line. */
export function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new InputError([...new Set(problems)].join("\n"));
}

/** A text and its origin: a path from the project's root, or a URL. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

export const overlayFolder = "openapi/overlays";
export const mergedFile = "generated/openapi.yaml";
/** The page with compiled tables. */
export const page = "docs/operations.md";

/** The overlays, in the order of `redocly.yaml`, then any that it does not list. */
export async function overlayFiles(root: string): Promise<string[]> {
  const [names, { text }] = await Promise.all([readdir(join(root, overlayFolder)).catch(unreadable(overlayFolder)), readSource(root, "redocly.yaml")]);
  const files = names.filter((name) => /\.ya?ml$/.test(name)).map((name) => `${overlayFolder}/${name}`);
  const listed = [...text.matchAll(/^ +- (\S+)$/gm)].map(([, file]) => file!).filter((file) => files.includes(file));
  return [...new Set([...listed, ...files.sort()])];
}

export async function readSource(root: string, file: string): Promise<Source> {
  return { file, text: await readFile(resolve(root, file), "utf8").catch(unreadable(file)) };
}

export function unreadable(file: string): (cause: NodeJS.ErrnoException) => never {
  return ({ code }) => {
    throw new InputError(`${file}: cannot be read (${code})`);
  };
}

/** Runs `work` in a folder that is removed afterwards. */
export async function inWorkspace<T>(work: (workspace: string) => Promise<T>): Promise<T> {
  const workspace = await mkdtemp(join(tmpdir(), "wm-generate-"));
  try {
    return await work(workspace);
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

/** Escapes what would control a terminal. Names and texts of a base specification are not ours. */
export function visible(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, "0")}`);
}
