import { request } from "node:http";
import type { Readable } from "node:stream";

/** Headers that support `get` alone. */
export class GetOnlyHeaders {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  get(name: string): unknown {
    return this.#values[name.toLowerCase()] ?? null;
  }
}

/** Iterable headers of another class, as node-fetch has them. */
class IterableHeaders extends GetOnlyHeaders {
  *[Symbol.iterator]() {
    for (const name of ["content-type", "content-length", "location", "retry-after", "x-request-id"]) {
      const value = this.get(name);
      if (value !== null) yield [name, value];
    }
  }
}

async function bytesOf(stream: Readable): Promise<ArrayBuffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Uint8Array.from(Buffer.concat(chunks)).buffer;
}

/** A `fetch` over `node:http`, with responses as node-fetch has them: the body is a stream of Node, which has no `cancel`. */
export function foreignFetch(headersOf: "iterable" | "get" = "iterable"): typeof globalThis.fetch {
  const fetch = (url: string, init: RequestInit) =>
    new Promise((resolve, reject) => {
      const { method = "GET", headers, body, signal } = init;
      const outgoing = request(url, { method, headers: headers as Record<string, string>, ...(signal && { signal }) }, (incoming) => {
        const values = incoming.headers;
        resolve({
          status: incoming.statusCode,
          statusText: incoming.statusMessage,
          ok: incoming.statusCode === 200,
          type: "default",
          headers: headersOf === "get" ? new GetOnlyHeaders(values) : new IterableHeaders(values),
          body: incoming,
          bodyUsed: false,
          arrayBuffer: () => bytesOf(incoming),
        });
      });
      outgoing.on("error", reject);
      outgoing.end(body as string | undefined);
    });
  return fetch as unknown as typeof globalThis.fetch;
}
