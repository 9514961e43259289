import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { servers } from "../../config.js";
import { WmConfigError } from "../../errors.js";
import { identify } from "../../transport/identity.js";
import { fillPath } from "../../http.js";
import { jsonWithoutTokens, withoutTokens } from "../../transport/redact.js";
import { type Bodies, identifierOptions, identifiersOf } from "./identifiers.js";
import { judge, notChecked, parsed } from "./judge.js";
import { type ContractOptions, type Environment, readContractOptions, UsageError, usageOf } from "./options.js";
import { type Call, type ContractSpec, callsOf, inCallingOrder } from "./plan.js";
import { startValidatingProxy, type ValidatingProxy } from "./proxy.js";
import { type Entry, exitCode, jsonOf, junitOf, type Report, textOf } from "./report.js";

/** Where the command writes. */
export interface Output {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether a person watches `stderr`. */
  readonly isTTY: boolean;
}

const specPath = "generated/openapi.yaml";

/** The command. Resolves to its exit status. */
export async function runContract(root: string, args: readonly string[], environment: Environment, output: Output): Promise<number> {
  const secrets = [environment.WM_TOKEN?.trim(), environment.WM_CLIENT_ID?.trim()].filter((secret) => secret !== undefined && secret !== "") as string[];
  const specFile = join(root, specPath);
  const spec = await readSpec(specFile);
  const identifiers = identifierOptions(spec);
  try {
    const now = new Date();
    const options = readContractOptions(args, identifiers, environment, now);
    const report = jsonWithoutTokens(await check(root, { specFile, spec, options, now, output }), secretsOf(options)) as Report;
    output.stdout(`${options.json ? jsonOf(report) : textOf(report)}\n`);
    if (options.junit !== undefined) await writeJunit(options.junit, junitOf(report));
    return exitCode(report);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    output.stderr(`${withoutTokens(error.message, secrets)}\n\n${usageOf(identifiers)}\n`);
    return 2;
  }
}

/** Client ids are redacted from reports, unless shorter than 8 characters (too many false matches). */
function secretsOf({ token, config: { clientId } }: ContractOptions): string[] {
  return [token, ...(clientId.length >= 8 ? [clientId] : [])];
}

async function writeJunit(file: string, xml: string): Promise<void> {
  await writeFile(file, xml).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--junit: the file cannot be written (${error.code})`);
  });
}

const specs = new Map<string, Promise<ContractSpec>>();

/** The merged spec. All runs in one process share it. */
function readSpec(file: string): Promise<ContractSpec> {
  const spec = specs.get(file) ?? readFile(file, "utf8").then((text) => parse(text) as ContractSpec);
  specs.set(file, spec);
  return spec;
}

interface Run {
  readonly specFile: string;
  readonly spec: ContractSpec;
  readonly options: ContractOptions;
  readonly now: Date;
  readonly output: Output;
}

async function check(root: string, { specFile, spec, options, now, output }: Run): Promise<Report> {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { readonly version: string };
  const calls = callsOf(spec, options.includeWrites, options.days);
  const written = await readBodies(options, calls);
  const proxy = await startValidatingProxy(specFile, options.config.baseUrl);
  const progress = progressOn(output, calls.length);
  try {
    const entries = new Map<Call, Entry>();
    const bodies = new Map<string, unknown>();
    for (const call of inCallingOrder(calls)) {
      progress.at(entries.size + 1, call.name);
      entries.set(call, await callOnce({ spec, options, proxy, bodies, written }, call));
    }
    return {
      date: now.toISOString(),
      baseUrl: options.config.baseUrl,
      specVersion: spec.info.version,
      packageVersion: version,
      command: options.command,
      from: options.days.from,
      to: options.days.to,
      entries: calls.map((call) => entries.get(call)!),
    };
  } finally {
    progress.end();
    await proxy.close();
  }
}

/** The files of `--body`. They are read before the first call, so that a mistake leaves nothing half done. */
async function readBodies({ bodies, includeWrites }: ContractOptions, calls: readonly Call[]): Promise<Map<string, unknown>> {
  const read = new Map<string, unknown>();
  for (const [operationId, file] of bodies) {
    if (!includeWrites) throw new UsageError("--body: needs --include-writes");
    if (!calls.some(({ operation }) => operation.operationId === operationId && operation.takesBody)) {
      throw new UsageError("--body: names an operation that takes no body");
    }
    const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(`--body: the file for ${operationId} cannot be read (${error.code})`);
    });
    const body = parsed(text);
    if (body === undefined) throw new UsageError(`--body: the file for ${operationId} is not JSON`);
    read.set(operationId, body);
  }
  return read;
}

interface Context {
  readonly spec: ContractSpec;
  readonly options: ContractOptions;
  readonly proxy: ValidatingProxy;
  /** The bodies of the 200s so far. */
  readonly bodies: Map<string, unknown>;
  readonly written: ReadonlyMap<string, unknown>;
}

async function callOnce({ spec, options, proxy, bodies, written }: Context, call: Call): Promise<Entry> {
  const { operationId, method, path } = call.operation;
  const described = { name: call.name, operationId, method, path };
  const unsent = (reason: string): Entry => ({ ...described, status: undefined, timeMs: undefined, trackingId: undefined, ...notChecked(reason) });

  if (call.unknown !== undefined) return unsent(`no value is known for ${call.unknown}`);
  const filled = filledPath(spec, call, options, bodies);
  if ("reason" in filled) return unsent(filled.reason);
  const body = call.operation.takesBody ? (written.get(operationId) ?? exampleBody(spec, call, options)) : undefined;
  if (call.operation.takesBody && body === undefined) return unsent(`no body: give --body ${operationId}=<file>`);

  const trackingId = randomUUID();
  const { config, token } = options;
  const own = new Headers({ "User-Agent": "wm-customer-api contract check", ...(body !== undefined && { "Content-Type": "application/json" }) });
  const headers = identify(own, { clientId: config.clientId, token, trackingId });
  const exchange = await proxy.send({ method, path: filled.path, query: call.query, headers, body, trackingId });
  const { answer, timeMs } = exchange;
  if (answer?.status === 200 && method === "GET") bodies.set(call.name, parsed(answer.text));
  return { ...described, status: answer?.status, timeMs, trackingId, ...judge(spec, call, exchange) };
}

function filledPath(spec: ContractSpec, call: Call, options: ContractOptions, bodies: Bodies): { readonly path: string } | { readonly reason: string } {
  const identifiers = identifiersOf(spec, call, options.identifiers, bodies);
  if ("missing" in identifiers) return { reason: identifiers.missing };
  try {
    return { path: fillPath(call.operation.path, identifiers.values) };
  } catch (error) {
    if (error instanceof WmConfigError) return { reason: error.message };
    throw error;
  }
}

interface WrittenBody {
  readonly content?: Readonly<Record<string, { readonly examples?: Readonly<Record<string, { readonly value?: unknown }>> }>>;
}

/** The first example of a body. Production is given none: made-up contacts would take the place of a customer's own. */
function exampleBody(spec: ContractSpec, { operation: { path, method } }: Call, { config }: ContractOptions): unknown {
  if (new URL(config.baseUrl).host === new URL(servers.production).host) return undefined;
  const { content } = (spec.paths[path]?.[method.toLowerCase()]?.requestBody ?? {}) as WrittenBody;
  return Object.values(content?.["application/json"]?.examples ?? {})[0]?.value;
}

/** Progress line on a TTY. */
function progressOn({ stderr, isTTY }: Output, total: number) {
  return {
    at: (number: number, name: string) => isTTY && stderr(`\r\x1b[K${number}/${total} ${name}`),
    end: () => isTTY && stderr("\r\x1b[K"),
  };
}
