import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Calls, contenders } from "../contenders.js";
import { collect, type Measure, median, quantile, ratio, shuffled } from "../measured.js";

const inFlight = [1, 64];

/** `fetch` as a call needs it that must end in time: what no client with a timeout is faster than. */
const fetchInTime: typeof fetch = async (input, init) => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 30_000);
  try {
    return await fetch(input, { ...init, signal: controller.signal });
  } finally {
    clearTimeout(timer);
  }
};

/** Calls per second of a server on this machine, in a process of its own. */
export const http: Measure = async ({ isQuick, progress }) => {
  const [rounds, warmup] = isQuick ? [2, 1] : [20, 2];
  const server = fork(fileURLToPath(new URL("../server.ts", import.meta.url)));
  try {
    const [baseUrl] = (await once(server, "message")) as [string];
    const [bare] = contenders;
    const clients = await Promise.all([
      ...contenders.map(async ({ name, connect }) => ({ name, client: await connect({ baseUrl, fetch: globalThis.fetch }) })),
      { name: "bare fetch with a timeout", client: await bare!.connect({ baseUrl, fetch: fetchInTime }) },
    ]);
    const figures = clients.map(({ name, client }) => ({ name, client, runs: inFlight.map(() => ({ rates: [] as number[], waits: [] as number[] })) }));
    for (let round = 0; round < rounds + warmup; round++) {
      progress(`round ${round + 1} of ${rounds + warmup}`);
      for (const { client, runs } of shuffled(figures)) {
        for (const [index, width] of inFlight.entries()) {
          const { rate, waits } = await run(client, width, isQuick ? 200 : width === 1 ? 300 : 1_500);
          if (round < warmup) continue;
          runs[index]!.rates.push(rate);
          runs[index]!.waits.push(...waits);
        }
      }
    }
    const base = figures[0]!;
    const rows = figures.map(({ name, runs }) => [
      name,
      ...runs.map(({ rates }, index) => ratio(median(rates), median(base.runs[index]!.rates))),
      ...runs.flatMap(({ rates, waits }) => [median(rates).toFixed(0), `${quantile(waits, 0.5).toFixed(2)} / ${quantile(waits, 0.99).toFixed(2)}`]),
    ]);
    const [mine, inTime] = ["wm-customer-api", "bare fetch with a timeout"].map((named) => figures.find(({ name }) => name === named)!);
    return {
      tables: [
        {
          columns: [
            "client",
            ...inFlight.map((width) => `${width} in flight`),
            ...inFlight.flatMap((width) => [`calls/s, ${width}`, `p50 / p99 in ms, ${width}`]),
          ],
          rows,
          note: "A GET of 2 kB over loopback with keep-alive; calls per second against bare fetch, so more is better.",
        },
      ],
      verdicts: inFlight.map((width, index) => {
        const [own, floor, bare] = [mine!, inTime!, base].map(({ runs }) => median(runs[index]!.rates)) as [number, number, number];
        return {
          target: `${width} in flight: at least 0.95x bare fetch`,
          figure: `${ratio(own, bare)}; bare fetch with a timeout ${ratio(floor, bare)}`,
          isMet: own >= 0.95 * bare,
        };
      }),
    };
  } finally {
    server.kill();
  }
};

async function run({ services }: Calls, width: number, calls: number): Promise<{ readonly rate: number; readonly waits: readonly number[] }> {
  collect();
  const waits: number[] = [];
  let left = calls;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (left-- > 0) {
        const sent = performance.now();
        await services();
        waits.push(performance.now() - sent);
      }
    }),
  );
  return { rate: (calls / (performance.now() - begun)) * 1000, waits };
}
