import { Select, Table } from 'antd';
import { useMemo } from 'react';
import { useFigure } from '../../api/queries.ts';
import type { FigureCard, FigureGroup } from '../../api/types.ts';
import { Chart } from '../../charts/chart.tsx';
import { FigureCell, mainNumber, mainText } from '../../charts/figure-cell.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { analysis } from '../../words/analysis.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { numbersIn, useNumberName, written } from './numbers.tsx';
import { narrowedTo, type Selection } from './selection.ts';

/** How many bars one still reads. */
const BARS = 30;

/** The ways to group a figure: its dimensions, regions at each of their levels. */
export const useGroupings = (card: FigureCard) => {
  const t = useWords(analysis);
  const terms = useTerms();
  return card.dimensions.flatMap((name) =>
    name === 'region'
      ? [
          { value: 'region:city', label: t('cities') },
          { value: 'region:county', label: t('counties') },
          { value: 'region:province', label: t('provinces') },
        ]
      : [{ value: name, label: terms.dimension(name) }],
  );
};

const Bars = ({
  card,
  groups,
  open,
}: {
  readonly card: FigureCard;
  readonly groups: readonly FigureGroup[];
  readonly open: (group: FigureGroup) => void;
}) => {
  const terms = useTerms();
  const t = useWords(analysis);
  const format = useFormat();
  const shown = groups.slice(0, BARS);
  const names = shown.map(({ label, key }) => (key === '' ? t('unknownGroup') : terms.said(label)));
  const values = shown.map((group) => mainNumber(card, group));
  const option = useMemo(
    () => ({
      grid: { left: 24, right: 24, top: 8, bottom: 8, containLabel: true },
      tooltip: {
        valueFormatter: (value: unknown) =>
          mainText(card, typeof value === 'number' ? value : null, format),
      },
      xAxis: {
        type: 'value',
        ...(card.shape === 'ratio' || card.shape === 'mean' ? {} : { minInterval: 1 }),
        axisLabel: {
          formatter: (value: number) => mainText(card, value, format),
        },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: names,
        axisLabel: { width: 160, overflow: 'truncate' },
      },
      series: [{ type: 'bar', data: values, itemStyle: { color: '#2f7fd1' } }],
    }),
    [JSON.stringify([names, values]), card, format],
  );
  return (
    <Chart
      option={option}
      height={Math.max(160, 32 + shown.length * 26)}
      label={t('groups')}
      table={{
        columns: [t('group'), terms.said(card.names)],
        rows: shown.map((_, at) => [names[at], mainText(card, values[at] ?? null, format)]),
      }}
      onPick={({ dataIndex }) => {
        const group = shown[dataIndex];
        if (group) open(group);
      }}
    />
  );
};

/** The groups of one dimension, as bars and as a table whose numbers open. */
export const Groups = ({ card, selection }: { card: FigureCard; selection: Selection }) => {
  const t = useWords(analysis);
  const terms = useTerms();
  const format = useFormat();
  const nameOf = useNumberName(card);
  const groupings = useGroupings(card);
  const groupBy = selection.search.groupBy ?? groupings[0]?.value ?? '';
  const figure = useFigure(card.id, { ...selection.query, groupBy }, groupBy !== '');
  return (
    <>
      <div className="figure-tools no-print">
        <label htmlFor="group-by">{t('groupBy')}</label>
        <Select
          id="group-by"
          className="filter"
          style={{ minWidth: 180 }}
          value={groupBy}
          options={groupings}
          onChange={(chosen) => selection.change({ groupBy: chosen })}
        />
      </div>
      <Answer of={figure}>
        {({ groups, overlapping }) =>
          groups.length === 0 ? (
            <Nothing text={t('noGroups')} />
          ) : (
            <>
              {overlapping && <p className="soft">{t('overlapping')}</p>}
              <Bars
                card={card}
                groups={groups}
                open={(group) => selection.change({ ...narrowedTo(group), show: 'members' })}
              />
              <Table<FigureGroup>
                size="small"
                rowKey="key"
                pagination={groups.length > 50 ? { pageSize: 50 } : false}
                scroll={{ x: 'max-content' }}
                dataSource={groups}
                columns={[
                  {
                    key: 'label',
                    title: t('group'),
                    render: (_, { label, key }) =>
                      key === '' ? t('unknownGroup') : terms.said(label),
                  },
                  {
                    key: 'main',
                    title: terms.said(card.names),
                    render: (_, group) => (
                      <FigureCell
                        card={card}
                        cell={group}
                        selection={{ ...selection.query, ...narrowedTo(group) }}
                      />
                    ),
                  },
                  ...numbersIn(groups[0] ?? { excluded: {}, members: '' }).map(([name]) => ({
                    key: name,
                    title: nameOf(name),
                    align: 'right' as const,
                    render: (_: unknown, group: FigureGroup) => {
                      const value = group[name];
                      return written(name, typeof value === 'number' ? value : null, format);
                    },
                  })),
                ]}
              />
            </>
          )
        }
      </Answer>
    </>
  );
};
