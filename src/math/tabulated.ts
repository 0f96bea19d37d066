import { real } from "./vector.ts";

/** A polynomial of fifth degree has so many coefficients. */
const TERMS = 6;
/** Chebyshev's points from −1 to 1, between which a polynomial errs least. */
const POINTS = Float64Array.from({ length: TERMS }, (_, j) => Math.cos((Math.PI * (j + 0.5)) / TERMS));
/** What each point counts for in the coefficient of each Chebyshev polynomial, row by row. */
const SHARES = Float64Array.from({ length: TERMS * TERMS }, (_, at) => {
  const m = Math.floor(at / TERMS);
  return ((m === 0 ? 1 : 2) / TERMS) * Math.cos((Math.PI * m * ((at % TERMS) + 0.5)) / TERMS);
});

/**
 * A smooth function of one number over an interval that is asked for it very often: in each cell it is a polynomial of fifth degree through Chebyshev's six points,
 * worked out when somebody first asks there. Outside the interval it is the function itself. Where nothing about the function is narrower than eight cells, the
 * polynomial errs by some 10⁻⁸ of how much the function varies over these.
 */
export class Tabulated {
  private readonly of: (x: number) => number;
  readonly from: number;
  readonly to: number;
  /** Cells in a unit. */
  readonly perUnit: number;
  /** Cell by cell the coefficients of 1, t, … t⁵, where t goes from −1 to 1 over the cell. */
  readonly coefficients: Float64Array;
  readonly isKnown: Uint8Array;

  constructor(of: (x: number) => number, { from, to, cells }: { from: number; to: number; cells: number }) {
    this.of = of;
    this.from = from;
    this.to = to;
    this.perUnit = cells / (to - from);
    // One more, for a number just below the end may be rounded up to it.
    this.coefficients = new Float64Array(TERMS * (cells + 1));
    this.isKnown = new Uint8Array(cells + 1);
  }

  at(x: number): number {
    if (!(x >= this.from && x < this.to)) return this.of(x);
    const place = (x - this.from) * this.perUnit;
    const cell = Math.floor(place) | 0;
    if (this.isKnown[cell] === 0) this.learn(cell);
    const t = 2 * (place - cell) - 1;
    const { coefficients } = this;
    const first = TERMS * cell;
    const high =
      real(coefficients, first + 3) + t * (real(coefficients, first + 4) + t * real(coefficients, first + 5));
    return (
      real(coefficients, first) + t * (real(coefficients, first + 1) + t * (real(coefficients, first + 2) + t * high))
    );
  }

  /** The coefficients of a cell. */
  cell(cell: number): Float64Array {
    if (this.isKnown[cell] === 0) this.learn(cell);
    return this.coefficients.subarray(TERMS * cell, TERMS * (cell + 1));
  }

  private learn(cell: number): void {
    const values = POINTS.map((t) => this.of(this.from + (cell + (t + 1) / 2) / this.perUnit));
    const [c0, c1, c2, c3, c4, c5] = Array.from({ length: TERMS }, (_, m) =>
      values.reduce((sum, value, j) => sum + real(SHARES, m * TERMS + j) * value, 0),
    ) as [number, number, number, number, number, number];
    // Chebyshev's polynomials written out in powers of t.
    const powers = [c0 - c2 + c4, c1 - 3 * c3 + 5 * c5, 2 * c2 - 8 * c4, 4 * c3 - 20 * c5, 8 * c4, 16 * c5];
    this.coefficients.set(powers, TERMS * cell);
    this.isKnown[cell] = 1;
  }
}
