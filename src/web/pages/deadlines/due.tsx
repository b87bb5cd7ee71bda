import { Link } from '@tanstack/react-router';
import { Table } from 'antd';
import { useAnswer } from '../../api/queries.ts';
import type { Page } from '../../api/types.ts';
import { Panel } from '../../shared/page.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { useClocks } from '../../shell/clocks.ts';
import { deadlines } from '../../words/deadlines.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { DUE, deadlinesRoute } from './routes.tsx';
import './deadlines.css';

type Due = (typeof DUE)[number];
type Counted = Readonly<Record<Due, number>> & {
  readonly rule: string;
  readonly article: string;
};

const total = (items: readonly Counted[], due: Due): number =>
  items.reduce((sum, item) => sum + item[due], 0);

/** One number that leads to the deadlines behind it. */
const Count = ({
  count,
  due,
  clock,
}: {
  readonly count: number;
  readonly due: Due;
  readonly clock?: Pick<Counted, 'rule' | 'article'>;
}) => {
  const format = useFormat();
  if (count === 0) return <span className="soft">0</span>;
  const narrowed = clock && { rule: [clock.rule], article: [clock.article] };
  return (
    <Link
      to="/deadlines"
      search={({ on, knownAt }) => ({ on, knownAt, due, ...narrowed })}
      className={due === 'overdue' ? 'bad' : ''}
    >
      {format.number(count)}
    </Link>
  );
};

const Tiles = ({ items }: { readonly items: readonly Counted[] }) => {
  const t = useWords(deadlines);
  const { due: chosen } = deadlinesRoute.useSearch();
  return (
    <ul className="due-tiles">
      {DUE.map((due) => (
        <li key={due} className={due === chosen ? 'chosen' : ''}>
          <div className="soft">{t(due)}</div>
          <strong>
            <Count count={total(items, due)} due={due} />
          </strong>
        </li>
      ))}
    </ul>
  );
};

const ByLaw = ({ items }: { readonly items: readonly Counted[] }) => {
  const t = useWords(deadlines);
  const terms = useTerms();
  return (
    <details className="due-law">
      <summary>{t('byLaw')}</summary>
      <Table<Counted>
        size="small"
        rowKey={({ rule, article }) => `${rule} ${article}`}
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={items}
        columns={[
          { key: 'rule', title: t('clock'), render: (_, { rule }) => terms.clock(rule) },
          {
            key: 'article',
            title: t('article'),
            render: (_, { article }) =>
              article === '' ? <span className="soft">{t('agreed')}</span> : article,
          },
          ...DUE.map((due) => ({
            key: due,
            title: t(due),
            align: 'right' as const,
            render: (_: unknown, item: Counted) => (
              <Count count={item[due]} due={due} clock={item} />
            ),
          })),
        ]}
      />
    </details>
  );
};

/** How much is overdue, due today, this week and later; and by which law. */
export const WhatIsDue = () => {
  const t = useWords(deadlines);
  const { on } = useClocks();
  const asked = useAnswer<Page<Counted>>('/v1/deadlines/summary', { on });
  return (
    <Panel title={t('whatIsDue')}>
      <Answer of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing text={t('none')} />
          ) : (
            <>
              <Tiles items={items} />
              <ByLaw items={items} />
            </>
          )
        }
      </Answer>
    </Panel>
  );
};
