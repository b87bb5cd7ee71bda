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

  describe('of an amendment that is taken back', () => {
    const file = (filedOn: string): ContractCommand => ({
      type: 'File',
      data: { receiptNo: 'B1', filedOn, receivedOn: filedOn },
    });
    const publish = (on: string): ContractCommand => ({
      type: 'Publish',
      data: { on, means: 'board' },
    });
    const amend: ContractCommand = {
      type: 'SignAmendment',
      data: { ...amendment, termEnd: '2027-06-30', signedOn: '2026-06-20' },
    };
    const takeBack: ContractCommand = {
      type: 'TakeBackAmendment',
      data: { case: 'case-9', reason },
    };
    const amended = [amend, file('2026-06-22'), { type: 'Approve', data: { on: '2026-06-25' } }];
    const taken = amended as readonly ContractCommand[];
    const running = { 'renewal-opens': '2026-11-01 running', 'term-end': '2026-12-31 running' };
    const met = { filing: '2026-05-27 met', review: '2026-06-16 met' };

    it('leave the contract as it stood, signed, filed, or in effect', () => {
      const due = { publication: '2026-06-22 running', ...running };
      expect(clocksOf(told(...inForce, amend))).toMatchObject({ filing: '2026-06-29 running' });
      for (const n of [1, 2, 3])
        expect(clocksOf(told(...inForce, ...taken.slice(0, n), takeBack))).toStrictEqual({
          ...met,
          ...due,
        });
    });

    it('that were met are those of the text before, with the facts that set them', () => {
      const story = told(...inForce, publish('2026-06-19'), ...taken, publish('2026-07-01'));
      expect(clocksOf(story)).toMatchObject({
        ...{ filing: '2026-06-29 met', review: '2026-07-07 met', publication: '2026-06-30 met' },
      });
      story.order(at, takeBack);
      expect(clocksOf(story)).toStrictEqual({
        ...{ ...met, publication: '2026-06-22 met', ...running },
      });
      const rows = story.rows(deadlines as never);
      expect(rows.get('contract/c1/filing')).toMatchObject({
        ...{ from_event: 'c1-1', met_on: '2026-06-01' },
      });
      expect(rows.get('contract/c1/publication')).toMatchObject({
        ...{ from_event: 'c1-3', met_on: '2026-06-19' },
      });
    });

    it('are those of the amendment that it was signed in the place of', () => {
      const objected: ContractCommand = {
        type: 'Object',
        data: { on: '2026-06-25', items: ['x'] },
      };
      const second: ContractCommand = {
        type: 'SignAmendment',
        data: { ...amendment, case: 'case-10', signedOn: '2026-06-26' },
      };
      const both = [...inForce, amend, file('2026-06-22'), objected, second] as const;
      const takeBackSecond: ContractCommand = {
        type: 'TakeBackAmendment',
        data: { case: 'case-10', reason },
      };
      for (const more of [[], [file('2026-07-02')]]) {
        const first = told(...both, ...more, takeBackSecond);
        expect(clocksOf(first)).toMatchObject({
          ...{ filing: '2026-06-29 met', review: '2026-07-07 cancelled' },
        });
        first.order(at, takeBack);
        expect(clocksOf(first)).toMatchObject(met);
      }
      // The first one goes before the second: the second's clocks go on.
      expect(clocksOf(told(...both, file('2026-07-02'), takeBack))).toMatchObject({
        ...{ filing: '2026-07-03 met', review: '2026-07-17 running' },
      });
    });

    it('are nobody’s duty, either, where the taking back does not say how they had stood', () => {
      const story = told(...inForce, ...taken, publish('2026-07-01'), takeBack);
      const facts = story.facts().map((fact) => {
        if (fact.type !== 'AmendmentTakenBack') return fact;
        const { stood: _, ...data } = fact.data;
        return { ...fact, data };
      });
      const older = contractStory();
      older.have(facts);
      expect(clocksOf(older)).toStrictEqual({
        filing: '2026-06-29 cancelled',
        review: '2026-07-07 cancelled',
        publication: '2026-06-22 running',
        ...running,
      });
    });

    it('were nobody’s duty in a contract from an older register', () => {
      const sign = { ...amend, data: { ...amendment, signedOn: '2026-06-20' } } as ContractCommand;
      const story = told({ type: 'RegisterAsHistory', data: past }, sign, file('2026-06-22'));
      story.order(at, takeBack);
      expect(clocksOf(story)).toMatchObject({
        ...{ filing: '2026-06-30 cancelled', review: '2026-07-07 cancelled' },
      });
    });

    it('are those of the term before where the contract was ended since, and wait for nobody', () => {
      const end = { data: { on: '2026-07-10', ground: 'law', because: 'closing' } } as const;
      const rescind: ContractCommand = { type: 'Rescind', ...end };
      expect(clocksOf(told(...inForce, ...taken, rescind, takeBack))).toStrictEqual({
        ...met,
        publication: '2026-06-22 cancelled',
        'renewal-opens': '2026-11-01 cancelled',
        'term-end': '2026-12-31 cancelled',
      });
      const supersede: ContractCommand = { type: 'Supersede', data: { on: '2026-07-10', by: 'c' } };
      const superseded = [...inForce, ...taken, supersede, takeBack] as const;
      expect(clocksOf(told(...superseded))).toMatchObject({ 'term-end': '2026-12-31 superseded' });
      const again: ContractCommand = { type: 'TakeBackSupersession', data: { by: 'c' } };
      expect(clocksOf(told(...superseded, again))).toMatchObject(running);
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
