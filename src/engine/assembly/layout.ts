import { LENGTH } from "./slots";

/** Pointers and counts that the kernel works on, one slot after another as `slots.ts` lists them, written before anything is called. */
const SLOTS: usize = memory.data(4 * LENGTH);

/** The pointer to the slots. */
export function slots(): usize {
  return SLOTS;
}

/** Where memory that nothing uses yet begins. */
export function unused(): usize {
  return __heap_base;
}

/** What a slot holds: a pointer or a count. */
export function at(slot: i32): usize {
  return <usize>load<i32>(SLOTS + ((<usize>slot) << 2));
}
