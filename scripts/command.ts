import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { InputError } from "./generate/files.js";

/** Where a command writes, by lines. */
export interface Output {
  readonly log: (text: string) => void;
  readonly error: (text: string) => void;
}

/** A command of this project. Resolves to its exit status. */
export type Command = (root: string, args: readonly string[], output: Output) => Promise<number>;

/** The command with its mistakes in the inputs printed instead of thrown. */
export function reporting(command: Command): Command {
  return (root, args, output) =>
    command(root, args, output).catch((error: unknown) => {
      if (!(error instanceof InputError)) throw error;
      output.error(`${error.message}\n\nNo files were written.`);
      return 1;
    });
}

/** Runs the command if its module is the one that Node was started with. */
export async function runIfMain(moduleUrl: string, command: Command): Promise<void> {
  const [, script] = process.argv;
  if (script === undefined || realpathSync(script) !== fileURLToPath(moduleUrl)) return;
  process.exitCode = await command(process.cwd(), process.argv.slice(2), console);
}
