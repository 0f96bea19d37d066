import type { ReactNode } from "react";
import type { Cell, ChartData, DataRow } from "./chart-data.ts";

function shown(cell: Cell): ReactNode {
  if (cell === undefined) return "";
  return typeof cell === "string" ? cell : <span title={String(Number(cell.value.toPrecision(6)))}>{cell.text}</span>;
}

function Row(props: { readonly row: DataRow; readonly columns: ChartData["columns"] }): ReactNode {
  const { row, columns } = props;
  return (
    <tr>
      {columns.map(({ label, numeric }, index) => {
        const content = shown(row.cells[index]);
        const kind = numeric ? "number" : undefined;
        const open = index === 0 ? row.open : row.also?.column === index ? row.also.open : undefined;
        const inside =
          open === undefined ? (
            content
          ) : (
            <button type="button" className="chart-link" onClick={open}>
              {content}
            </button>
          );
        if (index > 0)
          return (
            <td key={label} className={kind}>
              {inside}
            </td>
          );
        return (
          <th key={label} scope="row" className={kind}>
            {inside}
          </th>
        );
      })}
    </tr>
  );
}

/** The numbers of a chart as a table; cells that can be opened are buttons. */
export function ChartTable(props: { readonly data: ChartData; readonly caption: string }): ReactNode {
  const { data } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="chart-scroll" aria-label={props.caption} tabIndex={0}>
      <table className="chart-numbers">
        <caption className="chart-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {data.columns.map(({ label, numeric }) => (
              <th key={label} scope="col" className={numeric ? "number" : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <Row key={row.id} row={row} columns={data.columns} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
