import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { bundleSize, typeCost } from "../support/measure.js";
import { operations } from "../support/spec.js";
import { facadeUsage, openapiFetchUsage, rawUsage } from "../support/usage.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const modules = { facade: "./src/index.js", wire: "./generated/wire.js" };

/** Upper limits. Lower one when its figure drops. */
const budget = {
  /** Of a bundle that calls every operation, minified, in bytes. */
  minified: 62_000,
  /** The same compressed. */
  gzip: 20_950,
  /** Types made from generic ones to check a file that calls every operation. */
  instantiations: 500,
};

/** At most the budget, and not so far below that it means nothing. */
function expectWithin(figure: number, limit: number): void {
  expect(figure).toBeLessThanOrEqual(limit);
  expect(figure).toBeGreaterThan(limit * 0.9);
}

describe("a program that calls every operation", () => {
  it("is no larger in a user's bundle than the budget, and one that calls a single operation is no larger", async () => {
    const all = await bundleSize(facadeUsage(modules), root);
    const one = await bundleSize(facadeUsage(modules, operations.slice(0, 1)), root);

    expectWithin(all.minified, budget.minified);
    expectWithin(all.gzip, budget.gzip);
    expect(one.minified).toBeLessThan(all.minified);
  });

  it("costs TypeScript no more than the budget, and less than half of what openapi-fetch alone does", () => {
    const facade = typeCost(facadeUsage(modules), root);
    const openapiFetch = typeCost(openapiFetchUsage(modules), root);
    const raw = typeCost(rawUsage(modules), root);

    expect([facade.errors, openapiFetch.errors, raw.errors]).toEqual([[], [], []]);
    expect(facade.instantiations).toBeLessThanOrEqual(budget.instantiations);
    expect(facade.instantiations).toBeLessThan(openapiFetch.instantiations / 2);
  });
});
