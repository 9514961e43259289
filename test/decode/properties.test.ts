import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeAs, type FormatName } from "../support/decode.js";

/** Multiplies the number of values: `FUZZ=10 npm test -- test/decode/properties.test.ts` is for a nightly run. */
const fuzz = Number(process.env.FUZZ ?? 1);

/** Number of values that were checked. */
let checked = 0;

/** Checks a property with `runs` values. fast-check prints the seed of a failure. */
function check<T>(arbitrary: fc.Arbitrary<T>, runs: number, holds: (value: T) => void): void {
  const property = fc.property(arbitrary, (value) => {
    checked++;
    holds(value);
  });
  fc.assert(property, { numRuns: runs * fuzz });
}

/** Expects that a wire value decodes to `value`, without an issue. Calling `toEqual` for each of so many would take longer than decoding. */
function expectValue(format: FormatName, wire: unknown, value: unknown): void {
  const outcome = decodeAs(format, wire);
  if (!Object.is(outcome.value, value) || outcome.issues.length > 0) expect([wire, outcome]).toEqual([wire, { value, issues: [] }]);
}

const reasonsOf = ({ issues }: ReturnType<typeof decodeAs>) => issues.map(({ reason }) => reason);
const blanks = fc.constantFrom("", "", "", " ", "  ", "\t", "\n");
const digits = (minLength: number, maxLength: number) => fc.string({ unit: fc.constantFrom(..."0123456789"), minLength, maxLength });

/** Adds the commas of groups: `1,234`. */
function grouped(whole: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** A decimal numeral as an integer multiple of 10^-`decimals`; -1 if it has more decimals. */
function scaled(numeral: string, decimals: number): bigint {
  const [mantissa = "", exponent = "0"] = numeral.split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const zeros = decimals - fraction.length + Number(exponent);
  return zeros < 0 ? -1n : BigInt(whole + fraction) * 10n ** BigInt(zeros);
}

describe("decimal", () => {
  it("decodes at most fifteen digits in any notation", () => {
    const amount = fc.tuple(fc.constantFrom("", "-", "+"), fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.nat(15), fc.nat(4), blanks, blanks);

    check(amount, 15_000, ([sign, integer, scale, notation, before, after]) => {
      const all = String(integer).padStart(scale + 1, "0");
      const whole = all.slice(0, all.length - scale);
      const fraction = scale === 0 ? "" : `.${all.slice(all.length - scale)}`;
      const text = [`${whole}${fraction}`, `${grouped(whole)}${fraction}`, `${integer}e-${scale}`, `${integer}E-${scale}`, `000${whole}${fraction || "."}00`][
        notation
      ];
      expectValue("decimal", `${before}${sign}${text}${after}`, Number(`${sign}${integer}e-${scale}`) + 0);
    });
  });

  it("keeps every number that JSON can hold, as a number and as text", () => {
    check(fc.double({ noNaN: true, noDefaultInfinity: true }), 6_000, (value) => {
      for (const wire of [value, String(value)]) {
        const outcome = decodeAs("decimal", wire);
        expect(outcome.value).toBe(value + 0);
        expect(reasonsOf(outcome)).toEqual(Number.isInteger(value) && !Number.isSafeInteger(value) ? ["precision"] : []);
      }
    });
  });

  it("reports lost digits if and only if the double differs from the text", () => {
    check(fc.tuple(digits(1, 20), digits(1, 20)), 6_000, ([whole, fraction]) => {
      const text = `${whole}.${fraction}`;
      const outcome = decodeAs("decimal", text);
      expect(outcome.value).toBe(Number(text));
      // The double with as many decimals as were sent, to compare digit by digit.
      const isLost = scaled(String(outcome.value), fraction.length) !== BigInt(whole + fraction) || Number(text) > 2 ** 53;
      expect([text, reasonsOf(outcome)]).toEqual([text, isLost ? ["precision"] : []]);
    });
  });

  it("accepts commas only at every third digit", () => {
    check(fc.string({ unit: fc.constantFrom("0", "1", "9", ",", "."), minLength: 1, maxLength: 12 }), 8_000, (text) => {
      const plain = text.replaceAll(",", "");
      const [whole = ""] = plain.split(".");
      const isWellFormed = /^\d+(\.\d+)?$/.test(plain) && (text === plain || (text === grouped(whole) + plain.slice(whole.length) && !text.startsWith("0")));

      expect([text, decodeAs("decimal", text).value]).toEqual([text, isWellFormed ? Number(plain) : null]);
    });
  });
});

describe("text and identifier", () => {
  it("keeps everything except blanks at the end", () => {
    const trimmed = fc.oneof(fc.string({ unit: "grapheme", maxLength: 20 }), digits(1, 30)).map((text) => text.trimEnd());

    check(fc.tuple(trimmed, blanks), 12_000, ([text, blank]) => {
      if (text === "null") return;
      expectValue("text", text + blank, text);
      expectValue("identifier", text + blank, text === "" ? null : text);
    });
  });
});

const two = (number: number) => String(number).padStart(2, "0");
const daysBetween = (min: string, max: string) => fc.date({ min: new Date(min), max: new Date(max), noInvalidDate: true });

/** A day in ISO format, and the day in one of the reference's layouts. Many years have two digits. */
const writtenDay = fc.oneof(daysBetween("1600-01-01", "2400-12-31"), daysBetween("1970-01-01", "2069-12-31")).chain((date) => {
  const [iso, year, month, day] = [date.toISOString().slice(0, 10), date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const [weekday, name] = [{ weekday: "long" } as const, { month: "long" } as const].map((part) =>
    date.toLocaleDateString("en-US", { ...part, timeZone: "UTC" }),
  );
  const numeric = ["/", "-"].flatMap((mark) => [
    [two(month), two(day), year].join(mark),
    ...(year >= 1970 && year <= 2069 ? [[two(month), two(day), two(year % 100)].join(mark)] : []),
  ]);
  const words = [
    `${weekday}, ${name!.slice(0, 3)} ${day} , ${year}`,
    `${weekday}, ${name} ${two(day)}, ${year}`,
    `${name!.slice(0, 3).toUpperCase()} ${day}, ${year}`,
  ];
  return fc.record({ iso: fc.constant(iso), text: fc.constantFrom(iso, `${month}/${day}/${year}`, ...numeric, ...words) });
});

describe("date and dateTime", () => {
  it("decodes a day in any of the reference's layouts", () => {
    check(fc.tuple(writtenDay, blanks, blanks), 10_000, ([{ iso, text }, before, after]) => {
      expectValue("date", before + text + after, iso);
      expectValue("dateTime", before + text + after, iso);
    });
  });

  it("accepts a day only if the calendar has it", () => {
    check(fc.tuple(fc.nat(9999), fc.nat(15), fc.nat(34)), 8_000, ([year, month, day]) => {
      const iso = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
      // JavaScript's calendar rejects a month 13, and moves a day 31 to the next month.
      const time = Date.parse(`${iso}T00:00:00Z`);
      const exists = !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === iso;
      for (const text of [iso, `${month}/${day}/${iso.slice(0, 4)}`]) expect([text, decodeAs("date", text).value]).toEqual([text, exists ? iso : null]);
    });
  });
});

describe("dateTime", () => {
  const joined = (separator: string, ...limits: number[]) => fc.tuple(...limits.map((limit) => fc.nat(limit))).map((parts) => parts.map(two).join(separator));
  const fraction = fc.oneof(
    fc.constantFrom("", ".0", ".000"),
    digits(1, 9).map((text) => `.${text}`),
  );
  const zone = fc.oneof(
    fc.constantFrom("", "", "Z"),
    fc.tuple(fc.constantFrom("+", "-"), joined(":", 23, 59)).map((parts) => parts.join("")),
  );

  it("decodes any of the reference's layouts, with fraction and zone", () => {
    check(fc.tuple(blanks, writtenDay, fc.constantFrom("T", " "), joined(":", 23, 59, 59), fraction, zone, blanks), 12_000, (parts) => {
      const [before, day, mark, time, fraction, zone, after] = parts;
      const kept = /^\.0*$/.test(fraction) ? "" : fraction;
      expectValue("dateTime", before + day.text + mark + time + fraction + zone + after, `${day.iso}T${time}${kept}${zone}`);
    });
  });
});

/** Text similar to values of every format, so that decoders reject it late. */
const similar = fc.string({ unit: fc.constantFrom(..."0123456789", ..."+-.,:/ eETZ", "null", "Y", "true", "Feb ", "2015-08-03", "10:27:39"), maxLength: 8 });
const types = { decimal: "number", integer: "number", flag: "boolean", identifier: "string", text: "string", date: "string", dateTime: "string" } as const;

describe("every format", () => {
  it.each(Object.entries(types) as [FormatName, string][])("decodes any value as %s to a %s or null, and the result to itself", (format, type) => {
    check(fc.oneof(similar, fc.string(), fc.jsonValue(), fc.double()), 4_500, (wire) => {
      const outcome = decodeAs(format, wire);
      const { value, issues } = outcome;

      if (value !== null) expect(typeof value).toBe(type);
      if (reasonsOf(outcome).includes("unfit")) expect(value).toBeNull();
      // Null without an issue means that nothing was sent.
      else if (value === null) expect(["null", ""]).toContain(wire === null ? "" : String(wire).trim());
      expect(issues.length).toBeLessThanOrEqual(1);
      const again = decodeAs(format, value);
      expect(again.value).toEqual(value);
      expect(reasonsOf(again).filter((reason) => reason !== "precision")).toEqual([]);
    });
  });
});

it("checks at least 100 000 values, times FUZZ", () => {
  expect(checked).toBeGreaterThanOrEqual(100_000 * fuzz);
});
