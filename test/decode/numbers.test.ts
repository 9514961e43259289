import { describe, expect, it } from "vitest";
import { decodeAs, expectRounded, expectUnfit, expectValue } from "../support/decode.js";

describe.each(["decimal", "integer"] as const)("a number as %s", (format) => {
  it("decodes every notation", () => {
    expectValue(format, 7, 7, "7", "007", "+7", " 7 ", "\t7\n", "7.0", "7e0", "700e-2", "0.7E+1");
    expectValue(format, -1234, -1234, "-1234", "-1,234", "-1,234.00", "-1,234e0");
    expectValue(format, 0, 0, -0, "0", "-0", "-0.0", "-0e3", "0e5");
    expectValue(format, 2 ** 53 - 1, 2 ** 53 - 1, "9007199254740991");
    expectValue(format, 2 ** 53, "9,007,199,254,740,992");
  });

  it("decodes blank text and null to null", () => {
    expectValue(format, null, "null", " null ", "", "\t\n", null);
  });

  it.each<[string, readonly unknown[]]>([
    ["groups of another length", "1,23 12,34,567 1234,567 ,123 1,,234 1,234, 1,2345 1.234.567 1'234 1_000".split(" ")],
    ["a decimal comma", "0,500 000,000 -0,125 0,5 1.234,50".split(" ")],
    ["an incomplete numeral", ". .5 5. - + --1 1- 1e 1e1.5 e5".split(" ")],
    ["a numeral of another kind", "(1) $1 5% 0x10 1n NaN Infinity NULL N/A ١".split(" ")],
    ["text with a gap", ["1 234", "- 1", "1 USD", "1\u00002"]],
    ["another type", [true, {}, [], ["1"], { amount: "1" }]],
    ["a number beyond every double", ["1e309", "-1e309", "9".repeat(400), Infinity, -Infinity, NaN]],
  ])("reports %s as unfit", (_, wires) => {
    expectUnfit(format, ...wires);
  });

  it("reports a number beyond 2^53 as rounded", () => {
    expectRounded(format, 2 ** 53, "9007199254740993", "9,007,199,254,740,993");
    expectRounded(format, 2 ** 53 + 2, "9007199254740994");
    expectRounded(format, 1e300, "1e300");
    // JSON.parse has rounded it before: it may have been 9007199254740993.
    for (const wire of [2 ** 53, -(2 ** 53), 1e21]) expectRounded(format, wire, wire);
  });
});

describe("a decimal", () => {
  it("keeps digits that a double keeps, and reports others as rounded", () => {
    for (const wire of ["123456789012345", "0.000000123456789012345", "1234567890123456", "5e-324"]) expectValue("decimal", Number(wire), wire);
    for (const wire of ["4503599627370497.3", "0.10000000000000001", "4.9e-324"]) expectRounded("decimal", Number(wire), wire);
    expectRounded("decimal", 0, "1e-400", "-1e-400", `0.${"0".repeat(400)}1`);
  });

  it("takes linear time for a million digits", { timeout: 10_000 }, () => {
    const zeros = "0".repeat(1_000_000);

    expect(decodeAs("decimal", `1.${zeros}1`).issues[0]!.reason).toBe("precision");
    expectValue("decimal", 0, `0.${zeros}`);
    expectUnfit("decimal", `1${",000".repeat(250_000)}`, `${"1,111".repeat(200_000)}x`);
  });
});

describe("an integer", () => {
  it("reports a fraction as unfit, or as rounded if a double does not keep it", () => {
    expectUnfit("integer", "1.5", "0.1", "1,234.5", "15e-1", 1.5, "2251799813685249.3");
    expectRounded("integer", 1, "1.00000000000000000001");
    expectRounded("integer", 0, "1e-400");
  });
});
