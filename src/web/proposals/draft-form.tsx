import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useId } from "react";
import type { ProposalView } from "../../cases/proposal-queue.ts";
import { BASES, DERIVATIONS, MODALITIES, STATISTICS } from "../../claims/claim.ts";
import type { MissingField } from "../../claims/claim-draft.ts";
import { UNITS } from "../../claims/printed-unit.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { usePlaceOptions } from "../parts/filters.tsx";
import { queries } from "../queries.ts";
import type { Edit } from "./edit.ts";
import { CheckField, NumberField, SelectField, TextField } from "./fields.tsx";

/** Id of the field of a draft in the page. */
export function fieldId(field: MissingField | "paraphrase"): string {
  return `draft-${field}`;
}

interface DraftFormProps {
  readonly view: ProposalView;
  readonly edit: Edit;
  readonly onAccept: () => void;
  readonly onReject: () => void;
  readonly onLeave: () => void;
}

/** The claim that a proposal would be, as a form with what is known filled in; Enter accepts, Esc leads back to the queue. */
export function DraftForm({ view, edit, onAccept, onReject, onLeave }: DraftFormProps): ReactNode {
  const m = useMessages();
  const p = m.proposals;
  const heading = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAccept();
  };
  return (
    <form
      className="draft"
      aria-labelledby={heading}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape") onLeave();
      }}
    >
      <h3 id={heading}>{p.form}</h3>
      {edit.missing.length === 0 ? null : (
        <p className="queue-warn">{p.before(edit.missing.map((field) => p.lacks[field]))}</p>
      )}
      <Topic view={view} edit={edit} />
      <Figure view={view} edit={edit} />
      <Said view={view} edit={edit} />
      <More edit={edit} />
      <div className="draft-field draft-words">
        <label htmlFor={fieldId("paraphrase")}>{p.paraphrase}</label>
        <textarea
          id={fieldId("paraphrase")}
          lang="en"
          rows={2}
          required
          maxLength={2000}
          value={edit.paraphrase}
          aria-describedby="draft-paraphrase-hint"
          onChange={(event) => edit.write(event.target.value)}
        />
        <span id="draft-paraphrase-hint" className="under">
          {p.paraphraseHint}
        </span>
      </div>
      <p className="draft-buttons">
        <button type="submit" className="button button-main">
          {edit.isChanged ? p.correct : p.accept} <kbd>a</kbd>
        </button>
        <button type="button" className="button" onClick={onReject}>
          {p.reject} <kbd>r</kbd>
        </button>
      </p>
    </form>
  );
}

interface PartProps {
  readonly view: ProposalView;
  readonly edit: Edit;
}

function Topic({ view, edit }: PartProps): ReactNode {
  const m = useMessages();
  const p = m.proposals;
  const { words, place } = useCase();
  const { draft, missing, set } = edit;
  const others = view.proposal.places.filter((id) => id !== draft.place);
  const known = usePlaceOptions().map(({ id }) => id);
  const places = [...others.filter((id) => !known.includes(id)), ...known].map((id) => ({ id, name: place(id) }));
  return (
    <div className="draft-grid">
      <SelectField
        id={fieldId("measure")}
        label={p.measure}
        value={draft.measure}
        empty={p.lists}
        options={words.measures}
        isMissing={missing.includes("measure")}
        onChange={(measure) => set({ measure })}
      />
      <SelectField
        id={fieldId("place")}
        label={p.place}
        value={draft.place}
        empty={p.lists}
        options={places}
        isMissing={missing.includes("place")}
        hint={others.length === 0 ? undefined : p.placeOthers(others.map(place))}
        onChange={(chosen) => set({ place: chosen })}
      />
      <div>
        <TextField
          id={fieldId("period")}
          label={p.period}
          value={draft.period}
          isMissing={missing.includes("period")}
          hint={p.periodHint}
          onChange={(period) => set({ period, undated: false })}
        />
        <CheckField
          label={p.undated}
          value={draft.undated}
          onChange={(undated) => set(undated ? { undated, period: undefined } : { undated })}
        />
      </div>
    </div>
  );
}

function Figure({ view, edit }: PartProps): ReactNode {
  const m = useMessages();
  const p = m.proposals;
  const { draft, missing, set } = edit;
  const units = UNITS.map((id) => ({ id, name: m.unit.head(id) }));
  return (
    <div className="draft-grid draft-grid-numbers">
      <NumberField id="draft-low" label={p.low} value={draft.low} onChange={(low) => set({ low })} />
      <NumberField id="draft-high" label={p.high} value={draft.high} onChange={(high) => set({ high })} />
      <SelectField
        id={fieldId("unit")}
        label={p.unit}
        value={draft.unit}
        empty={p.lists}
        options={units}
        isMissing={missing.includes("unit")}
        onChange={(unit) => set(unit === "money" ? { unit } : { unit, currency: undefined })}
      />
      {draft.unit === "money" ? (
        <TextField
          id={fieldId("currency")}
          label={p.currency}
          value={draft.currency}
          isMissing={missing.includes("currency")}
          onChange={(currency) => set({ currency: currency?.toUpperCase() })}
        />
      ) : null}
      <TextField id="draft-per" label={p.per} value={draft.per} onChange={(per) => set({ per })} />
      <CheckField label={p.approximate} value={draft.approximate} onChange={(approximate) => set({ approximate })} />
      <span className="under draft-note">
        {p.numberHint} {p.perHint} {view.proposal.vague ? `(${p.vague})` : ""}
      </span>
    </div>
  );
}

/** Who may have said it: whoever the words name, else whoever wrote or published the document. */
function useSpeakers({ proposal }: ProposalView): readonly string[] {
  const { id } = useCase();
  const { data } = useQuery(queries.sources(id));
  const source = data?.sources.find((one) => one.source.id === proposal.source)?.source;
  const names = [proposal.speaker, source?.author, source?.publisher].filter((name) => name !== undefined);
  return [...new Set(names)];
}

/** The members of a list with the words for them. */
function named<T extends string>(ids: readonly T[], names: Readonly<Record<T, string>>) {
  return ids.map((id) => ({ id, name: names[id] }));
}

function Said({ view, edit }: PartProps): ReactNode {
  const speakers = useSpeakers(view);
  const m = useMessages();
  const p = m.proposals;
  const { draft, missing, set } = edit;
  return (
    <div className="draft-grid">
      <TextField
        id={fieldId("statedBy")}
        label={p.statedBy}
        value={draft.statedBy}
        suggestions={speakers}
        hint={p.statedByHint}
        isMissing={missing.includes("statedBy")}
        onChange={(statedBy) => set({ statedBy })}
      />
      <TextField
        id="draft-locator"
        label={p.locator}
        value={draft.locator}
        onChange={(locator) => set({ locator: locator ?? "" })}
      />
      <SelectField
        id="draft-modality"
        label={p.modality}
        value={draft.modality}
        options={named(MODALITIES, m.claim.modalities)}
        onChange={(modality) => set({ modality })}
      />
    </div>
  );
}

/** What seldom has to be touched. */
function More({ edit }: { readonly edit: Edit }): ReactNode {
  const m = useMessages();
  const p = m.proposals;
  const { draft, set } = edit;
  return (
    <details className="draft-more">
      <summary>{p.moreFields}</summary>
      <div className="draft-grid">
        <SelectField
          id="draft-statistic"
          label={p.statistic}
          value={draft.statistic}
          options={named(STATISTICS, m.claim.statistics)}
          onChange={(statistic) => set({ statistic })}
        />
        <SelectField
          id="draft-basis"
          label={p.basis}
          value={draft.basis}
          options={named(BASES, m.claim.bases)}
          onChange={(basis) => set({ basis })}
        />
        <SelectField
          id="draft-derivation"
          label={p.derivation}
          value={draft.derivation}
          options={named(DERIVATIONS, p.derivations)}
          onChange={(derivation) => set({ derivation })}
        />
        <TextField
          id="draft-occupation"
          label={p.occupation}
          value={draft.occupation}
          onChange={(occupation) => set({ occupation })}
        />
        <TextField id="draft-sex" label={p.sex} value={draft.sex} onChange={(sex) => set({ sex })} />
        <TextField id="draft-note" label={p.note} value={draft.note} onChange={(note) => set({ note })} />
      </div>
    </details>
  );
}
