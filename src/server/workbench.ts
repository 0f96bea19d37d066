import { OpenAPIHono, z } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import type { TextAuditor } from "../engine/text-auditor.ts";
import type { ReadingThread } from "../readers/reading-thread.ts";
import type { Store } from "../store/store.ts";
import { Refusal } from "./errors.ts";
import type { CaseShelf } from "./loaded-case.ts";
import type { Proposing } from "./proposing.ts";
import type { Reconcilers } from "./reconcilers.ts";

/** What every route is handed: the store, the cases in memory, what reconciles them, what reads documents, proposes claims and audits, and the time. */
export interface Workbench {
  readonly store: Store;
  readonly shelf: CaseShelf;
  readonly reconcilers: Reconcilers;
  readonly readers: ReadingThread;
  readonly proposing: Proposing;
  readonly auditor: TextAuditor;
  readonly clock: () => Date;
}

/** A router whose requests are checked against their schemas; one that does not fit is refused with what was expected. */
export function router(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return;
      const issues = result.error.issues.map((issue) => ({
        file: "request",
        field: issue.path.join("."),
        expected: issue.message,
      }));
      throw new Refusal(400, "The request is not in order.", issues);
    },
  });
}

const DOCUMENT_BYTES = 64 * 1024 * 1024;

/** Holds the body of a request under what a document may have. */
export function documentBody() {
  return bodyLimit({
    maxSize: DOCUMENT_BYTES,
    onError: () => {
      throw new Refusal(413, "The file is larger than 64 MB, more than a document may have.");
    },
  });
}

/** The case in a path. */
export const InCase = z.object({ case: z.string().openapi({ param: { name: "case", in: "path" }, example: "dprk" }) });

const ErrorSchema = z
  .object({
    error: z.object({
      message: z.string(),
      issues: z
        .array(
          z.object({
            file: z.string(),
            row: z.number().optional(),
            field: z.string().optional(),
            value: z.string().optional(),
            expected: z.string(),
          }),
        )
        .readonly()
        .optional(),
    }),
  })
  .openapi("Error", { description: "Every error has this shape." });

/** The answers of a route in its OpenAPI description: one good one as JSON, and the errors that all share. */
export function answers<S extends z.ZodType>(schema: S, description: string) {
  return {
    200: { description, content: { "application/json": { schema } } },
    ...refusals,
  };
}

/** The refusals that every route may answer with, for its OpenAPI description. */
export const refusals = {
  400: { description: "The request is not in order", content: { "application/json": { schema: ErrorSchema } } },
  401: { description: "No valid token", content: { "application/json": { schema: ErrorSchema } } },
  403: {
    description: "Another site, or another name for this computer",
    content: { "application/json": { schema: ErrorSchema } },
  },
  404: { description: "No such thing", content: { "application/json": { schema: ErrorSchema } } },
} as const;

/** A whole number in a query, such as a year, with what is expected in words. */
export const YearQuery = z.coerce
  .number({ error: "a year, such as 2012" })
  .int({ error: "a whole year, such as 2012" })
  .optional()
  .openapi({ example: 2012 });
