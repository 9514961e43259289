import { expect, it } from "vitest";
import { formatOf } from "../../../src/cli/contract/format.js";

it.each<[string | undefined, readonly unknown[]]>([
  ["wm-identifier", ["000123", 2]],
  ["decimal", ["12", "12.50"]],
  ["decimal", [12.5, 1e21]],
  ["decimal", ["1,234.50", "-3"]],
  ["wm-flag", ["Y", "false", true]],
  ["wm-date", ["01/31/2026", " Thursday, Feb 15 , 2018 "]],
  ["wm-date-time", ["2018-02-15T10:20:30Z", "2018-02-15"]],
  ["wm-text", ["Roll off"]],
  ["wm-text", ["02/30/2026"]],
  ["wm-text", ["Y", "1"]],
  ["wm-text", ["1.2.3", "12.50"]],
  ["wm-text", ["12,34.5"]],
  // Blank text and null do not count as values.
  ["wm-identifier", [null, "", " ", "null", "7"]],
  [undefined, [null, "", "null"]],
  // No format decodes both.
  [undefined, [true, "maybe"]],
])("finds the format %s for %j", (format, values) => {
  expect(formatOf(values)).toBe(format);
});
