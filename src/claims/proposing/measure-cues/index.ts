import type { MeasureCue } from "./cue.ts";
import { MONEY } from "./money.ts";
import { PEOPLE } from "./people.ts";
import { SHARES, TIMES } from "./shares-and-times.ts";

/** All cues; of those that hold for a number, the first decides. */
export const MEASURE_CUES: readonly MeasureCue[] = [...PEOPLE, ...MONEY, ...SHARES, ...TIMES];
