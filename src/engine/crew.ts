import { STRETCHES } from "../estimates/guide.ts";
import type { ChainSet, DrawnChain } from "./task.ts";
import type { Threads } from "./threads.ts";

/** Chains, shared out among threads in which they stay, warmed up once and taken further together. */
export class Crew {
  private readonly threads: Threads;
  private readonly chains: number;
  /** How many threads have chains. */
  private readonly manned: number;

  private constructor(threads: Threads, { seeds }: ChainSet) {
    this.threads = threads;
    this.chains = seeds.length;
    this.manned = Math.min(threads.most, seeds.length);
  }

  /** Starts the chains and waits until all are warm. `onProgress` is told their mean progress. Rejects with the first failure. */
  static async muster(threads: Threads, set: ChainSet, onProgress?: (share: number) => void): Promise<Crew> {
    const crew = new Crew(threads, set);
    const { manned } = crew;
    for (let thread = 0; thread < manned; thread++)
      threads.tell(thread, {
        kind: "chains",
        ...set,
        seeds: set.seeds.filter((_, chain) => chain % manned === thread),
      });
    for (let k = 0; k < STRETCHES; k++) {
      const replies = await threads.order(manned, { kind: "stretch" }, "reports", (share) =>
        onProgress?.((k + share) / STRETCHES),
      );
      const reports = crew.inOrder(replies.map(({ reports }) => reports));
      for (let thread = 0; thread < manned; thread++) threads.tell(thread, { kind: "heed", reports });
    }
    return crew;
  }

  /** The next draws of every chain, in the order of their seeds. */
  async advance(draws: number, onProgress?: (share: number) => void): Promise<readonly DrawnChain[]> {
    const replies = await this.threads.order(this.manned, { kind: "draw", draws }, "drawn", onProgress);
    return this.inOrder(replies.map(({ chains }) => chains));
  }

  /** What threads say of their chains, chain by chain. */
  private inOrder<T>(said: readonly (readonly T[])[]): readonly T[] {
    return Array.from({ length: this.chains }, (_, chain) => {
      const found = said[chain % this.manned]?.[Math.floor(chain / this.manned)];
      if (found === undefined) throw new Error(`invalid reply: nothing of chain ${chain}`);
      return found;
    });
  }
}
