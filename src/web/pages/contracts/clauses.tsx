import { Table } from 'antd';
import { useMemo } from 'react';
import { useRows } from '../../api/queries.ts';
import type { Row, Subject } from '../../api/types.ts';
import { Chart } from '../../charts/chart.tsx';
import { Day } from '../../shared/cells.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { useClocks } from '../../shell/clocks.ts';
import { contracts } from '../../words/contracts.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { useValueText } from '../bargaining/values.tsx';

/** A clause or a wage step of one text of the contract. */
type Part = Row & {
  readonly text: string;
  readonly part: string;
  readonly place: number;
  readonly clause: string | null;
  readonly topic: string | null;
  readonly title: string | null;
  readonly wording: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly effective_on: string | null;
  readonly basis_points: number | null;
  readonly fen_per_month: number | null;
  readonly on_fen_per_month: number | null;
};

/** By how much a step raises, as a factor; undefined where it cannot be told. */
const factorOf = ({ basis_points, fen_per_month, on_fen_per_month }: Part): number | undefined => {
  if (basis_points !== null) return 1 + basis_points / 10_000;
  if (fen_per_month !== null && on_fen_per_month !== null && on_fen_per_month > 0)
    return 1 + fen_per_month / on_fen_per_month;
  return undefined;
};

const Rise = ({ steps }: { readonly steps: readonly Part[] }) => {
  const t = useWords(contracts);
  const format = useFormat();
  const points = useMemo(() => {
    const after: { on: string; at: number }[] = [];
    for (const step of steps) {
      const factor = factorOf(step);
      if (factor !== undefined && step.effective_on !== null)
        after.push({ on: step.effective_on, at: (after.at(-1)?.at ?? 100) * factor });
    }
    return after.map(({ on, at }) => ({ on, at: Math.round(at * 100) / 100 }));
  }, [steps]);
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 24, top: 24, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: points.map(({ on }) => format.day(on)) },
      yAxis: { type: 'value', min: 100, scale: true },
      series: [
        {
          type: 'line',
          step: 'end',
          name: t('afterStep'),
          data: points.map(({ at }) => at),
          symbolSize: 8,
          label: { show: true, color: 'inherit' },
          itemStyle: { color: '#2f7fd1' },
        },
      ],
    }),
    [points, format],
  );
  if (points.length < 2) return null;
  return (
    <Chart
      option={option}
      height={220}
      label={t('stepsChart')}
      table={{
        columns: [t('stepFrom'), t('afterStep')],
        rows: points.map(({ on, at }) => [format.day(on), format.number(at)]),
      }}
    />
  );
};

const Steps = ({ steps }: { readonly steps: readonly Part[] }) => {
  const t = useWords(contracts);
  const format = useFormat();
  const value = useValueText();
  const much = ({ basis_points, fen_per_month, on_fen_per_month, wording }: Part): string => {
    if (basis_points !== null) return `+${value(basis_points, 'basis-points')}`;
    if (fen_per_month === null) return wording ?? '–';
    const base =
      on_fen_per_month === null ? '' : ` ${t('onWage', { money: format.money(on_fen_per_month) })}`;
    return `+${value(fen_per_month, 'fen-per-month')}${base}`;
  };
  if (steps.length === 0) return <p className="soft">{t('noSteps')}</p>;
  return (
    <>
      <Table<Part>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={[...steps]}
        columns={[
          {
            key: 'from',
            title: t('stepFrom'),
            render: (_, { effective_on }) => <Day day={effective_on} />,
          },
          { key: 'by', title: t('stepBy'), render: (_, step) => <strong>{much(step)}</strong> },
        ]}
      />
      <Rise steps={steps} />
    </>
  );
};

const Coded = ({ clauses }: { readonly clauses: readonly Part[] }) => {
  const t = useWords(contracts);
  const terms = useTerms();
  const value = useValueText();
  if (clauses.length === 0) return <p className="soft">{t('noClauses')}</p>;
  return (
    <Table<Part>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={[...clauses]}
      columns={[
        {
          key: 'clause',
          title: t('clause'),
          render: (_, { title, topic }) => (
            <>
              <strong>{title}</strong>
              {topic !== null && <div className="soft">{terms.value('topic', topic)}</div>}
            </>
          ),
        },
        {
          key: 'says',
          title: t('says'),
          render: (_, one) => (
            <>
              {one.value !== null && <strong>{value(one.value, one.unit)} </strong>}
              {one.wording ?? (one.value === null ? <span className="soft">–</span> : null)}
            </>
          ),
        },
      ]}
    />
  );
};

/** One text of the contract: its wage steps and its coded clauses. */
const Text = ({ parts }: { readonly parts: readonly Part[] }) => {
  const t = useWords(contracts);
  const inOrder = parts.toSorted((a, b) => a.place - b.place);
  return (
    <div className="bargain">
      <section>
        <h3>{t('steps')}</h3>
        <Steps steps={inOrder.filter(({ part }) => part !== 'clause')} />
      </section>
      <section>
        <h3>{t('clauses')}</h3>
        <Coded clauses={inOrder.filter(({ part }) => part === 'clause')} />
      </section>
    </div>
  );
};

/** What the contract says, by codes: the text that binds first, then those it replaced. */
export const Clauses = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(contracts);
  const { knownAt } = useClocks();
  const asked = useRows<Part>('clauses', { contract: subject.id, limit: 500, knownAt });
  return (
    <Answer of={asked}>
      {({ items }) => {
        const texts = [...Map.groupBy(items, ({ text }) => text)].toSorted(
          ([a], [b]) => Number(b === subject['text']) - Number(a === subject['text']),
        );
        if (texts.length === 0) return <Nothing text={t('noClauses')} />;
        return texts.map(([text, parts], at) => (
          <section key={text}>
            <h2>
              {text === subject['text'] || texts.length === 1
                ? t('currentText')
                : t('earlierText', { n: texts.length - at })}
            </h2>
            <Text parts={parts} />
          </section>
        ));
      }}
    </Answer>
  );
};
