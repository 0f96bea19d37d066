import { wrapped } from "./text-width.ts";

const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 16;
const KEPT = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "font-variant-numeric",
  "text-anchor",
  "paint-order",
] as const;

/** Words that stand above and below a downloaded picture. */
export interface PictureWords {
  readonly title: string;
  readonly subtitle: string;
  readonly note: string;
}

/** A picture as a document of its own. */
export interface Sheet {
  readonly svg: SVGSVGElement;
  readonly width: number;
  readonly height: number;
}

interface Line {
  readonly text: string;
  readonly size: number;
  readonly font: string;
  readonly weight: string;
  readonly fill: string;
}

function element(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  if (!(made instanceof SVGElement)) throw new Error(`invalid element: ${name}`);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function inlineStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const property of KEPT) {
    const value = style.getPropertyValue(property);
    if (value !== "" && value !== "auto") to.setAttribute(property, value.replaceAll('"', "'"));
  }
  to.removeAttribute("class");
  for (const [index, child] of [...from.children].entries()) {
    const copy = to.children.item(index);
    if (copy !== null) inlineStyles(child, copy);
  }
}

/** Writes lines below `top` and returns where they end. */
function writeLines(into: SVGElement, lines: readonly Line[], top: number): number {
  let y = top;
  for (const { text, size, font, weight, fill } of lines) {
    y += Math.round(size * 1.4);
    const written = element("text", {
      x: String(MARGIN),
      y: String(y),
      fill,
      "font-size": `${size}px`,
      "font-family": font,
      "font-weight": weight,
    });
    written.textContent = text;
    into.append(written);
  }
  return y;
}

function wordLines(svg: SVGSVGElement, words: PictureWords, width: number): { head: Line[]; foot: Line[] } {
  const page = getComputedStyle(svg);
  const sans = page.fontFamily.replaceAll('"', "'");
  const serif = page.getPropertyValue("--serif").trim().replaceAll('"', "'") || sans;
  const soft = page.getPropertyValue("--ink-soft").trim() || page.color;
  const lines = (text: string, style: Omit<Line, "text">): Line[] =>
    wrapped(text, style.size, width, 6).map((line) => ({ ...style, text: line }));
  return {
    head: [
      ...lines(words.title, { size: 21, font: serif, weight: "600", fill: page.color }),
      ...lines(words.subtitle, { size: 15, font: sans, weight: "400", fill: soft }),
    ],
    foot: lines(words.note, { size: 13, font: sans, weight: "400", fill: soft }),
  };
}

/** The picture with its styles written into it, its words above and below, on the page's paper. */
export function sheetOf(svg: SVGSVGElement, words: PictureWords): Sheet {
  const width = svg.width.baseVal.value;
  const copy = svg.cloneNode(true);
  const sheet = element("svg", { xmlns: SVG });
  if (!(copy instanceof SVGSVGElement) || !(sheet instanceof SVGSVGElement))
    throw new Error("invalid picture: not svg");
  inlineStyles(svg, copy);
  const { head, foot } = wordLines(svg, words, width);
  const paper = getComputedStyle(svg).getPropertyValue("--paper").trim() || "white";
  sheet.append(element("rect", { width: "100%", height: "100%", fill: paper }));
  const top = writeLines(sheet, head, 8) + MARGIN;
  copy.setAttribute("x", String(MARGIN));
  copy.setAttribute("y", String(top));
  copy.setAttribute("overflow", "visible");
  sheet.append(copy);
  const height = writeLines(sheet, foot, top + svg.height.baseVal.value + 8) + MARGIN;
  const size = { width: width + 2 * MARGIN, height };
  sheet.setAttribute("width", String(size.width));
  sheet.setAttribute("height", String(size.height));
  sheet.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
  return { svg: sheet, ...size };
}

/** The sheet as the text of an SVG file. */
export function svgText(svg: SVGSVGElement): string {
  return new XMLSerializer().serializeToString(svg);
}

/** Hands a file to the person who asked for it. */
export function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
