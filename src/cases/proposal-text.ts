import { parseAccount } from "../accounts/parse-account.ts";
import type { ClaimProposal } from "../claims/proposal.ts";
import { proposeClaims } from "../claims/proposing/propose-claims.ts";
import type { DocumentPart } from "../sources/document-part.ts";
import type { Source } from "../sources/source.ts";
import { caseTerms } from "./case-terms.ts";

/** A text of a case from which claims are to be proposed, with what that needs to know of the case. */
export interface ProposalText {
  readonly source: Source;
  readonly text: string;
  /** Absent where nobody noted them: the text has to be looked through for pages. */
  readonly parts?: readonly DocumentPart[];
  /** The case's `account.yaml`; absent when it has none. */
  readonly account?: string;
  /** Ids of the measures that the case's claims use. */
  readonly measures: readonly string[];
}

/**
 * The claims that a text of a case proposes. Without an account that can be read they have no measure.
 * @example
 * proposalsIn({ source: { kind: "source", id: "s", type: "press", title: "S", language: "en", reliability: "A", credibility: "1" }, text: "They paid 50 dollars.", measures: [] }, []).length // => 1
 */
export function proposalsIn(
  { source, text, account = "", measures }: ProposalText,
  parts: readonly DocumentPart[],
): readonly ClaimProposal[] {
  const parsed = parseAccount(account, "account.yaml");
  const used = measures.map((measure) => ({ measure }));
  const terms = parsed.ok ? caseTerms(parsed.value, used) : { measures: measures.map((id) => ({ id })), places: [] };
  return proposeClaims(text, parts, { source, terms });
}
