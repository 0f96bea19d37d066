import { useMemo, useState } from "react";
import type { ProposalView } from "../../cases/proposal-queue.ts";
import { type ClaimDraft, isCorrected, type MissingField, missingFields } from "../../claims/claim-draft.ts";
import { draftParaphrase } from "../../claims/draft-paraphrase.ts";
import { present } from "../../values/present.ts";
import { useCase } from "../case.tsx";

/** The draft of the proposal in view as the person has it now. */
export interface Edit {
  readonly draft: ClaimDraft;
  readonly paraphrase: string;
  readonly missing: readonly MissingField[];
  /** Whether anything differs from what was proposed. */
  readonly isChanged: boolean;
  readonly set: (change: { readonly [K in keyof ClaimDraft]?: ClaimDraft[K] | undefined }) => void;
  readonly write: (paraphrase: string) => void;
}

interface Held {
  readonly id: string;
  readonly draft: ClaimDraft;
  /** Absent until the person writes one; until then it follows the fields. */
  readonly written?: string;
}

/** What a person makes of the fields of one proposal; another proposal begins anew. */
export function useEdit(view: ProposalView | undefined): Edit | undefined {
  const { words } = useCase();
  const [held, setHeld] = useState<Held>();
  const names = useMemo(() => {
    const measures = new Map(words.measures.map(({ id, name }) => [id, name]));
    const places = new Map(words.places.map(({ id, name }) => [id, name]));
    return { measure: (id: string) => measures.get(id) ?? id, place: (id: string) => places.get(id) ?? id };
  }, [words]);
  if (view === undefined) return undefined;
  const { id } = view.proposal;
  const now: Held = held?.id === id ? held : { id, draft: view.draft };
  const paraphrase = now.written ?? draftParaphrase(now.draft, names);
  return {
    draft: now.draft,
    paraphrase,
    missing: missingFields(now.draft),
    isChanged: isCorrected(now.draft, view.draft) || now.draft.note !== view.draft.note,
    set: (change) => setHeld({ ...now, draft: { ...now.draft, ...change } as ClaimDraft }),
    write: (written) => setHeld({ ...now, written }),
  };
}

/** The draft without the space round its words and without what is empty, as it is sent. */
export function trimmed(draft: ClaimDraft): ClaimDraft {
  const entries = Object.entries(draft).map(([key, value]) => [key, typeof value === "string" ? value.trim() : value]);
  return present(Object.fromEntries(entries.filter(([, value]) => value !== "")) as ClaimDraft) as ClaimDraft;
}
