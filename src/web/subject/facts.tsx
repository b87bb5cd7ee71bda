import { LinkOutlined } from '@ant-design/icons';
import { Alert, Collapse } from 'antd';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useFacts } from '../api/queries.ts';
import type { Fact } from '../api/problem.ts';
import type { Category } from '../api/things.ts';
import { DataView } from '../shared/data-view.tsx';
import { Answer } from '../shared/states.tsx';
import { useClocks } from '../shell/clocks.ts';
import { useFormat } from '../words/format.ts';
import { shared } from '../words/shared.ts';
import { useTerms } from '../words/terms.ts';
import { useWords } from '../words/words.ts';

/** The day a fact is about, where it says one. */
const dayOf = ({ on }: Fact['data']): string | undefined =>
  typeof on === 'string' ? on : undefined;

const One = ({
  category,
  fact,
  shown,
}: {
  readonly category: Category;
  readonly fact: Fact;
  readonly shown: boolean;
}) => {
  const t = useWords(shared);
  const terms = useTerms();
  const format = useFormat();
  const here = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (shown) here.current?.scrollIntoView({ block: 'center' });
  }, [shown]);
  const on = dayOf(fact.data);
  const stamp = { by: fact.by, at: format.instant(fact.at) };
  return (
    <li
      ref={here}
      className={shown ? 'fact shown' : 'fact'}
      aria-current={shown ? 'true' : undefined}
    >
      <div className="fact-head">
        {on !== undefined && <time dateTime={on}>{format.day(on)}</time>}
        <strong>{terms.fact(category, fact.type)}</strong>
        <Link
          to="."
          search={(before: object) => ({ ...before, tab: 'facts', fact: fact.id })}
          aria-label={t('linkToFact')}
          className="no-print"
        >
          <LinkOutlined aria-hidden />
        </Link>
      </div>
      <div className="soft">
        {fact.onBehalfOf === undefined
          ? t('recordedBy', stamp)
          : t('onBehalf', { ...stamp, whom: fact.onBehalfOf })}
      </div>
      {Object.keys(fact.data).length > 0 && (
        <Collapse
          ghost
          size="small"
          defaultActiveKey={shown ? ['whole'] : []}
          items={[{ key: 'whole', label: t('whole'), children: <DataView data={fact.data} /> }]}
        />
      )}
    </li>
  );
};

const List = ({
  category,
  facts,
}: {
  readonly category: Category;
  readonly facts: readonly Fact[];
}) => {
  const t = useWords(shared);
  const { fact: wanted } = useSearch({ strict: false });
  const { knownAt } = useClocks();
  const until =
    knownAt === undefined
      ? Infinity
      : Date.parse(knownAt.length === 10 ? `${knownAt}T23:59:59+08:00` : knownAt);
  const known = facts.filter(({ at }) => Date.parse(at) <= until).toReversed();
  const missing = typeof wanted === 'string' && !known.some(({ id }) => id === wanted);
  return (
    <>
      {missing && <Alert type="warning" showIcon title={t('factGone')} />}
      <ol className="facts" reversed>
        {known.map((fact) => (
          <One key={fact.id} category={category} fact={fact} shown={fact.id === wanted} />
        ))}
      </ol>
    </>
  );
};

/** The history of a thing, latest first, each fact with who recorded it; `?fact=` stands at one. */
export const FactTimeline = ({
  category,
  id,
}: {
  readonly category: Category;
  readonly id: string;
}) => {
  const facts = useFacts(category, id);
  return <Answer of={facts}>{(all) => <List category={category} facts={all} />}</Answer>;
};
