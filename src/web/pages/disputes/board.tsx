import { useRows } from '../../api/queries.ts';
import type { Query } from '../../api/request.ts';
import type { Row } from '../../api/types.ts';
import { CellView, Day, DaysLeft } from '../../shared/cells.tsx';
import { useEnterpriseName } from '../../shared/names.tsx';
import { Answer } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { disputes } from '../../words/disputes.ts';
import { today } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';

const COLUMNS = ['received', 'mediating', 'suspended', 'settled', 'arbitrating'] as const;
const MOST = 30;

const Card = ({ row }: { readonly row: Row }) => {
  const t = useWords(disputes);
  const terms = useTerms();
  const first = String(row['employers']).split('; ')[0] ?? '';
  const employer = useEnterpriseName(first);
  const due = row['next_due'];
  const isLate = typeof due === 'string' && due < today();
  return (
    <li className={isLate ? 'board-card late' : 'board-card'}>
      <SubjectLink category="dispute" id={row.id}>
        {employer}
      </SubjectLink>
      <p>
        <CellView list="disputes" name="cause" value={row['cause'] ?? null} />
        {Number(row['claimants']) > 1 && ` · ${t('people', { n: Number(row['claimants']) })}`}
      </p>
      <p className="soft">
        {terms.value('level', String(row['level']), 'disputes')} · {row['body']}
      </p>
      {typeof due === 'string' && (
        <p>
          {terms.clock(String(row['next_clock']))} <Day day={due} /> <DaysLeft due={due} />
        </p>
      )}
    </li>
  );
};

const Phase = ({ phase, query }: { readonly phase: string; readonly query: Query }) => {
  const t = useWords(disputes);
  const terms = useTerms();
  // What is settled waits for nobody's clock here: the latest is what one looks for.
  const sort = phase === 'settled' ? '-phase_since' : 'next_due';
  const asked = useRows<Row>('disputes', { ...query, phase, sort, limit: MOST });
  const name = terms.phase('dispute', phase);
  return (
    <section className="board-column" aria-label={name}>
      <h2>
        {name}
        <span className="soft">
          {asked.data && `${String(asked.data.items.length)}${asked.data.next === null ? '' : '+'}`}
        </span>
      </h2>
      <Answer of={asked}>
        {({ items, next }) => (
          <>
            {items.length === 0 && <p className="soft">{t('boardNone')}</p>}
            <ul className="plain">
              {items.map((row) => (
                <Card key={row.id} row={row} />
              ))}
            </ul>
            {next !== null && <p className="soft">{t('boardMore', { count: items.length })}</p>}
          </>
        )}
      </Answer>
    </section>
  );
};

/** The docket by phase, what falls due next on top. */
export const Board = ({ query }: { readonly query: Query }) => (
  <div className="board">
    {COLUMNS.map((phase) => (
      <Phase key={phase} phase={phase} query={query} />
    ))}
  </div>
);
