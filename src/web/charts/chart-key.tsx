import type { ReactNode } from "react";
import type { ChartLabels } from "./labels.ts";

/** Marks that a key can explain. */
export type KeyItem =
  | "estimate"
  | "fan"
  | "prior"
  | "assumed"
  | "claim"
  | "claimOpen"
  | "claimConflict"
  | "sharedOrigin"
  | "symbol"
  | "flow";

interface Entry {
  readonly words: (labels: ChartLabels) => string;
  readonly swatch: ReactNode;
}

const interval = (
  <>
    <line className="chart-thin" x1={1} x2={31} y1={7} y2={7} />
    <line className="chart-thick" x1={9} x2={23} y1={7} y2={7} />
    <circle className="chart-dot" cx={16} cy={7} r={4} />
  </>
);

const ENTRIES: Readonly<Record<KeyItem, Entry>> = {
  estimate: { words: (labels) => labels.keyInterval, swatch: interval },
  fan: {
    words: (labels) => labels.keyInterval,
    swatch: (
      <>
        <rect className="chart-band90" x={0} y={0} width={32} height={14} />
        <rect className="chart-band50" x={0} y={3.5} width={32} height={7} />
        <line className="chart-median" x1={0} x2={32} y1={7} y2={7} />
      </>
    ),
  },
  prior: { words: (labels) => labels.prior, swatch: <line className="chart-prior" x1={1} x2={31} y1={7} y2={7} /> },
  assumed: {
    words: (labels) => labels.assumed,
    swatch: (
      <>
        <rect className="chart-outline" x={0.5} y={0.5} width={31} height={13} />
        {[4, 11, 18, 25].map((x) => (
          <line key={x} className="chart-hatch" x1={x} x2={x + 6} y1={13} y2={1} />
        ))}
      </>
    ),
  },
  claim: {
    words: (labels) => labels.claim,
    swatch: (
      <>
        <line className="chart-range" x1={0} x2={32} y1={7} y2={7} />
        <circle className="chart-claim" cx={8} cy={7} r={4.5} />
        <circle className="chart-claim" cx={23} cy={7} r={4.5} />
        <circle className="chart-claim-fill" cx={23} cy={7} r={3} />
      </>
    ),
  },
  claimOpen: {
    words: (labels) => labels.claimOpen,
    swatch: (
      <>
        <path className="chart-range" d="M4,7H28M24,3L28,7L24,11" />
        <circle className="chart-claim" cx={12} cy={7} r={4.5} />
      </>
    ),
  },
  claimConflict: {
    words: (labels) => labels.claimConflict,
    swatch: (
      <g className="conflict">
        <line className="chart-range" x1={2} x2={30} y1={7} y2={7} />
        <circle className="chart-claim" cx={16} cy={7} r={4.5} />
        <line className="chart-strike" x1={11} x2={21} y1={12} y2={2} />
      </g>
    ),
  },
  symbol: {
    words: (labels) => labels.keySymbol,
    swatch: (
      <>
        <circle className="chart-place-ring" cx={16} cy={7} r={6.5} />
        <circle className="chart-place" cx={16} cy={7} r={4.5} />
        <circle className="chart-place-low" cx={16} cy={7} r={3} />
      </>
    ),
  },
  flow: {
    words: (labels) => labels.keyFlow,
    swatch: (
      <>
        <rect className="chart-flow-edge flow-worker" x={0} y={0} width={32} height={14} />
        <rect className="chart-flow flow-worker" x={0} y={3.5} width={32} height={7} />
      </>
    ),
  },
  sharedOrigin: {
    words: (labels) => labels.sharedOrigin,
    swatch: <path className="chart-bracket" d="M20,1H14V13H20" />,
  },
};

/** What the marks of a chart mean. */
export function ChartKey(props: { readonly items: readonly KeyItem[]; readonly labels: ChartLabels }): ReactNode {
  return (
    <ul className="chart-key">
      {props.items.map((item) => (
        <li key={item}>
          <svg width={32} height={14} viewBox="0 0 32 14" aria-hidden="true">
            {ENTRIES[item].swatch}
          </svg>
          {ENTRIES[item].words(props.labels)}
        </li>
      ))}
    </ul>
  );
}
