import { generate, generators, root, timed } from "../clients.js";
import { type Measure, median } from "../measured.js";

/** Time from a changed spec to a client: all of `npm run generate`, merging and linting included, against each generator. */
export const regenerating: Measure = async ({ isQuick, progress }) => {
  const own = { name: "npm run generate", run: () => timed("npm", ["run", "--silent", "generate"], root) };
  const runs = [own, ...generators.map((generator) => ({ name: generator.name, run: () => generate(generator) }))].map((one) => ({
    ...one,
    times: [] as number[],
  }));
  const rounds = isQuick ? 1 : 7;
  for (let round = 0; round < rounds; round++) {
    for (const { name, run, times } of runs) {
      progress(`${name}: round ${round + 1} of ${rounds}`);
      times.push(await run());
    }
  }
  const figures = runs.map(({ name, times }) => ({ name, time: median(times) }));
  const [mine, ...others] = figures as [(typeof figures)[0], ...typeof figures];
  const slowest = Math.max(...others.map(({ time }) => time));
  return {
    tables: [
      {
        columns: ["generator", "against the slowest of the three", "s"],
        rows: figures.map(({ name, time }) => [name, `${(time / slowest).toFixed(2)}x`, (time / 1000).toFixed(2)]),
        note: "`npm run generate` also merges eight documents, lints the result and the overlays, compiles two sets of types and the decode table, and compares them with the committed files.",
      },
    ],
    verdicts: [{ target: "no slower than the slowest generator", figure: `${(mine.time / slowest).toFixed(2)}x of it`, isMet: mine.time <= slowest }],
  };
};
