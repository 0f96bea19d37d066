import type { ReactNode } from "react";
import { ClaimGlyph } from "./claim-glyph.tsx";
import { type FanPoint, fanPaths, yearTicks, yearX } from "./fan-layout.ts";
import type { FanPicture } from "./fan-picture.ts";

/** The bands and the median of each run; hatched where it is assumed. */
export function Bands(props: { readonly picture: FanPicture; readonly hatch: string }): ReactNode {
  return props.picture.runs.map((run) => {
    const key = run.points[0]?.x ?? 0;
    if (run.points.length === 1) return run.points.map((point) => <Lone key={key} point={point} />);
    const paths = fanPaths(run.points);
    const fill = run.assumed ? { fill: `url(#${props.hatch})` } : {};
    return (
      <g key={key} className={run.assumed ? "assumed" : undefined}>
        <path className={run.assumed ? "chart-assumed" : "chart-band90"} d={paths.band90} {...fill} />
        <path className="chart-band50" d={paths.band50} />
        <path className="chart-median" d={paths.median} />
      </g>
    );
  });
}

function Lone(props: { readonly point: FanPoint }): ReactNode {
  const { x, median, q05, q25, q75, q95 } = props.point;
  return (
    <g>
      <line className="chart-thin" x1={x} x2={x} y1={q05} y2={q95} />
      <line className="chart-thick" x1={x} x2={x} y1={q25} y2={q75} />
      <circle className="chart-dot" cx={x} cy={median} r={4.5} />
    </g>
  );
}

/** The years under the plot, and the one pointed out. */
export function Years(props: { readonly picture: FanPicture; readonly pointed: number | undefined }): ReactNode {
  const { plot, years, width } = props.picture;
  const { pointed } = props;
  const bottom = plot.y + plot.height;
  const x = (year: number): number => yearX(year, years, plot);
  const shown = pointed !== undefined && pointed >= years[0] && pointed <= years[1] ? pointed : undefined;
  const ticks = yearTicks(years, plot.width, width < 500 ? 44 : 60);
  const room = (year: number): boolean => shown === undefined || Math.abs(x(year) - x(shown)) > 36;
  return (
    <g>
      {ticks.map((year) => (
        <g key={year}>
          <line className="chart-tick" x1={x(year)} x2={x(year)} y1={bottom} y2={bottom + 4} />
          {room(year) ? (
            <text className="chart-text soft middle" x={x(year)} y={bottom + 18}>
              {year}
            </text>
          ) : null}
        </g>
      ))}
      {shown === undefined ? null : (
        <g>
          <line className="chart-pointed" x1={x(shown)} x2={x(shown)} y1={plot.y} y2={bottom} />
          <text className="chart-text worker middle" x={x(shown)} y={bottom + 18}>
            {shown}
          </text>
        </g>
      )}
    </g>
  );
}

/** The labelled ticks of policies and events. */
export function Marks(props: { readonly picture: FanPicture }): ReactNode {
  const { marks, plot } = props.picture;
  return marks.map(({ x, row, text, left, mark }) => (
    <g key={`${mark.year} ${mark.label}`}>
      <line className="chart-event" x1={x} x2={x} y1={26 + row * 18} y2={plot.y + plot.height} />
      <text className={left ? "chart-text soft end" : "chart-text soft"} x={left ? x - 5 : x + 5} y={36 + row * 18}>
        {text}
      </text>
    </g>
  ));
}

/** The claims on their ranges; those beyond the axis with their values. */
export function Claims(props: { readonly picture: FanPicture; readonly label: (value: number) => string }): ReactNode {
  const { claims, radius, plot } = props.picture;
  return claims.map(({ claim, x, y, low, high, filled, conflict, beyond }) => {
    const left = x > plot.x + plot.width * 0.8;
    return (
      <g key={claim.result.claim}>
        <ClaimGlyph
          x={x}
          y={y}
          radius={radius}
          filled={filled}
          range={[low, high]}
          upright
          conflict={conflict}
          beyond={beyond}
        />
        {beyond === undefined ? null : (
          <text
            className={`chart-text halo ${conflict ? "warn" : "soft"} ${left ? "end" : ""}`}
            x={left ? x - radius - 5 : x + radius + 5}
            y={y + 4}
          >
            {props.label(claim.result.center)}
          </text>
        )}
      </g>
    );
  });
}
