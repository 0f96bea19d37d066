import { createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { AuditPage } from "./pages/audit.tsx";
import { ClaimsPage } from "./pages/claims.tsx";
import { ConflictsPage } from "./pages/conflicts.tsx";
import { EstimatesPage } from "./pages/estimates.tsx";
import { FirstPage } from "./pages/first.tsx";
import { NextFactsPage } from "./pages/next-facts.tsx";
import { NotFoundPage } from "./pages/not-found.tsx";
import { OverviewPage } from "./pages/overview.tsx";
import { ProposalsPage } from "./pages/proposals.tsx";
import { ReaderPage } from "./pages/reader.tsx";
import { SourcesPage } from "./pages/sources.tsx";
import { parseSearch, searchParams, stringifySearch } from "./search-params.ts";
import { Shell } from "./shell/shell.tsx";

const rootRoute = createRootRoute({ notFoundComponent: NotFoundPage });

const firstRoute = createRoute({ getParentRoute: () => rootRoute, path: "/", component: FirstPage });

const caseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/$case",
  validateSearch: searchParams.trace,
  component: Shell,
});

const overviewRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/",
  validateSearch: searchParams.overview,
  component: OverviewPage,
});

const sourcesRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/sources",
  validateSearch: searchParams.sources,
  component: SourcesPage,
});

const readerRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/sources/$source",
  validateSearch: searchParams.reader,
  component: ReaderPage,
});

const claimsRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/claims",
  validateSearch: searchParams.claims,
  component: ClaimsPage,
});

const proposalsRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/proposals",
  validateSearch: searchParams.proposals,
  component: ProposalsPage,
});

const auditRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/audit",
  validateSearch: searchParams.audit,
  component: AuditPage,
});

const estimatesRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/estimates",
  validateSearch: searchParams.estimates,
  component: EstimatesPage,
});

const conflictsRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/conflicts",
  validateSearch: searchParams.conflicts,
  component: ConflictsPage,
});

const nextFactsRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/next-facts",
  validateSearch: searchParams.nextFacts,
  component: NextFactsPage,
});

const routeTree = rootRoute.addChildren([
  firstRoute,
  caseRoute.addChildren([
    overviewRoute,
    sourcesRoute,
    readerRoute,
    claimsRoute,
    proposalsRoute,
    auditRoute,
    estimatesRoute,
    conflictsRoute,
    nextFactsRoute,
  ]),
]);

/** The pages and their addresses; every view's state stands in the address. */
export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPendingMs: 200,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
