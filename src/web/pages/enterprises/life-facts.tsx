import { Button } from 'antd';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Fact } from '../../api/problem.ts';
import { get } from '../../api/request.ts';
import { things, type Category } from '../../api/things.ts';
import type { Page } from '../../api/types.ts';
import { Answer, Nothing } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { SubjectName } from '../../shared/subject-name.tsx';
import { enterprises } from '../../words/enterprises.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import './enterprises.css';

/** A fact of the enterprise or of one of its things. */
type Told = Fact & { readonly about: string; readonly subject: string };

const categoryOf = (noun: string): Category | undefined =>
  (Object.keys(things) as Category[]).find((category) => things[category].noun === noun);

const One = ({ fact }: { readonly fact: Told }) => {
  const terms = useTerms();
  const format = useFormat();
  const category = categoryOf(fact.about);
  if (!category) return null;
  const { on } = fact.data;
  return (
    <li>
      {typeof on === 'string' && <time dateTime={on}>{format.day(on)} </time>}
      <SubjectLink category={category} id={fact.subject} fact={fact.id}>
        {terms.fact(category, fact.type)}
      </SubjectLink>
      <div className="soft">
        {terms.one(fact.about)}{' '}
        {category !== 'enterprise' && <SubjectName category={category} id={fact.subject} />} ·{' '}
        {format.instant(fact.at)} · {fact.by}
      </div>
    </li>
  );
};

/** Its own facts and those of its contracts, cases and disputes, as they were recorded. */
export const LifeFacts = ({ id }: { readonly id: string }) => {
  const t = useWords(enterprises);
  const found = useInfiniteQuery({
    queryKey: ['list', 'lifeline', id],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Told>>(
        `/v1/enterprises/${encodeURIComponent(id)}/lifeline`,
        { after: pageParam, limit: 100 },
        signal,
      ),
    initialPageParam: '0',
    getNextPageParam: ({ next }) => next,
  });
  return (
    <>
      <p className="soft">{t('factsHint')}</p>
      <Answer of={found}>
        {({ pages }) => {
          const facts = pages.flatMap(({ items }) => items);
          return facts.length === 0 ? (
            <Nothing text={t('noFacts')} />
          ) : (
            <ol className="life-facts">
              {facts.map((fact) => (
                <One key={fact.id} fact={fact} />
              ))}
            </ol>
          );
        }}
      </Answer>
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('moreFacts')}
        </Button>
      )}
    </>
  );
};
