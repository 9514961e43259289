import { describe, expect, it } from "vitest";
import { nearest } from "../src/nearest.js";

describe("nearest", () => {
  const names = ["timeout", "totalTimeout", "maxRetries", "id"];

  it.each([
    ["timout", "timeout"],
    ["timeeout", "timeout"],
    ["timeuot", "timeout"],
    ["TIMEOUT", "timeout"],
    ["tiemotu", undefined],
    ["maxRetry", "maxRetries"],
    ["totalTim", undefined],
    ["di", undefined],
    ["i", undefined],
    ["", undefined],
  ])("maps %j to %j", (name, meant) => {
    expect(nearest(name, names)).toBe(meant);
  });

  it("prefers the name with the fewest differences", () => {
    expect(nearest("toDat", ["fromDate", "toDates", "toDate"])).toBe("toDate");
  });

  it("compares a name of any length", () => {
    expect(nearest("timeout".repeat(2_000), names)).toBe(undefined);
  });
});
