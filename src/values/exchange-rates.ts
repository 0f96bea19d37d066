/** Units of a currency for one US dollar, by year, from the first year listed on. */
interface RateSeries {
  readonly from: number;
  readonly rates: readonly number[];
}

/**
 * Yearly averages after the World Bank's series "Official exchange rate (LCU per US$, period average)", PA.NUS.FCRF, rounded to
 * three or four digits and entered by hand; the last years are provisional. Checked against dated conversions printed in the
 * sources (docs/methods/reconciling.md). Roubles before 1995 are left out: Soviet roubles and coupons are no currency of today; those of 1995 to
 * 1997 are counted in the roubles of 1998, a thousand old ones each.
 */
const SERIES: ReadonlyMap<string, RateSeries> = new Map(
  Object.entries({
    CNY: {
      from: 1985,
      rates: [
        2.937, 3.453, 3.722, 3.722, 3.765, 4.783, 5.323, 5.515, 5.762, 8.619, 8.351, 8.314, 8.29, 8.279, 8.278, 8.279,
        8.277, 8.277, 8.277, 8.277, 8.194, 7.973, 7.608, 6.949, 6.831, 6.77, 6.461, 6.312, 6.196, 6.143, 6.228, 6.644,
        6.759, 6.616, 6.908, 6.901, 6.449, 6.737, 7.084, 7.197, 7.2,
      ],
    },
    RUB: {
      from: 1995,
      rates: [
        4.559, 5.121, 5.785, 9.705, 24.62, 28.13, 29.17, 31.35, 30.69, 28.81, 28.28, 27.19, 25.58, 24.85, 31.74, 30.37,
        29.38, 30.84, 31.84, 38.38, 60.94, 67.06, 58.34, 62.67, 64.74, 72.1, 73.65, 68.48, 85.16, 92.6, 84,
      ],
    },
    EUR: {
      from: 1999,
      rates: [
        0.9386, 1.083, 1.117, 1.058, 0.8854, 0.8048, 0.8038, 0.7971, 0.7306, 0.6827, 0.7198, 0.755, 0.7194, 0.7783,
        0.7532, 0.7527, 0.9013, 0.904, 0.8865, 0.8469, 0.8933, 0.8755, 0.8455, 0.9496, 0.9248, 0.9243, 0.89,
      ],
    },
    AED: { from: 1985, rates: Array<number>(41).fill(3.6725) },
    QAR: { from: 1985, rates: Array<number>(41).fill(3.64) },
    KWD: {
      from: 1995,
      rates: [
        0.2984, 0.2994, 0.3033, 0.3047, 0.3044, 0.3067, 0.3067, 0.3039, 0.298, 0.2947, 0.292, 0.2902, 0.2842, 0.2688,
        0.2878, 0.2866, 0.276, 0.2799, 0.2835, 0.2845, 0.3009, 0.3022, 0.3033, 0.302, 0.3036, 0.3062, 0.3016, 0.3063,
        0.3073, 0.3068, 0.307,
      ],
    },
    PLN: {
      from: 1995,
      rates: [
        2.425, 2.696, 3.279, 3.475, 3.967, 4.346, 4.094, 4.08, 3.889, 3.658, 3.235, 3.103, 2.768, 2.409, 3.12, 3.015,
        2.963, 3.257, 3.161, 3.155, 3.77, 3.943, 3.779, 3.612, 3.839, 3.9, 3.862, 4.458, 4.204, 3.981, 3.75,
      ],
    },
  }),
);

/**
 * How many units of a currency one US dollar was worth on average in a year; absent where the table has none.
 * @example
 * unitsPerDollar("AED", 2012) // => 3.6725
 */
export function unitsPerDollar(currency: string, year: number): number | undefined {
  if (currency === "USD") return 1;
  const series = SERIES.get(currency);
  return series?.rates[year - series.from];
}
