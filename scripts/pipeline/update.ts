import { cp, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { apply, describeSpecChange, type FileChange, inWorkspace, isChanged, plan, type SpecChange } from "./generate.js";
import { InputError } from "./inputs.js";
import type { Spec } from "./spec.js";
import { touched } from "./touched.js";

/** How long a server may take to send a base spec, in milliseconds. */
const longestFetch = 30_000;

/** Where the base spec is. */
export const baseFile = "openapi/base.yaml";
const mergedFile = "generated/openapi.yaml";

export interface SpecUpdate {
  /** The new base and all that is compiled from it. */
  readonly changes: readonly FileChange[];
  readonly spec: SpecChange;
  readonly touched: ReturnType<typeof touched>;
}

/** The text of a base spec, from a file or an http(s) URL. Throws {@link InputError} where there is none. */
export async function readBase(root: string, source: string): Promise<string> {
  const bytes = /^https?:\/\//i.test(source) ? await download(source) : await readBytes(root, source);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputError(`${source}: is not text in UTF-8`);
  }
}

async function readBytes(root: string, file: string): Promise<Uint8Array> {
  return readFile(resolve(root, file)).catch((cause: NodeJS.ErrnoException) => {
    throw new InputError(`${file}: cannot be read (${cause.code})`);
  });
}

async function download(url: string): Promise<Uint8Array> {
  const unreachable = (error: unknown): never => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? ("code" in cause && typeof cause.code === "string" ? cause.code : cause.message) : "unknown reason";
    throw new InputError(`${url}: cannot be fetched (${reason})`);
  };
  const signal = AbortSignal.timeout(longestFetch);
  const response = await fetch(url, { signal }).catch(unreachable);
  if (!response.ok) throw new InputError(`${url}: cannot be fetched (status ${response.status})`);
  return new Uint8Array(await response.arrayBuffer().catch(unreachable));
}

/** Compiles a copy of the project with another base and says what that changes. The project itself is not touched. */
export async function planUpdate(root: string, base: string): Promise<SpecUpdate> {
  return inWorkspace(async (copy) => {
    for (const part of ["openapi", "generated", "redocly.yaml", "README.md"]) await cp(join(root, part), join(copy, part), { recursive: true });
    const before = await readFile(join(root, baseFile), "utf8");
    await writeFile(join(copy, baseFile), base);
    const compiled = await plan(copy);
    await apply(copy, compiled);
    const [old, current] = [join(root, mergedFile), join(copy, mergedFile)];
    const spec = await describeSpecChange(copy, old, current);
    return { changes: [...compiled, { file: baseFile, before, after: base }], spec, touched: touched(await readSpec(old), await readSpec(current)) };
  });
}

async function readSpec(file: string): Promise<Spec> {
  return parse(await readFile(file, "utf8")) as Spec;
}

/** Writes an update, or, where a file cannot be written, all files as they were. */
export async function applyUpdate(root: string, changes: readonly FileChange[]): Promise<void> {
  try {
    await apply(root, changes);
  } catch (error) {
    await undo(root, changes);
    throw error;
  }
}

/** What cannot be written back was not written in the first place. */
async function undo(root: string, changes: readonly FileChange[]): Promise<void> {
  for (const { file, before } of changes.filter(isChanged)) {
    if (before !== undefined) await writeFile(join(root, file), before).catch(() => undefined);
  }
}
