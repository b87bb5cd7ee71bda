import { LockOutlined, TeamOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useAnswer, useSaidNow } from '../../api/queries.ts';
import type { Fact } from '../../api/problem.ts';
import type { Row, Subject } from '../../api/types.ts';
import { Day } from '../../shared/cells.tsx';
import { AttachmentLink } from '../../shared/attachment.tsx';
import { PersonName } from '../../shared/names.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { useOpenForm } from '../../subject/actions.tsx';
import { disputes } from '../../words/disputes.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { factsOf, partsIn, textIn, textsIn } from './reading.ts';

/** A note of a session, as this reader may read it. */
type Note = {
  readonly fact: string;
  readonly session: string;
  readonly visibility: 'parties' | 'mediators';
  readonly at: string;
  readonly by: string;
  readonly state: 'open' | 'withheld' | 'erased' | 'unwritten';
  readonly person: string | null;
  readonly text: string | null;
};

const OneNote = ({ note }: { readonly note: Note }) => {
  const t = useWords(disputes);
  const format = useFormat();
  const { state, text, person, by, at } = note;
  return (
    <li className="note">
      {state === 'open' ? <p className="note-text">{text}</p> : <p className="soft">{t(state)}</p>}
      <p className="soft">
        {person !== null && (
          <>
            {t('about')} <PersonName id={person} /> ·{' '}
          </>
        )}
        {by} · {format.instant(at)}
      </p>
    </li>
  );
};

const Notes = ({
  notes,
  visibility,
}: {
  readonly notes: readonly Note[];
  readonly visibility: Note['visibility'];
}) => {
  const t = useWords(disputes);
  const own = notes.filter((note) => note.visibility === visibility);
  const isSecret = visibility === 'mediators';
  return (
    <section className={isSecret ? 'notes secret' : 'notes'}>
      <h4>
        {isSecret ? <LockOutlined aria-hidden /> : <TeamOutlined aria-hidden />}{' '}
        {t(isSecret ? 'mediatorNotes' : 'partyNotes')}
      </h4>
      {own.length === 0 ? (
        <p className="soft">{t('noNotes')}</p>
      ) : (
        <ul className="plain">
          {own.map((note) => (
            <OneNote key={note.fact} note={note} />
          ))}
        </ul>
      )}
    </section>
  );
};

const People = ({ ids }: { readonly ids: readonly string[] }) =>
  ids.map((id, at) => (
    <span key={id}>
      {at > 0 && '、'}
      <PersonName id={id} />
    </span>
  ));

type File = Parameters<typeof AttachmentLink>[0]['file'];

const Session = ({ fact, notes }: { readonly fact: Fact; readonly notes: readonly Note[] }) => {
  const terms = useTerms();
  const { data } = fact;
  const minutes = partsIn(data, 'minutes') as readonly unknown[] as readonly File[];
  return (
    <article className="session">
      <h3>
        <Day day={textIn(data, 'on')} /> <span className="soft">{textIn(data, 'session')}</span>
      </h3>
      <dl className="details">
        <div>
          <dt>{terms.field('mediators')}</dt>
          <dd>
            <People ids={textsIn(data, 'mediators')} />
          </dd>
        </div>
        <div>
          <dt>{terms.field('present')}</dt>
          <dd>
            <People ids={textsIn(data, 'present')} />
          </dd>
        </div>
        {minutes.length > 0 && (
          <div>
            <dt>{terms.field('minutes')}</dt>
            <dd>
              {minutes.map((file) => (
                <AttachmentLink key={file.sha256} file={file} />
              ))}
            </dd>
          </div>
        )}
      </dl>
      <div className="sides">
        <Notes notes={notes} visibility="parties" />
        <Notes notes={notes} visibility="mediators" />
      </div>
    </article>
  );
};

/** The sessions, latest first, with what was noted: for the parties, and for the mediators alone. */
export const Sessions = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(disputes);
  const terms = useTerms();
  const { set } = useOpenForm();
  const facts = useSaidNow('dispute', subject.id);
  const notes = useAnswer<readonly Note[]>(`/v1/disputes/${encodeURIComponent(subject.id)}/notes`);
  const can = ['HoldSession', 'TakeNote'].filter((one) => subject.allowedCommands.includes(one));
  return (
    <>
      <div className="tab-head">
        <h2>{t('sessionsTab')}</h2>
        {can.map((command) => (
          <Button key={command} onClick={() => set(command)}>
            {terms.command('dispute', command)}
          </Button>
        ))}
      </div>
      <Answer of={facts}>
        {(all) => {
          const held = factsOf(all, 'SessionHeld').toReversed();
          if (held.length === 0) return <Nothing text={t('noSessions')} />;
          return (
            <Answer of={notes}>
              {(told) =>
                held.map((fact) => (
                  <Session
                    key={fact.id}
                    fact={fact}
                    notes={told.filter(({ session }) => session === fact.data['session'])}
                  />
                ))
              }
            </Answer>
          );
        }}
      </Answer>
    </>
  );
};
