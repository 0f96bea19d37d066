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

/** `nodesDrawn` of the folder `estimates` in WebAssembly, two numbers at a time: the same to the last few digits. */
export const nodesDrawnByKernel: NodesDrawn = (tape, wanted, chains, width = tape.parameters) => {
  const memory = new KernelMemory();
  const instance = new WebAssembly.Instance(kernelModule("rows.wasm"), { env: { memory: memory.memory } });
  const exports = instance.exports as unknown as Exports;
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
  const room = memory.room(Math.max(0, ...chains.map((rows) => rows.byteLength)));
  let at = out;
  chains.forEach((rows, k) => {
    const own = counts[k] ?? 0;
    memory.reals(room, rows.length).set(rows);
    exports.nodesDrawn(room, own, width, nodes, wanted.length, at, count);
    at += own * Float64Array.BYTES_PER_ELEMENT;
  });
  return wanted.map((_, k) => memory.reals(out + k * count * Float64Array.BYTES_PER_ELEMENT, count));
};
