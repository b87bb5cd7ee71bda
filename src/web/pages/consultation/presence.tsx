import { Button, Tag } from 'antd';
import { useSaidNow } from '../../api/queries.ts';
import type { Fact } from '../../api/problem.ts';
import type { Row, Subject } from '../../api/types.ts';
import { AttachmentLink } from '../../shared/attachment.tsx';
import { Details } from '../../shared/data-view.tsx';
import { Answer } from '../../shared/states.tsx';
import { useOpenForm } from '../../subject/actions.tsx';
import { consultation } from '../../words/consultation.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { filesOf, presentOf, seatsOf, sidesOf, type Seat } from './reading.ts';

const FILE = [
  'meeting_kind',
  'meeting_level',
  'division',
  'convenor',
  'convened_on',
  'meets_on',
  'opened_on',
  'closed_on',
];

type Known = { readonly subject: Subject<Row>; readonly facts: readonly Fact[] };

const OneSeat = ({ seat, subject, facts }: Known & { readonly seat: Seat }) => {
  const t = useWords(consultation);
  const terms = useTerms();
  const format = useFormat();
  const present = presentOf(facts);
  const isHere = present.includes(seat.body);
  const opened = subject['opened_on'] !== null;
  const word = opened ? (isHere ? 'present' : 'absent') : 'expected';
  return (
    <li className="seat">
      <strong>{seat.name}</strong>
      <span>
        {terms.value('body', seat.body)}{' '}
        <Tag color={!opened ? 'blue' : isHere ? 'green' : 'red'}>{t(word)}</Tag>
        {subject['convenor'] === seat.body && <Tag>{terms.field('convenor')}</Tag>}
      </span>
      {subject['minutes_on'] !== null && isHere && (
        <span className={seat.signedOn === '' ? 'bad' : 'good'}>
          {seat.signedOn === ''
            ? t('notSigned')
            : t('signedOn', { day: format.day(seat.signedOn) })}
        </span>
      )}
    </li>
  );
};

const Sides = (known: Known) => {
  const t = useWords(consultation);
  const present = presentOf(known.facts);
  const opened = known.subject['opened_on'] !== null;
  return (
    <div className="sides">
      {sidesOf(seatsOf(known.facts)).map((seats) => {
        const isThere = seats.some(({ body }) => present.includes(body));
        return (
          <section key={seats[0]?.body}>
            <ul className="plain">
              {seats.map((seat) => (
                <OneSeat key={seat.body} seat={seat} {...known} />
              ))}
            </ul>
            {opened && (
              <p className={isThere ? 'good' : 'bad'}>
                {t(isThere ? 'partyThere' : 'partyMissing')}
              </p>
            )}
          </section>
        );
      })}
    </div>
  );
};

const Act = ({
  subject,
  command,
}: {
  readonly subject: Subject<Row>;
  readonly command: string;
}) => {
  const terms = useTerms();
  const { set } = useOpenForm();
  return subject.allowedCommands.includes(command) ? (
    <Button size="small" className="no-print" onClick={() => set(command)}>
      {terms.command('consultation', command)}
    </Button>
  ) : null;
};

const Minutes = ({ subject, facts }: Known) => {
  const t = useWords(consultation);
  const format = useFormat();
  const drawn = subject['minutes_on'];
  const present = presentOf(facts);
  const signed = seatsOf(facts).filter(({ signedOn }) => signedOn !== '').length;
  return (
    <>
      <div className="tab-head">
        <h2>{t('minutes')}</h2>
        <Act subject={subject} command="DrawUpMinutes" />
        <Act subject={subject} command="SignMinutes" />
      </div>
      {typeof drawn === 'string' ? (
        <p>
          {t('minutesOn', { day: format.day(drawn) })} ·{' '}
          {t('signedCount', { n: signed, of: present.length })}{' '}
          {filesOf(facts, 'MinutesDrawnUp', 'minutes').map((file) => (
            <AttachmentLink key={file.sha256} file={file} />
          ))}
        </p>
      ) : (
        <p className="soft">{t('noMinutes')}</p>
      )}
    </>
  );
};

const Afterwards = ({ subject, facts }: Known) => {
  const t = useWords(consultation);
  const terms = useTerms();
  const format = useFormat();
  const told = facts.findLast(({ type }) => type === 'ReportedUpward')?.data;
  return (
    <>
      <div className="tab-head">
        <h2>{t('document')}</h2>
        <Act subject={subject} command="IssueJointDocument" />
      </div>
      {subject['document_no'] === null ? (
        <p className="soft">{t('noDocument')}</p>
      ) : (
        <p>
          {subject['document_no']} · {format.day(String(subject['issued_on']))}{' '}
          {filesOf(facts, 'JointDocumentIssued', 'document').map((file) => (
            <AttachmentLink key={file.sha256} file={file} />
          ))}
        </p>
      )}
      <div className="tab-head">
        <h2>{t('upward')}</h2>
        <Act subject={subject} command="ReportUpward" />
      </div>
      {told ? (
        <p>
          {t('reportedTo', {
            day: format.day(String(told['on'])),
            office: String(told['office']),
            level: terms.value('meetingLevel', String(told['to'])),
          })}{' '}
          {filesOf(facts, 'ReportedUpward', 'report').map((file) => (
            <AttachmentLink key={file.sha256} file={file} />
          ))}
        </p>
      ) : (
        <p className="soft">{t('noUpward')}</p>
      )}
    </>
  );
};

/** Who was there on each side, who signed the minutes when, what was issued and reported upward. */
export const Presence = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(consultation);
  const asked = useSaidNow('consultation', subject.id);
  return (
    <Answer of={asked}>
      {(facts) => (
        <>
          <h2>{t('presence')}</h2>
          <Sides subject={subject} facts={facts} />
          <Minutes subject={subject} facts={facts} />
          <Afterwards subject={subject} facts={facts} />
          <h2>{t('fileTab')}</h2>
          <Details row={subject} fields={FILE} />
        </>
      )}
    </Answer>
  );
};
