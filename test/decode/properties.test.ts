import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeAs, type FormatName } from "../support/decode.js";

/** Multiplies the number of values: `FUZZ=10 npm test -- test/decode/properties.test.ts` is for a nightly run. */
const fuzz = Number(process.env.FUZZ ?? 1);

/** How many values the properties below were tried with. */
let tried = 0;

/** Holds for `runs` values. */
function check<T>(arbitrary: fc.Arbitrary<T>, runs: number, holds: (value: T) => void): void {
  fc.assert(
    fc.property(arbitrary, (value) => {
      tried++;
      holds(value);
    }),
    { numRuns: runs * fuzz },
  );
}

/** Decodes to this value, without an issue, and that value to itself. */
function expectValue(format: FormatName, wire: unknown, value: unknown): void {
  const outcome = decodeAs(format, wire);
  // `toEqual` for each of so many would take longer than the decoding.
  if (!Object.is(outcome.value, value) || outcome.issues.length > 0) expect([wire, outcome]).toEqual([wire, { value, issues: [] }]);
  const again = decodeAs(format, value);
  if (!Object.is(again.value, value) || again.issues.length > 0) expect([value, again]).toEqual([value, { value, issues: [] }]);
}

const blanks = fc.constantFrom("", "", "", " ", "  ", "\t", "\n");

/** `text` with blanks around. */
const padded = (text: fc.Arbitrary<string>) => fc.tuple(blanks, text, blanks).map((parts) => parts.join(""));

const digits = (min: number, max: number) => fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: min, maxLength: max });

/** Groups of three digits, as `1,234`. */
function grouped(whole: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
}

describe("a number", () => {
  /** At most fifteen digits, which a double always keeps. */
  const amount = fc
    .integer({ min: 0, max: 15 })
    .chain((scale) => fc.tuple(fc.constantFrom("", "-", "+"), fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.constant(scale)));

  it("in any notation decodes to itself", () => {
    const wire = amount.chain(([sign, integer, scale]) => {
      const all = String(integer).padStart(scale + 1, "0");
      const whole = all.slice(0, all.length - scale);
      const fraction = scale === 0 ? "" : `.${all.slice(all.length - scale)}`;
      return fc.record({
        value: fc.constant(Number(`${sign}${integer}e-${scale}`) + 0),
        text: padded(
          fc.constantFrom(
            `${sign}${whole}${fraction}`,
            `${sign}${grouped(whole)}${fraction}`,
            `${sign}${integer}e-${scale}`,
            `${sign}${integer}E-${scale}`,
            `${sign}000${whole}${fraction || "."}00`,
          ),
        ),
      });
    });

    check(wire, 15_000, ({ text, value }) => expectValue("decimal", text, value));
  });

  it("that JSON can hold decodes to itself, as a number and as its text", () => {
    check(fc.double({ noNaN: true, noDefaultInfinity: true }), 6_000, (value) => {
      const small = Math.abs(value) <= 2 ** 53 && !(Number.isInteger(value) && !Number.isSafeInteger(value));
      for (const wire of [value, String(value)]) {
        const { value: decoded, issues } = decodeAs("decimal", wire);
        expect(decoded).toBe(value + 0);
        expect(issues.map(({ reason }) => reason)).toEqual(Number.isInteger(value) && !small ? ["precision"] : []);
      }
    });
  });

  it("of more digits than a double keeps is told of exactly then", () => {
    const long = fc.tuple(digits(1, 20), digits(1, 20)).map(([whole, fraction]) => `${whole}.${fraction}`);

    check(long, 6_000, (text) => {
      const { value, issues } = decodeAs("decimal", text);
      expect(value).toBe(Number(text));
      // What the double stands for, written with as many decimals as were sent, to be compared digit by digit.
      const [whole = "", fraction = ""] = text.split(".");
      const sent = BigInt(whole + fraction);
      const kept = scaled(String(value), fraction.length);
      const lost = kept !== sent || Math.abs(value as number) > 2 ** 53;
      expect([text, issues.map(({ reason }) => reason)]).toEqual([text, lost ? ["precision"] : []]);
    });
  });

  it("that is whole decodes to itself in any notation, and any other does not fit an integer", () => {
    check(fc.tuple(fc.maxSafeInteger(), fc.constantFrom("", ".0", ".000", "e0")), 6_000, ([integer, tail]) => {
      expectValue("integer", `${integer}${tail}`, integer);
      expectValue("integer", `${integer < 0 ? "-" : ""}${grouped(String(Math.abs(integer)))}${tail}`, integer);
    });
    check(fc.tuple(fc.integer(), fc.integer({ min: 1, max: 99 })), 2_000, ([integer, cents]) => {
      const { value, issues } = decodeAs("integer", `${integer}.${String(cents).padStart(2, "0")}`);
      expect([value, issues.map(({ reason }) => reason)]).toEqual([null, ["unfit"]]);
    });
  });

  it("with commas is decoded only if they stand at every third digit", () => {
    check(fc.string({ unit: fc.constantFrom("0", "1", "9", ",", "."), minLength: 1, maxLength: 12 }), 8_000, (text) => {
      const plain = text.replaceAll(",", "");
      const [whole = ""] = plain.split(".");
      const isWellFormed = /^\d+(\.\d+)?$/.test(plain) && (text === plain || (text === grouped(whole) + plain.slice(whole.length) && !text.startsWith("0")));

      const { value } = decodeAs("decimal", text);

      expect([text, value]).toEqual([text, isWellFormed ? Number(plain) : null]);
    });
  });
});

/** A decimal numeral as a whole number of so many decimals; -1 for one that has more. */
function scaled(numeral: string, decimals: number): bigint {
  const [mantissa = "", exponent = "0"] = numeral.split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const zeros = decimals - fraction.length + Number(exponent);
  return zeros < 0 ? -1n : BigInt(whole + fraction) * 10n ** BigInt(zeros);
}

describe("a flag", () => {
  const inAnyCase = (word: string) =>
    fc.tuple(...[...word].map((letter) => fc.constantFrom(letter.toLowerCase(), letter.toUpperCase()))).map((letters) => letters.join(""));

  it("in any case decodes to itself", () => {
    for (const [words, value] of [
      [["y", "true"], true],
      [["n", "false"], false],
    ] as const) {
      check(padded(fc.oneof(...words.map(inAnyCase))), 1_500, (wire) => expectValue("flag", wire, value));
    }
  });
});

describe("text", () => {
  const value = fc
    .string({ unit: "grapheme", maxLength: 20 })
    .map((text) => text.trimEnd())
    .filter((text) => text !== "null");

  it("padded with blanks decodes to itself", () => {
    for (const format of ["text", "identifier"] as const) {
      check(fc.tuple(value, blanks), 4_000, ([text, blank]) => expectValue(format, text + blank, format === "identifier" && text === "" ? null : text));
    }
  });

  it("of digits stays text, whatever zeros it begins with", () => {
    check(digits(1, 30), 4_000, (id) => expectValue("identifier", id, id));
    check(fc.maxSafeInteger(), 2_000, (id) => {
      expect(decodeAs("identifier", id)).toEqual({ value: String(id), issues: [] });
    });
  });
});

const two = (number: number) => String(number).padStart(2, "0");
const monthNames = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** A day as it decodes, and the layouts in which the reference writes it. */
const day = fc.date({ min: new Date("1600-01-01"), max: new Date("2400-12-31"), noInvalidDate: true }).map((date) => {
  const [iso, year, month, number] = [date.toISOString().slice(0, 10), date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const weekday = date.toLocaleDateString("en-US", { weekday: "long", timeZone: "UTC" });
  const name = monthNames[month - 1]!;
  const ofTwoDigits =
    year >= 1970 && year <= 2069 ? [`${two(month)}/${two(number)}/${two(year % 100)}`, `${two(month)}-${two(number)}-${two(year % 100)}`] : [];
  const layouts = [
    iso,
    `${two(month)}/${two(number)}/${year}`,
    `${two(month)}-${two(number)}-${year}`,
    `${month}/${number}/${year}`,
    `${weekday}, ${name.slice(0, 3)} ${number} , ${year}`,
    `${weekday}, ${name} ${two(number)}, ${year}`,
    `${name.slice(0, 3).toUpperCase()} ${number}, ${year}`,
    ...ofTwoDigits,
  ];
  return { iso, layouts };
});

/** Years of two digits are many among these. */
const recentDay = fc.date({ min: new Date("1970-01-01"), max: new Date("2069-12-31"), noInvalidDate: true }).map((date) => {
  const iso = date.toISOString().slice(0, 10);
  return { iso, layouts: ["/", "-"].map((mark) => [iso.slice(5, 7), iso.slice(8, 10), iso.slice(2, 4)].join(mark)) };
});

const written = fc.oneof(day, recentDay).chain(({ iso, layouts }) => fc.record({ iso: fc.constant(iso), text: fc.constantFrom(...layouts) }));

describe("a date", () => {
  it("in any of the reference's layouts decodes to the day that it is", () => {
    check(
      written.chain(({ iso, text }) => fc.record({ iso: fc.constant(iso), text: padded(fc.constant(text)) })),
      10_000,
      ({ iso, text }) => {
        expectValue("date", text, iso);
        expectValue("dateTime", text, iso);
      },
    );
  });

  it("is one of the calendar, or does not fit", () => {
    const parts = fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 34 }));

    check(parts, 8_000, ([year, month, number]) => {
      const iso = `${String(year).padStart(4, "0")}-${two(month)}-${two(number)}`;
      // The calendar of JavaScript, which says no to a month 13 and moves a day 31 on.
      const time = Date.parse(`${iso}T00:00:00Z`);
      const exists = !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === iso;
      for (const text of [iso, `${month}/${number}/${String(year).padStart(4, "0")}`])
        expect([text, decodeAs("date", text).value]).toEqual([text, exists ? iso : null]);
    });
  });
});

describe("a date and time", () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map(two).join(":"));
  const fraction = fc.oneof(
    fc.constantFrom("", ".0", ".000"),
    digits(1, 9).map((text) => `.${text}`),
  );
  const zone = fc.oneof(
    fc.constantFrom("", "", "Z"),
    fc
      .tuple(fc.constantFrom("+", "-"), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([sign, hours, minutes]) => `${sign}${two(hours)}:${two(minutes)}`),
  );

  it("in any of the reference's layouts decodes to itself, with its fraction and its zone", () => {
    const wire = fc.record({ day: written, mark: fc.constantFrom("T", " "), time, fraction, zone, before: blanks, after: blanks });

    check(wire, 12_000, ({ day, mark, time, fraction, zone, before, after }) => {
      const kept = /^\.0*$/.test(fraction) ? "" : fraction;
      expectValue("dateTime", `${before}${day.text}${mark}${time}${fraction}${zone}${after}`, `${day.iso}T${time}${kept}${zone}`);
    });
  });
});

const formatNames: readonly FormatName[] = ["decimal", "integer", "flag", "identifier", "text", "date", "dateTime"];

/** Text that is nearly of a format, so that the decoder goes far before it says no. */
const nearly = fc.string({ unit: fc.constantFrom(..."0123456789", ..."+-.,:/ eETZ", "null", "Y", "true", "Feb ", "2015-08-03", "10:27:39"), maxLength: 8 });

describe("any value at all", () => {
  const values = fc.oneof(nearly, fc.string(), fc.jsonValue(), fc.double());

  it.each(formatNames)("as %s decodes to a value of its type, or to null with an issue, and that to itself", (format) => {
    const type = { decimal: "number", integer: "number", flag: "boolean" }[format as string] ?? "string";

    check(values, 4_000, (wire) => {
      const { value, issues } = decodeAs(format, wire);

      if (value !== null) expect(typeof value).toBe(type);
      if (issues.some(({ reason }) => reason === "unfit")) expect(value).toBeNull();
      // Silence means that null was sent, or what stands for it.
      else if (value === null) expect(["null", ""]).toContain(wire === null ? "" : String(wire).trim());
      expect(issues.length).toBeLessThanOrEqual(1);
      const again = decodeAs(format, value);
      expect(again.value).toEqual(value);
      expect(again.issues.every(({ reason }) => reason === "precision")).toBe(true);
    });
  });
});

it("the properties above were tried with at least 100 000 values, times FUZZ", () => {
  expect(tried).toBeGreaterThanOrEqual(100_000 * fuzz);
});
