import { Tag } from 'antd';
import { useRows } from '../../api/queries.ts';
import type { Row } from '../../api/types.ts';
import { Day } from '../../shared/cells.tsx';
import { DivisionNames } from '../../shared/divisions.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { consultation } from '../../words/consultation.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';

const MOST = 500;

type Forum = { readonly key: string; readonly meetings: readonly Row[] };

/** The meetings by forum and place, latest first. */
const forumsOf = (rows: readonly Row[]): readonly Forum[] =>
  [...Map.groupBy(rows, ({ forum, division }) => `${String(division)} ${String(forum)}`)]
    .map(([key, meetings]) => ({ key, meetings }))
    .toSorted((a, b) => a.key.localeCompare(b.key));

const Meeting = ({ row }: { readonly row: Row | undefined }) => {
  const t = useWords(consultation);
  if (!row) return <span className="soft">{t('notConvened')}</span>;
  return (
    <>
      <SubjectLink category="consultation" id={row.id}>
        {row['name']}
      </SubjectLink>{' '}
      <Day day={String(row['meets_on'])} />
    </>
  );
};

const One = ({ forum, open }: { readonly forum: Forum; readonly open: readonly Row[] }) => {
  const t = useWords(consultation);
  const terms = useTerms();
  const { meetings } = forum;
  const [first] = meetings;
  const ids = new Set(meetings.map(({ id }) => id));
  const own = open.filter((row) => ids.has(String(row['meeting'])));
  const late = own.filter(({ status }) => status === 'overdue').length;
  const held = meetings.filter(({ phase }) => ['open', 'closed', 'issued'].includes(String(phase)));
  const next = meetings.findLast(({ phase }) => phase === 'convened');
  return (
    <section className="panel">
      <h2>
        {terms.value('forum', String(first?.['forum']))} ·{' '}
        <DivisionNames codes={String(first?.['division'] ?? '')} />{' '}
        <Tag>{terms.value('meetingLevel', String(first?.['meeting_level']))}</Tag>
      </h2>
      <dl className="details">
        <div>
          <dt>{t('next')}</dt>
          <dd>
            <Meeting row={next} />
          </dd>
        </div>
        <div>
          <dt>{t('last')}</dt>
          <dd>
            <Meeting row={held[0]} />
          </dd>
        </div>
      </dl>
      <p>
        {t('heldCount', { count: held.length })} ·{' '}
        {own.length === 0 ? t('allDone') : t('openItems', { n: own.length })}{' '}
        {late > 0 && <Tag color="red">{t('overdueItems', { n: late })}</Tag>}
      </p>
    </section>
  );
};

/** Each mechanism of each place: its next meeting, its last one, and what is left to carry out. */
export const Forums = () => {
  const t = useWords(consultation);
  const meetings = useRows<Row>('consultations', { sort: '-meets_on', limit: MOST });
  const open = useRows<Row>('resolutions', {
    status: ['resolved', 'assigned', 'overdue'],
    limit: MOST,
  });
  return (
    <Answer of={meetings}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing text={t('noForums')} />
        ) : (
          <div className="forums">
            {forumsOf(items).map((forum) => (
              <One key={forum.key} forum={forum} open={open.data?.items ?? []} />
            ))}
          </div>
        )
      }
    </Answer>
  );
};
