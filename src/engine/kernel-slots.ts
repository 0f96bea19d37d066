import { Factors } from "../estimates/factors.ts";
import type { FlatGroups } from "../estimates/flat-groups.ts";
import type { KernelParts } from "../estimates/guide.ts";
import { STEP_TABLE } from "../math/exponential.ts";
import * as SLOT from "./assembly/slots.ts";
import type { KernelMemory } from "./kernel-memory.ts";

/** Writes numbers into a slot: a count as it is, an array as the pointer to its copy, which is given back. */
type Put = (slot: number, numbers: number | Float64Array | Int32Array | Uint8Array) => number;

/** Copies a model into memory; gives what its slots hold. */
export function fillSlots(memory: KernelMemory, parts: KernelParts): Int32Array {
  const slots = new Int32Array(SLOT.LENGTH);
  const put: Put = (slot, numbers) => {
    const held = typeof numbers === "number" ? numbers : memory.copy(numbers);
    slots[slot] = held;
    return held;
  };
  putTape(put, parts);
  putPriors(put, parts);
  putGroups(put, parts);
  putFactors(put, parts);
  putTables(put, memory, parts);
  putPath(put, parts);
  return slots;
}

function putTape(put: Put, { model }: KernelParts): void {
  const { program, nodes } = model.tape;
  const made = program.ops.length;
  put(SLOT.PARAMETERS, program.parameters);
  put(SLOT.NODES, made);
  put(SLOT.OPS, program.ops);
  put(SLOT.STARTS, program.starts);
  put(SLOT.ARGS, program.args);
  put(SLOT.CONSTANTS, program.constants);
  put(SLOT.BIASES, program.biases);
  for (const slot of [SLOT.VALUES, SLOT.HELD_VALUES]) put(slot, new Float64Array(nodes));
  for (const slot of [SLOT.SHIFTS, SLOT.HELD_SHIFTS, SLOT.SUMS, SLOT.HELD_SUMS, SLOT.TOPS, SLOT.HELD_TOPS])
    put(slot, new Float64Array(made));
  for (const slot of [SLOT.PARTS, SLOT.HELD_PARTS]) put(slot, new Float64Array(program.args.length));
  put(SLOT.ANEW, new Uint8Array(made));
}

function putPriors(put: Put, { model: { tape, parameters, priors } }: KernelParts): void {
  put(SLOT.IS_STEP, parameters.isStep);
  for (const slot of [SLOT.PARAMETER_LOGS, SLOT.HELD_PARAMETER_LOGS]) put(slot, new Float64Array(tape.parameters));
  put(SLOT.PRIORS, priors.length);
  for (const slot of [SLOT.PRIOR_LOGS, SLOT.HELD_PRIOR_LOGS]) put(slot, new Float64Array(priors.length));
  put(
    SLOT.PRIOR_NODES,
    Int32Array.from(priors, ({ node }) => node),
  );
  put(
    SLOT.PRIOR_MEANS,
    Float64Array.from(priors, ({ mean }) => mean),
  );
  put(
    SLOT.PRIOR_VARIANCES,
    Float64Array.from(priors, ({ variance }) => variance),
  );
  put(
    SLOT.PRIOR_IS_NORMAL,
    Uint8Array.from(priors, ({ kind }) => (kind === "normal" ? 1 : 0)),
  );
}

function putGroups(put: Put, { flat }: KernelParts): void {
  put(SLOT.GROUPS, flat.start.length - 1);
  put(SLOT.GROUP_STARTS, flat.start);
  put(SLOT.NODE, flat.node);
  put(SLOT.MEAN, flat.mean);
  put(SLOT.VARIANCE, flat.variance);
  put(SLOT.LOG_WEIGHT, flat.logWeight);
  put(SLOT.LOG_PEAK, flat.logPeak);
  put(SLOT.HALF_PRECISION, flat.halfPrecision);
  put(SLOT.SIDE, flat.side);
  put(SLOT.SPREAD_NODE, flat.spreadNode);
  put(SLOT.SECOND_NODE, flat.secondNode);
  put(SLOT.SECOND_MEAN, flat.secondMean);
  put(SLOT.SECOND_VARIANCE, flat.secondVariance);
  put(SLOT.SECOND_SIDE, flat.secondSide);
  put(SLOT.VERDICT, flat.verdict);
  put(SLOT.RECORDS, recordsOf(flat));
  put(SLOT.CHOSEN, new Int32Array(flat.start.length - 1));
  put(SLOT.TERMS, new Float64Array(flat.mean.length));
}

/** The records of `assembly/components.ts`. */
function recordsOf(flat: FlatGroups): Uint8Array {
  const { logPeak, mean, halfPrecision, node, side, spreadNode, secondNode } = flat;
  const records = new Uint8Array(32 * mean.length);
  const view = new DataView(records.buffer);
  for (let c = 0; c < mean.length; c++) {
    const isPlain = side[c] === 0 && (spreadNode[c] ?? 0) < 0 && (secondNode[c] ?? 0) < 0;
    const at = 32 * c;
    view.setFloat64(at, logPeak[c] ?? 0, true);
    view.setFloat64(at + 8, mean[c] ?? 0, true);
    view.setFloat64(at + 16, halfPrecision[c] ?? 0, true);
    view.setInt32(at + 24, isPlain ? (node[c] ?? -1) : -1, true);
  }
  return records;
}

function putFactors(put: Put, { flat, bundles }: KernelParts): void {
  const { peaks, costs, bundleOf } = new Factors(flat, bundles, new Float64Array());
  for (const slot of [SLOT.LARGEST, SLOT.FACTOR_SUMS, SLOT.HELD_LARGEST, SLOT.HELD_FACTOR_SUMS])
    put(slot, new Float64Array(peaks.length));
  put(SLOT.PEAKS, peaks);
  put(SLOT.COSTS, costs);
  put(SLOT.BUNDLE_OF, bundleOf);
  put(SLOT.BUNDLES, bundles.length);
  put(
    SLOT.BUNDLE_NODE,
    Int32Array.from(bundles, ({ node }) => node),
  );
  put(SLOT.BUNDLE_GROUPS, Int32Array.from(bundles.flatMap(({ groups }) => groups)));
  put(SLOT.BUNDLE_STARTS, startsOf(bundles.map(({ groups }) => groups.length)));
}

function putTables(put: Put, memory: KernelMemory, { bundles }: KernelParts): void {
  const tables = bundles.map(({ log }) => log);
  put(
    SLOT.TABLE_FROM,
    Float64Array.from(tables, ({ from }) => from),
  );
  put(
    SLOT.TABLE_TO,
    Float64Array.from(tables, ({ to }) => to),
  );
  put(
    SLOT.TABLE_PER_UNIT,
    Float64Array.from(tables, ({ perUnit }) => perUnit),
  );
  put(
    SLOT.TABLE_COEFFICIENTS,
    Int32Array.from(tables, ({ coefficients }) => memory.room(coefficients.byteLength)),
  );
  put(
    SLOT.TABLE_KNOWN,
    Int32Array.from(tables, ({ isKnown }) => memory.room(isKnown.byteLength)),
  );
}

function putPath(put: Put, { model, active }: KernelParts): void {
  const { program, nodes } = model.tape;
  for (const slot of [SLOT.PATH_VALUES, SLOT.ADJOINTS, SLOT.EXPONENTIALS]) put(slot, new Float64Array(nodes));
  put(SLOT.FACTORS, program.factors);
  put(SLOT.SLOPES, new Float64Array(program.args.length));
  put(SLOT.IS_PART, program.isPart);
  put(SLOT.WANTED, new Uint8Array(nodes));
  put(SLOT.LED_PARTS, new Int32Array(program.parameters));
  put(SLOT.LED_NODES, new Int32Array(program.ops.length));
  put(SLOT.ACTIVES, active.length);
  put(SLOT.ACTIVE, active);
  for (const slot of [SLOT.POSITION, SLOT.GRADIENT]) put(slot, new Float64Array(active.length));
  for (const slot of [SLOT.FOLDED, SLOT.MOMENTUM, SLOT.FORCE, SLOT.DIRECTION, SLOT.TURNED, SLOT.STRETCH, SLOT.OWN])
    put(slot, new Float64Array(active.length));
  put(SLOT.STEP_TABLE, STEP_TABLE);
}

/** Where each of some lists begins that stand one after another, and where the last ends. */
function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, k) => {
    starts[k + 1] = (starts[k] ?? 0) + length;
  });
  return starts;
}
