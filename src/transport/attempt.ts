import type { Clock } from "./clock.js";
import { type Deadline, within } from "./deadline.js";
import { WmConnectionError, type WmErrorContext } from "../errors.js";
import { redactError, withoutTokens } from "./redact.js";

/** The most that is read of the body of an error, in bytes. */
const longestErrorBody = 1_000_000;
/** The longest that is waited for the body of an error, in milliseconds. */
const longestErrorWait = 5_000;

/** Bytes in memory of their own, in words that TypeScript before 5.7 knows too: Uint8Array is not generic there. */
type Bytes = ReturnType<typeof Uint8Array.of>;

/** A complete answer to one attempt. */
export interface Received {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly body: Bytes;
}

export interface AttemptContext extends WmErrorContext {
  readonly operation: string;
  /** Must not appear in what is thrown. */
  readonly tokens: readonly string[];
}

/**
 * Makes one HTTP request and reads its answer to the end. Throws {@link WmConnectionError}, or what the deadline gives: its error for
 * lateness or the caller's reason for aborting.
 */
export function attempt(fetch: typeof globalThis.fetch, url: string, init: RequestInit, deadline: Deadline, context: AttemptContext): Promise<Received> {
  return within(deadline, async (signal) => {
    let answered = "";
    try {
      init.signal = signal;
      init.redirect = "manual";
      const response = await fetch(url, init);
      checkResponse(response);
      answered = `; status ${response.status} arrived, but its body broke off`;
      const { status, statusText, headers } = response;
      return { status, statusText, headers, body: await readBody(response, signal, deadline.clock) };
    } catch (cause) {
      const { tokens, ...rest } = context;
      const message = `${context.operation}: no complete answer from ${new URL(url).host} (${withoutTokens(reasonOf(cause), tokens)})${answered}`;
      throw new WmConnectionError(message, { ...rest, cause: redactError(cause, tokens) });
    }
  });
}

/** A redirect is never followed, so its body is of no use. A browser shows one with status 0. */
export function isRedirect(status: number): boolean {
  return status === 0 || (status >= 300 && status < 400 && status !== 304);
}

/** What a `fetch` of the caller's own resolves to may be anything. */
function checkResponse(response: Response): void {
  if (typeof response?.headers?.get !== "function") throw new TypeError("fetch did not resolve to a Response");
  if (response.type === "error") throw new TypeError("fetch resolved to a network error");
}

function readBody(response: Response, signal: AbortSignal, clock: Clock): Promise<Bytes> {
  const { ok, status, body } = response;
  if (isRedirect(status)) return discard(body);
  // Its stream would be read from where somebody else has left it.
  if (response.bodyUsed) throw new TypeError("the body has been read already");
  // What is not a stream here is the body of a fetch that has its own Response.
  if (typeof body?.getReader !== "function") return readBuffer(response);
  // arrayBuffer() does the same in more steps, and takes a third longer.
  const reader = body.getReader() as Reader;
  return ok ? readAll(reader, signal, Infinity) : readStart(reader, signal, clock);
}

async function readBuffer(response: Response): Promise<Bytes> {
  const body: unknown = await response.arrayBuffer();
  if (isA("Uint8Array", body)) return body as Bytes;
  if (!isA("ArrayBuffer", body)) throw new TypeError(notBytes);
  return new Uint8Array(body as ArrayBuffer);
}

const notBytes = "the body is not made of bytes";

/** Also of another realm, as test environments have one: it is no instance of this one's class. */
function isA(name: "Uint8Array" | "ArrayBuffer", value: unknown): boolean {
  return Object.prototype.toString.call(value) === `[object ${name}]`;
}

async function discard(body: ReadableStream | null): Promise<Bytes> {
  await body?.cancel();
  return new Uint8Array();
}

/** What is read of the network is in no shared memory, which the types of a stream leave open. */
type Reader = ReadableStreamDefaultReader<Bytes>;

/** Reads an error's body, as far as it takes neither too much memory nor too long. */
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
    // A fetch of the caller's own may put anything into its stream; one that does not heed its signal is heard by nobody by now.
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

/** Cancelling ends a pending read as if the body were over. */
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

/** The shortest text that says why `fetch` failed: Node has it in the code of the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown reason";
  const { cause } = error;
  if (cause instanceof Error) return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
  return error.message;
}
