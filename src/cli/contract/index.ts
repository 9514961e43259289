import { writeFile } from "node:fs/promises";
import type { createWmClient } from "../../client.js";
import { WmConfigError } from "../../errors.js";
import { PrismMissingError } from "../../prism.js";
import { readPackageFile } from "../package.js";
import { check } from "./check.js";
import { createValidator } from "./exchange.js";
import { junitOf } from "./junit.js";
import { readContractOptions, UsageError, usage } from "./options.js";
import { overlayOf } from "./overlay.js";
import { type Environment, printable, type Redact, redactorOf } from "./redact.js";
import { exitCode, jsonOf, type Report, textOf } from "./report.js";
import { spec } from "./spec.js";
import type { UndeclaredField } from "./undeclared.js";

const { version: packageVersion } = readPackageFile("package.json") as { readonly version: string };

/** Output streams of the command. */
export interface Output {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether `stderr` is a terminal. */
  readonly isTTY: boolean;
}

/** `wm-customer-api contract`. Resolves to its exit status. */
export async function runContract(
  args: readonly string[],
  environment: Environment,
  { stdout, stderr, isTTY }: Output,
  createClient: typeof createWmClient,
): Promise<number> {
  const redact = redactorOf(environment);
  const now = new Date();
  const clearLine = "\r\x1b[K";
  const progress = (line: string) => isTTY && stderr(`${clearLine}${line}`);
  try {
    const options = await readContractOptions(args, environment, redact, now);
    const { baseUrl, command, days, json, junit, overlay } = options;
    const client = createClient(options.client);
    const validate = await createValidator(baseUrl);
    const { entries, undeclared } = await check(options, client, validate, redact, progress).finally(() => progress(""));
    const date = now.toISOString();
    const specVersion = spec.info.version;
    const report: Report = { date, baseUrl: redact(baseUrl), specVersion, packageVersion, command, from: days.from, to: days.to, entries };
    stdout(`${json ? jsonOf(report) : textOf(report)}\n`);
    if (junit !== undefined) await write("--junit", junit, junitOf(report), "w");
    if (overlay !== undefined) stderr(`${await writeOverlay(overlay, undeclared, date.slice(0, 10), redact)}\n`);
    return exitCode(report);
  } catch (error) {
    if (error instanceof PrismMissingError) stderr(`${error.message}\n`);
    else if (error instanceof UsageError || error instanceof WmConfigError) stderr(`${redact(error.message)}\n\n${usage}\n`);
    else throw error;
    return 2;
  }
}

async function write(option: string, file: string, text: string, flag: "w" | "wx"): Promise<void> {
  await writeFile(file, text, { flag }).catch(({ code }: NodeJS.ErrnoException) => {
    throw new UsageError(`${option}: ${code === "EEXIST" ? "the file exists already; choose another name" : `the file cannot be written (${code})`}`);
  });
}

/** Never overwrites a file: an overlay of an earlier run may be part of the spec. */
async function writeOverlay(file: string, undeclared: readonly UndeclaredField[], date: string, redact: Redact): Promise<string> {
  const { text, declared, omitted } = overlayOf(undeclared, date, redact);
  const left = omitted.length === 0 ? [] : [`Omitted, because no format fits the values or the name is unusable: ${printable(omitted.join(", "))}.`];
  if (declared === 0) return ["No overlay was written: the spec declares every field with a value.", ...left].join("\n");
  await write("--overlay", file, text, "wx");
  const next = "Move it to openapi/overlays, list it last in redocly.yaml, and run `npm run generate`.";
  return [`Wrote ${declared} undeclared ${declared === 1 ? "field" : "fields"} to the overlay.`, next, ...left].join("\n");
}
