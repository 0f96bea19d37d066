import type { Account } from "../accounts/account.ts";
import { narrowTo } from "../accounts/narrow-to.ts";
import { type QuantityName, quantityId } from "../accounts/quantity-id.ts";
import { normalLogCdfInSum } from "../math/normal.ts";
import { type Tape, type TapeBuilder, type TapeTerm, tapeBuilder } from "../math/tape.ts";
import type { Aim, EvidenceGroup } from "./evidence-group.ts";
import { LIST_SD, listNames } from "./list.ts";
import { createNodes, type Nodes } from "./nodes.ts";
import { intervalOnScale, listName, NINETY, type Parameters, parametersOf } from "./parameters.ts";
import { yearsOfAccount } from "./reported.ts";
import { spreadAround } from "./spoken-of.ts";

/** The components of one group, each at its node of the tape. */
export interface GroupTerm {
  readonly group: EvidenceGroup;
  /** Node that each target is held against. */
  readonly nodes: readonly number[];
  /** Node of the spread between people, target by target, whose square adds to the variance of a single person's number. */
  readonly spreadNodes?: readonly number[];
  /** What the second part of each component is held against, target by target: a value, or what must not pass it. */
  readonly second?: { readonly nodes: readonly number[]; readonly form: "value" | "upper bound" };
}

/**
 * Every node that a group's words bear on.
 * @example
 * nodesOfTerm({ nodes: [4], spreadNodes: [5] }) // => [4,5]
 */
export function nodesOfTerm(term: Pick<GroupTerm, "nodes" | "spreadNodes" | "second">): readonly number[] {
  return [...term.nodes, ...(term.spreadNodes ?? []), ...(term.second?.nodes ?? [])];
}

/** A factor on a node: a stated prior on a total, normal, or a soft upper bound on it. */
export interface PriorTerm {
  readonly kind: "normal" | "at most";
  readonly node: number;
  readonly mean: number;
  readonly variance: number;
}

/** Log standard deviation of a soft bound on a total. */
const BOUND_SD = 0.2;

/**
 * The log of a prior factor at a value of its node, up to a constant.
 * @example
 * priorTermLog({ kind: "normal", node: 0, mean: 1, variance: 1 }, 3) // => -2
 */
export function priorTermLog(term: PriorTerm, value: number): number {
  const distance = value - term.mean;
  return term.kind === "normal"
    ? (-0.5 * distance * distance) / term.variance
    : normalLogCdfInSum(-distance / Math.sqrt(term.variance));
}

/** Degrees of freedom of the steps of a walk. */
export const STEP_FREEDOM = 4;

/**
 * Log prior of one parameter up to a constant: a standard normal, or a Student-t for a step of a walk.
 * @example
 * parameterLog(2, false) // => -2
 */
export function parameterLog(z: number, isStep: boolean): number {
  return isStep ? -((STEP_FREEDOM + 1) / 2) * Math.log(1 + (z * z) / STEP_FREEDOM) : -0.5 * z * z;
}

/** An account and its evidence as a program: a tape, and what its nodes are held against. */
export interface Model {
  readonly parameters: Parameters;
  readonly tape: Tape;
  readonly groups: readonly GroupTerm[];
  readonly priors: readonly PriorTerm[];
}

/**
 * The model of an account and its evidence groups; only the quantities that the evidence touches are on its tape.
 * @example
 * compileModel({ measures: new Map(), places: [], regions: [] }, []).tape.nodes // => 0
 */
export function compileModel(account: Account, groups: readonly EvidenceGroup[]): Model {
  const parameters = parametersOf(account, listNames(groups));
  const builder = tapeBuilder(parameters.names.length);
  const nodes = createNodes(account, parameters, builder);
  const priors = totalPriors(account, nodes);
  const terms = groups.map((group) => groupTerm(account, { parameters, nodes, builder }, group));
  return { parameters, tape: builder.build(), groups: terms, priors };
}

function totalPriors(account: Account, nodes: Nodes): readonly PriorTerm[] {
  return [...account.measures.values()].flatMap((measure) => {
    if (measure.kind !== "estimated") return [];
    const { total, most } = measure.prior;
    const sum = (year: number): number => nodes.log(narrowTo(measure, { year }));
    const terms: PriorTerm[] = [];
    if (total) {
      const { mean, sd } = intervalOnScale(total, "log");
      terms.push({ kind: "normal", node: sum(account.anchor), mean, variance: sd ** 2 });
    }
    for (const year of most === undefined ? [] : yearsOfAccount(account)) {
      terms.push({ kind: "at most", node: sum(year), mean: Math.log(most ?? 1), variance: BOUND_SD ** 2 });
    }
    return terms;
  });
}

/** What the terms of groups are built with. */
interface Workshop {
  readonly parameters: Parameters;
  readonly nodes: Nodes;
  readonly builder: TapeBuilder;
}

function groupTerm(account: Account, shop: Workshop, group: EvidenceGroup): GroupTerm {
  const { nodes, builder } = shop;
  const spreadNodes = spreadsOf(account, shop, group);
  const targets = group.targets.map((target, t) => {
    const value: TapeTerm = [targetNode(nodes, builder, target, group.scale), 1];
    const added = [...tailTerms(group.form, spreadNodes?.[t]), ...listTerms(group, shop.parameters)];
    return added.length === 0 ? value[0] : builder.linear([value, ...added]);
  });
  return {
    group,
    nodes: targets,
    ...(group.form === "one person" && spreadNodes ? { spreadNodes } : {}),
    ...secondOf(group, shop, spreadNodes),
  };
}

/** The spread between people of every target, where what is said first is of something that people have more or less of. */
function spreadsOf(
  account: Account,
  { nodes, builder }: Workshop,
  group: EvidenceGroup,
): readonly number[] | undefined {
  const measure = group.targets[0]?.measure ?? "";
  const names = group.targets.flatMap(
    ({ place }) => spreadAround(account, { measure, ...(place === undefined ? {} : { place }) }) ?? [],
  );
  if (names.length === 0) return undefined;
  const made = new Map<string, number>();
  return names.map((name) => {
    const node = made.get(quantityId(name)) ?? builder.exp(nodes.log(name));
    made.set(quantityId(name), node);
    return node;
  });
}

/** From the middle of people to their 95th or 5th percentile. */
function tailTerms(form: EvidenceGroup["form"], spreadNode: number | undefined): readonly TapeTerm[] {
  if (spreadNode === undefined) return [];
  if (form === "upper tail") return [[spreadNode, NINETY]];
  return form === "lower tail" ? [[spreadNode, -NINETY]] : [];
}

/** The error that a group shares with the rest of its list (rule E31). */
function listTerms(group: EvidenceGroup, parameters: Parameters): readonly TapeTerm[] {
  return group.list === undefined ? [] : [[parameters.positionOf(listName(group.list)), LIST_SD]];
}

function secondOf(
  group: EvidenceGroup,
  shop: Workshop,
  spreadNodes: readonly number[] | undefined,
): Pick<GroupTerm, "second"> {
  if (group.form === "spread" && spreadNodes) {
    const halves = new Map([...new Set(spreadNodes)].map((node) => [node, shop.builder.linear([[node, NINETY]])]));
    return { second: { nodes: spreadNodes.map((node) => halves.get(node) ?? node), form: "value" } };
  }
  if (group.form !== "peak") return {};
  const nodes = group.targets.map((target) => {
    const highest = highestOf(target, shop);
    const list = listTerms(group, shop.parameters);
    return list.length === 0 ? highest : shop.builder.linear([[highest, 1], ...list]);
  });
  return { second: { nodes, form: "upper bound" } };
}

/** How sharply the highest of several years is told: with 40, forty equal years come out 9 % higher than one. */
const SHARP = 40;

/** The log of a quantity in the highest of the other years of a peak, nearly: a power mean with a high power. */
function highestOf(target: Aim, { nodes, builder }: Workshop): number {
  const name = nameOf(target);
  const powers = (target.others ?? []).map(
    (year): TapeTerm => [builder.linear([[nodes.log({ ...name, year }), SHARP]]), 0],
  );
  return builder.linear([[builder.logSumExp(powers), 1 / SHARP]]);
}

/** The quantity that a target speaks of, without its year. */
function nameOf({ measure, place, occupation }: Aim): QuantityName {
  return {
    measure,
    ...(place === undefined ? {} : { place }),
    ...(occupation === undefined ? {} : { occupation }),
  };
}

function targetNode(nodes: Nodes, builder: TapeBuilder, target: Aim, scale: EvidenceGroup["scale"]): number {
  const { when } = target;
  const name = nameOf(target);
  if (when.kind === "mean") {
    const mean = nodes.meanOverYears(name, when.years);
    return scale === "log" ? mean : builder.logitOfLog(mean);
  }
  const value = (year: number | undefined): number => {
    const cell = { ...name, ...(year === undefined ? {} : { year }) };
    return scale === "log" ? nodes.log(cell) : nodes.logit(cell);
  };
  if (when.kind === "always") return value(undefined);
  if (when.kind === "year") return value(when.year);
  return builder.linear([
    [value(when.year), 1 - when.share],
    [value(when.year + 1), when.share],
  ]);
}
