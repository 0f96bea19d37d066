import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import type { DecidedFinding } from "../../audits/decided-finding.ts";
import type { AuditView } from "../../cases/views.ts";
import { AuditFilters } from "../audit/audit-filters.tsx";
import { FindingItem } from "../audit/finding-item.tsx";
import { RuleList } from "../audit/rule-list.tsx";
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

function matches({ finding, status }: DecidedFinding, search: AuditSearch): boolean {
  return (
    (search.rule ?? finding.rule) === finding.rule &&
    (search.grade ?? finding.grade) === finding.grade &&
    (search.status ?? status) === status
  );
}

function Findings({ view }: { readonly view: AuditView }): ReactNode {
  const m = useMessages();
  const navigate = useNavigate({ from: "/$case/audit" });
  const search = useSearch({ from: "/$case/audit" });
  const windowTitle = m.shell.title(m.shell.audit, useCaseTitle());
  const set = (change: AuditSearch) =>
    void navigate({ to: ".", search: (held) => ({ ...held, ...change }), replace: true, resetScroll: false });
  const shown = view.findings.filter((decided) => matches(decided, search));
  const changing = view.findings.filter(({ finding }) => finding.grade === "decision-changing").length;
  const all = view.findings.length;
  if (all === 0) {
    return (
      <Page windowTitle={windowTitle} title={m.audit.clean} subtitle={m.audit.cleanNext}>
        <RuleList rules={view.rules} />
      </Page>
    );
  }
  const title = shown.length === all ? m.audit.title(all, changing) : m.audit.titleSome(shown.length, all);
  return (
    <Page windowTitle={windowTitle} title={title} subtitle={m.audit.subtitle} wide>
      <AuditFilters view={view} search={search} onChange={set} />
      {shown.length === 0 ? (
        <Empty title={m.audit.none}>
          <button type="button" className="button" onClick={() => set(NO_FILTER)}>
            {m.audit.clear}
          </button>
        </Empty>
      ) : (
        <List view={view} shown={shown} />
      )}
      <details className="finding-more audit-checks">
        <summary>{m.audit.rules}</summary>
        <RuleList rules={view.rules} />
      </details>
    </Page>
  );
}

function List({ view, shown }: { readonly view: AuditView; readonly shown: readonly DecidedFinding[] }): ReactNode {
  const claims = useMemo(() => new Map(view.claims.map((one) => [one.claim.id, one])), [view.claims]);
  const names = new Map(view.rules.map(({ id, name }) => [id, name]));
  return (
    <ol className="findings" data-list="findings">
      {shown.map((decided) => (
        <FindingItem
          key={decided.finding.id}
          decided={decided}
          ruleName={names.get(decided.finding.rule) ?? decided.finding.rule}
          claims={claims}
        />
      ))}
    </ol>
  );
}
