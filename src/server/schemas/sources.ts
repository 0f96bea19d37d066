import { z } from "@hono/zod-openapi";
import { CREDIBILITIES, RELIABILITIES } from "../../sources/grade.ts";
import { SOURCE_KINDS } from "../../sources/source.ts";
import { ClaimViewSchema } from "./claims.ts";

/** An item that can be cited, as the API describes it. */
export const SourceSchema = z
  .object({
    kind: z.literal("source"),
    id: z.string(),
    type: z.enum(SOURCE_KINDS),
    title: z.string(),
    author: z.string().optional(),
    publisher: z.string().optional(),
    published: z.string().optional(),
    language: z.string(),
    copyAt: z.string().optional(),
    reliability: z.enum(RELIABILITIES),
    credibility: z.enum(CREDIBILITIES),
    sha256: z.string().optional(),
    textSha256: z.string().optional(),
    mediaType: z.string().optional(),
    file: z.string().optional(),
    note: z.string().optional(),
  })
  .openapi("Source", { description: "An item that can be cited, graded on the Admiralty scale." });

/** A source as a list shows it. */
export const SourceViewSchema = z
  .object({ source: SourceSchema, attached: z.boolean(), claims: z.number() })
  .openapi("SourceView");

/** Where words stand in the text at hand, as the API describes it. */
export const AnchorSchema = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("exact"), start: z.number(), end: z.number() }),
    z.object({ kind: z.literal("moved"), reason: z.string() }),
    z.object({ kind: z.literal("no text") }),
  ])
  .openapi("Anchor", { description: "Where a claim's words stand in the text at hand, or why they cannot be shown." });

/** A source's text with the claims that stand in it. */
export const SourceReadingSchema = z
  .object({
    source: SourceSchema,
    attached: z.boolean(),
    text: z.string().optional(),
    claims: z.array(ClaimViewSchema.extend({ anchor: AnchorSchema })).readonly(),
  })
  .openapi("SourceReading");

/** What became of a document that was to be added. */
export const AddedDocumentSchema = z
  .object({
    view: SourceViewSchema,
    added: z.boolean().openapi({ description: "False where the case held the same file or text before." }),
    notes: z.array(z.string()).readonly().openapi({ description: "What a person should know of the reading." }),
  })
  .openapi("AddedDocument");
