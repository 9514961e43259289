import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import type { createWmClient } from "wm-customer-api";
import { main } from "../../src/cli/main.js";
import { clientOnManualClock, secret } from "./client.js";
import type { Run } from "./project.js";
import { type Handler, json, serve, type TestServer } from "./server.js";
import { customerId, operations } from "./spec.js";

export const clientId = "client-0001-of-wm";
export const environment: Readonly<Record<string, string>> = { WM_CLIENT_ID: clientId, WM_TOKEN: secret, WM_CUSTOMER_ID: customerId };
export const reads = operations.filter(({ method }) => method === "GET");

/** Tickets have two kinds, which are listed and read separately. */
export const readCalls = reads.length + 2;

export interface Settings {
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
  readonly createClient?: typeof createWmClient;
}

const withoutWaits: typeof createWmClient = (options) => clientOnManualClock(options).wm;

/** Runs `wm-customer-api contract` in this process without waits before retries. Fails if its output contains a credential. */
export async function contract(args: readonly string[], settings: Settings = {}): Promise<Run> {
  const run = await command(["contract", ...args], settings);
  for (const shown of [run.stdout, run.stderr]) {
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(clientId);
  }
  return run;
}

/** Runs `wm-customer-api` in this process. */
export async function command(args: readonly string[], { env = environment, isTTY = false, createClient = withoutWaits }: Settings = {}): Promise<Run> {
  const written = { stdout: [] as string[], stderr: [] as string[] };
  const output = { stdout: (text: string) => written.stdout.push(text), stderr: (text: string) => written.stderr.push(text), isTTY };
  const code = await main(args, env, output, createClient);
  return { code, stdout: written.stdout.join(""), stderr: written.stderr.join("") };
}

/** The example of a GET with this path and this query. */
export function exampleFor(path: string, query = ""): unknown {
  const fits = ({ path: template }: { path: string }) => new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`).test(path);
  // A literal segment takes precedence over a parameter.
  const operation = reads.filter(fits).toSorted((one, other) => one.path.split("{").length - other.path.split("{").length)[0];
  const { disposal, ...others } = operation?.ok?.examples ?? {};
  const [first] = Object.values(others);
  return ((query.includes("disposal") && disposal) || first || disposal)?.value ?? {};
}

export const text =
  (body: string, contentType: string, status = 200): Handler =>
  (response) =>
    void response.writeHead(status, { "content-type": contentType }).end(body);

/** A server that responds with the spec's examples, except for these paths below the customer. */
export function serveWith(deviations: Readonly<Record<string, Handler>>): Promise<TestServer> {
  return serve((response, request, index) => {
    const { pathname, search } = new URL(request.url, "http://host");
    const path = pathname.replace(/^\/v1/, "");
    const answer = deviations[path.replace(`/customers/${customerId}`, "")] ?? json(exampleFor(path, search));
    answer(response, request, index);
  });
}

/** Runs the check against a server with deviations. */
export async function check(deviations: Readonly<Record<string, Handler>>, args: readonly string[] = [], settings?: Settings) {
  const server = await serveWith(deviations);
  return { server, ...(await contract(["--base-url", `${server.url}/v1`, ...args], settings)) };
}

/** A file name in a folder that exists until the test ends. */
export async function temporaryFile(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "wm-contract-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, name);
}

/** The URLs that a server received, without what all of them share. */
export function pathsAsked({ requests }: Pick<TestServer, "requests">): string[] {
  return requests.map(({ url }) => url.replace(`/v1/customers/${customerId}`, ""));
}

/** The calls of a JSON report, by name. */
export const byName = (stdout: string): Record<string, any> =>
  Object.fromEntries(JSON.parse(stdout).operations.map((entry: { name: string }) => [entry.name, entry]));
