import { describe, it } from "vitest";
import { expectRounded, expectUnfit, expectValue } from "../support/decode.js";

describe("a flag", () => {
  it("decodes Y, N, true and false in any case", () => {
    expectValue("flag", true, "Y", "y", "true", "tRuE", " Y ", "true  ", true);
    expectValue("flag", false, "N", "n", "FALSE", " N", "false ", false);
  });

  it("decodes blank text and null to null", () => {
    expectValue("flag", null, "null", "", "  ", null);
  });

  it("reports anything else as unfit", () => {
    expectUnfit("flag", "Yes", "No", "T", "F", "1", "0", "on", "YN", "truee", 1, 0, {}, [true]);
  });
});

describe("an identifier", () => {
  it("keeps text except blanks at the end, and decodes a JSON number to text", () => {
    for (const text of ["01391", "1041279930086984565|E", "1e5", "1,234", "-0", "+1", " 7", "true"]) expectValue("identifier", text, text, `${text}  `);
    for (const number of [1391, 0, -1, 1.5, 2 ** 53 - 1]) expectValue("identifier", String(number), number);
  });

  it("decodes blank text and null to null", () => {
    expectValue("identifier", null, "null", "null  ", "", "  ", null);
  });

  it("reports a number with more digits than JavaScript keeps as rounded, and other types as unfit", () => {
    expectRounded("identifier", "1041279930086984600", 1041279930086984565);
    expectUnfit("identifier", true, {}, ["1"], Infinity, NaN);
  });
});

describe("text", () => {
  it("drops blanks at the end, and no others", () => {
    const texts = { "CLOSED    ": "CLOSED", " a  b \t\n": " a  b", "é\u00a0": "é", "": "", " ": "", " null": " null", NULL: "NULL", nullable: "nullable" };

    for (const [wire, value] of Object.entries(texts)) expectValue("text", value, wire);
  });

  it("decodes null to null and a JSON number to text, and reports other types as unfit", () => {
    expectValue("text", null, "null", "null   ", null);
    expectValue("text", "12.5", 12.5);
    expectUnfit("text", false, {}, []);
  });
});
