import type { EvidenceProblem } from "../estimates/evidence-problem.ts";
import { describeIssue } from "../values/issue.ts";

/** Claims and account do not go together: no account can be drawn, and estimates that were drawn before stay. */
export class EvidenceError extends Error {
  override readonly name = "EvidenceError";
  readonly problems: readonly EvidenceProblem[];

  constructor(problems: readonly EvidenceProblem[]) {
    super(`the evidence is not in order: ${problems.map(describeIssue).join("; ")}`);
    this.problems = problems;
  }
}
