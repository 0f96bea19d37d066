// What the engine can ask of the kernel: `../sampler-kernel.ts` says what it is for.
export { rightOf } from "./factors";
export { begin, cost, move, undo } from "./jumps";
export { slots, unused } from "./layout";
export { lead } from "./path";
export { marginal, responsibilities } from "./trajectories";
export { travel } from "./travel";
