import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Calls, contenders, peers } from "../contenders.js";
import { collect, type Measure, median, quantile, ratio, shuffled } from "../measured.js";

const inFlight = [1, 64];

/** Calls per second to a local server in a separate process. */
export const http: Measure = async ({ isQuick, progress }) => {
  const [rounds, warmup] = isQuick ? [2, 1] : [20, 2];
  const server = fork(fileURLToPath(new URL("../server.ts", import.meta.url)));
  try {
    const [baseUrl] = (await once(server, "message")) as [string];
    const clients = await Promise.all(contenders.map(async ({ name, connect }) => ({ name, client: await connect({ baseUrl, fetch: globalThis.fetch }) })));
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
    const [bare, peer] = figures as [(typeof figures)[number], (typeof figures)[number]];
    const of = (name: string) => figures.find((figure) => figure.name === name)!;
    const facade = of("wm-customer-api");
    const rate = ({ runs }: (typeof figures)[number], index: number) => median(runs[index]!.rates);
    return {
      tables: [
        {
          columns: [
            "client",
            ...inFlight.map((width) => `${width} in flight, against ${peer.name}`),
            ...inFlight.map((width) => `${width}, against bare fetch`),
            ...inFlight.flatMap((width) => [`calls/s, ${width}`, `p50 / p99 in ms, ${width}`]),
          ],
          rows: figures.map((figure) => [
            figure.name,
            ...inFlight.map((_, index) => ratio(rate(figure, index), rate(peer, index))),
            ...inFlight.map((_, index) => ratio(rate(figure, index), rate(bare, index))),
            ...figure.runs.flatMap(({ rates, waits }) => [
              median(rates).toFixed(0),
              `${quantile(waits, 0.5).toFixed(2)} / ${quantile(waits, 0.99).toFixed(2)}`,
            ]),
          ]),
          note: "A GET of 2 kB over loopback with keep-alive; calls per second, so more is better.",
        },
      ],
      verdicts: peers.map((name) => {
        const ratios = inFlight.map((_, index) => rate(facade, index) / rate(of(name), index));
        return {
          target: `at least 0.95x ${name}`,
          figure: inFlight.map((width, index) => `${ratios[index]!.toFixed(2)}x with ${width} in flight`).join(", "),
          isMet: Math.min(...ratios) >= 0.95,
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
