import { runContract } from "../src/cli/contract/run.js";

process.exitCode = await runContract(process.cwd(), process.argv.slice(2), process.env, {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  isTTY: process.stderr.isTTY === true,
});
