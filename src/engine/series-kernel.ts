import { LARGEST_RHAT, scoresOf } from "../math/diagnostics.ts";
import { plainSeries, type SeriesKernel, type Sorted } from "../math/series.ts";
import { KernelMemory, kernelModule } from "./kernel-memory.ts";

/** What `assembly/series.ts` can be asked. */
interface Exports {
  prepare(length: number): void;
  valuesAt(): number;
  sortedAt(): number;
  raisedAt(): number;
  scoresAt(): number;
  /** 0 where the numbers are to be sorted some other way. */
  sort(): number;
  diagnose(halves: number): number;
  draws(): number;
}

/** Room for series of one length. */
interface Room {
  readonly exports: Exports;
  readonly values: Float64Array;
  readonly sorted: Float64Array;
  readonly raised: Float64Array;
}

let held: Room | undefined;

/** The last room where it is for so many numbers: all quantities of a run have as many. */
function roomFor(length: number): Room {
  if (held?.values.length === length) return held;
  const memory = new KernelMemory();
  const { exports } = new WebAssembly.Instance(kernelModule("series.wasm"), { env: { memory: memory.memory } });
  const asked = exports as unknown as Exports;
  asked.prepare(length);
  memory.reals(asked.scoresAt(), length).set(scoresOf(length));
  held = {
    exports: asked,
    values: memory.reals(asked.valuesAt(), length),
    sorted: memory.reals(asked.sortedAt(), length),
    raised: memory.reals(asked.raisedAt(), length),
  };
  return held;
}

function sortIn(values: Float64Array): { readonly room: Room; readonly found: Sorted } | undefined {
  if (values.length === 0) return undefined;
  const room = roomFor(values.length);
  room.values.set(values);
  if (room.exports.sort() === 0) return undefined;
  return { room, found: { sorted: room.sorted.slice(), raised: room.raised.slice() } };
}

/** `plainSeries` in WebAssembly: the same to the last few digits. What has no order by steps between its ends is left to the plain one. */
export const seriesByKernel: SeriesKernel = {
  sort: (values) => sortIn(values)?.found ?? plainSeries.sort(values),
  diagnose: (values, chains) => {
    const sorted = (values.length / chains) % 2 === 0 ? sortIn(values) : undefined;
    if (!sorted) return plainSeries.diagnose(values, chains);
    const rhat = Math.min(sorted.room.exports.diagnose(2 * chains), LARGEST_RHAT);
    return { ...sorted.found, rhat, ess: sorted.room.exports.draws() };
  },
};
