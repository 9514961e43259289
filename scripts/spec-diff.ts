import { describeSpecChange, inWorkspace } from "./pipeline/generate.js";
import { InputError, readInputs } from "./pipeline/inputs.js";
import { bundle } from "./pipeline/merge.js";

const usage = `npm run spec:diff -- <old base>  what users notice when openapi/base.yaml takes the place of <old base>`;

async function specDiff(root: string, oldBase: string): Promise<void> {
  await inWorkspace(async (workspace) => {
    const [before, after] = await Promise.all([
      bundle(root, await readInputs(root, oldBase), workspace, "before"),
      bundle(root, await readInputs(root), workspace, "after"),
    ]);
    const { report, bump } = await describeSpecChange(root, before, after);
    console.log(`The merged spec, with ${oldBase} as its base, against what it is now:\n\n${report}\n`);
    console.log(bump === undefined ? "Users notice nothing: no release is asked for." : `This asks for a ${bump} release.`);
  });
}

async function main(args: readonly string[]): Promise<number> {
  if (args.length !== 1 || args[0] === undefined) {
    console.error(usage);
    return 2;
  }
  await specDiff(process.cwd(), args[0]);
  return 0;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  return 1;
});
