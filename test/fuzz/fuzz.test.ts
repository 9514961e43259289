import { expect, test } from "vitest";
import { fuzz } from "./runner.js";

test("keeps every promise in a few hundred random calls", { timeout: 60_000 }, async () => {
  const { calls, failure } = await fuzz({ seed: 1, path: undefined, duration: 20_000, calls: 400 });

  expect(failure).toBeUndefined();
  expect(calls).toBeGreaterThanOrEqual(400);
});
