import { type Format, isAbsent } from "./text.js";

const months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** Matches `Thursday, Feb 15 , 2018`. */
const wordyDay = /^(?:[A-Za-z]+ *, *)?([A-Za-z]{3,9})\.? +(\d{1,2}) *, *(\d{4})$/;

/** `yyyy-MM-dd` of a day in one of the reference's formats; undefined for a day that does not exist. */
function isoDate(text: string): string | undefined {
  if (isDay(text)) return text;
  const { length } = text;
  // Month first, as in the reference: `07/01/15`, `11/10/2015`, `07-01-15`.
  const first = isMark(text[1]) ? 1 : 2;
  const second = isMark(text[first + 2]) ? first + 2 : first + 3;
  if (isMark(text[first]) && text[first] === text[second] && (length - second === 3 || length - second === 5)) {
    return day(fullYear(text.slice(second + 1)), digits(text, 0, first), digits(text, first + 1, second));
  }
  const words = wordyDay.exec(text);
  return words ? day(words[3]!, monthOf(words[1]!), Number(words[2])) : undefined;
}

function isMark(character: string | undefined): boolean {
  return character === "/" || character === "-";
}

/** Parses digits; NaN without digits or with another character. Several times faster than a regular expression. */
function digits(text: string, from: number, to: number): number {
  let number = from < to ? 0 : NaN;
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Number of a month, from its name or at least its first three letters; 0 for any other text. */
function monthOf(name: string): number {
  return months.findIndex((full) => full.startsWith(name.toLowerCase())) + 1;
}

function fullYear(digits: string): string {
  if (digits.length === 4) return digits;
  return `${digits < "70" ? 20 : 19}${digits}`;
}

function day(year: string, month: number, day: number): string | undefined {
  return exists(digits(year, 0, 4), month, day) ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : undefined;
}

/** Checks for an existing day, as `yyyy-MM-dd`. */
export function isDay(text: string): boolean {
  return text.length === 10 && text[4] === "-" && text[7] === "-" && exists(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
}

function exists(year: number, month: number, day: number): boolean {
  return year >= 0 && day >= 1 && day <= daysIn(year, month);
}

/** 0 for a month that does not exist. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

/** A time to the second, with an optional fraction and zone. */
const timeOfDay = /^((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d+))? ?(?:(Z)|([+-](?:[01]\d|2[0-3])):?([0-5]\d))?$/;

/** Format of a day with an optional time after a `T` or a space. `withTime` combines the two. A day without a time stays a day. */
function dated(withTime: (date: string, time: RegExpExecArray) => string | undefined): Format {
  return (value) => {
    if (typeof value !== "string") return undefined;
    const text = value.trim();
    if (isAbsent(text)) return null;
    const colon = text.indexOf(":");
    if (colon < 0) return isoDate(text);
    const mark = text[colon - 3];
    const time = mark === "T" || mark === " " ? timeOfDay.exec(text.slice(colon - 2)) : null;
    const date = time && isoDate(text.slice(0, colon - 3));
    return date ? withTime(date, time) : undefined;
  };
}

/** Accepts no time but midnight: any other would be dropped silently. */
export const date = /* @__PURE__ */ dated((date, [, time, fraction]) => (time === "00:00:00" && isZero(fraction) ? date : undefined));

export const dateTime = /* @__PURE__ */ dated((date, [, time, fraction, utc = "", hours, minutes]) => {
  return `${date}T${time}${isZero(fraction) ? "" : `.${fraction}`}${hours ? `${hours}:${minutes}` : utc}`;
});

function isZero(fraction = ""): boolean {
  return fraction === "" || /^0*$/.test(fraction);
}
