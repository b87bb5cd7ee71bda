import { describe, it } from 'vitest';
import { consent, issue, name, receive, story, under } from '../support/stories/bargaining.ts';

type Profile = Parameters<typeof under>[0];

/** Delegates that so many of 200 employees consented to, where there is no union. */
const backed = (profile: Profile, given: number) =>
  story(under(profile, { representedBy: 'employees' }), issue(), receive(), consent()).when(
    name('employees', {
      frontLine: 3,
      consent: { given, employees: 200, rosterOn: '2026-03-01' },
    }),
  );

describe('9. A firm without a union', () => {
  it('exactly half of the employees is enough nationally', () => {
    backed('national-2004', 100).thenRecordsTypes('DelegatesNamed');
    backed('national-2004', 99).thenRefuses('consent-of-employees', '集体合同规定 Art 20');
  });
  it('and one too few in Shandong, where it takes more than half', () => {
    backed('shandong-wage-2017', 100).thenRefuses(
      'consent-of-employees',
      '山东省企业工资集体协商条例 Art 8',
    );
    backed('shandong-wage-2017', 101).thenRecordsTypes('DelegatesNamed');
  });
});
