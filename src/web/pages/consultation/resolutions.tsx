import { Tag } from 'antd';
import type { Row, Subject } from '../../api/types.ts';
import { CellView, Day, DaysLeft } from '../../shared/cells.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { SubjectName } from '../../shared/subject-name.tsx';
import { consultation } from '../../words/consultation.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { PartActs, PartCards } from './part-cards.tsx';

/** What may be done about a resolution, by where its follow-up stands. */
const ACTS: Readonly<Record<string, readonly string[]>> = {
  resolved: ['AssignFollowUp', 'WithdrawResolution'],
  assigned: ['ReportProgress', 'RecordDone', 'RecordNotDone', 'ExtendFollowUp'],
  overdue: ['ReportProgress', 'RecordDone', 'RecordNotDone'],
};
const COLORS: Readonly<Record<string, string>> = {
  overdue: 'red',
  'not-done': 'red',
  done: 'green',
  withdrawn: 'default',
};

const Due = ({ row }: { readonly row: Row }) => {
  const t = useWords(consultation);
  const terms = useTerms();
  const format = useFormat();
  const { owner, owner_office: office, due_on: due, extended_on: extended, done_on: done } = row;
  if (owner === null || typeof due !== 'string') return <p className="soft">{t('noOwner')}</p>;
  return (
    <p className="stage">
      <span>
        {terms.value('body', String(owner))}
        {office !== null && ` · ${String(office)}`}
      </span>
      <span>{t('due', { day: format.day(due) })}</span>
      {['assigned', 'overdue'].includes(String(row['status'])) && <DaysLeft due={due} />}
      {typeof extended === 'string' && (
        <Tag color="gold">{t('extendedOn', { day: format.day(extended) })}</Tag>
      )}
      {typeof done === 'string' && <Day day={done} />}
    </p>
  );
};

const One = ({ row, subject }: { readonly row: Row; readonly subject: Subject<Row> }) => {
  const t = useWords(consultation);
  const terms = useTerms();
  const format = useFormat();
  const consenting = String(row['consenting']).split(' ');
  const bodies = format.list(consenting.map((body) => terms.value('body', body)));
  const status = String(row['status']);
  const acts = (ACTS[status] ?? []).filter((one) => subject.allowedCommands.includes(one));
  const { reported_on: reported, reported_at: at, timeliness } = row;
  return (
    <article className="item-card">
      <h3 className="resolution-text">{row['text']}</h3>
      <p className="stage">
        <Tag color={COLORS[status] ?? 'blue'}>{terms.value('status', status, 'resolutions')}</Tag>
        {(timeliness === 'late' || timeliness === 'timely') && (
          <CellView list="resolutions" name="timeliness" value={timeliness} />
        )}
        <Day day={String(row['resolved_on'])} />
        <span className="soft">{t('agree', { bodies })}</span>
      </p>
      {status !== 'withdrawn' && <Due row={row} />}
      {row['because'] !== null && <p>{row['because']}</p>}
      {typeof reported === 'string' && (
        <p className="soft">
          {t('reportedOn', { day: format.day(reported) })}{' '}
          {typeof at === 'string' && (
            <SubjectLink category="consultation" id={at}>
              <SubjectName category="consultation" id={at} />
            </SubjectLink>
          )}
        </p>
      )}
      <PartActs
        subject={subject}
        commands={acts}
        known={{ resolution: row['resolution'] }}
        about={String(row['resolution'])}
      />
    </article>
  );
};

/** What the meeting resolved, who carries it out by when, and how that stands. */
export const Resolutions = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(consultation);
  return (
    <PartCards
      subject={subject}
      title={t('resolutionsTab')}
      adds="ResolveItem"
      of={{ list: 'resolutions', sort: 'due_on' }}
      empty={t('noResolutions')}
      card={(row) => <One key={row.id} row={row} subject={subject} />}
    />
  );
};
