import type { Parsed } from "../values/issue.ts";
import { isSlug } from "../values/slug.ts";
import type { CasePackage } from "./case-package.ts";

/** The account of a new case: small, complete, and explained line by line, so that it can be changed into any other. */
export const TEMPLATE_ACCOUNT = `# The account: what is counted, how the figures hang together, and what is thought before any claim is heard.
# Change everything here: the places, the measures and above all the priors, each with the reason why.

years: 2000/2025        # the years that the case covers
anchor: 2015            # the year at which the priors below stand

# Places that claims speak of. Together they are the whole world, so the last one holds everywhere else.
places:
  - {id: first-host, name: First host country}
  - {id: second-host, name: Second host country}
  - {id: elsewhere, name: All other hosts}

# Regions are named sets of places; \`world\` is always there.
regions: []

# Kinds of work, where claims tell them apart. Together they are all work, so the last one holds everything else:
#   - {id: building, name: Building, members: [construction, builders]}   # members: what claims call it
#   - {id: other-work, name: Other work}
# A measure that differs by them says \`over: [place, occupation, year]\`; what weights it must then do so as well.
occupations: []

measures:
  - id: workers
    name: Workers abroad
    unit: person
    over: [place, year]
    combine: sum
    prior: {default: [200, 20000], total: [2000, 60000]}   # 90 % intervals: for one place, and for all together
    why: A first guess, wide on purpose; replace it with what you know before reading the sources.
    walk: {scale: 0.15, every: 1}                          # about 15 % a year up or down

  - id: state_take
    name: Taken by the state
    unit: USD/person/month
    over: [place, year]
    combine: mean
    weights: workers
    prior: {default: [30, 900], pooled: 0.5}
    why: Wide on purpose.
    walk: {scale: 0.1, every: 5}

  - id: in_hand
    name: In the worker's hand
    unit: USD/person/month
    over: [place, year]
    combine: mean
    weights: workers
    prior: {default: [20, 600], pooled: 0.5}
    why: Wide on purpose.
    walk: {scale: 0.1, every: 5}

  - id: gross_pay
    name: Gross pay
    unit: USD/person/month
    over: [place, year]
    combine: mean
    weights: workers
    formula: state_take + in_hand

  - id: kept_share
    name: Share that reaches the worker
    unit: share
    over: [place, year]
    combine: mean
    weights: workers
    formula: in_hand / gross_pay

  - id: months
    name: Months worked a year
    unit: month/year
    over: []
    prior: {default: [9, 12]}
    why: Leave, travel and bad weather.

  - id: state_revenue
    name: Money to the state
    unit: USD/year
    over: [year]
    formula: months * sum(workers * state_take over place)

# The figures that lead the first page, and the picture of what pay is split into.
headlines: [workers, state_revenue, in_hand]
flow: {of: gross_pay, parts: [state_take, in_hand], worker: in_hand}
`;

function readme(title: string): string {
  return `# ${title}

What this case is about, who keeps it, and since when.

- \`sources.csv\`: what can be cited. Each source has a grade on the Admiralty scale (A to F, 1 to 6).
- \`claims.csv\`: the numbers that the sources give, as printed. Leave the id empty: \`tributary format\` fills it.
- \`account.yaml\`: what is counted and how it hangs together.
`;
}

/**
 * A new case from the template: no sources and no claims yet, and an account to change; or what is wrong with its id or title.
 * @example
 * newCase({ id: "My Case", title: "Mine" }) // => {"ok":false,"issues":[{"file":"new case","field":"id","value":"My Case","expected":"lower-case letters, digits and hyphens, such as seasonal-workers"}]}
 */
export function newCase({ id, title }: { readonly id: string; readonly title: string }): Parsed<CasePackage> {
  const file = "new case";
  if (!isSlug(id))
    return {
      ok: false,
      issues: [
        { file, field: "id", value: id, expected: "lower-case letters, digits and hyphens, such as seasonal-workers" },
      ],
    };
  if (title.trim() === "") return { ok: false, issues: [{ file, field: "title", value: title, expected: "a title" }] };
  const files = new Map([
    ["README.md", readme(title.trim())],
    ["account.yaml", TEMPLATE_ACCOUNT],
  ]);
  const tables = {
    sources: [],
    custody: [],
    witnesses: [],
    consents: [],
    claims: [],
    decisions: [],
    parties: [],
    policies: [],
  };
  const described = {
    id,
    title: title.trim(),
    description: "",
    invented: false,
    version: "0.1.0",
    licenses: [{ name: "CC-BY-4.0" }],
  };
  return { ok: true, value: { kind: "case package", ...described, ...tables, files } };
}
