/** Checks that all clients send the same requests and return the same bodies. Runs before the measures. */
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { isDeepStrictEqual } from "node:util";
import { decodeWire } from "../src/index.js";
import { exampleOf } from "./bodies.js";
import { contenders, type Calls } from "./contenders.js";

const operations = { services: "listServices", invoice: "getInvoiceDetails", updateContacts: "updateContacts" } as const satisfies Record<keyof Calls, string>;

/** Request headers, except those of the connection. */
const compared = ["authorization", "clientid", "accept", "content-type"];

/** Throws for the first client that sends a request or returns a body other than bare fetch. */
export async function check(): Promise<void> {
  let seen: { readonly request: string; readonly headers: IncomingHttpHeaders } | undefined;
  let body = "";
  const server = createServer((request, response) => {
    request.resume();
    seen = { request: `${request.method} ${request.url}`, headers: request.headers };
    response.writeHead(200, { "Content-Type": "application/json" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  try {
    for (const call of Object.keys(operations) as (keyof Calls)[]) {
      const operation = operations[call];
      const wire: unknown = exampleOf(operation);
      body = JSON.stringify(wire);
      const tracked = new Set<unknown>();
      let first: unknown;
      for (const { name, isDecoded, connect } of contenders) {
        const given = await (await connect({ baseUrl, fetch: globalThis.fetch }))[call]();
        const sent = { request: seen?.request, headers: Object.fromEntries(compared.map((header) => [header, seen?.headers[header]])) };
        first ??= sent;
        if (!isDeepStrictEqual(sent, first)) throw new Error(`${name} sends ${JSON.stringify(sent)} for ${call}, and bare fetch ${JSON.stringify(first)}`);
        const expected: unknown = isDecoded ? decodeWire(operation, wire) : wire;
        if (!isDeepStrictEqual(given, expected)) throw new Error(`${name} returns another body for ${call}: ${JSON.stringify(given)}`);
        tracked.add(seen?.headers["request-tracking-id"]);
      }
      if (tracked.size !== contenders.length) throw new Error(`${call}: tracking ids are missing or not fresh`);
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
