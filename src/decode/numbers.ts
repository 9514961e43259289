import { finite, type Format, isAbsent } from "./text.js";

/** Digits with or without well-formed grouping, a fraction, an exponent. `0,500` is a decimal comma, not a group. */
const numeral = /^[+-]?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

export const decimal: Format = (value) => {
  if (typeof value === "number") return finite(value);
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (isAbsent(text)) return null;
  return numeral.test(text) ? finite(Number(withoutGroups(text))) : undefined;
};

function withoutGroups(text: string): string {
  return text.includes(",") ? text.replaceAll(",", "") : text;
}

export const integer: Format = (value) => {
  const number = decimal(value);
  return typeof number === "number" && !Number.isInteger(number) ? undefined : number;
};

/** Whether a number was sent that a JavaScript number does not keep to its last digit. */
export function isRounded(value: unknown, decoded: unknown): boolean {
  if (typeof value === "number") return Number.isInteger(value) && !Number.isSafeInteger(value);
  if (typeof value !== "string" || typeof decoded !== "number") return false;
  // Fifteen digits always fit.
  if (value.length <= 15 && !/e/i.test(value)) return false;
  return Math.abs(decoded) > 2 ** 53 || significant(String(decoded)) !== significant(withoutGroups(value.trim()));
}

/** The digits of a numeral from the first to the last that is not 0, and the power of ten of the last. */
function significant(numeral: string): string {
  const [, whole = "", fraction = "", exponent = "0"] = /^[+-]?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(numeral) ?? [];
  const digits = whole + fraction;
  let [first, end] = [0, digits.length];
  while (digits[first] === "0") first++;
  while (end > first && digits[end - 1] === "0") end--;
  return first === end ? "0" : `${digits.slice(first, end)}e${Number(exponent) - fraction.length + digits.length - end}`;
}

/** The powers of ten that, as the digits of a number this short, a JavaScript number keeps exactly. */
const powers = /* @__PURE__ */ Array.from({ length: 16 }, (_, power) => 10 ** power);

/**
 * The number of plain text, such as `147.14`; NaN for any other. Number() says the same and takes five times as long: the digits and the
 * power of ten are exact here, so their quotient is the nearest number there is.
 */
export function plainNumber(text: string): number {
  let [digits, point] = [0, -1];
  const { length } = text;
  if (length > 15) return NaN;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) digits = digits * 10 + code - 48;
    else if (code === 46 && point < 0 && index > 0) point = index;
    else return NaN;
  }
  if (point < 0) return length === 0 ? NaN : digits;
  return point === length - 1 ? NaN : digits / powers[length - 1 - point]!;
}
