import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ProposalView } from "../../cases/proposal-queue.ts";
import { api, type Corrected } from "../api.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";

interface ActsOptions {
  readonly by: string;
  /** The proposals as the list shows them, those just decided included. */
  readonly shown: readonly ProposalView[];
  /** Leads on to the next proposal. */
  readonly onNext: (id: string | undefined) => void;
  /** Adds to what is being decided, or takes from it. */
  readonly setLeaving: (change: (held: ReadonlySet<string>) => ReadonlySet<string>) => void;
}

/** The first of the list after those that are decided, else the last before them. */
function nextAfter(shown: readonly ProposalView[], ids: readonly string[]): string | undefined {
  const last = shown.findLastIndex(({ proposal }) => ids.includes(proposal.id));
  const isLeft = ({ proposal }: ProposalView) => !ids.includes(proposal.id);
  const next = shown.slice(last + 1).find(isLeft) ?? shown.slice(0, Math.max(0, last)).findLast(isLeft);
  return next?.proposal.id;
}

/** What a person does with proposals. A decided one leaves the list at once, and comes back if it could not be kept. */
export function useActs({ by, shown, onNext, setLeaving }: ActsOptions) {
  const m = useMessages();
  const { id } = useCase();
  const client = useQueryClient();
  const [said, setSaid] = useState("");
  const [failure, setFailure] = useState("");
  const run = async (ids: readonly string[], work: () => Promise<unknown>, words: string): Promise<void> => {
    setFailure("");
    setSaid("");
    setLeaving((held) => new Set([...held, ...ids]));
    onNext(nextAfter(shown, ids));
    try {
      await work();
      setSaid(words);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
    await client.invalidateQueries({ queryKey: ["case", id] });
    setLeaving((held) => new Set([...held].filter((one) => !ids.includes(one))));
  };
  const idsOf = (views: readonly ProposalView[]) => views.map(({ proposal }) => proposal.id);
  return {
    said,
    failure,
    accept: (views: readonly ProposalView[]) => {
      const confirmed = views.map(({ proposal, paraphrase }) => ({ id: proposal.id, paraphrase }));
      return run(idsOf(views), () => api.acceptProposals(id, by, confirmed), m.proposals.didAccept(views.length));
    },
    correct: (made: Corrected) => run([made.id], () => api.correctProposal(id, by, made), m.proposals.didAccept(1)),
    reject: (views: readonly ProposalView[]) =>
      run(idsOf(views), () => api.rejectProposals(id, by, idsOf(views)), m.proposals.didReject(views.length)),
    undo: async (ids?: readonly string[]): Promise<void> => {
      setFailure("");
      setSaid("");
      try {
        const { decisions } = await api.undoProposals(id, by, ids);
        await client.invalidateQueries({ queryKey: ["case", id] });
        setSaid(m.proposals.undone(decisions.length));
        const [first] = decisions;
        if (first !== undefined) onNext(first.subject);
      } catch (error) {
        setFailure(error instanceof Error ? error.message : String(error));
      }
    },
  };
}

/** What a person can do with proposals. */
export type Acts = ReturnType<typeof useActs>;
