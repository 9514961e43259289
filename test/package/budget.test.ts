import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { bundleSize, typeCost } from "../support/measure.js";
import { operations } from "../support/spec.js";
import { facadeUsage, openapiFetchUsage, rawUsage } from "../support/usage.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const modules = { facade: "./src/index.js", wire: "./generated/wire.js" };

/** Upper limits. Lower one when its figure drops. */
const budget = {
  /** A bundle that calls every operation, minified, in bytes. */
  minified: 62_000,
  /** The same bundle, compressed. */
  gzip: 20_950,
  /** Type instantiations to check a file that calls every operation. */
  instantiations: 500,
};

/** Expects a figure of at most the limit, and of at least 90 % of it. */
function expectWithin(figure: number, limit: number): void {
  expect(figure).toBeLessThanOrEqual(limit);
  expect(figure).toBeGreaterThan(limit * 0.9);
}

describe("a program that calls every operation", () => {
  it("stays within the budget of a user's bundle, above a program that calls one", async () => {
    const all = await bundleSize(facadeUsage(modules), root);
    const one = await bundleSize(facadeUsage(modules, operations.slice(0, 1)), root);

    expectWithin(all.minified, budget.minified);
    expectWithin(all.gzip, budget.gzip);
    expect(one.minified).toBeLessThan(all.minified);
  });

  it("stays within the budget of type instantiations, below half of what openapi-fetch alone takes", () => {
    const facade = typeCost(facadeUsage(modules), root);
    const openapiFetch = typeCost(openapiFetchUsage(modules), root);
    const raw = typeCost(rawUsage(modules), root);

    expect([facade.errors, openapiFetch.errors, raw.errors]).toEqual([[], [], []]);
    expect(facade.instantiations).toBeLessThanOrEqual(budget.instantiations);
    expect(facade.instantiations).toBeLessThan(openapiFetch.instantiations / 2);
  });
});
