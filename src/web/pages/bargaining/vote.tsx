import { bargaining } from '../../words/bargaining.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

/** What the law wants of a vote of so many, as the API says it. */
export type Rule = {
  readonly total: number;
  readonly quorum: { readonly present: number; readonly article: string } | null;
  readonly approval: {
    readonly majority: 'half' | 'over-half';
    readonly yes: number;
    readonly article: string;
  };
};
export type Count = {
  readonly total: number;
  readonly present: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
};
export type Vote = Count & {
  readonly draft: string;
  readonly version: number;
  readonly on: string;
  readonly outcome: string;
  readonly rule: Rule;
};
export type VoteAnswer = { readonly rule: Rule | null; readonly votes: readonly Vote[] };

const PARTS = ['yes', 'no', 'abstain'] as const;

/** How all who may vote voted, with a mark where it is enough. */
export const VoteBar = ({ rule, count }: { readonly rule: Rule; readonly count: Count }) => {
  const t = useWords(bargaining);
  const { total, yes, no, abstain } = count;
  const share = (n: number) => `${String((n * 100) / Math.max(1, total))}%`;
  const needed = rule.approval.yes;
  const absent = Math.max(0, total - yes - no - abstain);
  return (
    <div
      className="vote-bar"
      role="img"
      aria-label={t('voteBar', { yes, no, abstain, absent, needed })}
    >
      {PARTS.map((part) => (
        <span key={part} className={`vote-part ${part}`} style={{ width: share(count[part]) }}>
          {count[part] * 8 > total ? `${t(part)} ${String(count[part])}` : ''}
        </span>
      ))}
      <span className="mark" style={{ left: share(needed) }}>
        <span>{t('needed', { needed })}</span>
      </span>
    </div>
  );
};

const Enough = ({
  n,
  needed,
  enough,
  short,
}: {
  readonly n: number | undefined;
  readonly needed: number;
  readonly enough: 'cameEnough' | 'votedEnough';
  readonly short: 'cameTooFew' | 'votedTooFew';
}) => {
  const t = useWords(bargaining);
  if (n === undefined) return null;
  return n >= needed ? (
    <strong className="good"> {t(enough, { n })}</strong>
  ) : (
    <strong className="bad"> {t(short, { n, lacking: needed - n })}</strong>
  );
};

/** The quorum and the majority in whole numbers, and what is lacking. */
export const RuleExplained = ({
  rule,
  present,
  yes,
}: {
  readonly rule: Rule;
  readonly present: number | undefined;
  readonly yes: number | undefined;
}) => {
  const t = useWords(bargaining);
  const format = useFormat();
  const { total, quorum, approval } = rule;
  return (
    <ul className="vote-rule">
      <li>
        {quorum === null ? (
          t('noQuorum')
        ) : (
          <>
            {t('quorumRule', { total: format.number(total), needed: quorum.present })}{' '}
            <Enough n={present} needed={quorum.present} enough="cameEnough" short="cameTooFew" />
            <div className="soft">{quorum.article}</div>
          </>
        )}
      </li>
      <li>
        {t(`rule-${approval.majority}`, { needed: approval.yes })}{' '}
        <Enough n={yes} needed={approval.yes} enough="votedEnough" short="votedTooFew" />
        <div className="soft">{approval.article}</div>
      </li>
    </ul>
  );
};
