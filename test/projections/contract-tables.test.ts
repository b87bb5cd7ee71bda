import { describe, expect, it } from 'vitest';
import type { ContractCommand } from '../../domain/collective-contract/commands.ts';
import { clauses } from '../../projections/clauses.ts';
import { contractRegister } from '../../projections/contract-register.ts';
import { contractRoster } from '../../projections/contract-roster.ts';
import { deadlines } from '../../projections/deadlines/deadlines.ts';
import { inspections } from '../../projections/inspections.ts';
import { amendment, past, regional, terms } from '../domain/collective-contract/facts.ts';
import { contractStory } from '../support/contract-story.ts';

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

  it('stop when it is rescinded, and run again when a supersession is taken back', () => {
    expect(
      clocksOf(
        told(...inForce, {
          type: 'Rescind',
          data: { on: '2026-08-01', ground: 'law', because: 'closing' },
        }),
      ),
    ).toMatchObject({ 'term-end': '2026-12-31 cancelled' });
    expect(
      clocksOf(
        told(
          ...inForce,
          { type: 'Supersede', data: { on: '2026-08-01', by: 'c2' } },
          { type: 'TakeBackSupersession', data: { by: 'c2' } },
        ),
      ),
    ).toMatchObject({ 'term-end': '2026-12-31 running', 'renewal-opens': '2026-11-01 running' });
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

describe('the register', () => {
  it('shows where a contract stands and what it agrees', () =>
    expect(told(...inForce).row()).toMatchObject({
      phase: 'in-force',
      enterprise: 'looms',
      kind: 'wage',
      coverage: 'ALL_IN_SCOPE',
      workers: 120,
      women: 50,
      receipt_no: 'A1',
      effective_on: '2026-06-17',
      effect_mode: 'deemed',
      force_from: '2026-06-17',
      force_to: '2026-12-31',
      quantifiable: 'yes',
      increase_simple: 500_000,
    }));

  it('has no row that an accession changes', () => {
    const story = told({ type: 'Sign', data: regional });
    const before = story.row();
    story.order(at, { type: 'Accede', data: { enterprise: 'mill', from: '2025-08-01' } });
    expect(story.row()).toStrictEqual(before);
  });

  it('keeps exactly its columns', () =>
    expect(Object.keys(told(sign).row() ?? {}).sort()).toStrictEqual(
      Object.keys(contractRegister.columns).sort(),
    ));
});

describe('the roster table', () => {
  it('follows accessions, withdrawals and their corrections', () => {
    const story = told(
      { type: 'Sign', data: regional },
      { type: 'Accede', data: { enterprise: 'mill', from: '2025-08-01', to: '2026-12-31' } },
      { type: 'Withdraw', data: { enterprise: 'mill', on: '2026-03-01', because: 'sold' } },
      {
        type: 'CorrectWithdrawal',
        data: { corrects: 'c1-3', reason, enterprise: 'mill', on: '2026-04-01', because: 'sold' },
      },
      {
        type: 'CorrectAccession',
        data: {
          corrects: 'c1-2',
          reason,
          enterprise: 'mill',
          from: '2025-09-01',
          to: '2026-12-31',
        },
      },
    );
    expect([...story.rows(contractRoster).values()]).toStrictEqual([
      {
        id: 'c1-2',
        contract: 'c1',
        enterprise: 'mill',
        from_on: '2025-09-01',
        to_on: '2026-03-31',
        agreed_to: '2026-12-31',
        withdrew_on: '2026-04-01',
      },
    ]);
  });
});

describe('the table of inspections', () => {
  const inspection = (result: 'fulfilled' | 'partly' | 'not-due') => ({
    inspection: 'i1',
    on: '2026-07-01',
    results: [
      { clause: 'raise', result },
      { clause: 'payday', result: 'not-due' as const },
    ],
  });

  it.each([
    ['fulfilled', 1, 'yes'],
    ['partly', 1, 'no'],
    ['not-due', 0, 'none-due'],
  ] as const)('counts %s of what was due', (result, due, verdict) => {
    const story = told(...inForce, { type: 'HoldInspection', data: inspection(result) });
    expect([...story.rows(inspections).values()]).toMatchObject([
      { contract: 'c1', inspection: 'i1', clauses: 2, due, all_due_fulfilled: verdict },
    ]);
  });

  it('follows a correction', () => {
    const story = told(
      ...inForce,
      { type: 'HoldInspection', data: inspection('partly') },
      {
        type: 'CorrectInspection',
        data: { corrects: 'c1-4', reason, ...inspection('fulfilled') },
      },
    );
    expect([...story.rows(inspections).values()]).toMatchObject([
      { id: 'c1-4', fulfilled: 1, all_due_fulfilled: 'yes' },
    ]);
  });
});

describe('the table of clauses', () => {
  it('holds the clauses and steps of every text, by the text’s event id', () => {
    const story = told(...inForce, {
      type: 'SignAmendment',
      data: { ...amendment, signedOn: '2026-06-20' },
    });
    expect(
      [...story.rows(clauses).values()].map(({ text, part, clause, basis_points }) => [
        text,
        part,
        clause ?? basis_points,
      ]),
    ).toStrictEqual([
      ['c1-1', 'clause', 'raise'],
      ['c1-1', 'clause', 'payday'],
      ['c1-1', 'step', 500],
      ['c1-4', 'clause', 'raise'],
      ['c1-4', 'step', 700],
    ]);
  });

  it('drops what a correction left out', () => {
    const story = told(sign, {
      type: 'CorrectSigning',
      data: { corrects: 'c1-1', reason, ...terms, clauses: terms.clauses.slice(1) },
    });
    expect([...story.rows(clauses).values()].map(({ clause }) => clause)).toStrictEqual([
      'payday',
      null,
    ]);
  });
});
