import { Button } from 'antd';
import type { FigureAnswer, FigureCard } from '../../api/types.ts';
import { mainNumber, mainText } from '../../charts/figure-cell.tsx';
import { toast } from '../../shared/toast.tsx';
import { analysis } from '../../words/analysis.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { useReason } from './members.tsx';

/** The figure to take along: its link with both clocks set, a citation, the answer as data; and what was left out. */
export const Share = ({ card, answer }: { card: FigureCard; answer: FigureAnswer }) => {
  const t = useWords(analysis);
  const terms = useTerms();
  const format = useFormat();
  const reasonOf = useReason();
  const link = (): string => {
    const url = new URL(window.location.href);
    url.searchParams.set('knownAt', answer.knownAt);
    if (answer.on !== undefined) url.searchParams.set('on', answer.on);
    return url.href;
  };
  const { on, from = '', to = '' } = answer;
  const days =
    on === undefined
      ? t('fromTo', { from: format.day(from), to: format.day(to) })
      : t('asOf', { day: format.day(on) });
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    toast(t('copied'));
  };
  const citation = () =>
    t('citation', {
      name: terms.said(card.names),
      value: mainText(card, mainNumber(card, answer.total), format),
      days,
      version: answer.definitionVersion,
      knownAt: format.instant(answer.knownAt),
      link: link(),
    });
  const left = Object.entries(answer.total.excluded);
  return (
    <div className="figure-tools share">
      <span className="soft">{days}</span>
      {left.map(([reason, count]) => (
        <span key={reason} className="soft">
          {t('excluded')} · {reasonOf(reason)}: {format.number(count)}
        </span>
      ))}
      <span className="spread" />
      <span className="no-print">
        <Button size="small" type="text" onClick={() => void copy(link())}>
          {t('copyLink')}
        </Button>
        <Button size="small" type="text" onClick={() => void copy(citation())}>
          {t('copyCitation')}
        </Button>
        <Button
          size="small"
          type="text"
          onClick={() => void copy(JSON.stringify(answer, undefined, 2))}
        >
          {t('copyData')}
        </Button>
      </span>
    </div>
  );
};
