import type { ReactNode } from "react";
import type { AuditView } from "../../cases/views.ts";
import { useMessages } from "../messages/language.tsx";

/** Every rule with what it checks, what it allows for and where it comes from. */
export function RuleList({ rules }: { readonly rules: AuditView["rules"] }): ReactNode {
  const m = useMessages();
  return (
    <dl className="audit-rules">
      {rules.map(({ id, name, checks, tolerance, citation }) => (
        <div key={id}>
          <dt>{m.audit.name(id, name)}</dt>
          <dd>
            {m.audit.checks(id, checks)}
            <span className="under">
              {m.audit.allowed}: {m.audit.tolerance(id, tolerance)}
            </span>
            <span className="under">
              {m.audit.from}: {citation}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
