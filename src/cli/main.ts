import { join } from "node:path";
import { createWmClient } from "../client.js";
import { nearest } from "../nearest.js";
import { runContract } from "./contract/index.js";
import { type Environment, usageOf } from "./contract/options.js";
import { operationsOf, readSpec } from "./contract/spec.js";
import type { Output } from "./output.js";

/** The folder of the package, from here and from `dist/cli`. */
const packageFolder = join(import.meta.dirname, "../..");

/** Runs the package's command. Resolves to its exit status. Tests pass a client on their own clock. */
export async function main(args: readonly string[], environment: Environment, output: Output, createClient = createWmClient): Promise<number> {
  const spec = await readSpec(join(packageFolder, "generated/contract.json"));
  const operations = operationsOf(spec);
  const [command = "", ...rest] = args;
  const isHelp = (argument: string) => argument === "--help" || argument === "-h";
  if (isHelp(command) || (command === "contract" && rest.some(isHelp))) {
    output.stdout(`${usageOf(operations)}\n`);
    return 0;
  }
  if (command === "contract") return runContract(rest, { packageFolder, spec, operations, environment, output, createClient });
  // An argument may be a credential, so only a near miss is shown.
  const isMisspelt = nearest(command, ["contract"]) !== undefined;
  const problem = command === "" ? "" : isMisspelt ? `unknown command ${command}; did you mean contract?\n\n` : "unknown command\n\n";
  output.stderr(`${problem}${usageOf(operations)}\n`);
  return 2;
}
