import { Alert, Tag } from 'antd';
import { useSaidNow, useRows } from '../../api/queries.ts';
import type { Fact } from '../../api/problem.ts';
import type { Row, Subject } from '../../api/types.ts';
import { CodedTag, Day } from '../../shared/cells.tsx';
import { Answer } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { SubjectName } from '../../shared/subject-name.tsx';
import { FormButton } from '../../subject/form-button.tsx';
import { consultation } from '../../words/consultation.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { carriedOf, hearingOf, textIn } from './reading.ts';

type OneProps = {
  readonly subject: Subject<Row>;
  readonly resolution: string;
  readonly row: Row | undefined;
  readonly heard: Fact | undefined;
};

const One = ({ subject, resolution, row, heard }: OneProps) => {
  const t = useWords(consultation);
  const terms = useTerms();
  const format = useFormat();
  const status = row === undefined ? '' : String(row['status']);
  const due = row?.['due_on'];
  return (
    <article className="item-card">
      <h3 className="resolution-text">{row?.['text'] ?? resolution}</h3>
      <p className="stage">
        {heard ? (
          <CodedTag field="standing" value={textIn(heard.data, 'standing')} />
        ) : (
          <Tag color="orange">{t('notHeard')}</Tag>
        )}
        {heard && <Day day={textIn(heard.data, 'on')} />}
        {status !== '' && (
          <span className="soft">{terms.value('status', status, 'resolutions')}</span>
        )}
        {typeof due === 'string' && <span>{t('due', { day: format.day(due) })}</span>}
      </p>
      {heard && textIn(heard.data, 'because') !== '' && <p>{textIn(heard.data, 'because')}</p>}
      {!heard && subject.allowedCommands.includes('HearLastResolution') && (
        <FormButton
          category="consultation"
          id={subject.id}
          command="HearLastResolution"
          revision={subject.revision}
          known={{ resolution }}
          about={resolution}
        />
      )}
    </article>
  );
};

const Carried = ({ subject, facts }: { subject: Subject<Row>; facts: readonly Fact[] }) => {
  const t = useWords(consultation);
  const previous = String(subject['previous'] ?? '');
  const carried = carriedOf(facts);
  const before = useRows<Row>(
    'resolutions',
    { meeting: previous, limit: 500 },
    previous !== '' && carried.length > 0,
  );
  if (carried.length === 0) return <p className="soft">{t('noPrevious')}</p>;
  const heard = carried.filter((id) => hearingOf(facts, id) !== undefined).length;
  return (
    <>
      <p>
        <SubjectLink category="consultation" id={previous}>
          <SubjectName category="consultation" id={previous} />
        </SubjectLink>{' '}
        · {t('heard', { n: heard, of: carried.length })}
      </p>
      {heard < carried.length && subject['phase'] === 'open' && (
        <Alert type="info" showIcon title={t('hearFirst')} />
      )}
      {carried.map((resolution) => (
        <One
          key={resolution}
          subject={subject}
          resolution={resolution}
          row={before.data?.items.find((row) => row['resolution'] === resolution)}
          heard={hearingOf(facts, resolution)}
        />
      ))}
    </>
  );
};

/** What became of the last meeting’s resolutions: what this meeting opens with. */
export const Report = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(consultation);
  const facts = useSaidNow('consultation', subject.id);
  const next = useRows<Row>('consultations', { previous: subject.id, limit: 10 });
  return (
    <>
      <h2>{t('report')}</h2>
      <Answer of={facts}>{(all) => <Carried subject={subject} facts={all} />}</Answer>
      <h2>{t('nextMeeting')}</h2>
      <Answer of={next}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{t('noNext')}</p>
          ) : (
            <ul className="plain">
              {items.map((row) => (
                <li key={row.id}>
                  <SubjectLink category="consultation" id={row.id}>
                    {row['name']}
                  </SubjectLink>{' '}
                  <Day day={String(row['meets_on'])} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
};
