import { Select } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Chart } from '../../charts/chart.tsx';
import { bargaining } from '../../words/bargaining.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { nameOf, SIDES, type Shown, type Side } from './lines.ts';
import { bargainingSubjectRoute } from './routes.tsx';
import { useValueText } from './values.tsx';

const pathOf = (line: Shown, rounds: number, side: Side): readonly (number | null)[] => [
  line.first.findLast((one) => one.side === side)?.value ?? null,
  ...Array.from(
    { length: rounds },
    (_, at) => line.rounds.find(({ round }) => round === at + 1)?.[side]?.value ?? null,
  ),
];
const INKS = { employer: '#d1782f', employees: '#2f7fd1' } as const;
const MARKS = { employer: 'rect', employees: 'circle' } as const;

const Path = ({ line, rounds }: { readonly line: Shown; readonly rounds: number }) => {
  const t = useWords(bargaining);
  const terms = useTerms();
  const format = useFormat();
  const value = useValueText();
  const title = nameOf(line, terms);
  const stops = [
    t('openingPositions'),
    ...Array.from({ length: rounds }, (_, at) => t('round', { n: at + 1 })),
  ];
  const paths = SIDES.map((side) => pathOf(line, rounds, side));
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
      legend: { top: 0, itemGap: 28 },
      tooltip: {
        trigger: 'axis',
        valueFormatter: (one: number | null) => (one == null ? '–' : value(one, line.unit)),
      },
      xAxis: { type: 'category', data: stops },
      yAxis: {
        type: 'value',
        scale: true,
        axisLabel: { formatter: (one: number) => value(one, line.unit) },
      },
      series: SIDES.map((side, at) => ({
        type: 'line',
        name: terms.value('side', side),
        data: paths[at],
        connectNulls: true,
        symbol: MARKS[side],
        symbolSize: 9,
        itemStyle: { color: INKS[side] },
        lineStyle: { width: 2, type: side === 'employer' ? 'dashed' : 'solid' },
      })),
    }),
    [line, rounds, format, title],
  );
  return (
    <Chart
      option={option}
      height={260}
      label={t('pathOf', { title })}
      table={{
        columns: [t('path'), ...SIDES.map((side) => terms.value('side', side))],
        rows: stops.map((stop, at) => [
          stop,
          ...paths.map((path) => {
            const one = path[at] ?? null;
            return one === null ? '–' : value(one, line.unit);
          }),
        ]),
      }}
    />
  );
};

const hasPath = (line: Shown): boolean =>
  line.first.some(({ value }) => value !== null) ||
  line.rounds.some((round) => SIDES.some((side) => round[side]?.value != null));

/** How the sides moved on a clause, from the first positions on; which clause stands in the address. */
export const Paths = ({
  lines,
  rounds,
}: {
  readonly lines: readonly Shown[];
  readonly rounds: number;
}) => {
  const t = useWords(bargaining);
  const terms = useTerms();
  const navigate = useNavigate();
  const { clause } = bargainingSubjectRoute.useSearch();
  const numbered = lines.filter(hasPath);
  const line = numbered.find((one) => one.clause === clause) ?? numbered[0];
  if (!line) return null;
  return (
    <section>
      <div className="page-head">
        <h2>{t('path')}</h2>
        <span className="spread" />
        <Select
          aria-label={t('clause')}
          className="filter"
          value={line.clause}
          options={numbered.map((one) => ({ value: one.clause, label: nameOf(one, terms) }))}
          onChange={(chosen: string) =>
            void navigate({ to: '.', search: (before: object) => ({ ...before, clause: chosen }) })
          }
        />
      </div>
      <Path line={line} rounds={rounds} />
    </section>
  );
};
