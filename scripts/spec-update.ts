import { summary } from "./pipeline/generate.js";
import { InputError } from "./pipeline/inputs.js";
import { facadeCall } from "./pipeline/readme.js";
import type { TouchedOperation, TouchedType } from "./pipeline/touched.js";
import { applyUpdate, baseFile, planUpdate, readBase } from "./pipeline/update.js";

const usage = `npm run spec:update -- <file or url>  takes a new openapi/base.yaml, compiles generated/ from it and says what users notice`;

async function specUpdate(root: string, source: string): Promise<void> {
  const update = await planUpdate(root, await readBase(root, source));
  await applyUpdate(root, update.changes);
  const { report, bump } = update.spec;
  const { operations, types } = update.touched;
  console.log(update.changes.map(summary).join("\n"));
  console.log(`\nWhat changed in the merged spec:\n\n${report}\n`);
  console.log(bump === undefined ? "Users notice nothing: no release is asked for." : `This asks for a ${bump} release.`);
  console.log(list("Façade methods touched", operations.map(operationLine)));
  console.log(list("Types touched", types.map(typeLine)));
  const unserved = operations.filter(({ operation, what }) => what === "added" && operation.facade === undefined);
  if (unserved.length > 0) console.log("\nAn operation without a façade method needs one: CONTRIBUTING.md says how. `npm run typecheck` names it until then.");
}

function list(title: string, lines: readonly string[]): string {
  return `\n${title}:${lines.length > 0 ? `\n${lines.map((line) => `  ${line}`).join("\n")}` : " none"}`;
}

function operationLine({ operation, what, parts, through }: TouchedOperation): string {
  const { facade, method, path, operationId } = operation;
  const call = facade === undefined ? `no façade method for ${operationId}` : facadeCall(operation);
  const details = [...parts, ...(through.length > 0 ? [`through ${through.join(", ")}`] : [])].join("; ");
  return `${call}  ${method} ${path}  ${what}${details && `: ${details}`}`;
}

function typeLine({ name, what }: TouchedType): string {
  return `${name}  ${what}`;
}

async function main(args: readonly string[]): Promise<number> {
  if (args.length !== 1 || args[0] === undefined || args[0].startsWith("-")) {
    console.error(usage);
    return 2;
  }
  const source = args[0];
  return specUpdate(process.cwd(), source).then(
    () => 0,
    (error: unknown) => {
      if (!(error instanceof InputError)) throw error;
      // The lines named are those of the new base; the old one is still in its place.
      console.error(`${error.message.replaceAll(baseFile, source)}\n\nNothing was changed.`);
      return 1;
    },
  );
}

process.exitCode = await main(process.argv.slice(2));
