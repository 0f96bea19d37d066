import type { ReactNode } from "react";
import { isSettled } from "../../estimates/settled.ts";
import type { Trace, TracedClaim, TracedInput } from "../../estimates/trace.ts";
import { useCase } from "../case.tsx";
import { DensityMark } from "../charts/density-mark.tsx";
import { Known } from "../estimates/known.tsx";
import { useMessages } from "../messages/language.tsx";
import { figure, limits, unitWords } from "../numbers.ts";
import { useChartLabels } from "../parts/chart-labels.ts";
import { Figure } from "../parts/figure.tsx";
import { Unsettled } from "../parts/unsettled.tsx";
import { percentWords } from "../verdict.ts";
import { useTraceDoor } from "./door.ts";
import { Formula } from "./formula.tsx";
import { TracedClaims } from "./traced-claims.tsx";

/** Everything upstream of a number: how it is worked out, its inputs, its claims, its run. */
export function TraceBody({ trace }: { readonly trace: Trace }): ReactNode {
  const m = useMessages();
  const { estimate } = trace;
  const { unit } = estimate;
  return (
    <div className="trace">
      <p className="trace-figure">
        <strong>{figure(estimate.median, unit, m)}</strong>{" "}
        <span className="trace-limits">({limits(estimate.q05, estimate.q95, unit, m)})</span>
        <span className="trace-unit">{unitWords(unit, m)}</span>
      </p>
      <DensityMark name={trace.label} estimate={estimate} labels={useChartLabels()} />
      <Known estimate={estimate} />
      <Carried trace={trace} />
      <section>
        <h3>{m.trace.how}</h3>
        <p className="trace-words">{trace.explanation}</p>
        {trace.formula === undefined ? null : <Formula text={trace.formula} />}
      </section>
      <Inputs inputs={trace.inputs} />
      <section>
        <h3>{m.trace.claims(trace.claims.length)}</h3>
        {trace.claims.length === 0 ? (
          <p className="soft">{trace.inputs.length > 0 ? m.trace.noClaims : m.trace.noClaimsPrior}</p>
        ) : (
          <TracedClaims claims={trace.claims} />
        )}
      </section>
      <Nearby claims={trace.nearby} />
      <UsedBy ids={trace.usedBy} />
      <Run trace={trace} />
    </div>
  );
}

function Carried({ trace }: { readonly trace: Trace }): ReactNode {
  const m = useMessages();
  const { carriedByPrior, carriedShare } = trace.estimate;
  if (!isSettled(trace.estimate)) return <p className="unsettled-note">{m.estimate.unsettledWhy}</p>;
  if (carriedShare !== undefined && carriedShare > 0.005) {
    return <p className="carried-note">{m.estimate.carriedShare(percentWords(carriedShare))}</p>;
  }
  return carriedByPrior ? <p className="carried-note">{m.estimate.byPriorWhy}</p> : null;
}

function Inputs({ inputs }: { readonly inputs: readonly TracedInput[] }): ReactNode {
  const m = useMessages();
  const door = useTraceDoor();
  if (inputs.length === 0) return null;
  return (
    <section>
      <h3>{m.trace.inputs(inputs.length)}</h3>
      {inputs.length >= 60 ? <p className="soft">{m.trace.inputsMore(inputs.length)}</p> : null}
      <ul className="inputs" data-trace="inputs">
        {inputs.map((input) => (
          <li key={input.quantity}>
            <span className="inputs-name">{input.label}</span>
            <span className="inputs-value">
              <Figure estimate={input.estimate} show="both" onOpen={door.follow} />
              {input.estimate.carriedByPrior ? <span className="carried">{m.estimate.byPrior}</span> : null}
              <Unsettled estimate={input.estimate} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Nearby({ claims }: { readonly claims: readonly TracedClaim[] }): ReactNode {
  const m = useMessages();
  if (claims.length === 0) return null;
  return (
    <details className="fold">
      <summary>{m.trace.nearby(claims.length)}</summary>
      <TracedClaims claims={claims} />
    </details>
  );
}

function UsedBy({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const m = useMessages();
  const door = useTraceDoor();
  const { quantity } = useCase();
  if (ids.length === 0) return null;
  return (
    <details className="fold">
      <summary>{m.trace.usedBy(ids.length)}</summary>
      <ul className="used-by">
        {ids.map((id) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => door.follow(id)}>
              {quantity(id)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Run({ trace }: { readonly trace: Trace }): ReactNode {
  const m = useMessages();
  const { estimate } = trace;
  const { prior, unit } = estimate;
  return (
    <details className="fold">
      <summary>{m.trace.run}</summary>
      <dl className="facts">
        <dt>{m.trace.prior}</dt>
        <dd>
          {figure(prior.median, unit, m)} ({limits(prior.q05, prior.q95, unit, m)})
        </dd>
        <dt>{m.trace.posterior}</dt>
        <dd>
          {figure(estimate.median, unit, m)} ({limits(estimate.q05, estimate.q95, unit, m)})
        </dd>
        <dt>{m.trace.ess}</dt>
        <dd>{Math.round(estimate.ess)}</dd>
        <dt>{m.trace.rhat}</dt>
        <dd>{estimate.rhat.toFixed(3)}</dd>
      </dl>
    </details>
  );
}
