import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { createWmClient, WmClient } from "../../client.js";
import { PrismMissingError } from "../../prism.js";
import { secretsOf, withoutTokens } from "../../transport/redact.js";
import type { Output } from "../output.js";
import { createValidator, exchange, parsed, type Validate } from "./exchange.js";
import { failureIn, judge, notChecked, type Redact, stepOf } from "./judge.js";
import { junitOf } from "./junit.js";
import { type ContractOptions, type Environment, readContractOptions, UsageError, usageOf } from "./options.js";
import { createObservations, type Observations } from "./overlay.js";
import { type Call, callsOf, identifiersOf, inCallingOrder } from "./plan.js";
import { type Entry, exitCode, jsonOf, printable, type Report, textOf } from "./report.js";
import type { Operation, Spec } from "./spec.js";
import { undeclaredFields } from "./undeclared.js";

export interface Surroundings {
  readonly packageFolder: string;
  readonly spec: Spec;
  readonly operations: readonly Operation[];
  readonly environment: Environment;
  readonly output: Output;
  readonly createClient: typeof createWmClient;
}

/** `wm-customer-api contract`. Resolves to its exit status. */
export async function runContract(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { operations, environment, output } = surroundings;
  const redact = redactorOf(environment);
  try {
    const now = new Date();
    const options = readContractOptions(args, operations, environment, redact, now);
    const { report, observations } = await check(surroundings, options, redact, now);
    output.stdout(`${options.json ? jsonOf(report) : textOf(report)}\n`);
    if (options.junit !== undefined) await writeNew("--junit", options.junit, junitOf(report), "w");
    if (options.overlay !== undefined) output.stderr(`${await writeOverlay(options.overlay, observations, report.date.slice(0, 10))}\n`);
    return exitCode(report);
  } catch (error) {
    if (error instanceof PrismMissingError) {
      output.stderr(`${error.message}\n`);
    } else if (error instanceof UsageError) {
      output.stderr(`${redact(error.message)}\n\n${usageOf(operations)}\n`);
    } else throw error;
    return 2;
  }
}

/** Redacts the token and the client id, except short ones, which would match parts of words. */
function redactorOf({ WM_TOKEN = "", WM_CLIENT_ID = "" }: Environment): Redact {
  // The client rejects characters outside Latin-1 before anything is sent.
  const secrets = [WM_TOKEN.trim(), WM_CLIENT_ID.trim()].filter((text) => /^[\x20-\xff]*$/.test(text)).flatMap(secretsOf);
  return (text) => withoutTokens(text, secrets);
}

async function writeNew(option: string, file: string, text: string, flag: "w" | "wx"): Promise<void> {
  await writeFile(file, text, { flag }).catch(({ code }: NodeJS.ErrnoException) => {
    throw new UsageError(`${option}: ${code === "EEXIST" ? "the file exists already; choose another name" : `the file cannot be written (${code})`}`);
  });
}

/** Never overwrites a file: an overlay of an earlier run may be part of the spec. */
async function writeOverlay(file: string, observations: Observations, date: string): Promise<string> {
  const { text, declared, omitted } = observations.overlay(date);
  const left = omitted.length === 0 ? [] : [`Omitted, because no format fits the values or the name is unusable: ${printable(omitted.join(", "))}.`];
  if (declared === 0) return ["No overlay was written: the spec declares every field with a value.", ...left].join("\n");
  await writeNew("--overlay", file, text, "wx");
  const next = "Move it to openapi/overlays, list it last in redocly.yaml, and run `npm run generate`.";
  return [`Wrote ${declared} undeclared ${declared === 1 ? "field" : "fields"} to the overlay.`, next, ...left].join("\n");
}

interface Checked {
  readonly report: Report;
  readonly observations: Observations;
}

async function check(
  { packageFolder, spec, operations, output, createClient }: Surroundings,
  options: ContractOptions,
  redact: Redact,
  now: Date,
): Promise<Checked> {
  const { baseUrl, days, command } = options;
  const { version } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8")) as { readonly version: string };
  const written = await readBodies(options);
  const run: Run = {
    options,
    operations,
    spec,
    redact,
    written,
    client: createClient(options.client),
    validate: await createValidator(spec, baseUrl),
    bodies: new Map(),
    observations: createObservations(spec, redact),
  };
  const calls = callsOf(operations, new Set(written.keys()), days);
  const progress = progressOn(output, calls.length);
  const entries = new Map<Call, Entry>();
  try {
    for (const call of inCallingOrder(calls)) {
      progress.at(entries.size + 1, call.name);
      entries.set(call, await callOnce(run, call));
    }
  } finally {
    progress.end();
  }
  const report: Report = {
    date: now.toISOString(),
    baseUrl: redact(baseUrl),
    specVersion: spec.info.version,
    packageVersion: version,
    command,
    from: days.from,
    to: days.to,
    entries: calls.map((call) => entries.get(call)!),
  };
  return { report, observations: run.observations };
}

/** Reads the files of `--body` before the first call, so that a mistake stops the check before it sends anything. */
async function readBodies({ bodies }: ContractOptions): Promise<Map<string, unknown>> {
  const read = new Map<string, unknown>();
  for (const [operationId, file] of bodies) {
    const text = await readFile(file, "utf8").catch(({ code }: NodeJS.ErrnoException) => {
      throw new UsageError(`--body: the file for ${operationId} cannot be read (${code})`);
    });
    const body = parsed(text);
    if (body === undefined) throw new UsageError(`--body: the file for ${operationId} is not JSON`);
    read.set(operationId, body);
  }
  return read;
}

interface Run {
  readonly options: ContractOptions;
  readonly operations: readonly Operation[];
  readonly spec: Spec;
  readonly redact: Redact;
  readonly client: WmClient;
  readonly validate: Validate;
  /** Bodies to send, by operation. */
  readonly written: ReadonlyMap<string, unknown>;
  /** Bodies of the 200s so far, by the name of their call. */
  readonly bodies: Map<string, unknown>;
  readonly observations: Observations;
}

async function callOnce({ options, operations, spec, redact, client, validate, written, bodies, observations }: Run, call: Call): Promise<Entry> {
  const { operationId, method, path } = call.operation;
  const described = { name: call.name, operationId, method, path };
  const unsent = (reason: string): Entry => ({ ...described, ...notChecked(reason), undeclared: [] });
  if (call.unknown !== undefined) return unsent(`no value is known for ${call.unknown}`);
  const identifiers = identifiersOf(operations, call, options.identifiers, bodies);
  if ("missing" in identifiers) return unsent(identifiers.missing);
  const outcome = await exchange(client, validate, call, identifiers.values, written.get(operationId));
  const { answer, trackingId, timeMs } = outcome;
  const body = answer?.status === 200 ? parsed(answer.text ?? "") : undefined;
  if (body !== undefined) bodies.set(call.name, body);
  const found = undeclaredFields(spec, call, body, stepOf(redact));
  const failure = outcome.failure ?? failureIn(body, call.operation, found);
  const fields = failure === undefined ? found : [];
  observations.add(fields);
  const undeclared = [...new Set(fields.map(({ path }) => path))];
  return { ...described, status: answer?.status, timeMs, trackingId, ...judge(call, { ...outcome, failure }, redact), undeclared };
}

/** Progress line on a TTY. */
function progressOn({ stderr, isTTY }: Output, total: number) {
  return {
    at: (number: number, name: string) => isTTY && stderr(`\r\x1b[K${number}/${total} ${name}`),
    end: () => isTTY && stderr("\r\x1b[K"),
  };
}
