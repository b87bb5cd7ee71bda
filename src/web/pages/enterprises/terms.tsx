import { Table, Tag } from 'antd';
import { useAnswer } from '../../api/queries.ts';
import { Day } from '../../shared/cells.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { useClocks } from '../../shell/clocks.ts';
import { enterprises } from '../../words/enterprises.ts';
import { today, useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { useValueText } from '../bargaining/values.tsx';

/** A clause or wage step of a contract in force; `prevails` is null where people must read it. */
type Term = {
  readonly contract: string;
  readonly kind: string;
  readonly level: string;
  readonly part: 'clause' | 'step';
  readonly clause: string | null;
  readonly topic: string;
  readonly title: string | null;
  readonly wording: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly from: string | null;
  readonly for: 'all' | 'women';
  readonly prevails: boolean | null;
  readonly rule: string | null;
  readonly article: string | null;
};
type Answered = { readonly items: readonly Term[] };

const STANDING = {
  true: ['green', 'prevails'],
  false: ['default', 'yields'],
  null: ['orange', 'toBeRead'],
} as const;

const Stands = ({ term: { prevails, rule, article } }: { readonly term: Term }) => {
  const t = useWords(enterprises);
  const terms = useTerms();
  const [colour, word] = STANDING[`${prevails}`];
  if (rule === null) return <Tag color="green">{t('applies')}</Tag>;
  return (
    <>
      <Tag color={colour}>{t(word)}</Tag>
      <div className="soft">
        {terms.value('rule', rule, 'terms')}
        {article === null ? '' : ` · ${article}`}
      </div>
    </>
  );
};

const Says = ({ term }: { readonly term: Term }) => {
  const value = useValueText();
  const terms = useTerms();
  return (
    <>
      {term.value !== null && <strong>{value(term.value, term.unit)} </strong>}
      {term.wording}
      {term.for === 'women' && <div className="soft">{terms.value('for', 'women', 'terms')}</div>}
    </>
  );
};

const useColumns = () => {
  const t = useWords(enterprises);
  const terms = useTerms();
  return [
    {
      key: 'topic',
      title: t('matter'),
      render: (_: unknown, { topic, title }: Term) => (
        <>
          <strong>{terms.value('topic', topic)}</strong>
          {title !== null && <div className="soft">{title}</div>}
        </>
      ),
    },
    {
      key: 'says',
      title: t('says'),
      render: (_: unknown, term: Term) => <Says term={term} />,
    },
    {
      key: 'from',
      title: t('from'),
      render: (_: unknown, { from }: Term) => <Day day={from} />,
    },
    {
      key: 'contract',
      title: t('byContract'),
      render: (_: unknown, { contract, kind, level }: Term) => (
        <SubjectLink category="contract" id={contract}>
          {terms.value('kind', kind)} · {terms.value('level', level)}
        </SubjectLink>
      ),
    },
    {
      key: 'stands',
      title: t('stands'),
      render: (_: unknown, term: Term) => <Stands term={term} />,
    },
  ];
};

/** What all contracts in force over the enterprise say on the day of the page, and which of them prevails. */
export const Terms = ({ id }: { readonly id: string }) => {
  const t = useWords(enterprises);
  const format = useFormat();
  const { on, knownAt } = useClocks();
  const path = `/v1/enterprises/${encodeURIComponent(id)}/terms`;
  const asked = useAnswer<Answered>(path, { on, knownAt });
  const columns = useColumns();
  return (
    <>
      <h2>{t('termsOn', { day: format.day(on ?? today()) })}</h2>
      <Answer of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing text={t('noTerms')} />
          ) : (
            <Table<Term>
              size="small"
              rowKey={({ contract, part, clause, topic, from }) =>
                [contract, part, clause, topic, from].join('|')
              }
              pagination={false}
              scroll={{ x: 'max-content' }}
              dataSource={items.toSorted((a, b) => (a.topic < b.topic ? -1 : 1))}
              columns={columns}
            />
          )
        }
      </Answer>
    </>
  );
};
