import { realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { InputError, visible } from "./generate/errors.js";

/** Output streams of a command. */
export interface Output {
  readonly log: (text: string) => void;
  readonly error: (text: string) => void;
}

/** Runs in the folder `root` and resolves to the exit status. */
export type Command = (root: string, args: readonly string[], output: Output) => Promise<number>;

interface Arguments {
  /** Flags that are set. */
  readonly flags: ReadonlySet<string>;
  readonly others: readonly string[];
}

interface Definition {
  readonly usage: string;
  readonly flags?: readonly string[];
  /** Resolves to the exit status; 2 prints the usage. */
  readonly run: (root: string, args: Arguments, output: Output) => Promise<number>;
}

/** Defines a command, and runs it if its module is the entry point. */
export async function defineCommand(moduleUrl: string, { usage, flags = [], run }: Definition): Promise<Command> {
  const command: Command = async (root, args, { log, error }) => {
    const output: Output = { log: (text) => log(visible(text)), error: (text) => error(visible(text)) };
    const parsed = parsedArguments(args, ["help", ...flags]);
    if (parsed?.flags.has("help")) {
      output.log(usage);
      return 0;
    }
    try {
      const status = parsed === undefined ? 2 : await run(root, parsed, output);
      if (status === 2) output.error(usage);
      return status;
    } catch (thrown) {
      if (!(thrown instanceof InputError)) throw thrown;
      output.error(`${thrown.message}\n\nNo files were written.`);
      return 1;
    }
  };
  const [, script] = process.argv;
  if (script !== undefined && pathToFileURL(realpathSync(script)).href === moduleUrl) {
    process.exitCode = await command(process.cwd(), process.argv.slice(2), console);
  }
  return command;
}

/** The arguments; undefined if one of them is not a flag that the command has. */
function parsedArguments(args: readonly string[], flags: readonly string[]): Arguments | undefined {
  const options = Object.fromEntries(flags.map((flag) => [flag, { type: "boolean" }] as const));
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { flags: new Set(Object.keys(values)), others: positionals };
  } catch {
    return undefined;
  }
}
