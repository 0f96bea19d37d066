import { wrapped } from "./text-width.ts";

const SVG = "http://www.w3.org/2000/svg";
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
  "font-style",
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

/** A picture as a file of its own, in pixels. */
export interface StandaloneSvg {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

interface Line {
  readonly text: string;
  readonly size: number;
  readonly strong: boolean;
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

function lines(text: string, size: number, options: { readonly width: number; readonly strong: boolean }): Line[] {
  return wrapped(text, size, options.width, 6).map((line) => ({ text: line, size, strong: options.strong }));
}

function drawLines(
  into: Element,
  all: readonly Line[],
  at: { readonly y: number; readonly ink: string; readonly font: string },
): number {
  let y = at.y;
  for (const line of all) {
    y += Math.round(line.size * 1.4);
    const text = document.createElementNS(SVG, "text");
    text.textContent = line.text;
    const attributes = { x: "16", y: String(y), fill: at.ink, "font-size": `${line.size}px`, "font-family": at.font };
    for (const [name, value] of Object.entries(attributes)) text.setAttribute(name, value);
    if (line.strong) text.setAttribute("font-weight", "600");
    into.append(text);
  }
  return y;
}

/** The picture with its styles written into it, its words above and below, on the page's paper. */
export function standaloneSvg(svg: SVGSVGElement, words: PictureWords): StandaloneSvg {
  const width = svg.width.baseVal.value;
  const height = svg.height.baseVal.value;
  const page = getComputedStyle(svg);
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error("invalid picture: not svg");
  inlineStyles(svg, copy);
  const sheet = document.createElementNS(SVG, "svg");
  const background = document.createElementNS(SVG, "rect");
  background.setAttribute("width", "100%");
  background.setAttribute("height", "100%");
  background.setAttribute("fill", page.getPropertyValue("--paper").trim() || "white");
  sheet.append(background);
  const style = { ink: page.color, font: page.fontFamily.replaceAll('"', "'") };
  const head = [
    ...lines(words.title, 19, { width, strong: true }),
    ...lines(words.subtitle, 13, { width, strong: false }),
  ];
  const top = drawLines(sheet, head, { y: 8, ...style }) + 16;
  copy.setAttribute("x", "16");
  copy.setAttribute("y", String(top));
  copy.setAttribute("overflow", "visible");
  sheet.append(copy);
  const bottom =
    drawLines(sheet, lines(words.note, 12, { width, strong: false }), { y: top + height + 8, ...style }) + 16;
  sheet.setAttribute("xmlns", SVG);
  sheet.setAttribute("width", String(width + 32));
  sheet.setAttribute("height", String(bottom));
  sheet.setAttribute("viewBox", `0 0 ${width + 32} ${bottom}`);
  return { text: new XMLSerializer().serializeToString(sheet), width: width + 32, height: bottom };
}

/** The picture as PNG, at twice its size so that it prints. */
export async function pngOf(picture: StandaloneSvg): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([picture.text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = picture.width * 2;
    canvas.height = picture.height * 2;
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("missing canvas: 2d");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (png === null) throw new Error("missing picture: png");
    return png;
  } finally {
    URL.revokeObjectURL(address);
  }
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
