import type { Deadline } from '../shared/values.ts';
import { before } from './deadlines.ts';
import type { Period, Profile } from './profile.ts';

/** A clock counted back from a coming day, never rolled; undefined where the place sets none. */
export const countedBack = (
  rule: string,
  from: string,
  period: Period | null | undefined,
  profile: Profile,
): Deadline | undefined => {
  if (!period) return undefined;
  const clock = before({ rule, from, period, profile });
  // Days and months back from a day ask no calendar, so none has to be awaited.
  return period.unit === 'working-days' ? clock : { ...clock, calendarVersion: '' };
};

/** The day the renewal window opens: counted back from the end of the term. */
export const renewalOpens = (termEnd: string, profile: Profile): Deadline | undefined =>
  countedBack('renewal-opens', termEnd, profile.renewal, profile);

/** The last day to give the other side notice that the contract shall end or change with its term. */
export const noticeToOtherSide = (termEnd: string, profile: Profile): Deadline | undefined =>
  countedBack('notice-to-other-side', termEnd, profile.notice?.toOtherSide, profile);

/** What is disclosed before the first session: by that day at the latest, where the place says so within its last days. */
export const disclosureBefore = (session: string, profile: Profile): Deadline | undefined => {
  const { disclosure } = profile;
  const clock = countedBack('disclosure', session, disclosure, profile);
  return clock && disclosure?.manner === 'within'
    ? { ...clock, due: session, calendar: 'final', calendarVersion: '' }
    : clock;
};

/** The report of the employees' side to the upper union before the first session. */
export const reportBefore = (session: string, profile: Profile): Deadline | undefined =>
  countedBack('report-to-upper-union', session, profile.reportToUpperUnion, profile);

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
