import { plusMonths } from '../../../domain/shared/calendar.ts';
import type { WageStep } from '../../../domain/shared/terms.ts';
import { monthsOf } from '../../../projections/contracts/wage-increase.ts';

const YEAR = 12;

/**
 * What "5 % a year" over a term means as steps: one a year, on the days the years begin. A broken
 * year has its part of the increase, so that the steps over the years are what was said; a term
 * whose end is unknown has one step.
 */
export const stepsEachYear = (basisPoints: number, from: string, to?: string): WageStep[] => {
  const years = to === undefined || to < from ? 1 : monthsOf(from, to) / YEAR;
  const whole = Math.floor(years);
  const step = (year: number, points: number): WageStep => ({
    by: 'percent',
    effectiveOn: plusMonths(from, year * YEAR),
    basisPoints: points,
  });
  const rest = Math.round(basisPoints * years) - basisPoints * whole;
  const steps = Array.from({ length: whole }, (_, year) => step(year, basisPoints));
  return rest === 0 && whole > 0 ? steps : [...steps, step(whole, rest)];
};
