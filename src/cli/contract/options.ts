import { parseArgs } from "node:util";
import { wireQuery } from "../../call.js";
import { type Config, readOptions } from "../../config.js";
import { WmConfigError } from "../../errors.js";
import type { Days } from "./plan.js";

/** The usage, with an option for each kind of identifier. */
export const usageOf = (identifiers: readonly string[]) => `npm run contract -- --base-url <url>                        checks a server against the spec
npm run contract -- --environment <test|production>         checks one of WM's servers

Calls every read-only operation once and says where the answers are not what the spec declares.
Environment: WM_CLIENT_ID, WM_TOKEN, WM_CUSTOMER_ID (else the customer that the overview names).

  --json                      prints one JSON document instead of a table
  --junit <file>              writes JUnit XML too
${identifiers.map((option) => `  --${option} <id>`.padEnd(30)).join("\n")}
                              what to ask for, instead of the first item of the list
  --from <day>, --to <day>    what lists are asked for, yyyy-MM-dd; without, the last year
  --include-writes            calls PUT and PATCH too. They send the spec's examples and REPLACE the customer's data:
                              for a test account only
  --body <operation>=<file>   the JSON body of a PUT or PATCH instead of the spec's example; production takes no other

Exit status: 0 all that was checked conforms; 1 something does not conform, failed on the server or did not answer, or nothing could be
checked; 2 wrong usage. What the server refuses (401, 403, 404, another 4xx that is declared) is not checked.`;

/** The command cannot run as it was called. The message holds no value that was given, since it may be a credential. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export interface ContractOptions {
  /** The client's own reading of the address and the credentials: https, or http to loopback. */
  readonly config: Config;
  readonly token: string;
  readonly days: Days;
  /** The command with what makes a difference to the report, and without identifiers. */
  readonly command: string;
  readonly json: boolean;
  readonly junit: string | undefined;
  readonly includeWrites: boolean;
  /** Files with the bodies of writes, by operation. */
  readonly bodies: ReadonlyMap<string, string>;
  /** Path identifiers that were given, by the name of their option. */
  readonly identifiers: ReadonlyMap<string, string>;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export function readContractOptions(args: readonly string[], identifierOptions: readonly string[], environment: Environment, now: Date): ContractOptions {
  const { values, positionals } = parse(args, identifierOptions);
  if (positionals.length > 0) throw new UsageError("unexpected positional argument");
  const token = required(environment, "WM_TOKEN");
  const given: (readonly [string, string | undefined])[] = identifierOptions.map((option) => [
    option,
    (values as Readonly<Record<string, unknown>>)[option] as string | undefined,
  ]);
  const identifiers = new Map(given.flatMap(([option, value]) => (value ? [[option, value] as const] : [])));
  if (environment.WM_CUSTOMER_ID) identifiers.set("customer-id", environment.WM_CUSTOMER_ID);
  const config = readConfig(values, required(environment, "WM_CLIENT_ID"), token);
  return {
    config,
    token: token.trim(),
    days: readDays(values, now),
    command: commandOf(values, identifierOptions),
    json: values.json === true,
    junit: values.junit,
    includeWrites: values["include-writes"] === true,
    bodies: new Map((values.body ?? []).map(readBodyOption)),
    identifiers,
  };
}

const optionTypes = {
  "base-url": { type: "string" },
  environment: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  json: { type: "boolean" },
  junit: { type: "string" },
  "include-writes": { type: "boolean" },
  body: { type: "string", multiple: true },
} as const;

function parse(args: readonly string[], identifierOptions: readonly string[]) {
  const identifiers = Object.fromEntries(identifierOptions.map((option) => [option, { type: "string" } as const]));
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { ...identifiers, ...optionTypes } });
  } catch (error) {
    // Node names the option and leaves its value out.
    throw new UsageError((error as Error).message);
  }
}

function readDays({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }, now: Date): Days {
  const today = dayOf(now);
  const span = { fromDate: from ?? dayOf(yearBefore(to === undefined ? now : new Date(to))), toDate: to ?? today };
  // The client checks days itself.
  usable(() => wireQuery(span, { fromDate: "fromDate", toDate: "toDate" }));
  return { today, from: span.fromDate, to: span.toDate };
}

/** The day in UTC; of a date that is none, text that is no day either. */
function dayOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? "none" : date.toISOString().slice(0, 10);
}

function yearBefore(date: Date): Date {
  return new Date(new Date(date).setUTCFullYear(date.getUTCFullYear() - 1));
}

/** The options in the order of the usage. Identifiers and file paths are masked. */
function commandOf(values: ReturnType<typeof parse>["values"], identifierOptions: readonly string[]): string {
  const given = values as Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  const shown = ["base-url", "environment", "from", "to"].flatMap((option) => (given[option] === undefined ? [] : [`--${option} ${given[option]}`]));
  const hidden = identifierOptions.filter((option) => given[option]).map((option) => `--${option} <id>`);
  const bodies = (values.body ?? []).map((body) => `--body ${body.split("=")[0]}=<file>`);
  return ["npm run contract --", ...shown, ...hidden, ...(values["include-writes"] ? ["--include-writes"] : []), ...bodies].join(" ");
}

function readConfig(values: { readonly "base-url"?: string | undefined; readonly environment?: string | undefined }, clientId: string, token: string): Config {
  const { "base-url": baseUrl, environment } = values;
  // No default environment, so production is never called by accident.
  if ((baseUrl === undefined) === (environment === undefined)) throw new UsageError("give either --base-url or --environment");
  // The client checks the name itself.
  return usable(() => readOptions({ clientId, token, baseUrl, environment: environment as "test" | undefined }));
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

function readBodyOption(option: string): [string, string] {
  const at = option.indexOf("=");
  if (at < 1 || at === option.length - 1) throw new UsageError("--body: write <operation>=<file>");
  return [option.slice(0, at), option.slice(at + 1)];
}
