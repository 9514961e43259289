import { type AddressInfo, createServer, type Socket } from "node:net";
import type { Handler } from "./server.js";

/** End of a connection after its bytes are sent: `reset` sends a TCP reset, `close` a FIN. */
export type Ending = "reset" | "close" | "stall";

/** Delay before a connection is cut, in milliseconds: an earlier reset would discard the bytes. */
const readingTime = 8;

/** A handler that responds with exactly these bytes, which node:http would correct. */
export function bytes(text: string | Uint8Array, ending: Ending): Handler {
  return ({ socket }) => {
    if (socket === null) return;
    const end = () => finish(socket, ending);
    if (text.length === 0) return end();
    socket.write(text, () => setTimeout(end, readingTime));
  };
}

function finish(socket: Socket, ending: Ending): void {
  if (ending === "reset") socket.resetAndDestroy();
  if (ending === "close") socket.end();
}

/** A handler that responds with this text and its length. */
export function text(body: string | Uint8Array, contentType = "text/html", status = 200, headers: Readonly<Record<string, string>> = {}): Handler {
  return (response) => void response.writeHead(status, { "content-type": contentType, "content-length": Buffer.byteLength(body), ...headers }).end(body);
}

/** A handler that responds with a status, these headers and no body. */
export function empty(status: number, headers: Readonly<Record<string, string>> = {}): Handler {
  return (response) => void response.writeHead(status, { "content-length": "0", ...headers }).end();
}

/** Outcome of an endless response. */
export interface Flood {
  /** Number of bytes that the server could write. */
  sent: number;
  /** Whether the client hung up. */
  closed: boolean;
}

/** A handler that responds with a body that never ends, as fast as the client reads it. */
export function endless(status: number, flood: Flood, headers: Readonly<Record<string, string>> = {}): Handler {
  const chunk = "x".repeat(65_536);
  return (response) => {
    response.writeHead(status, { "content-type": "text/plain", ...headers });
    response.on("close", () => (flood.closed = true));
    const pour = () => {
      while (!response.destroyed) {
        flood.sent += chunk.length;
        if (!response.write(chunk)) return void response.once("drain", pour);
      }
    };
    pour();
  };
}

/** A port without a server. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

/** A JWT with these claims and an invalid signature. */
export function jwt(claims: unknown, name = "jwt"): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part(claims)}.${name}`;
}

/** Waits in real time, to see that nothing more happens. */
export function quiet(milliseconds = 15): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Waits in real time until the condition holds. Fails with `what` otherwise. */
export async function until(condition: () => boolean, what: string, milliseconds = 60_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`not within ${milliseconds} ms: ${what}`);
    await quiet(1);
  }
}
