import type { ReactNode } from "react";
import type { ClaimView } from "../../cases/views.ts";
import type { Claim } from "../../claims/claim.ts";
import type { CaseInView } from "../case.tsx";
import type { Messages } from "../messages/en.ts";
import { useMessages } from "../messages/language.tsx";
import { AcceptedBy } from "../parts/acceptance.tsx";
import { ClaimDot } from "../parts/claim-dot.tsx";
import { ClaimLink, speakerWords, VerdictWords } from "../parts/claim-words.tsx";
import type { Column } from "../parts/data-table.tsx";
import { periodWords } from "../periods.ts";

function size(view: ClaimView): number | undefined {
  const { range } = view.claim;
  if (range.kind === "point") return range.value;
  if (range.kind === "between") return Math.sqrt(Math.max(range.low, 1e-9) * range.high);
  return range.kind === "at least" ? range.low : range.high;
}

function Says({ view }: { readonly view: ClaimView }): ReactNode {
  return (
    <span className="says">
      <ClaimDot result={view.result} />
      <span>
        <ClaimLink claim={view.claim} />
        <span className="under">{view.claim.paraphrase}</span>
        <AcceptedBy accepted={view.accepted} />
      </span>
    </span>
  );
}

interface TopicProps {
  readonly view: ClaimView;
  readonly here: CaseInView;
  readonly open: (quantity: string) => void;
}

/** What is counted; opens the trace of the quantity that the claim speaks of. */
function Topic({ view, here, open }: TopicProps): ReactNode {
  const m = useMessages();
  const { claim, result } = view;
  const quantity = result?.quantity;
  const name = here.measure(claim.measure);
  return (
    <>
      {quantity === undefined ? (
        name
      ) : (
        <button
          type="button"
          className="figure"
          aria-label={m.estimate.open(name, here.quantity(quantity))}
          onClick={() => open(quantity)}
        >
          {name}
        </button>
      )}
      {claim.statistic === "total" ? null : <span className="under">{m.claim.statistics[claim.statistic]}</span>}
    </>
  );
}

/** Where people are, and at what work, where the claim is about some only. */
function Where({ claim, here }: { readonly claim: Claim; readonly here: CaseInView }): ReactNode {
  return (
    <>
      {here.place(claim.place)}
      {claim.occupation === undefined ? null : <span className="under">{claim.occupation}</span>}
    </>
  );
}

/** The columns of the table of claims. */
export function claimColumns(
  m: Messages,
  here: CaseInView,
  open: (quantity: string) => void,
): readonly Column<ClaimView>[] {
  const c = m.claims;
  return [
    {
      id: "says",
      head: c.says,
      width: "w-wide",
      names: true,
      sort: size,
      cell: (view) => <Says view={view} />,
    },
    {
      id: "measure",
      head: c.measure,
      width: "w-mid",
      sort: ({ claim }) => here.measure(claim.measure),
      cell: (view) => <Topic view={view} here={here} open={open} />,
    },
    {
      id: "place",
      head: c.place,
      width: "w-small",
      sort: ({ claim }) => here.place(claim.place),
      cell: ({ claim }) => <Where claim={claim} here={here} />,
    },
    {
      id: "period",
      head: c.period,
      width: "w-date",
      sort: ({ claim }) => claim.period,
      cell: ({ claim }) => periodWords(claim.period, m),
    },
    {
      id: "source",
      head: c.source,
      width: "w-mid",
      sort: (view) => view.sourceTitle,
      cell: ({ claim, sourceTitle }) => (
        <>
          {speakerWords(claim.statedBy, m)}
          <span className="under">{m.quantity([sourceTitle, claim.locator])}</span>
        </>
      ),
    },
    {
      id: "fit",
      head: c.fit,
      width: "w-mid",
      sort: ({ result }) => (result?.unused === undefined ? result?.conflict : undefined),
      cell: ({ result }) => <VerdictWords result={result} />,
    },
  ];
}
