import type { Limit, Period } from './profile.ts';

/** A text that says only "日": counted as calendar days, the last one rolled over rest days. */
export const days = (n: number, article: string): Period => ({ n, unit: 'days', article });

/** A text that says calendar days itself (自然日). */
export const calendarDays = (n: number, article: string): Period => ({
  n,
  unit: 'calendar-days',
  article,
});

export const workingDays = (n: number, article: string): Period => ({
  n,
  unit: 'working-days',
  article,
});

export const months = (n: number, article: string): Period => ({ n, unit: 'months', article });

export const years = (n: number, article: string): Period => ({ n, unit: 'years', article });

export const limit = (n: number, article: string): Limit => ({ n, article });
