import { setImmediate } from "node:timers/promises";
import { bodyOf } from "../bodies.js";
import { type Calls, contenders } from "../contenders.js";
import { type Measure, median, quantile, ratio, shuffled } from "../measured.js";

const body = bodyOf("listServices", "services", 2_000);
const respond = () => new Response(body, { headers: { "Content-Type": "application/json" } });

/** What stands for the network: nothing, or what every real `fetch` does first with the address and the headers that it is given. */
const stubs: Readonly<Record<string, typeof fetch>> = {
  "a stub": async () => respond(),
  "a stub that makes a Request, as fetch does": async (input, init) => {
    if (!(input instanceof Request)) new Request(input, init);
    return respond();
  },
};

/** The microseconds of one call, by client: medians of rounds in random order. */
export const cpu: Measure = async ({ isQuick, progress }) => {
  const [rounds, calls, warmup] = isQuick ? [5, 200, 1] : [40, 1_000, 8];
  const columns = Object.keys(stubs);
  const figures = new Map<string, { readonly half: number; readonly spread: string }[]>(contenders.map(({ name }) => [name, []]));
  for (const [title, fetch] of Object.entries(stubs)) {
    const connected = await Promise.all(
      contenders.map(async ({ name, connect }) => ({ name, client: await connect({ baseUrl: "https://api.wm.com/v1", fetch }), times: [] as number[] })),
    );
    for (let round = 0; round < rounds + warmup; round++) {
      progress(`${title}: round ${round + 1} of ${rounds + warmup}`);
      for (const { client, times } of shuffled(connected)) {
        const time = await timeOf(client, calls);
        if (round >= warmup) times.push(time);
      }
    }
    for (const { name, times } of connected) {
      figures.get(name)?.push({ half: median(times), spread: `${quantile(times, 0.25).toFixed(1)} to ${quantile(times, 0.75).toFixed(1)}` });
    }
  }
  const base = figures.get(contenders[0]!.name)!;
  const rows = contenders.map(({ name }) => {
    const own = figures.get(name)!;
    return [name, ...own.map(({ half }, index) => ratio(half, base[index]!.half)), ...own.map(({ half, spread }) => `${half.toFixed(1)} (${spread})`)];
  });
  const half = (name: string) => figures.get(name)![0]!.half;
  const mine = half("wm-customer-api");
  return {
    tables: [
      {
        columns: ["client", ...columns, "µs (quartiles)", "µs with a Request"],
        rows,
        note: `A GET of ${body.length} bytes, against bare fetch. The first stub spares those who hand on an address and headers what fetch then does; the second does it.`,
      },
    ],
    verdicts: [
      { target: "the façade with everything on: at most 1.5x bare fetch", figure: ratio(mine, base[0]!.half), isMet: mine <= 1.5 * base[0]!.half },
      ...["openapi-fetch", "redocly generate-client", "hey-api (client-fetch)"].map((name) => ({
        target: `below ${name}`,
        figure: `${ratio(mine, half(name))} of it`,
        isMet: mine < half(name),
      })),
    ],
  };
};

async function timeOf({ services }: Calls, calls: number): Promise<number> {
  const begun = performance.now();
  for (let call = 1; call <= calls; call++) {
    await services();
    // What a WeakRef was made for, such as a signal, is let go between turns of the event loop only; a network would bring many of them.
    if (call % 10 === 0) await setImmediate();
  }
  return ((performance.now() - begun) / calls) * 1000;
}
