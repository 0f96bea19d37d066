import type { ComparedText, TextStretch } from "../../sources/repeated-passages.ts";
import { figures, unitWords } from "../amount-words.ts";
import type { AuditAmount, AuditDraft } from "../audit-finding.ts";
import { chainDrafts } from "../chain-drafts.ts";
import { intervalOf } from "../interval.ts";
import { textChains } from "../text-chain.ts";
import type { TextDraft, TextRule } from "../text-finding.ts";
import { ROUNDING } from "../tolerance.ts";

/** A chain of deductions that a text tells in figures, recomputed under every reading. */
export const toldChain: TextRule = {
  id: "told-chain",
  name: "Chain of deductions in a text",
  checks:
    "recomputes pay less two deductions or more, each named as one, under every reading, and holds it against what the text says is left",
  tolerance: ROUNDING,
  citation: "Recomputing what is printed, as statcheck does for test statistics (Nuijten and others 2016).",
  run: (texts) => texts.flatMap(foundIn),
};

function foundIn(text: ComparedText): readonly TextDraft[] {
  return textChains(text.text)
    .flatMap(chainDrafts)
    .map((draft) => draftOf(text.id, draft));
}

function draftOf(id: string, draft: AuditDraft): TextDraft {
  const passages = [...draft.tested, ...draft.against].map((place): TextStretch => {
    const [start = 0, end = 0] = place.split(" ").map(Number);
    return { id, start, end };
  });
  const { grade, sureness, explanation } = draft;
  const steps = draft.readings.flatMap((reading) => reading.steps.map((step) => `${reading.name}: ${step}`));
  const said = { stated: told(draft.stated), computed: told(draft.computed) };
  return { grade, sureness, passages, ...said, steps, explanation };
}

function told({ unit, ...bounds }: AuditAmount): string {
  return `${figures(intervalOf(bounds))} ${unitWords(unit)}`;
}
