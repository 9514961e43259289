/** Server for the HTTP measure. Reports its address and responds to every request with the same body. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { bodyOf } from "./bodies.js";

const body = bodyOf("listServices", "services", 2_000);
const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };

const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, headers).end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`));
