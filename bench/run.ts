/** Generates clients with other tools and measures all of them. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { defineCommand } from "../scripts/command.js";
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

await defineCommand(import.meta.url, {
  usage: `npm run bench                  all measures, some minutes
npm run bench -- size startup  only these, of ${Object.keys(titles).join(", ")}
npm run bench -- --quick       few rounds, to check that it works
npm run bench -- --write       writes the tables to bench/README.md`,
  flags: ["quick", "write"],
  async run(_, { flags, others }, output) {
    if (others.some((name) => !Object.hasOwn(titles, name))) return 2;
    await prepare();
    const results: [title: string, measured: Measured][] = [];
    for (const name of others.length > 0 ? others : Object.keys(titles)) {
      const title = titles[name]!;
      const measured = await measure(name, flags.has("quick"));
      results.push([title, measured]);
      output.log(`\n${measuredText(title, measured)}`);
    }
    const command = ["npm run bench", ...(flags.size + others.length > 0 ? ["--"] : []), ...[...flags].map((flag) => `--${flag}`), ...others].join(" ");
    const head = `${process.version} on ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), \`${command}\``;
    const summary = [head, verdictTable(results), featureTable(contenders)].join("\n\n");
    output.log(`\n${summary}`);
    if (flags.has("write")) {
      const readme = join(bench, "README.md");
      const texts = results.map(([title, measured]) => measuredText(title, measured));
      await writeFile(readme, inReadme(await readFile(readme, "utf8"), [summary, ...texts].join("\n\n")));
    }
    return 0;
  },
});

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
