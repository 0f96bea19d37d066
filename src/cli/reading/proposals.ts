import type { ClaimProposal } from "../../claims/proposal.ts";
import type { CaseTerms } from "../../claims/proposing/context.ts";
import { proposeClaims } from "../../claims/proposing/propose-claims.ts";
import { newSource } from "../../readers/new-source.ts";
import { codePointMap } from "../../values/code-points.ts";
import type { ReadFile } from "./read-files.ts";

/** The claims that a file proposes, with the words of each number and of its passage. */
export interface ProposedFile {
  readonly read: ReadFile;
  readonly proposals: readonly (ClaimProposal & { readonly text: string; readonly passage: string })[];
}

/** The claims that a file proposes, as the source that it would become. */
export function proposalsIn(read: ReadFile, terms: CaseTerms): ProposedFile {
  const { document, bytes, file } = read;
  const { source } = newSource({ document, bytes, name: file, actor: "", at: "" }, []);
  const { utf16 } = codePointMap(document.text);
  const words = ({ start, end }: { readonly start: number; readonly end: number }) =>
    document.text.slice(utf16(start), utf16(end)).replace(/\s+/gu, " ");
  const proposals = proposeClaims(document.text, document.parts, { source, terms }).map((proposal) => ({
    ...proposal,
    text: words(proposal.number),
    passage: words(proposal.span),
  }));
  return { read, proposals };
}

const SHOWN = 5;
const EXCERPT = 140;

/** The proposals of a file, for a person: how many there are, and the first of those that speak of a measure, or all. */
export function describeProposals({ proposals }: ProposedFile, all: boolean): readonly string[] {
  const measured = proposals.filter(({ measure }) => measure !== undefined);
  const shown = all ? proposals : measured.slice(0, SHOWN);
  const total = `${proposals.length} ${proposals.length === 1 ? "claim" : "claims"} proposed`;
  const rest = shown.length === 0 || all ? "" : `; the first ${shown.length === 1 ? "is" : `${shown.length} are`}:`;
  return [`  ${total}, ${measured.length} of them on a measure of the case${rest}`, ...shown.flatMap(describeOne)];
}

function describeOne(proposal: ProposedFile["proposals"][number]): readonly string[] {
  const { locator, text, measure, places, countries, passage } = proposal;
  const said = [
    measure ?? "no measure",
    (countries.length > 0 ? countries : places).join(", "),
    proposal.occupation,
    proposal.period,
    proposal.speaker === undefined ? undefined : `said by ${proposal.speaker}`,
    proposal.basis === "unknown" ? undefined : proposal.basis,
    proposal.modality === "asserted" ? undefined : proposal.modality,
  ];
  const where = locator === "" ? "" : `${locator}: `;
  const facts = said.filter((fact) => fact !== undefined && fact !== "").join(" · ");
  const excerpt = passage.length > EXCERPT ? `${passage.slice(0, EXCERPT)}…` : passage;
  return [`  ${where}“${text}” · ${facts}`, `      ${excerpt}`];
}

/** A proposal as data for pipes: its file, then all that it says. */
export function proposalsAsData({ read, proposals }: ProposedFile) {
  return proposals.map((proposal) => ({ file: read.file, ...proposal }));
}
