import { Button, Segmented, Table } from 'antd';
import { useInfiniteQuery } from '@tanstack/react-query';
import { get } from '../../api/request.ts';
import { keys } from '../../api/queries.ts';
import type { FigureCard, Page } from '../../api/types.ts';
import { Answer, Nothing } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { analysis } from '../../words/analysis.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { categoryOf, FactLink, type FactOfFigure } from './fact-link.tsx';
import { parameterWords } from './parameter-words.ts';
import { SIDES, type Selection } from './selection.ts';

const WEIGHTS = ['workers', 'women'] as const;

type Member = {
  readonly id: string;
  readonly subject: { readonly things: string; readonly id: string };
  readonly label: string;
  readonly weights: Readonly<Record<(typeof WEIGHTS)[number], number | null>>;
  readonly reason?: string;
  readonly facts: readonly FactOfFigure[];
};

const useMembers = (card: FigureCard, query: Selection['query']) =>
  useInfiniteQuery({
    queryKey: [...keys.figure(card.id, 'members', query), 'scroll'],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Member>>(
        `/v1/figures/${card.id}/members`,
        { ...query, limit: 100, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** Why a unit is left out, in words. */
export const useReason = (): ((reason: string) => string) => {
  const w = useWords(parameterWords);
  return (reason) => {
    const key = `reason_${reason}`;
    return Object.hasOwn(parameterWords.table, key)
      ? w(key as keyof typeof parameterWords.table)
      : reason;
  };
};

/** Who stands behind the number, and the facts that put each of them there. */
export const Members = ({ card, selection }: { card: FigureCard; selection: Selection }) => {
  const t = useWords(analysis);
  const terms = useTerms();
  const format = useFormat();
  const reasonOf = useReason();
  const side = selection.search.side ?? 'numerator';
  const query = { ...selection.query, side };
  const found = useMembers(card, query);
  const members = found.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <div className="figure-tools no-print">
        <Segmented
          aria-label={t('members')}
          value={side}
          options={SIDES.map((value) => ({
            value,
            label: t(value),
          }))}
          onChange={(chosen) => selection.change({ side: chosen })}
        />
      </div>
      <Answer of={found}>
        {() => (
          <Table<Member>
            size="small"
            rowKey="id"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={members}
            locale={{ emptyText: <Nothing text={t('noMembers')} /> }}
            columns={[
              {
                key: 'name',
                title: t('name'),
                render: (_, { subject, label, id }) => (
                  <>
                    <SubjectLink category={categoryOf(subject.things)} id={subject.id}>
                      {label}
                    </SubjectLink>
                    {id !== label && <span className="soft"> {id}</span>}
                  </>
                ),
              },
              ...WEIGHTS.filter((name) => members.some(({ weights }) => weights[name])).map(
                (name) => ({
                  key: name,
                  title: terms.field(name),
                  align: 'right' as const,
                  render: (_: unknown, { weights: { [name]: weight } }: Member) =>
                    weight === null ? t('unknownGroup') : format.number(weight),
                }),
              ),
              ...(side === 'excluded'
                ? [
                    {
                      key: 'reason',
                      title: t('reason'),
                      render: (_: unknown, { reason }: Member) => reasonOf(reason ?? ''),
                    },
                  ]
                : []),
              {
                key: 'facts',
                title: t('facts'),
                render: (_, { facts }) => (
                  <ul className="plain">
                    {facts.slice(-4).map((fact) => (
                      <li key={fact.id}>
                        <FactLink fact={fact} />
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
        )}
      </Answer>
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
};
