import type { Deadline } from '../shared/values.ts';
import { before } from './deadlines.ts';
import type { Profile } from './profile.ts';

/** The day the renewal window opens: counted back from the end of the term, never rolled. */
export const renewalOpens = (termEnd: string, profile: Profile): Deadline | undefined => {
  const { renewal } = profile;
  if (!renewal) return undefined;
  const opens = before({ rule: 'renewal-opens', from: termEnd, period: renewal, profile });
  // Days and months back from a day ask no calendar, so none has to be awaited.
  return renewal.unit === 'working-days' ? opens : { ...opens, calendarVersion: '' };
};

/** The term as a clock: agreed, not counted, so that no calendar has a say. */
export const termEnds = (termStart: string, termEnd: string): Deadline => ({
  rule: 'term-end',
  from: termStart,
  due: termEnd,
  period: '',
  article: '',
  calendar: 'final',
  calendarVersion: '',
});
