import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Clock, systemClock } from "../../../src/transport/clock.js";
import { InputError } from "../errors.js";
import { type Input, locate, nodeAt, parseInput, type Source, unreadable } from "./input.js";

/** Max time for a server to send a base spec, in milliseconds. */
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
    if (limit.signal.aborted) throw new InputError(`${url}: no complete response within ${longestFetch / 1000} s; download it and pass the file`);
    const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
    throw new InputError(`${url}: cannot be fetched (${code ?? message}); check the URL`);
  } finally {
    stop();
  }
}

/** Parses a base spec and checks its version. */
export function parseBase(source: Source): Input {
  const { file, text } = source;
  const begin = text.replace(/^\uFEFF/, "").trimStart();
  if (begin === "") throw new InputError(`${file}: this file is empty, not an OpenAPI ${supported} description`);
  if (begin.startsWith("<")) throw new InputError(`${file}:1:1: this is a web page or XML, not an OpenAPI ${supported} description; check where it came from`);
  if (/^[{[]/.test(begin)) refuseMalformedJson(source);
  const base = parseInput(source);
  refuseOtherVersion(base);
  return base;
}

function refuseMalformedJson({ file, text }: Source): void {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const { message } = error as Error;
    const position = /at position (\d+)/.exec(message)?.[1];
    const lines = text.slice(0, position === undefined ? text.trimEnd().length : Number(position)).split("\n");
    const reason = message.replace(/,? (in JSON )?at position.*$/, "");
    throw new InputError(`${file}:${lines.length}:${lines.at(-1)!.length + 1}: this is not valid JSON: ${reason}`);
  }
}

function refuseOtherVersion(base: Input): void {
  const key = nodeAt(base.content, ["swagger"]) === undefined ? "openapi" : "swagger";
  const found = nodeAt(base.content, [key]);
  if (key === "openapi" && /^3\.1\.\d+$/.test(String(found))) return;
  const where = locate(base, [key]);
  if (found === undefined) throw new InputError(`${where}: this is not an OpenAPI description: it has no \`openapi: ${supported}.x\``);
  const name = key === "swagger" ? "Swagger" : "OpenAPI";
  throw new InputError(`${where}: this is ${name} ${String(found)}; only OpenAPI ${supported} is supported: convert it first`);
}
