import { Progress, Steps } from 'antd';
import type { Deadline, Row, Subject } from '../../api/types.ts';
import { useIsNarrow } from '../../shell/theme.ts';
import { contracts } from '../../words/contracts.ts';
import { daysBetween, today, useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { textOf } from './cell.ts';

const isReview = ({ rule, status }: Deadline): boolean =>
  rule.startsWith('review') && (status === 'running' || status === 'overdue');

/** How long the office has been silent, and when silence makes the contract binding. */
const Silence = ({ review }: { readonly review: Deadline }) => {
  const t = useWords(contracts);
  const format = useFormat();
  const all = Math.max(1, daysBetween(review.from_on, review.due_on));
  const gone = daysBetween(review.from_on, today());
  const due = format.day(review.due_on);
  const text =
    gone > all ? t('silenceOver', { due }) : t('silence', { gone: Math.max(0, gone), all, due });
  return (
    <>
      <Progress
        percent={Math.min(100, Math.max(0, Math.round((gone * 100) / all)))}
        showInfo={false}
        aria-label={text}
      />
      <p>{text}</p>
    </>
  );
};

/** Filing, receipt, review, effect, publication as steps, each with its day. */
export const Review = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(contracts);
  const terms = useTerms();
  const format = useFormat();
  const narrow = useIsNarrow();
  const review = subject.deadlines.find(isReview);
  const receipt = textOf(subject, 'receipt_no');
  const mode = textOf(subject, 'effect_mode');
  const day = (name: string) => {
    const value = textOf(subject, name);
    return value === undefined ? undefined : format.day(value);
  };
  const received = day('received_on');
  const effective = day('effective_on');
  if (received === undefined)
    return <p className="soft">{t(subject['origin'] === 'history' ? 'asHistory' : 'notFiled')}</p>;
  const stops = [
    { title: t('filed'), content: receipt === undefined ? '' : t('receipt', { number: receipt }) },
    { title: t('received'), content: received },
    { title: t('reviewEnds'), content: day('review_due') ?? '' },
    {
      title: t('inForceSince'),
      content: [effective, mode === undefined ? undefined : terms.value('effect_mode', mode)]
        .filter((part) => part !== undefined)
        .join(' · '),
    },
    { title: t('published'), content: day('published_on') ?? '' },
  ];
  const at = day('published_on') !== undefined ? 5 : effective !== undefined ? 4 : 2;
  return (
    <>
      <Steps
        size="small"
        current={at}
        orientation={narrow ? 'vertical' : 'horizontal'}
        titlePlacement={narrow ? 'horizontal' : 'vertical'}
        items={stops}
      />
      {review && <Silence review={review} />}
    </>
  );
};
