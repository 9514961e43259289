import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bench, root, timed } from "../clients.js";
import { type Measure, median, shuffled } from "../measured.js";

/** Programs that create a client and exit. */
const programs: Readonly<Record<string, string>> = {
  nothing: "",
  "openapi-fetch": `import createClient from "openapi-fetch"; createClient({ baseUrl: "https://api.wm.com/v1" });`,
  "redocly generate-client": `import { createClient, OPERATIONS } from "../redocly.js"; createClient(OPERATIONS, { auth: { bearer: "any" } });`,
  "hey-api (client-fetch)": `import { client, listServices } from "../hey-api.js"; client.setConfig({ auth: "any" }); listServices;`,
  "orval (fetch)": `import { listServices } from "../orval.js"; listServices;`,
  "wm-customer-api": `import { createWmClient } from "../../../dist/index.js"; createWmClient({ clientId: "any", token: "any" });`,
  "wm.raw": `import { createWmClient } from "../../../dist/index.js"; createWmClient({ clientId: "any", token: "any" }).raw;`,
};

/** Time from the start of Node to a client, minus that of an empty program. */
export const startup: Measure = async ({ isQuick, progress }) => {
  const folder = join(bench, "generated/startup");
  await mkdir(folder, { recursive: true });
  const names = Object.keys(programs);
  for (const [index, name] of names.entries()) await writeFile(join(folder, `program-${index}.js`), programs[name]!);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  const rounds = isQuick ? 3 : 40;
  for (let round = 0; round < rounds; round++) {
    progress(`round ${round + 1} of ${rounds}`);
    for (const name of shuffled(names)) times.get(name)?.push(await timed(process.execPath, [join(folder, `program-${names.indexOf(name)}.js`)], root));
  }
  const nothing = median(times.get("nothing")!);
  const added = (name: string) => median(times.get(name)!) - nothing;
  const mine = added("wm-customer-api");
  return {
    tables: [
      {
        columns: ["client", "against the façade", "ms"],
        rows: names.slice(1).map((name) => [name, `${(added(name) / mine).toFixed(1)}x`, added(name).toFixed(1)]),
        note: `An empty program takes ${nothing.toFixed(0)} ms here, which is subtracted.`,
      },
    ],
    verdicts: [
      { target: "from start to client: at most 10 ms", figure: `${mine.toFixed(1)} ms`, isMet: mine <= 10 },
      {
        target: "`wm.raw` in addition: at most 2 ms",
        figure: `${(added("wm.raw") - mine).toFixed(1)} ms`,
        isMet: added("wm.raw") - mine <= 2,
      },
    ],
  };
};
