import { bargaining } from '../../words/bargaining.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

/** A clause's number in its unit, as people write it: money, percent, days, hours. */
export const useValueText = (): ((value: number, unit: string | null | undefined) => string) => {
  const t = useWords(bargaining);
  const format = useFormat();
  return (value, unit) => {
    if (unit === 'basis-points') return format.basisPoints(value);
    if (unit === 'fen') return format.money(value);
    if (unit === 'fen-per-month') return t('perMonth', { money: format.money(value) });
    if (unit === 'day-of-month') return t('dayOfMonth', { n: value });
    if (unit === 'hours' || unit === 'days') return t(unit, { n: value });
    return format.number(value);
  };
};

/** How far two numbers of one unit are apart: of two days of a month, how many days. */
export const useGapText = (): ReturnType<typeof useValueText> => {
  const text = useValueText();
  return (value, unit) => text(value, unit === 'day-of-month' ? 'days' : unit);
};

/** A step of the wages as a fact says it. */
export type WageStep = {
  readonly by: string;
  readonly effectiveOn: string;
  readonly basisPoints?: number;
  readonly fenPerMonth?: number;
  readonly text?: string;
};

/** What a wage step says: so much from such a day. */
export const useStepText = (): ((step: WageStep) => string) => {
  const t = useWords(bargaining);
  const format = useFormat();
  const value = useValueText();
  return ({ effectiveOn, basisPoints, fenPerMonth, text = '' }) => {
    const much =
      basisPoints !== undefined
        ? `+${value(basisPoints, 'basis-points')}`
        : fenPerMonth !== undefined
          ? `+${value(fenPerMonth, 'fen-per-month')}`
          : text;
    return t('step', { day: format.day(effectiveOn), value: much });
  };
};
