import { describe, it } from "vitest";
import { expectUnfit, expectValue } from "../support/decode.js";

describe.each(["date", "dateTime"] as const)("a day as %s", (format) => {
  it("decodes every layout of the reference", () => {
    expectValue(format, "2016-10-18", "2016-10-18", "  2016-10-18  ");
    expectValue(format, "2015-07-01", "07/01/15", "07-01-15", "7/1/15", "07/01/2015", "07-01-2015");
    expectValue(format, "2018-09-06", "Thursday, Sep 06 , 2018", "Thursday, September 6, 2018", "Thu, SEP 06 , 2018", "Sept. 6, 2018", "sep 6, 2018");
  });

  it("decodes leap days", () => {
    expectValue(format, "2016-02-29", "2016-02-29", "Monday, Feb 29 , 2016");
    expectValue(format, "2000-02-29", "2000-02-29", "02/29/00");
  });

  it("reads a year of two digits as 1970 to 2069", () => {
    expectValue(format, "2069-12-31", "12/31/69");
    expectValue(format, "1970-01-01", "01/01/70");
  });

  it.each<[string, ...wires: unknown[]]>([
    ["a day that does not exist", "1900-02-29", "2100-02-29", "02/29/15", "Sunday, Feb 29 , 2015", "06/31/2015", "2015-01-00", "00/10/2015"],
    ["the day before the month", "31/12/2015", "13/01/15", "2015-13-01"],
    ["a misspelt month", "Monday, Jux 9 , 2018", "Monday, Ja 9 , 2018", "Monday, Febb 9 , 2018", "Monday, Marchy 9 , 2018", "Monday, Juni 9 , 2018"],
    ["another order or separator", "2015/08/03", "3 Aug 2015", "08/03-2015", "08.03.2015", "2015-08/03", "2015/08-03"],
    ["a part of a day", "08/03", "Aug 2015", "201506", "today"],
    ["other numbers of digits", "20150803", "2015-8-3", "1/2/345", "08/03/20155", "1:/03/2015"],
    ["text around a day", "15-08-03x", "x2016-10-18", "2016-10-18x", "2016-10-18-05:00"],
    ["another type", 20150803, 1438597659000, true, {}, ["2016-10-18"]],
  ])("reports %s as unfit", (_, ...wires) => {
    expectUnfit(format, ...wires);
  });

  it("decodes blank text and null to null", () => {
    expectValue(format, null, "null", "", " ", " null ", null);
  });
});

describe("a date", () => {
  it("drops midnight, and reports any other time as unfit", () => {
    expectValue("date", "2015-08-03", "2015-08-03 00:00:00.0", "2015-08-03T00:00:00", "2015-08-03 00:00:00.000Z", "08/03/15 00:00:00");
    expectUnfit("date", "2015-08-03 10:27:39.0", "2015-08-03 00:00:01", "2015-08-03 00:00:00.5", "2015-02-30 00:00:00");
  });
});

describe("a date and time", () => {
  it("keeps the fraction unless it is zero, and the zone without moving the day", () => {
    expectValue("dateTime", "2015-08-03T10:27:39", "2015-08-03 10:27:39.0", "08/03/15 10:27:39.000", "Monday, Aug 3 , 2015 10:27:39");
    expectValue("dateTime", "2015-12-31T23:59:59.050Z", "2015-12-31 23:59:59.050Z");
    expectValue("dateTime", "2016-01-01T00:00:00-05:00", "2016-01-01T00:00:00.000-05:00", "2016-01-01T00:00:00 -05:00", "2016-01-01T00:00:00-0500");
  });

  it("reports a time that does not exist, or another layout, as unfit", () => {
    const times = ["24:00:00", "10:60:00", "10:00:60", "10:27", "1:02:03", "10:27:39.", "10:27:39 PM", "10:27:39 EST", "10:27:39+25:00", "10:27:39+05:60"];

    expectUnfit("dateTime", ...[...times, "10:27:39-5", "10:27:39,5", ":::"].map((time) => `2015-08-03 ${time}`));
    expectUnfit("dateTime", "2015-02-30 10:27:39", "10:27:39", "T10:27:39", "2015-08-03T");
    expectUnfit("dateTime", "2015-08-03  10:27:39x", "2015-08-03 T 10:27:39", "2015-08-03_10:27:39");
  });
});
