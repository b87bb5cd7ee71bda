import { Segmented } from 'antd';
import { useMemo } from 'react';
import { useSeries } from '../../api/queries.ts';
import type { FigureCard } from '../../api/types.ts';
import { Chart } from '../../charts/chart.tsx';
import { mainNumber } from '../../charts/figure-cell.tsx';
import { Answer } from '../../shared/states.tsx';
import { analysis } from '../../words/analysis.ts';
import { plusDays, useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { numbersIn, useNumberName, written } from './numbers.tsx';
import { STEPS, type Selection } from './selection.ts';

const YEARS = 5;

/** How the figure went: a line with zoom over the last years, or over the period that is asked. */
export const SeriesView = ({ card, selection }: { card: FigureCard; selection: Selection }) => {
  const t = useWords(analysis);
  const terms = useTerms();
  const format = useFormat();
  const nameOf = useNumberName(card);
  const step = selection.search.step ?? 'quarter';
  const { period, search, knownAt, narrowing } = selection;
  const to = 'on' in period ? period.on : period.to;
  const from = search.from ?? plusDays(to, -365 * YEARS);
  const asked = useSeries(card.id, { ...narrowing, from, to, step, knownAt });
  const series = asked.data?.series ?? [];
  const option = useMemo(() => {
    const percent = card.shape === 'ratio';
    return {
      grid: { left: 8, right: 24, top: 16, bottom: 64, containLabel: true },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: series.map(({ date }) => date) },
      yAxis: {
        type: 'value',
        scale: percent,
        axisLabel: {
          formatter: (value: number) => (percent ? format.rate(value) : format.number(value)),
        },
      },
      dataZoom: [{ type: 'inside' }, { type: 'slider', height: 24, bottom: 8 }],
      series: [
        {
          type: 'line',
          name: terms.said(card.names),
          data: series.map((cell) => mainNumber(card, cell)),
          symbolSize: 6,
          itemStyle: { color: '#2f7fd1' },
        },
      ],
    };
  }, [asked.data, card, format]);
  const names = numbersIn(series[0] ?? { excluded: {}, members: '' }).map(([name]) => name);
  return (
    <>
      <div className="figure-tools no-print">
        <span>{t('step')}</span>
        <Segmented
          aria-label={t('step')}
          value={step}
          options={STEPS.map((value) => ({ value, label: t(value) }))}
          onChange={(chosen) => selection.change({ step: chosen })}
        />
        <span className="soft">{t('fromTo', { from: format.day(from), to: format.day(to) })}</span>
      </div>
      <Answer of={asked}>
        {() => (
          <Chart
            option={option}
            height={360}
            label={t('series')}
            table={{
              columns: [t('day'), ...names.map(nameOf)],
              rows: series.map((cell) => [
                format.day(cell.date),
                ...names.map((name) => {
                  const value = cell[name];
                  return written(name, typeof value === 'number' ? value : null, format);
                }),
              ]),
            }}
            onPick={({ dataIndex }) => {
              const at = series[dataIndex]?.date;
              if (at !== undefined && card.takes === 'on')
                selection.change({ on: at, show: 'members' });
            }}
          />
        )}
      </Answer>
    </>
  );
};
