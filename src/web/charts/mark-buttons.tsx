import { type KeyboardEvent, type ReactNode, useState } from "react";
import type { Box } from "./label-layout.ts";

/** A part of a picture that can be pointed at, opened, or both; in the picture's pixels. */
export interface Hotspot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Spoken. */
  readonly label: string;
  /** Lines shown on hover and focus, the first in bold. */
  readonly tip: readonly string[];
  readonly onPress?: (() => void) | undefined;
  /** A second area of the same button, such as the words of a mark. */
  readonly also?: Box | undefined;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function target(key: string, index: number, count: number): number | undefined {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = STEPS[key];
  return step === undefined ? undefined : Math.min(count - 1, Math.max(0, index + step));
}

function place(spot: Hotspot): { left: number; top: number; width: number; height: number } {
  return { left: spot.x, top: spot.y, width: Math.max(1, spot.width), height: Math.max(1, spot.height) };
}

function side(spot: Hotspot, width: number): string {
  const middle = (spot.x + spot.width / 2) / Math.max(1, width);
  return middle < 0.25 ? "chart-tip at-left" : middle > 0.75 ? "chart-tip at-right" : "chart-tip";
}

function Also(props: { readonly spot: Hotspot; readonly also: Box }): ReactNode {
  const { spot, also } = props;
  const style = { left: also.x - spot.x, top: also.y - spot.y, width: also.width, height: also.height };
  return <span className="chart-spot-also" style={style} />;
}

function Tip(props: { readonly spot: Hotspot; readonly width: number }): ReactNode {
  const [head, ...rest] = props.spot.tip;
  if (head === undefined) return null;
  return (
    <span className={`${side(props.spot, props.width)}${props.spot.y < 70 ? " below" : ""}`} aria-hidden="true">
      <strong>{head}</strong>
      {rest.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </span>
  );
}

/** Buttons over the marks of a picture: one tab stop, arrow keys between them. */
export function MarkButtons(props: {
  readonly spots: readonly Hotspot[];
  readonly width: number;
  readonly label: string;
}): ReactNode {
  const [current, setCurrent] = useState(0);
  const { spots, width } = props;
  const active = Math.min(current, spots.length - 1);
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const next = target(event.key, active, spots.length);
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    const button = event.currentTarget.children.item(next);
    if (button instanceof HTMLElement) button.focus();
  };
  if (spots.length === 0) return null;
  if (spots.every((spot) => spot.onPress === undefined)) return <Tips spots={spots} width={width} />;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend of its own.
    <div className="chart-spots" role="group" aria-label={props.label} onKeyDown={move}>
      {spots.map((spot, index) => (
        <button
          key={spot.id}
          type="button"
          className="chart-spot"
          style={place(spot)}
          tabIndex={index === active ? 0 : -1}
          aria-label={spot.label}
          onFocus={() => setCurrent(index)}
          onClick={spot.onPress}
        >
          {spot.also === undefined ? null : <Also spot={spot} also={spot.also} />}
          <Tip spot={spot} width={width} />
        </button>
      ))}
    </div>
  );
}

function Tips(props: { readonly spots: readonly Hotspot[]; readonly width: number }): ReactNode {
  return (
    <div className="chart-spots" aria-hidden="true">
      {props.spots.map((spot) => (
        <div key={spot.id} className="chart-spot" style={place(spot)}>
          <Tip spot={spot} width={props.width} />
        </div>
      ))}
    </div>
  );
}
