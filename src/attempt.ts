import type { Clock } from "./clock.js";
import { type Deadline, within } from "./deadline.js";
import { WmConnectionError, type WmErrorContext } from "./errors.js";
import { redactError, withoutTokens } from "./redact.js";

/** The most that is read of the body of an error, in bytes. */
const longestErrorBody = 1_000_000;
/** The longest that is waited for the body of an error, in milliseconds. */
const longestErrorWait = 5_000;

/** A complete answer to one attempt. */
export interface Received {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly body: ArrayBuffer;
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
      const response = await fetch(url, { ...init, signal, redirect: "manual" });
      checkResponse(response);
      answered = `; status ${response.status} arrived, but its body broke off`;
      const { status, statusText, headers } = response;
      return { status, statusText, headers, body: await readBody(response, deadline.clock) };
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

async function readBody(response: Response, clock: Clock): Promise<ArrayBuffer> {
  if (isRedirect(response.status)) {
    await response.body?.cancel();
    return new ArrayBuffer(0);
  }
  return response.ok || typeof response.body?.getReader !== "function" ? response.arrayBuffer() : readStart(response.body, clock);
}

/** Reads an error's body, as far as it takes neither too much memory nor too long. */
async function readStart(body: ReadableStream<Uint8Array>, clock: Clock): Promise<ArrayBuffer> {
  const reader = body.getReader();
  // Cancelling ends a pending read as if the body were over.
  const giveUp = () => void reader.cancel().catch(() => undefined);
  const release = clock.schedule(longestErrorWait, giveUp);
  try {
    const chunks: Uint8Array[] = [];
    let length = 0;
    while (length < longestErrorBody) {
      const { done, value } = await reader.read();
      if (done) return joined(chunks, length);
      chunks.push(value);
      length += value.length;
    }
    giveUp();
    return joined(chunks, length).slice(0, longestErrorBody);
  } finally {
    release();
  }
}

function joined(chunks: readonly Uint8Array[], length: number): ArrayBuffer {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes.buffer;
}

/** The shortest text that says why `fetch` failed: Node has it in the code of the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown reason";
  const { cause } = error;
  if (cause instanceof Error) return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
  return error.message;
}
