import type { Clock } from "./clock.js";

/** Max bytes read from an error body. */
const longestErrorBody = 1_000_000;
/** Max time to wait for an error body, in milliseconds. */
const longestErrorWait = 5_000;

/** Bytes that are not shared memory. Written so that TypeScript before 5.7 can read it: Uint8Array is not generic there. */
export type Bytes = ReturnType<typeof Uint8Array.of>;

/** A body as far as it was read. */
export interface Body {
  readonly bytes: Bytes;
  /** The size limit ended the reading. */
  readonly isTruncated: boolean;
}

/** A complete response: the members of `Response` that openapi-fetch reads, over a body that is in memory. */
export class Answer {
  readonly ok: boolean;
  readonly bytes: Bytes;
  readonly isTruncated: boolean;

  constructor(
    /** URL of the request. */
    readonly url: string,
    readonly status: number,
    readonly headers: Headers,
    /** The object that `fetch` resolved to. Its body is read. */
    readonly response: Response,
    { bytes, isTruncated }: Body,
  ) {
    this.ok = isSuccess(status);
    this.bytes = bytes;
    this.isTruncated = isTruncated;
  }

  /** The body as text. Throws for a 2xx that is not valid UTF-8: a silent U+FFFD would corrupt a value. */
  text(): string {
    return this.ok ? this.strictText() : new TextDecoder().decode(this.bytes);
  }

  /** The body as JSON. Undefined for a status without a body, whatever its Content-Length. */
  json(): unknown {
    return hasNoBody(this.status) ? undefined : JSON.parse(this.strictText());
  }

  strictText(): string {
    return strictDecoder.decode(this.bytes);
  }
}

const strictDecoder = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true });

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Checks for a success without a body. */
export function hasNoBody(status: number): boolean {
  return status === 204 || status === 205;
}

/** Checks for a redirect. A browser shows one with status 0. */
export function isRedirect(status: number): boolean {
  return status === 0 || (status >= 300 && status < 400 && status !== 304);
}

/** Reads a body, at most `limit` bytes of a success. Redirects are not followed, so their body is discarded. */
export function readBody(response: Response, signal: AbortSignal, clock: Clock, limit: number): Body | Promise<Body> {
  const { status, body } = response;
  if (isRedirect(status) || hasNoBody(status)) return discard(body);
  if (response.bodyUsed) throw new TypeError("the response body was already consumed");
  const max = isSuccess(status) ? limit : Math.min(limit, longestErrorBody);
  // Custom fetches may have a Response of their own, whose body is not a web stream.
  if (typeof body?.getReader !== "function") return readBuffer(response, max);
  // arrayBuffer() does the same in more steps, and takes a third longer.
  const reader = body.getReader() as Reader;
  return isSuccess(status) ? readStream(reader, signal, max) : readErrorStream(reader, signal, max, clock);
}

/** Reads a body that is not a stream, and so is in memory as a whole. */
async function readBuffer(response: Response, limit: number): Promise<Body> {
  const body: unknown = await response.arrayBuffer();
  if (!isA("Uint8Array", body) && !isA("ArrayBuffer", body)) throw new TypeError(notBytes);
  const bytes = isA("Uint8Array", body) ? (body as Bytes) : new Uint8Array(body as ArrayBuffer);
  return limited([bytes], bytes.byteLength, limit);
}

const notBytes = "the body is not made of bytes";

/** Class check that works across realms, for example in test environments. */
function isA(name: "Uint8Array" | "ArrayBuffer", value: unknown): boolean {
  return Object.prototype.toString.call(value) === `[object ${name}]`;
}

/** Cancels a body that is not needed. Bodies of custom fetches have `destroy()`, or neither. */
function discard(body: unknown): Body {
  try {
    const { cancel, destroy } = (body ?? {}) as { cancel?: () => unknown; destroy?: () => unknown };
    Promise.resolve((cancel ?? destroy)?.call(body)).catch(() => undefined);
  } catch {
    // The status says all that is needed.
  }
  return { bytes: new Uint8Array(), isTruncated: false };
}

/** Network bytes are never in a SharedArrayBuffer; the stream types don't say so. */
type Reader = ReadableStreamDefaultReader<Bytes>;

/** Reads an error body, and gives up waiting for its end after a while. */
async function readErrorStream(reader: Reader, signal: AbortSignal, limit: number, clock: Clock): Promise<Body> {
  const release = clock.schedule(longestErrorWait, () => giveUp(reader));
  try {
    return await readStream(reader, signal, limit);
  } finally {
    release();
  }
}

/** Reads a body to its end, or until it has more than `limit` bytes. */
async function readStream(reader: Reader, signal: AbortSignal, limit: number): Promise<Body> {
  const chunks: Bytes[] = [];
  let length = 0;
  while (length <= limit) {
    const { done, value } = await reader.read();
    if (done) return limited(chunks, length, limit);
    // A custom fetch may keep streaming after an abort, or stream other things than bytes.
    if (signal.aborted || !isA("Uint8Array", value)) {
      giveUp(reader);
      throw new TypeError(notBytes);
    }
    chunks.push(value);
    length += value.length;
  }
  giveUp(reader);
  return limited(chunks, length, limit);
}

/** Reads the body of a request. Cancels it when the signal is aborted. */
export async function readRequestBody(stream: ReadableStream<Bytes>, signal: AbortSignal): Promise<Bytes> {
  const reader = stream.getReader();
  signal.addEventListener("abort", () => giveUp(reader), { once: true });
  const { bytes } = await readStream(reader, signal, Infinity);
  return bytes;
}

/** The chunks as one body, and of a body beyond the limit the start that errors show. */
function limited(chunks: readonly Bytes[], length: number, limit: number): Body {
  const isTruncated = length > limit;
  return { bytes: isTruncated ? joined(chunks, Math.min(limit, longestErrorBody)) : joined(chunks, length), isTruncated };
}

/** Cancels a body. A pending read then ends as if the body were complete. */
function giveUp(reader: Reader): void {
  reader.cancel().catch(() => undefined);
}

/** The first `length` bytes of the chunks. */
function joined(chunks: readonly Bytes[], length: number): Bytes {
  if (chunks.length === 1) return chunks[0]!.subarray(0, length);
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    if (offset >= length) break;
    bytes.set(chunk.subarray(0, length - offset), offset);
    offset += chunk.length;
  }
  return bytes;
}
