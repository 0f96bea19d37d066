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

/** What of measure, place, occupation and year options name. */
interface Named {
  readonly measure?: string;
  readonly place?: string;
  readonly occupation?: string;
  readonly year?: number;
}

/** The filter of measure, place, occupation and year that options name. */
export function filterOf(options: Named): Named {
  const { measure, place, occupation, year } = options;
  return {
    ...(measure === undefined ? {} : { measure }),
    ...(place === undefined ? {} : { place }),
    ...(occupation === undefined ? {} : { occupation }),
    ...(year === undefined ? {} : { year }),
  };
}
