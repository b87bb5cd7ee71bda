import { Button, Table, type TableColumnType } from 'antd';
import type { SorterResult } from 'antd/es/table/interface';
import { useMemo, useSyncExternalStore } from 'react';
import { useScroll } from '../api/queries.ts';
import type { Query } from '../api/request.ts';
import type { Category } from '../api/things.ts';
import type { Row } from '../api/types.ts';
import { CellView, Phase } from '../shared/cells.tsx';
import { Failed, Nothing } from '../shared/states.tsx';
import { SubjectLink } from '../shared/subject-link.tsx';
import { useTerms } from '../words/terms.ts';
import { shared } from '../words/shared.ts';
import { useWords } from '../words/words.ts';
import { Filters } from './filters.tsx';
import type { Column, Filter } from './kinds.ts';
import { useDensity, useKept, useRegisterQuery, useRegisterSearch } from './state.ts';
import { Tools } from './tools.tsx';
import './register.css';

const NONE: Query = {};
const WIDTH = 140;

const subscribe = (listener: () => void) => {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
};
/** The room that is left for rows under the head, the title and the filters. */
const useHeight = (): number =>
  Math.max(300, useSyncExternalStore(subscribe, () => window.innerHeight) - 260);

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

const useColumns = ({ name, category, columns }: RegisterTableProps) => {
  const terms = useTerms();
  const { search } = useRegisterSearch();
  const { kept } = useKept(name);
  const shown = kept.columns ?? columns.filter(({ hidden }) => !hidden).map((one) => one.name);
  const sort = typeof search['sort'] === 'string' ? search['sort'] : '';
  const visible = columns.filter((column) => shown.includes(column.name));
  const table = visible.map((column, at): TableColumnType<Row> => {
    const cell = (row: Row) => {
      if (column.render) return column.render(row);
      const value = row[column.name] ?? null;
      if (column.name === 'phase' && category)
        return <Phase category={category} phase={String(value)} />;
      return <CellView list={name} name={column.name} value={value} />;
    };
    return {
      key: column.name,
      dataIndex: column.name,
      title: column.title ?? terms.column(name, column.name),
      width: column.width ?? WIDTH,
      ellipsis: true,
      sorter: true,
      sortOrder: sort === column.name ? 'ascend' : sort === `-${column.name}` ? 'descend' : null,
      render: (_: unknown, row) =>
        at === 0 && category ? (
          <SubjectLink category={category} id={row.id}>
            {cell(row)}
          </SubjectLink>
        ) : (
          cell(row)
        ),
    };
  });
  return { shown, table, width: visible.reduce((sum, { width = WIDTH }) => sum + width, 0) };
};

/** A list of the API as people work with it: what is shown is what the address says. */
export const RegisterTable = (props: RegisterTableProps) => {
  const { name, columns, filters = [], searchable = false, takesDay = false, fixed = NONE } = props;
  const t = useWords(shared);
  const density = useDensity();
  const { change } = useRegisterSearch();
  const query = useRegisterQuery(filters, { takesDay, fixed });
  const found = useScroll<Row>(name, query);
  const rows = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  const { shown, table, width } = useColumns(props);
  const tall = useHeight();
  const height = props.height ?? tall;
  const more = () => {
    if (found.hasNextPage && !found.isFetchingNextPage) void found.fetchNextPage();
  };
  if (found.error && !found.data)
    return <Failed error={found.error} again={() => void found.refetch()} />;
  return (
    <section className="register">
      <div className="register-head">
        <Filters name={name} filters={filters} searchable={searchable} />
        <Tools name={name} columns={columns} shown={shown} query={query} />
      </div>
      <Table<Row>
        virtual={rows.length > 60}
        rowKey="id"
        size={density}
        columns={table}
        dataSource={rows}
        pagination={false}
        loading={found.isPending || (found.isFetching && found.isPlaceholderData)}
        scroll={rows.length > 60 ? { x: width, y: height } : { x: width }}
        locale={{
          emptyText: <Nothing {...(filters.length > 0 ? { text: t('emptyFiltered') } : {})} />,
        }}
        onChange={(_page, _filters, sorter) => {
          const { columnKey, order } = sorter as SorterResult<Row>;
          const sort = order ? `${order === 'descend' ? '-' : ''}${String(columnKey)}` : undefined;
          change({ sort });
        }}
        onScroll={({ currentTarget }) => {
          const { scrollTop, clientHeight, scrollHeight } = currentTarget;
          if (scrollTop + clientHeight > scrollHeight - 800) more();
        }}
      />
      <p className="soft register-foot" aria-live="polite">
        {found.hasNextPage
          ? t('moreRows', { count: rows.length })
          : t('rows', { count: rows.length })}
        {found.hasNextPage && (
          <Button type="link" size="small" loading={found.isFetchingNextPage} onClick={more}>
            {t('more')}
          </Button>
        )}
      </p>
    </section>
  );
};
