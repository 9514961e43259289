import { describe, expect, it } from "vitest";
import { mock } from "../../examples/recipes/guide.js";

// This recipe is a test file.
import "../../examples/recipes/mock-server.js";

describe("the guide's mock", () => {
  it("responds with its custom answer", { timeout: 60_000 }, async () => {
    expect(await mock()).toEqual([{ type: "Total", amount: 147.14 }]);
  });
});
