/** What a number looks like in our tables: digits and a decimal point, no separators, no exponent. */
export const NUMBER_PATTERN = "^-?[0-9]+(\\.[0-9]+)?$";

const plain = new RegExp(NUMBER_PATTERN, "u");

/** The digits of a printed number without sign, point and leading zeros. */
function digitsOf(text: string): string {
  return text.replace(/[^0-9]/gu, "").replace(/^0+/u, "");
}

/**
 * The number that a plain decimal cell gives; absent for anything else, and for more than 15 digits, which a computer
 * would not keep exactly.
 * @example
 * ["5000", "-0.5", "5,000", "1e3", "NaN"].map((cell) => parseNumber(cell) ?? "refused") // => [5000, -0.5, "refused", "refused", "refused"]
 */
export function parseNumber(text: string): number | undefined {
  if (!plain.test(text) || digitsOf(text).length > 15 || text.length > 40) return undefined;
  const value = Number(text);
  return value === 0 ? 0 : value;
}

/**
 * The shortest plain decimal text of a number, never with an exponent.
 * @example
 * [printNumber(2300000000), printNumber(0.0000001), printNumber(1.5)] // => ["2300000000", "0.0000001", "1.5"]
 */
export function printNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`invalid number: ${value}`);
  const [mantissa = "", exponent] = String(Math.abs(value)).split("e");
  const sign = value < 0 ? "-" : "";
  if (exponent === undefined) return sign + mantissa;
  const [whole = "", fraction = ""] = mantissa.split(".");
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, "0");
}

/**
 * How many digits of a printed number carry meaning: those between leading and trailing zeros.
 * @example
 * ["5000", "75", "1053", "0.5"].map(significantDigits) // => [1, 2, 4, 1]
 */
export function significantDigits(text: string): number {
  return digitsOf(text).replace(/0+$/u, "").length;
}
