import { DatePicker, Table } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useMemo } from 'react';
import { useAnswer } from '../../api/queries.ts';
import type { FigureCard, FigureCell as Cell } from '../../api/types.ts';
import { Chart } from '../../charts/chart.tsx';
import { mainNumber, mainText } from '../../charts/figure-cell.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { analysis } from '../../words/analysis.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { categoryOf, FactLink, type FactOfFigure } from './fact-link.tsx';
import type { Selection } from './selection.ts';

type Cause = {
  readonly cause: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly facts: readonly (FactOfFigure & { readonly unit: string })[];
};
type Changes = { readonly before: Cell; readonly after: Cell; readonly groups: readonly Cause[] };

/** `ContractTookEffect:late` in words. */
const useCause = (): ((cause: string) => string) => {
  const t = useWords(analysis);
  const terms = useTerms();
  return (cause) => {
    const [type = '', late] = cause.split(':');
    return late === undefined ? terms.anyFact(type) : `${terms.anyFact(type)} · ${t('late')}`;
  };
};

/** The count that the causes add up to: what is above the line of a ratio, the count itself, or all phases. */
const counted = (cell: Cell): number => {
  for (const name of ['numerator', 'count', 'closing']) {
    const value = cell[name];
    if (typeof value === 'number') return value;
  }
  return Object.values(cell).reduce<number>(
    (sum, value) => (typeof value === 'number' ? sum + value : sum),
    0,
  );
};

const signed = (value: number, number: (value: number) => string): string =>
  value > 0 ? `+${number(value)}` : number(value);

const Waterfall = ({ changes }: { readonly changes: Changes }) => {
  const t = useWords(analysis);
  const causeOf = useCause();
  const format = useFormat();
  const causes = changes.groups.filter(({ numerator }) => numerator !== 0);
  const start = counted(changes.before);
  const names = [t('before'), ...causes.map(({ cause }) => causeOf(cause)), t('after')];
  const steps = causes.map(({ numerator }) => numerator);
  const option = useMemo(() => {
    let level = start;
    const bars = steps.map((step) => {
      const from = level;
      level += step;
      return { base: Math.min(from, level), rise: Math.max(0, step), fall: Math.max(0, -step) };
    });
    const end = level;
    // Small steps stay visible beside large ends: the axis begins a few steps below the lowest.
    const levels = [start, end, ...bars.map(({ base }) => base)];
    const [least, most] = [Math.min(...levels), Math.max(...levels)];
    const floor = Math.max(0, Math.floor(least - 3 * Math.max(1, most - least)));
    const above = (value: number) => value - floor;
    const told = [
      format.number(start),
      ...steps.map((step) => signed(step, format.number)),
      format.number(end),
    ];
    const shown = ({ dataIndex }: { dataIndex: number }) => told[dataIndex] ?? '';
    const nothing = { itemStyle: { color: 'transparent' } };
    return {
      grid: { left: 8, right: 24, top: 24, bottom: 8, containLabel: true },
      xAxis: {
        type: 'category',
        data: names,
        axisLabel: { interval: 0, width: 120, lineHeight: 16, overflow: 'break' },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { formatter: (value: number) => format.number(value + floor) },
      },
      series: [
        {
          type: 'bar',
          stack: 'all',
          ...nothing,
          data: [0, ...bars.map(({ base }) => above(base)), 0],
        },
        {
          type: 'bar',
          stack: 'all',
          label: { show: true, position: 'inside', formatter: shown },
          itemStyle: { color: '#5b7fa6' },
          data: [above(start), ...bars.map(() => '-'), above(end)],
        },
        {
          type: 'bar',
          stack: 'all',
          label: { show: true, position: 'inside', formatter: shown },
          itemStyle: { color: '#2e8b57' },
          data: ['-', ...bars.map(({ rise }) => rise || '-'), '-'],
        },
        {
          type: 'bar',
          stack: 'all',
          label: { show: true, position: 'inside', formatter: shown },
          itemStyle: { color: '#c0392b' },
          data: ['-', ...bars.map(({ fall }) => fall || '-'), '-'],
        },
      ],
    };
  }, [JSON.stringify([start, steps, names])]);
  return (
    <Chart
      option={option}
      height={320}
      label={t('compare')}
      table={{
        columns: [t('cause'), t('change')],
        rows: [
          [t('before'), format.number(start)],
          ...causes.map(({ cause, numerator }) => [causeOf(cause), format.number(numerator)]),
          [t('after'), format.number(counted(changes.after))],
        ],
      }}
    />
  );
};

const Causes = ({ card, changes }: { card: FigureCard; changes: Changes }) => {
  const t = useWords(analysis);
  const format = useFormat();
  const causeOf = useCause();
  return (
    <>
      <p>
        {t('before')}: <strong>{mainText(card, mainNumber(card, changes.before), format)}</strong>
        {' → '}
        {t('after')}: <strong>{mainText(card, mainNumber(card, changes.after), format)}</strong>
      </p>
      {changes.groups.length === 0 ? (
        <Nothing text={t('noChange')} />
      ) : (
        <>
          <Waterfall changes={changes} />
          <Table<Cause>
            size="small"
            rowKey="cause"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={changes.groups}
            columns={[
              { key: 'cause', title: t('cause'), render: (_, { cause }) => causeOf(cause) },
              {
                key: 'numerator',
                title: card.shape === 'ratio' ? t('numerator') : t('change'),
                align: 'right',
                render: (_, { numerator }) => signed(numerator, format.number),
              },
              ...(card.shape === 'ratio'
                ? [
                    {
                      key: 'denominator',
                      title: t('denominator'),
                      align: 'right' as const,
                      render: (_: unknown, { denominator }: Cause) =>
                        signed(denominator, format.number),
                    },
                  ]
                : []),
            ]}
            expandable={{
              expandedRowRender: ({ facts }) => (
                <ul className="plain">
                  {facts.map(({ unit, ...fact }) => (
                    <li key={`${fact.id}${unit}`}>
                      <FactLink fact={fact} /> ·{' '}
                      <SubjectLink
                        category={categoryOf(fact.subject.things)}
                        id={fact.subject.id}
                      />
                    </li>
                  ))}
                </ul>
              ),
            }}
          />
        </>
      )}
    </>
  );
};

/** Why the figure differs between two moments: a waterfall by cause, down to the facts. */
export const Compare = ({ card, selection }: { card: FigureCard; selection: Selection }) => {
  const t = useWords(analysis);
  const { narrowing, period, search } = selection;
  const days = 'on' in period ? { on: period.on } : { period: `${period.from}/${period.to}` };
  const changes = useAnswer<Changes>(
    `/v1/figures/${card.id}/changes`,
    { ...narrowing, ...days, from: search.before, to: search.after ?? selection.knownAt },
    search.before !== undefined,
  );
  const moment = (name: 'before' | 'after') => (
    <>
      <label htmlFor={`moment-${name}`}>{t(name)}</label>
      <DatePicker
        id={`moment-${name}`}
        showTime
        placeholder={name === 'after' ? t('now') : ''}
        value={search[name] === undefined ? null : dayjs(search[name])}
        onChange={(picked: Dayjs | null) => selection.change({ [name]: picked?.toISOString() })}
      />
    </>
  );
  return (
    <>
      <div className="figure-tools no-print">
        {moment('before')}
        {moment('after')}
      </div>
      {search.before === undefined ? (
        <Nothing text={t('chooseBefore')} />
      ) : (
        <Answer of={changes}>{(found) => <Causes card={card} changes={found} />}</Answer>
      )}
    </>
  );
};
