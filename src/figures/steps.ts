import { dayNumber, numberedDay, plusDays, plusMonths } from '../../domain/shared/calendar.ts';
import type { Window } from '../../projections/figures/figure.ts';
import { wrong } from './wrong-question.ts';

const STEPS = ['day', 'month', 'quarter', 'year'] as const;
type Step = (typeof STEPS)[number];

/** A series of more points is a download, not an answer. */
const MOST = 4_000;

const months: Readonly<Record<Exclude<Step, 'day'>, number>> = { month: 1, quarter: 3, year: 12 };

/** The last day of the calendar period that a day lies in. */
const endOf = (day: string, step: Step): string => {
  if (step === 'day') return day;
  const length = months[step];
  const month = Number(day.slice(5, 7));
  const toEnd = length - 1 - ((month - 1) % length);
  return plusDays(plusMonths(`${day.slice(0, 8)}01`, toEnd + 1), -1);
};

const stepIn = (text = 'month'): Step =>
  STEPS.find((step) => step === text) ??
  wrong('step', `应为：${STEPS.join('、')}。`, `One of: ${STEPS.join(', ')}.`);

/** The calendar periods of two days, the first and the last cut to them. */
export const windowsOf = ({ from, to }: Window, step: string | undefined): readonly Window[] => {
  const length = stepIn(step);
  const windows: Window[] = [];
  for (let start = from; start <= to;) {
    const end = Math.min(dayNumber(endOf(numberedDay(start), length)), to);
    windows.push({ from: start, to: end });
    if (windows.length > MOST) {
      return wrong('step', `最多${MOST}个点。`, `A series has ${MOST} points at most.`);
    }
    start = end + 1;
  }
  return windows;
};
