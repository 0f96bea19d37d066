import type { ReactNode } from "react";
import type { ConflictView } from "../../cases/conflicts.ts";
import type { ClaimView } from "../../cases/views.ts";
import { LARGEST_K } from "../../estimates/appraisal.ts";
import type { Estimate } from "../../estimates/estimate.ts";
import { useCase } from "../case.tsx";
import { CompareMark } from "../charts/compare-mark.tsx";
import { useMessages } from "../messages/language.tsx";
import { claimFigure, figureWithLimits } from "../numbers.ts";
import { useChartLabels } from "../parts/chart-labels.ts";
import { ClaimDot } from "../parts/claim-dot.tsx";
import { ClaimLink, speakerWords, useClaimTopic, VerdictWords } from "../parts/claim-words.tsx";
import { Figure } from "../parts/figure.tsx";
import { percentWords } from "../verdict.ts";
import type { Switches } from "./switches.ts";

interface ConflictItemProps {
  readonly conflict: ConflictView;
  /** Claims of the same origin that say the very same. */
  readonly copies: readonly ConflictView[];
  /** Of the quantity that it speaks of; absent until it is there. */
  readonly estimate: Estimate | undefined;
  readonly switches: Switches;
}

/** One claim in conflict: what it says, why it cannot well be, the other side, and the switch that leaves it out. */
export function ConflictItem({ conflict, copies, estimate, switches }: ConflictItemProps): ReactNode {
  const m = useMessages();
  const { view, against } = conflict;
  const { result } = view;
  const isOff = switches.without.claims.includes(view.claim.id);
  const slipRough = (result?.slip?.k ?? 0) > LARGEST_K;
  return (
    <li data-item="" className={isOff ? "clash clash-off" : "clash"} id={view.claim.id}>
      <div className="clash-claim">
        <Said view={view} level="clash-figure" />
        <p className="clash-words">{view.claim.paraphrase}</p>
        <p className="clash-switch">
          <Switch view={view} switches={switches} />
        </p>
        <Copies copies={copies} switches={switches} />
      </div>
      <div className="clash-why">
        <p className="clash-verdict">
          <VerdictWords result={result} />
        </p>
        <p className="soft">
          {result === undefined ? null : m.conflicts.probability(percentWords(result.conflict))}
          {slipRough ? <span className="under">{m.conflicts.slipRough}</span> : null}
        </p>
        <div className="clash-sides">{estimate === undefined ? null : <Sides view={view} estimate={estimate} />}</div>
        <OtherSide against={against} estimate={estimate} />
      </div>
    </li>
  );
}

function Switch({ view, switches }: { readonly view: ClaimView; readonly switches: Switches }): ReactNode {
  const m = useMessages();
  const { claim, sourceTitle } = view;
  const isOff = switches.without.claims.includes(claim.id);
  const words = isOff ? m.conflicts.putBack : m.conflicts.leaveOut;
  return (
    <button
      type="button"
      className="button"
      aria-label={m.conflicts.of(words, m.quantity([claimFigure(claim, m), sourceTitle]))}
      onClick={() => switches.flip("claims", claim.id)}
    >
      {words}
    </button>
  );
}

interface CopiesProps {
  readonly copies: readonly ConflictView[];
  readonly switches: Switches;
}

function Copies({ copies, switches }: CopiesProps): ReactNode {
  const m = useMessages();
  if (copies.length === 0) return null;
  return (
    <details className="clash-copies">
      <summary>{m.conflicts.copies(copies.length)}</summary>
      <ul className="clash-against">
        {copies.map(({ view }) => (
          <li key={view.claim.id}>
            <Said view={view} level="" />
            <p className="clash-switch">
              <Switch view={view} switches={switches} />
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Said({ view, level }: { readonly view: ClaimView; readonly level: string }): ReactNode {
  const m = useMessages();
  const topic = useClaimTopic();
  const { claim, sourceTitle, result } = view;
  return (
    <div className="says">
      <ClaimDot result={result} />
      <div>
        <p className={level}>
          <ClaimLink claim={claim} />
        </p>
        <p className="soft">{topic(claim)}</p>
        <p className="under">
          {m.quantity([speakerWords(claim.statedBy, m), sourceTitle, claim.locator].filter((part) => part !== ""))}
        </p>
      </div>
    </div>
  );
}

function Sides({ view, estimate }: { readonly view: ClaimView; readonly estimate: Estimate }): ReactNode {
  const m = useMessages();
  const labels = useChartLabels();
  if (view.result === undefined) return null;
  return (
    <CompareMark
      name={m.conflicts.mark(claimFigure(view.claim, m), figureWithLimits(estimate, estimate.unit, m))}
      unit={estimate.unit}
      axis
      labels={labels}
      rows={[
        { kind: "claim", id: "claim", label: m.conflicts.markClaim, result: view.result },
        { kind: "span", id: "account", label: m.conflicts.markAccount, span: estimate },
      ]}
    />
  );
}

const SHOWN = 2;

function OtherSide(props: {
  readonly against: readonly ClaimView[];
  readonly estimate: Estimate | undefined;
}): ReactNode {
  const m = useMessages();
  const here = useCase();
  const { against, estimate } = props;
  const rest = against.slice(SHOWN);
  return (
    <section className="clash-other">
      <h3>{m.conflicts.otherSide}</h3>
      <p className="clash-account">
        {estimate === undefined
          ? null
          : m.conflicts.account(<Figure estimate={estimate} show="both" />, here.quantity(estimate.quantity))}
      </p>
      {against.length === 0 ? (
        <p className="soft">{m.conflicts.noAgainst}</p>
      ) : (
        <Claims views={against.slice(0, SHOWN)} />
      )}
      {rest.length === 0 ? null : (
        <details>
          <summary>{m.conflicts.more(rest.length)}</summary>
          <Claims views={rest} />
        </details>
      )}
    </section>
  );
}

function Claims({ views }: { readonly views: readonly ClaimView[] }): ReactNode {
  return (
    <ul className="clash-against">
      {views.map((view) => (
        <li key={view.claim.id}>
          <Said view={view} level="" />
        </li>
      ))}
    </ul>
  );
}
