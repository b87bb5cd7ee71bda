import { Table } from 'antd';
import { operator } from '../../words/operator.ts';
import { useWords } from '../../words/words.ts';

export type CellsRow = {
  readonly row: number;
  readonly cells: readonly string[];
  /** Headers of the cells that are wrong. */
  readonly marked: readonly string[];
  readonly why: string;
};

/** Rows of a file as they came, what is wrong with them in front. */
export const CellsTable = ({
  headers,
  rows,
}: {
  readonly headers: readonly string[];
  readonly rows: readonly CellsRow[];
}) => {
  const t = useWords(operator);
  const anyWrong = rows.some(({ why }) => why !== '');
  return (
    <Table<CellsRow>
      size="small"
      rowKey="row"
      pagination={false}
      scroll={{ x: 'max-content', y: 360 }}
      dataSource={rows}
      columns={[
        { key: 'row', title: t('row'), width: 64, render: (_, { row }) => row },
        ...(anyWrong
          ? [
              {
                key: 'why',
                title: t('wrong'),
                width: 260,
                render: (_: unknown, { why }: CellsRow) => <span className="bad">{why}</span>,
              },
            ]
          : []),
        ...headers.map((header, at) => ({
          key: `${String(at)} ${header}`,
          title: header,
          render: (_: unknown, { cells, marked }: CellsRow) => (
            <span className={marked.includes(header) ? 'import-cell bad' : 'import-cell'}>
              {cells[at] ?? ''}
            </span>
          ),
        })),
      ]}
    />
  );
};
