import { type MarkupText, PageText, raised } from "./page-text.ts";

/** As much of a DOM node as reading it needs. */
export interface MarkupNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: MarkupNode | null;
  readonly nextSibling: MarkupNode | null;
  readonly parentNode: MarkupNode | null;
  readonly getAttribute?: (name: string) => string | null;
}

/** What is no text of a page: code, furniture of the browser, pictures. */
const UNREAD = new Set(
  "TITLE SCRIPT STYLE NOSCRIPT TEMPLATE HEAD IFRAME OBJECT EMBED APPLET SVG CANVAS AUDIO VIDEO SELECT BUTTON TEXTAREA RP RT".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "P DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE NAV BLOCKQUOTE FIGURE FIGCAPTION UL OL DL TABLE PRE H1 H2 H3 H4 H5 H6 ADDRESS FORM FIELDSET HR BODY DETAILS SUMMARY".split(
    " ",
  ),
);
const LINES = new Set("LI TR DT DD CAPTION".split(" "));
const HEADING = /^H[1-6]$/u;
/** A table cell with more nodes than this is part of a page's layout. */
const LARGEST_CELL = 80;
const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;

/** The words under a node as a reader sees them: paragraphs, list marks, table rows, raised digits; no script, no picture. */
export function markupText(root: MarkupNode): MarkupText {
  const page = new PageText();
  const numbers = new Map<MarkupNode, number>();
  let node: MarkupNode | null = root;
  while (node !== null) {
    const enters = enter(page, node, numbers);
    const child: MarkupNode | null = enters ? node.firstChild : null;
    if (child !== null) node = child;
    else node = next(page, node, root);
  }
  return page.done();
}

function next(page: PageText, from: MarkupNode, root: MarkupNode): MarkupNode | null {
  for (let node: MarkupNode | null = from; node !== null; node = node.parentNode) {
    leave(page, node);
    if (node === root) return null;
    if (node.nextSibling !== null) return node.nextSibling;
  }
  return null;
}

const nameOf = (node: MarkupNode) => node.nodeName.toUpperCase();

/** Takes what a node says by itself; true when its children are to be read. */
function enter(page: PageText, node: MarkupNode, numbers: Map<MarkupNode, number>): boolean {
  if (node.nodeType === TEXT || node.nodeType === CDATA) {
    page.words(node.textContent ?? "", isPreformatted(node));
    return false;
  }
  if (node.nodeType !== ELEMENT) return node.firstChild !== null && node.parentNode === null;
  const name = nameOf(node);
  if (UNREAD.has(name) || isHidden(node)) return false;
  if (BLOCKS.has(name)) page.break(2);
  if (LINES.has(name)) page.break(1);
  if (name === "BR") page.break(1);
  if (HEADING.test(name)) page.openSection();
  if (name === "LI") page.listMark(listMark(node, numbers));
  if (isCell(name)) page.openCell(isDataCell(node));
  const digits = name === "SUP" ? (node.textContent ?? "").trim() : "";
  if (!/^[0-9]{1,4}$/u.test(digits)) return true;
  page.words(raised(digits), false);
  return false;
}

const isCell = (name: string) => name === "TD" || name === "TH";

function leave(page: PageText, node: MarkupNode): void {
  if (node.nodeType !== ELEMENT || isHidden(node)) return;
  const name = nameOf(node);
  if (HEADING.test(name)) page.closeSection();
  if (BLOCKS.has(name)) page.break(2);
  if (LINES.has(name)) page.break(1);
  if (isCell(name)) page.closeCell(hasNextCell(node));
}

/** Whether a cell holds a value or a few words, and not a table or the columns of a page. */
function isDataCell(cell: MarkupNode): boolean {
  let seen = 0;
  const waiting = [cell.firstChild];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === null) continue;
    const name = nameOf(node);
    if (++seen > LARGEST_CELL || name === "TABLE" || HEADING.test(name)) return false;
    waiting.push(node.nextSibling, node.firstChild);
  }
  return true;
}

function hasNextCell(cell: MarkupNode): boolean {
  for (let node = cell.nextSibling; node !== null; node = node.nextSibling) if (node.nodeType === ELEMENT) return true;
  return false;
}

function isHidden(node: MarkupNode): boolean {
  const style = node.getAttribute?.("style") ?? "";
  const hidden = node.getAttribute?.("hidden") ?? null;
  return hidden !== null || /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(style);
}

function isPreformatted(node: MarkupNode): boolean {
  const parent = node.parentNode;
  return parent !== null && nameOf(parent) === "PRE";
}

/** The number of an item in a numbered list, else a bullet. */
function listMark(item: MarkupNode, numbers: Map<MarkupNode, number>): string {
  const list = item.parentNode;
  if (list === null || nameOf(list) !== "OL") return "•";
  const number = numbers.get(list) ?? (Number(list.getAttribute?.("start") ?? "1") || 1);
  numbers.set(list, number + 1);
  return `${number}.`;
}
