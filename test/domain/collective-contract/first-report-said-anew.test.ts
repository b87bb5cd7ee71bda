import { describe, expect, it } from 'vitest';
import type { ContractCommand } from '../../../domain/collective-contract/commands.ts';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { fold } from '../../../domain/shared/decider.ts';
import { deadlines } from '../../../projections/deadlines/deadlines.ts';
import { contractStory } from '../../support/stories/contract-story.ts';
import { amendment, terms, type Asked } from './facts.ts';

const late = '2027-12-31T08:00:00.000Z';
const reason = '录入有误';

const termEnd = '2029-05-31';
const signing = (termStart: string): Asked<'Sign'> => ({
  ...terms,
  profile: 'shandong-wage-2017',
  termStart,
  termEnd,
});
const file = (receiptNo: string, day: string): ContractCommand => ({
  type: 'File',
  data: { receiptNo, filedOn: day, receivedOn: day },
});

type Story = ReturnType<typeof contractStory>;
const tell = (story: Story, ...commands: readonly ContractCommand[]): Story => {
  for (const command of commands) story.order(late, command);
  return story;
};
/** Signed on 20 May 2026 for a term from this day, and in force from 10 June 2026. */
const inForce = (termStart: string): Story =>
  tell(contractStory(), { type: 'Sign', data: signing(termStart) }, file('A1', '2026-06-01'), {
    type: 'Approve',
    data: { on: '2026-06-10' },
  });
const amended = (termStart: string): Story =>
  tell(
    inForce(termStart),
    {
      type: 'SignAmendment',
      data: { ...amendment, termStart: '2026-08-01', termEnd, signedOn: '2026-08-03' },
    },
    file('B1', '2026-08-05'),
    { type: 'Approve', data: { on: '2026-08-10' } },
  );

/** The last day of the yearly report by the state and by the list of deadlines: they never differ. */
const due = (story: Story): string | undefined => {
  const counted = fold(collectiveContract, story.facts()).deadlines['fulfilment-report']?.due;
  const row = story.rows(deadlines as never).get('contract/c1/fulfilment-report') as unknown as
    { readonly due_on: string } | undefined;
  expect(row?.due_on).toBe(counted);
  return counted;
};

const idOf = (story: Story, type: ContractEvent['type']): string =>
  story.facts().find((fact) => fact.type === type)?.id ?? '';
const startAnew = (story: Story, termStart: string): ContractCommand => ({
  type: 'CorrectSigning',
  data: { ...signing(termStart), corrects: idOf(story, 'ContractSigned'), reason },
});

describe('the first report on performance, once the start of the term is said anew', () => {
  it('is due a year after that start, and is said in the effect', () => {
    const story = inForce('2026-07-01');
    expect(due(story)).toBe('2027-07-01');
    const correct = startAnew(story, '2026-07-08');
    expect(story.order(late, correct)).toStrictEqual([
      'SigningCorrected',
      'EffectCorrected',
      'DeadlineRecomputed',
    ]);
    expect(due(story)).toBe('2027-07-08');
    expect(story.order(late, correct)).toStrictEqual([]);
    expect(story.order(late, { type: 'RecomputeDeadlines', data: {} })).toStrictEqual([]);
    expect(due(tell(story, startAnew(story, '2026-07-01')))).toBe('2027-07-01');
  });
  it('counts from the effect where the term began by that day, and not from the day after', () => {
    const by = inForce('2026-07-01');
    tell(by, startAnew(by, '2026-06-10'));
    expect(due(by)).toBe('2027-06-10');
    const after = inForce('2026-07-01');
    tell(after, startAnew(after, '2026-06-11'));
    expect(due(after)).toBe('2027-06-11');
  });
  it('stays where the term began before the effect, then as now', () => {
    const story = inForce('2026-06-01');
    expect(story.order(late, startAnew(story, '2026-06-05'))).not.toContain('EffectCorrected');
    expect(due(story)).toBe('2027-06-10');
  });
  it('moves in the effect of an amendment, too, which counts from the same day', () => {
    const story = amended('2026-07-01');
    expect(due(story)).toBe('2027-07-01');
    expect(story.order(late, startAnew(story, '2026-07-08'))).toStrictEqual([
      'SigningCorrected',
      'EffectCorrected',
      'EffectCorrected',
      // The days to file the amendment stay.
      'DeadlineRecomputed',
    ]);
    expect(due(story)).toBe('2027-07-08');
  });
  it('does not move with the start of an amendment', () => {
    const story = amended('2026-07-01');
    const data = { ...amendment, termStart: '2026-09-01', termEnd, signedOn: '2026-08-03' };
    const corrects = idOf(story, 'AmendmentSigned');
    const anew: ContractCommand = { type: 'CorrectAmendment', data: { ...data, corrects, reason } };
    expect(story.order(late, anew)).not.toContain('EffectCorrected');
    expect(due(story)).toBe('2027-07-01');
  });
  it('is past once a report was made: the next is due a year after the last day reported on', () => {
    const report: ContractCommand = {
      type: 'ReportFulfilment',
      data: { on: '2027-07-02', from: '2026-07-01', to: '2027-06-30' },
    };
    const story = tell(inForce('2026-07-01'), report);
    expect(due(story)).toBe('2028-06-30');
    expect(story.order(late, startAnew(story, '2026-07-08'))).not.toContain('EffectCorrected');
    expect(due(story)).toBe('2028-06-30');
  });
  it('moves with the day of the effect, in the amendment’s, too', () => {
    const story = amended('2026-06-01');
    expect(due(story)).toBe('2027-06-10');
    const corrects = idOf(story, 'ContractTookEffect');
    const data = { corrects, reason, mode: 'explicit', on: '2026-06-12' } as const;
    expect(story.order(late, { type: 'CorrectEffect', data })).toStrictEqual([
      'EffectCorrected',
      'EffectCorrected',
    ]);
    // 12 June 2027 is a Saturday.
    expect(due(story)).toBe('2027-06-14');
  });
  it('is past for the amendment’s effect, too, once a report was made', () => {
    const report: ContractCommand = {
      type: 'ReportFulfilment',
      data: { on: '2027-06-11', from: '2026-06-10', to: '2027-06-09' },
    };
    const story = tell(amended('2026-06-01'), report);
    const corrects = idOf(story, 'ContractTookEffect');
    const data = { corrects, reason, mode: 'explicit', on: '2026-06-12' } as const;
    expect(story.order(late, { type: 'CorrectEffect', data })).toStrictEqual([
      'EffectCorrected',
      // The days to publish the amendment stay.
      'DeadlineRecomputed',
    ]);
    expect(due(story)).toBe('2028-06-09');
  });
});
