import { describe, expect, it } from 'vitest';
import type { ContractCommand } from '../../../domain/collective-contract/commands.ts';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import { profileIds } from '../../../domain/law/profiles.ts';
import { deadlines } from '../../../projections/deadlines/deadlines.ts';
import { contractStory } from '../../support/stories/contract-story.ts';
import { given } from '../../support/stories/given.ts';
import { amendment, past, signed, terms } from './facts.ts';

const at = '2027-06-30T08:00:00.000Z';
const sign: ContractCommand = { type: 'Sign', data: { ...terms, profile: 'us-nlra' } };
const give = (on: string, over = {}): ContractCommand => ({
  type: 'GiveNotice',
  data: { on, by: 'employees', ...over },
});
const told = (...commands: readonly ContractCommand[]) => {
  const story = contractStory();
  for (const command of commands) story.order(at, command);
  return story;
};
const clockOf = (story: ReturnType<typeof contractStory>, rule = 'notice-to-other-side') => {
  const row = story.rows(deadlines as never).get(`contract/c1/${rule}`) as unknown as
    Readonly<Record<'due_on' | 'status' | 'met_on', string | null>> | undefined;
  return row && [row.due_on, row.status, row.met_on].filter((said) => said !== null).join(' ');
};
const when = (command: ContractCommand, facts = told(sign).facts(), on = at) =>
  given(collectiveContract, ...facts).when(command, on);

describe('the notice that a contract shall end or change with its term', () => {
  it('is due sixty days before the term ends, under the NLRA', () => {
    const story = told(sign);
    expect(clockOf(story)).toBe('2026-11-01 running');
    expect(story.facts().at(-1)?.data).toMatchObject({
      notice: { from: '2026-12-31', period: '60 days', article: 'NLRA § 8(d)(1)' },
    });
  });

  it.each(profileIds.filter((id) => id !== 'us-nlra'))('is not known in %s', (profile) => {
    const story = told({ type: 'Sign', data: { ...terms, profile } });
    expect(clockOf(story)).toBeUndefined();
    expect(profile).not.toBe('us-nlra');
  });

  it('meets the clock on its day, and a day later it comes late', () => {
    expect(clockOf(told(sign, give('2026-11-01')))).toBe('2026-11-01 met 2026-11-01');
    expect(clockOf(told(sign, give('2026-11-02')))).toBe('2026-11-01 met 2026-11-02');
    expect(clockOf(told(sign, give('2026-10-01'), give('2026-12-01')))).toBe(
      '2026-11-01 met 2026-10-01',
    );
  });

  it('is given while the contract is in force, where the law knows it', () => {
    const chinese = [signed()];
    when(give('2026-06-01'), chinese as never).thenRefuses('notice-before-expiry');
    when(give('2026-05-19')).thenRefuses('notice-before-expiry');
    when(give('2027-01-01')).thenRefuses('notice-before-expiry');
    when(give('2026-12-31')).thenRecordsTypes('NoticeGiven');
    when(give('2026-12-31'), undefined, '2026-12-30T08:00:00.000Z').thenRefuses(
      'not-in-the-future',
    );
    const inForce = [
      {
        ...terms,
        profile: 'national-2004',
        kind: 'comprehensive',
        termStart: '2026-05-20',
      } as const,
    ].map((data) => ({ ...data, termEnd: '2027-05-31' }));
    const [data] = inForce;
    if (!data) return;
    const story = told(
      { type: 'Sign', data },
      { type: 'File', data: { receiptNo: 'A1', filedOn: '2026-06-01', receivedOn: '2026-06-01' } },
      { type: 'Approve', data: { on: '2026-06-10' } },
    );
    when(give('2026-07-01'), story.facts()).thenRefuses('no-notice-here');
  });

  it('is recorded once, and refused when it says something else of that day', () => {
    const facts = told(sign, give('2026-10-01', { case: 'case-8' })).facts();
    when(give('2026-10-01', { case: 'case-8' }), facts).thenRecords();
    when(give('2026-10-01', { case: 'case-9' }), facts).thenRefuses('said-otherwise');
  });

  it('given by an offer changes nothing where the contract does not bind or knows none', () => {
    when(give('2027-02-01', { case: 'case-8' })).thenRecords();
    when(give('2026-06-01', { case: 'case-8' }), []).thenRecords();
    when(give('2026-06-01', { case: 'case-8' }), [signed()] as never).thenRecords();
  });

  it('given by an offer follows the day that the offer was received', () => {
    const story = told(
      sign,
      give('2026-11-02', { case: 'case-8' }),
      give('2026-11-01', { case: 'case-8' }),
    );
    expect(story.facts().at(-1)).toMatchObject({ type: 'NoticeCorrected' });
    expect(clockOf(story)).toBe('2026-11-01 met 2026-11-01');
  });

  it('can be corrected', () => {
    const story = told(sign, give('2026-11-02'));
    const corrects = story.facts().at(-1)?.id ?? '';
    const data = { corrects, reason: 'a slip', on: '2026-10-30', by: 'employer' } as const;
    expect(story.order(at, { type: 'CorrectNotice', data })).toStrictEqual(['NoticeCorrected']);
    expect(clockOf(story)).toBe('2026-11-01 met 2026-10-30');
    expect(story.order(at, { type: 'CorrectNotice', data })).toStrictEqual([]);
  });

  it('is due anew for the term of an amended text, and not for the one it was given for', () => {
    const amend = (termEnd: string): ContractCommand => ({
      type: 'SignAmendment',
      data: { ...amendment, termStart: '2026-01-01', termEnd, signedOn: '2026-10-20' },
    });
    const noticed = [sign, give('2026-10-01')];
    expect(clockOf(told(...noticed, amend('2026-12-31')))).toBe('2026-11-01 met 2026-10-01');
    const longer = told(...noticed, amend('2027-12-31'));
    expect(clockOf(longer)).toBe('2027-11-01 running');
    expect(clockOf(longer, 'term-end')).toBe('2027-12-31 running');
  });

  it('follows the end of the term when the signing is corrected', () => {
    const story = told(sign, give('2026-10-01'));
    const corrects = story.facts()[0]?.id ?? '';
    const data = { ...terms, profile: 'us-nlra', termEnd: '2027-01-31' } as const;
    story.order(at, { type: 'CorrectSigning', data: { corrects, reason: 'a slip', ...data } });
    expect(clockOf(story)).toBe('2026-12-02 met 2026-10-01');
  });

  it('is due for a contract from an older register, too, while its term runs', () => {
    const history = { ...past, profile: 'us-nlra', termEnd: '2027-12-31' } as const;
    expect(clockOf(told({ type: 'RegisterAsHistory', data: history }))).toBe('2027-11-01 running');
  });

  it('is nobody’s business any more when the contract is rescinded', () =>
    expect(
      clockOf(
        told(sign, { type: 'Rescind', data: { on: '2026-08-01', ground: 'law', because: 'x' } }),
      ),
    ).toBe('2026-11-01 cancelled'));
});
