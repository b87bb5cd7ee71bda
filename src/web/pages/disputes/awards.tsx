import { Table, Tag, Timeline } from 'antd';
import { useSaidNow, useRows } from '../../api/queries.ts';
import type { Fact } from '../../api/problem.ts';
import type { Row, Subject } from '../../api/types.ts';
import { Coded, CodedTag, Day, Money } from '../../shared/cells.tsx';
import { PersonName } from '../../shared/names.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { disputes } from '../../words/disputes.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { factsOf, partsIn, textIn, textsIn, type Data } from './reading.ts';

const COURSE =
  /^(Arbitration|AcceptanceFellSilent|ApplicationServed|Defence|Tribunal|Arbitrator|Hearing|Award|PriorEnforcement|Annulment|Suit|Enforcement)/;

const dayOf = ({ data, at }: Fact): string =>
  [textIn(data, 'on'), textIn(data, 'due')].find((day) => day !== '') ?? at.slice(0, 10);

const Course = ({ id, facts }: { readonly id: string; readonly facts: readonly Fact[] }) => {
  const terms = useTerms();
  const format = useFormat();
  return (
    <Timeline
      items={facts.map((fact) => {
        const { commission, court, result, heldOn } = fact.data;
        const more = [commission, court].filter((one) => typeof one === 'string').join(' ');
        return {
          key: fact.id,
          content: (
            <>
              <SubjectLink category="dispute" id={id} fact={fact.id}>
                {terms.fact('dispute', fact.type)}
              </SubjectLink>{' '}
              <span className="soft">{format.day(dayOf(fact))}</span> {more}
              {typeof heldOn === 'string' && ` → ${format.day(heldOn)}`}
              {typeof result === 'string' && <CodedTag field="result" value={result} />}
            </>
          ),
        };
      })}
    />
  );
};

type Line = { readonly item: Data; readonly claim: Row | undefined };

const fenOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const Items = ({ award, claims }: { readonly award: Fact; readonly claims: readonly Row[] }) => {
  const t = useWords(disputes);
  const terms = useTerms();
  const lines = partsIn(award.data, 'items').map((item) => ({
    item,
    claim: claims.find(({ claim }) => claim === item['claim']),
  }));
  return (
    <Table<Line>
      size="small"
      rowKey={({ item }) => textIn(item, 'claim')}
      dataSource={lines}
      pagination={lines.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      scroll={{ x: 640 }}
      columns={[
        {
          key: 'claimant',
          title: t('claimantField'),
          render: (_, { claim }) =>
            claim?.['claimant'] ? <PersonName id={String(claim['claimant'])} /> : t('common'),
        },
        {
          key: 'item',
          title: t('itemField'),
          render: (_, { item, claim }) => (
            <>
              {claim && <Coded list="claims" field="item" value={String(claim['item'])} />}{' '}
              <span className="soft">{textIn(item, 'claim')}</span>
            </>
          ),
        },
        {
          key: 'claimed',
          title: t('claimed'),
          align: 'right',
          render: (_, { claim }) => <Money fen={fenOf(claim?.['claimed_fen'])} />,
        },
        {
          key: 'awarded',
          title: t('awarded'),
          align: 'right',
          render: (_, { item }) => <Money fen={fenOf(item['fen'])} />,
        },
        {
          key: 'result',
          title: terms.field('result'),
          render: (_, { item }) => <Coded field="result" value={textIn(item, 'result')} />,
        },
        {
          key: 'kind',
          title: terms.field('finality'),
          render: (_, { item }) => <Coded field="finality" value={textIn(item, 'kind')} />,
        },
      ]}
    />
  );
};

const Whom = ({ persons }: { readonly persons: readonly string[] }) => {
  const t = useWords(disputes);
  if (persons.length === 0) return t('everybody');
  return persons.slice(0, 12).map((person, at) => (
    <span key={person}>
      {at > 0 && '、'}
      <PersonName id={person} />
    </span>
  ));
};

const Days = ({ facts }: { readonly facts: readonly Fact[] }) => {
  const terms = useTerms();
  return (
    <ul className="plain">
      {facts.map(({ id, data }) => {
        const to = textIn(data, 'to');
        return (
          <li key={id}>
            <Day day={textIn(data, 'on')} /> {to !== '' && terms.value('side', to)}{' '}
            {to !== 'employer' && <Whom persons={textsIn(data, 'claimants')} />}
          </li>
        );
      })}
    </ul>
  );
};

type AwardProps = {
  readonly award: Fact;
  readonly facts: readonly Fact[];
  readonly claims: readonly Row[];
};

const Award = ({ award, facts, claims }: AwardProps) => {
  const t = useWords(disputes);
  const terms = useTerms();
  const name = textIn(award.data, 'award');
  const about = (...types: readonly string[]) =>
    factsOf(facts, ...types).filter(({ data }) => data['award'] === name);
  const services = about('AwardServed');
  const effects = about('AwardTookEffect');
  return (
    <article>
      <h2>
        {t('awardOf', { id: name })}{' '}
        <Tag>{terms.value('finality', textIn(award.data, 'finality'))}</Tag>
      </h2>
      <Items award={award} claims={claims} />
      <div className="sides">
        {services.length > 0 && (
          <section>
            <h3>{t('services')}</h3>
            <Days facts={services} />
          </section>
        )}
        {effects.length > 0 && (
          <section>
            <h3>{t('binding')}</h3>
            <Days facts={effects} />
          </section>
        )}
      </div>
    </article>
  );
};

/** The award as it was last said. */
const awardsOf = (facts: readonly Fact[]): readonly Fact[] => [
  ...new Map(
    factsOf(facts, 'AwardMade').map((fact) => [textIn(fact.data, 'award'), fact]),
  ).values(),
];

/** Arbitration and the courts: the course, and each award item by item. */
export const Awards = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(disputes);
  const asked = useSaidNow('dispute', subject.id);
  const claims = useRows<Row>('claims', { dispute: subject.id, limit: 500 });
  return (
    <Answer of={asked}>
      {(facts) => {
        const course = facts.filter(({ type }) => COURSE.test(type));
        if (course.length === 0) return <Nothing text={t('noArbitration')} />;
        return (
          <>
            {awardsOf(facts).map((award) => (
              <Award key={award.id} award={award} facts={facts} claims={claims.data?.items ?? []} />
            ))}
            <h2>{t('course')}</h2>
            <Course id={subject.id} facts={course} />
          </>
        );
      }}
    </Answer>
  );
};
