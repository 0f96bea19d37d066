/** Draws of an account's parameters, thinned to what later questions need, row by row. */
export interface ThinnedDraws {
  /** Parameters in a row. */
  readonly width: number;
  readonly count: number;
  readonly rows: Float64Array;
}

/** As many draws are kept as questions are asked of: more would tell little more, since neighbours are alike. */
const KEPT = 1000;
/** Draws of each chain that are summed up at most, evenly from all: neighbours are alike, and twice as many tell little more. */
export const MOST_SUMMED = 750;

/**
 * At most a thousand draws, evenly from all chains; fewer where there are fewer.
 * @example
 * thinDraws([Float64Array.of(1, 2, 3, 4)], 1, 2).rows // => {"0":1,"1":3}
 */
export function thinDraws(chains: readonly Float64Array[], width: number, most: number = KEPT): ThinnedDraws {
  const all = chains.flatMap((chain) =>
    Array.from({ length: width === 0 ? 0 : Math.floor(chain.length / width) }, (_, row) =>
      chain.subarray(row * width, (row + 1) * width),
    ),
  );
  const count = Math.min(most, all.length);
  const rows = new Float64Array(count * width);
  for (let i = 0; i < count; i++) {
    const row = all[Math.floor((i * all.length) / count)];
    if (row) rows.set(row, i * width);
  }
  return { width, count, rows };
}

/**
 * Draws as bytes: numbers of four bytes each, little-endian. Seven digits of a standardised parameter are more than enough.
 * @example
 * drawsToBytes({ width: 1, count: 1, rows: Float64Array.of(1) }) // => {"0":0,"1":0,"2":128,"3":63}
 */
export function drawsToBytes(draws: ThinnedDraws): Uint8Array {
  const bytes = new Uint8Array(draws.rows.length * 4);
  const view = new DataView(bytes.buffer);
  draws.rows.forEach((value, i) => {
    view.setFloat32(i * 4, value, true);
  });
  return bytes;
}

/**
 * Draws from the bytes that `drawsToBytes` made of them.
 * @example
 * drawsFromBytes(Uint8Array.of(0, 0, 128, 63), 1).rows // => {"0":1}
 */
export function drawsFromBytes(bytes: Uint8Array, width: number): ThinnedDraws {
  if (width <= 0 || bytes.length % (4 * width) !== 0) throw new Error(`invalid draws: ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows = Float64Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(i * 4, true));
  return { width, count: rows.length / width, rows };
}
