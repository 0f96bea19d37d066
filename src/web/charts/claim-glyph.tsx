import type { ReactNode } from "react";

interface ClaimGlyphProps {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Radius of the filled part. */
  readonly filled: number;
  /** Ends of the stated range: along y when upright, along x when lying. */
  readonly range: readonly [number, number];
  readonly upright: boolean;
  readonly conflict: boolean;
  /** Which way the value lies where it is beyond the axis. */
  readonly beyond?: "above" | "below" | undefined;
  /** Which way a lying range is open, of a claim that says at least or at most. */
  readonly open?: "above" | "below" | undefined;
}

const OPEN = 12;

/** An arrow from the end of a range to the side that the claim leaves open. */
function openEnd({ y, range, open }: ClaimGlyphProps): string {
  const sign = open === "above" ? 1 : -1;
  const from = open === "above" ? range[1] : range[0];
  const tip = from + sign * OPEN;
  return `M${from},${y}H${tip}M${tip - sign * 4},${y - 4}L${tip},${y}L${tip - sign * 4},${y + 4}`;
}

function arrow(props: ClaimGlyphProps): string {
  const { x, y, radius: r } = props;
  const sign = props.beyond === "above" ? 1 : -1;
  if (props.upright) return `M${x - r},${y + sign * r}L${x},${y - sign * r * 0.8}L${x + r},${y + sign * r}Z`;
  return `M${x - sign * r},${y - r}L${x + sign * r * 0.8},${y}L${x - sign * r},${y + r}Z`;
}

/** A claim: an open circle on its stated range, filled by the share that counts, struck when probably wrong. */
export function ClaimGlyph(props: ClaimGlyphProps): ReactNode {
  const { x, y, radius, range, upright } = props;
  const reach = radius + 2;
  const [from, to] = range;
  const line = upright ? { x1: x, x2: x, y1: from, y2: to } : { x1: from, x2: to, y1: y, y2: y };
  return (
    <g className={props.conflict ? "conflict" : undefined}>
      {from === to ? null : <line className="chart-range" {...line} />}
      {props.open === undefined || upright ? null : <path className="chart-range" d={openEnd(props)} />}
      {props.beyond === undefined ? (
        <circle className="chart-claim" cx={x} cy={y} r={radius} />
      ) : (
        <path className="chart-claim" d={arrow(props)} />
      )}
      {props.beyond === undefined && props.filled > 0.4 ? (
        <circle className="chart-claim-fill" cx={x} cy={y} r={props.filled} />
      ) : null}
      {props.conflict ? (
        <line className="chart-strike" x1={x - reach} x2={x + reach} y1={y + reach} y2={y - reach} />
      ) : null}
    </g>
  );
}
