import { expect, it } from "vitest";
import { nearest } from "../src/nearest.js";

const names = ["timeout", "totalTimeout", "maxRetries", "id"];

it.each([
  ["timout", "timeout"],
  ["timeeout", "timeout"],
  ["timeuot", "timeout"],
  ["TIMEOUT", "timeout"],
  ["tiemotu", undefined],
  ["totalTimout", "totalTimeout"],
  ["maxRetry", "maxRetries"],
  ["maxTries", "maxRetries"],
  ["di", undefined],
  ["i", undefined],
  ["", undefined],
  ["colour", undefined],
])("takes %j for %s", (name, meant) => {
  expect(nearest(name, names)).toBe(meant);
});

it("prefers the name with the fewest differences", () => {
  expect(nearest("toDat", ["fromDate", "toDates", "toDate"])).toBe("toDate");
});
