import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Overview } from "../../cases/views.ts";
import type { Estimate } from "../../estimates/estimate.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { Conflicts } from "../overview/conflicts.tsx";
import { Evidence } from "../overview/evidence.tsx";
import { Flow } from "../overview/flow.tsx";
import { Headlines } from "../overview/headlines.tsx";
import { Money } from "../overview/money.tsx";
import { People } from "../overview/people.tsx";
import { Where } from "../overview/where.tsx";
import { YearSwitch } from "../overview/year-switch.tsx";
import { Figure } from "../parts/figure.tsx";
import { Page } from "../parts/page.tsx";
import { Command, Empty, Loaded } from "../parts/states.tsx";
import { queries } from "../queries.ts";

/** The first page of a case: how many, where, how much money, who gets it, how sure. */
export function OverviewPage(): ReactNode {
  const { id } = useCase();
  const { year } = useSearch({ from: "/$case/" });
  const query = useQuery(queries.overview(id, year));
  return <Loaded query={query}>{(overview) => <Whole overview={overview} />}</Loaded>;
}

function ofYear(estimates: readonly Estimate[], year: number): Estimate | undefined {
  return estimates.find((estimate) => estimate.year === year);
}

function Whole({ overview }: { readonly overview: Overview }): ReactNode {
  const m = useMessages();
  const { year } = overview;
  const people = ofYear(overview.people, year);
  const money = ofYear(overview.money, year);
  const settled = overview.headlines.length > 0 || overview.people.length > 0;
  const title =
    people === undefined
      ? m.overview.titleNone(year)
      : people.carriedByPrior
        ? m.overview.titleAssumed(year)
        : money === undefined
          ? m.overview.titlePeople(year, <Figure estimate={people} />)
          : m.overview.titleBoth(year, <Figure estimate={people} />, <Figure estimate={money} />);
  return (
    <Page
      windowTitle={m.shell.title(m.overview.pageTitle(year), overview.case.title)}
      title={settled ? title : overview.case.title}
      subtitle={overview.case.description === "" ? undefined : overview.case.description}
      before={settled ? <YearSwitch overview={overview} /> : undefined}
    >
      {overview.claims === 0 ? (
        <NoClaims id={overview.case.id} />
      ) : settled ? (
        <Sections overview={overview} />
      ) : (
        <Evidence overview={overview} />
      )}
    </Page>
  );
}

function NoClaims({ id }: { readonly id: string }): ReactNode {
  const m = useMessages();
  return (
    <Empty title={m.overview.emptyTitle}>
      <p>{m.overview.empty}</p>
      <Command>{`tributary import path/to/${id}`}</Command>
    </Empty>
  );
}

function Sections({ overview }: { readonly overview: Overview }): ReactNode {
  return (
    <>
      <Headlines overview={overview} />
      {overview.people.length === 0 ? null : <People overview={overview} />}
      {overview.places.length === 0 ? null : <Where overview={overview} />}
      {overview.money.length === 0 ? null : <Money overview={overview} />}
      {overview.flow.length === 0 ? null : <Flow overview={overview} />}
      <Conflicts overview={overview} />
      <Evidence overview={overview} />
    </>
  );
}
