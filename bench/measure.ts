/** Runs one measure in a separate process: `measure.ts <name> [--quick]`. Prints the figures as JSON. */
import type { Measure } from "./measured.js";
import { cpu } from "./measures/cpu.js";
import { http } from "./measures/http.js";
import { regenerating } from "./measures/regenerating.js";
import { scale } from "./measures/scale.js";
import { size } from "./measures/size.js";
import { startup } from "./measures/startup.js";
import { types } from "./measures/types.js";

const measures: Readonly<Record<string, Measure>> = { cpu, http, scale, size, startup, types, regenerating };

const [name = "", ...flags] = process.argv.slice(2);
const measure = measures[name];
if (measure === undefined) throw new Error(`unknown measure ${name}`);
const progress = (text: string) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${name}: ${text}`);
};
const measured = await measure({ isQuick: flags.includes("--quick"), progress });
if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
process.stdout.write(JSON.stringify(measured));
