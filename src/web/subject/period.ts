import { shared } from '../words/shared.ts';
import { useWords } from '../words/words.ts';

/** A period as the law writes it, `15 working-days`, in the words of the page. */
export const usePeriod = (): ((text: string) => string) => {
  const t = useWords(shared);
  return (text) => {
    const [, count = '', unit = ''] = /^(\d+) ([a-z-]+)$/.exec(text) ?? [];
    const n = Number(count);
    if (unit === 'days' || unit === 'calendar-days') return t('days', { count: n });
    if (unit === 'working-days') return t('workingDays', { count: n });
    if (unit === 'months') return t('months', { count: n });
    if (unit === 'years') return t('years', { count: n });
    return text;
  };
};
