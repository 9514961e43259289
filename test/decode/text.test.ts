import { describe, it } from "vitest";
import { expectRounded, expectUnfit, expectValue } from "../support/decode.js";

describe("a flag", () => {
  it.each<[unknown, readonly unknown[]]>([
    [true, ["Y", "y", "true", "TRUE", "True", "tRuE", " Y ", "true  ", true]],
    [false, ["N", "n", "false", "FALSE", "False", " N", "false ", false]],
    [null, ["null", "", "  ", null]],
  ])("decodes to %s", (value, wires) => {
    for (const wire of wires) expectValue("flag", wire, value);
  });

  it("reports anything else as unfit", () => {
    expectUnfit("flag", "Yes", "No", "T", "F", "1", "0", "on", "YN", "truee", 1, 0, {}, [true]);
  });
});

describe("an identifier", () => {
  it("keeps every character except blanks at its end", () => {
    for (const wire of ["01391", "S08510", "1041279930086984565|E", "201506", "1e5", "1,234", "-0", "+1", "0x1", " 7", "true", "12345678901234567890"])
      expectValue("identifier", wire, wire);
    expectValue("identifier", "01391   ", "01391");
  });

  it("decodes a JSON number to its text", () => {
    for (const wire of [1391, 0, -1, 1.5, 2 ** 53 - 1]) expectValue("identifier", wire, String(wire));
  });

  it("reports a number with more digits than JavaScript keeps as rounded", () => {
    expectRounded("identifier", 1041279930086984565, "1041279930086984600");
    expectUnfit("identifier", Infinity, NaN);
  });

  it("decodes blank text and null to null, and reports other types as unfit", () => {
    for (const wire of ["null", "null  ", "", "  ", null]) expectValue("identifier", wire, null);
    expectUnfit("identifier", true, {}, ["1"]);
  });
});

describe("text", () => {
  it("loses the blanks at its end, and no others", () => {
    const values = { "CDL ": "CDL", "CLOSED    ": "CLOSED", " a  b \t\n": " a  b", "é\u00a0": "é", "": "", " ": "" };

    for (const [wire, value] of Object.entries(values)) expectValue("text", wire, value);
  });

  it("decodes to null if it is `null`, and keeps a null inside other text", () => {
    for (const wire of ["null", "null   ", null]) expectValue("text", wire, null);
    for (const wire of ["nullable", "is null", "NULL", " null"]) expectValue("text", wire, wire);
  });

  it("decodes a JSON number to its text, and reports other types as unfit", () => {
    expectValue("text", 12.5, "12.5");
    expectUnfit("text", false, {}, []);
  });
});
