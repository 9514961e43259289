import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createAnswers } from "./answers.js";
import type { MockAnswer, MockOperation, MockRequest, MockServer, MockServerOptions } from "./types.js";
import { type PrismRequest, type PrismResponse, problem, startPrism } from "./prism.js";

/** A response to send: the mock's own, or a custom one. */
type Reply = Pick<PrismResponse, "status" | "headers" | "body">;

/** Starts an HTTP server in front of Prism. */
export async function startServer({ port = 0, dynamic = false, answers: initial = {} }: MockServerOptions): Promise<MockServer> {
  const prism = await startPrism(dynamic);
  const answers = createAnswers(initial, prism.operations);
  const requests: MockRequest[] = [];

  async function reply(incoming: IncomingMessage): Promise<Reply> {
    const text = await textOf(incoming);
    const isJson = /[/+]json\b/.test(incoming.headers["content-type"] ?? "");
    let body: unknown = text === "" ? undefined : text;
    let malformed: unknown;
    try {
      if (isJson && text !== "") body = JSON.parse(text);
    } catch (error) {
      malformed = error;
    }
    const input = prismRequest(incoming, body);
    const { operation, path = {} } = prism.match(input) ?? {};
    const received: MockRequest = {
      operation: operation as MockOperation | undefined,
      method: incoming.method ?? "GET",
      path,
      query: { ...input.url.query },
      headers: { ...input.headers },
      body,
    };
    requests.push({ ...received, headers: withoutToken(received.headers) });
    if (malformed !== undefined) return problem({ title: "Invalid JSON", status: 400, detail: String(malformed) });
    if (operation !== undefined && answers.has(operation)) {
      // A custom response may have any media type and needs no example.
      const { accept: _, ...headers } = input.headers ?? {};
      const { isValid } = await prism.respond({ ...input, headers: { ...headers, prefer: "dynamic=false" } });
      const answer = isValid ? await answers.to(received) : undefined;
      if (answer !== undefined) return customReply(answer);
    }
    return prism.respond(input);
  }

  const server = createServer((incoming, response) => {
    allowOtherOrigins(incoming, response);
    if (isPreflight(incoming)) return void response.writeHead(204).end();
    void reply(incoming)
      .catch((error: unknown) => problem({ title: "The mock failed", status: 500, detail: String(error) }))
      .then((result) => send(response, result));
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve)).catch((reason: unknown) => {
    throw new Error(`startMockServer cannot listen on port ${port}: ${String(reason)}`);
  });

  let closed: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer: (operationId, answer) => answers.set(operationId, answer as MockAnswer),
    reset() {
      answers.reset();
      requests.length = 0;
    },
    close: () =>
      (closed ??= new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })),
  };
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function prismRequest({ method = "GET", url = "/", headers }: IncomingMessage, body: unknown): PrismRequest {
  const { pathname, searchParams } = new URL(url, "http://mock");
  const query = [...new Set(searchParams.keys())].map((name): [string, string | string[]] => {
    const values = searchParams.getAll(name);
    return [name, values.length === 1 ? values[0]! : values];
  });
  return {
    // Prism finds no route for an unknown method.
    method: method.toLowerCase() as PrismRequest["method"],
    url: { path: pathname, query: Object.fromEntries(query) },
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body,
  };
}

/** The headers without the token of `authorization`. */
function withoutToken(headers: MockRequest["headers"]): MockRequest["headers"] {
  const { authorization } = headers;
  return authorization === undefined ? headers : { ...headers, authorization: authorization.replace(/^(Bearer )?.*$/is, "$1[redacted]") };
}

function customReply({ status = 200, headers = {}, body }: MockAnswer): Reply {
  if (body === undefined) return { status, headers, body: undefined };
  const hasType = Object.keys(headers).some((name) => name.toLowerCase() === "content-type");
  return {
    status,
    headers: hasType ? headers : { "Content-Type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  };
}

/** Allows pages of any origin to call the mock and to read its headers. */
function allowOtherOrigins({ headers }: IncomingMessage, response: ServerResponse): void {
  response.setHeader("Access-Control-Allow-Origin", headers.origin ?? "*");
  response.setHeader("Access-Control-Allow-Credentials", "true");
  response.setHeader("Access-Control-Allow-Headers", headers["access-control-request-headers"] ?? "*");
  response.setHeader("Access-Control-Allow-Methods", "GET, PUT, PATCH, POST, DELETE");
  response.setHeader("Access-Control-Expose-Headers", "*");
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === "OPTIONS" && headers["access-control-request-method"] !== undefined;
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  try {
    response.writeHead(status, headers).end(body);
  } catch (error) {
    // A custom header may be invalid in HTTP.
    const failed = problem({ title: "The mock failed", status: 500, detail: String(error) });
    response.writeHead(failed.status, failed.headers).end(failed.body);
  }
}
