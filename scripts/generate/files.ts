import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";

/** A mistake in what a person wrote; the message says what is wrong, in which file and where. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** A text and where it came from: a path from the project's root, or a URL. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

export const overlayFolder = "openapi/overlays";
/** The page with the compiled tables. */
export const tableFile = "docs/operations.md";

/** The overlays, in the order of their names. */
export async function overlayFiles(root: string): Promise<string[]> {
  const names = await readdir(join(root, overlayFolder)).catch(unreadable(overlayFolder));
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => `${overlayFolder}/${name}`);
}

export async function readSource(root: string, file: string): Promise<Source> {
  return { file, text: await readFile(resolve(root, file), "utf8").catch(unreadable(file)) };
}

export function unreadable(file: string): (cause: NodeJS.ErrnoException) => never {
  return ({ code }) => {
    throw new InputError(`${file}: cannot be read (${code})`);
  };
}
