import { describe, expect, it } from 'vitest';
import { after, agree, bargainingUnder, hold } from '../support/stories/bargaining.ts';

type Profile = Parameters<typeof bargainingUnder>[0];

/** What the congress's count makes of a draft under the law of a place. */
const vote = (profile: Profile, total: number, present: number, yes: number) => {
  const past = after(
    ...bargainingUnder(profile),
    agree(),
    hold({ total, present, yes, no: present - yes, abstain: 0 }),
  );
  const { type, data } = past.at(-1) ?? { type: '', data: {} };
  return 'cause' in data ? data.cause : type;
};
const again = (profile: Profile) => {
  const past = after(
    ...bargainingUnder(profile),
    agree(),
    hold({ total: 180, present: 120, yes: 90, no: 30, abstain: 0 }),
    { type: 'ReopenNegotiation', data: { on: '2026-05-13' } },
    agree({ draft: 'draft-2', on: '2026-05-18' }),
  );
  const draft = past.at(-1);
  return draft?.type === 'DraftAgreed' ? draft.data.congress : undefined;
};

describe('1. The quorum edge', () => {
  it('66 of 100 present is no quorum, though all were in favour: 67 are needed', () => {
    expect(vote('national-2004', 100, 66, 66)).toBe('quorum');
    expect(vote('national-2004', 100, 67, 67)).toBe('DraftApproved');
  });
  it('66 of 99 is one', () => {
    expect(vote('national-2004', 99, 66, 66)).toBe('DraftApproved');
    expect(vote('national-2004', 99, 65, 65)).toBe('quorum');
  });
  it('90 of 180 in favour pass nationally, and fail in Shandong and Zhejiang', () => {
    expect(vote('national-2004', 180, 120, 90)).toBe('DraftApproved');
    expect(vote('national-2004', 180, 120, 89)).toBe('votes');
    expect(vote('shandong-wage-2017', 180, 120, 90)).toBe('votes');
    expect(vote('zhejiang-2011', 180, 120, 90)).toBe('votes');
    expect(vote('zhejiang-2011', 180, 120, 91)).toBe('DraftApproved');
  });
  it('the clock of five working days to vote again runs in Zhejiang and Hangzhou only', () => {
    expect(again('zhejiang-2011')).toMatchObject({ rule: 'revote', due: '2026-05-25' });
    expect(again('hangzhou-wage-2014')).toMatchObject({ rule: 'revote', due: '2026-05-25' });
    expect(again('shandong-wage-2017')).toBeUndefined();
  });
});
