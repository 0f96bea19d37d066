// Which slot points to what: the kernel and `../kernel-slots.ts` both read this list.

// Of the tape.
export const PARAMETERS = 0;
export const NODES = 1;
export const OPS = 2;
export const STARTS = 3;
export const ARGS = 4;
export const CONSTANTS = 5;
export const BIASES = 6;
// What its nodes are, and what they were before the last move.
export const VALUES = 7;
export const HELD_VALUES = 8;
export const SHIFTS = 9;
export const HELD_SHIFTS = 10;
export const SUMS = 11;
export const HELD_SUMS = 12;
export const TOPS = 13;
export const HELD_TOPS = 14;
export const PARTS = 15;
export const HELD_PARTS = 16;
export const ANEW = 17;
// Priors of parameters, and on totals.
export const IS_STEP = 18;
export const PARAMETER_LOGS = 19;
export const HELD_PARAMETER_LOGS = 20;
export const PRIORS = 21;
export const PRIOR_LOGS = 22;
export const HELD_PRIOR_LOGS = 23;
export const PRIOR_NODES = 24;
export const PRIOR_MEANS = 25;
export const PRIOR_VARIANCES = 26;
export const PRIOR_IS_NORMAL = 27;
// Factors: groups, then bundles.
export const GROUPS = 28;
export const BUNDLES = 29;
export const LARGEST = 30;
export const FACTOR_SUMS = 31;
export const HELD_LARGEST = 32;
export const HELD_FACTOR_SUMS = 33;
export const PEAKS = 34;
export const COSTS = 35;
/** The bundle that each group is in, or -1. */
export const BUNDLE_OF = 36;
// Components of groups.
export const GROUP_STARTS = 37;
export const NODE = 38;
export const MEAN = 39;
export const VARIANCE = 40;
export const LOG_WEIGHT = 41;
export const LOG_PEAK = 42;
export const HALF_PRECISION = 43;
export const SIDE = 44;
export const SPREAD_NODE = 45;
export const SECOND_NODE = 46;
export const SECOND_MEAN = 47;
export const SECOND_VARIANCE = 48;
export const SECOND_SIDE = 49;
export const VERDICT = 50;
// Tables of bundles.
export const BUNDLE_NODE = 51;
export const TABLE_FROM = 52;
export const TABLE_TO = 53;
export const TABLE_PER_UNIT = 54;
/** Of each the pointer to its coefficients, and to its marks of cells that are known. */
export const TABLE_COEFFICIENTS = 55;
export const TABLE_KNOWN = 56;
/** The groups in each bundle. */
export const BUNDLE_STARTS = 57;
export const BUNDLE_GROUPS = 58;
// Of trajectories: values, adjoints, exponentials and slopes of the tape, and what of it they go over.
export const PATH_VALUES = 59;
export const ADJOINTS = 60;
export const EXPONENTIALS = 61;
export const FACTORS = 62;
export const SLOPES = 63;
export const IS_PART = 64;
export const WANTED = 65;
export const LED_PARTS = 66;
export const LED_NODES = 67;
/** The parameters that evidence touches: how many, which, where they are, and the slope there. */
export const ACTIVES = 68;
export const ACTIVE = 69;
export const POSITION = 70;
export const GRADIENT = 71;
/** The component that each group is in. */
export const CHOSEN = 72;
/** Of every component its log, then its probability within its group. */
export const TERMS = 73;
/** Of every component that is one normal of fixed width all that is asked of it, side by side: `components.ts` says how. */
export const RECORDS = 74;
// Of the trajectory: where it is in folded coordinates, its whitened momentum and force, the step of a position, a whitened step as it is turned.
export const FOLDED = 75;
export const MOMENTUM = 76;
export const FORCE = 77;
export const DIRECTION = 78;
export const TURNED = 79;
/** The active parameters whose tails are folded: how many, which, and by how much each is stretched. */
export const TAILS = 80;
export const TAIL_AT = 81;
export const STRETCH = 82;
/** Powers of two, as `src/math/exponential.ts` has them. */
export const STEP_TABLE = 83;
// Of the metric: its factor, as `src/math/sparse-cholesky.ts` has it, with the row of each entry …
export const FACTOR_ORDER = 84;
export const FACTOR_STARTS = 85;
export const FACTOR_PLACES = 86;
export const FACTOR_ROWS = 87;
export const FACTOR_ENTRIES = 88;
export const FACTOR_INVERSE = 89;
/** … and its knots: how many, and records of them, which `travel.ts` reads. */
export const KNOTS = 90;
export const KNOT_RECORDS = 91;
/** How much of each direction of a knot there is, and the coordinates of a knot side by side. */
export const ALONG = 92;
export const OWN = 93;
/** How many slots there are. */
export const LENGTH = 94;
