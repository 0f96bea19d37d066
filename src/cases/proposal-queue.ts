import { type ClaimDraft, draftOf, type MissingField, missingFields } from "../claims/claim-draft.ts";
import { type DecidedProposal, PROPOSAL_STATUSES, type ProposalStatus } from "../claims/decided-proposal.ts";
import { type DraftNames, draftParaphrase } from "../claims/draft-paraphrase.ts";
import type { Source } from "../sources/source.ts";
import type { NumberSnippet } from "./passage-window.ts";

/** In a filter: proposals that name no measure. It is the id of none. */
export const NO_MEASURE = "-";

/** What a queue is narrowed by. */
export interface QueueFilter {
  readonly source?: string;
  /** Id of a measure, or `NO_MEASURE`. */
  readonly measure?: string;
  readonly status?: ProposalStatus;
  readonly limit?: number;
  readonly offset?: number;
}

/** A proposal as a person goes through it: where it stands, the claim that it would be, and what that lacks. */
export interface ProposalView extends DecidedProposal {
  readonly draft: ClaimDraft;
  readonly missing: readonly MissingField[];
  /** Made of the fields, to be confirmed or written anew. */
  readonly paraphrase: string;
  readonly sourceTitle: string;
  /** The words beside its number; absent where the text is not at hand or was not asked for. */
  readonly snippet?: NumberSnippet;
}

/** A thing that proposals are narrowed by, with how many of them wait. */
export interface Waiting {
  readonly id: string;
  readonly name: string;
  readonly open: number;
}

/** The queue of a case: the proposals that fit a filter, and how many wait where. */
export interface ProposalQueue {
  readonly proposals: readonly ProposalView[];
  /** How many fit the filter without its limit. */
  readonly total: number;
  /** How many stand where, of those that fit source and measure. */
  readonly counts: Readonly<Record<ProposalStatus, number>>;
  readonly sources: readonly Waiting[];
  readonly measures: readonly Waiting[];
}

/** What a queue needs to know of a source. */
export type QueueSource = Pick<Source, "title" | "author" | "publisher">;

/** What a queue is made from. */
export interface QueueInput {
  readonly decided: readonly DecidedProposal[];
  readonly sources: readonly (QueueSource & Pick<Source, "id">)[];
  readonly names: DraftNames;
}

/**
 * A proposal as a person goes through it.
 * @example
 * viewOfProposal({ proposal: { kind: "proposal", id: "p0", source: "s", locator: "p. 1", span: { start: 0, end: 1, passage: "", before: "", after: "" }, number: { start: 0, end: 1 }, quantityKind: "count", range: { kind: "point", value: 3 }, approximate: false, vague: false, unit: "persons", statistic: "total", places: ["RU"], countries: ["RU"], basis: "press", modality: "asserted" }, status: "open" }, { source: { title: "S" }, names: { measure: (id) => id, place: (id) => id } }).missing // => ["measure", "period", "statedBy"]
 */
export function viewOfProposal(
  decided: DecidedProposal,
  { source, names }: { readonly source: QueueSource; readonly names: DraftNames },
): ProposalView {
  const draft = draftOf(decided.proposal, source);
  return {
    ...decided,
    draft,
    missing: missingFields(draft),
    paraphrase: draftParaphrase(draft, names),
    sourceTitle: source.title,
  };
}

function waiting(
  decided: readonly DecidedProposal[],
  keyOf: (one: DecidedProposal) => string,
  nameOf: (id: string) => string,
): readonly Waiting[] {
  const open = new Map<string, number>();
  for (const one of decided) {
    const key = keyOf(one);
    open.set(key, (open.get(key) ?? 0) + (one.status === "open" ? 1 : 0));
  }
  return [...open].map(([id, count]) => ({ id, name: nameOf(id), open: count })).sort((a, b) => b.open - a.open);
}

const measureOf = ({ proposal }: DecidedProposal) => proposal.measure ?? NO_MEASURE;

/**
 * The queue of a case under a filter; without a status, what waits.
 * @example
 * queueOf({ decided: [], sources: [], names: { measure: (id) => id, place: (id) => id } }, {}).total // => 0
 */
export function queueOf({ decided, sources, names }: QueueInput, filter: QueueFilter): ProposalQueue {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const titleOf = (id: string) => byId.get(id)?.title ?? id;
  const within = decided.filter(
    (one) =>
      (filter.source ?? one.proposal.source) === one.proposal.source &&
      (filter.measure ?? measureOf(one)) === measureOf(one),
  );
  const counts = Object.fromEntries(
    PROPOSAL_STATUSES.map((status) => [status, within.filter((one) => one.status === status).length]),
  ) as Record<ProposalStatus, number>;
  const { status = "open", offset = 0, limit = Number.POSITIVE_INFINITY } = filter;
  const fitting = within.filter((one) => one.status === status);
  return {
    proposals: fitting
      .slice(offset, offset + limit)
      .map((one) =>
        viewOfProposal(one, { source: byId.get(one.proposal.source) ?? { title: one.proposal.source }, names }),
      ),
    total: fitting.length,
    counts,
    sources: waiting(decided, ({ proposal }) => proposal.source, titleOf),
    measures: waiting(decided, measureOf, names.measure),
  };
}
