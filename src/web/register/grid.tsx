import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type UIEvent,
} from 'react';
import type { Row } from '../api/types.ts';

/** Rows above and below the window that are there already when one scrolls. */
const SPARE = 12;

export type GridColumn = {
  readonly name: string;
  readonly title: string;
  readonly width: number;
  readonly sortable: boolean;
  /** Its values are numbers: they and their heading stand on the right. */
  readonly numeric: boolean;
  readonly cell: (row: Row) => ReactNode;
};

type GridProps = {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly Row[];
  readonly rowHeight: number;
  /** The most height that the rows take. */
  readonly height: number;
  /** `name`, `-name`, or nothing. */
  readonly sort: string;
  readonly onSort: (sort: string | undefined) => void;
  /** The end is near. */
  readonly onEnd: () => void;
  /** What is said where there are no rows. */
  readonly empty: ReactNode;
};

const directionOf = (sort: string, name: string): 'ascending' | 'descending' | 'none' => {
  if (sort === name) return 'ascending';
  return sort === `-${name}` ? 'descending' : 'none';
};

const NEXT = { none: '', ascending: '-', descending: undefined } as const;
const MARK = { none: '↕', ascending: '↑', descending: '↓' } as const;

const Heading = ({
  column: { name, title, width, sortable, numeric },
  sort,
  onSort,
}: Pick<GridProps, 'sort' | 'onSort'> & { readonly column: GridColumn }) => {
  const side = numeric ? 'numeric' : undefined;
  if (!sortable)
    return (
      <th scope="col" style={{ width }} className={side}>
        <span className="plain-head">{title}</span>
      </th>
    );
  const direction = directionOf(sort, name);
  const next = NEXT[direction];
  return (
    <th scope="col" style={{ width }} className={side} aria-sort={direction}>
      <button type="button" onClick={() => onSort(next === undefined ? undefined : next + name)}>
        <span>{title}</span>
        <span aria-hidden="true" className={direction === 'none' ? 'unsorted' : 'sorted'}>
          {MARK[direction]}
        </span>
      </button>
    </th>
  );
};

const Line = ({
  row,
  columns,
  at,
}: {
  readonly row: Row;
  readonly columns: readonly GridColumn[];
  readonly at: number;
}) => (
  <tr aria-rowindex={at + 2}>
    {columns.map(({ name, numeric, cell }) => (
      <td key={name} className={numeric ? 'numeric' : undefined}>
        {cell(row)}
      </td>
    ))}
  </tr>
);

/** Which rows are in the window now. */
const useWindow = (count: number, rowHeight: number) => {
  const place = useRef<HTMLDivElement>(null);
  const [span, setSpan] = useState({ from: 0, to: 60 });
  const look = useCallback(() => {
    const box = place.current;
    if (!box) return;
    const from = Math.max(0, Math.floor(box.scrollTop / rowHeight) - SPARE);
    const to = Math.ceil((box.scrollTop + box.clientHeight) / rowHeight) + SPARE;
    setSpan((before) => (before.from === from && before.to === to ? before : { from, to }));
  }, [rowHeight]);
  useLayoutEffect(look, [look, count]);
  return { place, look, from: Math.min(span.from, count), to: Math.min(span.to, count) };
};

/**
 * A table of many rows of one height: only those in sight are in the page, so that tens of thousands
 * scroll as one does. A real table: readers and keyboards know it.
 */
export const Grid = ({
  label,
  columns,
  rows,
  rowHeight,
  height,
  sort,
  onSort,
  onEnd,
  empty,
}: GridProps) => {
  const { place, look, from, to } = useWindow(rows.length, rowHeight);
  const wide = columns.reduce((sum, { width }) => sum + width, 0);
  const onScroll = ({ currentTarget }: UIEvent<HTMLDivElement>) => {
    look();
    const left = currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight;
    if (left < rowHeight * 30) onEnd();
  };
  const space = (count: number) =>
    count > 0 && (
      <tr aria-hidden="true" style={{ height: count * rowHeight }}>
        <td colSpan={columns.length} />
      </tr>
    );
  return (
    // A region that scrolls is reached by keyboard.
    <div
      ref={place}
      className="grid"
      style={{ maxHeight: height }}
      onScroll={onScroll}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <table style={{ minWidth: wide }} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Heading key={column.name} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody style={{ ['--row' as string]: `${rowHeight}px` }}>
          {space(from)}
          {rows.slice(from, to).map((row, at) => (
            <Line key={row.id} row={row} columns={columns} at={from + at} />
          ))}
          {space(rows.length - to)}
        </tbody>
      </table>
      {rows.length === 0 && empty}
    </div>
  );
};
