import { setImmediate } from "node:timers/promises";
import { decodeBody } from "../../src/decode.js";
import { bodyOf } from "../bodies.js";
import { type Calls, contenders } from "../contenders.js";
import { collect, type Measure, median, percent, ratio } from "../measured.js";

const body = bodyOf("listServices", "services", 2_000);

/** What many calls and large bodies cost. */
export const scale: Measure = async (effort) => {
  const calls = await manyCalls(effort);
  const bodies = await largeBodies(effort);
  return { tables: [...calls.tables, ...bodies.tables], verdicts: [...calls.verdicts, ...bodies.verdicts] };
};

const manyCalls: Measure = async ({ isQuick, progress }) => {
  const counts = isQuick ? [1_000] : [1_000, 10_000, 100_000];
  const widths = isQuick ? [10, 100] : [10, 100, 1_000];
  // Answers in another turn of the event loop, as a network does.
  const answer = async () => {
    await setImmediate();
    return new Response(body);
  };
  const { connect } = contenders.find(({ name }) => name === "wm-customer-api")!;
  const client = await connect({ baseUrl: "https://api.wm.com/v1", fetch: answer });
  await run(client, 100, isQuick ? 1_000 : 20_000);
  const rows: string[][] = [];
  const costs: number[] = [];
  const heaps: number[] = [];
  for (const count of counts) {
    for (const width of widths) {
      progress(`${count} calls, ${width} in flight`);
      const cost = await run(client, width, count);
      collect();
      costs.push(cost);
      heaps.push(process.memoryUsage().heapUsed / 1e6);
      rows.push([count.toLocaleString("en"), width.toLocaleString("en"), ratio(cost, costs[0]!), cost.toFixed(1), heaps.at(-1)!.toFixed(1)]);
    }
  }
  const spread = Math.max(...costs) / Math.min(...costs);
  const growth = heaps.at(-1)! - heaps[0]!;
  return {
    tables: [{ columns: ["calls", "in flight", "cost of a call", "µs", "heap after it, MB"], rows }],
    verdicts: [
      { target: "the cost of a call is flat within 10 %", figure: `the dearest costs ${spread.toFixed(2)}x the cheapest`, isMet: spread <= 1.1 },
      { target: "the heap is flat", figure: `${growth.toFixed(1)} MB more at the end`, isMet: growth < 1 },
    ],
  };
};

async function run({ services }: Calls, width: number, calls: number): Promise<number> {
  collect();
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
      for (let round = -5; round < rounds; round++) {
        collect();
        const begun = performance.now();
        const parsed = Array.from({ length: repeats }, () => JSON.parse(text) as unknown);
        const between = performance.now();
        for (const value of parsed) decodeBody(operation, value, true, undefined);
        if (round < 0) continue;
        times.parse.push((between - begun) / repeats);
        times.decode.push((performance.now() - between) / repeats);
      }
      const [parse, decode] = [median(times.parse), median(times.decode)];
      shares.push(decode / parse);
      costs.push(decode / text.length);
      rows.push([operation, text.length.toLocaleString("en"), percent(decode, parse), ratio(costs.at(-1)!, costs[0]!), parse.toFixed(3), decode.toFixed(3)]);
    }
    spreads.push(Math.max(...costs) / Math.min(...costs));
  }
  const worst = Math.max(...spreads);
  return {
    tables: [{ columns: ["body of", "bytes", "decode / JSON.parse", "decode per byte", "parse, ms", "decode, ms"], rows }],
    verdicts: [
      { target: "decoding is linear", figure: `the dearest byte costs ${worst.toFixed(2)}x the cheapest of the same operation`, isMet: worst < 1.5 },
      {
        target: "decoding takes under 25 % of JSON.parse",
        figure: `${percent(Math.min(...shares), 1)} to ${percent(Math.max(...shares), 1)}`,
        isMet: Math.max(...shares) < 0.25,
      },
    ],
  };
};
