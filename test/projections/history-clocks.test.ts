import { describe, expect, it } from 'vitest';
import type { ContractCommand } from '../../domain/collective-contract/commands.ts';
import { deadlines } from '../../projections/deadlines/deadlines.ts';
import { amendment, past, type Asked } from '../domain/collective-contract/facts.ts';
import { contractStory } from '../support/stories/contract-story.ts';

type Told = readonly (readonly [at: string, command: ContractCommand])[];

const told = (...commands: Told) => {
  const story = contractStory();
  for (const [day, command] of commands) story.order(`${day}T01:00:00.000Z`, command);
  return story;
};
/** Clock → last day, status, the day it was met. */
const clocksOf = (story: ReturnType<typeof contractStory>) =>
  Object.fromEntries(
    [...story.rows(deadlines as never).values()].map((row) => {
      const { id, due_on, status, met_on } = row as unknown as Record<string, string | null>;
      const says = [due_on, status, met_on].filter((said) => said !== null);
      return [id?.replace('contract/c1/', '') ?? '', says.join(' ')];
    }),
  );
/** The same story as it was recorded before a correction told of its clock. */
const older = (story: ReturnType<typeof contractStory>) => {
  const before = contractStory();
  before.have(
    story
      .facts()
      .filter(({ type }) => type !== 'DeadlineRecomputed')
      .map((fact) => {
        if (fact.type !== 'HistoryCorrected') return fact;
        const { term: _, ...data } = fact.data;
        return { ...fact, data };
      }),
  );
  return before;
};

type Says = Partial<Asked<'RegisterAsHistory'>>;
const register = (over: Says = {}): Told[number] => [
  '2026-01-05',
  { type: 'RegisterAsHistory', data: { ...past, ...over } },
];
const correct = (over: Says = {}, day = '2026-06-30'): Told[number] => [
  day,
  { type: 'CorrectHistory', data: { corrects: 'c1-1', reason: 'a slip', ...past, ...over } },
];
const slip = { source: 'another binder' };
const rescind: Told[number] = [
  '2026-05-05',
  { type: 'Rescind', data: { on: '2026-05-05', ground: 'law', because: 'closing' } },
];
const supersede: Told[number] = [
  '2026-05-05',
  { type: 'Supersede', data: { on: '2026-05-01', by: 'c2' } },
];
const end: Told[number] = [
  '2026-05-05',
  { type: 'EndWithEmployer', data: { on: '2026-05-01', enterprise: 'looms' } },
];
const amend: Told = [
  [
    '2026-02-10',
    {
      type: 'SignAmendment',
      data: { ...amendment, signedOn: '2026-02-10', termEnd: '2028-12-31' },
    },
  ],
  [
    '2026-02-12',
    {
      type: 'File',
      data: { receiptNo: 'B1', filedOn: '2026-02-12', receivedOn: '2026-02-12' },
    },
  ],
  ['2026-02-14', { type: 'Approve', data: { on: '2026-02-14' } }],
];
const open: Told[number] = ['2026-06-15', { type: 'OpenRenewalWindow', data: {} }];
const soon = { termEnd: '2026-08-31' };
const american = { profile: 'us-nlra', termEnd: '2026-08-20' } as const;
const notice: Told[number] = [
  '2026-06-16',
  { type: 'GiveNotice', data: { on: '2026-06-15', by: 'employees' } },
];

describe('the clocks of a contract from an older register, where its record is said anew', () => {
  it.each([
    ['runs', [register()], slip],
    ['was amended', [register(), ...amend], slip],
    ['was amended, and its first term moves', [register(), ...amend], { termEnd: '2026-12-31' }],
    ['has its renewal window open', [register(soon), open], { ...soon, ...slip }],
    ['had notice given', [register(american), notice], { ...american, ...slip }],
    ['was rescinded', [register(), rescind], { termEnd: '2027-11-30' }],
    ['ended with its employer', [register(), end], { termEnd: '2027-11-30' }],
    ['was superseded', [register(), supersede], slip],
  ] as const)('stand as they stood where it %s', (_, facts, over) => {
    const story = told(...facts, correct(over));
    const stood = clocksOf(told(...facts));
    expect(story.facts()).toHaveLength(facts.length + 1);
    expect(clocksOf(story)).toStrictEqual(stood);
    expect(clocksOf(older(story))).toStrictEqual(stood);
  });

  it('do not run for a term that came to be known when it was over', () => {
    const unknown = register({ termEnd: undefined });
    expect(clocksOf(told(unknown, ['2026-05-05', rescind[1]], correct()))).toStrictEqual({});
  });

  it('run to the term as it is known now', () => {
    const moved = { 'renewal-opens': '2028-09-30 running', 'term-end': '2028-12-31 running' };
    const longer = { termEnd: '2028-12-31' };
    for (const before of [{}, { termEnd: undefined }, { termEnd: '2025-12-31' }]) {
      const story = told(register(before), correct(longer));
      expect(clocksOf(story)).toStrictEqual(moved);
      expect(clocksOf(older(story))).toStrictEqual(moved);
    }
    const again = told(register(), correct({ termEnd: '2028-10-31' }), correct(longer));
    expect(clocksOf(again)).toStrictEqual(moved);
    expect(clocksOf(older(again))).toStrictEqual(moved);
  });

  it('run again where the window had opened, and the term had run out, too early', () => {
    const expiry: Told[number] = ['2026-09-01', { type: 'RecordExpiry', data: {} }];
    const story = told(register(soon), open, expiry, correct({}, '2026-09-02'));
    const moved = { 'renewal-opens': '2027-09-30 running', 'term-end': '2027-12-31 running' };
    expect(clocksOf(story)).toStrictEqual(moved);
    expect(clocksOf(older(story))).toStrictEqual(moved);
    expect(story.phase()).toBe('in-force');
  });

  it('wait for nobody where the term is unknown, or was over when it was put on record', () => {
    const over = { 'renewal-opens': '2027-09-30 cancelled', 'term-end': '2027-12-31 cancelled' };
    expect(clocksOf(told(register(), correct({ termEnd: undefined })))).toStrictEqual(over);
    const ran = told(register(), correct({ termEnd: '2026-01-04' }));
    expect(clocksOf(ran)).toMatchObject({ 'term-end': '2026-01-04 met 2026-01-05' });
    expect(clocksOf(ran)['renewal-opens']).toBe('2027-09-30 cancelled');
    expect(ran.phase()).toBe('expired');
    expect(clocksOf(older(ran))).toMatchObject({ 'renewal-opens': '2027-09-30 cancelled' });
    const back = [register(), correct({ termEnd: undefined }), correct()] as const;
    const running = { 'renewal-opens': '2027-09-30 running', 'term-end': '2027-12-31 running' };
    expect(clocksOf(told(...back))).toStrictEqual(running);
  });

  it('are those of the law that it is now known to be under', () => {
    const nlra = { profile: 'us-nlra' } as const;
    expect(clocksOf(told(register(), correct(nlra)))).toStrictEqual({
      'renewal-opens': '2027-09-30 cancelled',
      'notice-to-other-side': '2027-11-01 running',
      'term-end': '2027-12-31 running',
    });
    expect(clocksOf(told(register(nlra), correct(nlra), correct()))).toMatchObject({
      'renewal-opens': '2027-09-30 running',
      'notice-to-other-side': '2027-11-01 cancelled',
    });
  });
});
