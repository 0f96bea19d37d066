import type { Statistic } from "../claim.ts";
import type { Quantity } from "../quantity.ts";
import type { Surroundings } from "./surroundings.ts";

const MEAN = /\baverages?\b|\bmean\b|평균|в среднем|средн(?:ий|яя|ее|ей|юю)|平均|人均/iu;
const SPREAD = /\b(?:var(?:y|ies|ied)|rang(?:e|es|ed|ing)|from|between|depending)\b|부터|에서|от|从|不等/iu;
const ONE = /\b(?:I|he|she|myself|my)\b[^.;]{0,50}$/u;
const ONE_PERSON_VERB =
  /\b(?:earned|made|paid|gave|received|got|sent|saved|used|brought|borrowed|took|was paid|earn|receive|went|came|returned)\b/iu;
const LARGE = 1_000_000;

/**
 * What a number says of a group: the total of people and of large sums; of pay, shares and hours the mean, one person's, a
 * bound, a spread, else what is typical.
 * @example
 * statisticOf({ start: 0, end: 1, kind: "money", range: { kind: "point", value: 9 }, approximate: false, vague: false, per: ["month"] }, { before: "on average they keep ", after: "", near: "" }) // => "mean"
 */
export function statisticOf(quantity: Quantity, { before, after }: Surroundings): Statistic {
  const { kind, range, per, unit } = quantity;
  const people = kind === "count" && unit !== "hours" && !per.includes("person");
  const most =
    range.kind === "at most"
      ? range.high
      : range.kind === "point"
        ? range.value
        : range.kind === "between"
          ? range.high
          : range.low;
  if (people || kind === "ratio" || (kind === "money" && most >= LARGE && !per.includes("person"))) return "total";
  if (MEAN.test(before.slice(-70)) || MEAN.test(after.slice(0, 30))) return "mean";
  if (kind === "money" && ONE.test(before) && ONE_PERSON_VERB.test(before)) return "one_person";
  if (range.kind === "at most") return "maximum";
  if (range.kind === "at least" && kind === "money") return "minimum";
  if (range.kind === "between" && SPREAD.test(before.slice(-30))) return "spread";
  return kind === "measure" ? "total" : "typical";
}
