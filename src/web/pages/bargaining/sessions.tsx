import { useRows } from '../../api/queries.ts';
import type { Row } from '../../api/types.ts';
import { AttachmentLink } from '../../shared/attachment.tsx';
import { PersonName } from '../../shared/names.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { useClocks } from '../../shell/clocks.ts';
import { bargaining } from '../../words/bargaining.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import type { Position } from './lines.ts';
import { lastOf, said, useKnownFacts, type Closing, type Opening } from './said.ts';
import { useValueText } from './values.tsx';

type Session = Row & {
  readonly session: string;
  readonly number: number;
  readonly held_on: string;
  readonly place: string | null;
  readonly chaired_by: string;
  readonly recorder: string | null;
};

const People = ({ ids }: { readonly ids: readonly string[] }) => (
  <ul className="values">
    {ids.map((id) => (
      <li key={id}>
        <PersonName id={id} />
      </li>
    ))}
  </ul>
);

const One = ({
  session,
  opening,
  closing,
  positions,
}: {
  readonly session: Session;
  readonly opening: Opening | undefined;
  readonly closing: Closing | undefined;
  readonly positions: readonly Position[];
}) => {
  const t = useWords(bargaining);
  const terms = useTerms();
  const format = useFormat();
  const value = useValueText();
  const { number, held_on, place, chaired_by, recorder } = session;
  return (
    <section>
      <h2>{t('session', { n: number, day: format.day(held_on) })}</h2>
      <dl className="details">
        <div>
          <dt>{t('chairedBy')}</dt>
          <dd>{terms.value('side', chaired_by)}</dd>
        </div>
        {place !== null && (
          <div>
            <dt>{t('place')}</dt>
            <dd>{place}</dd>
          </div>
        )}
        {opening && (
          <div>
            <dt>{t('present')}</dt>
            <dd>
              <People ids={opening.present} />
            </dd>
          </div>
        )}
        {recorder !== null && (
          <div>
            <dt>{t('recorder')}</dt>
            <dd>
              <PersonName id={recorder} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('minutes')}</dt>
          <dd>
            {closing?.minutes.map((file) => (
              <div key={file.sha256}>
                <AttachmentLink file={file} />
              </div>
            )) ?? <span className="soft">{t('noMinutes')}</span>}
          </dd>
        </div>
        {closing && closing.signedBy.length > 0 && (
          <div>
            <dt>{t('signedBy')}</dt>
            <dd>
              <People ids={closing.signedBy} />
            </dd>
          </div>
        )}
      </dl>
      {positions.length > 0 && (
        <>
          <h3>{t('saidHere')}</h3>
          <ul>
            {positions.map((one) => (
              <li key={one.id}>
                <span className="soft">
                  {terms.value('side', one.side)} · {terms.value('topic', one.topic)}
                </span>{' '}
                {one.position}
                {one.value !== null && <strong> {value(one.value, one.unit)}</strong>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

/** What was held, who was there, what was said and put down. */
export const Sessions = ({ id }: { readonly id: string }) => {
  const t = useWords(bargaining);
  const { knownAt } = useClocks();
  const asked = useRows<Session>('sessions', { case_id: id, sort: '-number', knownAt });
  const positions = useRows<Position>('positions', { case_id: id, limit: 500, knownAt });
  const facts = useKnownFacts(id);
  const known = facts.data ?? [];
  const openings = lastOf(said<Opening>(known, 'SessionOpened'), ({ session }) => session);
  const closings = said<Closing>(known, 'SessionClosed');
  return (
    <Answer of={asked}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing text={t('noSessions')} />
        ) : (
          <div className="bargain">
            {items.map((session) => (
              <One
                key={session.id}
                session={session}
                opening={openings.find((one) => one.session === session.session)}
                closing={closings.find((one) => one.session === session.session)}
                positions={(positions.data?.items ?? []).filter(
                  (one) => one.session === session.session,
                )}
              />
            ))}
          </div>
        )
      }
    </Answer>
  );
};
