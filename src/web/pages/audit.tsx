import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import type { AuditGrade } from "../../audits/audit-finding.ts";
import type { FindingDecision } from "../../audits/decided-finding.ts";
import type { AuditView } from "../../cases/views.ts";
import { auditReportAt } from "../api.ts";
import { AuditFilters } from "../audit/audit-filters.tsx";
import { FindingItem } from "../audit/finding-item.tsx";
import { RuleList } from "../audit/rule-list.tsx";
import { TextFindingItem } from "../audit/text-finding-item.tsx";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { useCaseTitle } from "../parts/case-title.ts";
import { Page } from "../parts/page.tsx";
import { Empty, Loaded } from "../parts/states.tsx";
import { queries } from "../queries.ts";
import type { AuditSearch } from "../search-params.ts";

/** What in the claims of a case cannot be right as it stands, with the sums that show it. */
export function AuditPage(): ReactNode {
  const { id } = useCase();
  const query = useQuery(queries.audit(id));
  return <Loaded query={query}>{(view) => <Findings view={view} />}</Loaded>;
}

const NO_FILTER: AuditSearch = { rule: undefined, grade: undefined, status: undefined };

type Decided = FindingDecision & { readonly finding: { readonly rule: string; readonly grade: AuditGrade } };

function matches({ finding, status }: Decided, search: AuditSearch): boolean {
  return (
    (search.rule ?? finding.rule) === finding.rule &&
    (search.grade ?? finding.grade) === finding.grade &&
    (search.status ?? status) === status
  );
}

function Findings({ view }: { readonly view: AuditView }): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const navigate = useNavigate({ from: "/$case/audit" });
  const search = useSearch({ from: "/$case/audit" });
  const windowTitle = m.shell.title(m.shell.audit, useCaseTitle());
  const set = (change: AuditSearch) =>
    void navigate({ to: ".", search: (held) => ({ ...held, ...change }), replace: true, resetScroll: false });
  const found: readonly Decided[] = [...view.findings, ...view.texts];
  const shown = found.filter((decided) => matches(decided, search)).length;
  const changing = found.filter(({ finding }) => finding.grade === "decision-changing").length;
  const all = found.length;
  if (all === 0) {
    return (
      <Page windowTitle={windowTitle} title={m.audit.clean} subtitle={m.audit.cleanNext}>
        <RuleList rules={view.rules} />
      </Page>
    );
  }
  const title = shown === all ? m.audit.title(all, changing) : m.audit.titleSome(shown, all);
  return (
    <Page windowTitle={windowTitle} title={title} subtitle={m.audit.subtitle} wide>
      <AuditFilters view={view} search={search} onChange={set} />
      {shown === 0 ? (
        <Empty title={m.audit.none}>
          <button type="button" className="button" onClick={() => set(NO_FILTER)}>
            {m.audit.clear}
          </button>
        </Empty>
      ) : (
        <List view={view} search={search} />
      )}
      <p className="audit-report">
        <a className="button" href={auditReportAt(id)} download>
          {m.audit.report}
        </a>
        <span className="soft">{m.audit.reportNote}</span>
      </p>
      <details className="finding-more audit-checks">
        <summary>{m.audit.rules}</summary>
        <RuleList rules={view.rules} />
      </details>
    </Page>
  );
}

function List({ view, search }: { readonly view: AuditView; readonly search: AuditSearch }): ReactNode {
  const m = useMessages();
  const claims = useMemo(() => new Map(view.claims.map((one) => [one.claim.id, one])), [view.claims]);
  const names = new Map(view.rules.map(({ id, name }) => [id, name]));
  const nameOf = (rule: string) => names.get(rule) ?? rule;
  const [inClaims, inTexts] = [view.findings, view.texts].map((list) => list.some((one) => matches(one, search)));
  return (
    <>
      {inClaims ? (
        <>
          <h2 className="findings-part">{m.audit.inClaims}</h2>
          <ol className="findings" data-list="findings">
            {view.findings
              .filter((decided) => matches(decided, search))
              .map((decided) => (
                <FindingItem
                  key={decided.finding.id}
                  decided={decided}
                  ruleName={nameOf(decided.finding.rule)}
                  claims={claims}
                />
              ))}
          </ol>
        </>
      ) : null}
      {inTexts || search.rule === undefined ? <TextsHead view={view} /> : null}
      {inTexts ? (
        <ol className="findings" data-list="findings">
          {view.texts
            .filter((one) => matches(one, search))
            .map((one) => (
              <TextFindingItem key={one.finding.id} view={one} ruleName={nameOf(one.finding.rule)} />
            ))}
        </ol>
      ) : null}
    </>
  );
}

/** Which documents were audited in their own words, or how to bring one. */
function TextsHead({ view }: { readonly view: AuditView }): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  return (
    <>
      <h2 className="findings-part">{m.audit.inTexts}</h2>
      {view.textsRead === 0 ? (
        <p>
          {m.audit.noTexts}{" "}
          <Link to="/$case/sources" params={{ case: id }} className="link">
            {m.audit.toSources}
          </Link>
        </p>
      ) : (
        <p>
          {m.audit.textsRead(view.textsRead)} {view.texts.length === 0 ? m.audit.textsClean : null}
        </p>
      )}
    </>
  );
}
