/** A unit as powers of its bases: `USD/person/month` is USD 1, person -1, month -1; a share has none. */
export type Unit = ReadonlyMap<string, number>;

const BASE = /^(1|[A-Za-z][A-Za-z-]*)$/;

/**
 * The unit that a text names: bases joined by `*` and `/`; `share` and `1` have no base.
 * @example
 * formatUnit(parseUnit("USD/person/month")) // => "USD/person/month"
 */
export function parseUnit(text: string): Unit {
  const powers = new Map<string, number>();
  let sign = 1;
  for (const part of text.split(/([*/])/)) {
    const base = part.trim();
    if (base === "*" || base === "/") sign = base === "/" ? -1 : 1;
    else if (!BASE.test(base)) throw new Error(`invalid unit: ${text}`);
    else if (base !== "1" && base !== "share") powers.set(base, (powers.get(base) ?? 0) + sign);
  }
  return clean(powers);
}

function clean(powers: ReadonlyMap<string, number>): Unit {
  return new Map([...powers].filter(([, power]) => power !== 0));
}

/**
 * Whether a text names a unit.
 * @example
 * ["USD/person/month", "dollars per month"].map(isUnit) // => [true, false]
 */
export function isUnit(text: string): boolean {
  return text.split(/[*/]/).every((part) => BASE.test(part.trim()));
}

/**
 * The product of a unit and a power of another.
 * @example
 * formatUnit(multiplyUnits(parseUnit("person"), parseUnit("USD/person/month"), 1)) // => "USD/month"
 */
export function multiplyUnits(a: Unit, b: Unit, power: 1 | -1): Unit {
  const powers = new Map(a);
  for (const [base, exponent] of b) powers.set(base, (powers.get(base) ?? 0) + power * exponent);
  return clean(powers);
}

/**
 * Whether two units are the same.
 * @example
 * sameUnit(parseUnit("USD/year"), parseUnit("USD/month")) // => false
 */
export function sameUnit(a: Unit, b: Unit): boolean {
  return a.size === b.size && [...a].every(([base, power]) => b.get(base) === power);
}

/**
 * The text of a unit: bases above the line first, each in the order in which they came.
 * @example
 * formatUnit(parseUnit("share")) // => "share"
 */
export function formatUnit(unit: Unit): string {
  const above = [...unit].filter(([, power]) => power > 0).flatMap(([base, power]) => Array<string>(power).fill(base));
  const below = [...unit].filter(([, power]) => power < 0).flatMap(([base, power]) => Array<string>(-power).fill(base));
  if (above.length + below.length === 0) return "share";
  return [above.join("*") || "1", ...below].join("/");
}
