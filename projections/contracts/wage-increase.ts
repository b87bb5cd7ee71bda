import { daysBetween, plusDays, plusMonths } from '../../domain/shared/calendar.ts';
import type { WageStep } from '../../domain/shared/terms.ts';

/** How an increase over several years becomes one a year: Σ steps ÷ years, or the rate that compounds to them. */
export type Method = 'simple' | 'compound';

/** Length of a term in months, both days included; a broken month counts by its days. */
export const monthsOf = (termStart: string, termEnd: string): number => {
  const out = plusDays(termEnd, 1);
  const estimate = Math.max(0, Math.floor(daysBetween(termStart, out) / 31));
  let whole = estimate;
  while (plusMonths(termStart, whole + 1) <= out) whole += 1;
  const from = plusMonths(termStart, whole);
  return whole + daysBetween(from, out) / daysBetween(from, plusMonths(termStart, whole + 1));
};

/** A step as a share of the wage; undefined when it cannot be put in numbers. */
const shareOf = (step: WageStep): number | undefined => {
  switch (step.by) {
    case 'percent':
      return step.basisPoints / 10_000;
    case 'amount':
      return step.onFenPerMonth ? step.fenPerMonth / step.onFenPerMonth : undefined;
    case 'not-quantifiable':
      return undefined;
  }
};

/** Whether the agreed steps can be averaged: `none` agreed, one that cannot (`no`), or all (`yes`). */
export const quantifiable = (steps: readonly WageStep[]): 'none' | 'no' | 'yes' => {
  if (steps.length === 0) return 'none';
  return steps.every((step) => shareOf(step) !== undefined) ? 'yes' : 'no';
};

type Terms = {
  readonly steps: readonly WageStep[];
  readonly termStart: string;
  readonly termEnd: string;
};

/**
 * The agreed wage increase a year, in thousandths of a basis point (300_000 is 3.00 %); null when
 * nothing was agreed, when it cannot be put in numbers, or when the term runs backwards.
 */
export const annualIncrease = (terms: Terms, method: Method): number | null => {
  const { steps, termStart, termEnd } = terms;
  if (quantifiable(steps) !== 'yes' || termEnd < termStart) return null;
  const years = monthsOf(termStart, termEnd) / 12;
  const shares = steps.map((step) => shareOf(step) ?? 0);
  const yearly =
    method === 'simple'
      ? shares.reduce((sum, share) => sum + share, 0) / years
      : shares.reduce((product, share) => product * (1 + share), 1) ** (1 / years) - 1;
  return Math.round(yearly * 10_000_000);
};
