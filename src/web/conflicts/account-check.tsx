import type { ReactNode } from "react";
import type { PredictiveCheck } from "../../estimates/appraisal.ts";
import { useMessages } from "../messages/language.tsx";
import { significant } from "../numbers.ts";

/** Fewer numbers than this over ten tenths say nothing of their evenness. */
const ENOUGH = 20;
const RARE = 0.05;
const BAR = 24;
const TALL = 56;

/** Whether the claims as a whole scatter around the account as the method says that they should. */
export function AccountCheck({ check }: { readonly check: PredictiveCheck }): ReactNode {
  const m = useMessages();
  const { counted, expectedBeyond, beyond, pValue } = check;
  const verdict = pValue < RARE ? m.check.rare(String(significant(1 / pValue))) : m.check.likely;
  return (
    <section className="section">
      <h2>{m.check.title}</h2>
      <p className="prose">
        {m.check.words(counted, String(Math.round(expectedBeyond)), beyond)} {counted < ENOUGH ? m.check.few : verdict}
      </p>
      {counted < ENOUGH ? null : <Tenths tenths={check.tenths} />}
    </section>
  );
}

function Tenths({ tenths }: { readonly tenths: readonly number[] }): ReactNode {
  const m = useMessages();
  const most = Math.max(1, ...tenths);
  const even = (tenths.reduce((sum, n) => sum + n, 0) / tenths.length / most) * TALL;
  const width = tenths.length * BAR;
  return (
    <figure className="tenths">
      <svg role="img" aria-label={m.check.tenthsSpoken(tenths.join(", "))} width={width} height={TALL + 18}>
        {tenths.map((n, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a tenth is its position.
          <g key={i}>
            <rect
              className="tenths-bar"
              x={i * BAR + 2}
              y={TALL - (n / most) * TALL}
              width={BAR - 4}
              height={(n / most) * TALL}
            />
            <text className="chart-text soft middle" x={i * BAR + BAR / 2} y={TALL + 14}>
              {n}
            </text>
          </g>
        ))}
        <line className="tenths-even" x1={0} x2={width} y1={TALL - even} y2={TALL - even} />
      </svg>
      <figcaption className="under">{m.check.tenths}</figcaption>
    </figure>
  );
}
