import type { Deadline } from "./deadline.js";

/** Max bytes read from an error body. */
const longestErrorBody = 1_000_000;
/** Max time to wait for an error body, in milliseconds. */
const longestErrorWait = 5_000;

/** Bytes outside shared memory. Written for TypeScript before 5.7 too, where Uint8Array is not generic. */
export type Bytes = ReturnType<typeof Uint8Array.of>;

/** A body, complete or truncated. */
export interface Body {
  readonly bytes: Bytes;
  /** Whether the size limit ended the reading. */
  readonly isTruncated: boolean;
}

/** A complete response: the members of `Response` that openapi-fetch reads, over a body that is in memory. */
export interface Answer extends Body {
  /** URL of the request. */
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  /** The object that `fetch` resolved to. Its body is read. */
  readonly response: Response;
  readonly ok: boolean;
  /** The body as text. Throws for a 2xx that is not valid UTF-8: a silent U+FFFD would corrupt a value. */
  readonly text: () => string;
  /** The body of a 2xx as JSON. Undefined for a status without a body, regardless of its Content-Length. */
  readonly json: () => unknown;
}

export function answerOf(url: string, status: number, headers: Headers, response: Response, { bytes, isTruncated }: Body): Answer {
  const ok = isSuccess(status);
  const text = () => (ok ? strictDecoder : lenientDecoder).decode(bytes);
  const json = () => (hasNoBody(status) ? undefined : JSON.parse(text()));
  return { url, status, headers, response, ok, bytes, isTruncated, text, json };
}

const strictDecoder = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true });
const lenientDecoder = /* @__PURE__ */ new TextDecoder();

/** Decodes UTF-8, replacing invalid bytes. Not the decoder itself: `@types/node` has no type for it. */
export function decodeLeniently(bytes: Uint8Array): string {
  return lenientDecoder.decode(bytes);
}

function isSuccess(status: number): boolean {
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
export function readBody(response: Response, status: number, deadline: Deadline, limit: number): Body | Promise<Body> {
  // A custom fetch may ignore an abort.
  if (isRedirect(status) || hasNoBody(status) || deadline.isOver) {
    deadline.isUnread = true;
    void cancel(() => response.body);
    return limited([], 0, 0);
  }
  const { body } = response;
  if (response.bodyUsed) throw new TypeError("the body was already consumed");
  // A server may send a body with a 304 anyway, which fetch would keep receiving.
  deadline.isUnread = body === null;
  const max = isSuccess(status) ? limit : Math.min(limit, longestErrorBody);
  // A custom fetch may return a Response whose body is not a web stream.
  if (typeof body?.getReader !== "function") return readBuffer(response, max);
  return isSuccess(status) ? readStream(body, deadline, max) : readErrorStream(body, deadline, max);
}

/** Reads a body that is not a stream, and so is entirely in memory. */
async function readBuffer(response: Response, limit: number): Promise<Body> {
  const body: unknown = await response.arrayBuffer();
  if (!isA("Uint8Array", body) && !isA("ArrayBuffer", body)) throw new TypeError(notBytes);
  const bytes = new Uint8Array(body as ArrayBuffer);
  return limited([bytes], bytes.length, limit);
}

const notBytes = "the body does not consist of bytes";

/** Class check that works across realms, for example in test environments. */
function isA(name: "Uint8Array" | "ArrayBuffer", value: unknown): boolean {
  return Object.prototype.toString.call(value) === `[object ${name}]`;
}

/** Cancels a web or Node stream. A pending read then ends as if the stream were complete. Never rejects. */
async function cancel(target: () => unknown): Promise<void> {
  try {
    const stream = target() as { cancel?: () => unknown; destroy?: () => unknown };
    await (stream.cancel ? stream.cancel() : stream.destroy?.());
  } catch {
    // The stream is discarded anyway.
  }
}

/** Reads an error body, for a limited time. */
async function readErrorStream(stream: ReadableStream<Bytes>, deadline: Deadline, limit: number): Promise<Body> {
  const release = deadline.clock.schedule(longestErrorWait, () => deadline.giveUp?.());
  try {
    return await readStream(stream, deadline, limit);
  } finally {
    release();
  }
}

/** Reads a stream to its end, or until it has more than `limit` bytes. */
export async function readStream(stream: ReadableStream<Bytes>, deadline: Deadline, limit: number): Promise<Body> {
  // arrayBuffer() takes a third longer.
  const reader = stream.getReader();
  const giveUp = () => void cancel(() => reader);
  deadline.giveUp = giveUp;
  const chunks: Bytes[] = [];
  let length = 0;
  while (length <= limit) {
    const { done, value } = await reader.read();
    if (done) return limited(chunks, length, limit);
    // A custom fetch may keep streaming after an abort, or stream other things than bytes.
    if (deadline.isOver || !isA("Uint8Array", value)) {
      giveUp();
      throw new TypeError(notBytes);
    }
    chunks.push(value);
    length += value.length;
  }
  giveUp();
  return limited(chunks, length, limit);
}

/** Joins the chunks. Of a body beyond the limit, keeps the start that errors show. */
function limited(chunks: readonly Bytes[], length: number, limit: number): Body {
  const isTruncated = length > limit;
  return { bytes: joined(chunks, isTruncated ? Math.min(limit, longestErrorBody) : length), isTruncated };
}

/** The first `length` bytes of the chunks. */
function joined(chunks: readonly Bytes[], length: number): Bytes {
  if (chunks.length === 1) return chunks[0]!.subarray(0, length);
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, length - offset), offset);
    offset = Math.min(length, offset + chunk.length);
  }
  return bytes;
}
