import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { type Answer, isBodiless, payloadOf } from "./answers.js";
import { withToken } from "./secrets.js";

/** A received request and the state of its answer. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  /** Whether the exchange is over: the answer was sent, or the client has hung up. */
  isOver: boolean;
}

/** Answers the requests of one call. */
export interface Script {
  /** Called for every request. Returns the answer. */
  readonly next: (exchange: Exchange) => Answer;
  /** Called when the server sends nothing more until the client hangs up. */
  readonly onHang: (exchange: Exchange) => void;
}

/** An answer in progress. */
interface Sending {
  readonly answer: Answer;
  readonly token: string;
  /** Called when nothing more will be sent. */
  readonly onHang: () => void;
}

/** Header that identifies the call of a request. */
export const callHeader = "x-fuzz-call";

/** Number of bytes after which an endless body stalls. More than any limit of a case. */
const longestFlood = 4_000_000;

/** Max transit time of a request, in milliseconds. */
const longestWay = 1_000;

/** Delay before a reset, in milliseconds, so that earlier bytes are read first. */
const resetDelay = 3;

/** A real HTTP server that several cases use in turn. */
export class FuzzServer {
  readonly url: string;
  /** Requests without a running call. */
  readonly strays: string[] = [];
  readonly #server: Server;
  readonly #scripts: Map<string, Script>;
  readonly #forgotten = new Set<string>();

  private constructor(server: Server, scripts: Map<string, Script>) {
    this.#server = server;
    this.#scripts = scripts;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(): Promise<FuzzServer> {
    const scripts = new Map<string, Script>();
    const server = createServer({ keepAliveTimeout: 600_000, requestTimeout: 0, headersTimeout: 0 });
    server.on("connection", (socket) => socket.on("error", () => undefined));
    server.on("clientError", (_, socket) => void socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const fuzz = new FuzzServer(server, scripts);
    server.on("request", (request, response) => void fuzz.#receive(request, response));
    return fuzz;
  }

  /** Answers the requests of a call from now on. */
  expect(call: string, script: Script): void {
    this.#scripts.set(call, script);
  }

  /** Later requests of this call are strays, except one in transit when the call is aborted. */
  forget(call: string): void {
    this.#scripts.delete(call);
    this.#forgotten.add(call);
    setTimeout(() => this.#forgotten.delete(call), longestWay).unref();
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = String(request.headers[callHeader]);
    const body = await textOf(request);
    const script = this.#scripts.get(call);
    if (script === undefined) {
      if (!this.#forgotten.has(call)) this.strays.push(`${request.method} ${request.url} of call ${call}`);
      request.socket.destroy();
      return;
    }
    const exchange: Exchange = { method: request.method ?? "", url: request.url ?? "", headers: request.headers, body, isOver: false };
    const finish = () => (exchange.isOver = true);
    response.on("finish", finish);
    response.on("close", finish);
    const answer = script.next(exchange);
    const token = String(request.headers.authorization).replace("Bearer ", "");
    const sending = { answer, token, onHang: () => void (exchange.isOver || script.onHang(exchange)) };
    await (answer.framing === "node" ? sendWithNode(response, sending) : sendBytes(request.socket, sending));
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    // The client hung up.
  }
  return Buffer.concat(chunks).toString("utf8");
}

const contentEncoding = { none: undefined, gzip: "gzip", deflate: "deflate", br: "br", broken: "gzip" } as const;

function headersOf({ headers, coding }: Answer, token: string): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [name, withToken(value, token)] as const);
  const encoding = contentEncoding[coding];
  return { ...Object.fromEntries(entries), ...(encoding && { "content-encoding": encoding }) };
}

/** The payload in this number of pieces. The last is not empty. */
function piecesOf(bytes: Buffer, pieces: number): Buffer[] {
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  const parts: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += size) parts.push(bytes.subarray(start, start + size));
  return parts;
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

async function sendWithNode(response: ServerResponse, { answer, token, onHang }: Sending): Promise<void> {
  const { status, pieces } = answer;
  // Without a body, nothing can stall, and the client reuses the connection.
  const end = isBodiless(status) && answer.end !== "reset" ? "complete" : answer.end;
  const payload = payloadOf(answer, token);
  // The client must not reuse a connection that will break.
  response.writeHead(status, { ...headersOf(answer, token), ...(end !== "complete" && { connection: "close" }) });
  // The client waits for a response after this.
  if (status < 200) onHang();
  if (end === "complete" && pieces === 1) return void response.end(payload);
  for (const piece of piecesOf(payload, pieces)) {
    if (response.destroyed) return;
    response.write(piece);
    await turn();
  }
  if (end === "complete") response.end();
  else if (end === "endless") await flood(response.socket, (chunk, done) => response.write(chunk, done), onHang);
  else {
    response.flushHeaders();
    finish(response.socket, end, onHang);
  }
}

function headOf(answer: Answer, token: string, length: number): string {
  const { status, framing } = answer;
  if (framing === "garbage") return `HTP/1.1 ${status}\r\n${withToken("<<verbatim>>", token)}\r\n\r\n`;
  const announced = { short: Math.max(0, length - 1), long: length + 1, length }[framing as string];
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? withToken("<<uri>>", token)}`,
    "connection: close",
    ...Object.entries(headersOf(answer, token)).map(([name, value]) => `${name}: ${value}`),
    ...(announced === undefined ? [] : [`content-length: ${announced}`]),
    ...(framing === "chunked" || framing === "badchunk" ? ["transfer-encoding: chunked"] : []),
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}

function framed(piece: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from("\r\n")]);
}

/** Bypasses node:http, which would correct the errors. The connection is not reused. */
async function sendBytes(socket: Socket, { answer, token, onHang }: Sending): Promise<void> {
  const { framing, sent, end, pieces } = answer;
  const payload = payloadOf(answer, token);
  const head = Buffer.from(headOf(answer, token, payload.length), "latin1");
  const isChunked = framing === "chunked" || framing === "badchunk";
  const last = framing === "badchunk" ? "zz\r\n" : "0\r\n\r\n";
  const parts = isChunked ? [...piecesOf(payload, pieces).map(framed), ...(end === "complete" ? [Buffer.from(last)] : [])] : piecesOf(payload, pieces);
  const rest = Buffer.concat(parts);
  const kept = rest.subarray(0, Math.floor((rest.length * sent) / 100));
  socket.write(head);
  for (const piece of piecesOf(kept, pieces)) {
    if (pieces > 1) await turn();
    if (socket.destroyed) return;
    socket.write(piece);
  }
  if (end === "endless") await flood(socket, (chunk, done) => socket.write(isChunked ? framed(chunk) : chunk, done), onHang);
  else finish(socket, end, onHang);
}

function finish(socket: Socket | null, end: "complete" | "reset" | "stall", onHang: () => void): void {
  if (end === "complete") socket?.end();
  else if (end === "reset") setTimeout(() => socket?.resetAndDestroy(), resetDelay);
  else onHang();
}

/** Writes as fast as the client reads, until it hangs up. */
async function flood(socket: Socket | null, write: (chunk: Buffer, done: () => void) => void, onHang: () => void): Promise<void> {
  const chunk = Buffer.alloc(65_536, "x");
  let isStuck = false;
  for (let size = 0; size < longestFlood && socket?.destroyed === false; size += chunk.length) {
    const written = new Promise<void>((resolve) => {
      const done = () => {
        socket.off("close", done);
        resolve();
      };
      socket.once("close", done);
      write(chunk, done);
    });
    const soon = setTimeout(() => {
      isStuck = true;
      onHang();
    }, 20);
    await written;
    clearTimeout(soon);
  }
  if (!isStuck && socket?.destroyed === false) onHang();
}
