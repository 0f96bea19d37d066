import { posix } from "node:path";
import type { Archive } from "./archive.ts";
import { readXml } from "./xml.ts";

/** One row of a sheet, its cells in their columns. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly SheetRow[];
}

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);
/** The last column that the format has. */
const MOST_COLUMNS = 16_384;
const DAY = 86_400_000;

/** Strings that cells name by number. Readings of Japanese words (`rPh`) are no text. */
function sharedStrings(file: Uint8Array | undefined): readonly string[] {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let inReading = false;
  if (file !== undefined)
    readXml(file, {
      open: (name) => {
        if (name === "si") text = "";
        if (name === "rPh") inReading = true;
        if (name === "t") inText = true;
      },
      text: (piece) => {
        if (inText && !inReading) text += piece;
      },
      close: (name) => {
        if (name === "t") inText = false;
        if (name === "rPh") inReading = false;
        if (name === "si") strings.push(text);
      },
    });
  return strings;
}

/** For each style of cells, whether it shows a date. */
function dateStyles(file: Uint8Array | undefined): readonly boolean[] {
  const formats = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  if (file !== undefined)
    readXml(file, {
      open: (name, attribute) => {
        const id = Number(attribute("numFmtId") ?? 0);
        if (name === "numFmt") formats.set(id, isDateFormat(attribute("formatCode") ?? ""));
        if (name === "cellXfs") inCells = true;
        if (name === "xf" && inCells) styles.push(formats.get(id) ?? BUILT_IN_DATES.has(id));
      },
      close: (name) => {
        if (name === "cellXfs") inCells = false;
      },
    });
  return styles;
}

function isDateFormat(code: string): boolean {
  return /[dy]/iu.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, ""));
}

/** The day that a number of days stands for; as printed when it is none. */
function dateOf(value: string, from1904: boolean): string {
  const days = Number(value);
  if (!Number.isFinite(days) || days < 1 || days > 2_958_465) return value;
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const iso = new Date(epoch + Math.round(days * DAY)).toISOString();
  return days % 1 === 0 ? iso.slice(0, 10) : iso.slice(0, 16).replace("T", " ");
}

/** Zero-based column of a cell: `C7` is 2. */
function columnOf(reference: string | undefined, otherwise: number): number {
  const letters = /^[A-Z]{1,3}/u.exec(reference ?? "")?.[0];
  if (letters === undefined) return otherwise;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return Math.min(column, MOST_COLUMNS - 1);
}

interface Book {
  readonly strings: readonly string[];
  readonly dates: readonly boolean[];
  readonly from1904: boolean;
}

function rowsOf(file: Uint8Array, book: Book): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  let row = 0;
  let cells: string[] = [];
  let column = -1;
  let type = "";
  let isDate = false;
  let value = "";
  let inValue = false;
  readXml(file, {
    open: (name, attribute) => {
      if (name === "row") {
        row = Number(attribute("r")) || row + 1;
        cells = [];
        column = -1;
      }
      if (name === "c") {
        column = columnOf(attribute("r"), column + 1);
        type = attribute("t") ?? "n";
        isDate = book.dates[Number(attribute("s") ?? -1)] === true;
        value = "";
      }
      if (name === "v" || name === "t") inValue = true;
    },
    text: (text) => {
      if (inValue) value += text;
    },
    close: (name) => {
      if (name === "v" || name === "t") inValue = false;
      if (name === "c" && value !== "") cells[column] = shown(value, { type, isDate, book });
      if (name === "row" && cells.length > 0) rows.push({ row, cells: Array.from(cells, (cell) => cell ?? "") });
    },
  });
  return rows;
}

function shown(value: string, cell: { type: string; isDate: boolean; book: Book }): string {
  if (cell.type === "s") return cell.book.strings[Number(value)] ?? "";
  if (cell.type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (cell.type !== "n") return value;
  return cell.isDate ? dateOf(value, cell.book.from1904) : plain(value);
}

/** A number without the noise of its binary form: 0.30000000000000004 was typed as 0.3. */
function plain(value: string): string {
  const number = Number(value);
  return value.length > 15 && Number.isFinite(number) ? String(Number(number.toPrecision(15))) : value;
}

/** The sheets of a workbook in their order. */
export function sheetsOf(files: Archive): readonly Sheet[] {
  const targets = new Map<string, string>();
  const listed: { name: string; id: string; isHidden: boolean }[] = [];
  let from1904 = false;
  const relations = files.get("xl/_rels/workbook.xml.rels");
  const workbook = files.get("xl/workbook.xml");
  if (relations === undefined || workbook === undefined) return [];
  readXml(relations, {
    open: (name, attribute) => {
      if (name === "Relationship") targets.set(attribute("Id") ?? "", attribute("Target") ?? "");
    },
  });
  readXml(workbook, {
    open: (name, attribute) => {
      if (name === "workbookPr") from1904 = ["1", "true"].includes(attribute("date1904") ?? "");
      if (name === "sheet")
        listed.push({
          name: attribute("name") ?? "",
          id: attribute("r:id") ?? "",
          isHidden: (attribute("state") ?? "visible") !== "visible",
        });
    },
  });
  const book = {
    strings: sharedStrings(files.get("xl/sharedStrings.xml")),
    dates: dateStyles(files.get("xl/styles.xml")),
    from1904,
  };
  return listed.flatMap(({ name, id, isHidden }) => {
    const target = targets.get(id) ?? "";
    const file = files.get(target.startsWith("/") ? target.slice(1) : posix.join("xl", target));
    return file === undefined ? [] : [{ name, isHidden, rows: rowsOf(file, book) }];
  });
}
