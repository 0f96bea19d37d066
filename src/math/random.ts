/** A seeded source of chance. The same seed gives the same numbers on every machine. */
export interface Random {
  /** A uniform number in [0, 1) with 32 random bits. */
  uniform(): number;
  /** A standard normal number. */
  normal(): number;
  /** A new stream, independent of this one for all practical purposes. */
  split(): Random;
}

/**
 * A seeded generator: sfc32 (Chris Doty-Humphrey, PractRand), normals by Marsaglia's polar method.
 * @example
 * createRandom(1).uniform() === createRandom(1).uniform() // => true
 */
export function createRandom(seed: number): Random {
  let a = seed | 0;
  let b = Math.floor(seed / 4294967296) | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 16; i++) next();
  return fromBits(next);
}

function fromBits(next: () => number): Random {
  let spare = Number.NaN;
  const uniform = () => next() / 4294967296;
  return {
    uniform,
    normal() {
      if (!Number.isNaN(spare)) {
        const kept = spare;
        spare = Number.NaN;
        return kept;
      }
      for (;;) {
        const x = 2 * uniform() - 1;
        const y = 2 * uniform() - 1;
        const s = x * x + y * y;
        if (s > 0 && s < 1) {
          const scale = Math.sqrt((-2 * Math.log(s)) / s);
          spare = y * scale;
          return x * scale;
        }
      }
    },
    split: () => createRandom(next() * 1048576 + (next() >>> 12)),
  };
}
