import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import type { FindingDecision } from "../../audits/decided-finding.ts";
import { api, type Judgement } from "../api.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { periodWords } from "../periods.ts";

/** A finding, in claims or in words, as far as deciding needs it. */
type Judged = FindingDecision & { readonly finding: { readonly id: string } };

/** What was decided about a finding, and the ways to decide: confirm, or dismiss with a reason. */
export function Judge({ decided }: { readonly decided: Judged }): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { finding, status, decision } = decided;
  const judge = useMutation({
    mutationFn: (judgement: Judgement) => api.judgeFinding(id, finding.id, judgement),
    onSuccess: async () => {
      setAsking(false);
      await client.invalidateQueries({ queryKey: ["case", id, "audit"] });
    },
  });
  return (
    <div className="finding-judge">
      {decision === undefined ? null : (
        <p className="finding-decided">
          {m.audit.decided(status, decision.by, periodWords(decision.at.slice(0, 10), m))}
          {decision.why === undefined ? null : <q>{decision.why}</q>}
        </p>
      )}
      {asking ? (
        <Dismissal onDone={() => setAsking(false)} onWhy={(why) => judge.mutate({ decision: "dismissed", why })} />
      ) : (
        <p className="finding-buttons">
          {status === "confirmed" ? null : (
            <button type="button" className="button" onClick={() => judge.mutate({ decision: "confirmed" })}>
              {m.audit.confirm}
            </button>
          )}
          {status === "dismissed" ? null : (
            <button type="button" className="button" onClick={() => setAsking(true)}>
              {m.audit.dismiss}
            </button>
          )}
        </p>
      )}
      {judge.isError ? (
        <p role="alert" className="finding-decided">
          {judge.error.message}
        </p>
      ) : null}
    </div>
  );
}

interface DismissalProps {
  readonly onDone: () => void;
  readonly onWhy: (why: string) => void;
}

function Dismissal({ onDone, onWhy }: DismissalProps): ReactNode {
  const m = useMessages();
  const [why, setWhy] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onWhy(why.trim());
  };
  return (
    <form className="finding-dismissal" onSubmit={submit}>
      <label className="filter">
        <span>{m.audit.why}</span>
        <input
          ref={(field) => field?.focus()}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
          required
          pattern=".*\S.*"
          maxLength={2000}
        />
      </label>
      <button type="submit" className="button">
        {m.audit.keep}
      </button>
      <button type="button" className="button" onClick={onDone}>
        {m.audit.cancel}
      </button>
    </form>
  );
}
