import { Button, Table } from 'antd';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api/queries.ts';
import type { Row, Subject } from '../../api/types.ts';
import { Coded } from '../../shared/cells.tsx';
import { AttachmentLink } from '../../shared/attachment.tsx';
import { PersonName } from '../../shared/names.tsx';
import { Answer } from '../../shared/states.tsx';
import { useOpenForm } from '../../subject/actions.tsx';
import { bargaining } from '../../words/bargaining.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { lastOf, said, useKnownFacts, type Clause, type Draft, type Signature } from './said.ts';
import { useStepText, useValueText } from './values.tsx';
import { RuleExplained, VoteBar, type VoteAnswer } from './vote.tsx';
import { Scroller } from './scroller.tsx';

type Line = {
  readonly key: string;
  readonly title: string;
  readonly under?: string;
  /** What is compared, draft by draft, and what is shown of it. */
  readonly cells: readonly { readonly same: string; readonly shown: ReactNode }[];
};

const useClauseText = () => {
  const value = useValueText();
  const t = useWords(bargaining);
  return (clause: Clause | undefined): string => {
    if (!clause) return t('notIn');
    const number = clause.value === undefined ? '' : value(clause.value, clause.unit);
    return (
      [number, clause.text ?? ''].filter((part) => part !== '').join(' · ') || t('unquantified')
    );
  };
};

const useLines = (drafts: readonly Draft[]): readonly Line[] => {
  const t = useWords(bargaining);
  const terms = useTerms();
  const format = useFormat();
  const step = useStepText();
  const clauseText = useClauseText();
  const text = (
    key: 'agreedOn' | 'term' | 'wageSteps',
    of: (draft: Draft) => readonly string[],
  ) => ({
    key,
    title: t(key),
    cells: drafts.map((draft) => {
      const parts = of(draft);
      return {
        same: key === 'agreedOn' ? '' : parts.join('\n'),
        shown: parts.length === 0 ? '–' : parts.map((part) => <div key={part}>{part}</div>),
      };
    }),
  });
  const clauses = lastOf(
    drafts.flatMap((draft) => draft.clauses),
    ({ id }) => id,
  );
  return [
    text('agreedOn', ({ on }) => [format.day(on)]),
    text('term', ({ termStart, termEnd }) => [
      t('fromTo', { from: format.day(termStart), to: format.day(termEnd) }),
    ]),
    text('wageSteps', ({ steps }) => steps.map(step)),
    ...clauses.map(({ id, title, topic }) => ({
      key: id,
      title,
      under: terms.value('topic', topic),
      cells: drafts.map((draft) => {
        const shown = clauseText(draft.clauses.find((one) => one.id === id));
        return { same: shown, shown };
      }),
    })),
    {
      key: 'text',
      title: t('text'),
      cells: drafts.map((draft) => ({
        same: '',
        shown: draft.text.map((file) => <AttachmentLink key={file.sha256} file={file} />),
      })),
    },
  ];
};

const SideBySide = ({ drafts }: { readonly drafts: readonly Draft[] }) => {
  const t = useWords(bargaining);
  const lines = useLines(drafts);
  return (
    <Scroller label={t('sideBySide')}>
      <Table<Line>
        size="small"
        pagination={false}

        dataSource={[...lines]}
        columns={[
          {
            key: 'title',
            title: t('clause'),
            render: (_, { title, under }) => (
              <>
                <strong>{title}</strong>
                {under !== undefined && <div className="soft">{under}</div>}
              </>
            ),
          },
          ...drafts.map((draft, at) => ({
            key: draft.draft,
            title: t('draft', { n: draft.version }),
            render: (_: unknown, { cells }: Line) => {
              const differs = at > 0 && cells[at]?.same !== cells[at - 1]?.same;
              return differs ? (
                <span className="changed" title={t('changed')}>
                  {cells[at]?.shown}
                </span>
              ) : (
                cells[at]?.shown
              );
            },
          })),
        ]}
      />
    </Scroller>
  );
};

const Votes = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(bargaining);
  const format = useFormat();
  const { set } = useOpenForm();
  const asked = useAnswer<VoteAnswer>(
    `/v1/bargaining-cases/${encodeURIComponent(subject.id)}/vote-rule`,
  );
  return (
    <section>
      <div className="page-head">
        <h2>{t('votes')}</h2>
        <span className="spread" />
        {subject.allowedCommands.includes('HoldCongress') && (
          <Button onClick={() => set('HoldCongress')}>{t('holdVote')}</Button>
        )}
      </div>
      <Answer of={asked}>
        {({ votes }) =>
          votes.length === 0 ? (
            <p className="soft">{t('noVotes')}</p>
          ) : (
            votes.map((vote) => (
              <div key={`${vote.draft}-${vote.on}`} className="vote">
                <h3>
                  {t('voteOn', { day: format.day(vote.on), n: vote.version })}{' '}
                  <Coded field="outcome" value={vote.outcome} list="votes" />
                </h3>
                <VoteBar rule={vote.rule} count={vote} />
                <RuleExplained rule={vote.rule} present={vote.present} yes={vote.yes} />
              </div>
            ))
          )
        }
      </Answer>
    </section>
  );
};

const Signatures = ({ all }: { readonly all: readonly Signature[] }) => {
  const t = useWords(bargaining);
  const terms = useTerms();
  const format = useFormat();
  return (
    <section>
      <h2>{t('signatures')}</h2>
      {all.length === 0 ? (
        <p className="soft">{t('noSignatures')}</p>
      ) : (
        <div className="sides">
          {all.map(({ side, person, on, text = [] }) => (
            <div key={`${side}-${on}`}>
              <h3>{terms.value('side', side)}</h3>
              <PersonName id={person} />{' '}
              <span className="soft">{t('signed', { day: format.day(on) })}</span>
              {text.map((file) => (
                <div key={file.sha256}>
                  <AttachmentLink file={file} />
                </div>
              ))}
            </div>
          ))}
        </div>
      )}
    </section>
  );
};

/** The drafts of a case beside each other, how they were voted on, who signed. */
export const Drafts = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(bargaining);
  const facts = useKnownFacts(subject.id);
  return (
    <Answer of={facts}>
      {(known) => {
        const drafts = lastOf(said<Draft>(known, 'DraftAgreed'), ({ draft }) => draft);
        const signatures = lastOf(
          said<Signature>(known, 'ChiefSigned'),
          ({ draft, side }) => `${draft} ${side}`,
        );
        if (drafts.length === 0) return <p className="soft">{t('noDrafts')}</p>;
        return (
          <div className="bargain">
            <section>
              <h2>{t('sideBySide')}</h2>
              <SideBySide drafts={drafts} />
            </section>
            <Votes subject={subject} />
            <Signatures all={signatures} />
          </div>
        );
      }}
    </Answer>
  );
};
