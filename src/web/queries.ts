import { keepPreviousData, QueryClient, queryOptions } from "@tanstack/react-query";
import type { SwitchedOff } from "../estimates/what-if.ts";
import {
  ApiError,
  api,
  type ClaimFilter,
  type EstimateFilter,
  type NextFactsQuestion,
  type ProposalFilter,
} from "./api.ts";

/** The cache of what the server said. Local server: data stays fresh until reconciling or an upload says otherwise. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => !(error instanceof ApiError) && failures < 2,
        retryDelay: 300,
      },
    },
  });
}

/** The questions that pages ask, by name, so that each is cached once. */
export const queries = {
  cases: () => queryOptions({ queryKey: ["cases"], queryFn: api.cases }),
  words: (caseId: string) => queryOptions({ queryKey: ["case", caseId, "words"], queryFn: () => api.words(caseId) }),
  overview: (caseId: string, year: number | undefined) =>
    queryOptions({
      queryKey: ["case", caseId, "overview", year],
      queryFn: () => api.overview(caseId, year),
      placeholderData: keepPreviousData,
    }),
  sources: (caseId: string) =>
    queryOptions({ queryKey: ["case", caseId, "sources"], queryFn: () => api.sources(caseId) }),
  source: (caseId: string, source: string) =>
    queryOptions({ queryKey: ["case", caseId, "source", source], queryFn: () => api.source(caseId, source) }),
  claims: (caseId: string, filter: ClaimFilter) =>
    queryOptions({
      queryKey: ["case", caseId, "claims", filter],
      queryFn: () => api.claims(caseId, filter),
      placeholderData: keepPreviousData,
    }),
  proposals: (caseId: string, filter: ProposalFilter) =>
    queryOptions({
      queryKey: ["case", caseId, "proposals", filter],
      queryFn: () => api.proposals(caseId, filter),
      placeholderData: keepPreviousData,
      // Texts are read while the page is open.
      refetchInterval: (query) => ((query.state.data?.unread ?? 0) > 0 ? 1000 : false),
    }),
  proposal: (caseId: string, id: string) =>
    queryOptions({ queryKey: ["case", caseId, "proposal", id], queryFn: () => api.proposal(caseId, id) }),
  audit: (caseId: string) => queryOptions({ queryKey: ["case", caseId, "audit"], queryFn: () => api.audit(caseId) }),
  estimates: (caseId: string, filter: EstimateFilter) =>
    queryOptions({
      queryKey: ["case", caseId, "estimates", filter],
      queryFn: () => api.estimates(caseId, filter),
      placeholderData: keepPreviousData,
    }),
  conflicts: (caseId: string) =>
    queryOptions({ queryKey: ["case", caseId, "conflicts"], queryFn: () => api.conflicts(caseId) }),
  influence: (caseId: string, figure: string) =>
    queryOptions({
      queryKey: ["case", caseId, "influence", figure],
      queryFn: () => api.influence(caseId, figure),
      placeholderData: keepPreviousData,
    }),
  nextFacts: (caseId: string, question: NextFactsQuestion) =>
    queryOptions({
      queryKey: ["case", caseId, "next facts", question],
      queryFn: () => api.nextFacts(caseId, question),
      placeholderData: keepPreviousData,
    }),
  whatIf: (caseId: string, without: SwitchedOff) =>
    queryOptions({
      queryKey: ["case", caseId, "what if", "reweighted", without],
      queryFn: ({ signal }) => api.whatIf(caseId, { ...without, redraw: false }, signal),
      placeholderData: keepPreviousData,
    }),
  redrawn: (caseId: string, without: SwitchedOff) =>
    queryOptions({
      queryKey: ["case", caseId, "what if", "drawn", without],
      queryFn: ({ signal }) => api.whatIf(caseId, { ...without, redraw: true }, signal),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),
  trace: (caseId: string, quantity: string) =>
    queryOptions({ queryKey: ["case", caseId, "trace", quantity], queryFn: () => api.trace(caseId, quantity) }),
  search: (caseId: string, q: string) =>
    queryOptions({
      queryKey: ["case", caseId, "search", q],
      queryFn: () => api.search(caseId, q),
      placeholderData: keepPreviousData,
    }),
  reconciling: (caseId: string) =>
    queryOptions({ queryKey: ["case", caseId, "reconciling"], queryFn: () => api.reconciling(caseId) }),
};
