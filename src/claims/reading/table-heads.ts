import type { QuantityKind } from "../quantity.ts";
import { basisAt } from "./basis.ts";
import { phraseAt, type Scan, tokenAt } from "./reading.ts";
import { unitOf } from "./surroundings.ts";
import type { Token } from "./tokens.ts";

/** What the head of a column or row says its numbers are: "Monthly wage (US$ million)". */
export interface Head {
  readonly kind: QuantityKind;
  readonly unit?: string;
  readonly currency?: string;
  readonly per: readonly string[];
  /** What the printed numbers are multiplied by. */
  readonly factor: number;
}

/** The cells of one row: for each column its tokens, by index. */
type Row = ReadonlyMap<number, readonly number[]>;

const SEPARATOR = "|";
const AGES = new Set(["age", "ages"]);
const PERSONS = new Set(["person", "family"]);

/** The rows of a text with their cells, which tabs or upright bars set apart; a row of prose has one cell. */
function rowsOf(reading: Scan): readonly Row[] {
  const rows: Map<number, number[]>[] = [];
  let column = 0;
  let last = 0;
  for (let index = 0; index < reading.tokens.length; index++) {
    const token = tokenAt(reading, index);
    if (token === undefined) break;
    if (token.line || rows.length === 0) {
      rows.push(new Map());
      column = 0;
    } else if (reading.text.slice(last, token.start).includes("\t")) column++;
    last = token.end;
    if (token.lower === SEPARATOR) column++;
    else if (column < MOST_COLUMNS) addToCell(rows.at(-1), column, index);
  }
  return rows;
}

/** Cells longer than this are prose, and rows with more cells are no table. */
const LONGEST_CELL = 16;
const MOST_COLUMNS = 60;

/** One token more than the longest cell is kept, so that prose is told from it. */
function addToCell(row: Map<number, number[]> | undefined, column: number, index: number): void {
  const cell = row?.get(column);
  if (cell === undefined) row?.set(column, [index]);
  else if (cell.length <= LONGEST_CELL) cell.push(index);
}

/** The parts of a head that its words give, one by one. */
function partsOf(reading: Scan, cell: readonly number[]) {
  const tokens = cell.map((index) => tokenAt(reading, index)).filter((token) => token !== undefined);
  const first = (pick: (token: Token) => string | number | undefined) =>
    tokens.map(pick).find((one) => one !== undefined);
  return {
    currency: first((token) => token.use?.currency),
    share: cell.some((index) => phraseAt(reading, index, "percent") !== undefined),
    age: tokens.some((token) => AGES.has(token.lower)),
    unit: first((token) => unitOf(token)),
    factor: first((token) => token.use?.magnitude ?? token.use?.several),
  };
}

/** Whom and what time a head names: "per worker", "monthly"; first the person, then the time. */
function basesOfHead(reading: Scan, cell: readonly number[]): { per: readonly string[]; taken: ReadonlySet<number> } {
  const per: string[] = [];
  const taken = new Set<number>();
  for (const index of cell) {
    const basis = basisAt(reading, index);
    if (basis === undefined) continue;
    if (!per.includes(basis.per)) per.push(basis.per);
    for (let at = index; at < basis.end; at++) taken.add(at);
  }
  return { per: per.sort((a, b) => Number(PERSONS.has(b)) - Number(PERSONS.has(a))), taken };
}

/** What a head says; absent where it names no unit. */
function headOf(reading: Scan, cell: readonly number[] | undefined): Head | undefined {
  if (cell === undefined || cell.length > LONGEST_CELL) return undefined;
  const { per, taken } = basesOfHead(reading, cell);
  const rest = cell.filter((index) => !taken.has(index));
  const { currency, share, age, unit, factor } = partsOf(reading, rest);
  const time = rest.map((index) => tokenAt(reading, index)?.use?.time).find((one) => one !== undefined);
  const times = typeof factor === "number" ? factor : 1;
  if (typeof currency === "string") {
    const code = currency === "unknown" ? {} : { currency };
    return { kind: "money", ...code, per, factor: times };
  }
  if (share) return { kind: "share", unit: "percent", per: [], factor: 1 };
  if (age) return { kind: "age", unit: "years", per: [], factor: 1 };
  if (time !== undefined) return { kind: "duration", unit: `${time}s`, per, factor: 1 };
  if (typeof unit !== "string") return undefined;
  return { kind: "count", ...(unit === "count" ? {} : { unit }), per, factor: times };
}

/** The token of a cell that is one number and nothing else. */
function loneNumber(reading: Scan, cell: readonly number[]): number | undefined {
  const [index] = cell;
  return cell.length === 1 && index !== undefined && tokenAt(reading, index)?.kind === "number" ? index : undefined;
}

function isYear(token: Token | undefined): boolean {
  return token?.value !== undefined && token.value >= 1900 && token.value <= 2100 && !token.grouped;
}

/** Whether a row holds heads: words, and no number but years. */
function isHeadRow(reading: Scan, row: Row): boolean {
  const lone = [...row.values()].map((cell) => loneNumber(reading, cell)).filter((index) => index !== undefined);
  const words = [...row.values()].some((cell) => cell.some((index) => tokenAt(reading, index)?.kind === "word"));
  return words && lone.every((index) => isYear(tokenAt(reading, index)));
}

/**
 * For each number that is a cell of a table, what the head of its column says it is, or else that of its row; nothing for
 * numbers outside tables and for cells without such heads.
 * @example
 * tableHeads({ text: "", tokens: [], meter: { steps: 0 } }).size // => 0
 */
export function tableHeads(reading: Scan): ReadonlyMap<number, Head | "name"> {
  const found = new Map<number, Head | "name">();
  if (!/[\t|]/u.test(reading.text)) return found;
  let heads: Heads | undefined;
  for (const row of rowsOf(reading)) {
    if (row.size < 2) heads = undefined;
    else if (heads === undefined && isHeadRow(reading, row)) {
      heads = headsOf(reading, row);
      for (const cell of row.values()) addYear(reading, cell, found);
    } else addCells(reading, { row, heads }, found);
  }
  return found;
}

function addYear(reading: Scan, cell: readonly number[], found: Map<number, Head | "name">): void {
  const index = loneNumber(reading, cell);
  if (index !== undefined) found.set(index, "name");
}

function addCells(
  reading: Scan,
  table: { row: Row; heads: Heads | undefined },
  found: Map<number, Head | "name">,
): void {
  const { row, heads } = table;
  const [first] = row.values();
  const ofRow = headOf(reading, first);
  for (const [column, cell] of row) {
    const index = loneNumber(reading, cell);
    if (index === undefined || (isYear(tokenAt(reading, index)) && heads?.has(column) !== true)) continue;
    const head = heads?.get(column) ?? ofRow;
    if (head !== undefined) found.set(index, head);
  }
}

/** What each column's head says, found once for the whole table. */
type Heads = ReadonlyMap<number, Head | undefined>;

function headsOf(reading: Scan, row: Row): Heads {
  return new Map([...row].map(([column, cell]) => [column, headOf(reading, cell)]));
}
