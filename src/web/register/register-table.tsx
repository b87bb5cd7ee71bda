import { Button } from 'antd';
import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { useScroll } from '../api/queries.ts';
import type { Query } from '../api/request.ts';
import type { Category } from '../api/things.ts';
import type { Row } from '../api/types.ts';
import { CellView, Phase } from '../shared/cells.tsx';
import { Failed, Loading, Nothing } from '../shared/states.tsx';
import { SubjectLink } from '../shared/subject-link.tsx';
import { useTerms } from '../words/terms.ts';
import { shared } from '../words/shared.ts';
import { useWords } from '../words/words.ts';
import { Filters } from './filters.tsx';
import { Grid, type GridColumn } from './grid.tsx';
import type { Column, Filter } from './kinds.ts';
import { useDensity, useKept, useRegisterQuery, useRegisterSearch } from './state.ts';
import { Tools } from './tools.tsx';
import './register.css';

const NONE: Query = {};
const WIDTH = 140;
/** Of so many rows it is seen whether a column holds numbers. */
const SAMPLE = 100;
/** Heights of a row, by density. */
const ROW = { small: 38, middle: 52 } as const;

const subscribe = (listener: () => void) => {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
};
/** The room that is left for rows under the head, the title and the filters. */
const useHeight = (): number =>
  Math.max(300, useSyncExternalStore(subscribe, () => window.innerHeight) - 290);

export type RegisterTableProps = {
  /** The list of the API: `contracts`, `resolutions`, `deadlines` … */
  readonly name: string;
  /** Rows are things of this kind: their first column leads to their page. */
  readonly category?: Category;
  readonly columns: readonly Column[];
  readonly filters?: readonly Filter[];
  /** The list takes `q`. */
  readonly searchable?: boolean;
  /** The list takes `on`. */
  readonly takesDay?: boolean;
  /** What is always asked: the parts of one subject, one body’s docket. */
  readonly fixed?: Query;
  /** Inside a subject’s page: no filters in the address, a lower table. */
  readonly height?: number;
};

const useColumns = ({ name, category, columns }: RegisterTableProps, rows: readonly Row[]) => {
  const terms = useTerms();
  const { kept } = useKept(name);
  const shown = kept.columns ?? columns.filter(({ hidden }) => !hidden).map((one) => one.name);
  const visible = columns.filter((column) => shown.includes(column.name));
  const sample = rows.slice(0, SAMPLE);
  const cellOf = (column: Column, row: Row): ReactNode => {
    if (column.render) return column.render(row);
    const value = row[column.name] ?? null;
    if (column.name === 'phase' && category)
      return <Phase category={category} phase={String(value)} />;
    return <CellView list={name} name={column.name} value={value} />;
  };
  const grid = visible.map((column, at): GridColumn => ({
    name: column.name,
    title: column.title ?? terms.column(name, column.name),
    width: column.width ?? WIDTH,
    sortable: terms.isColumn(name, column.name),
    numeric: !column.render && sample.some((row) => typeof row[column.name] === 'number'),
    cell: (row) =>
      at === 0 && category ? (
        <SubjectLink category={category} id={row.id}>
          {cellOf(column, row)}
        </SubjectLink>
      ) : (
        cellOf(column, row)
      ),
  }));
  return { shown, grid };
};

type FootProps = {
  readonly found: ReturnType<typeof useScroll>;
  readonly count: number;
  readonly more: () => void;
};

/** How many rows are there, whether there are more, and whether they changed since. */
const Foot = ({ found, count, more }: FootProps) => {
  const t = useWords(shared);
  const { hasNextPage, isFetchingNextPage, isOutdated, showAnew } = found;
  return (
    <p className="soft register-foot" aria-live="polite">
      {t(hasNextPage ? 'moreRows' : 'rows', { count })}
      {hasNextPage && (
        <Button type="link" size="small" loading={isFetchingNextPage} onClick={more}>
          {t('more')}
        </Button>
      )}
      {isOutdated && (
        <>
          {' '}
          {t('changedSince')}
          <Button type="link" size="small" onClick={showAnew}>
            {t('showAnew')}
          </Button>
        </>
      )}
    </p>
  );
};

/** A list of the API as people work with it: what is shown is what the address says. */
export const RegisterTable = (props: RegisterTableProps) => {
  const { name, columns, filters = [], searchable = false, takesDay = false, fixed = NONE } = props;
  const t = useWords(shared);
  const terms = useTerms();
  const density = useDensity();
  const { search, change } = useRegisterSearch();
  const query = useRegisterQuery(filters, { takesDay, fixed });
  const found = useScroll<Row>(name, query);
  const rows = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  const { shown, grid } = useColumns(props, rows);
  const tall = useHeight();
  const more = () => {
    if (found.hasNextPage && !found.isFetchingNextPage) void found.fetchNextPage();
  };
  if (found.error && !found.data)
    return <Failed error={found.error} again={() => void found.refetch()} />;
  const waits = found.isPending || (found.isFetching && found.isPlaceholderData);
  return (
    <section className="register" aria-busy={waits}>
      <div className="register-head">
        <Filters name={name} filters={filters} searchable={searchable} />
        <Tools name={name} columns={columns} shown={shown} query={query} />
      </div>
      <Grid
        label={terms.noun(name)}
        columns={grid}
        rows={rows}
        rowHeight={ROW[density]}
        height={props.height ?? tall}
        sort={typeof search['sort'] === 'string' ? search['sort'] : ''}
        onSort={(sort) => change({ sort })}
        onEnd={more}
        empty={
          waits ? (
            <Loading />
          ) : (
            <Nothing {...(filters.length > 0 ? { text: t('emptyFiltered') } : {})} />
          )
        }
      />
      <Foot found={found} count={rows.length} more={more} />
    </section>
  );
};
