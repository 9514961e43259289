import { expect, it } from "vitest";
import { mock } from "../../examples/recipes/guide.js";

// The recipe is a test file itself.
import "../../examples/recipes/mock-server.js";

it("answers the guide's example with its own data", { timeout: 60_000 }, async () => {
  expect(await mock()).toEqual([{ type: "Total", amount: 147.14 }]);
});
