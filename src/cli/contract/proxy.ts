import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { performance } from "node:perf_hooks";
import { createLogger } from "@stoplight/prism-core";
import { createInstance, getHttpOperationsFromSpec } from "@stoplight/prism-http";

/** How long an operation may take, in milliseconds. */
const timeout = 30_000;

export interface ProxyRequest {
  readonly method: string;
  /** The path below the base URL, filled. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly trackingId: string;
}

/** What the server sent, before Prism has read it. */
export interface Answer {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly text: string;
}

/** What Prism finds wrong, in its words. */
export interface Finding {
  readonly location: readonly string[];
  readonly message: string;
}

export interface Exchange {
  readonly timeMs: number;
  /** Undefined where the server did not answer. */
  readonly answer: Answer | undefined;
  /** Why it did not, or why Prism could not look at what it said. */
  readonly failure: string | undefined;
  readonly findings: readonly Finding[];
}

export interface ValidatingProxy {
  send(request: ProxyRequest): Promise<Exchange>;
  close(): Promise<void>;
}

interface Recorded {
  readonly timeMs: number;
  readonly answer?: Answer;
  readonly failure?: string;
}

/**
 * Prism's validating proxy in this process. Prism follows redirects with the credentials of the request, gives up on a body that is not
 * JSON and makes up an answer in place of a 501; so its upstream is a relay on this machine, which follows none and keeps what came.
 */
export async function startValidatingProxy(specFile: string, baseUrl: string): Promise<ValidatingProxy> {
  const relay = await startRelay(baseUrl);
  const operations = await operationsIn(specFile);
  const prism = createInstance(
    {
      isProxy: true,
      upstream: new URL(relay.url),
      upstreamProxy: undefined,
      validateRequest: true,
      validateResponse: true,
      checkSecurity: true,
      errors: false,
      mock: { dynamic: false, ignoreExamples: false },
    },
    { logger: createLogger("prism", { level: "silent" }) },
  );
  return {
    async send({ method, path, query, headers, body, trackingId }) {
      const recorded = relay.expect(trackingId);
      const input = { method: method.toLowerCase() as "get", url: { path, query: { ...query } }, headers: lowerCased(headers), body };
      const outcome = await prism.request(input, operations)();
      const { timeMs, answer, failure } = recorded() ?? { timeMs: 0, failure: "the request was not sent" };
      if (outcome._tag === "Left") return { timeMs, answer, failure: failure ?? "Prism could not read the answer", findings: [] };
      const { validations } = outcome.right;
      const findings = [...validations.input.map(finding("request")), ...validations.output.map(finding("response"))];
      return { timeMs, answer, failure, findings };
    },
    close: relay.close,
  };
}

const loaded = new Map<string, ReturnType<typeof getHttpOperationsFromSpec>>();

/** Prism's reading of the spec. The validators that it compiles belong to it, so all runs in one process share it. */
function operationsIn(specFile: string): ReturnType<typeof getHttpOperationsFromSpec> {
  const operations = loaded.get(specFile) ?? getHttpOperationsFromSpec(specFile);
  loaded.set(specFile, operations);
  return operations;
}

const finding =
  (side: string) =>
  ({ path = [], message }: { readonly path?: readonly (string | number)[]; readonly message: string }): Finding => ({
    location: [side, ...path.map(String)],
    message,
  });

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

interface Relay {
  readonly url: string;
  /** Lets one request through, and gives what became of it. */
  expect(trackingId: string): () => Recorded | undefined;
  close(): Promise<void>;
}

/** Passes the requests that are expected on to the server, and refuses those of anybody else. */
async function startRelay(baseUrl: string): Promise<Relay> {
  const expected = new Map<string, (recorded: Recorded) => void>();
  const server = createServer((request, response) => {
    const trackingId = String(request.headers["request-tracking-id"]);
    const record = expected.get(trackingId);
    expected.delete(trackingId);
    if (record === undefined) return void response.writeHead(403).end();
    void forward(baseUrl, request).then((recorded) => {
      record(recorded);
      passOn(recorded, response);
    });
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    expect(trackingId) {
      let kept: Recorded | undefined;
      expected.set(trackingId, (recorded) => {
        kept = recorded;
      });
      return () => kept;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Headers that belong to one connection, and those that `fetch` sets itself. */
const ownHeaders = ["host", "connection", "keep-alive", "content-length", "transfer-encoding", "accept-encoding"];

async function forward(baseUrl: string, request: IncomingMessage): Promise<Recorded> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.entries(request.headers).filter(([name]) => !ownHeaders.includes(name)) as [string, string][];
  const begun = performance.now();
  const elapsed = () => Math.round(performance.now() - begun);
  try {
    const response = await fetch(`${baseUrl}${request.url}`, {
      method: request.method ?? "GET",
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    const text = await response.text();
    return { timeMs: elapsed(), answer: { status: response.status, contentType: response.headers.get("content-type") ?? undefined, text } };
  } catch (error) {
    return { timeMs: elapsed(), failure: failureOf(error) };
  }
}

/** The kind of failure alone: messages of others may hold anything. */
function failureOf(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") return `no answer within ${timeout / 1000} s`;
  const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
  return `the connection failed${typeof cause?.code === "string" ? ` (${cause.code})` : ""}`;
}

/** Without `Location`, which Prism would follow. */
function passOn({ answer }: Recorded, response: ServerResponse): void {
  if (answer === undefined) return void response.destroy();
  response.writeHead(answer.status, answer.contentType === undefined ? {} : { "content-type": answer.contentType }).end(answer.text);
}
