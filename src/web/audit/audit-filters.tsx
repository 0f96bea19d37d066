import type { ReactNode } from "react";
import { AUDIT_GRADES } from "../../audits/audit-finding.ts";
import { FINDING_STATUSES } from "../../audits/decided-finding.ts";
import type { AuditView } from "../../cases/views.ts";
import { useMessages } from "../messages/language.tsx";
import { Choice } from "../parts/filters.tsx";
import type { AuditSearch } from "../search-params.ts";

interface AuditFiltersProps {
  readonly view: AuditView;
  readonly search: AuditSearch;
  readonly onChange: (change: AuditSearch) => void;
}

/** What the findings are narrowed by; all of it stands in the address. */
export function AuditFilters({ view, search, onChange }: AuditFiltersProps): ReactNode {
  const m = useMessages();
  const found = new Set([...view.findings, ...view.texts].map(({ finding }) => finding.rule));
  const rules = view.rules
    .filter(({ id }) => found.has(id))
    .map(({ id, name }) => ({ id, name: m.audit.name(id, name) }));
  const grades = AUDIT_GRADES.map((id) => ({ id, name: m.audit.grades[id] }));
  const statuses = FINDING_STATUSES.map((id) => ({ id, name: m.audit.statuses[id] }));
  return (
    <search className="filters" aria-label={m.audit.filters}>
      <Choice label={m.audit.rule} value={search.rule} options={rules} onChange={(rule) => onChange({ rule })} />
      <Choice
        label={m.audit.grade}
        value={search.grade}
        options={grades}
        onChange={(chosen) => onChange({ grade: AUDIT_GRADES.find((grade) => grade === chosen) })}
      />
      <Choice
        label={m.audit.status}
        value={search.status}
        options={statuses}
        onChange={(chosen) => onChange({ status: FINDING_STATUSES.find((status) => status === chosen) })}
      />
    </search>
  );
}
