import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { readOptions } from "../../config.js";
import { isDay } from "../../decode/dates.js";
import { nearest } from "../../nearest.js";
import type { WmClientOptions } from "../../options.js";
import { prismInstall } from "../../prism.js";
import { parsed } from "./exchange.js";
import { customerOption, type Days, identifierOptions } from "./plan.js";
import type { Environment, Redact } from "./redact.js";
import { operations } from "./spec.js";

/** The usage, with an option for each kind of identifier. */
export const usage = `Usage: npx wm-customer-api contract --base-url <url> [options]
       npx wm-customer-api contract --environment <test|production> [options]

Checks a live server against the spec: calls every read-only operation and reports where responses deviate. Sends no write without --body.

Environment: WM_CLIENT_ID, WM_TOKEN, WM_CUSTOMER_ID (default: the customer in the overview).

  --json                      print one JSON document instead of a table
  --junit <file>              write a JUnit XML report too
  --from <day>, --to <day>    date range for lists, yyyy-MM-dd (default: the last year)
${identifierOptions.map((option) => `  --${option} <id>`).join("\n")}
                              item to request (default: the first in the list)
  --body <operation>=<file>   send this PUT or PATCH too, with the JSON in the file; it changes the customer's data (repeatable)
  --overlay <file>            write undeclared fields of responses as an OpenAPI Overlay
  --help                      print this text

Needs Prism: ${prismInstall}
Connection problems: WM's own connectivity test is GET https://apitest.wm.com/v1/test/helloworld. It is not an operation, so it is not checked.

Exit status: 0 if everything that could be checked conforms; 1 if a response does not conform, is missing, or is a 5xx other than 503; 2 for
wrong usage, or if Prism is not installed; 3 if nothing could be checked. Refused calls (401, 403, 404, other declared 4xx) and calls to a
busy server (429, 503) are not checked.`;

/** Wrong usage of the command. */
export class UsageError extends Error {}

export type ContractOptions = Awaited<ReturnType<typeof readContractOptions>>;

/** Reads the command line, and the files of `--body`. Throws {@link UsageError} or {@link WmConfigError}. */
export async function readContractOptions(args: readonly string[], environment: Environment, redact: Redact, now: Date) {
  const values = parse(args);
  const given = values as Readonly<Record<string, string | undefined>>;
  const { "base-url": baseUrl, environment: server, from, to, json = false, junit, overlay } = values;
  // No default environment, so that production is never called by accident.
  if ((baseUrl === undefined) === (server === undefined)) throw new UsageError("pass either --base-url or --environment");
  const client: WmClientOptions = {
    clientId: required(environment, "WM_CLIENT_ID"),
    token: required(environment, "WM_TOKEN"),
    baseUrl,
    // The client checks the name.
    environment: server as "test" | undefined,
    headers: { "User-Agent": "wm-customer-api contract check" },
  };
  const config = readOptions(client);
  const days = readDays(from, to, now);
  const bodies = new Map(await Promise.all((values.body ?? []).map(readBody)));
  const identifiers = new Map(identifierOptions.flatMap((option) => (given[option] ? [[option, given[option]] as const] : [])));
  const shown = ["base-url", "environment", "from", "to"].flatMap((option) => (given[option] === undefined ? [] : [`--${option} ${redact(given[option])}`]));
  const masked = [...[...identifiers.keys()].map((option) => `--${option} <id>`), ...[...bodies.keys()].map((id) => `--body ${id}=<file>`)];
  const { WM_CUSTOMER_ID } = environment;
  if (WM_CUSTOMER_ID) identifiers.set(customerOption, WM_CUSTOMER_ID);
  return {
    client,
    baseUrl: config.baseUrl,
    days,
    /** The parts of the command line that affect the report. Identifiers and file paths are masked. */
    command: ["npx wm-customer-api contract", ...shown, ...masked].join(" "),
    json,
    junit,
    overlay,
    /** Bodies of writes, by operation. */
    bodies,
    /** Path identifiers, by the name of their option. */
    identifiers,
  };
}

const optionTypes = {
  ...Object.fromEntries(identifierOptions.map((option) => [option, { type: "string" } as const])),
  "base-url": { type: "string" },
  environment: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  json: { type: "boolean" },
  junit: { type: "string" },
  body: { type: "string", multiple: true },
  overlay: { type: "string" },
  help: { type: "boolean" },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: optionTypes }).values;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // Node names the option, but an argument may be a credential.
    if (code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL") throw new UsageError("unexpected positional argument");
    const name = code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" ? /'-+([^' ]+)/.exec(message)?.[1] : undefined;
    if (name === undefined) throw new UsageError(message);
    const meant = nearest(name, Object.keys(optionTypes));
    throw new UsageError(`unknown option --${name}${meant === undefined ? "" : `; did you mean --${meant}?`}`);
  }
}

function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (!value?.trim()) throw new UsageError(`${name} is not set`);
  return value;
}

function readDays(from: string | undefined, to: string | undefined, now: Date): Days {
  for (const [option, day] of Object.entries({ from, to }))
    if (day !== undefined && !isDay(day)) throw new UsageError(`--${option}: must be an existing day, as yyyy-MM-dd`);
  const today = dayOf(now);
  const last = to ?? today;
  const yearBefore = new Date(last);
  yearBefore.setUTCFullYear(yearBefore.getUTCFullYear() - 1);
  const first = from ?? dayOf(yearBefore);
  // ISO dates sort lexically.
  if (first > last) throw new UsageError("--from: must not be after --to");
  return { today, from: first, to: last };
}

/** The day in UTC. */
function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Operation and body of a `--body`. Read before the first call, so that a mistake stops the check before it sends anything. */
async function readBody(option: string): Promise<[operationId: string, body: unknown]> {
  const [, operationId, file] = /^([^=]+)=(.+)$/s.exec(option) ?? [];
  if (operationId === undefined || file === undefined) throw new UsageError("--body: must be <operation>=<file>");
  const writes = operations.filter(({ takesBody }) => takesBody).map((operation) => operation.operationId);
  if (!writes.includes(operationId)) {
    const meant = nearest(operationId, writes);
    const hint = meant === undefined ? `these operations do: ${writes.join(", ")}` : `did you mean ${meant}?`;
    throw new UsageError(`--body: ${operationId} takes no body; ${hint}`);
  }
  const text = await readFile(file, "utf8").catch(({ code }: NodeJS.ErrnoException) => {
    throw new UsageError(`--body: the file for ${operationId} cannot be read (${code})`);
  });
  const body = parsed(text);
  if (body === undefined) throw new UsageError(`--body: the file for ${operationId} is not JSON`);
  return [operationId, body];
}
