import { describe, expect, it } from 'vitest';
import type { ContractCommand } from '../../domain/collective-contract/commands.ts';
import { deadlines } from '../../projections/deadlines/deadlines.ts';
import { amendment, past, terms } from '../domain/collective-contract/facts.ts';
import { contractStory } from '../support/stories/contract-story.ts';

const at = '2026-07-15T08:00:00.000Z';
const reason = 'a slip';
const told = (...commands: readonly ContractCommand[]) => {
  const story = contractStory();
  for (const command of commands) story.order(at, command);
  return story;
};
const sign: ContractCommand = { type: 'Sign', data: terms };
const file: ContractCommand = {
  type: 'File',
  data: { receiptNo: 'A1', filedOn: '2026-06-01', receivedOn: '2026-06-01' },
};
const silence: ContractCommand = { type: 'RecordSilence', data: {} };
const inForce = [sign, file, silence] as const;

/** The clocks of a story: clock → last day and status. */
const clocksOf = (story: ReturnType<typeof contractStory>) =>
  Object.fromEntries(
    [...story.rows(deadlines as never).values()].map((row) => {
      const { id, due_on, status } = row as unknown as Record<'id' | 'due_on' | 'status', string>;
      return [id.replace('contract/c1/', ''), `${due_on} ${status}`];
    }),
  );

describe('the clocks of a contract', () => {
  it('run from signature to the end of the term', () => {
    expect(clocksOf(told(sign))).toStrictEqual({ filing: '2026-05-27 running' });
    expect(clocksOf(told(sign, file))).toStrictEqual({
      filing: '2026-05-27 met',
      review: '2026-06-16 running',
    });
    expect(clocksOf(told(...inForce))).toStrictEqual({
      filing: '2026-05-27 met',
      review: '2026-06-16 met',
      publication: '2026-06-22 running',
      'renewal-opens': '2026-11-01 running',
      'term-end': '2026-12-31 running',
    });
  });

  it('of a first review do not run any more once it was objected to', () =>
    expect(
      clocksOf(
        told(
          sign,
          file,
          { type: 'Object', data: { on: '2026-06-10', items: ['overtime'] } },
          {
            type: 'Refile',
            data: { receiptNo: 'A2', filedOn: '2026-06-25', receivedOn: '2026-06-25' },
          },
        ),
      ),
    ).toMatchObject({
      review: '2026-06-16 cancelled',
      'review:refiled': '2026-07-10 running',
    }));

  it('stop when an objection made in time takes the effect back', () =>
    expect(
      clocksOf(told(...inForce, { type: 'Object', data: { on: '2026-06-16', items: ['x'] } })),
    ).toMatchObject({
      review: '2026-06-16 cancelled',
      publication: '2026-06-22 cancelled',
      'renewal-opens': '2026-11-01 cancelled',
      'term-end': '2026-12-31 cancelled',
    }));

  it('run again when the receipt is corrected', () =>
    expect(
      clocksOf(
        told(...inForce, {
          type: 'CorrectFiling',
          data: {
            corrects: 'c1-2',
            reason,
            receiptNo: 'A1',
            filedOn: '2026-06-01',
            receivedOn: '2026-07-01',
          },
        }),
      ),
    ).toMatchObject({ review: '2026-07-16 running', 'term-end': '2026-12-31 cancelled' }));

  it('are cancelled by a rescission and superseded by a renewal, and run again when that is taken back', () => {
    expect(
      clocksOf(
        told(...inForce, {
          type: 'Rescind',
          data: { on: '2026-08-01', ground: 'law', because: 'closing' },
        }),
      ),
    ).toMatchObject({ 'term-end': '2026-12-31 cancelled' });
    const supersede: ContractCommand = { type: 'Supersede', data: { on: '2026-08-01', by: 'c2' } };
    expect(clocksOf(told(...inForce, supersede))).toStrictEqual({
      filing: '2026-05-27 met',
      review: '2026-06-16 met',
      publication: '2026-06-22 superseded',
      'renewal-opens': '2026-11-01 superseded',
      'term-end': '2026-12-31 superseded',
    });
    expect(
      clocksOf(told(...inForce, supersede, { type: 'TakeBackSupersession', data: { by: 'c2' } })),
    ).toMatchObject({
      publication: '2026-06-22 running',
      'term-end': '2026-12-31 running',
      'renewal-opens': '2026-11-01 running',
    });
  });

  it('of the term are those of the amended text once it took effect', () =>
    expect(
      clocksOf(
        told(
          ...inForce,
          {
            type: 'SignAmendment',
            data: { ...amendment, termEnd: '2027-06-30', signedOn: '2026-06-20' },
          },
          {
            type: 'File',
            data: { receiptNo: 'B1', filedOn: '2026-06-22', receivedOn: '2026-06-22' },
          },
          { type: 'Approve', data: { on: '2026-06-25' } },
        ),
      ),
    ).toMatchObject({
      review: '2026-07-07 met',
      'renewal-opens': '2027-05-01 running',
      'term-end': '2027-06-30 running',
    }));

  it('are those of the text before once the amendment is taken back', () => {
    const amending = [
      ...inForce,
      {
        type: 'SignAmendment',
        data: { ...amendment, termEnd: '2027-06-30', signedOn: '2026-06-20' },
      },
    ] as const;
    const takeBack = { type: 'TakeBackAmendment', data: { case: 'case-9', reason } } as const;
    expect(clocksOf(told(...amending))).toMatchObject({ filing: '2026-06-29 running' });
    expect(clocksOf(told(...amending, takeBack))).toStrictEqual({
      filing: '2026-06-29 cancelled',
      review: '2026-06-16 met',
      publication: '2026-06-22 running',
      'renewal-opens': '2026-11-01 running',
      'term-end': '2026-12-31 running',
    });
    const receipt = { receiptNo: 'B1', filedOn: '2026-06-22', receivedOn: '2026-06-22' };
    expect(
      clocksOf(
        told(
          ...amending,
          { type: 'File', data: receipt },
          { type: 'Approve', data: { on: '2026-06-25' } },
          takeBack,
        ),
      ),
    ).toMatchObject({
      publication: '2026-06-22 running',
      'renewal-opens': '2026-11-01 running',
      'term-end': '2026-12-31 running',
    });
  });

  it('from an older register run when its term still ran, and not at all when it had run out', () => {
    expect(clocksOf(told({ type: 'RegisterAsHistory', data: past }))).toStrictEqual({
      'renewal-opens': '2027-09-30 running',
      'term-end': '2027-12-31 running',
    });
    expect(
      clocksOf(
        told({
          type: 'RegisterAsHistory',
          data: { ...past, termStart: '2022-01-01', termEnd: '2024-12-31' },
        }),
      ),
    ).toStrictEqual({});
  });

  it('to rectify a breach run from the demand', () =>
    expect(
      clocksOf(
        told(
          ...inForce,
          {
            type: 'FindBreach',
            data: { breach: 'b1', on: '2026-07-01', clause: 'payday', finding: 'late' },
          },
          {
            type: 'DemandRectification',
            data: { breach: 'b1', on: '2026-07-02', due: '2026-07-20' },
          },
        ),
      ),
    ).toMatchObject({ 'rectification:b1': '2026-07-20 running' }));
});
