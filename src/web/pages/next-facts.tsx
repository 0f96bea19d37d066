import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { quantityId } from "../../accounts/quantity-id.ts";
import type { MeasureView, Overview } from "../../cases/views.ts";
import type { NextFacts } from "../../estimates/next-fact.ts";
import { ApiError } from "../api.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { FactList } from "../next-facts/fact-list.tsx";
import { type ChosenFigure, FigureChoice } from "../next-facts/figure-choice.tsx";
import { figureWithLimits } from "../numbers.ts";
import { useCaseTitle } from "../parts/case-title.ts";
import { Drawn } from "../parts/drawn.tsx";
import { Page } from "../parts/page.tsx";
import { Empty, Loaded } from "../parts/states.tsx";
import { queries } from "../queries.ts";
import type { NextFactsSearch } from "../search-params.ts";
import { useTraceDoor } from "../trace/door.ts";

/** Which fact would narrow a chosen figure most, and by how much. */
export function NextFactsPage(): ReactNode {
  const { id } = useCase();
  const query = useQuery(queries.overview(id, undefined));
  return <Loaded query={query}>{(overview) => <Asked overview={overview} />}</Loaded>;
}

/** The figure of the address; the first headline of the case's best known year unless told. */
function chosenFigure(search: NextFactsSearch, overview: Overview, measures: readonly MeasureView[]) {
  const first = overview.headlines[0]?.estimate.measure;
  const measure =
    measures.find(({ id }) => id === search.measure) ??
    measures.find(({ id }) => id === first) ??
    measures.find(({ inAccount }) => inAccount);
  if (measure === undefined) return undefined;
  const { place = "world", occupation = "all", year = overview.bestYear, grade = "B" } = search;
  return { measure, place, occupation, year, grade } satisfies ChosenFigure;
}

function idOf({ measure, place, occupation, year }: ChosenFigure): string {
  const { id, over } = measure;
  return quantityId({
    measure: id,
    ...(over.includes("place") ? { place } : {}),
    ...(over.includes("occupation") && occupation !== "all" ? { occupation } : {}),
    ...(over.includes("year") ? { year } : {}),
  });
}

function Asked({ overview }: { readonly overview: Overview }): ReactNode {
  const m = useMessages();
  const { id, words, quantity } = useCase();
  const navigate = useNavigate({ from: "/$case/next-facts" });
  const chosen = chosenFigure(useSearch({ from: "/$case/next-facts" }), overview, words.measures);
  const figure = chosen === undefined ? "" : idOf(chosen);
  const query = useQuery({
    ...queries.nextFacts(id, { figure, grade: chosen?.grade ?? "B" }),
    enabled: chosen !== undefined,
  });
  const windowTitle = m.shell.title(m.shell.nextFacts, useCaseTitle());
  if (chosen === undefined) {
    return (
      <Page windowTitle={windowTitle} title={m.shell.nextFacts}>
        <Empty title={m.state.notDrawnTitle}>
          <p>{m.state.notDrawn}</p>
        </Empty>
      </Page>
    );
  }
  const unit = chosen.measure.unit;
  const shown = query.isError ? undefined : query.data;
  return (
    <Page
      windowTitle={windowTitle}
      title={m.nextFacts.title(quantity(figure))}
      subtitle={shown === undefined ? undefined : <Now facts={shown} unit={unit} />}
    >
      <FigureChoice
        chosen={chosen}
        headlines={overview.headlines.map(({ estimate }) => estimate.measure)}
        onChange={(change) =>
          void navigate({ to: ".", search: (held) => ({ ...held, ...change }), replace: true, resetScroll: false })
        }
      />
      {query.error instanceof ApiError && query.error.status === 404 ? (
        <Empty title={m.nextFacts.notEstablished} />
      ) : (
        <Drawn query={query} size="part" waitingFor={m.nextFacts.weighing}>
          {(facts) =>
            facts.facts.length === 0 ? (
              <Empty title={m.nextFacts.none}>
                <p>{m.nextFacts.noneNext}</p>
              </Empty>
            ) : (
              <div className={query.isPlaceholderData ? "asking" : undefined} aria-busy={query.isPlaceholderData}>
                <FactList facts={facts} unit={unit} />
              </div>
            )
          }
        </Drawn>
      )}
    </Page>
  );
}

function Now({ facts, unit }: { readonly facts: NextFacts; readonly unit: string }): ReactNode {
  const m = useMessages();
  const { quantity } = useCase();
  const door = useTraceDoor();
  const text = figureWithLimits(facts.now, unit, m);
  return m.nextFacts.subtitle(
    <button
      type="button"
      className="figure"
      aria-label={m.estimate.open(quantity(facts.figure), text)}
      onClick={() => door.open(facts.figure)}
    >
      {text}
    </button>,
  );
}
