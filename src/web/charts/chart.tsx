import { BarChartOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Loading } from '../shared/states.tsx';
import { shared } from '../words/shared.ts';
import { useWords } from '../words/words.ts';
import type { Picked } from './drawing.tsx';

export { Spark } from './spark.tsx';

const Drawing = lazy(() => import('./drawing.tsx'));

/** The same numbers as the chart, for eyes that do not see it and hands that copy. */
export type ChartTable = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
};

const Twin = ({ table }: { readonly table: ChartTable }) => (
  <Table<{ key: number; cells: readonly ReactNode[] }>
    size="small"
    pagination={false}
    scroll={{ x: 'max-content', y: 420 }}
    dataSource={table.rows.map((cells, key) => ({ key, cells }))}
    columns={table.columns.map((title, at) => ({
      key: at,
      title,
      render: (_: unknown, { cells }) => cells[at],
    }))}
  />
);

/** A chart and its table twin; `onPick` hears which bar or point was clicked. `option` must be memoised. */
export const Chart = ({
  option,
  table,
  label,
  height = 320,
  onPick,
}: {
  readonly option: EChartsCoreOption;
  readonly table: ChartTable;
  /** What the chart shows, in one sentence. */
  readonly label: string;
  readonly height?: number;
  readonly onPick?: (picked: Picked) => void;
}) => {
  const t = useWords(shared);
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="chart" aria-label={label}>
      <div className="chart-tools no-print">
        <Button
          size="small"
          icon={asTable ? <BarChartOutlined aria-hidden /> : <TableOutlined aria-hidden />}
          onClick={() => setAsTable(!asTable)}
        >
          {t(asTable ? 'showChart' : 'showTable')}
        </Button>
      </div>
      {asTable ? (
        <Twin table={table} />
      ) : (
        <Suspense fallback={<Loading />}>
          <Drawing option={option} height={height} label={label} onPick={onPick} />
        </Suspense>
      )}
    </figure>
  );
};
