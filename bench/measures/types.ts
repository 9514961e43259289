import { typeCost } from "../../test/support/measure.js";
import { bench } from "../clients.js";
import { type Measure, median } from "../measured.js";
import { operations, usages } from "../usage.js";

/** Cost of type-checking a file that calls every operation. */
export const types: Measure = async ({ isQuick, progress }) => {
  const figures = usages
    .filter(({ name }) => name !== "bare fetch")
    .map(({ name, text }) => {
      const runs = Array.from({ length: isQuick ? 1 : 5 }, (_, run) => {
        progress(`${name}: run ${run + 1}`);
        return typeCost(text(operations), bench);
      });
      const [{ instantiations, errors }] = runs as [(typeof runs)[0]];
      if (errors.length > 0) throw new Error(`${name}: ${errors.join("\n")}`);
      return { name, instantiations, duration: median(runs.map(({ duration }) => duration)) };
    });
  const of = (name: string) => figures.find((figure) => figure.name === name)!.instantiations;
  const [mine, base] = [of("wm-customer-api"), of("openapi-fetch")];
  return {
    tables: [
      {
        columns: ["client", "instantiations against openapi-fetch", "instantiations", "check, ms"],
        rows: figures.map(({ name, instantiations, duration }) => [
          name,
          `${(instantiations / base).toFixed(3)}x`,
          instantiations.toLocaleString("en"),
          duration.toFixed(0),
        ]),
        note: "Only the file is checked, strictly; declarations are read as needed. Bare fetch has no API types.",
      },
    ],
    verdicts: [{ target: "at most half of openapi-fetch alone", figure: `${(mine / base).toFixed(3)}x`, isMet: mine <= base / 2 }],
  };
};
