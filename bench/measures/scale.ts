import { setImmediate } from "node:timers/promises";
import { decodeBody } from "../../src/decode/index.js";
import { bodyOf } from "../bodies.js";
import { type Calls, contenders } from "../contenders.js";
import { collect, type Measure, median, percent, ratio, shuffled } from "../measured.js";

const body = bodyOf("listServices", "services", 2_000);

/** Cost of many calls and of large bodies. */
export const scale: Measure = async (effort) => {
  const calls = await manyCalls(effort);
  const bodies = await largeBodies(effort);
  return { tables: [...calls.tables, ...bodies.tables], verdicts: [...calls.verdicts, ...bodies.verdicts] };
};

/** The two compared clients: growth in both is not a cost of the façade. */
const [bare, facade] = ["bare fetch", "wm-customer-api"];

const manyCalls: Measure = async ({ isQuick, progress }) => {
  const counts = isQuick ? [1_000, 5_000] : [1_000, 10_000, 100_000];
  const widths = isQuick ? [10, 100] : [10, 100, 1_000];
  // Responds in a later turn of the event loop, like a network.
  const answer = async () => {
    await setImmediate();
    return new Response(body);
  };
  const connected = contenders.filter(({ name }) => name === bare || name === facade);
  const clients = await Promise.all(
    connected.map(async ({ name, connect }) => ({ name, calls: await connect({ baseUrl: "https://api.wm.com/v1", fetch: answer }) })),
  );
  for (const { calls } of clients) await run(calls, 100, isQuick ? 1_000 : 20_000);
  const points = counts.flatMap((count) =>
    widths.map((width) => ({ count, width, costs: { [bare]: [], [facade]: [] } as Record<string, number[]>, heap: NaN })),
  );
  for (let round = 0; round < (isQuick ? 1 : 3); round++) {
    for (const { count, width, costs } of shuffled(points)) {
      progress(`round ${round + 1}, ${count} calls, ${width} in flight`);
      for (const { name, calls } of shuffled(clients)) {
        for (let done = 0; done < 10_000; done += count) costs[name]!.push(await run(calls, width, count));
      }
    }
  }
  const { calls } = clients.find(({ name }) => name === facade)!;
  for (const point of points) {
    await run(calls, point.width, point.count);
    collect();
    point.heap = process.memoryUsage().heapUsed / 1e6;
  }
  const figures = points.map(({ costs, ...point }) => ({ ...point, own: median(costs[facade]!), bare: median(costs[bare]!) }));
  const [own, others] = [spread(figures.map((figure) => figure.own)), spread(figures.map((figure) => figure.bare))];
  const growth = Math.max(...points.map(({ heap }) => heap)) - points[0]!.heap;
  const [first] = figures;
  return {
    tables: [
      {
        columns: ["calls", "in flight", "cost of a call", "cost of bare fetch", "against bare fetch", "µs", "heap after it, MB"],
        rows: figures.map(({ count, width, heap, ...cost }) => [
          count.toLocaleString("en"),
          width.toLocaleString("en"),
          ratio(cost.own, first!.own),
          ratio(cost.bare, first!.bare),
          ratio(cost.own, cost.bare),
          cost.own.toFixed(1),
          heap.toFixed(1),
        ]),
      },
    ],
    verdicts: [
      {
        target: "the cost of a call grows at most twice as much as with bare fetch",
        figure: `the most expensive costs ${own.toFixed(2)}x the cheapest; ${others.toFixed(2)}x with bare fetch`,
        isMet: own <= 2 * others,
      },
      { target: "the heap is flat", figure: `${growth.toFixed(1)} MB more at most`, isMet: growth < 1 },
    ],
  };
};

/** Ratio of the greatest value to the least. */
function spread(values: readonly number[]): number {
  return Math.max(...values) / Math.min(...values);
}

async function run({ services }: Calls, width: number, calls: number): Promise<number> {
  let left = calls;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (left-- > 0) await services();
    }),
  );
  return ((performance.now() - begun) / calls) * 1000;
}

/** Bodies of mostly text, of mostly amounts, and of mostly dates. */
const lists = [
  ["listServices", "services"],
  ["listTicketPrices", "tickets"],
  ["listInvoices", "invoices"],
  ["listServiceStats", "services"],
] as const;

const largeBodies: Measure = async ({ isQuick, progress }) => {
  const rows: string[][] = [];
  const shares: number[] = [];
  const spreads: number[] = [];
  for (const [operation, list] of lists) {
    const costs: number[] = [];
    for (const bytes of isQuick ? [1e3, 1e5] : [1e3, 1e4, 1e5, 1e6, 1e7]) {
      progress(`${operation}, ${bytes} bytes`);
      const text = bodyOf(operation, list, bytes);
      const times = { parse: [] as number[], decode: [] as number[] };
      const repeats = Math.max(1, Math.round(2e5 / text.length));
      const rounds = isQuick ? 10 : Math.max(7, Math.min(60, Math.round(3e7 / text.length)));
      for (let round = -10; round < rounds; round++) {
        // No forced collection: it discards optimized code, which costs the decoder more than a collection in a round.
        const begun = performance.now();
        const parsed = Array.from({ length: repeats }, () => JSON.parse(text) as unknown);
        const between = performance.now();
        for (const value of parsed) decodeBody(operation, value, undefined);
        if (round < 0) continue;
        times.parse.push((between - begun) / repeats);
        times.decode.push((performance.now() - between) / repeats);
      }
      const [parse, decode] = [median(times.parse), median(times.decode)];
      shares.push(decode / parse);
      costs.push(decode / text.length);
      rows.push([operation, text.length.toLocaleString("en"), percent(decode, parse), ratio(costs.at(-1)!, costs[0]!), parse.toFixed(3), decode.toFixed(3)]);
    }
    spreads.push(spread(costs));
  }
  const worst = Math.max(...spreads);
  return {
    tables: [{ columns: ["body of", "bytes", "decode / JSON.parse", "decode per byte", "parse, ms", "decode, ms"], rows }],
    verdicts: [
      { target: "decoding is linear", figure: `the most expensive byte costs ${worst.toFixed(2)}x the cheapest of the same operation`, isMet: worst < 1.5 },
      {
        target: "decoding costs less than JSON.parse",
        figure: `${percent(Math.min(...shares), 1)} to ${percent(Math.max(...shares), 1)}`,
        isMet: Math.max(...shares) < 1,
      },
    ],
  };
};
