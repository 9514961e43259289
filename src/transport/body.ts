import type { Clock } from "./clock.js";

/** Max bytes read from an error body. */
const longestErrorBody = 1_000_000;
/** Max time to wait for an error body, in milliseconds. */
const longestErrorWait = 5_000;

/** Bytes that are not shared memory. Written so that TypeScript before 5.7 can read it: Uint8Array is not generic there. */
export type Bytes = ReturnType<typeof Uint8Array.of>;

/** A complete response: the members of `Response` that openapi-fetch reads, over a body that is in memory. */
export class Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Headers;

  constructor(
    /** URL of the request. */
    readonly url: string,
    /** The object that `fetch` resolved to. Its body is read. */
    readonly response: Response,
    readonly bytes: Bytes,
  ) {
    this.status = response.status;
    this.ok = isSuccess(response.status);
    this.headers = response.headers;
  }

  /** The body as text. Throws for a 2xx that is not valid UTF-8: a silent U+FFFD would corrupt a value. */
  text(): string {
    return this.ok ? this.strictText() : new TextDecoder().decode(this.bytes);
  }

  json(): unknown {
    return JSON.parse(this.strictText());
  }

  strictText(): string {
    return strictDecoder.decode(this.bytes);
  }
}

const strictDecoder = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true });

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Checks for a redirect. A browser shows one with status 0. */
export function isRedirect(status: number): boolean {
  return status === 0 || (status >= 300 && status < 400 && status !== 304);
}

/** Reads the body of a response within its limits. Redirects are not followed, so their body is discarded. */
export function readBody(response: Response, signal: AbortSignal, clock: Clock): Promise<Bytes> {
  const { status, body } = response;
  if (isRedirect(status)) return discard(body);
  if (response.bodyUsed) throw new TypeError("the response body was already consumed");
  // Custom fetches may have a Response of their own, whose body is not a web stream.
  if (typeof body?.getReader !== "function") return readBuffer(response);
  // arrayBuffer() does the same in more steps, and takes a third longer.
  const reader = body.getReader() as Reader;
  return isSuccess(status) ? readAll(reader, signal, Infinity) : readStart(reader, signal, clock);
}

async function readBuffer(response: Response): Promise<Bytes> {
  const body: unknown = await response.arrayBuffer();
  if (isA("Uint8Array", body)) return body as Bytes;
  if (!isA("ArrayBuffer", body)) throw new TypeError(notBytes);
  return new Uint8Array(body as ArrayBuffer);
}

const notBytes = "the response body is not made of bytes";

/** Class check that works across realms, for example in test environments. */
function isA(name: "Uint8Array" | "ArrayBuffer", value: unknown): boolean {
  return Object.prototype.toString.call(value) === `[object ${name}]`;
}

async function discard(body: ReadableStream | null): Promise<Bytes> {
  await body?.cancel();
  return new Uint8Array();
}

/** Network bytes are never in a SharedArrayBuffer; the stream types don't say so. */
type Reader = ReadableStreamDefaultReader<Bytes>;

/** Reads an error body, within limits of memory and time. */
async function readStart(reader: Reader, signal: AbortSignal, clock: Clock): Promise<Bytes> {
  const release = clock.schedule(longestErrorWait, () => giveUp(reader));
  try {
    return await readAll(reader, signal, longestErrorBody);
  } finally {
    release();
  }
}

async function readAll(reader: Reader, signal: AbortSignal, limit: number): Promise<Bytes> {
  const chunks: Bytes[] = [];
  let length = 0;
  while (length < limit) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, length);
    // A custom fetch may keep streaming after an abort, or stream other things than bytes.
    if (signal.aborted || !isA("Uint8Array", value)) {
      giveUp(reader);
      throw new TypeError(notBytes);
    }
    chunks.push(value);
    length += value.length;
  }
  giveUp(reader);
  return joined(chunks, length).slice(0, limit);
}

/** Cancels a body. A pending read then ends as if the body were complete. */
function giveUp(reader: Reader): void {
  reader.cancel().catch(() => undefined);
}

function joined(chunks: readonly Bytes[], length: number): Bytes {
  if (chunks.length === 1) return chunks[0]!;
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
