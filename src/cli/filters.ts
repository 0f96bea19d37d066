import { InvalidArgumentError } from "commander";

/** A year given as an option. Ends the command when it is none. */
export function wholeYear(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError("a year, such as 2012, is expected.");
  return Number(text);
}

/** A whole number of at least one given as an option. Ends the command when it is none. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("a whole number of at least 1 is expected.");
  return Number(text);
}

/** The filter of measure, place and year that options name. */
export function filterOf(options: { readonly measure?: string; readonly place?: string; readonly year?: number }): {
  measure?: string;
  place?: string;
  year?: number;
} {
  const { measure, place, year } = options;
  return {
    ...(measure === undefined ? {} : { measure }),
    ...(place === undefined ? {} : { place }),
    ...(year === undefined ? {} : { year }),
  };
}
