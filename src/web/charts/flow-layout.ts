import { sankey } from "d3-sankey";
import type { FlowPart } from "../../cases/views.ts";

/** One band of the flow picture, in pixels. */
export interface FlowBand {
  readonly part: FlowPart;
  /** Top and bottom where it leaves the whole, and where it arrives. */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** Where its 90 % limit reaches, at its arrival. */
  readonly edge: readonly [number, number];
  readonly band: string;
  readonly lighter: string;
}

/** The flow picture in pixels. */
export interface FlowLayout {
  readonly height: number;
  readonly whole: { readonly x: number; readonly width: number; readonly y: number; readonly height: number };
  /** Where the bands end. */
  readonly x: number;
  readonly bands: readonly FlowBand[];
}

interface Size {
  /** Room for the whole and its bands. */
  readonly width: number;
  /** Height of the whole. */
  readonly depth: number;
  /** Least height that the words of a band need. */
  readonly line: number;
}

interface Node {
  readonly id: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
  readonly value: number;
  readonly part: FlowPart;
}

/** Width of the bars that the bands leave and reach. */
const BAR = 4;

const pixel = (value: number): string => String(Math.round(value * 10) / 10);

function ribbon(x: readonly [number, number], from: readonly [number, number], to: readonly [number, number]): string {
  const middle = pixel((x[0] + x[1]) / 2);
  const [a, b] = [pixel(x[0]), pixel(x[1])];
  const top = `M${a},${pixel(from[0])}C${middle},${pixel(from[0])} ${middle},${pixel(to[0])} ${b},${pixel(to[0])}`;
  return `${top}L${b},${pixel(to[1])}C${middle},${pixel(to[1])} ${middle},${pixel(from[1])} ${a},${pixel(from[1])}Z`;
}

function around(center: number, width: number): [number, number] {
  return [center - width / 2, center + width / 2];
}

/** What bands need between them, so that neither their edges nor their words meet. */
function padding(parts: readonly FlowPart[], perUnit: number, line: number): number {
  const gaps = parts.slice(1).map((part, index) => {
    const above = parts[index] ?? part;
    const edges = (Math.max(0, above.q95 - above.median) + Math.max(0, part.q95 - part.median)) / 2;
    return Math.max(edges * perUnit + 4, line - ((above.median + part.median) * perUnit) / 2);
  });
  return Math.max(8, ...gaps);
}

/** Bands from the whole to its parts, in the order given: width is the median, the edge the upper 90 % limit. */
export function layoutFlow(parts: readonly FlowPart[], size: Size): FlowLayout {
  const values = parts.map((part) => Math.max(part.median, 1e-6));
  const total = values.reduce((sum, value) => sum + value, 0);
  const perUnit = size.depth / Math.max(total, 1e-3);
  const between = padding(parts, perUnit, size.line);
  const [first, last] = [parts.at(0), parts.at(-1)];
  const overhang = (part: FlowPart | undefined): number =>
    part === undefined
      ? 0
      : Math.max((Math.max(0, part.q95 - part.median) * perUnit) / 2, size.line / 2 - (part.median * perUnit) / 2, 0);
  const top = 4 + overhang(first);
  const height = total * perUnit + between * Math.max(0, parts.length - 1);
  const graph = sankey<Node, Link>()
    .nodeId((node) => node.id)
    .nodeWidth(BAR)
    .nodePadding(between)
    .nodeSort(null)
    .linkSort(null)
    .iterations(0)
    .extent([
      [0, top],
      [size.width, top + height],
    ])({
    nodes: [{ id: "whole" }, ...parts.map((part) => ({ id: `part ${part.quantity}` }))],
    links: parts.map((part, index) => ({
      source: "whole",
      target: `part ${part.quantity}`,
      value: values[index] ?? 0,
      part,
    })),
  });
  const whole = graph.nodes[0];
  const x: [number, number] = [whole?.x1 ?? 0, size.width - BAR];
  return {
    height: top + height + 4 + overhang(last),
    whole: { x: 0, width: BAR, y: whole?.y0 ?? top, height: (whole?.y1 ?? top) - (whole?.y0 ?? top) },
    x: size.width,
    bands: graph.links.map((link) => {
      const width = link.width ?? 0;
      const from = around(link.y0 ?? 0, width);
      const to = around(link.y1 ?? 0, width);
      const edge = around(link.y1 ?? 0, Math.max(width, link.part.q95 * perUnit));
      return { part: link.part, from, to, edge, band: ribbon(x, from, to), lighter: ribbon(x, from, edge) };
    }),
  };
}
