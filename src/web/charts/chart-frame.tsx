import { type ReactNode, useRef, useState } from "react";
import { type ChartData, csvOf, fileNameOf } from "./chart-data.ts";
import { ChartTable } from "./chart-table.tsx";
import { type Sheet, save, sheetOf, svgText } from "./download.ts";
import { pngOf } from "./download-png.ts";
import { type ChartLabels, ENGLISH } from "./labels.ts";
import { type Hotspot, MarkButtons } from "./mark-buttons.tsx";
import type { FrameProps } from "./props.ts";
import { useWidth } from "./use-width.ts";

/** A picture drawn at a width: its svg and the parts that can be opened. */
export interface Picture {
  readonly height: number;
  /** Spoken in place of the picture. */
  readonly summary: string;
  readonly svg: ReactNode;
  readonly spots: readonly Hotspot[];
  /** A strip from the picture's top that stays in view while the rest scrolls. */
  readonly sticky?: { readonly height: number; readonly svg: ReactNode };
  /** Sentences that the picture itself gives rise to: what is not drawn. */
  readonly remarks?: readonly string[];
}

interface ChartFrameProps {
  readonly frame: FrameProps;
  readonly data: ChartData;
  /** What the marks mean, in words beside the title. */
  readonly legend?: ReactNode;
  readonly draw: (width: number) => Picture;
}

/** A chart with its title, key, picture, note, table and downloads; in words when there is nothing to draw. */
export function ChartFrame(props: ChartFrameProps): ReactNode {
  const { frame, data, draw } = props;
  const labels = frame.labels ?? ENGLISH;
  const [measure, width] = useWidth(640);
  const holder = useRef<HTMLDivElement>(null);
  const Heading = `h${frame.level ?? 2}` as const;
  const picture = data.rows.length === 0 ? nothing(frame.title, labels) : draw(width);
  return (
    <figure className="chart" ref={measure}>
      <figcaption>
        <Heading className="chart-title">{frame.title}</Heading>
        {frame.subtitle === undefined ? null : <p className="chart-subtitle">{frame.subtitle}</p>}
      </figcaption>
      {data.rows.length === 0 ? null : props.legend}
      <div className="chart-picture" ref={holder}>
        {picture.sticky === undefined ? null : <Sticky sticky={picture.sticky} width={width} />}
        <svg
          role="img"
          aria-label={picture.summary}
          width={width}
          height={picture.height}
          viewBox={`0 0 ${width} ${picture.height}`}
        >
          {picture.svg}
        </svg>
        <MarkButtons spots={picture.spots} width={width} label={frame.title} />
      </div>
      <Foot frame={frame} labels={labels} data={data} remarks={picture.remarks ?? []} holder={holder} />
    </figure>
  );
}

function Sticky(props: { readonly sticky: NonNullable<Picture["sticky"]>; readonly width: number }): ReactNode {
  const { sticky, width } = props;
  return (
    <div className="chart-sticky" style={{ height: sticky.height, marginBottom: -sticky.height }}>
      <svg aria-hidden="true" width={width} height={sticky.height} viewBox={`0 0 ${width} ${sticky.height}`}>
        {sticky.svg}
      </svg>
    </div>
  );
}

function nothing(title: string, labels: ChartLabels): Picture {
  const svg = (
    <g>
      <circle className="chart-ring" cx={12} cy={32} r={6} />
      <text className="chart-text soft" x={28} y={36}>
        {labels.empty}
      </text>
    </g>
  );
  return { height: 64, summary: `${title}: ${labels.empty}`, svg, spots: [] };
}

interface FootProps {
  readonly frame: FrameProps;
  readonly labels: ChartLabels;
  readonly data: ChartData;
  readonly remarks: readonly string[];
  readonly holder: { readonly current: HTMLDivElement | null };
}

function Foot(props: FootProps): ReactNode {
  const { frame, labels, data } = props;
  const notes = [...props.remarks, frame.note ?? ""].filter((note) => note !== "");
  return (
    <>
      {notes.length === 0 ? null : <p className="chart-note">{notes.join(" ")}</p>}
      {data.rows.length === 0 ? null : (
        <div className="chart-foot">
          <details className="chart-details">
            <summary>{labels.table}</summary>
            <ChartTable data={data} caption={frame.title} />
          </details>
          <Downloads {...props} notes={notes} />
        </div>
      )}
    </>
  );
}

function Downloads(props: FootProps & { readonly notes: readonly string[] }): ReactNode {
  const { frame, labels, data, holder } = props;
  const [failed, setFailed] = useState(false);
  const name = frame.fileName ?? fileNameOf(frame.title);
  const picture = (): Sheet => {
    const svg = holder.current?.querySelector(":scope > svg");
    if (!(svg instanceof SVGSVGElement)) throw new Error("missing picture: svg");
    return sheetOf(svg, { title: frame.title, subtitle: frame.subtitle ?? "", note: props.notes.join(" ") });
  };
  const saveSvg = (): void => save(new Blob([svgText(picture().svg)], { type: "image/svg+xml" }), `${name}.svg`);
  const savePng = (): void => {
    pngOf(picture()).then(
      (png) => save(png, `${name}.png`),
      () => setFailed(true),
    );
  };
  // The mark at the start tells spreadsheets that the text is UTF-8.
  const saveCsv = (): void =>
    save(new Blob(["\ufeff", csvOf(data)], { type: "text/csv;charset=utf-8" }), `${name}.csv`);
  return (
    <p className="chart-downloads">
      <span>{labels.download}</span>
      <button type="button" className="chart-link" onClick={saveCsv}>
        CSV
      </button>
      <button type="button" className="chart-link" onClick={saveSvg}>
        SVG
      </button>
      <button type="button" className="chart-link" onClick={savePng}>
        PNG
      </button>
      <span role="status">{failed ? labels.failed : ""}</span>
    </p>
  );
}
