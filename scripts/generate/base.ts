import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Clock, systemClock } from "../../src/transport/clock.js";
import { InputError, type Source, unreadable } from "./files.js";
import { type Input, lineAndColumn, parseInput, place } from "./inputs.js";
import { LineCounter } from "yaml";

/** How long a server may take to send a base spec, in milliseconds. */
const longestFetch = 30_000;

const supported = "3.1";

/** A base spec from a file or an http(s) URL. Throws {@link InputError} if it cannot be read. */
export async function readBase(root: string, source: string, clock: Clock = systemClock): Promise<Source> {
  const bytes = /^https?:\/\//i.test(source) ? await download(source, clock) : await readFile(resolve(root, source)).catch(unreadable(source));
  try {
    return { file: source, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    throw new InputError(`${source}: this is not text in UTF-8`);
  }
}

async function download(url: string, clock: Clock): Promise<Uint8Array> {
  const limit = new AbortController();
  const stop = clock.schedule(longestFetch, () => limit.abort());
  try {
    const response = await fetch(url, { signal: limit.signal });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    await response.body?.cancel();
    throw new InputError(`${url}: cannot be fetched (status ${response.status}); check the URL`);
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (limit.signal.aborted) throw new InputError(`${url}: no complete answer within ${longestFetch / 1000} s; download it and pass the file`);
    throw new InputError(`${url}: cannot be fetched (${reasonOf(error)}); check the URL`);
  } finally {
    stop();
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return "unknown reason";
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}

/** Parses a base spec and checks that it is one that the rest of the pipeline understands. */
export function parseBase(source: Source): Input {
  const { file, text } = source;
  const begin = text.replace(/^\uFEFF/, "").trimStart();
  if (begin === "") throw new InputError(`${file}: this file is empty, not an OpenAPI ${supported} description`);
  if (begin.startsWith("<")) throw new InputError(`${file}:1:1: this is a web page or XML, not an OpenAPI ${supported} description; check where it came from`);
  if (begin.startsWith("{") || begin.startsWith("[")) refuseMalformedJson(source);
  const base = parseInput(source);
  refuseOtherVersion(base);
  return base;
}

function refuseMalformedJson({ file, text }: Source): void {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const [, position] = /at position (\d+)/.exec((error as Error).message) ?? [];
    const lines = new LineCounter();
    parseLines(text, lines);
    const what = (error as Error).message.replace(/,? (in JSON )?at position.*$/, "");
    throw new InputError(`${file}${lineAndColumn(lines, position === undefined ? text.trimEnd().length : Number(position))}: this is not valid JSON: ${what}`);
  }
}

function parseLines(text: string, lines: LineCounter): void {
  lines.addNewLine(0);
  for (let index = text.indexOf("\n"); index !== -1; index = text.indexOf("\n", index + 1)) lines.addNewLine(index + 1);
}

function refuseOtherVersion(base: Input): void {
  const content = base.content as { readonly openapi?: unknown; readonly swagger?: unknown } | null;
  const key = typeof content === "object" && content?.swagger !== undefined ? "swagger" : "openapi";
  const found = typeof content === "object" ? content?.[key] : undefined;
  if (key === "openapi" && /^3\.1\.\d+$/.test(String(found))) return;
  const where = `${base.file}${place(base, [key]) || ":1:1"}`;
  if (found === undefined) throw new InputError(`${where}: this is not an OpenAPI description: it has no \`openapi: ${supported}.x\``);
  const name = key === "swagger" ? "Swagger" : "OpenAPI";
  throw new InputError(`${where}: this is ${name} ${String(found)}; only OpenAPI ${supported} is supported: convert it first`);
}
