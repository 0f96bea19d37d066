import type { NodesDrawn } from "../estimates/nodes-drawn.ts";
import { SIDE_BY_SIDE } from "../math/tape-rows.ts";
import * as SLOT from "./assembly/slots.ts";
import { KernelMemory, kernelModule } from "./kernel-memory.ts";

/** What `assembly/rows.ts` can be asked. */
interface Exports {
  slots(): number;
  unused(): number;
  nodesDrawn(
    rows: number,
    count: number,
    width: number,
    nodes: number,
    wanted: number,
    out: number,
    apart: number,
  ): void;
}

/** Rows that are copied into the kernel's memory at once: few enough to stay where a processor has them at hand. */
const ROWS_AT_ONCE = 4 * SIDE_BY_SIDE;

interface RowsKernel {
  readonly memory: KernelMemory;
  readonly exports: Exports;
}

let held: RowsKernel | undefined;

/** The kernel of this thread: memory that was never touched costs more than what is computed into it. */
function kernelHere(): RowsKernel {
  if (held) return held;
  const memory = new KernelMemory();
  const { exports } = new WebAssembly.Instance(kernelModule("rows.wasm"), { env: { memory: memory.memory } });
  held = { memory, exports: exports as unknown as Exports };
  return held;
}

/**
 * `nodesDrawn` of the folder `estimates` in WebAssembly, two numbers at a time: the same to the last few digits. What it gives holds until it is asked again.
 */
export const nodesDrawnByKernel: NodesDrawn = (tape, wanted, chains, width = tape.parameters) => {
  const { memory, exports } = kernelHere();
  memory.startAt(exports.unused());
  const { program } = tape;
  const slots = new Int32Array(SLOT.LENGTH);
  const sideBySide = tape.nodes * SIDE_BY_SIDE * Float64Array.BYTES_PER_ELEMENT;
  slots[SLOT.PARAMETERS] = program.parameters;
  slots[SLOT.NODES] = program.ops.length;
  for (const slot of [SLOT.VALUES, SLOT.EXPONENTIALS]) slots[slot] = memory.room(sideBySide);
  const arrays = {
    [SLOT.OPS]: program.ops,
    [SLOT.STARTS]: program.starts,
    [SLOT.ARGS]: program.args,
    [SLOT.CONSTANTS]: program.constants,
    [SLOT.BIASES]: program.biases,
    [SLOT.FACTORS]: program.factors,
    [SLOT.IS_PART]: program.isPart,
  };
  for (const [slot, numbers] of Object.entries(arrays)) slots[Number(slot)] = memory.copy(numbers);
  memory.wholes(exports.slots(), slots.length).set(slots);
  const counts = chains.map((rows) => (width === 0 ? 0 : rows.length / width));
  const count = counts.reduce((sum, own) => sum + own, 0);
  const nodes = memory.copy(Int32Array.from(wanted));
  const out = memory.room(wanted.length * count * Float64Array.BYTES_PER_ELEMENT);
  const room = memory.room(ROWS_AT_ONCE * width * Float64Array.BYTES_PER_ELEMENT);
  const some = memory.reals(room, ROWS_AT_ONCE * width);
  let at = out;
  chains.forEach((rows, k) => {
    for (let first = 0; first < (counts[k] ?? 0); first += ROWS_AT_ONCE) {
      const next = rows.subarray(first * width, (first + ROWS_AT_ONCE) * width);
      some.set(next);
      exports.nodesDrawn(room, next.length / width, width, nodes, wanted.length, at, count);
      at += (next.length / width) * Float64Array.BYTES_PER_ELEMENT;
    }
  });
  return wanted.map((_, k) => memory.reals(out + k * count * Float64Array.BYTES_PER_ELEMENT, count));
};
