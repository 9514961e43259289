import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Fault, planned } from "./plan.js";

/** Messages between the load test and this process. */
export type ToServer = { readonly accept: string } | { readonly report: true };
export type FromServer = { readonly port: number } | { readonly accepting: string } | { readonly report: Report };

/** Summary of the received requests. */
export interface Report {
  readonly requests: number;
  /** Number of requests with an outdated token. */
  readonly refused: number;
  readonly trackingIds: number;
  /** Number of requests per call, without the rejected ones. */
  readonly attempts: Readonly<Record<string, number>>;
  /** Unexpected requests. */
  readonly wrong: readonly string[];
}

let accepted = "";
let requests = 0;
let refused = 0;
const trackingIds = new Set<string>();
const attempts = new Map<number, number>();
const wrong: string[] = [];

const body = JSON.stringify({ note: "complete", padding: "x".repeat(1_000) });

const answers: Readonly<Record<Fault, (response: ServerResponse) => void>> = {
  reset: ({ socket }) => void socket?.resetAndDestroy(),
  cut: (response) => {
    response
      .writeHead(200, { "content-type": "application/json", "content-length": body.length })
      .write(body.slice(0, 500), () => response.socket?.resetAndDestroy());
  },
  500: (response) => json(response, 500),
  503: (response) => json(response, 503),
  "503-now": (response) => json(response, 503, { "retry-after": "0" }),
  "429-now": (response) => json(response, 429, { "retry-after": "0" }),
  404: (response) => json(response, 404),
  html: (response) => void response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><h1>Sign in</h1>"),
  redirect: (response) => void response.writeHead(302, { location: "http://elsewhere.invalid/login" }).end("gone"),
};

function json(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  response
    .writeHead(status, { "content-type": "application/json", ...headers })
    .end(JSON.stringify({ error: { code: String(status), message: "no", errors: [{ message: "x".repeat(200) }] } }));
}

const server = createServer((request, response) => {
  let received = "";
  request.setEncoding("utf8").on("data", (chunk: string) => (received += chunk));
  request.on("end", () => {
    requests++;
    const index = Number(/^\/customers\/(\d+)\/contacts$/.exec(request.url ?? "")?.[1]);
    const { method, faults } = planned(index);
    if (request.method !== method || received !== (method === "PATCH" ? JSON.stringify({ email: `${index}@example.com` }) : "")) {
      wrong.push(`${request.method} ${request.url} ${received}`);
    }
    trackingIds.add(String(request.headers["request-tracking-id"]));
    const before = attempts.get(index) ?? 0;
    const fault = faults[before];
    // Faults come from a gateway that ignores tokens. So a call gets its 401 after its last delay, and no token becomes outdated twice in a
    // call, regardless of the delays: only the plan decides how a call ends.
    if (fault === undefined && request.headers.authorization !== `Bearer ${accepted}`) {
      refused++;
      return json(response, 401);
    }
    attempts.set(index, before + 1);
    if (fault !== undefined) return answers[fault](response);
    response.writeHead(200, { "content-type": "application/json" }).end(body);
  });
});

const send = (message: FromServer) => process.send?.(message);

process.on("message", (message: ToServer) => {
  if ("accept" in message) {
    accepted = message.accept;
    send({ accepting: accepted });
  } else {
    send({ report: { requests, refused, trackingIds: trackingIds.size, attempts: Object.fromEntries(attempts), wrong: wrong.slice(0, 5) } });
  }
});
process.on("disconnect", () => process.exit());

server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => send({ port: (server.address() as AddressInfo).port }));
