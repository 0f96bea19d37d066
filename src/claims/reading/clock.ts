import type { Amount } from "./amount.ts";

/** Hours of a number as printed: 8.30 is half past eight. */
function hoursOf(value: number, decimals: number): number {
  const whole = Math.floor(value);
  const minutes = Math.round((value - whole) * 100);
  return decimals === 2 && minutes < 60 ? whole + minutes / 60 : value;
}

/** An hour after noon on the clock of 24 hours. */
function afternoon(hour: number): number {
  return hour < 12 ? hour + 12 : hour;
}

/**
 * The two ends of a time of day in hours on the clock of 24: "9 to 4.30 p.m." is 9 to 16.5, "11 to 2" is 11 to 14,
 * "9 p.m. to 4 a.m." is 21 to 28.
 * @example
 * clockHours({ low: 9, high: 4.3, decimals: 2, half: "afternoon" }) // => [9,16.5]
 */
export function clockHours(time: {
  readonly low: number;
  readonly high: number;
  readonly decimals: number;
  /** Decimals of the first end as printed; none where absent. */
  readonly lowDecimals?: number;
  readonly half?: Amount["hour"];
  /** The half that the first end names itself. */
  readonly from?: Amount["hour"];
}): readonly [number, number] {
  const low = hoursOf(time.low, time.low === time.high ? time.decimals : (time.lowDecimals ?? 0));
  const high = hoursOf(time.high, time.decimals);
  if (low === high && time.from === undefined)
    return time.half === "afternoon" ? [afternoon(low), afternoon(high)] : [low, high];
  const last = time.half === "afternoon" || high < low ? afternoon(high) : high;
  if (time.from !== undefined) return fromHalf(time.from === "afternoon" ? afternoon(low) : low, high, last, time.half);
  const first = time.half === "afternoon" && low < high && low + 12 <= last && high - low <= 2 ? afternoon(low) : low;
  return first <= last ? [first, last] : [last, first];
}

/** An evening that ends in the morning ends after midnight: "9 p.m. to 4 a.m." is 21 to 28. */
function fromHalf(first: number, high: number, last: number, half: Amount["hour"]): readonly [number, number] {
  return half === "morning" && first > high ? [first, high + 24] : [first, last];
}
