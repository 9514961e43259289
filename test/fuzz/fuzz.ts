import { inspect, parseArgs } from "node:util";
import { fuzz, type Settings } from "./runner.js";

const usage = `npm run fuzz -- [options]  makes random calls against random servers until one breaks a promise of the client

  --seconds <n>  max duration (default 60)
  --calls <n>    max number of calls (default no limit)
  --seed <n>     first seed (default random)
  --path <path>  one case of that seed, as a failure prints it`;

/** Max time that a run may exceed its duration by, in seconds, to end its last cases and shrink a failing one. */
const grace = 120;

function readSettings(args: string[]): Settings | undefined {
  try {
    const text = { type: "string" } as const;
    const { values } = parseArgs({ args, options: { seconds: text, seed: text, path: text, calls: text } });
    const seconds = Number(values.seconds ?? 60);
    const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
    const calls = Number(values.calls ?? Number.POSITIVE_INFINITY);
    return seconds > 0 && Number.isInteger(seed) && calls > 0 ? { seed, path: values.path, duration: seconds * 1_000, calls } : undefined;
  } catch {
    return undefined;
  }
}

async function main(settings: Settings): Promise<number> {
  const begun = performance.now();
  const { cases, calls, requests, endings, failure } = await fuzz(settings);
  const seconds = (performance.now() - begun) / 1_000;
  const counted = [...endings].sort(([, one], [, other]) => other - one).map(([ending, count]) => `${ending} ${count}`);
  console.log(
    `${calls} calls in ${cases} cases, ${requests} attempts, ${seconds.toFixed(1)} s, ${Math.round(calls / seconds)} calls/s, from seed ${settings.seed}`,
  );
  console.log(`ended with ${counted.join(", ")}`);
  if (failure === undefined) return 0;
  const { seed, path, violations, plan } = failure;
  console.error(`\n${violations}\n`);
  if (plan !== undefined) console.error(inspect(plan, { depth: 10, maxStringLength: 500 }));
  console.error(path === undefined ? `\nTo run it again: npm run fuzz -- --seed ${seed}` : `\nTo run it again: npm run fuzz -- --seed ${seed} --path ${path}`);
  return 1;
}

// Source maps in stack traces cost a tenth of the time.
process.setSourceMapsEnabled(false);
const settings = readSettings(process.argv.slice(2));
if (settings === undefined) {
  console.error(usage);
  process.exit(2);
}
setTimeout(
  () => {
    console.error("the fuzzer did not stop");
    process.exit(1);
  },
  settings.duration + grace * 1_000,
).unref();
process.exit(await main(settings));
