import { Tag } from 'antd';
import { useRows } from '../../api/queries.ts';
import type { Query } from '../../api/request.ts';
import type { Row } from '../../api/types.ts';
import { DaysLeft } from '../../shared/cells.tsx';
import { Answer } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { FormButton } from '../../subject/form-button.tsx';
import { consultation } from '../../words/consultation.ts';
import { plusDays, today, useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';

const MOST = 200;
const SOON_DAYS = 30;
const ACTS: Readonly<Record<string, readonly string[]>> = {
  resolved: ['AssignFollowUp'],
  assigned: ['ReportProgress', 'RecordDone', 'RecordNotDone', 'ExtendFollowUp'],
  overdue: ['ReportProgress', 'RecordDone', 'RecordNotDone'],
};

const Owner = ({ row }: { readonly row: Row }) => {
  const t = useWords(consultation);
  const terms = useTerms();
  if (row['owner'] === null) return <span className="soft">{t('noOwner')}</span>;
  return (
    <>
      {terms.value('body', String(row['owner']))}
      {row['owner_office'] !== null && ` · ${String(row['owner_office'])}`}
    </>
  );
};

const Card = ({ row, named }: { readonly row: Row; readonly named: string | undefined }) => {
  const t = useWords(consultation);
  const format = useFormat();
  const { due_on: due, extended_on: extended, reported_on: reported } = row;
  const status = String(row['status']);
  const isLate = typeof due === 'string' && due < today();
  return (
    <li className={isLate ? 'board-card late' : 'board-card'}>
      <p>{row['text']}</p>
      <p>
        <Owner row={row} />
      </p>
      {typeof due === 'string' && (
        <p>
          {t('due', { day: format.day(due) })} <DaysLeft due={due} />
        </p>
      )}
      {typeof extended === 'string' && (
        <Tag color="gold">{t('extendedOn', { day: format.day(extended) })}</Tag>
      )}
      <p className="soft">
        {typeof reported === 'string'
          ? t('reportedOn', { day: format.day(reported) })
          : t('noProgress')}
      </p>
      <p>
        <SubjectLink category="consultation" id={String(row['meeting'])}>
          {named ?? String(row['meeting'])}
        </SubjectLink>
      </p>
      <div className="card-acts no-print">
        {(ACTS[status] ?? []).map((command) => (
          <FormButton
            key={command}
            category="consultation"
            id={String(row['meeting'])}
            command={command}
            known={{ resolution: row['resolution'] }}
            about={String(row['text'])}
          />
        ))}
      </div>
    </li>
  );
};

type ColumnProps = {
  readonly title: string;
  readonly query: Query;
  readonly takes?: (row: Row) => boolean;
};

const useNames = (rows: readonly Row[]): ReadonlyMap<string, string> => {
  const id = [...new Set(rows.map((row) => String(row['meeting'])))];
  const meetings = useRows<Row>('consultations', { id, limit: 500 }, id.length > 0);
  return new Map((meetings.data?.items ?? []).map((row) => [row.id, String(row['name'])]));
};

const Column = ({ title, query, takes = () => true }: ColumnProps) => {
  const t = useWords(consultation);
  const asked = useRows<Row>('resolutions', { ...query, sort: 'due_on', limit: MOST });
  const rows = (asked.data?.items ?? []).filter(takes);
  const names = useNames(rows);
  return (
    <section className="board-column" aria-label={title}>
      <h2>
        {title} <span className="soft">{asked.data && rows.length}</span>
      </h2>
      <Answer of={asked}>
        {({ next }) => (
          <>
            {rows.length === 0 && <p className="soft">{t('none')}</p>}
            <ul className="plain">
              {rows.map((row) => (
                <Card key={row.id} row={row} named={names.get(String(row['meeting']))} />
              ))}
            </ul>
            {next !== null && <p className="soft">{t('firstOf', { count: MOST })}</p>}
          </>
        )}
      </Answer>
    </section>
  );
};

const dueOf = (row: Row): string => String(row['due_on']);

/** What is carried out; the clock says `overdue` some time after the day has passed. */
const RUNNING: Query = { status: ['assigned', 'overdue'] };

/** What was resolved and is to be carried out: what is overdue first. */
export const FollowUp = () => {
  const t = useWords(consultation);
  const now = today();
  const soon = plusDays(now, SOON_DAYS);
  const between = (from: string, to: string) => (row: Row) => dueOf(row) >= from && dueOf(row) < to;
  return (
    <div className="board">
      <Column title={t('overdue')} query={RUNNING} takes={between('', now)} />
      <Column title={t('soon')} query={RUNNING} takes={between(now, soon)} />
      <Column title={t('later')} query={RUNNING} takes={between(soon, '9999')} />
      <Column title={t('unassigned')} query={{ status: 'resolved' }} />
    </div>
  );
};
