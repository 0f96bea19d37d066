import type { ReactNode } from "react";
import type { AuditFinding, AuditReading } from "../../audits/audit-finding.ts";
import type { DecidedFinding } from "../../audits/decided-finding.ts";
import type { ClaimView } from "../../cases/views.ts";
import { useMessages } from "../messages/language.tsx";
import { ClaimLink, speakerWords, useClaimTopic } from "../parts/claim-words.tsx";
import { FindingHead } from "./finding-head.tsx";
import { Judge } from "./judge.tsx";

interface FindingItemProps {
  readonly decided: DecidedFinding;
  readonly ruleName: string;
  readonly claims: ReadonlyMap<string, ClaimView>;
}

/** One finding: its claims side by side, the sum step by step, what was allowed for, and what people make of it. */
export function FindingItem({ decided, ruleName, claims }: FindingItemProps): ReactNode {
  const m = useMessages();
  const { finding, status } = decided;
  const views = (ids: readonly string[]) => ids.flatMap((id) => claims.get(id) ?? []);
  return (
    <li data-item="" className={`finding finding-${status}`} id={finding.id}>
      <FindingHead finding={finding} ruleName={ruleName} />
      <p className="finding-words">{m.audit.explain(finding.cause, finding.explanation)}</p>
      <div className="finding-sides">
        <Side title={m.audit.tested} views={views(finding.tested)} />
        {finding.against.length === 0 ? null : <Side title={m.audit.against} views={views(finding.against)} />}
      </div>
      {finding.copies.length === 0 ? null : (
        <details className="finding-more">
          <summary>{m.audit.copies(finding.copies.length)}</summary>
          <Claims views={views(finding.copies)} />
        </details>
      )}
      <Computation finding={finding} />
      <Judge decided={decided} />
    </li>
  );
}

function Side({ title, views }: { readonly title: string; readonly views: readonly ClaimView[] }): ReactNode {
  return (
    <section>
      <h4>{title}</h4>
      <Claims views={views} />
    </section>
  );
}

function Claims({ views }: { readonly views: readonly ClaimView[] }): ReactNode {
  const m = useMessages();
  const topic = useClaimTopic();
  return (
    <ul className="finding-claims">
      {views.map(({ claim, sourceTitle }) => (
        <li key={claim.id}>
          <ClaimLink claim={claim} />
          <span className="under">{topic(claim)}</span>
          <span className="under">{m.quantity([speakerWords(claim.statedBy, m), sourceTitle, claim.locator])}</span>
        </li>
      ))}
    </ul>
  );
}

function Computation({ finding }: { readonly finding: AuditFinding }): ReactNode {
  const m = useMessages();
  if (finding.readings.length === 0) return null;
  return (
    <details className="finding-more" open={finding.readings.length === 1}>
      <summary>{m.audit.computation}</summary>
      <dl className="finding-readings">
        {finding.readings.map((reading) => (
          <Steps key={`${reading.name} ${reading.steps.join(" ")}`} reading={reading} />
        ))}
      </dl>
      <p className="soft">
        {m.audit.allowed}: {m.audit.tolerance(finding.rule, finding.tolerance)}
      </p>
    </details>
  );
}

function Steps({ reading }: { readonly reading: AuditReading }): ReactNode {
  const m = useMessages();
  return (
    <div>
      <dt>
        {m.audit.readings[reading.name]}
        {reading.agrees ? <span className="soft"> ({m.audit.fits})</span> : null}
      </dt>
      <dd>
        <ol className="finding-steps">
          {reading.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </dd>
    </div>
  );
}
