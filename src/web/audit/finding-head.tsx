import type { ReactNode } from "react";
import type { AuditFinding } from "../../audits/audit-finding.ts";
import { useMessages } from "../messages/language.tsx";

interface FindingHeadProps {
  readonly finding: Pick<AuditFinding, "rule" | "grade" | "sureness">;
  readonly ruleName: string;
}

/** The rule that a finding is of, how grave it is and how sure. */
export function FindingHead({ finding: { rule, grade, sureness }, ruleName }: FindingHeadProps): ReactNode {
  const m = useMessages();
  return (
    <h3 className="finding-head">
      {m.audit.name(rule, ruleName)}
      <span className={`finding-grade finding-${grade}`}>{m.audit.grades[grade]}</span>
      <span className="finding-sure">{m.audit.sureness[sureness]}</span>
    </h3>
  );
}
