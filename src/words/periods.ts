import type { Sentence } from '../../domain/shared/rules.ts';

const units: Readonly<Record<string, readonly [zh: string, one: string, more: string]>> = {
  days: ['天', 'day', 'days'],
  'calendar-days': ['天', 'day', 'days'],
  'working-days': ['个工作日', 'working day', 'working days'],
  months: ['个月', 'month', 'months'],
  years: ['年', 'year', 'years'],
};

/** A period as events keep it, `15 working-days`, in words; anything else stands as it is. */
export const periodSaid = (period: string): Sentence => {
  const [count = '', unit = ''] = period.split(' ');
  const words = Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (!words) return { zh: period, en: period };
  const [zh, one, more] = words;
  return { zh: `${count} ${zh}`, en: `${count} ${count === '1' ? one : more}` };
};
