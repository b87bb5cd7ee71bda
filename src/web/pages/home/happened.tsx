import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useHappened } from '../../api/queries.ts';
import { address, ask } from '../../api/request.ts';
import { isCategory, nounOf } from '../../api/things.ts';
import type { Happened as Line } from '../../api/types.ts';
import { Instant } from '../../shared/cells.tsx';
import { Panel } from '../../shared/page.tsx';
import { persisted } from '../../shared/persisted.ts';
import { Answer } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { SubjectName } from '../../shared/subject-name.tsx';
import { home } from '../../words/home.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';

const SHOWN = 30;

/** The last position that somebody saw here; kept apart for this sitting, so that a reload shows the same. */
const seen = persisted<string | null>('seen', null);
const sitting: { since?: string | null } = {};

const useSince = (): string | null => {
  const [since] = useState(() => (sitting.since ??= seen.read()));
  return since;
};

/** Where the history stands now. */
const useHead = () =>
  useQuery({
    queryKey: ['list', 'head'],
    queryFn: async () => {
      const answer = await ask(address('/v1/deadlines', { limit: 1 }));
      return Number(answer.headers.get('Concord-Position') ?? '0');
    },
  });

const One = ({ line }: { readonly line: Line }) => {
  const terms = useTerms();
  const { category, subject, type, at, by, id } = line;
  if (!isCategory(category)) return null;
  return (
    <li>
      <strong>{terms.fact(category, type)}</strong>{' '}
      <span className="soft">{terms.one(nounOf(category))}</span>{' '}
      <SubjectLink category={category} id={subject} fact={id}>
        <SubjectName category={category} id={subject} />
      </SubjectLink>
      <div className="soft">
        <Instant at={at} /> · {by}
      </div>
    </li>
  );
};

/** What was recorded since the last visit, latest first, as it happens. */
export const Happened = () => {
  const t = useWords(home);
  const since = useSince();
  const head = useHead();
  const from = Math.max(Number(since ?? 0), (head.data ?? 0) - SHOWN);
  const asked = useHappened({ after: from, limit: 100 }, head.data !== undefined);
  const last = asked.data?.items.at(-1)?.position;
  useEffect(() => {
    if (last !== undefined) seen.write(last);
  }, [last]);
  const cut = since !== null && from > Number(since);
  return (
    <Panel title={t(since === null ? 'latest' : 'happened')}>
      <Answer of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{t('nothingHappened')}</p>
          ) : (
            <>
              <ol className="happened" aria-live="polite">
                {items.toReversed().map((line) => (
                  <One key={line.id} line={line} />
                ))}
              </ol>
              {cut && <p className="soft">{t('moreHappened', { count: items.length })}</p>}
            </>
          )
        }
      </Answer>
    </Panel>
  );
};
