import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Workbench } from "../workbench.ts";
import { audit } from "./audit.ts";
import { cases } from "./cases.ts";
import { claims } from "./claims.ts";
import { conflicts } from "./conflicts.ts";
import { documents } from "./documents.ts";
import { estimates } from "./estimates.ts";
import { influence } from "./influence.ts";
import { nextFacts } from "./next-facts.ts";
import { proposals } from "./proposals.ts";
import { reconciling } from "./reconciling.ts";
import { search } from "./search.ts";
import { sources } from "./sources.ts";
import { trace } from "./trace.ts";
import { whatIf } from "./what-if.ts";

/** All routes, one file per noun; each stands under `/api/cases`. */
export const ROUTES: readonly ((bench: Workbench) => OpenAPIHono)[] = [
  cases,
  sources,
  documents,
  claims,
  proposals,
  audit,
  estimates,
  conflicts,
  influence,
  nextFacts,
  whatIf,
  trace,
  search,
  reconciling,
];
