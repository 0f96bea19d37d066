import { z } from "@hono/zod-openapi";
import { BASES, DERIVATIONS, MODALITIES, STATISTICS } from "../../claims/claim.ts";
import { MISSING_FIELDS } from "../../claims/claim-draft.ts";
import { PROPOSAL_STATUSES } from "../../claims/decided-proposal.ts";
import { DecisionSchema } from "./audit.ts";
import { RangeSchema, SpanSchema } from "./claims.ts";
import { AnchorSchema } from "./sources.ts";

const QUANTITY_KINDS = ["money", "count", "share", "duration", "time of day", "age", "ratio", "measure"] as const;

const words = (most: number) => z.string().trim().min(1).max(most);

const Proposal = z
  .object({
    kind: z.literal("proposal"),
    id: z.string(),
    source: z.string(),
    locator: z.string(),
    span: SpanSchema,
    number: z.object({ start: z.number(), end: z.number() }),
    quantityKind: z.enum(QUANTITY_KINDS),
    range: RangeSchema,
    approximate: z.boolean(),
    vague: z.boolean(),
    unit: z.string(),
    currency: z.string().optional(),
    per: z.string().optional(),
    measure: z.string().optional(),
    statistic: z.enum(STATISTICS),
    places: z.array(z.string()).readonly(),
    countries: z.array(z.string()).readonly(),
    occupation: z.string().optional(),
    sex: z.string().optional(),
    period: z.string().optional(),
    speaker: z.string().optional(),
    basis: z.enum(BASES),
    modality: z.enum(MODALITIES),
  })
  .openapi("ClaimProposal", { description: "A claim as reading proposes it; it waits until a person decides." });

/** The claim that a person makes of a proposal, as the API takes it. */
export const DraftSchema = z
  .object({
    locator: words(300),
    statedBy: words(300).optional(),
    basis: z.enum(BASES),
    modality: z.enum(MODALITIES),
    measure: words(80).optional(),
    statistic: z.enum(STATISTICS),
    place: words(80).optional(),
    occupation: words(200).optional(),
    sex: words(80).optional(),
    period: words(80).optional(),
    undated: z.boolean().default(false),
    low: z.number().optional(),
    high: z.number().optional(),
    approximate: z.boolean(),
    unit: words(40).optional(),
    currency: words(20).optional(),
    per: words(40).optional(),
    derivation: z.enum(DERIVATIONS).default("stated"),
    note: words(2000).optional(),
  })
  .openapi("ClaimDraft", { description: "The claim that a proposal would be, field by field." });

/** A proposal as a person goes through it, as the API describes it. */
export const ProposalViewSchema = z
  .object({
    proposal: Proposal,
    status: z.enum(PROPOSAL_STATUSES),
    decision: DecisionSchema.optional(),
    claim: z.string().optional(),
    draft: DraftSchema,
    missing: z.array(z.enum(MISSING_FIELDS)).readonly(),
    paraphrase: z.string(),
    sourceTitle: z.string(),
    snippet: z.object({ before: z.string(), number: z.string(), after: z.string() }).optional(),
  })
  .openapi("ProposalView");

const Waiting = z.array(z.object({ id: z.string(), name: z.string(), open: z.number() })).readonly();

/** The queue of a case, as the API describes it. */
export const QueueSchema = z
  .object({
    proposals: z.array(ProposalViewSchema).readonly(),
    total: z.number(),
    counts: z.object({
      open: z.number(),
      claimed: z.number(),
      accepted: z.number(),
      corrected: z.number(),
      rejected: z.number(),
    }),
    sources: Waiting,
    measures: Waiting,
    unread: z.number().openapi({ description: "How many texts are still being read; ask again for the rest." }),
    failed: z
      .array(z.object({ source: z.string(), why: z.string() }))
      .readonly()
      .openapi({ description: "Sources whose text could not be read for proposals." }),
    moved: z
      .array(z.object({ claim: z.string(), source: z.string(), paraphrase: z.string(), reason: z.string() }))
      .readonly()
      .openapi({ description: "Accepted claims whose words are no longer at their place in the text at hand." }),
  })
  .openapi("ProposalQueue");

/** A proposal with the text round its passage, as the API describes it. */
export const ProposalPassageSchema = z
  .object({
    view: ProposalViewSchema,
    language: z.string(),
    passage: z.object({
      anchor: AnchorSchema,
      words: z.string(),
      start: z.number(),
      more: z.tuple([z.boolean(), z.boolean()]).readonly(),
    }),
  })
  .openapi("ProposalPassage");

const by = z.string().trim().min(1, { error: "a role or a pseudonym" }).max(80).default("analyst");
const id = z.string().regex(/^p[0-9a-f]{12}$/, { error: "the id of a proposal" });
const some = <T extends z.ZodType>(of: T) => z.array(of).min(1, { error: "at least one" }).max(500);
const paraphrase = z.string({ error: "a paraphrase that a person wrote or confirmed" }).trim().min(1).max(2000);

/** Proposals to accept as they stand, each with the paraphrase that a person has confirmed. */
export const AcceptSchema = z.object({ by, proposals: some(z.object({ id, paraphrase })) }).openapi("AcceptProposals");

/** A proposal to accept with other fields than reading gave it. */
export const CorrectSchema = z.object({ by, draft: DraftSchema, paraphrase }).openapi("CorrectProposal");

/** Proposals to reject. */
export const RejectSchema = z
  .object({ by, ids: some(id), why: z.string().trim().max(2000).default("") })
  .openapi("RejectProposals");

/** What to take back: the decisions about these proposals, else the person's last act. */
export const UndoSchema = z.object({ by, ids: some(id).optional() }).openapi("UndoDecisions");

/** What was decided. */
export const DecidedSchema = z.object({ decisions: z.array(DecisionSchema).readonly() }).openapi("Decided");
