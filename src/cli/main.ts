import { createWmClient } from "../client.js";
import { nearest } from "../nearest.js";
import { type Output, runContract } from "./contract/index.js";
import { usage } from "./contract/options.js";
import type { Environment } from "./contract/redact.js";

/** Runs the package's command. Resolves to its exit status. Tests pass a client on their own clock. */
export async function main(args: readonly string[], environment: Environment, output: Output, createClient = createWmClient): Promise<number> {
  const [command = "", ...rest] = args;
  const isHelp = (argument: string) => argument === "--help" || argument === "-h";
  if (isHelp(command) || (command === "contract" && rest.some(isHelp))) {
    output.stdout(`${usage}\n`);
    return 0;
  }
  if (command === "contract") return runContract(rest, environment, output, createClient);
  // An argument may be a credential, so only a near miss is shown.
  const isMisspelt = nearest(command, ["contract"]) !== undefined;
  const problem = command === "" ? "" : isMisspelt ? `unknown command ${command}; did you mean contract?\n\n` : "unknown command\n\n";
  output.stderr(`${problem}${usage}\n`);
  return 2;
}
