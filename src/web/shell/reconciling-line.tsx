import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import type { ReconcilingState } from "../../cases/views.ts";
import { describeIssue } from "../../values/issue.ts";
import { api } from "../api.ts";
import { useCase } from "../case.tsx";
import type { Messages } from "../messages/en.ts";
import { useMessages } from "../messages/language.tsx";
import { timeWords } from "../periods.ts";
import { queries } from "../queries.ts";

/** Follows reconciling while it runs; when there are new estimates, everything of the case is asked for anew. */
function useReconciling(caseId: string): ReconcilingState | undefined {
  const client = useQueryClient();
  const { data } = useQuery(queries.reconciling(caseId));
  useEffect(() => {
    const events = new EventSource(api.eventsPath(caseId));
    events.addEventListener("reconciling", (event) => {
      const told: ReconcilingState = JSON.parse(event.data);
      const key = queries.reconciling(caseId).queryKey;
      const before = client.getQueryData(key);
      // While it runs, the figures of the run before are still shown, and it is still told of when they are.
      const kept = told.kind === "running" && before?.at !== undefined ? { at: before.at } : {};
      const next: ReconcilingState = { ...kept, ...told };
      client.setQueryData(key, next);
      const isNew = next.at !== undefined && before?.at !== next.at;
      if (before !== undefined && isNew) void client.invalidateQueries({ queryKey: ["case", caseId] });
    });
    return () => events.close();
  }, [caseId, client]);
  return data;
}

/** What has not settled, and the first thing that is wrong between claims and account. */
function doneWords({ diagnostics }: ReconcilingState, m: Messages): string {
  const unsettled = diagnostics?.unsettled.length ?? 0;
  const [first, ...others] = diagnostics?.problems ?? [];
  return [
    ...(unsettled > 0 ? [m.reconciling.unsettled(unsettled)] : []),
    ...(first === undefined ? [] : [m.reconciling.problems(describeIssue(first), others.length)]),
  ].join(" ");
}

/** One line above the page: what reconciling does, how far it is, what can be done. Nothing when all is settled. */
export function ReconcilingLine(): ReactNode {
  const { id } = useCase();
  const state = useReconciling(id);
  if (state === undefined || (state.kind === "done" && isQuiet(state))) return null;
  if (state.kind === "running") return <Running state={state} />;
  return <Resting state={state} />;
}

/** Whether everything has settled and nothing is wrong between claims and account. */
function isQuiet({ diagnostics }: ReconcilingState): boolean {
  return (diagnostics?.unsettled.length ?? 0) === 0 && (diagnostics?.problems?.length ?? 0) === 0;
}

function Running({ state }: { readonly state: ReconcilingState }): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const stop = useMutation({ mutationFn: () => api.cancelReconciling(id) });
  const percent = Math.round(state.progress * 100);
  return (
    <div className="reconciling">
      <p>
        {m.reconciling.running(m.reconciling.phase(state.message), percent)}{" "}
        <span className="soft">
          {state.at === undefined ? m.reconciling.filling : m.reconciling.shown(timeWords(state.at, m))}
        </span>
      </p>
      <button type="button" className="link" onClick={() => stop.mutate()}>
        {m.reconciling.cancel}
      </button>
      <progress value={state.progress} max={1} aria-label={m.reconciling.progress} />
    </div>
  );
}

function Resting({ state }: { readonly state: ReconcilingState }): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const client = useQueryClient();
  const start = useMutation({
    mutationFn: () => api.startReconciling(id),
    onSuccess: () => client.invalidateQueries({ queryKey: queries.reconciling(id).queryKey }),
  });
  const words = {
    none: m.reconciling.none,
    stale: m.reconciling.stale,
    failed: `${m.reconciling.failed(state.message)} ${m.reconciling.failedNext}`,
    done: doneWords(state, m),
    running: "",
  }[state.kind];
  return (
    <div className="reconciling">
      <p role="status">{words}</p>
      {state.kind === "done" ? null : (
        <button type="button" className="link" onClick={() => start.mutate()} disabled={start.isPending}>
          {m.reconciling.start}
        </button>
      )}
      {start.isError ? (
        <p className="form-error" role="alert">
          {start.error.message}
        </p>
      ) : null}
    </div>
  );
}
