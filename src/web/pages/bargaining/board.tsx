import { Button } from 'antd';
import { useMemo } from 'react';
import { useScroll } from '../../api/queries.ts';
import type { Row } from '../../api/types.ts';
import { Filters } from '../../register/filters.tsx';
import type { Filter } from '../../register/kinds.ts';
import { useRegisterQuery } from '../../register/state.ts';
import { Day, DaysLeft } from '../../shared/cells.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { EnterpriseName } from '../../shared/names.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { bargaining } from '../../words/bargaining.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import '../../register/register.css';
import './bargaining.css';

/** Where there is still something to do, in the order of the way. */
const OPEN = [
  'prepared',
  'offered',
  'accepted',
  'bargaining',
  'suspended',
  'deadlocked',
  'applied',
  'coordinating',
  'drafted',
  'rejected',
  'approved',
] as const;
const NONE = {};

type Case = Row & {
  readonly phase: string;
  readonly kind: string;
  readonly level: string;
  readonly enterprise: string | null;
  readonly employers_body: string | null;
  readonly workers: number | null;
  readonly next_clock: string | null;
  readonly next_due: string | null;
  readonly phase_since: string | null;
};

const Card = ({ row }: { readonly row: Case }) => {
  const t = useWords(bargaining);
  const terms = useTerms();
  const format = useFormat();
  const { id, enterprise, employers_body, kind, level, workers, next_clock, next_due } = row;
  return (
    <li className="case-card">
      <strong>
        {enterprise === null ? (
          <SubjectLink category="bargainingCase" id={id}>
            {employers_body ?? id}
          </SubjectLink>
        ) : (
          <SubjectLink category="bargainingCase" id={id}>
            <EnterpriseName id={enterprise} />
          </SubjectLink>
        )}
      </strong>
      <div className="soft">
        {terms.value('kind', kind)} · {terms.value('level', level)}
        {workers !== null && <> · {t('unitOf', { count: format.number(workers) })}</>}
      </div>
      {next_clock !== null && next_due !== null ? (
        <div>
          {terms.clock(next_clock)} <Day day={next_due} /> <DaysLeft due={next_due} />
        </div>
      ) : (
        <div className="soft">{t('noClock')}</div>
      )}
      {row.phase_since !== null && (
        <div className="soft">{t('since', { day: format.day(row.phase_since) })}</div>
      )}
    </li>
  );
};

const byClock = (a: Case, b: Case): number =>
  (a.next_due ?? '9999').localeCompare(b.next_due ?? '9999');

/** The cases that are under way by phase; in each what is due first stands on top. */
export const Board = ({ filters }: { readonly filters: readonly Filter[] }) => {
  const t = useWords(bargaining);
  const terms = useTerms();
  const { sort: _sort, ...query } = useRegisterQuery(filters, { takesDay: false, fixed: NONE });
  const found = useScroll<Case>(
    'bargaining-cases',
    { ...query, phase: query['phase'] ?? OPEN, sort: '-next_due' },
    500,
  );
  const columns = useMemo(() => {
    const rows = found.data?.pages.flatMap(({ items }) => items) ?? [];
    const groups = Map.groupBy(rows, ({ phase }) => phase);
    const order = [...new Set([...OPEN, ...groups.keys()])];
    return order.flatMap((phase) => {
      const cases = groups.get(phase);
      return cases ? [{ phase, cases: cases.toSorted(byClock) }] : [];
    });
  }, [found.data]);
  return (
    <>
      <Filters name="bargaining-cases" filters={filters} searchable={false} />
      <Answer of={found}>
        {() =>
          columns.length === 0 ? (
            <Nothing text={t('noOpen')} />
          ) : (
            <div className="board">
              {columns.map(({ phase, cases }) => (
                <section
                  key={phase}
                  className="panel"
                  aria-label={terms.phase('bargainingCase', phase)}
                >
                  <h2>
                    {terms.phase('bargainingCase', phase)}{' '}
                    <span className="soft">{cases.length}</span>
                  </h2>
                  <ul>
                    {cases.map((row) => (
                      <Card key={row.id} row={row} />
                    ))}
                  </ul>
                </section>
              ))}
            </div>
          )
        }
      </Answer>
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('moreCases')}
        </Button>
      )}
    </>
  );
};
