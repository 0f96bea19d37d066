import { type Sheet, svgText } from "./download.ts";

/** Twice the size on the page, so that it prints. */
const TIMES = 2;

interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly style: (name: string) => string;
}

function offset(text: Element, axis: "x" | "y"): number {
  const picture = text.parentElement?.closest("svg");
  return Number(text.getAttribute(axis) ?? 0) + Number(picture?.getAttribute(axis) ?? 0);
}

/** Takes the texts out of a sheet: an image cannot use the page's fonts, the canvas can. */
function takeTexts(svg: SVGSVGElement): DrawnText[] {
  return [...svg.querySelectorAll("text")].map((text) => {
    const at = { x: offset(text, "x"), y: offset(text, "y") };
    text.remove();
    return { text: text.textContent ?? "", ...at, style: (name) => text.getAttribute(name) ?? "" };
  });
}

function align(anchor: string): CanvasTextAlign {
  return anchor === "end" ? "right" : anchor === "middle" ? "center" : "left";
}

function drawText(context: CanvasRenderingContext2D, { text, x, y, style }: DrawnText): void {
  context.font = `${style("font-weight") || "400"} ${style("font-size")} ${style("font-family")}`;
  context.textAlign = align(style("text-anchor"));
  context.fillStyle = style("fill");
  const halo = style("stroke");
  if (halo !== "" && halo !== "none") {
    context.strokeStyle = halo;
    context.lineWidth = Number.parseFloat(style("stroke-width"));
    context.lineJoin = "round";
    context.strokeText(text, x, y);
  }
  context.fillText(text, x, y);
}

async function imageOf(svg: SVGSVGElement): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([svgText(svg)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The sheet as PNG, its words in the page's own fonts. */
export async function pngOf(sheet: Sheet): Promise<Blob> {
  const texts = takeTexts(sheet.svg);
  const image = await imageOf(sheet.svg);
  const canvas = document.createElement("canvas");
  canvas.width = sheet.width * TIMES;
  canvas.height = sheet.height * TIMES;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("missing canvas: 2d");
  context.scale(TIMES, TIMES);
  context.drawImage(image, 0, 0, sheet.width, sheet.height);
  for (const text of texts) drawText(context, text);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (png === null) throw new Error("missing picture: png");
  return png;
}
