import { describe, it } from "vitest";
import { expectUnfit, expectValue } from "../support/decode.js";

/** Rules that a day follows in a date and in a date and time. */
describe.each(["date", "dateTime"] as const)("a day, as %s,", (format) => {
  const layouts: Readonly<Record<string, readonly string[]>> = {
    "2016-10-18": ["2016-10-18", "  2016-10-18  "],
    "2015-07-01": ["07/01/15", "07-01-15", "7/1/15"],
    "2015-11-10": ["11/10/2015", "11-10-2015"],
    "2018-02-15": ["Thursday, Feb 15 , 2018", "Thursday, February 15, 2018"],
    "2018-09-06": ["Thu, SEP 06 , 2018", "Sept. 6, 2018", "sep 6, 2018"],
    // Two digits of a year are in 1970 to 2069.
    "2000-01-01": ["01/01/00"],
    "2069-12-31": ["12/31/69"],
    "1970-01-01": ["01/01/70"],
    "1999-12-31": ["12/31/99"],
    // Leap days.
    "2016-02-29": ["2016-02-29", "Monday, Feb 29 , 2016"],
    "2000-02-29": ["2000-02-29", "02/29/00"],
    "1972-02-29": ["02/29/72"],
  };
  it.each(Object.entries(layouts))("decodes each layout of %s", (day, wires) => {
    for (const wire of wires) expectValue(format, wire, day);
  });

  it("decodes every month by its name", () => {
    const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    names.forEach((name, index) => expectValue(format, `Monday, ${name} 9 , 2018`, `2018-${String(index + 1).padStart(2, "0")}-09`));
    for (const name of ["Jux", "Ja", "Febb", "Marchy", "Juni"]) expectUnfit(format, `Monday, ${name} 9 , 2018`);
  });

  it.each<[string, readonly unknown[]]>([
    ["29 February of another year", ["2015-02-29", "1900-02-29", "2100-02-29", "02/29/15", "Sunday, Feb 29 , 2015"]],
    ["a day that its month does not have", ["2015-04-31", "06/31/2015", "11/31/15", "2015-01-32"]],
    ["a zero", ["2015-00-10", "2015-01-00", "00/10/2015", "0000-00-00", "00/00/00"]],
    ["the day before the month", ["31/12/2015", "13/01/15", "2015-13-01"]],
    ["another order", ["2015/08/03", "3 Aug 2015", "08/03-2015", "08.03.2015"]],
    ["a part of a day", ["08/03", "Aug 2015", "201506", "today"]],
    ["other numbers of digits", ["20150803", "2015-8-3", "1/2/345", "08/03/20155", "1:/03/2015"]],
    ["text around a day", ["15-08-03x", "x2016-10-18", "2016-10-18x", "2016-10-18-05:00"]],
    ["another type", [20150803, 1438597659000, true, {}, ["2016-10-18"]]],
  ])("reports %s as unfit", (_, wires) => {
    expectUnfit(format, ...wires);
  });

  it("decodes blank text and null to null", () => {
    for (const wire of ["null", "", " ", " null ", null]) expectValue(format, wire, null);
  });
});

describe("a date", () => {
  it("drops midnight, and reports any other time as unfit", () => {
    for (const wire of ["2015-08-03 00:00:00.0", "2015-08-03T00:00:00", "2015-08-03 00:00:00.000Z", "08/03/15 00:00:00"])
      expectValue("date", wire, "2015-08-03");
    expectUnfit("date", "2015-08-03 10:27:39.0", "2015-08-03 00:00:01", "2015-08-03 00:00:00.5", "2015-02-30 00:00:00");
  });
});

describe("a date and time", () => {
  it("decodes each of the reference's layouts", () => {
    const layouts = {
      "2015-08-03 10:27:39.0": "2015-08-03T10:27:39",
      "2016-09-18 05:09:22": "2016-09-18T05:09:22",
      "12/11/16 05:28:44": "2016-12-11T05:28:44",
      "12/11/2016 05:28:44": "2016-12-11T05:28:44",
      "2016-07-01 00:00:00.000Z": "2016-07-01T00:00:00Z",
      "2014-05-21T15:41:52.000-05:00": "2014-05-21T15:41:52-05:00",
      "Thursday, Feb 15 , 2018 05:28:44": "2018-02-15T05:28:44",
    };

    for (const [wire, value] of Object.entries(layouts)) expectValue("dateTime", wire, value);
  });

  it("drops a fraction of zeros, and keeps any other", () => {
    const fractions = { ".0": "", ".000": "", ".000000000": "", ".5": ".5", ".50": ".50", ".050": ".050", ".123456789": ".123456789", ".0001": ".0001" };

    for (const [fraction, kept] of Object.entries(fractions)) {
      expectValue("dateTime", `2015-08-03 10:27:39${fraction}`, `2015-08-03T10:27:39${kept}`);
      expectValue("dateTime", `2015-08-03T10:27:39${fraction}+05:30`, `2015-08-03T10:27:39${kept}+05:30`);
    }
  });

  it("keeps the zone, without moving the day, and adds none", () => {
    for (const zone of ["", "Z", "-05:00", "+00:00", "-00:00", "+14:00", "+05:45"])
      expectValue("dateTime", `2015-12-31 23:59:59${zone}`, `2015-12-31T23:59:59${zone}`);
    for (const zone of [" -05:00", "-0500"]) expectValue("dateTime", `2016-01-01T00:00:00${zone}`, "2016-01-01T00:00:00-05:00");
  });

  it("reports a time that does not exist, or another layout, as unfit", () => {
    const times = ["24:00:00", "10:60:00", "10:00:60", "10:27", "1:02:03", "10:27:39.", "10:27:39 PM", "10:27:39 EST", "10:27:39+25:00", "10:27:39+05:60"];

    expectUnfit("dateTime", ...[...times, "10:27:39-5", "10:27:39,5", ":::"].map((time) => `2015-08-03 ${time}`));
    expectUnfit("dateTime", "2015-02-30 10:27:39", "2015-08-03  10:27:39x", "10:27:39", "T10:27:39", "2015-08-03T", "2015-08-03 T 10:27:39");
  });
});
