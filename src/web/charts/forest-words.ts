import { yearOf } from "./fan-claims.ts";
import type { ForestWords } from "./forest-layout.ts";
import type { Forest } from "./forest-picture.ts";
import { type ForestSection, type HeldClaim, isUsed, subjectOf } from "./forest-sections.ts";
import { type ChartLabels, ENGLISH } from "./labels.ts";
import type { ForestPlotProps } from "./props.ts";

/** What the parts of a forest plot are called. */
export interface ForestSpeech {
  readonly row: (held: HeldClaim) => ForestWords;
  /** The estimate of a row's quantity: "2015: 70 000 (61 000–81 000)". */
  readonly head: (held: HeldClaim) => string;
  readonly heading: (section: ForestSection) => string;
  /** Name of a quantity in full. */
  readonly quantity: (quantity: string) => string;
}

/** The claim's range, or its own words where it gives only one end. */
function claimFigures({ view, estimate }: HeldClaim, forest: Forest, labels: ChartLabels): string | undefined {
  const { claim, result } = view;
  if (result === undefined || !isUsed(view)) return undefined;
  const bound = claim.range.kind === "at least" || claim.range.kind === "at most";
  return bound ? labels.printed(claim) : labels.range(result.low, result.high, estimate?.unit ?? forest.unit);
}

function rowWords(held: HeldClaim, forest: Forest, labels: ChartLabels): ForestWords {
  const { view } = held;
  const { claim, result } = view;
  const drawn = isUsed(view) ? result : undefined;
  const verdict = labels.conflict(result);
  const fits = drawn !== undefined && drawn.conflict < 0.2;
  const year = drawn?.quantity === undefined ? undefined : yearOf(drawn.quantity);
  const said = forest.single === undefined && claim.period === String(year);
  const period = said ? undefined : labels.period(claim.period);
  const parts = [
    claimFigures(held, forest, labels),
    labels.speaker(claim.statedBy),
    period,
    fits ? verdict : undefined,
  ];
  return {
    title: view.sourceTitle,
    detail: parts.filter((part) => part !== undefined && part !== "").join(" · "),
    verdict: fits ? "" : verdict,
  };
}

/** The words of a forest plot in its language. */
export function forestSpeech(props: ForestPlotProps, forest: Forest): ForestSpeech {
  const labels = props.labels ?? ENGLISH;
  const quantity = props.quantityName ?? ((id: string) => id);
  const subject = props.subjectName ?? quantity;
  return {
    row: (held) => rowWords(held, forest, labels),
    head: ({ view, estimate }) => {
      const year = yearOf(view.result?.quantity ?? "");
      const text = estimate === undefined ? labels.notEstablished : labels.interval(estimate, estimate.unit);
      return `${year ?? labels.estimate}: ${text}`;
    },
    heading: (section) => {
      if (section.kind === "unused") return labels.unusedClaims(section.held.length);
      const name = subject(subjectOf(section.subject ?? ""));
      const whole = section.decade === undefined ? name : `${name} · ${labels.period(section.decade)}`;
      return labels.claimsOf(whole, section.held.length);
    },
    quantity,
  };
}
