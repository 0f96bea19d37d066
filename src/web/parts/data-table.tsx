import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  sortFn_alphanumeric,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useMemo, useRef } from "react";
import { useMessages } from "../messages/language.tsx";

/** One column of a table. */
export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** What to sort by; a column without it is not sorted. */
  readonly sort?: ((row: Row) => number | string | undefined) | undefined;
  readonly numeric?: boolean;
  /** Share of the width: `w-6` … `w-40` in `table.css`. */
  readonly width: string;
  /** The cell that names the row. */
  readonly names?: boolean;
}

interface DataTableProps<Row> {
  /** Spoken name of the table. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowClass?: (row: Row) => string;
  /** Column id, with `-` before it when largest first. */
  readonly sort: string | undefined;
  readonly onSort: (sort: string | undefined) => void;
}

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, text: sortFn_text, basic: sortFn_basic },
});

interface Keyed<Row> {
  readonly row: Row;
  readonly key: string;
}

function sortingOf(sort: string | undefined): SortingState {
  if (sort === undefined) return [];
  return [{ id: sort.replace(/^-/, ""), desc: sort.startsWith("-") }];
}

function useSortedRows<Row>(props: DataTableProps<Row>): readonly Keyed<Row>[] {
  const { columns, rows, rowKey, sort } = props;
  const data = useMemo(() => rows.map((row) => ({ row, key: rowKey(row) })), [rows, rowKey]);
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Keyed<Row>>();
    return columns.map((column) =>
      helper.accessor((keyed): unknown => column.sort?.(keyed.row), {
        id: column.id,
        sortUndefined: "last",
        sortFn: column.numeric === true ? "basic" : "alphanumeric",
      }),
    );
  }, [columns]);
  const sorting = useMemo(() => sortingOf(sort), [sort]);
  const table = useTable({ features, columns: definitions, data, state: { sorting } });
  return table.getRowModel().rows.map((row) => row.original);
}

/** Tables of more rows than this draw only those in view. */
const ALL_AT_ONCE = 80;

/** A table with sorted columns; long ones draw only the rows in view, within a region of their own. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const rows = useSortedRows(props);
  return rows.length > ALL_AT_ONCE ? <TallTable {...props} keyed={rows} /> : <WholeTable {...props} keyed={rows} />;
}

interface SortedProps<Row> extends DataTableProps<Row> {
  readonly keyed: readonly Keyed<Row>[];
}

function WholeTable<Row>(props: SortedProps<Row>): ReactNode {
  const m = useMessages();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="table-region" aria-label={m.tableRegion(props.name)} tabIndex={0}>
      <table className="data">
        <caption className="spoken">{props.name}</caption>
        <Head {...props} />
        <tbody>
          {props.keyed.map(({ row, key }) => (
            <tr key={key} data-item="" className={props.rowClass?.(row) ?? ""}>
              <Cells columns={props.columns} row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TallTable<Row>(props: SortedProps<Row>): ReactNode {
  const m = useMessages();
  const { keyed, columns } = props;
  const region = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: keyed.length,
    getScrollElement: () => region.current,
    estimateSize: () => 64,
    getItemKey: (index) => keyed[index]?.key ?? index,
    initialRect: { width: 1000, height: 800 },
    overscan: 10,
  });
  const items = virtualizer.getVirtualItems();
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <section
      ref={region}
      className="table-region table-tall"
      aria-label={m.tableRegion(props.name)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      <table className="data" aria-rowcount={keyed.length + 1}>
        <caption className="spoken">{props.name}</caption>
        <Head {...props} />
        <tbody>
          <Spacer height={items[0]?.start ?? 0} columns={columns.length} />
          {items.map(({ key, index }) => {
            const row = keyed[index]?.row;
            return row === undefined ? null : (
              <tr
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                data-item=""
                aria-rowindex={index + 2}
                className={props.rowClass?.(row) ?? ""}
              >
                <Cells columns={columns} row={row} />
              </tr>
            );
          })}
          <Spacer height={after} columns={columns.length} />
        </tbody>
      </table>
    </section>
  );
}

function Head<Row>({ columns, sort, onSort }: DataTableProps<Row>): ReactNode {
  const m = useMessages();
  const [held] = sortingOf(sort);
  const next = (column: Column<Row>): string | undefined => {
    const first = column.numeric === true ? `-${column.id}` : column.id;
    if (held?.id !== column.id) return first;
    const second = column.numeric === true ? column.id : `-${column.id}`;
    return sort === first ? second : undefined;
  };
  const order = (column: Column<Row>) =>
    held?.id !== column.id ? undefined : held.desc ? ("descending" as const) : ("ascending" as const);
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            className={cellClass(column)}
            {...(order(column) === undefined ? {} : { "aria-sort": order(column) })}
          >
            {column.sort === undefined ? (
              column.head
            ) : (
              <button type="button" className="sort" title={m.sortBy(column.head)} onClick={() => onSort(next(column))}>
                {column.head}
              </button>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Spacer(props: { readonly height: number; readonly columns: number }): ReactNode {
  if (props.height <= 0) return null;
  return (
    <tr className="spacer">
      <td colSpan={props.columns} style={{ height: props.height }} />
    </tr>
  );
}

function Cells<Row>(props: { readonly columns: readonly Column<Row>[]; readonly row: Row }): ReactNode {
  return props.columns.map((column) =>
    column.names === true ? (
      <th key={column.id} scope="row" className={cellClass(column)}>
        {column.cell(props.row)}
      </th>
    ) : (
      <td key={column.id} className={cellClass(column)}>
        {column.cell(props.row)}
      </td>
    ),
  );
}

function cellClass<Row>(column: Column<Row>): string {
  return column.numeric === true ? `${column.width} num` : column.width;
}
