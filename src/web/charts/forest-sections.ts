import type { ClaimView } from "../../cases/views.ts";
import type { Estimate } from "../../estimates/estimate.ts";
import { yearOf } from "./fan-claims.ts";

/** A claim with the estimate of the quantity that it speaks of; none where it speaks of none that is estimated. */
export interface HeldClaim {
  readonly view: ClaimView;
  readonly estimate?: Estimate;
}

/** Rows that stand under one heading. */
export interface ForestSection {
  readonly id: string;
  readonly kind: "held" | "unused";
  /** The quantity of its claims without the year: `workers.RU`. */
  readonly subject?: string;
  /** `201X`, where a long section is parted by decades. */
  readonly decade?: string;
  readonly held: readonly HeldClaim[];
}

/** More rows than this are folded by section. */
export const MOST_ROWS = 120;

/** Whether a claim is used, so that it has a place on the axis. */
export function isUsed(view: ClaimView): boolean {
  return view.result !== undefined && view.result.unused === undefined;
}

/** The origin that a row shares a bracket for; a claim that informs nothing has one of its own. */
export function originOf(view: ClaimView): string {
  return isUsed(view) ? (view.result?.group ?? view.claim.id) : view.claim.id;
}

/** The quantities that the used claims speak of, each once. */
export function quantitiesOf(claims: readonly ClaimView[]): string[] {
  const named = claims.flatMap((view) => (isUsed(view) ? [view.result?.quantity ?? ""] : []));
  return [...new Set(named)].filter((quantity) => quantity !== "");
}

/**
 * A quantity without its year.
 * @example
 * subjectOf("workers.RU.2012") // => "workers.RU"
 */
export function subjectOf(quantity: string): string {
  return quantity.replace(/\.\d{4}$/, "");
}

function heaviest(views: readonly ClaimView[]): number {
  return Math.max(...views.map((view) => view.result?.weight ?? -1));
}

/** Claims on one quantity in order of reading: origins with the most weight first, those of one origin together, unused ones last. */
export function forestOrder(claims: readonly ClaimView[]): ClaimView[] {
  const groups = [...new Set(claims.map(originOf))].map((group) => ({
    group,
    views: claims
      .filter((view) => originOf(view) === group)
      .toSorted((a, b) => heaviest([b]) - heaviest([a]) || a.claim.id.localeCompare(b.claim.id)),
  }));
  const rank = ({ views }: { readonly views: readonly ClaimView[] }): number =>
    views.every((view) => !isUsed(view)) ? -2 : heaviest(views);
  return groups.toSorted((a, b) => rank(b) - rank(a) || a.group.localeCompare(b.group)).flatMap(({ views }) => views);
}

/** Quantities by year, those without one last. */
function inYears(quantities: readonly string[]): string[] {
  const year = (quantity: string): number => yearOf(quantity) ?? 1e6;
  return quantities.toSorted((a, b) => year(a) - year(b) || a.localeCompare(b));
}

function isWhole(subject: string): boolean {
  return !/[.:]/.test(subject) || subject.endsWith(".world");
}

function byDecades(section: ForestSection): ForestSection[] {
  if (section.held.length <= MOST_ROWS) return [section];
  const decades = new Map<string, HeldClaim[]>();
  for (const held of section.held) {
    const decade = String(yearOf(held.view.result?.quantity ?? "") ?? "").replace(/\d$/, "X");
    decades.set(decade, [...(decades.get(decade) ?? []), held]);
  }
  if (decades.size < 2) return [section];
  return [...decades].map(([decade, held]) => ({
    ...section,
    id: `${section.id} ${decade}`,
    held,
    ...(decade === "" ? {} : { decade }),
  }));
}

/**
 * The claims under headings: the whole first, then places with the most claims; within a place by year, and last what is not used.
 * Each claim is held against the estimate of its own quantity and no other.
 */
export function forestSections(claims: readonly ClaimView[], estimates: readonly Estimate[]): ForestSection[] {
  const known = new Map(estimates.map((estimate) => [estimate.quantity, estimate]));
  const hold = (view: ClaimView): HeldClaim => {
    const estimate = isUsed(view) ? known.get(view.result?.quantity ?? "") : undefined;
    return estimate === undefined ? { view } : { view, estimate };
  };
  const used = claims.filter(isUsed);
  const quantities = [...new Set(used.map((view) => view.result?.quantity ?? ""))];
  const sections = [...new Set(quantities.map(subjectOf))].map((subject): ForestSection => {
    const own = inYears(quantities.filter((quantity) => subjectOf(quantity) === subject));
    const views = own.flatMap((quantity) =>
      forestOrder(used.filter((view) => (view.result?.quantity ?? "") === quantity)),
    );
    return { id: subject, kind: "held", subject, held: views.map(hold) };
  });
  const order = (a: ForestSection, b: ForestSection): number =>
    Number(isWhole(b.id)) - Number(isWhole(a.id)) || b.held.length - a.held.length || a.id.localeCompare(b.id);
  const rest = forestOrder(claims.filter((view) => !isUsed(view))).map(hold);
  const unused: ForestSection[] = rest.length === 0 ? [] : [{ id: "unused", kind: "unused", held: rest }];
  return [...sections.toSorted(order).flatMap(byDecades), ...unused];
}

/** The ids of the sections that are folded until asked for: of a long list, all that do not fit in the first rows. */
export function foldedAtFirst(sections: readonly ForestSection[]): string[] {
  if (sections.length < 2) return [];
  let rows = 0;
  return sections.flatMap(({ id, held }, index) => {
    rows += held.length;
    return index > 0 && rows > MOST_ROWS ? [id] : [];
  });
}
