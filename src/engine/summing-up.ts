import type { Account } from "../accounts/account.ts";
import { type QuantityName, quantityId } from "../accounts/quantity-id.ts";
import type { EvidenceGroup } from "../estimates/evidence-group.ts";
import { listNames } from "../estimates/list.ts";
import { parametersOf } from "../estimates/parameters.ts";
import { quantityBatches } from "../estimates/quantity-batches.ts";
import { reportedQuantities } from "../estimates/reported.ts";
import { isSettled } from "../estimates/settled.ts";
import type { PosteriorSummary, PriorSummary, QuantitySummary } from "../estimates/summarise.ts";
import { claimedQuantities } from "../estimates/support.ts";
import { MOST_SUMMED, thinDraws } from "../estimates/thinned-draws.ts";
import type { Drawn } from "./draw-chains.ts";
import { joined, sharedNumbers } from "./shared-numbers.ts";
import type { Threads } from "./threads.ts";

/** Draws of the prior are made in so many parts side by side, each of so many and with a seed of its own. */
const [PRIOR_PARTS, DRAWS_OF_PART] = [2, 1000];

/** What the draws of a case say of all that its account reports, worked out in threads as far as somebody asks, and nothing twice. */
export class SummingUp {
  private readonly threads: Threads;
  private readonly account: Account;
  private readonly names: readonly QuantityName[];
  /** Ids of the quantities that claims speak of. */
  private readonly claimed: ReadonlySet<string>;
  /** Numbers in a row of the draws: parameters of the account, then errors of lists. */
  private readonly width: number;
  private readonly seed: number;
  private prior: Promise<ReadonlyMap<string, PriorSummary>> | undefined;
  private onPrior: ((share: number) => void) | undefined;
  /** The round that was summed up last. */
  private last: { readonly draws: number; readonly found: ReadonlyMap<string, PosteriorSummary> } | undefined;
  private kept: { readonly draws: number; readonly chains: readonly SharedArrayBuffer[] } | undefined;
  /** What had not settled when that was last looked at. */
  private unsettled: readonly QuantityName[] = [];

  constructor(threads: Threads, account: Account, groups: readonly EvidenceGroup[], seed: number) {
    this.threads = threads;
    this.account = account;
    this.claimed = claimedQuantities(groups);
    this.names = [...account.measures.values()].flatMap((measure) =>
      reportedQuantities(account, measure, this.claimed),
    );
    this.width = parametersOf(account, listNames(groups)).names.length;
    this.seed = seed;
  }

  /** Whether all quantities have settled. Those that had not when this was last asked are looked at first, and nothing more once some have not. */
  async hasSettled(drawn: Drawn): Promise<boolean> {
    const { unsettled, threads } = this;
    const found = new Map<string, PosteriorSummary>();
    const waves = [unsettled, ...inWaves(this.batches(), threads.most).map((wave) => wave.flat())].filter(
      ({ length }) => length > 0,
    );
    for (const wave of waves) {
      const more = await this.summariesOf(wave, drawn);
      for (const [id, one] of more) found.set(id, one);
      const open = new Set([...more.values()].filter((one) => !isSettled(one)).map(({ quantity }) => quantity));
      if (open.size === 0) continue;
      this.unsettled = wave.filter((name) => open.has(quantityId(name)));
      return false;
    }
    this.last = { draws: drawn.draws, found };
    return true;
  }

  /** All quantities, those years first of which claims speak most: where claims are at odds an account takes longest to settle. */
  private batches(): readonly (readonly QuantityName[])[] {
    const spoken = (batch: readonly QuantityName[]): number =>
      batch.filter((name) => this.claimed.has(quantityId(name))).length;
    return [...quantityBatches(this.names)].sort((one, other) => spoken(other) - spoken(one));
  }

  /** Summaries of all quantities, in the order of the account. */
  async summaries(drawn: Drawn, onProgress?: (share: number) => void): Promise<readonly QuantitySummary[]> {
    if (this.last?.draws === drawn.draws) this.onPrior = onProgress;
    const [found, thought] = await Promise.all([this.posterior(drawn, onProgress), this.thinkAhead()]);
    return this.names.flatMap((name) => {
      const [one, prior] = [found.get(quantityId(name)), thought.get(quantityId(name))];
      return one && prior ? [{ ...one, ...prior }] : [];
    });
  }

  /** Works out what is thought before any claim, in threads that have nothing else to do: no draw is needed for it. */
  thinkAhead(): Promise<ReadonlyMap<string, PriorSummary>> {
    this.prior ??= this.summarisePrior();
    return this.prior;
  }

  private async posterior(
    drawn: Drawn,
    onProgress?: (share: number) => void,
  ): Promise<ReadonlyMap<string, PosteriorSummary>> {
    if (this.last?.draws !== drawn.draws)
      this.last = { draws: drawn.draws, found: await this.summariesOf(this.names, drawn, onProgress) };
    return this.last.found;
  }

  private async summariesOf(
    names: readonly QuantityName[],
    drawn: Drawn,
    onProgress?: (share: number) => void,
  ): Promise<ReadonlyMap<string, PosteriorSummary>> {
    const { account, width } = this;
    const chains = this.thinned(drawn);
    const tasks = quantityBatches(names).map((batch) => ({
      kind: "summary" as const,
      account,
      names: batch,
      chains,
      width,
    }));
    const replies = await this.threads.run(tasks, onProgress);
    return byQuantity(replies.flatMap(({ summaries }) => summaries));
  }

  /** The draws of every chain that are summed up. */
  private thinned({ draws, chains }: Drawn): readonly SharedArrayBuffer[] {
    if (this.kept?.draws !== draws) {
      const rows = chains.map((chain) => thinDraws([new Float64Array(chain.draws)], this.width, MOST_SUMMED).rows);
      this.kept = { draws, chains: rows.map(sharedNumbers) };
    }
    return this.kept.chains;
  }

  private async summarisePrior(): Promise<ReadonlyMap<string, PriorSummary>> {
    const { account, threads, seed } = this;
    const parts = await threads.runBeside(
      Array.from({ length: PRIOR_PARTS }, (_, part) => ({
        kind: "prior" as const,
        account,
        count: DRAWS_OF_PART,
        seed: seed + part,
      })),
    );
    const prior = joined(parts.map(({ rows }) => rows));
    const replies = await threads.runBeside(
      quantityBatches(this.names).map((names) => ({ kind: "prior summary" as const, account, names, prior })),
      (share) => this.onPrior?.(share),
    );
    return byQuantity(replies.flatMap(({ summaries }) => summaries));
  }
}

function byQuantity<T extends { readonly quantity: string }>(summaries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(summaries.map((one) => [one.quantity, one]));
}

/** As many at a time as there are threads. */
function inWaves<T>(batches: readonly T[], threads: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(batches.length / threads) }, (_, k) =>
    batches.slice(k * threads, (k + 1) * threads),
  );
}
