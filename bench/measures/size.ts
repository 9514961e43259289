import { bundleSize, type Size } from "../../test/support/measure.js";
import { root } from "../clients.js";
import type { Measure } from "../measured.js";
import { operations, usages } from "../usage.js";

const kilobytes = ({ gzip }: Size) => (gzip / 1000).toFixed(2);

/** Size that each client adds to a user's bundle. */
export const size: Measure = async ({ progress }) => {
  const figures = new Map<string, { readonly one: Size; readonly all: Size }>();
  for (const { name, text } of usages) {
    progress(name);
    figures.set(name, { one: await bundleSize(text(operations.slice(0, 1)), root), all: await bundleSize(text(operations), root) });
  }
  const all = (name: string) => figures.get(name)!.all.gzip;
  const mine = all("wm-customer-api");
  return {
    tables: [
      {
        columns: ["client", "all, against the façade", "one operation, kB gzip", "all operations, kB gzip", "all, kB minified"],
        rows: [...figures].map(([name, { one, all }]) => [
          name,
          `${(all.gzip / mine).toFixed(2)}x`,
          kilobytes(one),
          kilobytes(all),
          (all.minified / 1000).toFixed(1),
        ]),
        note: "esbuild, minified, gzip -9. Includes the calls and their arguments.",
      },
    ],
    verdicts: [
      {
        target: "all used, everything on: at most 18.4 kB",
        figure: `${(mine / 1000).toFixed(1)} kB, of which openapi-fetch with the calls takes ${kilobytes(figures.get("openapi-fetch")!.all)}`,
        isMet: mine <= 18_400,
      },
    ],
  };
};
