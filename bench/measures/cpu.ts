import { setImmediate } from "node:timers/promises";
import { bodyOf } from "../bodies.js";
import { type Calls, contenders, peers } from "../contenders.js";
import { type Measure, median, quantile, ratio, shuffled } from "../measured.js";

const body = bodyOf("listServices", "services", 2_000);

/** Replaces the network. Real `fetch` always creates a Request first, even from a Request. */
const stub: typeof fetch = async (input, init) => {
  new Request(input, init);
  return new Response(body, { headers: { "Content-Type": "application/json" } });
};

/** Microseconds per call, by client: medians of rounds in random order. */
export const cpu: Measure = async ({ isQuick, progress }) => {
  const [rounds, calls, warmup] = isQuick ? [5, 200, 1] : [40, 1_000, 8];
  const clients = await Promise.all(
    contenders.map(async ({ name, connect }) => ({ name, client: await connect({ baseUrl: "https://api.wm.com/v1", fetch: stub }), times: [] as number[] })),
  );
  for (let round = 0; round < rounds + warmup; round++) {
    progress(`round ${round + 1} of ${rounds + warmup}`);
    for (const { client, times } of shuffled(clients)) {
      const time = await timeOf(client, calls);
      if (round >= warmup) times.push(time);
    }
  }
  const half = (name: string) => median(clients.find((client) => client.name === name)!.times);
  const [bare, peer] = [half(contenders[0]!.name), half(contenders[1]!.name)];
  const [facade, raw] = [half("wm-customer-api"), half("wm.raw")];
  return {
    tables: [
      {
        columns: ["client", `against ${contenders[1]!.name}`, "against bare fetch", "µs (quartiles)"],
        rows: clients.map(({ name, times }) => [
          name,
          ratio(half(name), peer),
          ratio(half(name), bare),
          `${half(name).toFixed(1)} (${quantile(times, 0.25).toFixed(1)} to ${quantile(times, 0.75).toFixed(1)})`,
        ]),
        note: `A GET of ${body.length} bytes. A stub replaces the network. It creates a Request, as every real fetch does.`,
      },
    ],
    verdicts: [
      { target: "façade: at most 0.85x openapi-fetch with a timeout", figure: ratio(facade, peer), isMet: facade <= 0.85 * peer },
      { target: "`wm.raw`: at most 0.8x openapi-fetch with a timeout", figure: ratio(raw, peer), isMet: raw <= 0.8 * peer },
      ...peers.slice(1).map((name) => ({ target: `façade: no slower than ${name}`, figure: ratio(facade, half(name)), isMet: facade <= half(name) })),
    ],
  };
};

async function timeOf({ services }: Calls, calls: number): Promise<number> {
  const begun = performance.now();
  for (let call = 1; call <= calls; call++) {
    await services();
    // Targets of a WeakRef, such as signals, are only released between turns of the event loop, which a network would cause.
    if (call % 10 === 0) await setImmediate();
  }
  return ((performance.now() - begun) / calls) * 1000;
}
