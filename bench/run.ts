/**
 * `npm run bench`: generates clients with other tools and measures all of them.
 *
 *     npm run bench                  all measures, some minutes
 *     npm run bench -- size startup  only these
 *     npm run bench -- --quick       few rounds, to check that it works
 *     npm run bench -- --write       writes the tables to bench/README.md
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { check } from "./check.js";
import { bench, compileAll, generate, generators, root, timed } from "./clients.js";
import { contenders } from "./contenders.js";
import type { Measured } from "./measured.js";
import { featureTable, inReadme, measuredText, verdictTable } from "./report.js";

const titles: Readonly<Record<string, string>> = {
  cpu: "CPU per call",
  http: "Real HTTP",
  scale: "Scale",
  size: "Size",
  startup: "Import",
  types: "Type checking",
  regenerating: "Regenerating",
};

async function main(args: readonly string[]): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith("--"));
  const named = args.filter((arg) => !arg.startsWith("--"));
  const unknown = [...named.filter((name) => !Object.hasOwn(titles, name)), ...flags.filter((flag) => !["--quick", "--write"].includes(flag))];
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(", ")}. The measures are ${Object.keys(titles).join(", ")}; the flags --quick and --write.`);
    return 2;
  }
  await prepare();
  const names = named.length > 0 ? named : Object.keys(titles);
  const results: [title: string, measured: Measured][] = [];
  for (const name of names) {
    const measured = await measure(name, flags.includes("--quick"));
    results.push([titles[name]!, measured]);
    console.log(`\n${measuredText(titles[name]!, measured)}`);
  }
  const head = `${process.version} on ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), \`npm run bench${args
    .map((arg) => ` ${arg}`)
    .join("")
    .replace(/^(?=.)/, " --")}\``;
  const text = [verdictTable(results), featureTable(contenders), ...results.map(([title, measured]) => measuredText(title, measured))].join("\n\n");
  console.log(`\n${head}\n\n${verdictTable(results)}\n\n${featureTable(contenders)}`);
  if (flags.includes("--write")) {
    const readme = join(bench, "README.md");
    await writeFile(readme, inReadme(await readFile(readme, "utf8"), `${head}\n\n${text}`));
  }
  return 0;
}

/** Builds and generates the clients, and checks that all of them do the same. */
async function prepare(): Promise<void> {
  const step = async (text: string, work: () => Promise<unknown>) => {
    console.error(text);
    await work();
  };
  if (!existsSync(join(bench, "node_modules"))) {
    await step("Installing the generators", () => timed("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], bench));
  }
  await step("Building the package", () => timed("npm", ["run", "--silent", "build"], root));
  for (const generator of generators) await step(`Generating a client with ${generator.name}`, () => generate(generator));
  await compileAll();
  await step("Checking that all clients send the same requests and return the same bodies", check);
}

/** Runs a measure in a separate process, so that measures do not affect each other. */
function measure(name: string, isQuick: boolean): Promise<Measured> {
  console.error(`Measuring: ${titles[name]}`);
  return new Promise((resolve, reject) => {
    const args = ["--expose-gc", "--import", "tsx", join(bench, "measure.ts"), name, ...(isQuick ? ["--quick"] : [])];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(JSON.parse(output) as Measured) : reject(new Error(`the measure ${name} ended with ${code}`))));
  });
}

process.exitCode = await main(process.argv.slice(2));
