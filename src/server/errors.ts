import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { ConflictError, DataFolderError, DiskFullError, DraftError, NotFoundError } from "../store/errors.ts";
import type { Issue } from "../values/issue.ts";

/** A request that is turned down: with its status, a sentence for a person, and what is wrong with the data if it is the data. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode;
  readonly issues: readonly Issue[];

  constructor(status: ContentfulStatusCode, message: string, issues: readonly Issue[] = []) {
    super(message);
    this.name = "Refusal";
    this.status = status;
    this.issues = issues;
  }
}

/** The one shape of every error that the server sends. */
export interface ErrorBody {
  readonly error: { readonly message: string; readonly issues?: readonly Issue[] };
}

/** The error for a thing that is not there: names it, and says where to look. */
export function notFound(kind: string, id: string, look: string): Refusal {
  return new Refusal(404, `There is no ${kind} "${id}" here. ${look}`);
}

/** The error for data that is wrong: says that nothing was kept; the issues say what to mend. */
export function badData(issues: readonly Issue[]): Refusal {
  return new Refusal(422, "The data is not in order. Nothing was changed.", issues);
}

/** The one map from errors to HTTP: status and body. What is not expected is told as such, and its details stay in the log. */
export function errorResponse(
  error: unknown,
  log: (line: string) => void,
): { status: ContentfulStatusCode; body: ErrorBody } {
  if (error instanceof Refusal) return { status: error.status, body: body(error.message, error.issues) };
  if (error instanceof HTTPException)
    return { status: error.status, body: body(error.message || "The request could not be read.") };
  if (error instanceof DraftError) return { status: 422, body: body(asSentence(error.message), error.issues) };
  if (error instanceof ConflictError)
    return { status: 409, body: body([asSentence(error.message), ...error.differences].join("\n")) };
  if (error instanceof NotFoundError) return { status: 404, body: body(asSentence(error.message)) };
  if (error instanceof DiskFullError) return { status: 507, body: body(asSentence(error.message)) };
  if (error instanceof DataFolderError) return { status: 500, body: body(asSentence(error.message)) };
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return {
    status: 500,
    body: body(
      "Something failed inside the workbench. Nothing was changed by this request; the window in which it runs says more.",
    ),
  };
}

/** Sends an error to whoever asked, in the one shape. */
export function sendError(c: Context, error: unknown, log: (line: string) => void): Response {
  const { status, body: sent } = errorResponse(error, log);
  return c.json(sent, status);
}

function asSentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

function body(message: string, issues: readonly Issue[] = []): ErrorBody {
  return { error: issues.length === 0 ? { message } : { message, issues } };
}
