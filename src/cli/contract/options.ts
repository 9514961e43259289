import { parseArgs } from "node:util";
import { readOptions } from "../../config.js";
import { isDay } from "../../decode/dates.js";
import { WmConfigError } from "../../errors.js";
import { nearest } from "../../nearest.js";
import type { WmClientOptions } from "../../options.js";
import { prismInstall } from "../../prism.js";
import type { Redact } from "./judge.js";
import { customerOption, type Days, identifierOptions } from "./plan.js";
import type { Operation } from "./spec.js";

/** The usage, with an option for each kind of identifier. */
export const usageOf = (operations: readonly Operation[]) => `Usage: npx wm-customer-api contract --base-url <url> [options]
       npx wm-customer-api contract --environment <test|production> [options]

Checks a live server against the spec: calls every read-only operation and reports where responses deviate. Sends no write without --body.

Environment: WM_CLIENT_ID, WM_TOKEN, WM_CUSTOMER_ID (default: the customer in the overview).

  --json                      print one JSON document instead of a table
  --junit <file>              write a JUnit XML report too
  --from <day>, --to <day>    date range for lists, yyyy-MM-dd (default: the last year)
${identifierOptions(operations)
  .map((option) => `  --${option} <id>`)
  .join("\n")}
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

export interface ContractOptions {
  readonly client: WmClientOptions;
  readonly baseUrl: string;
  readonly days: Days;
  /** The parts of the command line that affect the report. Identifiers and file paths are masked. */
  readonly command: string;
  readonly json: boolean;
  readonly junit: string | undefined;
  readonly overlay: string | undefined;
  /** Files with the bodies of writes, by operation. */
  readonly bodies: ReadonlyMap<string, string>;
  /** Path identifiers, by the name of their option. */
  readonly identifiers: ReadonlyMap<string, string>;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const optionTypes = {
  "base-url": { type: "string" },
  environment: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  json: { type: "boolean" },
  junit: { type: "string" },
  body: { type: "string", multiple: true },
  overlay: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

export function readContractOptions(
  args: readonly string[],
  operations: readonly Operation[],
  environment: Environment,
  redact: Redact,
  now: Date,
): ContractOptions {
  const identifierNames = identifierOptions(operations);
  const values = parse(args, identifierNames);
  const given = values as Readonly<Record<string, string | undefined>>;
  const identifiers = new Map(identifierNames.flatMap((option) => (given[option] ? [[option, given[option]] as const] : [])));
  if (environment.WM_CUSTOMER_ID) identifiers.set(customerOption, environment.WM_CUSTOMER_ID);
  const { "base-url": baseUrl, environment: server } = values;
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
  const bodies = new Map((values.body ?? []).map((option) => readBodyOption(option, operations)));
  const shown = ["base-url", "environment", "from", "to"].flatMap((option) => (given[option] === undefined ? [] : [`--${option} ${redact(given[option])}`]));
  const masked = [
    ...identifierNames.filter((option) => given[option]).map((option) => `--${option} <id>`),
    ...[...bodies.keys()].map((id) => `--body ${id}=<file>`),
  ];
  return {
    client,
    baseUrl: usable(() => readOptions(client)).baseUrl,
    days: readDays(values, now),
    command: ["npx wm-customer-api contract", ...shown, ...masked].join(" "),
    json: values.json === true,
    junit: values.junit,
    overlay: values.overlay,
    bodies,
    identifiers,
  };
}

function parse(args: readonly string[], identifierNames: readonly string[]) {
  const options = { ...Object.fromEntries(identifierNames.map((option) => [option, { type: "string" } as const])), ...optionTypes };
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // Node names the option, but an argument may be a credential.
    if (code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL") throw new UsageError("unexpected positional argument");
    const name = code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" ? /'-+([^' ]+)/.exec(message)?.[1] : undefined;
    if (name === undefined) throw new UsageError(message);
    const meant = nearest(name, Object.keys(options));
    throw new UsageError(`unknown option --${name}${meant === undefined ? "" : `; did you mean --${meant}?`}`);
  }
}

function readDays({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }, now: Date): Days {
  for (const [option, day] of Object.entries({ from, to }))
    if (day !== undefined && !isDay(day)) throw new UsageError(`--${option}: must be an existing day, as yyyy-MM-dd`);
  const last = to ?? dayOf(now);
  const first = from ?? dayOf(yearBefore(new Date(last)));
  // ISO dates sort lexically.
  if (first > last) throw new UsageError("--from: must not be after --to");
  return { today: dayOf(now), from: first, to: last };
}

/** The day in UTC. */
function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function yearBefore(date: Date): Date {
  return new Date(new Date(date).setUTCFullYear(date.getUTCFullYear() - 1));
}

/** Turns the client's WmConfigError into a UsageError. */
function usable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof WmConfigError) throw new UsageError(error.message);
    throw error;
  }
}

function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (!value?.trim()) throw new UsageError(`${name} is not set`);
  return value;
}

function readBodyOption(option: string, operations: readonly Operation[]): [string, string] {
  const [, operationId, file] = /^([^=]+)=(.+)$/s.exec(option) ?? [];
  if (operationId === undefined || file === undefined) throw new UsageError("--body: must be <operation>=<file>");
  const writes = operations.filter(({ takesBody }) => takesBody).map((operation) => operation.operationId);
  if (!writes.includes(operationId)) {
    const meant = nearest(operationId, writes);
    const hint = meant === undefined ? `these operations do: ${writes.join(", ")}` : `did you mean ${meant}?`;
    throw new UsageError(`--body: ${operationId} takes no body; ${hint}`);
  }
  return [operationId, file];
}
