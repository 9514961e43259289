import { describe, expect, it } from "vitest";
import { decodeAs, expectRounded, expectUnfit, expectValue } from "../support/decode.js";

describe.each(["decimal", "integer"] as const)("a number, as %s,", (format) => {
  it.each<[string, Readonly<Record<string, number>>]>([
    ["digits with a sign, leading zeros and blanks", { "0": 0, "7": 7, "007": 7, "+7": 7, "-7": -7, " 7 ": 7, "\t7\n": 7, "5.0": 5, "0.0": 0, "-5.000": -5 }],
    ["groups of three", { "1,234": 1234, "12,345,678": 12345678, "-1,234.00": -1234, "999,999,999,999": 999999999999 }],
    ["an exponent", { "1e3": 1000, "1.5E+2": 150, "2500e-2": 25, "-1E2": -100, "1,000e1": 10000, "0e5": 0 }],
    ["a negative zero, without its sign", { "-0": 0, "-0.0": 0, "-0e3": 0 }],
    ["an integer up to 2^53", { "9007199254740991": 2 ** 53 - 1, "-9007199254740991": 1 - 2 ** 53, "9,007,199,254,740,992": 2 ** 53 }],
  ])("decodes %s", (_, values) => {
    for (const [wire, value] of Object.entries(values)) expectValue(format, wire, value);
  });

  it("keeps a JSON number", () => {
    for (const value of [0, 1, -7, 2 ** 53 - 1]) expectValue(format, value, value);
    expectValue(format, -0, 0);
  });

  it("decodes blank text and null to null", () => {
    for (const wire of ["null", " null ", "", " ", "\t\n", null]) expectValue(format, wire, null);
  });

  it.each<[string, readonly unknown[]]>([
    ["groups of another length", "1,23 12,34,567 1234,567 ,123 1,,234 1,234, 1,234,56 1,2345 1.234.567 1'234 1_000".split(" ")],
    ["a decimal comma", "0,500 00,500 -0,125 000,000 0,5 1.234,50".split(" ")],
    ["an incomplete numeral", ". .5 5. - + --1 +-1 1- 1e 1e1.5 e5".split(" ")],
    ["a numeral of another kind", "(1) $1 5% 0x10 0b1 1n NaN Infinity -Infinity NULL nil N/A ١".split(" ")],
    ["text with a gap", ["1 234", "- 1", "1 USD", "1 2", "1\u00002"]],
    ["another type", [true, false, {}, [], ["1"], { amount: "1" }]],
    ["a number beyond every double", ["1e309", "-1e309", "1e999999999", "9".repeat(400), Infinity, -Infinity, NaN]],
  ])("reports %s as unfit", (_, wires) => {
    expectUnfit(format, ...wires);
  });

  it("reports a number beyond 2^53 as rounded", () => {
    for (const wire of ["9007199254740993", "-9007199254740993", "9,007,199,254,740,993", "9007199254740994", "1e16", "1e300"])
      expectRounded(format, wire, Number(wire.replaceAll(",", "")));
    // JSON.parse has rounded it before: it may have been 9007199254740993.
    for (const wire of [2 ** 53, -(2 ** 53), 1e21]) expectRounded(format, wire, wire);
  });
});

describe("a decimal", () => {
  it("decodes to its last digit", () => {
    const values = { "147.14": 147.14, "1,234.50": 1234.5, "-0.01": -0.01, "5e-1": 0.5, "1,234.5e-2": 12.345, "12,345,678.90": 12345678.9, " 11.49": 11.49 };

    for (const [wire, value] of Object.entries(values)) expectValue("decimal", wire, value);
    for (const value of [12.5, 0.30000000000000004]) expectValue("decimal", value, value);
  });

  it.each<[string, string]>([
    ["15 digits", "123456789012345 1234567890.12345 0.999999999999999 0.000000123456789012345 1.23456789012345e-30"],
    ["zeros that need no digit", "000000000000000000001.5 1.500000000000000000000 5e-324"],
    ["16 or 17 digits that a double keeps", "1234567890123456 0.1234567890123456 2251799813685249.5 0.30000000000000004 1.7976931348623157e1"],
  ])("decodes %s without an issue", (_, wires) => {
    for (const wire of wires.split(" ")) expectValue("decimal", wire, Number(wire));
  });

  it.each<[string, readonly string[]]>([
    ["digits that a double does not keep", ["9999999999999.9999", "4503599627370497.3", "0.10000000000000001", "1.0000000000000001", "90071992547409.923"]],
    ["more than 17 digits", ["0.12345678901234567890", "1.00000000000000000000000001"]],
    ["a number too small for a double", ["1e-400", "-1e-400", `0.${"0".repeat(400)}1`, "4.9e-324"]],
  ])("reports %s as rounded", (_, wires) => {
    for (const wire of wires) expectRounded("decimal", wire, Number(wire) + 0);
  });

  it("takes linear time for a million digits", () => {
    const zeros = "0".repeat(1_000_000);
    const start = performance.now();

    expect(decodeAs("decimal", `1.${zeros}1`).issues[0]!.reason).toBe("precision");
    expect(decodeAs("decimal", `0.${zeros}`)).toEqual({ value: 0, issues: [] });
    expect(decodeAs("decimal", `1${",000".repeat(250_000)}`).issues[0]!.reason).toBe("unfit");
    expect(decodeAs("decimal", `${"1,111".repeat(200_000)}x`).issues[0]!.reason).toBe("unfit");
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe("an integer", () => {
  it("reports a fraction as unfit", () => {
    expectUnfit("integer", "1.5", "0.1", "1,234.5", "15e-1", 1.5, "2251799813685249.3");
  });

  it("reports a fraction that a double does not keep as rounded", () => {
    expectRounded("integer", "1.00000000000000000001", 1);
    expectRounded("integer", "1e-400", 0);
  });
});
