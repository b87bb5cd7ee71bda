import { Day } from '../../../domain/shared/values.ts';
import { invalid } from '../answers/problem.ts';

/** A day out of a query. */
export const dayFrom = (name: string, text: string): string => {
  if (Day.safeParse(text).success) return text;
  throw invalid(name, '应为日期（YYYY-MM-DD）。', 'This is a day (YYYY-MM-DD).');
};
