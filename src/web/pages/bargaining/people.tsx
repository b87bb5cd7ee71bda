import { Tag } from 'antd';
import { useRows } from '../../api/queries.ts';
import type { Row, Subject } from '../../api/types.ts';
import { Details } from '../../shared/data-view.tsx';
import { PersonName } from '../../shared/names.tsx';
import { Answer } from '../../shared/states.tsx';
import { useClocks } from '../../shell/clocks.ts';
import { bargaining } from '../../words/bargaining.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { SIDES } from './lines.ts';
import './bargaining.css';

const FIELDS = [
  'enterprise',
  'opened_with',
  'kind',
  'level',
  'purpose',
  'profile',
  'division',
  'union_name',
  'employers_body',
  'represented_by',
  'prepared_by',
  'prepared_on',
  'topics',
  'workers',
  'women',
  'contract',
  'predecessor',
  'notice_on',
  'expires_on',
  'accepted_on',
  'approved_on',
  'signed_on',
  'closed_on',
  'ground',
  'window_over_on',
];
/** Whom a case was opened with is told where it goes on with somebody else. */
const fieldsOf = ({ enterprise, opened_with }: Row): readonly string[] =>
  enterprise === opened_with ? FIELDS.filter((name) => name !== 'opened_with') : FIELDS;

const OFFER = [
  'by_side',
  'issued_on',
  'topics',
  'proposed_on',
  'place',
  'received_on',
  'due_on',
  'replied_on',
  'answer',
  'timeliness',
];

type Delegate = Row & {
  readonly side: string;
  readonly person: string;
  readonly standing: string;
  readonly from_on: string;
  readonly to_on: string | null;
  readonly deputy_until: string | null;
  readonly status: string;
};

const RANK = ['chief', 'inside', 'outside'];
const inRank = (a: Delegate, b: Delegate): number =>
  Number(a.to_on !== null) - Number(b.to_on !== null) ||
  RANK.indexOf(a.standing) - RANK.indexOf(b.standing);

const One = ({ delegate }: { readonly delegate: Delegate }) => {
  const t = useWords(bargaining);
  const terms = useTerms();
  const format = useFormat();
  const { person, standing, from_on, to_on, deputy_until } = delegate;
  return (
    <li>
      <PersonName id={person} />{' '}
      <Tag color={standing === 'chief' ? 'blue' : 'default'}>
        {terms.value('standing', standing)}
      </Tag>
      {deputy_until !== null && (
        <Tag color="gold">{t('deputyUntil', { day: format.day(deputy_until) })}</Tag>
      )}
      <div className="soft">
        {to_on === null
          ? t('since', { day: format.day(from_on) })
          : t('until', { day: format.day(to_on) })}
      </div>
    </li>
  );
};

const People = ({ id }: { readonly id: string }) => {
  const t = useWords(bargaining);
  const terms = useTerms();
  const { knownAt } = useClocks();
  const asked = useRows<Delegate>('delegates', { case_id: id, limit: 200, knownAt });
  return (
    <Answer of={asked}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="soft">{t('noPeople')}</p>
        ) : (
          <div className="sides">
            {SIDES.map((side) => (
              <section key={side} aria-label={terms.value('side', side)}>
                <h3>{terms.value('side', side)}</h3>
                <ul>
                  {items
                    .filter((one) => one.side === side)
                    .toSorted(inRank)
                    .map((one) => (
                      <One key={one.id} delegate={one} />
                    ))}
                </ul>
              </section>
            ))}
          </div>
        )
      }
    </Answer>
  );
};

const Offers = ({ id }: { readonly id: string }) => {
  const t = useWords(bargaining);
  const { knownAt } = useClocks();
  const asked = useRows('offers', { case_id: id, sort: 'issued_on', knownAt });
  const items = asked.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{t('offers')}</h2>
      {items.map((offer) => (
        <div key={offer.id} className="offer">
          <Details list="offers" row={offer} fields={OFFER} />
        </div>
      ))}
    </section>
  );
};

/** Who bargains with whom about what. */
export const Overview = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(bargaining);
  return (
    <div className="bargain">
      <section>
        <h2>{t('people')}</h2>
        <People id={subject.id} />
      </section>
      <Offers id={subject.id} />
      <section>
        <h2>{t('particulars')}</h2>
        <Details row={subject} fields={fieldsOf(subject)} />
      </section>
    </div>
  );
};
