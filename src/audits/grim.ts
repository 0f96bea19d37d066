/**
 * Whether a mean of so many whole numbers, printed to its decimals, can be: some sum of integers divided by their number rounds to
 * it, half up or half down. The mean is a text, since its last nought counts (Brown and Heathers 2017).
 * @example
 * [isPossibleMean("5.27", 43), isPossibleMean("5.28", 43)] // => [false,true]
 */
export function isPossibleMean(mean: string, count: number): boolean {
  if (!/^-?\d+(?:\.\d+)?$/.test(mean) || !Number.isInteger(count) || count < 1)
    throw new Error(`invalid mean: ${mean} of ${count}`);
  const decimals = mean.split(".")[1]?.length ?? 0;
  const value = Math.abs(Number(mean));
  const half = 0.5 * 10 ** -decimals;
  const slack = 1e-9;
  const least = Math.ceil((value - half - slack) * count);
  const most = Math.floor((value + half + slack) * count);
  return least <= most;
}

/**
 * Whether the test can tell anything: there are fewer numbers than steps of the last decimal.
 * @example
 * [isTelling("5.27", 43), isTelling("5.27", 150)] // => [true,false]
 */
export function isTelling(mean: string, count: number): boolean {
  return count < 10 ** (mean.split(".")[1]?.length ?? 0);
}
